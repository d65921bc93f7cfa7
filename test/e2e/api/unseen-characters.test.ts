// Characters that nobody sees, in names and titles: they would make one thing look like another.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serverUnderTest, type UnderTest } from "./server-under-test.ts";

let under: UnderTest;
beforeAll(async () => {
  under = await serverUnderTest();
});
afterAll(() => under.close());

const turned = "Evaluation of the \u202Esnoisnep\u202C \u2066scheme\u2069\u200B";
const seen = "Evaluation of the snoisnep scheme";
const send = (name: string, text: string) =>
  under.ask({
    method: "POST",
    url: `/api/imports/evaluations?name=${name}`,
    headers: { "content-type": "application/octet-stream" },
    payload: Buffer.from(text),
    as: "administrator",
  });
const titles = async () => {
  const answer = await under.ask({ method: "GET", url: "/api/evaluations?limit=50" });
  expect(answer.body).not.toMatch(/[\u200B\u202A-\u202E\u2066-\u2069\uFEFF]/);
  return answer.json().evaluations.map(({ title }: { readonly title: string }) => title);
};

describe("characters that nobody sees", () => {
  it.each([
    ["table.csv", `id,title,countries,region,year\none,${turned} A,KEN,africa,2019\n`, `${seen} A`],
    ["references.ris", `TY  - RPRT\nTI  - ${turned} B\nPY  - 2019\nER  - \n`, `${seen} B`],
    ["references.bib", `@techreport{a, title = {${turned} C}, year = {2019}}\n`, `${seen} C`],
  ])("are left out of the titles of %s", async (name, text, title) => {
    expect((await send(name, text)).statusCode).toBe(200);
    expect(await titles()).toContain(title);
  });

  it("are left out of tables under a mapping, and joiners a script needs are kept", async () => {
    const persian = "\u0645\u06CC\u200C\u0631\u0648\u0645";
    const table = `Number,Name of the evaluation\n1,${turned} ${persian}\n`;
    const opened = await under.ask({
      method: "POST",
      url: "/api/registry/tables?name=foreign.csv&source=Foreign",
      headers: { "content-type": "application/octet-stream" },
      payload: Buffer.from(table),
      as: "administrator",
    });
    expect(opened.statusCode).toBe(200);
    expect(opened.body).not.toMatch(/[\u200B\u202A-\u202E\u2066-\u2069]/);
    expect(opened.body).toContain(persian);
  });

  it("are left out of what people write, before it is checked; a password stays as it is", async () => {
    const made = await under.ask({
      method: "POST",
      url: "/api/accounts",
      payload: { name: "Ad\u202Enim\u200Bistrator", email: "ana@example.org", role: "member" },
      as: "administrator",
    });
    expect(made.statusCode).toBe(200);
    const list = await under.ask({ method: "GET", url: "/api/accounts", as: "administrator" });
    expect(list.body).toContain('"Adnimistrator"');
    const empty = await under.ask({
      method: "POST",
      url: "/api/accounts",
      payload: { name: "\u200B\u2060", email: "eve@example.org", role: "member" },
      as: "administrator",
    });
    expect(empty.statusCode).toBe(400);
    const token = new URL(made.json().link).hash.slice(1);
    const password = "with a soft\u00ADhyphen in it";
    const used = await under.ask({ method: "POST", url: "/api/links/use", payload: { token, password } });
    expect(used.statusCode).toBe(200);
    const signedIn = (given: string) =>
      under.ask({
        method: "POST",
        url: "/api/session",
        payload: { email: "ana@example.org", password: given },
      });
    expect((await signedIn(password)).statusCode).toBe(200);
    expect((await signedIn("with a softhyphen in it")).statusCode).toBe(401);
  });

  it("are left out of the title of a report", async () => {
    const path = join(under.effects.store.home, "report.html");
    await writeFile(
      path,
      `<h1>${turned}</h1><h2>Recommendations</h2><ol><li>Pay pensions in time.</li></ol>`,
    );
    const { useCases } = await import("#app");
    const { operator } = await import("#records");
    const upload = { path, name: "report.html" };
    const read = await useCases.importReport(under.effects, operator, {
      name: "report.html",
      origin: "invented",
      upload,
    });
    expect(read).toMatchObject({ ok: true });
    const list = await under.ask({ method: "GET", url: "/api/documents" });
    expect(list.body).toContain(seen);
    expect(list.body).not.toMatch(/[\u200B\u202A-\u202E\u2066-\u2069]/);
  });
});
