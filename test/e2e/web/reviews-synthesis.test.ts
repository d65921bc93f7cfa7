// The synthesis in a browser: a finding written, changed and brought back; the invented review's chain from a
// cell to its passage; need beside evidence; arrow keys over the map.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, noBrowser, type PagesUnderTest, pagesUnderTest } from "./pages-under-test.ts";
import { type Person, people, reviewWith } from "./review-people.ts";

describe.skipIf(noBrowser !== null)(`synthesis${noBrowser ? `: ${noBrowser}` : ""}`, () => {
  let pages: PagesUnderTest;
  let ana: Person;
  const own = (path: string) => `${pages.address}/reviews/to-synthesise${path}`;
  const invented = (path: string) => `${pages.address}/reviews/steady-wage-invented${path}`;

  beforeAll(async () => {
    pages = await pagesUnderTest();
    const [first] = await people(pages, []);
    ana = first as Person;
    await reviewWith(ana, "to-synthesise", [], { protocol: { stages: [] } });
    pages.complaints();
  }, 240_000);
  afterAll(async () => {
    await pages?.close();
  });

  it("takes a finding, keeps what is typed, and gives former words back", async () => {
    const { page } = ana;
    await page.goto(own("/synthesis"), { waitUntil: "networkidle" });
    await page.getByRole("button", { name: "Write a finding on Q2" }).click();
    const sentence = () => page.getByLabel("The finding in one sentence (English)");
    await sentence().fill("Pensions reach more people.");
    await page.reload({ waitUntil: "networkidle" });
    expect(await sentence().inputValue()).toBe("Pensions reach more people.");
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Record the finding" }).click();
    await page.getByRole("heading", { name: "Pensions reach more people." }).waitFor();
    expect(await page.textContent("main")).toContain("rests on no passage");
    await page.getByRole("link", { name: "Change this finding" }).click();
    await sentence().fill("Pensions reach fewer people.");
    await page.getByRole("button", { name: "Record the finding" }).click();
    await page.getByRole("heading", { name: "Pensions reach fewer people." }).waitFor();
    await page.getByText("Former words (1)").click();
    await page.getByRole("button", { name: "Write these words again" }).click();
    await page.getByRole("heading", { name: "Pensions reach more people." }).waitFor();
    await page.getByRole("button", { name: "Take away …" }).click();
    await page.getByLabel("Why it is taken away").fill("Said twice.");
    await page.getByRole("button", { name: "Take the finding away" }).click();
    await page.getByText("Findings taken away (1)").click();
    await page.getByRole("button", { name: "Bring back" }).click();
    await page.getByRole("heading", { name: "Pensions reach more people." }).waitFor();
    expect(pages.complaints()).toEqual([]);
  }, 60_000);

  it("tells what was not searched from what was not found, and is walked by arrow keys", async () => {
    const { page } = ana;
    await page.goto(own("/map"), { waitUntil: "networkidle" });
    const cell = (state: string) => page.locator(`td[data-state="${state}"]`);
    expect(await cell("not-searched").count()).toBe(0);
    await page.getByText("Say what was not searched").click();
    await page.getByRole("checkbox", { name: "Arab States" }).check();
    await page.getByLabel("Why it was not searched").first().fill("Nothing in Arabic.");
    await page.getByRole("button", { name: "Record what was not searched: Region" }).click();
    await cell("not-searched").first().waitFor();
    expect(await cell("not-searched").count()).toBe(9);
    await page.locator("tbody tr").first().locator("[data-cell]").first().focus();
    for (const key of ["ArrowRight", "ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("not searched");
    expect(pages.complaints()).toEqual([]);
  }, 60_000);

  it("leads from a cell to its passages and from there to the finding, for readers without an account", async () => {
    const page = await pages.open({
      path: "/reviews/steady-wage-invented/map?rows=country&columns=branch&empty=hide",
    });
    await page.locator("td[data-state=found] a").first().click();
    await page.waitForURL(/column=/);
    const finding = page.locator("section a[href*='/synthesis#finding-']").first();
    await finding.waitFor();
    const words = (await finding.textContent()) ?? "";
    await finding.click();
    const heading = page.getByRole("heading", { name: words });
    await heading.waitFor();
    expect((await heading.boundingBox())?.y).toBeLessThan(900);
    expect(await page.getByRole("button", { name: /Write a finding/ }).count()).toBe(0);
    await page.goto(invented("/synthesis/contributions"), { waitUntil: "networkidle" });
    expect(await page.textContent("main")).toContain("The protocol counts projects");
    expect(pages.complaints()).toEqual([]);
  }, 60_000);

  it("names high need without evidence first, and that its figures are simulated", async () => {
    const query = "rows=country&release=demo-indicators-1&indicator=ISI_O_PENCOV&need=old_age";
    const page = await pages.open({ path: `/reviews/steady-wage-invented/map?${query}`, width: 390 });
    const text = (await page.textContent("main")) ?? "";
    expect(text).toContain("Need is high, and the review found nothing.");
    expect(text).toContain("These figures are not real");
    expect(text.indexOf("High need and no evidence")).toBeLessThan(
      text.indexOf("nothing found", text.indexOf("High need")),
    );
    expect(await axeViolations(page)).toEqual([]);
  }, 60_000);
});
