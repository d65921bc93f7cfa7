// A whole review in a browser, as three people do it: from the protocol to a finding, with a conflict at each
// place where people can differ, and shut to everybody else until it is published.

import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "#contract";
import { protocolOf } from "../../integration/reviews/sample-review.ts";
import { noBrowser, type PagesUnderTest, pagesUnderTest } from "./pages-under-test.ts";
import { type Person, people } from "./review-people.ts";

const references = `TY  - RPRT
TI  - Cash and care: a family benefit in three districts
PY  - 2019
AB  - Families with young children received social protection for the first time.
ER  - 

TY  - RPRT
TI  - Roads for the hills
PY  - 2018
AB  - Forty kilometres of road and their cost.
ER  - 
`;

/**
 * Every question the API answers about a review, with what some need besides, so that none is refused for
 * another reason.
 */
const questionsOn = (id: string): readonly string[] =>
  Object.values(routes as Readonly<Record<string, { readonly method: string; readonly path: string }>>)
    .filter(({ method, path }) => method === "GET" && path.startsWith("/api/reviews/:id"))
    .map(({ path }) => {
      const named = path.replace(":id", id).replace(":record", "R1").replace(/:\w+/g, "nothing");
      const format = path.endsWith("/report/file") ? "docx" : "csv";
      return `${named}?stage=title-abstract&from=1&row=a&column=b&format=${format}`;
    });

const protocol = protocolOf({
  stages: [
    { stage: "title-abstract", used: true, reviewers: 2, blind: true },
    { stage: "full-text", used: false, reviewers: 1, blind: false },
  ],
  coding: { frame: "From the text, line by line.", coders: 2 },
});

describe.skipIf(noBrowser !== null)(`a whole review${noBrowser ? `: ${noBrowser}` : ""}`, () => {
  let pages: PagesUnderTest;
  let ana: Person;
  let ben: Person;
  let cleo: Person;
  let dora: Person;
  /** Made by the page from the title. */
  const id = "who-is-reached";
  const go = (page: Page, path: string) =>
    page.goto(`${pages.address}/reviews/${id}${path}`, { waitUntil: "networkidle" });
  const says = (page: Page, words: string | RegExp) =>
    page.locator("main").getByText(words).first().waitFor({ timeout: 10_000 });
  const press = (page: Page, name: string | RegExp) =>
    page.locator("main").getByRole("button", { name }).first().click();
  type State = { readonly counts: { records: number }; readonly versions: readonly unknown[] };
  const state = async (): Promise<State> => (await ana.call("GET", `/api/reviews/${id}`)).value;

  beforeAll(async () => {
    pages = await pagesUnderTest();
    const all = await people(pages, ["Ben Okafor", "Cleo Marchand", "Dora Lind"]);
    [ana, ben, cleo, dora] = all as [Person, Person, Person, Person];
    pages.complaints();
  }, 240_000);
  afterAll(async () => {
    await pages?.close();
  });

  it("is begun with a protocol that was carried over as a file", async () => {
    const { page } = ana;
    await page.goto(`${pages.address}/reviews`, { waitUntil: "networkidle" });
    await page.getByLabel("Title of the review").fill("Who is reached?");
    await press(page, "Begin the review");
    await page.locator("main input[type=file]").setInputFiles({
      name: "protocol.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify({ protocol })),
    });
    await says(page, "The form holds the protocol of protocol.json.");
    await press(page, "Set the protocol");
    await says(page, "Version 1");
    await says(page, "Evaluates social protection");
    expect((await state()).versions).toHaveLength(1);
  });

  it("takes in its members, and says why somebody without an account cannot be one", async () => {
    const { page } = ana;
    await go(page, "");
    const add = async (address: string, ...parts: readonly string[]) => {
      const form = page.locator("form", { has: page.getByLabel("E-mail address of the account") });
      await form.getByLabel("E-mail address of the account").fill(address);
      for (const part of ["reviewer", "coder", "adjudicator"])
        await form.getByLabel(part, { exact: true }).setChecked(parts.includes(part));
      await form.getByRole("button", { name: "Add the member" }).click();
    };
    await add("nobody@example.org", "reviewer");
    await says(page, /There is no open account/);
    await add("ben@example.org", "reviewer", "coder");
    await page.getByRole("rowheader", { name: "Ben Okafor" }).waitFor();
    await add("cleo@example.org", "adjudicator");
    await page.getByRole("rowheader", { name: "Cleo Marchand" }).waitFor();
    await page.getByText("Change the part of Ana Ribeiro").click();
    const own = page.locator("details[open]", { hasText: "Change the part of Ana Ribeiro" });
    await own.getByLabel("coder", { exact: true }).check();
    await own.getByRole("button", { name: "Save the parts" }).click();
    await page.getByRole("cell", { name: "owner, reviewer, coder" }).waitFor();
  });

  it("finds its records in the registry and in a file", async () => {
    const { page } = ana;
    await go(page, "/records?view=searches");
    await page.getByLabel("Words to search for").fill("Alvane");
    await press(page, "Add what the search finds");
    await says(page, /^1 record added/);
    await page.locator("main input[type=file]").setInputFiles({
      name: "references.ris",
      mimeType: "text/plain",
      buffer: Buffer.from(references),
    });
    await says(page, "2 records, read as");
    await press(page, "Add 2 records");
    await says(page, "2 records added.");
    expect((await state()).counts.records).toBe(3);
    await go(page, "/records?view=matrix");
    await page.getByRole("link", { name: "X1" }).waitFor();
  });

  it("is screened blind by two, and a conflict is settled by the third", async () => {
    const decide = async ({ page }: Person, ...keys: readonly string[]) => {
      await go(page, "/screening");
      for (const [at, key] of keys.entries()) {
        await page
          .getByText(`R${at + 1}`, { exact: true })
          .first()
          .waitFor();
        await page.keyboard.press(key);
        await page
          .locator("[role=status]", { hasText: new RegExp(`R${at + 1} (included|excluded)`) })
          .first()
          .waitFor();
      }
      await says(page, "No record waits for you at this stage.");
    };
    await decide(ana, "i", "i", "1");
    await decide(ben, "i", "1", "1");
    const { page } = cleo;
    await go(page, "/screening/conflicts");
    await page.locator("section", { hasText: "Cash and care" }).first().waitFor();
    expect(await page.getByRole("button", { name: /^Include R/ }).count()).toBe(1);
    await page.getByLabel("Reason (optional)").fill("A family benefit is social protection.");
    await press(page, "Include R2");
    await says(page, "There is nothing to settle at this stage.");
    await go(page, "/flow");
    await page.getByRole("row", { name: /^Included in the review 2/ }).waitFor();
  });

  it("is appraised by two who differ, and what counts is made of it", async () => {
    await go(ana.page, "/appraisal/instruments");
    const four = ana.page.locator("section", { hasText: "Four qualities of a report" }).last();
    await four.getByRole("button", { name: "Appraise by this instrument" }).click();
    await says(ana.page, "This is what the protocol names.");
    const appraise = async ({ page }: Person, differently: boolean) => {
      await go(page, "/appraisal/R2");
      const items = page.locator("fieldset[data-item]");
      expect(await items.count()).toBe(7);
      for (let at = 0; at < 7; at++) {
        const item = items.nth(at);
        await item.getByRole("radio", { name: differently && at === 1 ? /^No/ : /^Yes/ }).check();
        if (!(await item.getByText("(with its passage)").count())) continue;
        await item
          .getByText(/^Type a passage|^Type/)
          .first()
          .click();
        await item.getByLabel("Words of the report").fill("Data were gathered in all districts.");
        await item.getByLabel("Page", { exact: true }).fill("4");
        await item.getByRole("button", { name: "Use this passage" }).click();
      }
      await press(page, "Submit the appraisal of R2");
      await says(page, /You submitted it on/);
    };
    await appraise(ana, false);
    await go(ben.page, "/appraisal/R2");
    await says(ben.page, "One appraisal is hidden from you until you have submitted yours.");
    const told = await ben.call("GET", `/api/reviews/${id}/appraisal/records/R2`);
    expect(told.status).toBe(200);
    expect(JSON.stringify(told.value)).not.toContain("Data were gathered");
    await appraise(ben, true);
    const { page } = cleo;
    await go(page, "/appraisal/R2");
    await says(page, "One item differs.");
    const open = page.locator("details[open] fieldset[data-item]");
    await open.nth(1).getByRole("radio", { name: /^Yes/ }).check();
    const reconcile = page.locator("details[open]", { hasText: "Record what counts for R2" }).first();
    await reconcile.getByRole("textbox", { name: /^Reason/ }).fill("The annexes are in the second volume.");
    await press(page, "Record what counts for R2");
    await says(page, "Reconciled");
    const final = page.getByRole("region", { name: "Final list" });
    await final.getByRole("textbox", { name: /^Reason/ }).fill("All five hold.");
    await final.getByRole("button", { name: "Keep R2" }).click();
    await says(page, /Kept by Cleo Marchand/);
  });

  it("is extracted by two, each row on its passage, and the two made one", async () => {
    await go(ana.page, "/extraction/form");
    const form = ana.page.locator("section", { hasText: "Evidence matrix" }).last();
    await form.getByRole("button", { name: "Extract by this form" }).click();
    await says(ana.page, "This is what the protocol names.");
    const extract = async ({ page }: Person, question: string) => {
      await go(page, "/extraction/R1");
      await page.getByLabel("Find words in the report").fill("Domestic workers account for 7,900");
      await page.getByRole("button", { name: "Find and mark the paragraph" }).click();
      await page.locator("[role=status]", { hasText: "The number of women receiving a benefit" }).waitFor();
      await press(page, "New row");
      const row = page.getByRole("region", { name: "Row", exact: true });
      await row.getByRole("combobox", { name: "Type of passage", exact: true }).selectOption("finding");
      await row.getByRole("checkbox", { name: question }).check();
      await row
        .getByRole("combobox", { name: "Substantive or managerial", exact: true })
        .selectOption("substantive");
      await page.keyboard.press("Control+Enter");
      await says(page, "Submit your row of R1");
      await press(page, "Submit your row of R1");
      await says(page, "Open it again");
    };
    await extract(ana, "What works");
    await go(ben.page, "/extraction/R1");
    await says(
      ben.page,
      "What one other person extracted is hidden from you until you have submitted yours.",
    );
    await extract(ben, "For whom");
    await go(cleo.page, "/extraction/R1");
    await says(cleo.page, "One difference is undecided.");
    await cleo.page.getByRole("radio", { name: "take this of" }).first().check();
    await cleo.page
      .getByRole("textbox", { name: /^Reason/ })
      .last()
      .fill("Who gains stands in another row.");
    await press(cleo.page, "Record what counts for R1");
    await says(cleo.page, "Rows that count");
    await go(dora.page, "/extraction/matrix");
    await says(dora.page, /no review ".*" that you may see/);
    await go(ana.page, "/extraction/matrix");
    await says(ana.page, /^One row/);
  });

  it("is coded by two by keyboard alone, neither seeing the other, and settled", async () => {
    const code = async ({ page }: Person, steps: number, name: string) => {
      await go(page, "/coding/R1");
      await page.getByRole("region", { name: "Text of the report" }).focus();
      for (let n = 0; n < steps; n++) await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.keyboard.type(name);
      await page.keyboard.press("Enter");
      await page.locator("[role=status]", { hasText: `Coded: ${name}.` }).waitFor();
      await press(page, "Submit this report");
      await says(page, "Agreement is measured on what you submitted");
    };
    await code(ana, 2, "Waiting periods");
    const hidden = await ben.call("GET", `/api/reviews/${id}/coding/records/R1`);
    expect((hidden.value as { codings: unknown[] }).codings).toEqual([]);
    await code(ben, 2, "Waiting periods");
    await go(ben.page, "/coding/compare/R1");
    await ben.page.getByRole("textbox", { name: "How you came to agree" }).fill("The same place.");
    await press(ben.page, /^Keep \d/);
    await says(ben.page, "Settled by Ben Okafor");
  });

  it("comes to a finding that leads to its passages, with its certainty counted", async () => {
    const { page } = ana;
    await go(page, "/synthesis");
    await page.getByText("Write a finding on Q2", { exact: true }).click();
    const form = page.getByRole("form", { name: "New finding" });
    await form
      .getByLabel("The finding in one sentence (English)")
      .fill("Waiting periods keep seasonal workers out.");
    await form.getByRole("button", { name: "Attach: it rests on this" }).first().click();
    await form.getByRole("button", { name: "Record the finding" }).click();
    await form.waitFor({ state: "detached" });
    await says(page, "Waiting periods keep seasonal workers out.");
    await says(page, /1 passage in 1 report/);
    await says(page, "single source");
  });

  it("is shut to visitors and to those who take no part, by page and by API", async () => {
    const stranger = dora.page;
    const visitor = await pages.open({ path: "/reviews" });
    expect(await visitor.textContent("main")).not.toContain("Who is reached?");
    for (const page of [stranger, visitor]) {
      for (const path of ["", "/protocol", "/records", "/screening", "/appraisal/R2", "/extraction/matrix"])
        for (const place of [`/reviews/${id}${path}`]) {
          await page.goto(pages.address + place, { waitUntil: "networkidle" });
          await says(page, `There is no review "${id}" that you may see`);
          expect(await page.textContent("main")).not.toContain("Who is reached?");
        }
      const answers = await page.evaluate(
        (paths) => Promise.all(paths.map(async (path) => `${(await fetch(path)).status} ${path}`)),
        questionsOn(id),
      );
      expect(answers.length).toBeGreaterThan(40);
      // What is asked of somebody in person asks a visitor to sign in before it looks at the review.
      const shut = page === visitor ? /^40[14] / : /^404 /;
      expect(answers.filter((answer) => !shut.test(answer))).toEqual([]);
    }
    const sent = await dora.call("POST", `/api/reviews/${id}/acts`, {
      acts: [{ key: "stranger-1", act: { kind: "review.renamed", title: "Mine" } }],
    });
    expect(sent.status).toBe(404);
    await visitor.context().close();
    pages.complaints();
  });

  it("is published as an edition, and then everybody reads it", async () => {
    const { page } = ana;
    await go(page, "/report");
    await page.getByText("Publish edition 1", { exact: true }).first().click();
    await press(page, "Publish edition 1");
    await says(page, /Edition 1,/);
    const visitor = await pages.open({ path: `/reviews/${id}/report` });
    expect(await visitor.textContent("main")).toContain("Waiting periods keep seasonal workers out.");
    expect(pages.complaints()).toEqual([]);
  });
});
