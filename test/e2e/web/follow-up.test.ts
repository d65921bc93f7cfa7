// From the list of recommendations to a recorded response and an action, in a real browser.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noBrowser, type PagesUnderTest, pagesUnderTest } from "./pages-under-test.ts";

describe.skipIf(noBrowser !== null)(`the pages of follow-up${noBrowser ? `: ${noBrowser}` : ""}`, () => {
  let pages: PagesUnderTest;
  beforeAll(async () => {
    pages = await pagesUnderTest();
  });
  afterAll(() => pages?.close());

  it("lead from the list to one recommendation, its place in the report, and tell a visitor what is closed", async () => {
    const page = await pages.open({ path: "/evidence/recommendations?state=issued", strict: true });
    await page.locator("ol h2 a").first().click();
    await page.waitForURL(/\/evidence\/recommendations\/rec-/);
    await page.getByText("No response is on record.").waitFor();
    await page.getByText("What cannot be done now, and why").click();
    expect(
      await page.getByText(/Only managers and administrators may record responses/).count(),
    ).toBeGreaterThan(0);
    await page.getByRole("link", { name: /^Read it/ }).click();
    await page.waitForURL(/\/evidence\/reports\/.*passage=/);
    await page.context().close();
    expect(pages.complaints()).toEqual([]);
  });

  it("let a manager answer and plan, by the keyboard and by name, and show it in figures and on the desk", async () => {
    const page = await pages.open({ path: pages.link });
    await page.getByLabel(/name/i).first().fill("Ada");
    await page
      .getByLabel(/e-mail|address/i)
      .first()
      .fill("ada@example.org");
    for (const field of await page.locator("input[type=password]").all())
      await field.fill("a password long enough");
    await page.locator("button[type=submit]").click();
    await page.waitForURL(/\/desk|\/$/);
    const list = (await (await fetch(`${pages.address}/api/recommendations?limit=1`)).json()) as {
      recommendations: { id: string }[];
    };
    const address = `${pages.address}/evidence/recommendations/${list.recommendations[0]!.id}`;
    await page.goto(address, { waitUntil: "networkidle" });
    const step = async (name: string, fill: (form: ReturnType<typeof page.getByRole>) => Promise<void>) => {
      await page.getByRole("button", { name, exact: true }).press("Enter");
      const form = page.getByRole("form", { name });
      await fill(form);
      await form.getByRole("button", { name: "Record" }).click();
    };
    await step("Ask for the response", async (form) => {
      await form.getByLabel("Due date").fill("2020-01-31");
      await form.getByLabel("Unit that answers").fill("Field office");
    });
    await page
      .getByText(/Response overdue since 31 January 2020/)
      .first()
      .waitFor();
    await step("Record the response", async (form) => {
      await form.getByLabel("Response").selectOption("rejected");
    });
    await page.getByText(/this needs a reason/).waitFor();
    const form = page.getByRole("form", { name: "Record the response" });
    await form.getByLabel("Response").selectOption("partially-accepted");
    await form.getByLabel("Reason").fill("Only the first half.");
    await form.getByRole("button", { name: "Record" }).click();
    await page.getByText("Accepted, but no action is stated.").waitFor();
    await step("Plan an action", async (of) => {
      await of.getByLabel("Text").fill("Open a desk in each district");
      await of.getByLabel("Due date").fill("2020-06-30");
    });
    await page.getByText("1. Open a desk in each district").waitFor();
    await page
      .getByText(/overdue since 30 June 2020/)
      .first()
      .waitFor();
    await page.goto(`${pages.address}/desk?at=follow-up`, { waitUntil: "networkidle" });
    await page.getByText("1 recommendation with overdue actions").waitFor();
    expect(await page.getByText(/No mail server is set up/).count()).toBe(1);
    await page.goto(`${pages.address}/evidence/follow-up?view=table`, { waitUntil: "networkidle" });
    await page.getByRole("link", { name: "Field office" }).waitFor();
    await page.context().close();
    // The request without a reason is answered by 422, the used one-time link by 404.
    expect(pages.complaints().filter((said) => !/\b(404|422)\b/.test(said))).toEqual([]);
  });
});
