import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openEngine } from "../../../src/store/releases/engine.ts";
import { releasesAtHand } from "./observations-at-hand.ts";

const { home, files, releases, write, keep, roundTrip } = await releasesAtHand();

const table = [
  "area,indicator,period,value,unit,source,sex,age,status",
  "FRA,a,2018,1,PT,ILO,T,Y15,",
  "FRA,a,2019,2,PT,ILO,T,Y15,",
  "FRA,a,2019,3,PT,ILO,F,Y15,E",
  "FRA,a,2019,4,PT,OECD,T,Y15,",
  "KEN,a,2012-2018,5,PT,ILO,T,Y15,",
  "KEN,a,2020,,PT,ILO,T,Y15,Q",
  "KEN,b,2020,7,USD,ILO,T,Y25,",
].join("\n");
const written = await write([["t.csv", table]]);
if (!written.ok) throw new Error(written.problems[0]!.message);
const release = keep("shelf-1", written.value);
const values = async (filter: object) =>
  (await releases.observations({ release: "shelf-1", ...filter })).map(
    ({ value, missing }) => value ?? missing,
  );

describe("slices of a release", () => {
  it("filter by indicator, area, sex and years; a span of years counts where it touches", async () => {
    expect(await values({ indicators: ["a"], areas: ["FRA"], from: 2019 })).toEqual([3, 2, 4]);
    expect(await values({ sex: ["F"] })).toEqual([3]);
    expect(await values({ areas: ["KEN"], to: 2013 })).toEqual([5]);
    expect(await values({ areas: ["KEN"], from: 2016, to: 2019 })).toEqual([5]);
    expect(await values({ indicators: [] })).toEqual([]);
  });

  it("page by limit and offset in the order of the key", async () => {
    expect(await values({ limit: 2 })).toEqual([1, 3]);
    expect(await values({ limit: 2, offset: 2 })).toEqual([2, 4]);
  });

  it("take hostile texts as texts", async () => {
    expect(await values({ areas: ["FRA' OR '1'='1"] })).toEqual([]);
    expect(await releases.observations({ release: "x'); DROP VIEW observations_1; --" })).toEqual([]);
  });

  it("find one observation by its whole key, and nothing by a part of it", async () => {
    const key = {
      release: "shelf-1",
      indicator: "a",
      area: "FRA",
      period: "2019",
      source: "OECD",
      sex: "T",
      breakdowns: { age: "Y15" },
    };
    expect(await releases.observation(key)).toMatchObject({ value: 4, row: 5, column: "value" });
    expect(await releases.observation({ ...key, breakdowns: {} })).toBeNull();
    expect(await releases.observation({ ...key, breakdowns: { age: "Y15", place: "U" } })).toBeNull();
  });

  it("come in batches as they come at once", async () => {
    const batches = [];
    for await (const batch of releases.batches({ release: "shelf-1", areas: ["FRA"] }))
      batches.push(...batch);
    expect(batches).toEqual(await releases.observations({ release: "shelf-1", areas: ["FRA"] }));
    expect(await releases.extent({ release: "shelf-1", areas: ["FRA"] })).toEqual({
      rows: 4,
      breakdowns: ["age"],
      attributes: [],
    });
  });

  it("answer sixteen clients at once", async () => {
    const answers = await Promise.all(Array.from({ length: 64 }, () => values({ indicators: ["b"] })));
    expect(answers.every((answer) => answer[0] === 7)).toBe(true);
  });
});

describe("a release as a whole", () => {
  it("tells its contents, of all areas or of one", async () => {
    expect(await releases.contents("shelf-1")).toEqual([
      { indicator: "a", unit: "PT", from: "2012/2018", to: "2020", areas: 2, values: 5, missing: 1 },
      { indicator: "b", unit: "USD", from: "2020", to: "2020", areas: 1, values: 1, missing: 0 },
    ]);
    expect((await releases.contents("shelf-1", "FRA")).map(({ values }) => values)).toEqual([4]);
    expect(await releases.contents("unknown")).toEqual([]);
  });

  it("tells what was added, changed and withdrawn since an earlier one", async () => {
    const later = table
      .replace("FRA,a,2018,1,", "FRA,a,2018,1.5,")
      .replace("KEN,b,2020,7,USD,ILO,T,Y25,", "KEN,b,2021,7,USD,ILO,T,Y25,");
    const next = await write([["t.csv", `${later}\nBRA,b,2021,1,USD,ILO,T,Y25,\n`]]);
    if (!next.ok) throw new Error("refused");
    expect(await releases.compare(next.value.files, release)).toEqual({ added: 2, changed: 1, withdrawn: 1 });
    expect(await releases.compare(written.value.files, release)).toEqual({
      added: 0,
      changed: 0,
      withdrawn: 0,
    });
    expect(await releases.compare(next.value.files, null)).toBeNull();
  });

  it("can be exported as CSV and imported again without loss", async () => {
    const path = join(home, "export.csv");
    expect(await releases.exportCsv({ release: "shelf-1" }, path)).toEqual({ rows: 7 });
    const again = await roundTrip(await readFile(path));
    const before = await releases.observations({ release: "shelf-1" });
    const figures = (rows: typeof before) => rows.map(({ file, row, column, ...figure }) => figure);
    expect(figures(again)).toEqual(figures(before));
  });

  it("is not measured when a file is absent", async () => {
    expect(await releases.measure(["0".repeat(64) as (typeof written.value.files)[number]])).toBeNull();
  });
});

describe("the engine is locked in", () => {
  it("reads no file outside its folders, loads nothing and cannot be unlocked", async () => {
    const engine = await openEngine({
      folders: [join(home, "files")],
      spillFolder: join(home, "files"),
      memoryMegabytes: 100,
      threads: 1,
      connections: 1,
    });
    await engine.use(async (connection) => {
      for (const sql of [
        "SELECT * FROM read_text('/etc/hostname')",
        `SELECT * FROM read_csv('${import.meta.filename}')`,
        "COPY (SELECT 1) TO '/tmp/socle-outside.csv'",
        "SET enable_external_access = true",
        "SET memory_limit = '9GB'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "ATTACH '/tmp/socle-outside.duckdb'",
      ])
        await expect(connection.run(sql), sql).rejects.toThrow();
      const inside = await files.path(written.value.files[0]!);
      await connection.run(`SELECT * FROM read_parquet('${inside}')`);
    });
    engine.close();
  });
});
