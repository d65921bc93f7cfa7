// The built pages in a real browser, over a server of its own that holds the demonstration collection.

import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { build } from "vite";
import { createServer } from "#api";
import {
  completeUncertainty,
  createFirstLink,
  type Effects,
  prepareDemonstration,
  readSettings,
  useCases,
} from "#app";
import type { Language } from "#kernel";
import { openStore, type Store } from "#store";
import { preparedFolder } from "../../prepared-folders.ts";
import { launchedBrowser } from "./browser-at-hand.ts";

export { noBrowser } from "./browser-at-hand.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
/** Pages built elsewhere can be looked at while others use those of the project. */
const dist = process.env["SOCLE_TEST_PAGES"] || join(root, "dist");

type Looking = {
  readonly path: string;
  readonly width?: number;
  readonly scheme?: "light" | "dark";
  readonly language?: Language;
  /** Keeps the content policy in force; the pages are then as a reader has them, but axe cannot be added. */
  readonly strict?: boolean;
};

export type PagesUnderTest = {
  readonly address: string;
  /** The one-time link of the first administrator. */
  readonly link: string;
  /** Opens an address in a browser of its own memory and waits until nothing more is fetched. */
  open(looking: Looking): Promise<Page>;
  /** What the browser complained about since the last call: errors in the page, refused resources. */
  complaints(): readonly string[];
  close(): Promise<void>;
};

export async function pagesUnderTest(): Promise<PagesUnderTest> {
  if (!existsSync(join(dist, "index.html"))) await build({ root, logLevel: "error" });
  const home = await mkdtemp(join(tmpdir(), "socle-web-"));
  const now = () => new Date().toISOString();
  let address = "http://localhost";
  const effectsOver = (store: Store): Effects => ({
    store,
    now,
    randomBytes: (length) => randomBytes(length),
    codeVersion: "0.0.0-test",
    get address() {
      return address;
    },
  });
  await preparedFolder("demonstration", home, async (store) => {
    const prepared = await prepareDemonstration(effectsOver(store), () => {});
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
    // Once for all copies, not by the first page of each that shows an interval.
    await completeUncertainty(effectsOver(store));
  });
  const opened = await openStore({ home, databaseUrl: null, now });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const store = opened.value;
  const effects = effectsOver(store);
  const settings = readSettings({ SOCLE_HOME: home, SOCLE_RATE_LIMIT: "0" }, home);
  if (!settings.ok) throw new Error(JSON.stringify(settings.problems));
  const app = await createServer(effects, useCases, settings.value, {
    webRoot: dist,
    operatorToken: "operator-token-of-the-test-0123456789abcdefghi",
  });
  const listening = await app.listen({ host: "127.0.0.1", port: 0 });
  address = `http://localhost:${new URL(listening).port}`;
  const link = await createFirstLink(effects);
  if (!link.ok || link.value === null) throw new Error("no link for the first administrator");

  const browser = await launchedBrowser();
  let complaints: string[] = [];
  return {
    address,
    link: link.value,
    async open({ path, width = 1280, scheme = "light", language = "en", strict = false }) {
      const context = await browser.newContext({
        viewport: { width, height: width < 500 ? 844 : 900 },
        colorScheme: scheme,
        locale: language,
        reducedMotion: "reduce",
        bypassCSP: !strict,
        timezoneId: "Pacific/Auckland",
      });
      // Of the context and not of the page: further tabs may be opened in it.
      context.on("weberror", (said) => complaints.push(`${path}: ${said.error().message}`));
      context.on("console", (message) => {
        if (message.type() === "error") complaints.push(`${path}: ${message.text()}`);
      });
      const page = await context.newPage();
      await page.goto(path.startsWith("http") ? path : address + path, { waitUntil: "networkidle" });
      if (!path.endsWith(".svg")) await page.waitForSelector("h1");
      return page;
    },
    complaints() {
      const made = complaints;
      complaints = [];
      return made;
    },
    async close() {
      await browser.close();
      await app.close();
      await store.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

const axe = await readFile(join(root, "node_modules/axe-core/axe.min.js"), "utf8");

/** Every violation axe finds on a page, one line each; the page must not have been opened as `strict`. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ content: axe });
  return page.evaluate(async () => {
    type Result = { id: string; nodes: { html: string; failureSummary?: string }[] };
    const { axe } = globalThis as unknown as {
      axe: { run(node: Document, options: object): Promise<{ violations: Result[] }> };
    };
    const { violations } = await axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
      // What passed is not written out, and no film or sound is waited for.
      resultTypes: ["violations"],
      preload: false,
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ""}`),
    );
  });
}
