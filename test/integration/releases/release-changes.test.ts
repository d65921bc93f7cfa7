// What differs between two releases, and what a check finds in one: the rows are written here by hand, so every
// count can be told from the tables above it.

import { describe, expect, it } from "vitest";
import type { ReleaseFinding } from "../../../src/records/index.ts";
import { releasesAtHand } from "./observations-at-hand.ts";

const { releases, write, keep } = await releasesAtHand();

const head = "area,indicator,period,value,unit,source,sex,status,note";
async function release(id: string, lines: readonly string[], header = head) {
  const written = await write([[`${id}.csv`, [header, ...lines].join("\n")]]);
  if (!written.ok) throw new Error(written.problems[0]!.message);
  return keep(id, written.value);
}

const first = await release("one", [
  "FRA,a,2018,10,PT,ILO,T,,",
  "FRA,a,2019,20,PT,ILO,T,,",
  "FRA,a,2019,21,PT,OECD,T,,",
  "KEN,a,2019,0,PT,ILO,T,,",
  "KEN,b,2019,5,USD,ILO,T,,",
  "KEN,b,2020,,USD,ILO,T,,first",
  "PER,c,2019,7,NUM,ILO,T,,",
]);
const second = await release("two", [
  "FRA,a,2018,10,PT,ILO,T,,",
  "FRA,a,2019,25,PT,ILO,T,E,",
  "FRA,a,2019,21,PT,OECD,T,,",
  "FRA,a,2020,30,PT,ILO,T,,",
  "KEN,a,2019,1,PT,ILO,T,,",
  "KEN,b,2019,5,EUR,ILO,T,,",
  "KEN,b,2020,,EUR,ILO,T,,second",
]);

describe("changes between two releases", () => {
  it("are counted in all, by respect, by indicator and by area", async () => {
    const counts = await releases.changeCounts(first, second);
    expect(counts.total).toEqual({ added: 1, changed: 4, withdrawn: 1, note: 0 });
    expect(counts.respects).toEqual({ value: 2, missing: 0, unit: 2, status: 1, note: 1 });
    expect(counts.indicators).toEqual([
      { id: "a", added: 1, changed: 2, withdrawn: 0, note: 0 },
      { id: "b", added: 0, changed: 2, withdrawn: 0, note: 0 },
      { id: "c", added: 0, changed: 0, withdrawn: 1, note: 0 },
    ]);
    expect(counts.areas.map(({ id }) => id)).toEqual(["FRA", "KEN", "PER"]);
  });

  it("come row by row with both sides, and per cent only where it has a meaning", async () => {
    const rows = await releases.changes(first, second, { limit: 10, offset: 0 });
    expect(rows.map(({ kind, area, period, percent }) => [kind, area, period, percent])).toEqual([
      ["changed", "FRA", "2019", 25],
      ["added", "FRA", "2020", null],
      ["changed", "KEN", "2019", null],
      ["changed", "KEN", "2019", null],
      ["changed", "KEN", "2020", null],
      ["withdrawn", "PER", "2019", null],
    ]);
    expect(rows[0]).toMatchObject({
      source: "ILO",
      before: { value: 20, status: null },
      now: { value: 25, status: "E" },
    });
    expect(rows[1]).toMatchObject({ before: null, now: { value: 30 } });
    expect(rows[4]).toMatchObject({ before: { note: "first", unit: "USD" }, now: { note: "second" } });
  });

  it("page through the same rows as they come at once, and by what is asked for", async () => {
    const all = await releases.changes(first, second, { limit: 100, offset: 0 });
    const paged = [];
    for (let offset = 0; offset < 8; offset += 2)
      paged.push(...(await releases.changes(first, second, { limit: 2, offset })));
    expect(paged).toEqual(all);
    const some = (filter: object) => releases.changes(first, second, { ...filter, limit: 100, offset: 0 });
    expect(await some({ kinds: ["withdrawn"] })).toHaveLength(1);
    expect(await some({ indicators: ["a"], kinds: ["changed"] })).toHaveLength(2);
    expect(await some({ areas: ["KEN"] })).toHaveLength(3);
    expect(await some({ areas: ["KEN' OR '1'='1"] })).toEqual([]);
  });

  it("are written as CSV with the same rows", async () => {
    const chunks = [];
    for await (const chunk of releases.changesCsv(first, second, {})) chunks.push(chunk);
    const [header, ...lines] = Buffer.concat(chunks).toString().trim().split("\n");
    expect(header).toContain("kind,indicator,area,period,source,sex,old_value,new_value,difference,percent");
    expect(lines).toHaveLength(6);
    expect(lines[0]).toMatch(/^changed,a,FRA,2019,ILO,T,20\.0,25\.0,5\.0,25\.0/);
  });

  it("are written without a text that a spreadsheet would compute", async () => {
    const risky = (id: string, value: number) =>
      release(id, [`FRA,a,2018,${value},PT,+ILO,T,,"=HYPERLINK(""http://x"")"`]);
    const [before, now] = [await risky("risky", -1), await risky("riskier", -2)];
    const chunks = [];
    for await (const chunk of releases.changesCsv(before, now, {})) chunks.push(chunk);
    const [, line] = Buffer.concat(chunks).toString().split("\n");
    expect(line).toContain("'+ILO,T,-1.0,-2.0,");
    expect(line).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(line).not.toMatch(/(^|,|,")[=+@]/);
  });

  it("between a release and itself are none, and a breakdown one of them lacks counts as empty", async () => {
    expect((await releases.changeCounts(second, second)).total).toEqual({
      added: 0,
      changed: 0,
      withdrawn: 0,
      note: 0,
    });
    const broken = await release(
      "three",
      ["FRA,a,2018,10,PT,ILO,T,", "FRA,a,2018,4,PT,ILO,T,Y15"],
      "area,indicator,period,value,unit,source,sex,age",
    );
    expect((await releases.changeCounts(broken, first)).total).toMatchObject({ withdrawn: 1, changed: 0 });
  });
});

describe("what changed since an earlier release", () => {
  it("comes as observations, and only what is new or otherwise", async () => {
    const rows = await releases.changedObservations({ release: "two" }, first);
    expect(rows.map(({ area, indicator, period }) => `${area} ${indicator} ${period}`)).toEqual([
      "FRA a 2019",
      "FRA a 2020",
      "KEN a 2019",
      "KEN b 2019",
      "KEN b 2020",
    ]);
    expect(await releases.changedObservations({ release: "two", indicators: ["c"] }, first)).toEqual([]);
    expect(await releases.changedObservations({ release: "two", limit: 1, offset: 1 }, first)).toMatchObject([
      { period: "2020", value: 30 },
    ]);
  });
});

describe("the check of a release", () => {
  const question = { limits: [], binary: [], dissolved: [], day: "2026-11-22" };
  const found = async (
    lines: readonly string[],
    asked: Partial<Parameters<typeof releases.findings>[2]> = {},
    before: Awaited<ReturnType<typeof release>> | null = null,
  ) => {
    const made = await release(`checked-${Math.abs(hash(lines.join()))}`, lines);
    const answer = await releases.findings(made.files, before, { ...question, ...asked });
    if (answer === null) throw new Error("no file");
    return answer;
  };
  const hash = (text: string) => [...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) | 0, 7);
  const year = (period: number, value: number | string, area = "FRA", indicator = "a") =>
    `${area},${indicator},${period},${value},PT,ILO,T,,`;
  const rules = (findings: readonly ReleaseFinding[]) => findings.map(({ rule }) => rule);

  it("finds nothing in a steady series", async () => {
    const steady = Array.from({ length: 12 }, (_, i) => year(2010 + i, 10 + i * 0.5 + (i % 3) * 0.1));
    expect((await found(steady)).findings).toEqual([]);
  });

  it("finds values outside the scale, at the limit not", async () => {
    const limits = [{ indicator: "a", low: 0, high: 100 }];
    const { findings, counts } = await found([year(2018, 100), year(2019, 100.1), year(2020, -1)], {
      limits,
    });
    expect(findings.map(({ period, values }) => [period, values])).toEqual([
      ["2019", { value: 100.1, low: 0, high: 100 }],
      ["2020", { value: -1, low: 0, high: 100 }],
    ]);
    expect(counts).toEqual([{ rule: "range", indicator: "a", count: 2 }]);
  });

  it("finds the jump by the spread of its own series, and not a change of law", async () => {
    const lines = Array.from({ length: 14 }, (_, i) => year(2008 + i, i === 9 ? 80 : 20 + i + (i % 2)));
    const { findings } = await found(lines);
    expect(new Set(rules(findings))).toEqual(new Set(["jump"]));
    expect(findings.map(({ period }) => period)).toEqual(["2017", "2018"]);
    expect(findings[0]?.values).toMatchObject({ value: 80, before: 28 });
    expect((await found(lines.toReversed(), { binary: ["a"] })).findings).toEqual([]);
  });

  it("finds the one step of a series that never moved", async () => {
    const lines = Array.from({ length: 14 }, (_, i) => year(2008 + i, i < 10 ? 5 : 6));
    expect((await found(lines)).findings).toMatchObject([{ rule: "jump", period: "2018" }]);
  });

  it("finds areas and indicators that lost their figures, units that changed, against the version before", async () => {
    const { findings } = await found(
      [
        "FRA,a,2018,10,PT,ILO,T,,",
        "FRA,a,2019,21,PT,OECD,T,,",
        "FRA,a,2019,20,PT,ILO,T,,",
        "KEN,b,2019,5,EUR,ILO,T,,",
      ],
      {},
      first,
    );
    expect(findings.map(({ rule, indicator, area, values }) => [rule, indicator, area, values])).toEqual([
      ["coverage", "a", "KEN", { before: 1, now: 0 }],
      ["coverage", "c", null, { before: 1, now: 0 }],
      ["unit-changed", "b", "KEN", { before: "USD", now: "EUR" }],
    ]);
  });

  it("finds several units in one indicator, dissolved areas and periods that have not come", async () => {
    const { findings } = await found(
      [
        "FRA,a,2019,10,EUR,ILO,T,,",
        "KEN,a,2019,10,USD,ILO,T,,",
        "YUG,a,2010,10,EUR,ILO,T,,",
        "YUG,a,1990,10,EUR,ILO,T,,",
        "PER,a,2030,10,EUR,ILO,T,,",
        "PER,a,2035,10,EUR,ILO,T,,",
      ],
      { dissolved: [{ area: "YUG", until: 2003 }] },
    );
    expect(findings.map(({ rule, area, period, values }) => [rule, area, period, values])).toEqual([
      ["unit-within", null, null, { units: 2, examples: "EUR, USD" }],
      ["dissolved-area", "YUG", "2010", { until: 2003, last: "2010", figures: 1 }],
      ["projection", "PER", "2030", { last: "2035", figures: 2 }],
    ]);
  });

  it("counts all and lists the first of a rule", async () => {
    const lines = Array.from({ length: 400 }, (_, i) => `FRA,a,${1600 + i},-1,PT,ILO,T,,`);
    const { findings, counts } = await found(lines, { limits: [{ indicator: "a", low: 0, high: null }] });
    expect(counts).toEqual([{ rule: "range", indicator: "a", count: 400 }]);
    expect(findings).toHaveLength(300);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(300);
  });
});
