// Files that are not what they are given as. Each is refused with a sentence that says what it is and what
// to do, at once, and nothing of it stays in the store.

import { Buffer } from "node:buffer";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serverUnderTest, type UnderTest } from "./server-under-test.ts";

let under: UnderTest;
beforeAll(async () => {
  under = await serverUnderTest();
});
afterAll(() => under.close());

const send = (kind: string, name: string, bytes: string | Uint8Array, more = "") =>
  under.ask({
    method: "POST",
    url: `/api/imports/${kind}?name=${encodeURIComponent(name)}${more}`,
    headers: { "content-type": "application/octet-stream" },
    payload: Buffer.from(bytes as Uint8Array),
    as: "administrator",
  });
const figures = (name: string, bytes: string | Uint8Array, series = "wrong") =>
  send("observations", name, bytes, `&series=${series}`);

const stored = async () => {
  const { home } = under.effects.store;
  const folders = await readdir(join(home, "files")).catch(() => []);
  const names = await Promise.all(folders.map((folder) => readdir(join(home, "files", folder))));
  return names.flat();
};

const workbook = zipSync({ "xl/workbook.xml": Buffer.from("<workbook/>") });
const tables = ["observations", "evaluations", "ratifications"];

describe("a table", () => {
  it.each<readonly [string, string | Uint8Array, RegExp]>([
    ["a PDF called .csv", "%PDF-1.7\nfigures", /is a PDF document/],
    ["a workbook called .csv", workbook, /is a workbook/],
    ["a web page called .csv", "<!doctype html><p>Not found", /is a web page/],
    ["JSON called .csv", '[{"area":"KEN"}]', /is JSON/],
    ["a NUL byte", "area,indicator,period,value\nKEN,x\0y,2019,1\n", /NUL byte in line 2/],
    ["UTF-16", Buffer.from("\ufeffarea,value\nKEN,1\n", "utf16le"), /UTF-16|not UTF-8/],
    ["Latin-1", Buffer.from("area,value\nCôte d'Ivoire,1\n", "latin1"), /UTF-8/],
  ])("that is %s is told as what it is, by every import of tables", async (_, bytes, words) => {
    for (const kind of tables) {
      const answer = await send(kind, "table.csv", bytes, kind === "observations" ? "&series=wrong" : "");
      expect([kind, answer.statusCode, answer.json().problems.length]).toEqual([kind, 422, 1]);
      expect(answer.json().problems[0].message, kind).toMatch(words);
    }
    expect(await stored()).toEqual([]);
  });

  it("with a header of ten million letters is refused at once", async () => {
    const long = `${"x".repeat(10_000_000)}\nKEN\n`;
    for (const kind of tables) {
      const answer = await send(kind, "long.csv", long, kind === "observations" ? "&series=wrong" : "");
      expect(answer.statusCode, kind).toBe(422);
      expect(answer.body.length, kind).toBeLessThan(5_000);
    }
    expect((await figures("long.csv", long)).body).toContain("longer than 262144");
  });

  it("of another shape is not answered with two thousand sentences", async () => {
    const header = ["id", "title", ...Array.from({ length: 2_000 }, (_, i) => `c${i}`)].join(",");
    const answer = await send("evaluations", "wide.csv", `${header}\n${"1,".repeat(2_001)}1\n`);
    expect(answer.json().problems.length).toBeLessThan(60);
    expect(answer.body).toContain("2000 columns of wide.csv are not known; the first 50 are listed");
  });

  it("takes ISO codes in small letters, and tells a text that it does not understand once, however many its rows", async () => {
    const rows = Array.from({ length: 1_200 }, (_, i) => `hos,x,${1_000 + i},1`);
    const answer = await figures("g.csv", `area,indicator,period,value\nbwa,x,2019,1\n${rows.join("\n")}\n`);
    expect(answer.statusCode).toBe(422);
    const { problems } = answer.json();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      code: "releases.area-unknown",
      at: { row: 3, column: "area", text: "hos" },
    });
    expect(problems[0].message).toContain('Row 3 and 1199 rows after it, column area: "hos"');
    const taken = await figures("g.csv", "area,indicator,period,value\nbwa,x,2019,1\n", "small");
    expect(taken.json()).toMatchObject({ added: 1, release: "small-1" });
    const [observation] = await under.effects.store.releases.observations({ release: "small-1" });
    expect(observation?.area).toBe("BWA");
  });
});

describe("a report", () => {
  it("in which nothing is found is kept with a warning", async () => {
    const answer = await send("evaluation-report", "one.txt", "x");
    expect(answer.statusCode).toBe(200);
    expect(answer.json().warnings).toMatchObject([{ code: "app.no-passages" }]);
  });

  it("tied to an evaluation nobody knows leaves nothing behind", async () => {
    const before = await stored();
    const answer = await send("evaluation-report", "two.txt", "Two words", "&evaluation=nowhere");
    expect(answer.statusCode).toBe(422);
    expect(await stored()).toEqual(before);
  });
});

describe("two at once", () => {
  it("of one series with different figures: one wins, the other is told, and nothing of it stays", async () => {
    const text = (value: number) =>
      `area,indicator,period,value\n${Array.from({ length: 20_000 }, (_, i) => `KEN,x${i},2019,${value}`).join("\n")}\n`;
    const before = (await stored()).length;
    const answers = await Promise.all([figures("a.csv", text(1), "both"), figures("a.csv", text(2), "both")]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(answers.find(({ statusCode }) => statusCode === 409)?.body).toContain("app.series-moved-on");
    expect((await stored()).length).toBe(before + 2);
  });

  it("of one series with the same bytes: both are told of the one release", async () => {
    const text = "area,indicator,period,value\nKEN,x,2019,7\n";
    const answers = await Promise.all([figures("a.csv", text, "alike"), figures("a.csv", text, "alike")]);
    expect(answers.map((answer) => answer.json().release)).toEqual(["alike-1", "alike-1"]);
    expect(answers.map((answer) => answer.json().added).sort()).toEqual([0, 1]);
  });

  it("asking for one run get the same run", async () => {
    const definition = {
      id: "twice",
      version: "1",
      title: "Twice",
      reconstruction: true,
      nodes: [
        { id: "index", aggregation: "arithmetic" },
        { id: "x", parent: "index", direction: 1 },
      ],
      normalisation: { method: "min-max", low: 0, high: 1 },
    };
    await figures("r.csv", "area,indicator,period,value\nKEN,x,2019,7\nUGA,x,2019,8\n", "run");
    const ask = (title: string) =>
      under.ask({
        method: "POST",
        url: "/api/runs",
        payload: { definition: { ...definition, title }, release: "run-1" },
        as: "analyst",
      });
    const alike = await Promise.all([ask("Twice"), ask("Twice")]);
    expect(alike.map(({ statusCode, body }) => [statusCode, body.slice(0, 200)])).toEqual([
      [200, alike[1]!.body.slice(0, 200)],
      [200, alike[0]!.body.slice(0, 200)],
    ]);
    expect((await ask("Another")).statusCode).toBe(409);
  });
});
