// Looking into releases: a made-up one with flags, notes, two sources, a breakdown, spans of years, quarters
// and every reason for a missing value, beside the demonstration's simulated figures.

import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useCases } from "#app";
import { missingReasons, seededRandom } from "#kernel";
import { type Observation, operator } from "#records";
import { serverUnderTest, type UnderTest } from "./server-under-test.ts";

const root = resolve(import.meta.dirname, "../../..");

const madeUp = [
  "area,indicator,period,value,source,unit,sex,age,status,note,missing",
  "KEN,cover,2018,12.5,Agency A,PT,F,Y15-24,E,from a survey,",
  "KEN,cover,2019,0,Agency A,PT,F,Y15-24,,,",
  "KEN,cover,2019,14,Agency A,PT,M,Y15-24,A,,",
  'KEN,cover,2019,13,"Agency B, second edition",PT,F,Y15-24,P,"=HYPERLINK(""http://x"")",',
  "FRA,cover,2019,55,Agency A,PT,T,,B,,",
  "FRA,cover,2012/2018,50,Agency A,PT,T,,,a span of years,",
  ...["Q1", "Q2", "Q3", "Q4"].map((quarter, i) => `FRA,hours,2020-${quarter},${30 + i},Agency A,HR,T,,,,`),
  ...missingReasons.map((reason, i) => `BRA,cover,${2001 + i},,Agency A,PT,T,,,,${reason}`),
].join("\n");

let test: UnderTest;
let all: readonly (Observation & { readonly release: string })[] = [];

const importTable = async (series: string, text: string) => {
  const path = join(test.effects.store.home, `${series}.csv`);
  await writeFile(path, text);
  const done = await useCases.importObservations(test.effects, operator, {
    name: `${series}.csv`,
    series,
    title: `Title of ${series}`,
    agency: "Test office",
    origin: "simulated",
    licence: "CC-BY-4.0",
    upload: { path, name: `${series}.csv` },
  } as Parameters<typeof useCases.importObservations>[2]);
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
};

beforeAll(async () => {
  test = await serverUnderTest();
  await importTable("made-up", madeUp);
  const { readFile } = await import("node:fs/promises");
  await importTable("demo", await readFile(join(root, "demonstration", "indicators-simulated.csv"), "utf-8"));
  for (const release of ["made-up-1", "demo-1"])
    all = [
      ...all,
      ...(await test.effects.store.releases.observations({ release })).map((o) => ({ ...o, release })),
    ];
}, 60_000);
afterAll(() => test.close());

const ask = async (path: string, query: Readonly<Record<string, string>> = {}, headers = {}) =>
  test.ask({ method: "GET", url: `/api/explore/${path}?${new URLSearchParams(query)}`, headers });
const asked = async (path: string, query: Readonly<Record<string, string>> = {}) => {
  const answer = await ask(path, query);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};

const firstYear = (period: string) => Number(period.slice(0, 4));
const lastYear = (period: string) => Number(/\d{4}$/.exec(period)?.[0] ?? period.slice(0, 4));
const yearsOf = (period: string): readonly [number, number] =>
  period.includes("/") ? [firstYear(period), lastYear(period)] : [firstYear(period), firstYear(period)];

describe("counts", () => {
  it("say for each value what it would give, the other filters as they are", async () => {
    const random = seededRandom(3);
    const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
    const columns = ["indicator", "area", "sex", "source"] as const;
    for (let turn = 0; turn < 30; turn++) {
      const chosen: Partial<Record<(typeof columns)[number], string>> = {};
      for (const column of columns) if (random() < 0.35) chosen[column] = pick(all)[column];
      const from = random() < 0.5 ? 1999 + Math.floor(random() * 25) : undefined;
      const to = random() < 0.3 ? (from ?? 2005) + Math.floor(random() * 8) : undefined;
      const fits = (o: Observation, without: string) =>
        columns.every(
          (column) => column === without || chosen[column] === undefined || chosen[column] === o[column],
        ) &&
        (without === "year" || (yearsOf(o.period)[1] >= (from ?? 0) && yearsOf(o.period)[0] <= (to ?? 9999)));
      const query = {
        ...chosen,
        ...(from !== undefined && { from: `${from}` }),
        ...(to !== undefined && { to: `${to}` }),
      };
      const found = await asked("facets", query);
      expect(found.rows, JSON.stringify(query)).toBe(all.filter((o) => fits(o, "")).length);
      for (const column of columns) {
        const counts = new Map<string, number>();
        for (const o of all) if (fits(o, column)) counts.set(o[column], (counts.get(o[column]) ?? 0) + 1);
        expect(
          Object.fromEntries(
            found.facets[column].map((f: { value: string; count: number }) => [f.value, f.count]),
          ),
          column,
        ).toEqual(Object.fromEntries(counts));
      }
      const years = new Map<string, number>();
      for (const o of all)
        if (fits(o, "year"))
          for (let y = yearsOf(o.period)[0]; y <= yearsOf(o.period)[1]; y++)
            years.set(`${y}`, (years.get(`${y}`) ?? 0) + 1);
      expect(
        Object.fromEntries(
          found.facets.year.map((f: { value: string; count: number }) => [f.value, f.count]),
        ),
      ).toEqual(Object.fromEntries(years));
    }
  });

  it("know breakdowns, regions, and the newest release of each series", async () => {
    const found = await asked("facets", { release: "made-up-1" });
    expect(found.facets.by.age).toEqual([
      { value: "", count: 15 },
      { value: "Y15-24", count: 4 },
    ]);
    expect(found.facets.region).toEqual([
      { value: "africa", count: 4 },
      { value: "americas", count: 9 },
      { value: "europe-central-asia", count: 6 },
    ]);
    const africa = await asked("facets", { region: "africa", by: "age:Y15-24" });
    expect(africa.rows).toBe(4);
    expect((await asked("facets")).releases.map(({ id }: { id: string }) => id)).toEqual([
      "demo-1",
      "made-up-1",
    ]);
  });
});

describe("the table", () => {
  it("has a row for each series, so that no two sources share a cell, and reasons in the place of values", async () => {
    const table = await asked("table", { release: "made-up-1", indicator: "cover" });
    expect(table.columns.map(({ period }: { period: string }) => period)).toContain("2012/2018");
    const row = (area: string, sex: string, source: string) =>
      table.rows.find(
        (one: Record<string, unknown>) =>
          one["area"] === area && one["sex"] === sex && one["source"] === source,
      );
    const at = (period: string) =>
      table.columns.findIndex((one: { period: string }) => one.period === period);
    expect(row("KEN", "F", "Agency A").cells[at("2018")]).toMatchObject({
      value: 12.5,
      status: "E",
      note: "from a survey",
      unit: "PT",
    });
    // Zero is a figure; a year without a row is none.
    expect(row("KEN", "F", "Agency A").cells[at("2019")].value).toBe(0);
    expect(row("KEN", "M", "Agency A").cells[at("2018")]).toBeNull();
    expect(row("KEN", "F", "Agency B, second edition").cells[at("2019")].value).toBe(13);
    const brazil = row("BRA", "T", "Agency A").cells.filter(Boolean);
    expect(brazil.map(({ missing }: { missing: string }) => missing)).toEqual([...missingReasons]);
    expect(brazil.every(({ value }: { value: unknown }) => value === null)).toBe(true);
    // Countries stand by name in the language asked for: Brazil, France, Kenya.
    expect([...new Set(table.rows.map(({ area }: { area: string }) => area))]).toEqual(["BRA", "FRA", "KEN"]);
  });

  it("gives pages that hold each series once, over releases", async () => {
    const whole = await asked("table", { limit: "200", indicator: "cover,ISI_O_PENCOV" });
    expect(whole.total).toBe(78 - 1);
    const ids = new Set<string>();
    for (let offset = 0; offset < whole.total; offset += 25)
      for (const { id } of (
        await asked("table", { limit: "25", offset: `${offset}`, indicator: "cover,ISI_O_PENCOV" })
      ).rows) {
        expect(ids.has(id)).toBe(false);
        ids.add(id);
      }
    expect(ids.size).toBe(whole.total);
    expect([...ids]).toEqual(whole.rows.map(({ id }: { id: string }) => id));
  });

  it("turns to indicators by years, and to countries by indicators of one year", async () => {
    const indicators = await asked("table", { area: "XAA", pivot: "indicator-year", limit: "200" });
    expect(new Set(indicators.rows.map(({ area }: { area: string }) => area))).toEqual(new Set(["XAA"]));
    expect(indicators.total).toBe(indicators.rows.length);
    const crossed = await asked("table", {
      pivot: "area-indicator",
      release: "made-up-1",
      indicator: "cover",
      to: "2019",
    });
    expect(crossed.year).toBe(2019);
    expect(crossed.columns.map(({ source }: { source: string }) => source)).toEqual([
      "Agency A",
      "Agency B, second edition",
    ]);
    const kenya = crossed.rows.find(
      (one: Record<string, unknown>) => one["area"] === "KEN" && one["sex"] === "F",
    );
    expect(kenya.cells.map(({ value }: { value: number }) => value)).toEqual([0, 13]);
  });
});

describe("observations", () => {
  it("are those of the choice, each with its release and its path", async () => {
    const found = await asked("observations", { indicator: "cover", source: "Agency B, second edition" });
    expect(found.observations).toHaveLength(1);
    expect(found.observations[0]).toMatchObject({
      value: 13,
      release: "made-up-1",
      breakdowns: { age: "Y15-24" },
    });
    const path = await test.ask({
      method: "GET",
      url: `/api/trace?id=${encodeURIComponent(found.observations[0].id)}`,
    });
    expect(path.statusCode).toBe(200);
    const lines = await asked("observations", { indicator: "ISI_O_POV", sex: "T", lines: "3" });
    expect(new Set(lines.observations.map(({ area }: { area: string }) => area)).size).toBe(3);
    expect(lines.series).toBe(24);
  });
});

describe("files", () => {
  const choice = { indicator: "cover", area: "KEN" };
  it("are CSV at an address that answers 304 while nothing changed, with texts that are no formulas", async () => {
    const answer = await ask("download", choice);
    expect(answer.headers["content-type"]).toContain("text/csv");
    const lines = answer.body.trim().split("\n");
    expect(lines[0]).toMatch(
      /^release,area,area_name,indicator,period,value,source,unit,sex,age,status,missing,note/,
    );
    expect(lines).toHaveLength(5);
    expect(answer.body).toContain(`"'=HYPERLINK(""http://x"")"`);
    const tag = answer.headers["etag"] as string;
    expect(tag).toMatch(/^W\//);
    const again = await ask("download", choice, { "if-none-match": tag });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    expect(again.headers["cache-control"]).not.toContain("no-store");
    expect((await ask("download", { ...choice, area: "FRA" })).headers["etag"]).not.toBe(tag);
  });

  it("are Parquet that another engine reads, with the README in its metadata and beside it", async () => {
    const answer = await ask("download", { ...choice, format: "parquet" });
    const path = join(test.effects.store.home, "taken.parquet");
    await writeFile(path, answer.rawPayload);
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const rows = await connection.runAndReadAll(
      `SELECT release, area, value, source, age FROM '${path}' WHERE last_year >= 2019 ORDER BY source, sex`,
    );
    expect(rows.getRowsJS()).toEqual([
      ["made-up-1", "KEN", 0, "Agency A", "Y15-24"],
      ["made-up-1", "KEN", 14, "Agency A", "Y15-24"],
      ["made-up-1", "KEN", 13, "Agency B, second edition", "Y15-24"],
    ]);
    const kept = await connection.runAndReadAll(
      `SELECT decode(value) FROM parquet_kv_metadata('${path}') WHERE decode(key) = 'readme'`,
    );
    expect(kept.getRowsJS()[0]![0]).toContain("CC-BY-4.0");
    const zip = unzipSync(
      new Uint8Array((await ask("download", { ...choice, format: "parquet-zip" })).rawPayload),
    );
    expect(Object.keys(zip)).toEqual(["README.md", "data.parquet"]);
    const readme = Buffer.from(zip["README.md"]!).toString();
    for (const part of [
      "CC-BY-4.0",
      "simulated",
      "made-up-1",
      "| first_year |",
      "| E | estimated |",
      "| suppressed |",
      "/api/explore/download?release=",
    ])
      expect(readme).toContain(part);
  });

  it("are CSV and JSON with README, of the whole set too, in the language asked for", async () => {
    const zip = unzipSync(
      new Uint8Array(
        (await ask("download", { release: "made-up-1", format: "csv-zip", language: "fr" })).rawPayload,
      ),
    );
    expect(Buffer.from(zip["data.csv"]!).toString().trim().split("\n")).toHaveLength(20);
    expect(Buffer.from(zip["README.md"]!).toString()).toContain("estimé");
    const json = (await ask("download", { ...choice, format: "json" })).json();
    expect(json.data).toHaveLength(4);
    expect(json.readme.licence).toBe("CC-BY-4.0");
    const sheet = await ask("download", { ...choice, format: "xlsx" });
    expect(sheet.rawPayload.subarray(0, 2).toString()).toBe("PK");
    expect((await ask("download", { ...choice, format: "readme" })).body).toContain(
      "| not-asked | not asked |",
    );
  });
});

describe("what may not be seen", () => {
  it("is neither counted nor told: drafts, what is withdrawn, restricted tiers", async () => {
    const { catalogue } = test.effects.store;
    const release = (await catalogue.releases.byId("made-up-1"))!;
    const before = await asked("facets");
    const add = async (
      series: string,
      tier: "public" | "restricted",
      kinds: readonly ("published" | "withdrawn")[],
    ) => {
      await catalogue.releases.add({ ...release, id: `${series}-1`, series, tier, version: 1 });
      for (const kind of kinds)
        await catalogue.releases.record({
          release: `${series}-1`,
          at: test.effects.now(),
          by: "operator",
          act: kind === "published" ? { kind, notes: null } : { kind, reason: "wrong", replacedBy: null },
        });
    };
    await add("draft", "public", []);
    await add("gone", "public", ["published", "withdrawn"]);
    await add("closed", "restricted", ["published"]);
    const after = await asked("facets");
    expect(after.rows).toBe(before.rows);
    expect(JSON.stringify(after)).not.toMatch(/draft-1|gone-1|closed-1/);
    for (const id of ["draft-1", "gone-1", "closed-1"])
      for (const path of ["facets", "table", "observations", "download"]) {
        const refused = await ask(path, { release: id });
        expect(refused.statusCode, `${path} ${id}`).toBeGreaterThanOrEqual(400);
        expect(refused.body).not.toContain("Agency");
      }
  });
});
