import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noBrowser, type PagesUnderTest, pagesUnderTest } from "./pages-under-test.ts";

describe.skipIf(noBrowser !== null)(`the evidence pages${noBrowser ? `: ${noBrowser}` : ""}`, () => {
  let pages: PagesUnderTest;
  beforeAll(async () => {
    pages = await pagesUnderTest();
  }, 120_000);
  afterAll(() => pages?.close());

  it("leads from a word on the home page to the marked passage in its report", async () => {
    const page = await pages.open({ path: "/" });
    await page.getByRole("searchbox").fill("pensión");
    await page.getByRole("button", { name: "Search" }).click();
    await page.waitForURL("**/evidence/search?q=pensi%C3%B3n");
    await page.waitForSelector("ol mark");
    expect(await page.textContent("ol mark")).toMatch(/pensi[óo]n/i);
    const hit = page.locator("ol > li").first();
    const words = ((await hit.locator("p").first().textContent()) ?? "").slice(0, 40);
    expect(await hit.textContent()).toContain("invented");
    await hit.locator("h2 a").click();
    await page.waitForURL("**/evidence/reports/*?passage=*");
    const id = new URL(page.url()).searchParams.get("passage");
    const mark = page.locator(`[data-passage="${id}"]`).first();
    await mark.waitFor();
    expect(await page.locator("blockquote").textContent()).toContain(words.trim());
    expect(((await mark.textContent()) ?? "").replace(/\s+/g, " ")).toContain(words.trim());
    const box = await mark.boundingBox();
    expect(box && box.y > 0 && box.y < 900).toBe(true);
    await page.context().close();
  });

  it("offers the country whose name is typed", async () => {
    const page = await pages.open({ path: "/", language: "fr" });
    await page.getByRole("searchbox").fill("kény");
    expect(await page.locator("a:has-text('Kenya')").getAttribute("href")).toBe("/countries/KEN");
    await page.context().close();
  });

  it("leads to figures and Conventions where no passage has the word", async () => {
    const page = await pages.open({ path: "/" });
    await page.getByRole("searchbox").fill("poverty");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/evidence/search?q=poverty");
    const also = page.getByRole("complementary", { name: "Also found" });
    await also.getByRole("link", { name: /^Population below the national poverty line/ }).click();
    await page.waitForURL("**/indicators/ISI_O_POV");
    await page
      .getByRole("heading", { level: 1, name: /^Population below the national poverty line/ })
      .waitFor();
    await page.goBack();
    await page.waitForURL("**/evidence/search?q=poverty");
    await page.goto(`${pages.address}/evidence/search?q=maternity`);
    await also.getByRole("link", { name: /^C183/ }).waitFor();
    await page.context().close();
  });

  it("goes through the passages by keyboard, filters them by kind, and keeps both in the address", async () => {
    const home = await pages.open({ path: "/" });
    const start = await home.locator("a:has-text('Read a report beside its passages')").getAttribute("href");
    await home.context().close();
    const page = await pages.open({ path: start ?? "" });
    const chosen = () => new URL(page.url()).searchParams.get("passage");
    await page.keyboard.press("j");
    await page.waitForURL(/passage=/);
    const first = chosen();
    await page.keyboard.press("j");
    await page.waitForFunction((former) => !location.search.includes(former ?? ""), first);
    await page.keyboard.press("k");
    await page.waitForURL((url) => url.searchParams.get("passage") === first);

    const list = page.locator("[data-passage-list]");
    const all = await list.locator("ol > li").count();
    await list.getByRole("link", { name: /^Recommendations/ }).click();
    await page.waitForURL(/kind=recommendation/);
    const some = await list.locator("ol > li").count();
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
    expect(await list.locator("ol > li").first().textContent()).toContain("Recommendation");
    await page.reload({ waitUntil: "networkidle" });
    expect(await list.locator("ol > li").count()).toBe(some);
    await page.context().close();
  });

  it("takes turns between text and passages on a phone", async () => {
    const home = await pages.open({ path: "/" });
    const start = await home.locator("a:has-text('Read a report beside its passages')").getAttribute("href");
    await home.context().close();
    const page = await pages.open({ path: start ?? "", width: 390 });
    const list = page.locator("[data-passage-list]");
    expect(await list.isVisible()).toBe(false);
    await page.getByRole("link", { name: /^\d+ passages$/ }).click();
    await list.waitFor();
    await list.locator("ol > li a").first().click();
    await page.waitForURL(/passage=/);
    expect(await list.isVisible()).toBe(false);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBe(390);
    await page.context().close();
  });

  it("filters the registry by facets that stand in the address, the not stated among them", async () => {
    const page = await pages.open({ path: "/evidence" });
    const facets = page.locator("aside[aria-label=Filters]");
    const rows = "table[aria-label='Evaluations of social protection'] tbody tr";
    const internal = facets.getByRole("link", { name: /^Internal/ });
    const internals = Number(/\d+/.exec((await internal.textContent()) ?? "")?.[0]);
    const all = await page.locator(rows).count();
    expect(internals).toBeLessThan(all);
    await internal.click();
    await page.waitForURL("**/evidence?nature=internal");
    await page.waitForFunction(([n, at]) => document.querySelectorAll(at).length === n, [
      internals,
      rows,
    ] as const);
    expect(await internal.getAttribute("aria-current")).toBe("true");
    await internal.click();
    await page.waitForURL("**/evidence");
    const line = facets.locator("section[aria-label=Region] a:has-text('not stated')");
    const count = Number(/\d+/.exec((await line.textContent()) ?? "")?.[0]);
    await line.click();
    await page.waitForURL("**/evidence?region=none");
    await page.waitForFunction(([n, at]) => document.querySelectorAll(at).length === n, [
      count,
      rows,
    ] as const);
    await page.context().close();
  });

  it("shows on the record what is odd about it", async () => {
    const page = await pages.open({ path: "/evidence/evaluations/ievd-E-2" });
    expect(await page.textContent("h1")).toContain("SSOS - Fase II");
    expect(await page.textContent("main")).toContain("placeholder");
    await page.context().close();
  });

  it("says what is wrong when there is no such report", async () => {
    const page = await pages.open({ path: `/evidence/reports/${"0".repeat(64)}` });
    expect(await page.getByRole("alert").textContent()).toMatch(/report|source/);
    await page.context().close();
  });
});
