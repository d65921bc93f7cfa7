import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noBrowser, type PagesUnderTest, pagesUnderTest } from "./pages-under-test.ts";

const run = "/indexes/runs/income-security-v1-demo-indicators-1";
const release = "/data/demo-indicators-1";
const score = "score:income-security-v1-demo-indicators-1/XAA/income.outcome/2024";

/** What the element in focus is called. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");

describe.skipIf(noBrowser !== null)(`the pages of figures${noBrowser ? `: ${noBrowser}` : ""}`, () => {
  let pages: PagesUnderTest;
  beforeAll(async () => {
    pages = await pagesUnderTest();
  }, 120_000);
  afterAll(() => pages?.close());

  it("draws the world without invented countries, tells zero from not known, and opens a country by keyboard", async () => {
    const page = await pages.open({ path: "/countries" });
    const map = page.locator("svg.chart-sheet");
    await map.waitFor();
    const named = await map
      .locator("[role=link]")
      .evaluateAll((marks) => marks.map((m) => m.getAttribute("aria-label")));
    expect(named.length).toBeGreaterThan(240);
    expect(named.join()).not.toContain("Alvane");
    expect(named).toContain("Kenya: none in this registry");
    await map.locator("[tabindex='0']").focus();
    await page.keyboard.press("t");
    await page.keyboard.press("t");
    expect(await focused(page)).toMatch(/^T/);
    await page.keyboard.press("End");
    await page.keyboard.press("k");
    while (!(await focused(page)).startsWith("Kenya")) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/countries/KEN");
    // The address changes before the page is fetched.
    await page.getByRole("heading", { level: 1, name: "Kenya" }).waitFor();
    await page.context().close();

    const other = await pages.open({ path: "/countries?show=c102" });
    await other.locator("svg.chart-sheet").waitFor();
    expect(await other.getByLabel(/^Kenya: not known$/).count()).toBe(1);
    expect(await other.getByLabel(/^Barbados: known to have ratified/).count()).toBe(1);
    expect(await other.textContent("main")).toContain("never means that it has not ratified");
    await other.context().close();
  });

  it("leads from a rating of a country to the cell of the source file, marked", async () => {
    const page = await pages.open({ path: "/countries/XAA?view=table" });
    expect(await page.textContent("main")).toContain("simulated");
    expect(await page.textContent("main")).toContain("reconstruction");
    const row = page.locator("tr", { hasText: /^Income security/ });
    await row.locator("a.trace-mark").last().click();
    await page.waitForURL("**/trace?id=score*");
    await page.waitForSelector(".trace-row mark");
    expect(await page.textContent("main")).toContain("indicators-simulated.csv");
    // The score can be worked out again from what stands on the page.
    const products = await page
      .locator(".trace-box .fact-table:not(.trace-row)")
      .first()
      .locator("tbody td:last-child")
      .allTextContents();
    const sum = Number(products.pop());
    expect(products.length).toBeGreaterThan(3);
    expect(products.reduce((total, product) => total + Number(product), 0)).toBeCloseTo(sum, 3);
    expect(await page.textContent(".trace-step")).toContain("stretched over all countries");
    expect(await page.textContent("article header")).toMatch(/reconstruction.*simulated/);
    const cell = await page.textContent(".trace-row mark");
    const value = await page
      .locator(".trace-box", { has: page.locator(".trace-row") })
      .first()
      .textContent();
    expect(value).toContain(cell);
    await page.context().close();
  });

  it("keeps the whole choice of the explorer in the address, and gives it to programs", async () => {
    const page = await pages.open({ path: `${release}?indicator=ISI_O_POV` });
    await page.getByLabel("Add an area by name or code").fill("Belmora");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByLabel("From year").fill("2020");
    await page.getByRole("tab", { name: "Table" }).click();
    await page.waitForURL("**/data/demo-indicators-1?indicator=ISI_O_POV&area=XAB&from=2020&view=table");
    await page.waitForSelector(".fact-table tbody tr");
    const again = await pages.open({ path: page.url() });
    // Five years, for both together, for women and for men.
    expect(await again.locator("section[aria-label*='national poverty line'] tbody tr").count()).toBe(15);
    // Belmora counts its poor every second year: the years between say why they have no value.
    expect(await again.locator("tbody em").first().textContent()).toBe("not collected");
    const api = await again.locator(".explore-api a").getAttribute("href");
    const answer = (await (await fetch(api ?? "")).json()) as { observations: unknown[] };
    expect(answer.observations).toHaveLength(15);
    await again.context().close();
    await page.context().close();
  });

  it("says what a filter would give, and keeps one choice as table, chart, map and file", async () => {
    const page = await pages.open({ path: "/explore?indicator=ISI_O_POV" });
    const filter = page.getByRole("complementary", { name: "Filters" });
    const belmora = filter.getByRole("link", { name: /^Belmora/ });
    const promised = Number(/\d+$/.exec((await belmora.textContent()) ?? "")?.[0]);
    expect(promised).toBeGreaterThan(10);
    await belmora.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/explore?indicator=ISI_O_POV&area=XAB");
    await page.getByRole("status").getByText(`${promised} observations`).waitFor();
    // Belmora counts its poor every second year: the years between say so, and are no zeros.
    const cells = page.locator("tbody tr").first().locator("td");
    // The rows of the choice before stand until the new ones come.
    await cells
      .filter({ hasText: /^not collected$/ })
      .first()
      .waitFor();
    await page.getByRole("checkbox", { name: "flags" }).check();
    await page.getByRole("columnheader", { name: "Flag" }).first().waitFor();
    const line = (await page.locator("code").first().textContent()) ?? "";
    const csv = await (await fetch(/'(.*)'/.exec(line)?.[1] ?? "")).text();
    expect(csv.trim().split("\n")).toHaveLength(promised + 1);
    await page.getByRole("link", { name: "Chart", exact: true }).click();
    await page.locator("svg.chart-sheet .chart-mark").first().waitFor();
    await page.getByRole("link", { name: "Map", exact: true }).click();
    // Invented countries are never on the world map.
    await page
      .locator("svg.chart-sheet")
      .getByLabel(/^Belmora: /)
      .waitFor();
    expect(page.url()).toContain("indicator=ISI_O_POV&area=XAB&show=flags&view=map");
    await page.context().close();

    const narrow = await pages.open({ path: "/explore?pivot=area-indicator", width: 390 });
    await narrow.locator("tbody tr").first().waitFor();
    expect(await narrow.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await narrow.context().close();
  });

  it("draws simulated figures with the word across the picture, in the language of the page", async () => {
    const page = await pages.open({ path: run, language: "fr" });
    await page.locator("svg.chart-sheet").first().waitFor();
    expect(await page.locator(".chart-watermark").first().textContent()).toContain("SIMULÉ");
    expect(await page.locator(".chart-source").first().textContent()).toMatch(/État au \d+ \S+ \d{4}/);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Enregistrer l’image (SVG)" }).first().click();
    const stream = await (await download).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const file = Buffer.concat(chunks).toString("utf8");
    expect(file).toContain("SIMULÉ");
    expect(file).toContain('xmlns="http://www.w3.org/2000/svg"');
    await page.context().close();
  });

  it("sorts a run by any column, by keyboard", async () => {
    const page = await pages.open({ path: `${run}?view=table` });
    const button = page.getByRole("button", { name: /^Score/ });
    await button.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**sort=score**");
    // Lowest score first: the last rank stands on top, the first at the bottom.
    const ranks = await page.locator("section[aria-label*='order'] tbody td:nth-child(2)").allTextContents();
    expect(ranks.map((rank) => Number.parseInt(rank, 10)).at(-1)).toBe(1);
    expect(Number.parseInt(ranks[0] ?? "", 10)).toBeGreaterThan(20);
    expect(await page.locator("th[aria-sort=ascending]").textContent()).toContain("Score");
    await page.context().close();
  });

  it("follows a weight moved by keyboard, says how sure the new rank is, and shows the same at its address", async () => {
    const page = await pages.open({ path: run });
    await page.getByRole("button", { name: "Try other weights" }).click();
    const slider = page.getByRole("slider", { name: "Input", exact: true });
    await slider.focus();
    await page.keyboard.press("End");
    const rows = (on: Page) => on.locator(".live-table tbody tr").allTextContents();
    await page.waitForSelector(".live-table >> text=▲");
    await page.waitForURL("**w=1:4**");
    const known = () => !document.querySelector(".live-table")?.textContent?.includes("(…)");
    await page.waitForFunction(known, undefined, { timeout: 20_000 });
    const shown = await rows(page);
    expect(shown.filter((row) => row.includes("▲")).length).toBeGreaterThan(0);
    for (const row of shown) expect(row).toMatch(/\d+ \(\d+–\d+\)\d+ \(\d+–\d+\)/);
    const again = await pages.open({ path: page.url(), strict: true });
    await again.waitForSelector(".live-table >> text=▲");
    await again.waitForFunction(known, undefined, { timeout: 20_000 });
    expect(await rows(again)).toEqual(shown);
    await again.getByRole("button", { name: "Set everything back" }).click();
    await again.waitForURL((address) => !address.search.includes("w="));
    expect((await rows(again)).every((row) => row.includes("= same"))).toBe(true);
    await again.context().close();
    await page.context().close();
  }, 60_000);

  it("builds an index by keyboard, says at the field what is wrong, keeps it over a reload, and runs it", async () => {
    const page = await pages.open({ path: pages.link });
    await page.getByLabel("Name").fill("Ana Ribeiro");
    await page.getByLabel("E-mail address").fill("ana@example.org");
    await page
      .getByRole("textbox", { name: "Choose a password" })
      .fill("three unrelated words: lamp, river, tax");
    await page.getByRole("button", { name: "Become administrator" }).click();
    await page.waitForURL("**/desk");
    await page.goto(`${pages.address}/indexes/build?release=demo-indicators-1`, { waitUntil: "networkidle" });
    await page.getByLabel("Id", { exact: true }).fill("two-things");
    await page.getByLabel("Name of the index in this language").fill("Two things");
    const add = async (words: string) => {
      await page.getByLabel("Find an indicator").fill(words);
      await page
        .getByRole("button", { name: /^Add: / })
        .first()
        .click();
    };
    await add("ISI_O_POV");
    await add("LMSI_O_UR");
    await page.getByRole("button", { name: "Add a part" }).click();
    // The part goes before the indicators, and one of them into it.
    await page.keyboard.press("Alt+ArrowUp");
    await page.keyboard.press("Alt+ArrowUp");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Alt+ArrowRight");
    const tree = page.getByRole("list", { name: "The tree of the index" }).locator("li");
    expect(await tree.evaluateAll((nodes) => nodes.map((node) => node.dataset["depth"]))).toEqual([
      "0",
      "1",
      "2",
      "1",
    ]);
    await page.getByLabel("Weight", { exact: true }).fill("-1");
    await page.waitForSelector("text=a weight is a number of at least 0");
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByLabel("Weight", { exact: true }).fill("2");
    await page.waitForSelector("text=/Countries with a score: \\d+ of 24/");
    await page.reload({ waitUntil: "networkidle" });
    expect(await tree.count()).toBe(4);
    await page.getByRole("button", { name: "Save this version and run it" }).click();
    await page.getByRole("link", { name: "Look at the run two-things-v1-demo-indicators-1" }).click();
    await page.getByRole("heading", { level: 1, name: "Two things" }).waitFor();
    await page.getByRole("tab", { name: "Table" }).first().click();
    // No rank stands without its interval.
    expect(await page.locator("section[aria-label*='order'] tbody tr").first().textContent()).toMatch(
      /1 \(\d+–\d+\)/,
    );
    await page.context().close();
  }, 60_000);

  it("shows the poverty rate before a reader has chosen, and the indicators by form", async () => {
    const page = await pages.open({ path: "/countries/XAA" });
    const select = page.getByLabel("Indicator", { exact: true });
    expect(await select.inputValue()).toBe("ISI_O_POV");
    expect(await select.locator("optgroup").first().getAttribute("label")).toBe("Labour market security");
    await page.context().close();
  });

  it("says what would stand where there is nothing, and what a wrong code is", async () => {
    const page = await pages.open({ path: "/countries/PER" });
    expect(await page.textContent("main")).toContain("No security index has been computed for Peru yet.");
    await page.context().close();
    const wrong = await pages.open({ path: "/countries/ZZZ" });
    expect(await wrong.textContent("h1")).toBe("There is no country with the code ZZZ");
    await wrong.context().close();
  });

  it("prints a country on two pages", async () => {
    const page = await pages.open({ path: "/countries/XAA" });
    await page.locator("svg.chart-sheet").nth(1).waitFor();
    await page.emulateMedia({ media: "print" });
    await page.waitForFunction(() =>
      document.querySelector("svg.chart-sheet")?.getAttribute("viewBox")?.startsWith("0 0 672 "),
    );
    const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2);
    await page.context().close();
  });

  it("puts countries side by side with whiskers, and holds the whole comparison in the address", async () => {
    const page = await pages.open({ path: "/countries/compare?areas=XAA" });
    await page.getByLabel("Add a country by name or code").fill("Belmora");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.waitForURL("**/countries/compare?areas=XAA,XAB");
    const forms = page.locator("figure").first();
    await forms.locator(".chart-interval").first().waitFor();
    await forms.getByRole("tab", { name: "Table" }).click();
    await page.waitForURL("**/countries/compare?areas=XAA,XAB&view=table");
    const row = forms.locator("tr", { hasText: /^Income security/ });
    // No rank stands without its interval.
    expect(await row.textContent()).toMatch(/\d+ of \d+ \(between \d+ and \d+\)/);
    const download = page.waitForEvent("download");
    await forms.getByRole("button", { name: "Save the table (CSV)" }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
    const lines = Buffer.concat(chunks).toString("utf8").split("\r\n");
    expect(lines[0]).toContain("Source,Address");
    expect(lines[1]).toMatch(/0\.\d{6}/);
    expect(lines[1]).toContain("areas=XAA,XAB");
    await page.context().close();
  });

  it("shows one figure alone in a frame of another site, light, with its source, and nothing to sign in to", async () => {
    const page = await pages.open({ path: "/countries/XAA?view=table", scheme: "dark" });
    const figure = page.locator("figure").first();
    await figure.getByRole("button", { name: "Embed" }).click();
    const code = await figure.getByLabel("Code for your page").inputValue();
    await page.context().close();
    const address = /src="([^"]+)"/.exec(code)![1]!.replaceAll("&amp;", "&");
    expect(address).toContain("/embed/figure/forms/countries/XAA?view=table");
    const frame = await pages.open({ path: address.replace("view=table", "view=chart"), scheme: "dark" });
    await frame.locator("svg.chart-sheet").waitFor();
    expect(await frame.locator("figure").count()).toBe(1);
    expect(await frame.getByRole("banner").count()).toBe(0);
    expect(
      await frame
        .locator(".chart-source")
        .allTextContents()
        .then((all) => all.join(" ")),
    ).toMatch(/Source: .+State of .+Licence: .+Socle /);
    expect(await frame.locator("html").getAttribute("data-mantine-color-scheme")).toBe("light");
    expect(await frame.locator("svg.chart-sheet [role=link]").count()).toBe(0);
    await frame.getByRole("tab", { name: "Table" }).click();
    await frame.locator("table").waitFor();
    const opened = frame.context().waitForEvent("page");
    await frame.getByRole("link", { name: "Open the page with this figure" }).click();
    expect(new URL((await opened).url()).pathname).toBe("/countries/XAA");
    await frame.context().close();
  });

  it("runs under the content policy without a complaint of the browser", async () => {
    pages.complaints();
    for (const path of [
      "/countries",
      "/countries/XAA",
      "/countries/compare?areas=XAA,XAB",
      "/countries/old-age",
      run,
      release,
      "/standards/C102",
      `/trace?id=${score}`,
    ]) {
      const page = await pages.open({ path, strict: true });
      expect(await page.locator("h1").count(), path).toBe(1);
      await page.context().close();
    }
    expect(pages.complaints()).toEqual([]);
  }, 60_000);
});
