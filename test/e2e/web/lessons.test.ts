import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, noBrowser, type PagesUnderTest, pagesUnderTest } from "./pages-under-test.ts";

const password = "three unrelated words: lamp, river, tax";

describe.skipIf(noBrowser !== null)(`the pages of lessons${noBrowser ? `: ${noBrowser}` : ""}`, () => {
  let pages: PagesUnderTest;
  beforeAll(async () => {
    pages = await pagesUnderTest();
  }, 120_000);
  afterAll(() => pages?.close());
  const status = (page: Page) => page.locator("main [role=status] strong").first();

  it("narrow the list by a filter, keep it in the address, and lead to the place in the report", async () => {
    const page = await pages.open({ path: "/evidence/lessons" });
    const all = Number(/\d+/.exec((await status(page).textContent()) ?? "")?.[0]);
    expect(all).toBeGreaterThan(10);
    const filters = page.getByRole("complementary", { name: "Filters" });
    await filters.getByRole("link", { name: /Maternity benefit/ }).click();
    await page.waitForURL("**/evidence/lessons?branch=maternity");
    await page.waitForFunction(
      (before) => !document.querySelector("main [role=status] strong")?.textContent?.startsWith(`${before} `),
      all,
    );
    expect(await page.textContent("main")).toContain("Branch of social security: Maternity benefit");
    const card = page.locator("main ul > li", { has: page.locator("p[lang=en]") }).first();
    const words = ((await card.locator("p[lang=en]").textContent()) ?? "").slice(0, 40);
    await card.getByRole("link", { name: /in the report/ }).click();
    await page.waitForURL("**/evidence/reports/*?passage=*");
    expect(await page.locator("blockquote").textContent()).toContain(words);
    await page.goBack();
    await page.waitForURL("**/evidence/lessons?branch=maternity");
    await page.getByRole("link", { name: "Clear filters" }).click();
    await page.waitForURL("**/evidence/lessons");
    expect(pages.complaints()).toEqual([]);
    await page.context().close();
  });

  it("say what to do where nothing fits", async () => {
    const page = await pages.open({ path: "/evidence/lessons?text=zzzzqqqq", language: "fr" });
    await page.getByRole("link", { name: "Retirer tous les filtres" }).waitFor();
    await page.context().close();
  });

  it("tell a visitor who may describe a lesson, and cite it in three styles", async () => {
    const list = await pages.open({ path: "/evidence/lessons?kind=good-practice" });
    await list.locator("main ul > li p[lang] a").first().click();
    await list.waitForURL("**/evidence/lessons/lesson-*");
    await list.getByRole("link", { name: /Sign in as a reviewer/ }).waitFor();
    await list.getByText("In three styles").click();
    await list.getByText("APA, 7th edition").waitFor();
    expect(await list.textContent("main")).toContain("Available from: ");
    expect(await axeViolations(list)).toEqual([]);
    await list.context().close();
  });

  it("have the head of the record before any script runs, which the content policy lets stand", async () => {
    const list = await pages.open({ path: "/evidence/lessons" });
    const path = await list.locator("main ul > li p[lang] a").first().getAttribute("href");
    await list.context().close();
    const sent = await fetch(pages.address + path, { headers: { accept: "text/html" } });
    const html = await sent.text();
    expect(html).toContain('<meta name="DCTERMS.title"');
    expect(html).toContain(`<link rel="canonical" href="${pages.address}${path}" />`);
    const strict = await pages.open({ path: path ?? "", strict: true });
    expect(await strict.locator('script[type="application/ld+json"]').count()).toBe(1);
    expect(pages.complaints()).toEqual([]);
    await strict.context().close();
  });

  it("let an administrator describe and confirm a lesson, and show who decided and the history", async () => {
    const page = await pages.open({ path: pages.link });
    await page.getByLabel("Name").fill("Ana Ribeiro");
    await page.getByLabel("E-mail address").fill("ana@example.org");
    await page.getByRole("textbox", { name: "Choose a password" }).fill(password);
    await page.getByRole("button", { name: "Become administrator" }).click();
    await page.waitForURL("**/desk");
    // The page of the used link asks for it once more before it is left, and is told that it is gone.
    pages.complaints();
    await page.goto(`${pages.address}/evidence/lessons?kind=lesson-learned&language=en`);
    await page.locator("main ul > li p[lang] a").first().click();
    await page.waitForURL("**/evidence/lessons/lesson-*");
    const save = page.getByRole("button", { name: "Save", exact: true });
    await save.waitFor();
    expect(await save.isDisabled()).toBe(true);
    await page.getByLabel("Factor").selectOption("external");
    await page.getByLabel("Children").check();
    await page.getByLabel("Conditions for using it elsewhere").fill("Holds where employers are registered.");
    await save.click();
    await page
      .getByText(/decided by a person on/)
      .first()
      .waitFor();
    expect(await page.textContent("main")).toContain("external: around the project");
    await page.getByRole("button", { name: "Confirm this lesson" }).click();
    await page.getByText("confirmed by a person").first().waitFor();
    await page.locator("summary", { hasText: "3 versions" }).click();
    await page.getByText(/changed: confirmation/).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(pages.complaints()).toEqual([]);
    await page.goto(`${pages.address}/evidence/lessons?status=confirmed&factor=external`);
    expect(await status(page).textContent()).toContain("1 lesson");
    await page.context().close();
  });

  it("stand in four languages and both schemes without a fault that axe finds", async () => {
    for (const [language, scheme, width] of [
      ["es", "dark", 1280],
      ["pt", "light", 390],
      ["fr", "dark", 390],
    ] as const) {
      const page = await pages.open({ path: "/evidence/lessons", language, scheme, width });
      expect(await axeViolations(page), language).toEqual([]);
      await page.context().close();
    }
  });
});
