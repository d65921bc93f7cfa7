import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noBrowser, type PagesUnderTest, pagesUnderTest } from "./pages-under-test.ts";

const people = "/surveys/XAA_2024_PSS_v01_M";
const towns = "XAD_2023_PSS_v01_M";

const textOf = async (download: { createReadStream(): Promise<AsyncIterable<unknown>> }) => {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
};

describe.skipIf(noBrowser !== null)(`the pages of surveys${noBrowser ? `: ${noBrowser}` : ""}`, () => {
  let pages: PagesUnderTest;
  beforeAll(async () => {
    pages = await pagesUnderTest();
  }, 120_000);
  afterAll(() => pages?.close());

  it("leads a visitor from a question in all studies to a table of it, other rows, a file, and French", async () => {
    const page = await pages.open({ path: "/surveys" });
    await page.getByRole("searchbox").fill("contract");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/surveys?list=variables&q=contract");
    const hit = page
      .locator("main li", { hasText: "What kind of contract do you have?" })
      .filter({ hasText: "Alvane" });
    await hit.getByText("national", { exact: true }).waitFor();
    await hit.getByRole("link", { name: "Table of it" }).click();
    await page.waitForURL("**/table?file=persons&variable=emctr");
    await page.getByRole("heading", { level: 1, name: "Shares: Contract, by Sex" }).waitFor();
    const table = page.getByRole("table").first();
    // Women and men without being asked for, each with interval and cases.
    for (const name of ["Male", "Female", "All"])
      expect(await table.getByRole("columnheader", { name, exact: true }).count()).toBe(1);
    expect(await table.locator("tbody tr").first().textContent()).toMatch(
      /\d+(\.\d)?%\d+(\.\d)?% to \d+(\.\d)?%n = \d+/,
    );

    await page.getByLabel("Rows", { exact: true }).selectOption("region");
    await page.getByRole("heading", { level: 1, name: "by Region and Sex" }).waitFor();
    expect(new URL(page.url()).search).toContain("rows=region");
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download JSON" }).click();
    const file = await textOf(await download);
    expect(JSON.parse(file)).toBeTruthy();
    for (const part of ["emctr", "region", "19 strata"]) expect(file).toContain(part);
    // Women and men give way to a choice of the reader's own; three that were chosen do not: a fourth is in sight with its reason.
    await page.getByLabel("Columns", { exact: true }).selectOption("sex");
    await page.waitForURL("**columns=sex**");
    const fourth = page.getByLabel("Only a part of the sample", { exact: true }).locator("option", {
      hasText: "three are crossed already",
    });
    expect(await fourth.count()).toBeGreaterThan(0);
    expect(await fourth.first().isDisabled()).toBe(true);

    await page.click("a[hreflang=fr]");
    await page.getByRole("heading", { level: 1, name: /selon Région et Sexe/ }).waitFor();
    expect(await page.textContent("main")).toContain("L’échantillon couvre l’ensemble du pays.");
    expect(await page.locator("svg.chart-sheet .chart-watermark").textContent()).toContain("SIMULÉ");
    await page.context().close();
  }, 120_000);

  it("says why a cell is withheld, and shows at its address what was chosen to stand beside the figures", async () => {
    const asked = `${people}/table?file=persons&variable=emctr&rows=agegr`;
    const page = await pages.open({ path: asked });
    const table = page.getByRole("table").first();
    await table.waitFor();
    const cells = await table.locator("td").allTextContents();
    const held = cells.filter((cell) => cell === "withheld: a small group, or to protect one");
    expect(held.length).toBeGreaterThan(1);
    expect(await page.textContent("main")).toContain("groups of fewer than 5 cases");
    // No figure of a group so small stands anywhere else on the page.
    const counts = cells.flatMap((cell) => /n = ([\d,]+)/.exec(cell)?.[1] ?? []);
    expect(counts.length).toBeGreaterThan(10);
    for (const count of counts) expect(Number(count.replace(",", ""))).toBeGreaterThanOrEqual(5);
    expect(await page.textContent("main")).toContain("No test: cells it would rest on are withheld.");

    await page.getByRole("checkbox", { name: "coefficient of variation" }).focus();
    await page.keyboard.press("Space");
    await page.waitForURL("**show=interval,cases,variation,quality**");
    await table
      .getByText(/^CV \d/)
      .first()
      .waitFor();
    await page.reload({ waitUntil: "networkidle" });
    expect(await table.getByText(/^CV \d/).count()).toBeGreaterThan(0);
    await page.context().close();
  }, 120_000);

  it("draws women and men as two marks with whiskers that the keyboard reaches, and tells the test in words", async () => {
    const page = await pages.open({
      path: `${people}/table?file=persons&variable=earn&statistic=mean&rows=urb`,
    });
    const chart = page.locator("svg.chart-sheet");
    await chart.waitFor();
    const marks = chart.locator("[role=img][aria-label]");
    await chart.locator("[tabindex='0']").focus();
    await page.keyboard.press("End");
    const last = await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
    expect(last).toMatch(/^All\. Male: [\d,.]+, [\d,.]+ to [\d,.]+, n = /);
    expect(last).toContain("Female: ");
    expect(await marks.count()).toBe(3);
    expect(await chart.locator(".chart-interval").count()).toBeGreaterThan(8);
    expect(await page.textContent("main")).toMatch(
      /Town or country: the groups differ by more than chance would explain \(.+degrees of freedom/,
    );
    await page.context().close();
  }, 120_000);

  it("refuses what is not opened, and two studies that did not ask the same of the same people, in sentences", async () => {
    const closed = await pages.open({ path: `${people}/table?file=persons&variable=emctr&rows=jbdes` });
    expect(await closed.getByRole("alert").textContent()).toContain("Take one of the opened variables above");
    await closed.context().close();
    const page = await pages.open({ path: `${people}/table?file=persons&variable=emctr&rows=agegr` });
    await page.getByLabel("Second study").selectOption(towns);
    const alert = page.getByRole("alert");
    await alert.getByText("These studies are not put together").waitFor();
    expect(await alert.textContent()).toContain("national");
    expect(new URL(page.url()).search).toContain(`with=${towns}`);
    expect(await page.getByRole("heading", { level: 3, name: /three towns of Dalmere/ }).count()).toBe(1);
    await page.context().close();
  }, 120_000);

  it("describes a study, opens a variable where it stands, and says who may have the rows", async () => {
    const page = await pages.open({ path: `/surveys/${towns}` });
    expect(await page.textContent("article header")).toContain("not the nation.");
    await page.getByRole("link", { name: "Data dictionary" }).first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**tab=dictionary");
    await page.getByRole("searchbox").fill("contract");
    await page.keyboard.press("Enter");
    await page.waitForURL("**q=contract");
    await page.getByRole("link", { name: /emctr/ }).click();
    await page.getByText("What kind of contract do you have?").waitFor();
    await page.getByRole("columnheader", { name: "Weighted share" }).waitFor();
    expect(new URL(page.url()).search).toContain("variable=persons:emctr");
    await page.context().close();

    const rows = await pages.open({ path: `${people}?tab=microdata` });
    const main = (await rows.textContent("main")) ?? "";
    expect(main).toContain("You cannot have the rows at present.");
    expect(await rows.getByRole("link", { name: /Parquet/ }).count()).toBe(0);
    await rows.context().close();
    const open = await pages.open({ path: `/surveys/${towns}?tab=microdata` });
    const download = open.waitForEvent("download");
    await open.getByRole("link", { name: /^CSV/ }).first().click();
    expect(await textOf(await download)).toMatch(/emctr/);
    await open.context().close();
  }, 120_000);

  it("fits a phone, in the dark and in French", async () => {
    for (const path of [
      "/surveys",
      "/surveys?list=variables",
      people,
      `${people}?tab=dictionary&variable=persons:emctr`,
      `${people}/table?file=persons&variable=emctr&rows=region`,
    ]) {
      const page = await pages.open({ path, width: 390, scheme: "dark", language: "fr" });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(390);
      await page.context().close();
    }
  }, 120_000);

  it("runs under the content policy without a complaint of the browser", async () => {
    pages.complaints();
    for (const path of [
      "/surveys",
      people,
      `${people}?tab=tables`,
      `${people}/table?file=persons&variable=emctr`,
    ]) {
      const page = await pages.open({ path, strict: true });
      expect(await page.locator("h1").count(), path).toBe(1);
      await page.context().close();
    }
    expect(pages.complaints()).toEqual([]);
  }, 120_000);
});
