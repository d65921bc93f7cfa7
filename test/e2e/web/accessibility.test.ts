import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, noBrowser, type PagesUnderTest, pagesUnderTest } from "./pages-under-test.ts";

describe.skipIf(noBrowser !== null)(`what axe finds on the pages${noBrowser ? `: ${noBrowser}` : ""}`, () => {
  let pages: PagesUnderTest;
  let report = "";
  beforeAll(async () => {
    pages = await pagesUnderTest();
    const documents = (await (await fetch(`${pages.address}/api/documents`)).json()) as {
      source: { sha256: string };
    }[];
    report = `/evidence/reports/${documents[0]?.source.sha256}`;
  }, 120_000);
  afterAll(() => pages?.close());

  for (const scheme of ["light", "dark"] as const) {
    for (const width of [1280, 360]) {
      it(`is nothing, and nothing is wider than the screen: ${scheme}, ${width} pixels`, async () => {
        const paths = [
          "/",
          "/evidence",
          "/evidence?text=zzzzqqqq",
          "/evidence/search?q=pension",
          "/evidence/evaluations/ievd-E-2",
          report,
          `${report}?view=passages`,
          "/access",
          "/sign-in",
          "/claim",
          "/desk",
          "/nowhere",
        ];
        for (const path of paths) {
          const page = await pages.open({ path, scheme, width, language: width === 360 ? "fr" : "en" });
          expect(await axeViolations(page), path).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
            width,
          );
          await page.context().close();
        }
        pages.complaints();
      }, 120_000);
    }
  }

  it("is found when something is wrong", async () => {
    const page = await pages.open({ path: "/" });
    await page.evaluate(() =>
      document.querySelector("h1")?.insertAdjacentHTML("afterend", "<img src='/icon.svg'>"),
    );
    expect((await axeViolations(page)).join()).toContain("image-alt");
    await page.context().close();
  });
});
