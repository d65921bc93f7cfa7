// Coding in a browser: by keyboard and by mouse, changed in place and undone, proposals, two coders compared,
// and a long report that stays quick.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, noBrowser, type PagesUnderTest, pagesUnderTest } from "./pages-under-test.ts";
import { type Person, people, reviewWith } from "./review-people.ts";

const report = `Evaluation of the village pension

Recommendations

1. The agency should pay pensions at post offices. It should pay them monthly.

2. The agency should register carers by name.

Findings

Street vendors and domestic workers were not registered, since they have no employer who could do it for them.
`;
/** A report of many pages; every twentieth chapter speaks of people who work without an employer. */
const long = (chapters: number) =>
  Array.from({ length: chapters }, (_, n) => {
    const vendors = `Street vendors of district ${n + 1} were not registered with the fund.\n`;
    return `Chapter ${n + 1}\n\nThe pension of district ${n + 1} was paid late in some villages. People walked for hours to the office.\n\n${n % 20 === 0 ? vendors : ""}`;
  }).join("\n");

describe.skipIf(noBrowser !== null)(`coding${noBrowser ? `: ${noBrowser}` : ""}`, () => {
  let pages: PagesUnderTest;
  let ana: Person;
  let ben: Person;
  const address = (review: string, path = "") => `${pages.address}/reviews/${review}/coding${path}`;
  const told = (page: Page, words: string) =>
    page.locator("[role=status]", { hasText: words }).first().waitFor({ timeout: 15_000 });
  const must = async (person: Person, method: "GET" | "POST", path: string, body?: unknown) => {
    const answer = await person.call(method, path, body);
    if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.value)}`);
    return answer.value as never;
  };
  const held = async (name: string, text: string): Promise<string> => {
    const job = await must(ana, "POST", "/api/reading-jobs", { origin: "invented" });
    const { id } = job as { id: string };
    await must(ana, "POST", `/api/reading-jobs/${id}/files?name=${name}`, text);
    for (let tries = 0; tries < 100; tries++) {
      const { files } = (await must(ana, "GET", `/api/reading-jobs/${id}`)) as {
        files: { state: string; sha256: string | null; source: string | null }[];
      };
      const one = files[0];
      const sha256 = one?.source ?? one?.sha256;
      if (one && sha256 && !["queued", "waiting", "reading"].includes(one.state)) return sha256;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`${name} was not read`);
  };
  const reviewOf = async (id: string, coders: 1 | 2, documents: readonly string[]) => {
    await reviewWith(ana, id, [[ben, ["coder"]]], {
      records: documents.length,
      protocol: { stages: [], coding: { frame: "Inductive, line by line.", coders } },
    });
    await must(ana, "POST", `/api/reviews/${id}/acts`, {
      acts: [
        { kind: "member.changed", account: ana.account, parts: ["owner", "coder"] },
        ...documents.map((document, at) => ({
          kind: "record.edited",
          record: `R${at + 1}`,
          edit: { document },
          reason: "the report is held",
        })),
      ].map((act, n) => ({ key: `held-${id}-${n}`, act })),
      together: true,
    });
  };

  beforeAll(async () => {
    pages = await pagesUnderTest();
    const all = await people(pages, ["Ben Okafor"]);
    [ana, ben] = all as [Person, Person];
    const village = await held("village.txt", report);
    await reviewOf("coded-by-one", 1, [village, await held("long.txt", long(900))]);
    await reviewOf("coded-by-two", 2, [village]);
    pages.complaints();
  }, 240_000);
  afterAll(async () => {
    await pages?.close();
  });

  it("is done by keyboard alone: choose, make a code, put another on, undo and redo", async () => {
    const { page } = ana;
    await page.goto(address("coded-by-one"), { waitUntil: "networkidle" });
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("link", { name: /^R1 / }).click();
    const text = page.getByRole("region", { name: "Text of the report" });
    await text.waitFor();
    await text.focus();
    await page.keyboard.press("ArrowDown");
    for (let n = 0; n < 6; n++) {
      if ((await page.locator("[data-picked]").allTextContents()).join("").includes("post offices")) break;
      await page.keyboard.press("ArrowDown");
    }
    await told(page, "Chosen: ");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const field = page.getByRole("combobox", { name: "Code", exact: true });
    await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "combobox");
    await page.keyboard.type("Delivery / Post offices");
    await page.keyboard.press("Enter");
    await told(page, "Coded: Delivery / Post offices.");
    await page.locator("[data-coding]").first().waitFor();
    expect(page.url()).toContain("coding=");
    await field.fill("Monthly");
    await page.keyboard.press("Enter");
    await told(page, "Put on it as well: Monthly.");
    await field.fill("post");
    await page.keyboard.press("Enter");
    await told(page, "Taken off: Post offices.");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await text.focus();
    await page.keyboard.press("u");
    await told(page, "Undone: ");
    await page.keyboard.press("r");
    await told(page, "Done again: ");
    expect(await axeViolations(page)).toEqual([]);
    await page.reload({ waitUntil: "networkidle" });
    await page.locator("[data-coding]").first().waitFor();
  });

  it("is done by mouse, with overlapping codes on lines of their own and names beside", async () => {
    const { page } = ana;
    await page.goto(address("coded-by-one", "/R1"), { waitUntil: "networkidle" });
    const picked = await page.evaluate(() => {
      const piece = [...document.querySelectorAll("[data-from]")].find((one) =>
        one.textContent?.includes("Street vendors"),
      );
      const words = piece?.firstChild;
      if (!words) throw new Error("no words");
      const at = words.textContent?.indexOf("Street vendors") ?? 0;
      window
        .getSelection()
        ?.setBaseAndExtent(words, at, words, at + "Street vendors and domestic workers".length);
      piece?.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
      return true;
    });
    expect(picked).toBe(true);
    await page.locator("[data-picked]").waitFor();
    const field = page.getByRole("combobox", { name: "Code", exact: true });
    await field.fill("Informal workers");
    await field.press("Enter");
    await told(page, "Coded: Informal workers.");
    await page.evaluate(() => {
      const pieces = [...document.querySelectorAll<HTMLElement>("[data-from]")].filter((one) =>
        /Street vendors|were not registered/.test(one.textContent ?? ""),
      );
      const [first, last] = [pieces[0]?.firstChild, pieces.at(-1)?.firstChild];
      if (!first || !last) throw new Error("no words");
      window.getSelection()?.setBaseAndExtent(first, 7, last, 20);
      pieces[0]?.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
    });
    await page.locator("[data-picked]").first().waitFor();
    await field.fill("Registration");
    await field.press("Enter");
    await told(page, "Coded: Registration.");
    await page.locator("[data-coding] [data-coding]").first().waitFor();
    const lanes = await page
      .locator("[data-coding] [data-coding]")
      .first()
      .evaluate((inner) => [
        (inner as HTMLElement).dataset["lane"],
        (inner.parentElement as HTMLElement).dataset["lane"],
      ]);
    expect(new Set(lanes).size).toBe(2);
    expect(await page.getByRole("button", { name: "Informal workers", exact: true }).count()).toBeGreaterThan(
      0,
    );
    expect(await axeViolations(page)).toEqual([]);
  });

  it("finds what the machine puts forward, counts it once accepted, and shows a code across reports", async () => {
    const { page } = ana;
    await page.goto(address("coded-by-one", "/R2"), { waitUntil: "networkidle" });
    await page.getByText("Proposals", { exact: true }).click();
    await page
      .getByText(/shares the words/)
      .first()
      .waitFor({ timeout: 30_000 });
    await page.getByRole("button", { name: "Accept", exact: true }).first().click();
    await told(page, "Accepted.");
    await page.goto(address("coded-by-one", "?view=matrix"), { waitUntil: "networkidle" });
    const cells = await page.locator("tbody td a").allTextContents();
    expect(cells.length).toBeGreaterThanOrEqual(3);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("link", { name: "Informal workers" }).first().click();
    await page.getByText("Street vendors and domestic workers").first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByText("Change this code").click();
    await page.getByLabel("Merge into").selectOption({ label: "Registration" });
    await page.getByRole("button", { name: "Merge", exact: true }).click();
    await page.waitForURL("**/codes/**");
    await page.getByRole("heading", { level: 1, name: "Registration" }).waitFor();
    await page.goto(address("coded-by-one", "?view=codes"), { waitUntil: "networkidle" });
    expect(await page.textContent("main")).not.toContain("Informal workers");
    await page.getByRole("button", { name: "Undo" }).click();
    await told(page, "Undone: Codes merged.");
    await page.getByRole("link", { name: "Informal workers" }).waitFor();
    await page.getByRole("button", { name: "Under the code above: Registration" }).click();
    await told(page, "stands under another code");
    expect(await axeViolations(page)).toEqual([]);
  });

  it("stays quick in a long report", async () => {
    const { page } = ana;
    const before = Date.now();
    await page.goto(address("coded-by-one", "/R2"), { waitUntil: "domcontentloaded" });
    await page.locator("[data-from]").first().waitFor();
    expect(Date.now() - before).toBeLessThan(15_000);
    const text = page.getByRole("region", { name: "Text of the report" });
    await text.focus();
    await page.keyboard.press("ArrowDown");
    await told(page, "Chosen: ");
    const field = page.getByRole("combobox", { name: "Code", exact: true });
    await field.fill("Registration");
    const begun = Date.now();
    await page.keyboard.press("Enter");
    await told(page, "Coded: Registration.");
    expect(Date.now() - begun).toBeLessThan(5_000);
  });

  it("keeps two coders apart, compares them and settles", async () => {
    for (const { page } of [ana, ben]) {
      await page.goto(address("coded-by-two", "/R1"), { waitUntil: "networkidle" });
      const text = page.getByRole("region", { name: "Text of the report" });
      await text.focus();
      for (let n = 0; n < 3; n++) await page.keyboard.press("ArrowDown");
      if (page === ben.page) await page.keyboard.press("Shift+ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "combobox");
      await page.keyboard.type("Advice");
      await page.keyboard.press("Enter");
      await told(page, "Coded: Advice.");
      expect(await page.getByText(/codings? in this report/).textContent()).toContain("1 coding");
    }
    await ana.page.getByRole("button", { name: "Submit this report" }).click();
    await told(ana.page, "Report submitted.");
    await ana.page
      .getByText(/Agreement is measured on what you submitted/)
      .first()
      .waitFor();
    await ana.page.goto(address("coded-by-two", "/compare/R1"), { waitUntil: "networkidle" });
    await ana.page.getByText("compared once both have submitted").waitFor();
    await ben.page.getByRole("button", { name: "Submit this report" }).click();
    await told(ben.page, "Report submitted.");
    await ben.page.getByRole("link", { name: "Compare the two coders" }).click();
    await ben.page.getByText("Alpha over characters").first().waitFor();
    expect(await axeViolations(ben.page)).toEqual([]);
    const boxes = ben.page.getByRole("checkbox");
    expect(await boxes.count()).toBe(2);
    await boxes.first().check();
    await ben.page.getByLabel("How you came to agree").fill("Both paragraphs are advice.");
    await ben.page.getByRole("button", { name: "Keep 1 coding" }).click();
    await told(ben.page, "Settled: these codings count.");
    expect(pages.complaints()).toEqual([]);
  });
});
