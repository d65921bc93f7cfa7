// A survey manager in a browser: from a description and a file of rows to a published study.

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, noBrowser, type PagesUnderTest, pagesUnderTest } from "./pages-under-test.ts";

const given = fileURLToPath(new URL("../../../demonstration/studies/XAD_2023_PSS_v01_M/", import.meta.url));
const id = "XAD_2024_PSS_v01_M";

describe.skipIf(noBrowser !== null)(`the desk of surveys${noBrowser ? `: ${noBrowser}` : ""}`, () => {
  let pages: PagesUnderTest;
  let folder: string;
  let page: Page;
  beforeAll(async () => {
    pages = await pagesUnderTest();
    folder = await mkdtemp(join(tmpdir(), "socle-survey-desk-"));
    page = await pages.open({ path: pages.link });
    await page.getByLabel("Name").fill("Ana Ribeiro");
    await page.getByLabel("E-mail address").fill("ana@example.org");
    await page.getByRole("textbox", { name: "Choose a password" }).fill("three unrelated words: lamp, river");
    await page.getByRole("button", { name: "Become administrator" }).click();
    await page.waitForURL("**/desk");
  }, 120_000);
  afterAll(async () => {
    await pages?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  it("describes a study out of a file, and refuses what contradicts itself in words", async () => {
    const study = JSON.parse(await readFile(join(given, "study.json"), "utf8"));
    const file = join(folder, "study.json");
    await writeFile(file, JSON.stringify({ ...study, id, questionnaires: [] }));
    await page.goto(`${pages.address}/desk?at=surveys`, { waitUntil: "networkidle" });
    await page.getByLabel(/^Out of a file/).setInputFiles(file);
    expect(await page.getByLabel("Identifier").inputValue()).toBe(id);
    await page.getByLabel("Why", { exact: true }).fill("A further round");
    await page.getByRole("button", { name: "Describe the study" }).click();
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("2024");
    await page.getByLabel("First year").fill("2024");
    await page.getByLabel("Last year").fill("2024");
    for (const day of ["Fieldwork from", "Fieldwork to"]) await page.getByLabel(day).fill("2024-05-01");
    await page.getByRole("button", { name: "Describe the study" }).click();
    await page.waitForURL(`**/desk/studies/${id}`);
  });

  it("takes rows, proposes a dictionary, and takes over one that was written before", async () => {
    await page.getByLabel("Files of rows").setInputFiles(join(given, "persons.csv"));
    await page.getByText(/^Read as CSV/i).waitFor();
    await page.getByText(/opened for tables in all/).waitFor();
    await page.getByLabel(/^Said elsewhere already/).setInputFiles(join(given, "edition.json"));
    await page.getByText("What the file says stands in the steps below.").waitFor();
    await page.getByLabel("Look for a variable").fill("sex");
    expect(await page.getByRole("textbox", { name: /^Label of persons\.sex/ }).inputValue()).toBe("Sex");
    // What was said stays when the page is opened anew.
    await page.reload({ waitUntil: "networkidle" });
    await page.getByLabel("Look for a variable").fill("sex");
    expect(await page.getByRole("textbox", { name: /^Label of persons\.sex/ }).inputValue()).toBe("Sex");
  });

  it("checks the design beside known totals, says what is wrong with it, and keeps a draft", async () => {
    const weight = page.getByLabel("Weight", { exact: true });
    const right = await weight.inputValue();
    await weight.fill("nothing");
    await page.getByRole("button", { name: "Check everything" }).click();
    await page.getByRole("alert").filter({ hasText: "nothing" }).waitFor();
    expect(await page.getByRole("button", { name: "Keep as a draft" }).isDisabled()).toBe(true);
    await weight.fill(right);
    await page.getByRole("button", { name: "Check everything" }).click();
    await page.getByText(/^Everything fits/).waitFor();
    expect(await page.textContent("main")).toMatch(
      /strata and \d+ sampling units, so \d+ degrees of freedom/,
    );
    expect(await page.getByRole("table", { name: /^Totals of the sample/ }).isVisible()).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Keep as a draft" }).click();
    await page.getByText("Version 1 is kept as a draft.").waitFor();
  });

  it("publishes, and whoever comes finds the study with its questions", async () => {
    const visitor = await pages.open({ path: `/surveys/${id}` });
    expect(await visitor.getByRole("heading", { level: 1 }).textContent()).toContain("There is no");
    await page.getByRole("button", { name: "Publish version 1" }).click();
    await page.getByRole("button", { name: "Withdraw version 1" }).waitFor();
    await visitor.goto(`${pages.address}/surveys/${id}`, { waitUntil: "networkidle" });
    expect(await visitor.textContent("main")).toContain(id);
    expect(pages.complaints().filter((said) => !/status of (404|422)/.test(said))).toEqual([]);
  });
});
