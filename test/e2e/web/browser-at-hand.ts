// The browser that the tests of pages use.

import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const browserPath =
  process.env["CHROMIUM"] || ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync) || "";

/** Why no browser test can run here; null where one can. With CI=true its absence fails the tests. */
export const noBrowser: string | null = existsSync(browserPath)
  ? null
  : "no Chromium found; set CHROMIUM to its path";
if (noBrowser !== null && process.env["CI"] === "true") throw new Error(noBrowser);

/** A browser without a window that fetches nothing by itself. */
export const launchedBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: browserPath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-dev-shm-usage",
    ],
  });
