import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, noBrowser, type PagesUnderTest, pagesUnderTest } from "./pages-under-test.ts";

const password = "three unrelated words: lamp, river, tax";

describe.skipIf(noBrowser !== null)(`the desk${noBrowser ? `: ${noBrowser}` : ""}`, () => {
  let pages: PagesUnderTest;
  let folder: string;
  let page: Page;
  beforeAll(async () => {
    pages = await pagesUnderTest();
    folder = await mkdtemp(join(tmpdir(), "socle-desk-"));
  }, 120_000);
  afterAll(async () => {
    await pages?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  it("makes the first administrator from the printed link", async () => {
    page = await pages.open({ path: pages.link });
    await page.getByLabel("Name").fill("Ana Ribeiro");
    await page.getByLabel("E-mail address").fill("ana@example.org");
    await page.getByRole("textbox", { name: "Choose a password" }).fill("short");
    await page.getByRole("button", { name: "Become administrator" }).click();
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toContain("12");
    await page.getByRole("textbox", { name: "Choose a password" }).fill(password);
    await page.getByRole("button", { name: "Become administrator" }).click();
    await page.waitForURL("**/desk");
    await page.waitForSelector("text=Ana Ribeiro");
    expect(await page.textContent("main")).toContain("Your role is administrator.");
  });

  it("imports a report and leads to its passages; a file with problems changes nothing and says why", async () => {
    const report = join(folder, "lessons.txt");
    writeFileSync(
      report,
      "Evaluation of the village pension\n\nRecommendations\n\n1. The agency should pay pensions at post offices.\n\n2. The agency should register carers.\n",
    );
    const empty = join(folder, "empty.pdf");
    writeFileSync(empty, "%PDF-1.7\nand nothing else");
    await page.goto(`${pages.address}/desk?at=report`, { waitUntil: "networkidle" });
    await page.getByLabel("Files").setInputFiles([report, empty]);
    await page.getByLabel("What the file describes").selectOption("invented");
    await page.getByRole("button", { name: "Import the reports" }).click();
    await page.waitForSelector("text=not imported, nothing changed", { timeout: 20_000 });
    const results = page.getByRole("list", { name: "What came of each file" });
    // What went wrong stands first, in whatever order the files were chosen.
    expect(await results.locator("> li").first().getByRole("alert").count()).toBe(1);
    expect(await results.locator("> li").last().textContent()).toContain("lessons.txt imported");
    await results.getByRole("link", { name: "Read the report beside its passages" }).click();
    await page.waitForURL("**/evidence/reports/*");
    await page.waitForSelector("[data-passage-list] ol > li");
    expect(await page.textContent("[data-passage-list]")).toContain("The agency should register carers.");
    expect(await page.textContent("main")).toContain("invented");
  });

  it("runs an index over the demonstration's release", async () => {
    await page.goto(`${pages.address}/desk?at=run`, { waitUntil: "networkidle" });
    await page.getByRole("button", { name: "Compute and freeze" }).click();
    await page.waitForSelector("text=is frozen.");
    const run = await page.getByRole("link", { name: "See its scores" }).getAttribute("href");
    expect(run).toMatch(/^\/indexes\/runs\/./);
  });

  it("leads from two tables as they come over drafts, a choice and the builder to a country's place", async () => {
    const areas = ["ARG", "BOL", "CHL", "COL", "ECU", "PER"];
    const table = (name: string, rows: readonly string[]) => {
      const path = join(folder, name);
      writeFileSync(path, `${rows.join("\n")}\n`);
      return path;
    };
    const cover = ["country,time,cover", ...areas.map((area, i) => `${area.toLowerCase()},2019,${i}`)];
    const poor = [
      "year,entity_code,indicator_code,value",
      ...areas.map((area, i) => `2018,${area},POOR,${i}`),
    ];
    await page.goto(`${pages.address}/desk?at=observations`, { waitUntil: "networkidle" });
    await page
      .getByLabel("Files", { exact: true })
      .setInputFiles([table("cover.csv", cover), table("poor.csv", [...poor, "2018,WLD,POOR,9"])]);
    for (const agency of await page.getByLabel(/^Source agency/).all()) await agency.fill("Office");
    await page.getByLabel("What the file describes").selectOption("simulated");
    await page.getByLabel("Keep as drafts, to be checked first").check();
    await page.getByRole("button", { name: "Import into a new release" }).click();
    expect(await page.getByRole("checkbox", { name: "WLD" }).isChecked()).toBe(true);
    await page.getByRole("button", { name: "Leave 1 out and import: poor.csv" }).click();
    await page.getByText("2 of 2 files are in.").waitFor();

    await page.getByRole("link", { name: "Check and publish the drafts" }).click();
    await page.getByRole("button", { name: "Check 2 drafts" }).click();
    await page.getByRole("button", { name: "Publish 2 drafts that are ready" }).click();
    await page.getByRole("button", { name: /^Publish/ }).waitFor({ state: "detached" });

    await page.goto(`${pages.address}/selections`, { waitUntil: "networkidle" });
    await page.getByLabel("Short name").fill("andes-2019");
    await page.getByLabel("Title").fill("One value for 2019");
    await page.getByLabel("Reference years").fill("2019");
    for (const release of ["cover (cover-1)", "poor (poor-1)"])
      await page.getByLabel(release, { exact: true }).check();
    await page.getByText("2 of 2 chosen").waitFor();
    await page.getByRole("button", { name: "Choose and freeze" }).click();
    await page.getByRole("link", { name: "Build an index on these values" }).click();

    await page.getByLabel("Id", { exact: true }).fill("andes");
    await page.getByLabel("Name of the index in this language").fill("Andes");
    await page.getByRole("button", { name: "Add: cover: more is better" }).click();
    await page.getByRole("button", { name: "Add: POOR: less is better" }).click();
    await page.getByRole("button", { name: "Save this version and run it" }).click();
    await page.getByRole("link", { name: /^Look at the run andes/ }).waitFor();

    const minister = await pages.open({ path: "/countries/BOL" });
    await minister.getByText(/Bolivia.* has rank \d of 6 \(between \d and \d\) in Andes\./).waitFor();
    await minister.context().close();
  });

  it("creates an account, hands over its link once, changes its role and disables it", async () => {
    await page.goto(`${pages.address}/desk?at=accounts`, { waitUntil: "networkidle" });
    await page.getByLabel("Name", { exact: true }).fill("Koffi Mensah");
    await page.getByLabel("E-mail address").fill("koffi@example.org");
    await page.getByLabel("Role", { exact: true }).selectOption("reviewer");
    await page.getByRole("button", { name: "Create the account" }).click();
    const link = await page.locator("code").textContent();
    expect(link).toMatch(/\/claim#[A-Za-z0-9_-]{43}$/);

    const other = await pages.open({ path: link ?? "" });
    await other.getByRole("textbox", { name: "Choose a password" }).fill(password);
    await other.getByRole("button", { name: "Set password and sign in" }).click();
    await other.waitForSelector("text=Your role is reviewer.");
    // What the role does not include is named, and says why it is closed.
    const closed = other.locator("nav[aria-label=Workbenches] li", { hasText: "Run an index" });
    expect(await closed.textContent()).toContain("Not part of your role.");
    expect(await closed.locator("a").count()).toBe(0);

    await page.getByLabel("Role of Koffi Mensah").selectOption("analyst");
    await page.waitForFunction(() => document.querySelectorAll("select")[2]?.value === "analyst");
    await page.getByRole("button", { name: "Disable Koffi Mensah" }).click();
    await page.getByRole("button", { name: "Enable Koffi Mensah" }).waitFor();
    await other.reload({ waitUntil: "networkidle" });
    expect(await other.textContent("main")).toContain("once you are signed in");
    await other.context().close();
  });

  it("shows the audit of all that", async () => {
    await page.goto(`${pages.address}/desk?at=audit`, { waitUntil: "networkidle" });
    const text = await page.textContent("main");
    for (const action of ["account.create", "account.change", "index.run", "document.import"])
      expect(text).toContain(action);
  });

  it("has nothing axe objects to on any workbench, on a wide screen and a narrow one", async () => {
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      for (const bench of ["report", "evaluations", "observations", "releases", "run", "accounts", "audit"]) {
        await page.goto(`${pages.address}/desk?at=${bench}`, { waitUntil: "networkidle" });
        expect(await axeViolations(page), `${bench} at ${width}`).toEqual([]);
      }
    }
  });

  it("signs out, refuses a wrong password, and signs in again", async () => {
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL((url) => url.pathname === "/");
    await page.goto(`${pages.address}/sign-in`, { waitUntil: "networkidle" });
    await page.getByLabel("E-mail address").fill("ana@example.org");
    await page.getByRole("textbox", { name: "Password" }).fill("a wrong password altogether");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("alert").waitFor();
    await page.context().close();
  });

  it("takes a reader without a mouse from the sign-in over an import to the source of a figure", async () => {
    page = await pages.open({ path: "/sign-in?after=/desk?at=observations" });
    await tabTo(page, /^E-mail address/);
    await page.keyboard.type("ana@example.org");
    await tabTo(page, /^Password/);
    await page.keyboard.type(password);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/desk?at=observations");

    const figures = join(folder, "poverty.csv");
    writeFileSync(figures, "area,indicator,period,value,unit,source\nKEN,ISI_O_POV,2021,33.6,PT,Test\n");
    await page.getByLabel("Files", { exact: true }).waitFor();
    // Asked for before the tabbing: the browser hands choosers over only once it has heard that someone waits.
    const chooser = page.waitForEvent("filechooser");
    await tabTo(page, /^Files$/);
    await page.keyboard.press("Enter");
    await (await chooser).setFiles(figures);
    await tabTo(page, /^Short name of the series/);
    await page.keyboard.type("keyboard-test");
    await tabTo(page, /^What the file describes/);
    await page.keyboard.type("Sim");
    await tabTo(page, /^Import into a new release/);
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: /keyboard-test-1/ }).waitFor();

    await page.goto(`${pages.address}/countries/KEN`, { waitUntil: "networkidle" });
    await tabTo(page, /^Kenya, 2021/);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/trace?id=observation*");
    await page.waitForSelector(".trace-row mark");
    expect(await page.textContent(".trace-row mark")).toBe("33.6");
    expect(await page.textContent("article header")).toContain("simulated");
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "Kenya" }).waitFor();
    await page.context().close();
  });
});

/** Presses Tab until what is in focus has this name; on the way the focus must always be seen. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const met: string[] = [];
  for (let presses = 0; presses < 90; presses++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      if (!element || element === document.body) return null;
      const label = element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent;
      const style = getComputedStyle(element);
      const inner = element.querySelector("*");
      const seen = [style, ...(inner ? [getComputedStyle(inner)] : [])].some(
        (one) =>
          (one.outlineStyle !== "none" && Number.parseFloat(one.outlineWidth) > 0) ||
          one.boxShadow !== "none",
      );
      return { name: (label ?? element.textContent ?? "").trim(), seen };
    });
    if (!at) continue;
    met.push(at.name);
    expect(at.seen, `the focus on "${at.name}" can be seen`).toBe(true);
    if (name.test(at.name)) return;
  }
  throw new Error(`The keyboard does not reach ${name}; it met ${met.join(" | ")}`);
}
