// Flow and report in a browser: the real case for readers, and an edition written and published by its owner.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, noBrowser, type PagesUnderTest, pagesUnderTest } from "./pages-under-test.ts";
import { type Person, people, reviewWith } from "./review-people.ts";

describe.skipIf(noBrowser !== null)(`report of a review${noBrowser ? `: ${noBrowser}` : ""}`, () => {
  let pages: PagesUnderTest;
  let ana: Person;
  beforeAll(async () => {
    pages = await pagesUnderTest();
    [ana] = (await people(pages, [])) as [Person];
    await reviewWith(ana, "to-publish", []);
    pages.complaints();
  }, 240_000);
  afterAll(async () => {
    await pages?.close();
  });

  it("draws 24 and 16 to 40 and 24, with what is unknown, now and at an earlier event", async () => {
    const page = await pages.open({ path: "/reviews/what-works-2012-2018/flow", width: 390 });
    const words = async () => (await page.textContent("main svg"))?.replaceAll("\u00a0", " ") ?? "";
    await page.locator("main svg").first().waitFor();
    for (const text of ["(n = 24)", "(n = 16)", "(n = 40)", "not stated"])
      expect(await words()).toContain(text);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByLabel("As it stood").fill("5");
    await page.keyboard.press("Enter");
    await page.getByText("Show it as it stands now").waitFor();
    expect(await words()).toContain("still waiting (n = 40)");
    expect(new URL(page.url()).search).toContain("at=5");
  });

  it("counts a text that could not be obtained, said in the bench and taken back there", async () => {
    const stage = { used: true, reviewers: 1, blind: false } as const;
    const stages = (["title-abstract", "full-text"] as const).map((name) => ({ stage: name, ...stage }));
    await reviewWith(ana, "texts", [], { records: 1, protocol: { stages } });
    const include = { stage: "title-abstract", verdict: "include", protocol: 1 };
    await ana.call("POST", "/api/reviews/texts/acts", {
      acts: [{ key: "include-1", act: { kind: "screening.decided", record: "R1", ...include } }],
      together: true,
    });
    const { page } = ana;
    const bench = `${pages.address}/reviews/texts/screening?stage=full-text&record=R1`;
    await page.goto(bench, { waitUntil: "networkidle" });
    await page.getByRole("button", { name: "Not retrieved" }).click();
    await page.getByLabel("Why the full text cannot be obtained").fill("The agency did not answer.");
    await page.getByRole("button", { name: "Mark as not retrieved" }).click();
    await page.getByText("R1 marked as not retrieved.").waitFor();
    await page.waitForLoadState("networkidle");
    await page.goto(bench, { waitUntil: "networkidle" });
    await page.getByText(/^Full text not retrieved \(you/).waitFor();
    const flow = await ana.call("GET", "/api/reviews/texts/flow");
    expect(JSON.stringify(flow.value)).toContain("The agency did not answer.");
    await page.getByRole("button", { name: "The text is here now" }).click();
    await page.getByText("R1 waits to be decided again.").waitFor();
    await page.getByRole("button", { name: "The text is here now" }).waitFor({ state: "detached" });
    expect(pages.complaints()).toEqual([]);
  });

  it("is written, marked, published and read by everybody", async () => {
    const { page } = ana;
    await page.goto(`${pages.address}/reviews/to-publish/report?write=yes`, { waitUntil: "networkidle" });
    await page.getByLabel(/^Summary, in/).fill("Pensions help. They last.");
    await page.getByRole("button", { name: "Save “Summary”" }).click();
    await page.getByText("2 things are in the way of an edition").waitFor();
    await page.getByRole("button", { name: "This is our view" }).first().click();
    await page.getByText("1 thing is in the way of an edition").waitFor();
    await page.getByRole("button", { name: "This is our view" }).first().click();
    await page.getByText("Nothing is in the way").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByText("Publish edition 1").first().click();
    await page.getByRole("button", { name: "Publish edition 1" }).click();
    await page.getByText(/Edition 1, after event/).waitFor();
    const reader = await pages.open({ path: "/reviews/to-publish/report", language: "es" });
    expect(await reader.textContent("main")).toContain("Edición 1");
    expect(pages.complaints()).toEqual([]);
  });
});
