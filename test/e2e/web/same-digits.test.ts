// The estimator as a browser runs it gives the digits it gives on the server: the door of the statistics, bundled as
// pages are, over the files of the simulated studies.

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as kernel from "#kernel";
import * as statistics from "#statistics";
import { launchedBrowser, noBrowser } from "./browser-at-hand.ts";
import { type Asked, askedOfStudies } from "./same-digits-requests.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

type Doors = { readonly statistics: typeof statistics; readonly kernel: typeof kernel };
type Found = readonly (readonly [place: string, value: number])[];

/**
 * Every number of every answer, with its place. Sent to the browser as it stands, so it knows nothing but what it
 * is given: both sides cut the text into columns, check the request, lay out the design and estimate.
 */
function numbersOf({ statistics, kernel }: Doors, asked: readonly Asked[]): Found {
  const found: [string, number][] = [];
  const take = (place: string, value: unknown): void => {
    if (typeof value === "number") found.push([place, value]);
    else if (value !== null && typeof value === "object")
      for (const [name, inner] of Object.entries(value)) take(`${place}.${name}`, inner);
  };
  for (const { name, csv, request } of asked) {
    const read = statistics.readSurveyRequest(request);
    if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.problems)}`);
    const [names, ...rows] = csv
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    const columns = new Map<string, statistics.SurveyColumn>();
    for (const [place, column] of names!.entries()) {
      const cells = statistics.columnOfCells(read.value.missing);
      for (const row of rows) cells.take(row[place]!);
      columns.set(column, cells.column());
    }
    const context = statistics.surveyContext(read.value.design, { rows: rows.length, columns });
    if (!context.ok) throw new Error(`${name}: ${JSON.stringify(context.problems)}`);
    for (const estimate of read.value.estimates) {
      const answer = statistics.estimateSurvey(context.value, estimate);
      if (!answer.ok) throw new Error(`${name} ${estimate.id}: ${JSON.stringify(answer.problems)}`);
      take(`${name} ${estimate.id}`, answer.value);
    }
  }
  const next = kernel.seededRandom(2024);
  for (let draw = 0; draw < 100; draw++) found.push([`seeded draw ${draw}`, next()]);
  return found;
}

/** Both doors as an own page would import them. */
async function bundled(outDir: string): Promise<void> {
  const entry = (door: string) => join(root, "src", door, "index.ts");
  await build({
    root,
    configFile: false,
    logLevel: "error",
    build: {
      outDir,
      copyPublicDir: false,
      target: "es2023",
      lib: { entry: { statistics: entry("statistics"), kernel: entry("kernel") }, formats: ["es"] },
    },
  });
}

/**
 * Numbers that rest on exponentials, logarithms, sines or powers, which the language leaves to the engine, or on a
 * search for a root: ends of intervals and p-values (the distributions of Student, F and beta), errors of quantiles
 * (from the ends of an interval), of measures with a line that is a quantile (from a density), logistic regression,
 * and weights by raking or logit distance. All else is sums, products, quotients and square roots, which the language
 * fixes to the bit.
 */
const isFitted = (place: string): boolean =>
  /\.(low|high|pValue|bandwidth|thresholdBandwidth)$/.test(place) ||
  /(quantile-\w+|median-income|at-risk-of-poverty-rate|relative-median-poverty-gap)\.\d+\.standardError$/.test(
    place,
  ) ||
  /^two stages logistic\.|^calibrated, (raking|logit) /.test(place);

const address = "http://pages.test";

async function inBrowser(browser: Browser, folder: string, asked: readonly Asked[]): Promise<Found> {
  const page = await browser.newPage();
  await page.route("**/*", async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.endsWith(".js"))
      await route.fulfill({
        contentType: "text/javascript",
        body: await readFile(join(folder, pathname.slice(1)), "utf8"),
      });
    else await route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Blank</title>" });
  });
  await page.goto(address);
  // As text, because the runner of the tests puts names of its own in the place of an import.
  return page.evaluate(`(async () => {
    const doors = { statistics: await import("/statistics.js"), kernel: await import("/kernel.js") };
    return (${numbersOf})(doors, ${JSON.stringify(asked)});
  })()`);
}

describe.skipIf(noBrowser !== null)(`the digits of estimates${noBrowser ? `: ${noBrowser}` : ""}`, () => {
  let folder = "";
  let browser: Browser;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "socle-digits-"));
    await bundled(folder);
    browser = await launchedBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("are those of the server in a browser", async () => {
    const asked = await askedOfStudies(join(root, "demonstration/studies"));
    const here = numbersOf({ statistics, kernel }, asked);
    const there = await inBrowser(browser, folder, asked);
    expect(there.map(([place]) => place)).toEqual(here.map(([place]) => place));
    expect(here.length).toBeGreaterThan(1000);
    const apart = here.flatMap(([place, value], at) => {
      const other = there[at]![1];
      const isSame = isFitted(place)
        ? Object.is(value, other) || Math.abs(value - other) <= 1e-12 * Math.abs(value)
        : Object.is(value, other);
      return isSame ? [] : [`${place}: ${value} here, ${other} in the browser`];
    });
    expect(apart).toEqual([]);
    // Most of the answers are closed forms, so that the comparison to the bit is one of thousands of numbers.
    expect(here.filter(([place]) => !isFitted(place)).length).toBeGreaterThan(4000);
  });
});
