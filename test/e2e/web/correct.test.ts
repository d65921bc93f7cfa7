// Correcting a reading in a browser: by keyboard, by words, two people at once, and many files with progress.

import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, noBrowser, type PagesUnderTest, pagesUnderTest } from "./pages-under-test.ts";

const password = "three unrelated words: lamp, river, tax";
const report = `Evaluation of the village pension

Recommendations

1. The agency should pay pensions at post offices. It should pay them monthly.

2. The agency should register carers by name.

3. The ministry should train its staff.
`;

describe.skipIf(noBrowser !== null)(`correcting a reading${noBrowser ? `: ${noBrowser}` : ""}`, () => {
  let pages: PagesUnderTest;
  let folder: string;
  let page: Page;
  let address = "";
  const status = () => page.locator("aside [role=status]").textContent();
  const press = async (key: string, said: string) => {
    await page.keyboard.press(key);
    await page.locator("aside [role=status]", { hasText: said }).waitFor({ timeout: 15_000 });
  };
  const listed = () => page.locator("[data-entry]").allTextContents();

  beforeAll(async () => {
    pages = await pagesUnderTest();
    folder = await mkdtemp(join(tmpdir(), "socle-correct-"));
    page = await pages.open({ path: pages.link });
    await page.getByLabel("Name").fill("Ana Ribeiro");
    await page.getByLabel("E-mail address").fill("ana@example.org");
    await page.getByRole("textbox", { name: "Choose a password" }).fill(password);
    await page.getByRole("button", { name: "Become administrator" }).click();
    await page.waitForURL("**/desk");
  }, 180_000);
  afterAll(async () => {
    await pages?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  it("takes several files at once, shows how far they are after a reload, and offers what went wrong as a table", async () => {
    writeFileSync(join(folder, "village.txt"), report);
    writeFileSync(join(folder, "bad.pdf"), "%PDF-1.7\nand nothing else");
    await page.goto(`${pages.address}/desk?at=report`, { waitUntil: "networkidle" });
    await page.getByLabel("Files").setInputFiles([join(folder, "village.txt"), join(folder, "bad.pdf")]);
    await page.getByLabel("What the file describes").selectOption("invented");
    await page.getByRole("button", { name: "Import the reports" }).click();
    await page.waitForSelector("text=2 of 2 files", { timeout: 30_000 });
    expect(page.url()).toContain("job=");
    await page.reload({ waitUntil: "networkidle" });
    await page.waitForSelector("text=2 of 2 files");
    expect(await axeViolations(page)).toEqual([]);
    const table = await page.getByRole("link", { name: /as a table/ }).getAttribute("href");
    const csv = await page.request.get(`${pages.address}${table}`);
    expect(csv.headers()["content-type"]).toContain("text/csv");
    expect(await csv.text()).toContain("bad.pdf");
    await page.getByRole("link", { name: "Read the report beside its passages" }).click();
    await page.waitForURL("**/evidence/reports/*");
    await page.getByRole("link", { name: "Its evaluation in the registry" }).click();
    await page.waitForURL("**/record");
    await page.getByLabel("Countries").fill("XAA");
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Make the record" }).click();
    await page.waitForURL("**/evidence/evaluations/report-*");
    await page.getByRole("heading", { level: 1, name: "Evaluation of the village pension" }).waitFor();
    await page.goBack();
    await page.goBack();
    await page.getByRole("link", { name: "Correct what was read" }).click();
    await page.waitForURL("**/correct*");
    address = page.url().split("?")[0] ?? "";
  });

  it("accepts, rejects, changes the kind, splits, joins and undoes by keyboard, and keeps all on a reload", async () => {
    await page.goto(`${address}?below=1&show=all`, { waitUntil: "networkidle" });
    await page.locator("[data-entry]").first().waitFor();
    expect((await listed()).length).toBe(3);
    await page.keyboard.press("j");
    await page.waitForURL("**passage=*");
    await press("5", "Kind changed.");
    await press("u", "Taken back.");
    await page.keyboard.press("s");
    await page.getByRole("button", { name: /Before “It should pay them monthly/ }).click();
    await page.locator("aside [role=status]", { hasText: "Split into 2 passages." }).waitFor();
    await press("m", "Joined 2 passages.");
    await press("u", "Taken back, 2 passages.");
    await page.waitForFunction(() => document.querySelectorAll("[data-entry]").length === 4);
    await page.keyboard.press("u");
    await page.waitForFunction(() => document.querySelectorAll("[data-entry]").length === 3);
    await press("a", "Accepted one passage.");
    await press("r", "Rejected.");
    expect((await listed()).length).toBeLessThan(3);
    await page.reload({ waitUntil: "networkidle" });
    expect(await page.textContent("main")).toContain("2 decided");
    await page.goto(`${address}?show=all`, { waitUntil: "networkidle" });
    expect((await listed()).join()).toMatch(/accepted.*monthly/);
    await page.getByText("Rejected: 1").click();
    await page.getByRole("button", { name: "Restore" }).click();
    await page.locator("aside [role=status]", { hasText: "Restored." }).waitFor();
    expect((await listed()).length).toBe(3);
  });

  it("marks a new passage by a selection and by words, and says why a button can do nothing", async () => {
    await page.goto(`${address}?show=all`, { waitUntil: "networkidle" });
    await page.locator("[data-entry]").first().waitFor();
    const accept = page.getByRole("button", { name: /^Accept a/ });
    expect(await accept.getAttribute("aria-description")).toContain("Choose a passage first");
    await page.evaluate(() => {
      const words = [...document.querySelectorAll("[data-from]")].find((one) =>
        one.textContent?.includes("village pension"),
      )?.firstChild;
      if (!words) throw new Error("no words");
      const at = (words.textContent ?? "").indexOf("village");
      const range = document.createRange();
      range.setStart(words, at);
      range.setEnd(words, at + "village pension".length);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    });
    await press("n", "Added a passage.");
    expect((await listed()).join()).toContain("village pension");
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await page.keyboard.press("e");
    await page.getByLabel("The words of the passage").fill("Evaluation of the village");
    await page.getByRole("button", { name: "Mark", exact: true }).click();
    await page.locator("aside [role=status]", { hasText: "Place changed." }).waitFor();
    expect((await listed()).join()).toContain("Evaluation of the village");
  });

  it("tells the second of two people who was quicker", async () => {
    await page.goto(`${address}?show=all`, { waitUntil: "networkidle" });
    const other = await page.context().newPage();
    await other.goto(`${address}?show=all`, { waitUntil: "networkidle" });
    await other.locator("[data-entry] a").last().click();
    await other.keyboard.press("9");
    await other.locator("aside [role=status]", { hasText: "Kind changed." }).waitFor();
    await page.locator("[data-entry] a").last().click();
    await page.keyboard.press("r");
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toMatch(/changed by Ana Ribeiro/);
    expect(await status()).toContain("Not done");
    await other.close();
  });

  it("says under the address of a passage that is no more what took its place", async () => {
    await page.goto(`${address}?show=all`, { waitUntil: "networkidle" });
    await page.locator("[data-entry]", { hasText: "monthly" }).locator("a").click();
    await page.waitForURL("**passage=*");
    const id = new URL(page.url()).searchParams.get("passage") ?? "";
    await page.goto(`${pages.address}/evidence/passages/${id}`, { waitUntil: "networkidle" });
    expect(await page.textContent("main")).toContain("This passage stands in the report.");
    await page.goto(`${address}?show=all&passage=${id}`, { waitUntil: "networkidle" });
    await page.locator("[data-entry][data-chosen=true]").waitFor();
    await page.keyboard.press("s");
    await page.getByRole("button", { name: /Before “It should pay them monthly/ }).click();
    await page.locator("aside [role=status]", { hasText: "Split into 2 passages." }).waitFor();
    await page.goto(`${pages.address}/evidence/passages/${id}`, { waitUntil: "networkidle" });
    expect(await page.textContent("main")).toContain("2 passages took its place");
    expect(await axeViolations(page)).toEqual([]);
  });

  it("has nothing axe objects to, with a form open, wide, middle and narrow, light and dark", async () => {
    for (const [width, scheme] of [
      [1280, "light"],
      [768, "dark"],
      [390, "light"],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      for (const path of [`${address}?show=all`, `${pages.address}/desk?at=correct&below=1`]) {
        await page.goto(path, { waitUntil: "networkidle" });
        if (path.startsWith(address)) {
          await page.keyboard.press("j");
          await page.waitForURL("**passage=*");
          await page.keyboard.press("?");
        }
        expect(await axeViolations(page), `${path} at ${width}`).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    }
  });
});
