import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noBrowser, type PagesUnderTest, pagesUnderTest } from "./pages-under-test.ts";

// Decided in docs: the first page's JavaScript, compressed, so that a slow line reads it within seconds.
const mostFirstPageBytes = 200_000;

describe.skipIf(noBrowser !== null)(`the shell around every page${noBrowser ? `: ${noBrowser}` : ""}`, () => {
  let pages: PagesUnderTest;
  beforeAll(async () => {
    pages = await pagesUnderTest();
  }, 120_000);
  afterAll(() => pages?.close());

  it("speaks the browser's language, and another one that stays in the address from page to page", async () => {
    const page = await pages.open({ path: "/", language: "es" });
    expect(await page.getAttribute("html", "lang")).toBe("es");
    expect(await page.textContent("h1")).toBe("Evidencia sobre la protección social, con sus fuentes");
    await page.click("a[hreflang=fr]");
    await page.waitForFunction(() => document.documentElement.lang === "fr");
    expect(new URL(page.url()).search).toBe("?lang=fr");
    await page.click("nav >> text=Évaluations");
    await page.waitForURL("**/evidence?lang=fr");
    await page.waitForSelector("h1:has-text('Évaluations de la protection sociale')");
    expect(await page.title()).toBe("Évaluations de la protection sociale · Socle");
    await page.context().close();
  });

  it("moves the focus to the heading of a new page, and lets the keyboard skip to the content", async () => {
    const page = await pages.open({ path: "/" });
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
    await page.click("nav >> text=Evidence");
    await page.waitForURL("**/evidence");
    await page.waitForFunction(() => document.activeElement?.tagName === "H1");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      "Evaluations of social protection",
    );
    await page.context().close();
  });

  it("keeps the colour scheme a reader chose", async () => {
    const page = await pages.open({ path: "/" });
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await page.click("button:has-text('Dark')");
    expect(await background()).not.toBe(light);
    await page.reload({ waitUntil: "networkidle" });
    expect(await page.getAttribute("html", "data-mantine-color-scheme")).toBe("dark");
    await page.context().close();
  });

  it("opens and closes the menu of a small screen", async () => {
    const page = await pages.open({ path: "/", width: 390 });
    const door = page.locator("nav >> text=Evidence");
    expect(await door.isVisible()).toBe(false);
    await page.click("button:has-text('Menu')");
    await door.click();
    await page.waitForURL("**/evidence");
    expect(await page.locator("nav >> text=Countries").isVisible()).toBe(false);
    await page.context().close();
  });

  it("prints dark pages on white paper, without what only a screen needs", async () => {
    const page = await pages.open({ path: "/evidence", scheme: "dark" });
    await page.emulateMedia({ media: "print" });
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      "rgb(255, 255, 255)",
    );
    expect(await page.locator("nav >> text=Countries").isVisible()).toBe(false);
    expect(await page.getByRole("searchbox").isVisible()).toBe(false);
    expect(await page.locator("h1").isVisible()).toBe(true);
    await page.context().close();
  });

  it("says so where there is no page", async () => {
    const page = await pages.open({ path: "/nowhere/at/all" });
    expect(await page.textContent("h1")).toBe("There is no page at this address");
    await page.context().close();
  });

  it("runs under the content policy without a complaint of the browser", async () => {
    pages.complaints();
    for (const path of ["/", "/evidence", "/evidence/search?q=pension", "/access", "/sign-in", "/desk"]) {
      const page = await pages.open({ path, strict: true });
      expect(await page.locator("h1").count(), path).toBe(1);
      await page.context().close();
    }
    expect(pages.complaints()).toEqual([]);
  });

  it(`needs at most ${mostFirstPageBytes} bytes of compressed JavaScript for the first page`, async () => {
    const first = await pages.open({ path: "/icon.svg" });
    const scripts: Promise<readonly [string, number]>[] = [];
    first.on("response", (response) => {
      if (response.request().resourceType() !== "script") return;
      scripts.push(response.body().then((body) => [response.url(), gzipSync(body).length] as const));
    });
    await first.goto(`${pages.address}/`, { waitUntil: "networkidle" });
    const sizes = await Promise.all(scripts);
    const total = sizes.reduce((sum, [, size]) => sum + size, 0);
    // The shell alone is more than this; less would mean that scripts were not counted.
    expect(total).toBeGreaterThan(100_000);
    expect(total, sizes.map(([url, size]) => `${size} ${url}`).join("\n")).toBeLessThanOrEqual(
      mostFirstPageBytes,
    );
    await first.context().close();
  });
});
