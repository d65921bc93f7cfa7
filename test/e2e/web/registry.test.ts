import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, noBrowser, type PagesUnderTest, pagesUnderTest } from "./pages-under-test.ts";

const table = `Reference;Evaluation title;Country;Timing;Year;Funding
A-1;Maternity protection in two countries;Kenya, Uganda;Mid-term (halfway);2016;USD 120,000
A-2;School meals in Brazil;Brazil;Somewhere between;2018;
A-3;;Peru;Final;2019;
`;

describe.skipIf(noBrowser !== null)(`the registry${noBrowser ? `: ${noBrowser}` : ""}`, () => {
  let pages: PagesUnderTest;
  let folder: string;
  let page: Page;
  beforeAll(async () => {
    pages = await pagesUnderTest();
    folder = await mkdtemp(join(tmpdir(), "socle-registry-web-"));
    page = await pages.open({ path: pages.link });
    await page.getByLabel("Name").fill("Ana Ribeiro");
    await page.getByLabel("E-mail address").fill("ana@example.org");
    await page
      .getByRole("textbox", { name: "Choose a password" })
      .fill("three unrelated words: lamp, river, tax");
    await page.getByRole("button", { name: "Become administrator" }).click();
    await page.waitForURL("**/desk");
  });
  afterAll(async () => {
    await pages?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  it("takes a foreign table in as looked at, keeps the mapping over a refresh, and takes it back as a whole", async () => {
    const file = join(folder, "office.csv");
    writeFileSync(file, table);
    await page.goto(`${pages.address}/evidence/import-table`, { waitUntil: "networkidle" });
    await page.getByLabel("Table (XLSX, CSV, TSV or JSON)").setInputFiles(file);
    await page.getByLabel("Name of the source").fill("Our office");
    await page.getByRole("button", { name: "Look at the table" }).click();
    await page.waitForURL("**/import-table?table=*");
    await page.getByText("2 new", { exact: true }).waitFor();
    expect(await page.textContent("main")).toContain("1 without a record");
    expect(await page.textContent("main")).toContain("our-office-A-1");
    const open = page.getByLabel("Timing: Somewhere between (1)", { exact: true });
    await open.waitFor();
    expect(await axeViolations(page)).toEqual([]);

    await open.selectOption("mid-term");
    await open.waitFor({ state: "detached" });

    // A row without a record keeps the table out until somebody says that it is left out.
    const button = page.getByRole("button", { name: "Import 2 records" });
    expect(await button.isDisabled()).toBe(true);
    await page.getByLabel("Field for the column Funding").selectOption("-");
    await page.reload({ waitUntil: "networkidle" });
    expect(await page.getByLabel("Field for the column Funding").inputValue()).toBe("-");
    await page.getByLabel("What the table describes").selectOption("invented");
    await page.getByLabel("Keep the mapping under the name").fill("our-office");
    await page.getByLabel("Leave the row out that makes no record").check();
    await button.click();
    await page.waitForURL("**/evidence/changes/change-*");
    await page.getByRole("link", { name: "Maternity protection in two countries" }).waitFor();

    await page.getByRole("button", { name: "Take this change back" }).click();
    await page.getByText("It has been taken back already.").waitFor();
    await page.goto(`${pages.address}/evidence?text=maternity+two+countries`, { waitUntil: "networkidle" });
    expect(await page.textContent("main")).not.toContain("Maternity protection in two countries");
  });

  it("edits a record field by field and shows its history", async () => {
    await page.goto(`${pages.address}/evidence/evaluations/ievd-E-2/edit`, { waitUntil: "networkidle" });
    const save = page.getByRole("button", { name: "Save as a new version" });
    expect(await save.isDisabled()).toBe(true);
    await page.getByLabel("Year", { exact: true }).fill("two thousand");
    await page.getByText("This is no year between 1900 and 2199.").waitFor();
    expect(await save.isDisabled()).toBe(true);
    await page.getByLabel("Year", { exact: true }).fill("2013");
    await page.getByLabel("Add a country").fill("Panama");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByLabel("Social protection floors").check();
    await page.getByLabel("Name this change").fill("What the report says itself");
    await save.click();
    await page.waitForURL("**/evidence/evaluations/ievd-E-2/history");
    await page.getByRole("heading", { name: "Version 2" }).waitFor();
    const history = await page.textContent("main");
    for (const part of ["2013", "Panama", "Social protection floors"]) expect(history).toContain(part);
    await page.goto(`${pages.address}/evidence/evaluations/ievd-E-2`, { waitUntil: "networkidle" });
    expect(await page.textContent("main")).toContain("Panama");
  });

  it("changes one field in many records after showing what would change", async () => {
    await page.goto(`${pages.address}/evidence/bulk?nature=internal`, { waitUntil: "networkidle" });
    await page.getByLabel("Pensions").check();
    await page.getByRole("button", { name: "See what would change" }).click();
    await page.getByText(/\d+ records would change\./).waitFor();
    await page.getByRole("button", { name: /^Change \d+ records$/ }).click();
    await page.waitForURL("**/evidence/changes/change-*");
    await page.getByText("Pensions").first().waitFor();
  });

  it("adds a term to an open list as a new version, and none to a fixed one", async () => {
    await page.goto(`${pages.address}/evidence/vocabularies/theme`, { waitUntil: "networkidle" });
    await page.getByLabel("Code of a new term").fill("care work");
    await page.getByRole("button", { name: "Add the term" }).click();
    await page.getByLabel("care-work: French").fill("Travail de soins");
    await page.getByRole("button", { name: "Save as version 2" }).click();
    await page.getByText("Save as version 3").waitFor();
    await page.goto(`${pages.address}/evidence/vocabularies/branch`, { waitUntil: "networkidle" });
    await page.getByLabel("maternity: Portuguese").waitFor();
    expect(await page.getByLabel("Code of a new term").count()).toBe(0);
    // The used first link is asked for once more before its page is left, at no certain moment, and not found.
    expect(pages.complaints().filter((said) => !said.includes("status of 404"))).toEqual([]);
  });
});
