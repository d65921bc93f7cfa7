// One reader's way through a search: filters, what was set, the order, a word nobody wrote, and the small
// search of other sites.

import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { noBrowser, type PagesUnderTest, pagesUnderTest } from "./pages-under-test.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

describe.skipIf(noBrowser !== null)(`searching in a browser${noBrowser ? ` (${noBrowser})` : ""}`, () => {
  let pages: PagesUnderTest;
  beforeAll(async () => {
    pages = await pagesUnderTest();
  });
  afterAll(() => pages?.close());

  it("narrows by filters of several values, each of which can be taken away again", async () => {
    const page = await pages.open({ path: "/evidence/search?q=(maternity%20or%20pension)%20-reform" });
    const filters = page.getByRole("complementary", { name: "Filters" });
    await filters.getByRole("link", { name: /^Recommendations/ }).click();
    await page.waitForURL(/kind=recommendation$/);
    await filters.getByRole("link", { name: /^Findings/ }).click();
    await page.waitForURL(/kind=recommendation,finding$/);
    await page.getByText("(maternity OR pension) AND NOT reform").waitFor();
    await page.getByRole("link", { name: /^Kind of passage: Findings/ }).click();
    await page.waitForURL(/kind=recommendation$/);
    await page.getByRole("link", { name: "newest first" }).click();
    await page.waitForURL(/sort=newest/);
    expect(await page.locator("mark").count()).toBeGreaterThan(0);
    await page.getByText("Keep it or take it along").click();
    const ris = await page.getByRole("link", { name: "RIS" }).getAttribute("href");
    const file = await fetch(`${pages.address}${ris}`);
    expect(await file.text()).toContain("TY  - RPRT");
  });

  it("says which word found nothing and leads to one that does", async () => {
    const page = await pages.open({ path: "/evidence/search?q=penshun" });
    await page.getByText("penshun alone: nothing").waitFor();
    await page
      .getByRole("link", { name: /^pensi[óo]n/ })
      .first()
      .click();
    await page.waitForURL(/q=pensi/);
    await page.locator("mark").first().waitFor();
  });

  it("tells where a search cannot be understood", async () => {
    const page = await pages.open({ path: "/evidence/search?q=(social" });
    await page.getByText("The parenthesis at character 1 is never closed.").waitFor();
  });

  it("is small inside another page, and leads out of it", async () => {
    const page = await pages.open({ path: "/embed/search" });
    await page.getByRole("searchbox").fill("pension");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/embed\/search\?q=pension/);
    expect(await page.getByRole("link", { name: "All results on Socle" }).getAttribute("target")).toBe(
      "_blank",
    );
    expect(await page.getByRole("banner").count()).toBe(0);
  });
});
