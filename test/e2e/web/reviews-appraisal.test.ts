// Appraisal and extraction in a browser: an owner chooses instrument and form, two people work blind on a
// report with its text beside, an adjudicator settles, and the matrix leads back to the passage.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, noBrowser, type PagesUnderTest, pagesUnderTest } from "./pages-under-test.ts";
import { type Person, people, reviewWith } from "./review-people.ts";

const id = "two-appraisers";
const report = [
  "Evaluation of the village pension",
  "Findings",
  "Pensions reached 8,000 people in the first year, women more than men.",
  "Recommendations",
  "1. The agency should pay pensions at post offices every month.",
  "2. The agency should register carers by name.",
].join("\n\n");

describe.skipIf(noBrowser !== null)(`appraisal and extraction${noBrowser ? `: ${noBrowser}` : ""}`, () => {
  let pages: PagesUnderTest;
  let ana: Person;
  let ben: Person;
  let cleo: Person;
  const go = async (page: Page, path: string) => {
    await page.goto(`${pages.address}/reviews/${id}${path}`, { waitUntil: "networkidle" });
    await page.locator("main h1").waitFor();
  };
  const told = (page: Page, words: string | RegExp) =>
    page.getByText(words).first().waitFor({ timeout: 10_000 });
  /** Marks the paragraph with these words as the passage. */
  const mark = async (page: Page, words: string) => {
    await page.getByLabel("Find words in the report").fill(words);
    await page.getByRole("button", { name: "Find and mark the paragraph" }).click();
    await told(page, /^Marked: /);
  };
  const appraise = async (person: Person, keys: readonly string[]) => {
    const { page } = person;
    await go(page, "/appraisal/R1");
    await mark(page, "8,000 people");
    await page.getByText("Rate by keys").waitFor();
    await page.locator("h2", { hasText: "Your appraisal" }).click();
    for (const key of keys) {
      await page.keyboard.press("j");
      await page.keyboard.press(key);
      await page.keyboard.press("q");
    }
  };

  beforeAll(async () => {
    pages = await pagesUnderTest();
    const all = await people(pages, ["Ben Okafor", "Cleo Marchand"]);
    [ana, ben, cleo] = all as [Person, Person, Person];
    await reviewWith(
      ana,
      id,
      [
        [ben, ["reviewer"]],
        [cleo, ["adjudicator"]],
      ],
      { records: 3, protocol: { stages: [] } },
    );
    const kept = await ana.call(
      "POST",
      "/api/imports/evaluation-report?name=village.txt&origin=invented",
      report,
    );
    const source = (kept.value as { ids: readonly string[] }).ids[0];
    const edited = await ana.call("POST", `/api/reviews/${id}/acts`, {
      acts: [
        {
          key: "the-report-came",
          act: { kind: "record.edited", record: "R1", edit: { document: source }, reason: "It came." },
        },
      ],
      together: true,
    });
    expect(edited.status).toBe(200);
    pages.complaints();
  }, 240_000);
  afterAll(async () => {
    await pages?.close();
  });

  it("says what comes first, and lets the owner choose an instrument in one step", async () => {
    const { page } = ana;
    await go(page, "/appraisal");
    await told(page, "The protocol plans no appraisal");
    await page.getByRole("link", { name: "Choose an instrument" }).click();
    await told(page, "Four qualities of a report");
    expect(await axeViolations(page)).toEqual([]);
    const first = page.locator("section", { hasText: "Four qualities of a report" }).last();
    await first.getByRole("button", { name: "Appraise by this instrument" }).click();
    await told(page, "This is what the protocol names.");
    await go(page, "/appraisal");
    await told(page, "0 of 3 reports are appraised; 3 are on the final list.");
    expect(await axeViolations(page)).toEqual([]);
  });

  it("rates by keys with the marked words as passage, and keeps all of it when the browser is closed", async () => {
    await appraise(ben, ["1", "1", "1", "1", "1", "2", "2"]);
    const { page } = ben;
    await told(page, /By rule \(every section must reach a value\): Sufficient/);
    expect(await page.locator("blockquote", { hasText: "8,000 people" }).count()).toBe(7);
    expect(await axeViolations(page)).toEqual([]);
    await page.reload({ waitUntil: "networkidle" });
    await told(page, "Kept in this browser; not saved yet.");
    expect(await page.locator("input[type=radio]:checked").count()).toBe(7);
    await page.getByRole("button", { name: "Submit the appraisal of R1" }).click();
    await told(page, /You submitted it on/);
    await told(page, "waiting (1 of 2)");
  });

  it("hides the first appraisal from the second person, and asks an adjudicator where they differ", async () => {
    await appraise(ana, ["1", "2", "1", "1", "1", "2", "2"]);
    const { page } = ana;
    await told(page, "One appraisal is hidden from you until you have submitted yours.");
    expect(await page.textContent("main")).not.toContain("Ben Okafor");
    await page.getByRole("button", { name: "Submit the appraisal of R1" }).click();
    await told(page, "One item differs.");
    expect(await page.textContent("main")).toContain("Ben Okafor");
    await told(page, "An adjudicator of the review makes one of it.");
    await go(cleo.page, "/appraisal/R1");
    const settle = cleo.page.locator("details", { hasText: "What all agree on is filled in" });
    await settle.locator('[data-item="complete"]').getByLabel("Yes").check();
    await settle.getByRole("textbox", { name: /^Reason/ }).fill("The annexes are there.");
    await settle.getByRole("button", { name: "Record what counts for R1" }).click();
    await told(cleo.page, "appraised, to decide");
    const decide = cleo.page.locator("section", { hasText: "The rating excludes nothing by itself" }).last();
    await decide.getByRole("textbox", { name: /^Reason/ }).fill("Sound enough.");
    await decide.getByRole("button", { name: "Keep R1" }).click();
    await told(cleo.page, /Kept by Cleo Marchand on/);
    expect(await axeViolations(cleo.page)).toEqual([]);
  });

  it("makes rows of proposals by one key and of marked words, each with its passage", async () => {
    const { page } = ana;
    await go(page, "/extraction/form");
    await page.locator("select").first().selectOption("1");
    await page.getByRole("button", { name: "Extract by this form" }).click();
    await told(page, "This is what the protocol names.");
    await go(ben.page, "/extraction/R1");
    await told(ben.page, /passages the reader found/);
    expect(await axeViolations(ben.page)).toEqual([]);
    await ben.page.locator("h2", { hasText: "Your rows" }).click();
    await ben.page.keyboard.press("j");
    await ben.page.keyboard.press("t");
    await ben.page.getByRole("button", { name: "Take out" }).first().waitFor();
    await mark(ben.page, "8,000 people");
    await ben.page.getByRole("button", { name: "New row" }).click();
    await ben.page.getByLabel("What works", { exact: true }).check();
    await ben.page.getByLabel("Substantive or managerial", { exact: true }).selectOption("substantive");
    await ben.page.getByLabel("Why Type of passage has no value").selectOption("unclear");
    expect(await axeViolations(ben.page)).toEqual([]);
    await ben.page.reload({ waitUntil: "networkidle" });
    await ben.page.getByRole("button", { name: "Save the row" }).click();
    await told(ben.page, /^Submit your 2 rows of R1/);
    await ben.page.getByRole("button", { name: /^Submit your 2 rows/ }).click();
    await told(ben.page, /Row \w+ has nothing in question, nature/);
    // The browser notes the refusal too.
    expect(pages.complaints().every((one) => one.includes("422"))).toBe(true);
    await ben.page.getByRole("button", { name: "Take out" }).first().click();
    await ben.page.getByRole("button", { name: /^Submit your row of R1/ }).click();
    await told(ben.page, "Rows that count");
  });

  it("shows the row in the matrix, filters by a field in the address, and leads back to the passage", async () => {
    const { page } = cleo;
    await go(page, "/extraction/matrix");
    await told(page, "One row, from 1 of 3 reports.");
    await page.getByLabel("Substantive or managerial").selectOption("substantive");
    await page.waitForURL(/where=nature/);
    expect(await page.getByLabel("Type of passage").textContent()).toContain("unclear (1)");
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("link", { name: "R1", exact: true }).click();
    await page.locator("mark", { hasText: "8,000 people" }).first().waitFor();
    const csv = await page.evaluate(
      async (address) => (await fetch(address)).text(),
      `/api/reviews/${id}/extraction/file?format=csv`,
    );
    expect(csv.split("\r\n")[0]).toContain("text,text.missing,text.note,text.passage");
    expect(pages.complaints()).toEqual([]);
  });

  it("works on a phone, one pane at a time, and in another language", async () => {
    const { page } = ben;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${pages.address}/reviews/${id}/appraisal/R1?lang=fr`, { waitUntil: "networkidle" });
    await told(page, "Texte du rapport");
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.getByRole("link", { name: "Texte du rapport" }).click();
    await page.getByText("Pensions reached 8,000").first().waitFor();
    await page.goto(`${pages.address}/reviews/${id}/extraction/matrix?lang=fr`, { waitUntil: "networkidle" });
    const words = page.getByLabel("Mots", { exact: true });
    expect(await words.isVisible()).toBe(false);
    await page.getByRole("button", { name: "Filtrer les lignes" }).click();
    await words.waitFor();
  });
});
