import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { releasesAtHand } from "./observations-at-hand.ts";

const { home, files, releases, write, keep, roundTrip, refused } = await releasesAtHand();
const header = "area,indicator,period,value";

describe("a table becomes a release", () => {
  it("takes the long form with every column of the contract and keeps row and column of each value", async () => {
    const found = await roundTrip(
      "area,indicator,period,value,source,unit,sex,age,status,note\nFRA,cover,2019,12.5,ILO,PT,F,Y25T54,E,from a survey\nKEN,cover,2019-Q3,0,ILO,PT,,Y25T54,A,\n",
    );
    expect(found).toHaveLength(2);
    expect(found[0]).toMatchObject({
      area: "FRA",
      indicator: "cover",
      period: "2019",
      value: 12.5,
      missing: null,
      source: "ILO",
      unit: "PT",
      sex: "F",
      breakdowns: { age: "Y25T54" },
      status: "E",
      note: "from a survey",
      origin: "simulated",
      row: 2,
      column: "value",
    });
    expect(found[1]).toMatchObject({
      area: "KEN",
      period: "2019-Q3",
      value: 0,
      sex: "T",
      note: null,
      row: 3,
    });
  });

  it("sorts by indicator, area, period, source and sex whatever the order of the file", async () => {
    const rows = ["b,KEN,2020", "a,KEN,2019", "a,FRA,2020", "a,FRA,2019-07", "a,FRA,2019"];
    const found = await roundTrip(
      `indicator,area,period,value\n${rows.map((row, i) => `${row},${i}`).join("\n")}`,
    );
    expect(found.map(({ indicator, area, period }) => `${indicator} ${area} ${period}`)).toEqual([
      "a FRA 2019",
      "a FRA 2019-07",
      "a FRA 2020",
      "a KEN 2019",
      "b KEN 2020",
    ]);
    expect(found.map(({ row }) => row)).toEqual([6, 5, 4, 3, 2]);
  });

  it("takes areas by code, by name in four languages and by the file's own table", async () => {
    const found = await roundTrip(
      `${header}\nFRA,x,2019,1\nAllemagne,x,2019,2\nBrasil,x,2019,3\nXAB,x,2019,4\nkos,x,2019,5\nhos,x,2019,6\n`,
      { areas: { hos: "VAT" } },
    );
    expect(found.map(({ area, value }) => [area, value])).toEqual([
      ["412", 5],
      ["BRA", 3],
      ["DEU", 2],
      ["FRA", 1],
      ["VAT", 6],
      ["XAB", 4],
    ]);
  });

  it("takes a wide table, one observation a cell, empty cells with the reason", async () => {
    const found = await roundTrip("country,2019,2020 [YR2020]\nFrance,1.5,\nKenya,..,4\n", {
      indicator: "density",
      unit: "PT",
    });
    expect(
      found.map(({ area, period, value, missing, row, column }) => [
        area,
        period,
        value,
        missing,
        row,
        column,
      ]),
    ).toEqual([
      ["FRA", "2019", 1.5, null, 2, "2019"],
      ["FRA", "2020", null, "missing", 2, "2020 [YR2020]"],
      ["KEN", "2019", null, "missing", 3, "2019"],
      ["KEN", "2020", 4, null, 3, "2020 [YR2020]"],
    ]);
  });

  it("takes a table with one column an indicator", async () => {
    const found = await roundTrip("country,time,gini,lex\nFRA,2019,30,\nKEN,2019,40,66.5\n");
    expect(found.map(({ indicator, area, value }) => [indicator, area, value])).toEqual([
      ["gini", "FRA", 30],
      ["gini", "KEN", 40],
      ["lex", "FRA", null],
      ["lex", "KEN", 66.5],
    ]);
  });

  it("keeps row numbers through a byte-order mark, CRLF, quoted line breaks and trailing blank lines", async () => {
    const found = await roundTrip(
      '\ufeffarea,indicator,period,value,note\r\nFRA,x,2019,1,"two\r\n\r\nlines"\r\nKEN,x,2019,2,"said ""so"", once"\r\n\r\n\r\n',
    );
    expect(found.map(({ row, note }) => [row, note])).toEqual([
      [2, "two\r\n\r\nlines"],
      [3, 'said "so", once'],
    ]);
  });

  it("takes several files into one release and says of each value which file it is from", async () => {
    const written = await write(
      [
        ["a.csv", "country,time,gini\nFRA,2019,30\n"],
        ["b.csv", "country,2019\nFRA,7\n"],
      ],
      {},
    );
    expect(written).toMatchObject({ ok: false, problems: [{ code: "agencies.indicator-missing" }] });
    const both = await write([
      ["a.csv", "country,time,gini\nFRA,2019,30\n"],
      ["b.csv", "country,time,age,lex\nFRA,2019,Y15,80\n"],
    ]);
    if (!both.ok) throw new Error(both.problems[0]!.message);
    keep("two-files", both.value);
    const found = await releases.observations({ release: "two-files" });
    expect(found.map(({ indicator, breakdowns }) => [indicator, breakdowns])).toEqual([
      ["gini", {}],
      ["lex", { age: "Y15" }],
    ]);
    expect(new Set(found.map(({ file }) => file)).size).toBe(2);
  });
});

describe("SDMX-CSV", () => {
  it("carries the multiplier in the unit, attributes, notes and the agency, and applies nothing", async () => {
    const found = await roundTrip(
      "DATAFLOW,REF_AREA,FREQ,MEASURE,SEX,AGE,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,UNIT_MULT,NOTE_SOURCE,NOTE_INDICATOR,DECIMALS,EXTRA\nILO:DF_X(1.0),FRA,A,EMP,SEX_F,Y15,2019,12.5,E,USD,6,a,b,1,z\nILO:DF_X(1.0),KEN,A,EMP,SEX_T,Y15,2019,,Q,USD,6,,b,1,\n",
    );
    expect(found[0]).toMatchObject({
      indicator: "EMP",
      source: "ILO",
      sex: "F",
      breakdowns: { age: "Y15" },
      value: 12.5,
      unit: "USD*10^6",
      status: "E",
      note: "NOTE_SOURCE: a; NOTE_INDICATOR: b",
      attributes: { freq: "A", decimals: "1", extra: "z" },
    });
    expect(found[1]).toMatchObject({
      value: null,
      missing: "suppressed",
      status: "Q",
      note: "NOTE_INDICATOR: b",
    });
  });

  it("reads labels beside codes and labels inside cells, and keeps the codes", async () => {
    const beside = await roundTrip(
      "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference area,MEASURE,Measure,TIME_PERIOD,Time period,OBS_VALUE,Observation value\nDATAFLOW,OECD.ELS:DSD@DF(1.0),Name,I,PRT,Portugal,SOCX,Social expenditure,2021,,25.5,\n",
    );
    expect(beside[0]).toMatchObject({
      area: "PRT",
      indicator: "SOCX",
      source: "OECD.ELS",
      breakdowns: {},
      attributes: {},
    });
    const inside = await roundTrip(
      "STRUCTURE;STRUCTURE_ID;ACTION;REF_AREA: Area;MEASURE: Measure;TIME_PERIOD: Time;OBS_VALUE: Value\ndataflow;X:DF(1.0): Name;I;PRT: Portugal;SOCX: Social expenditure;2021: 2021;25.5\n",
    );
    expect(inside[0]).toMatchObject({
      area: "PRT",
      indicator: "SOCX",
      period: "2021",
      source: "X",
      value: 25.5,
    });
  });

  it("leaves rows out that delete, with a warning, and refuses an unknown action", async () => {
    const table = (action: string) =>
      `STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\ndataflow,X:DF(1.0),A,FRA,x,2019,1\ndataflow,X:DF(1.0),${action},FRA,x,2020,2\n`;
    const written = await write([["t.csv", table("D")]]);
    expect(written).toMatchObject({
      ok: true,
      value: { rows: 1, warnings: [{ code: "releases.deletions-left-out" }] },
    });
    expect(await refused(table("Z"))).toMatchObject([
      { code: "releases.action-unknown", at: { row: 3, column: "ACTION" } },
    ]);
  });
});

describe("a file with faults changes nothing and says all that is wrong", () => {
  it("lists every kind of fault with its row and column in the order of the rows", async () => {
    const before = await readdir(join(home, "files"), { recursive: true });
    const problems = await refused(
      `${header},unit,sex\nAtlantis,x,2019,1,PT,T\nFRA,x,soon,1,PT,T\nFRA,x,2019,"1,234",PT,T\nFRA,x,2020,1,PT,both of them\nFRA,x,2021,1,PT,T\nFRA,x,2021,2,PT,T\nFRA,x,2022,3,PS,T\n,x,2019,1,PT,T\n`,
    );
    expect(problems.map(({ code, at }) => [code, at?.row, at?.column])).toEqual([
      ["releases.area-unknown", 2, "area"],
      ["releases.period-unreadable", 3, "period"],
      ["releases.value-not-a-number", 4, "value"],
      ["releases.sex-unknown", 5, "sex"],
      ["releases.key-duplicate", 7, "value"],
      ["releases.unit-changes", 8, "value"],
      ["releases.area-unknown", 9, "area"],
    ]);
    expect(problems[4]!.message).toContain("row 6");
    const after = await readdir(join(home, "files"), { recursive: true });
    // The source itself was put before; no Parquet file came.
    expect(after.filter((name) => name.length > 60).length).toBe(
      before.filter((name) => name.length > 60).length + 1,
    );
    expect(await readdir(join(home, "tmp"))).toEqual(["releases"]);
  });

  it.each([
    ["1,5", "decimal point"],
    ["1.234,5", "thousands"],
    ["12 345", "thousands"],
    ["PF", "Codes and figures"],
    ["45%", "without the sign"],
    ["-", "dash"],
    ["<5", "bound"],
    ["10-20", "range"],
    ["not available", "Leave the cell empty"],
    ["1_000", "plain number"],
    ["inf", "plain number"],
    ["+-5", "plain number"],
    ["1e999", "plain number"],
  ])("refuses %j as a value and says what to do", async (text, advice) => {
    const problems = await refused(`${header}\nFRA,x,2019,"${text}"\n`);
    expect(problems).toMatchObject([
      { code: "releases.value-not-a-number", at: { row: 2, column: "value" } },
    ]);
    expect(problems[0]!.message).toContain(advice);
  });

  it.each([
    ["1e3", 1000],
    [" 7 ", 7],
    ["-0.5", -0.5],
    [".5", 0.5],
    ["+2", 2],
  ])("reads %j as a plain number", async (text, value) => {
    expect((await roundTrip(`${header}\nFRA,x,2019,"${text}"\n`))[0]!.value).toBe(value);
  });

  it("takes the reason for a missing value from the file, else the status, else the text", async () => {
    const found = await roundTrip(
      `${header},status,missing\nFRA,x,2015,,,refused\nFRA,x,2016,,Q,\nFRA,x,2017,..,L,\nFRA,x,2018,_Z,A,\nFRA,x,2019,NaN,,\nFRA,x,2020,0,M,\n`,
    );
    expect(found.map(({ value, missing }) => value ?? missing)).toEqual([
      "refused",
      "suppressed",
      "not-collected",
      "not-applicable",
      "missing",
      0,
    ]);
  });

  it("tells keys that come back a hundred thousand times without comparing each row with all others", async () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => `FRA,x${i % 1000},2019,${i}`);
    const begun = performance.now();
    const problems = await refused(`area,indicator,period,value\n${rows.join("\n")}\n`);
    expect(performance.now() - begun).toBeLessThan(15_000);
    expect(problems).toHaveLength(1001);
    expect(problems[0]!.message).toContain("Row 1002 gives x0, FRA, 2019");
    expect(problems[0]!.message).toContain("which row 2 gave");
    expect(problems[999]!.at?.row).toBe(2001);
    expect(problems.at(-1)!.message).toContain("99000 problems were found");
  }, 300_000);

  it("lists a thousand problems and says how many there are", async () => {
    const rows = Array.from({ length: 1500 }, (_, i) => `FRA,x${i},2019,PF`);
    const problems = await refused(`${header}\n${rows.join("\n")}\n`);
    expect(problems).toHaveLength(1001);
    expect(problems.at(-1)).toMatchObject({ code: "releases.more-problems" });
    expect(problems.at(-1)!.message).toContain("1500");
  });

  it("refuses Latin-1 with the encoding named, blank lines between rows, ragged rows and open quotes", async () => {
    const latin = await refused(Buffer.from(`${header}\nCôte d'Ivoire,x,2019,1\n`, "latin1"));
    expect(latin).toMatchObject([{ code: "agencies.encoding-unknown" }]);
    expect(await refused(`${header}\nFRA,x,2019,1\n\nKEN,x,2019,2\n`)).toMatchObject([
      { code: "releases.row-blank", at: { row: 3 } },
    ]);
    expect(await refused(`${header}\nFRA,x,2019,1\nKEN,x,2019\nDEU,x,2019,1,2\n`)).toMatchObject([
      { code: "releases.row-malformed", at: { row: 3 } },
      { code: "releases.row-malformed", at: { row: 4 } },
    ]);
    expect((await refused(`${header}\nFRA,x,2019,1\nKEN,"x,2019,1\n`))[0]).toMatchObject({
      code: "releases.row-malformed",
    });
  });

  it("finds Latin-1 beyond the head of a file that starts as UTF-8", async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `FRA,x${i},2019,1\n`).join("");
    const bytes = Buffer.concat([
      Buffer.from(`${header}\n${rows}`),
      Buffer.from("C\xf4te d'Ivoire,x,2019,1\n", "latin1"),
    ]);
    expect(bytes.length).toBeGreaterThan(262_144);
    expect(await refused(bytes)).toMatchObject([{ code: "releases.encoding-unknown" }]);
  });

  it("stops in the middle of its work and leaves nothing half written", async () => {
    const rows = Array.from(
      { length: 400_000 },
      (_, i) => `FRA,x${i % 20_000},${1950 + Math.floor(i / 20_000)},1\n`,
    );
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 150);
    const stopped = await write([["t.csv", `${header}\n${rows.join("")}`]], { signal: stop.signal });
    expect(stopped).toMatchObject({ ok: false, problems: [{ code: "releases.cancelled" }] });
    expect((await readdir(join(home, "tmp"))).filter((name) => name.startsWith("import-"))).toEqual([]);
  });

  it("refuses an indicator that the catalogue does not have", async () => {
    const problems = await refused(`${header}\nFRA,known,2019,1\nFRA,new,2019,1\n`, {
      catalogue: new Set(["known"]),
    });
    expect(problems).toMatchObject([
      { code: "releases.indicator-unknown", at: { row: 3, column: "indicator" } },
    ]);
  });

  it("stops when it is told to, and writes nothing", async () => {
    const stop = new AbortController();
    stop.abort();
    expect(await write([["t.csv", `${header}\nFRA,x,2019,1\n`]], { signal: stop.signal })).toMatchObject({
      ok: false,
      problems: [{ code: "releases.cancelled" }],
    });
  });
});

describe("the file", () => {
  it("has the same bytes for the same input, and its rows can be counted again", async () => {
    const rows = Array.from(
      { length: 40_000 },
      (_, i) =>
        `${["FRA", "KEN", "BRA"][i % 3]},x${i % 700},${1990 + Math.floor(i / 2100)},${(i * 7919) % 1000}`,
    );
    const text = `${header}\n${rows.join("\n")}\n`;
    const [first, second] = [await write([["t.csv", text]]), await write([["t.csv", text]])];
    if (!first.ok || !second.ok) throw new Error("refused");
    expect(second.value).toEqual(first.value);
    expect(await releases.measure(first.value.files)).toEqual({
      rows: 40_000,
      checksum: first.value.checksum,
    });
    expect(await files.path(first.value.files[0]!)).not.toBeNull();
  });

  it("counts rows beyond any block of the reader correctly", async () => {
    const rows = Array.from(
      { length: 150_000 },
      (_, i) => `FRA,x${i % 997},${1000 + Math.floor(i / 997)},${i + 2}`,
    );
    const found = await roundTrip(`${header}\n${rows.join("\n")}\n`);
    expect(found).toHaveLength(150_000);
    expect(found.every(({ row, value }) => row === value)).toBe(true);
  });
});
