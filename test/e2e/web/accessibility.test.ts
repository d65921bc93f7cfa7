import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { router } from "../../../src/web/router.tsx";
import { addressesByRoute, drawnAddresses } from "./addresses.ts";
import { axeViolations, noBrowser, type PagesUnderTest, pagesUnderTest } from "./pages-under-test.ts";

it("looks at every page there is", () => {
  expect(Object.keys(addressesByRoute("")).sort()).toEqual(Object.keys(router.routesByPath).sort());
});

describe.skipIf(noBrowser !== null)(`what axe finds on the pages${noBrowser ? `: ${noBrowser}` : ""}`, () => {
  let pages: PagesUnderTest;
  let report = "";
  beforeAll(async () => {
    pages = await pagesUnderTest();
    const documents = (await (await fetch(`${pages.address}/api/documents`)).json()) as {
      source: { sha256: string };
    }[];
    report = documents[0]?.source.sha256 ?? "";
  }, 120_000);
  afterAll(() => pages?.close());

  // Every page once in each scheme and at each width; where most is drawn, in all four ways. Further states of a
  // review, whose parts are the same, on the wide screen only.
  for (const [scheme, width, every] of [
    ["light", 1280, true],
    ["dark", 360, true],
    ["dark", 1280, false],
    ["light", 360, false],
  ] as const) {
    it(`is nothing, and nothing is wider than the screen: ${scheme}, ${width} pixels`, async () => {
      const paths = every
        ? [
            ...Object.values(addressesByRoute(report)).flatMap((paths) =>
              width === 360 && paths[0].startsWith("/reviews") ? paths.slice(0, 1) : paths,
            ),
            "/nowhere",
          ]
        : drawnAddresses(report);
      pages.complaints();
      // One window for all: opening one for each page takes longer than looking. Several tabs, so that one is
      // looked at while another still waits whether more is fetched.
      const first = await pages.open({ path: "/", scheme, width, language: width === 360 ? "fr" : "en" });
      const context = first.context();
      const waiting = [...paths];
      const looked: string[] = [];
      const lookAtNext = async (page: Page): Promise<void> => {
        const path = waiting.shift();
        if (path === undefined) return;
        await page.goto(pages.address + path, { waitUntil: "networkidle" });
        await page.waitForSelector("h1");
        expect(await axeViolations(page), path).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
          width,
        );
        looked.push(path);
        return lookAtNext(page);
      };
      const tabs = [first, ...(await Promise.all([1, 2].map(() => context.newPage())))];
      await Promise.all(tabs.map(lookAtNext));
      expect(looked.sort()).toEqual(paths.toSorted());
      await context.close();
      // What is not there is answered by 404, what needs an account by 401, a question that ends in a bracket
      // by 422: the browser tells of each.
      expect(pages.complaints().filter((said) => !/status of (401|404|422)/.test(said))).toEqual([]);
    }, 480_000);
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
