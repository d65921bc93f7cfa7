// Rows of surveys laid down and read back: what comes back is what was given, and what is wrong is told at once.

import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Sha256 } from "#kernel";
import { estimateOfSums, estimateSurvey, readSurveyRequest, surveyContext } from "#statistics";
import type { Microdata, MicrodataColumn, MicrodataInput } from "#store";
import { readMicrodata } from "../../../src/app/surveys/read-microdata.ts";
import { openMicrodata } from "../../../src/store/microdata/index.ts";
import { temporaryHome } from "../releases/folder-files.ts";

let place: Awaited<ReturnType<typeof temporaryHome>>;
let microdata: Microdata & { close(): Promise<void> };
beforeAll(async () => {
  place = await temporaryHome();
  microdata = openMicrodata(place);
});
afterAll(async () => {
  await microdata.close();
  await place.remove();
});

type Given = Readonly<Record<string, readonly (number | string | null)[]>>;
const columnsOf = (given: Given): ReadonlyMap<string, MicrodataColumn> =>
  new Map(
    Object.entries(given).map(([name, values]) => [
      name,
      values.some((value) => typeof value === "string")
        ? (values as readonly (string | null)[])
        : Float64Array.from(values as readonly (number | null)[], (value) => value ?? Number.NaN),
    ]),
  );
const file = (name: string, given: Given, more: Partial<MicrodataInput> = {}): MicrodataInput => ({
  name,
  columns: { kind: "columns", columns: columnsOf(given) },
  key: [],
  parent: null,
  ...more,
});
const households = (more: Given = {}) =>
  file(
    "households",
    { hh: [10, 20, 30], stratum: ["north", "south", "north"], w: [1.5, 2, 2.5], ...more },
    { key: ["hh"] },
  );
const persons = (more: Given = {}, of: Partial<MicrodataInput> = {}) =>
  file(
    "persons",
    {
      hh: [30, 10, 20, 10],
      line: [1, 1, 1, 2],
      sex: ["f", "m", null, "f"],
      income: [5, null, 7.25, -1],
      ...more,
    },
    { key: ["hh", "line"], parent: { file: "households", by: ["hh"] }, ...of },
  );

async function written(...files: readonly MicrodataInput[]) {
  const answer = await microdata.write(files);
  if (!answer.ok) throw new Error(answer.problems.map(({ message }) => message).join("\n"));
  return answer.value;
}
async function refused(...files: readonly MicrodataInput[]) {
  const before = await readdir(join(place.home, "files")).catch(() => []);
  const answer = await microdata.write(files);
  if (answer.ok) throw new Error("nothing was refused");
  expect(await readdir(join(place.home, "files")).catch(() => [])).toEqual(before);
  return answer.problems;
}
const valuesOf = async (data: Sha256) => {
  const extent = await microdata.measure(data);
  const names = extent!.columns.map(({ name }) => name);
  const columns = await microdata.columns(data, names);
  return Object.fromEntries([...columns].map(([name, values]) => [name, [...values]]));
};

describe("files of a study", () => {
  it("come back in their order, numbers as numbers, with the columns of the files above", async () => {
    const { files, warnings } = await written(persons(), households());
    expect(warnings).toEqual([]);
    expect(files.map(({ name, rows, columns }) => ({ name, rows, columns }))).toEqual([
      { name: "persons", rows: 4, columns: ["hh", "line", "sex", "income", "stratum", "w"] },
      { name: "households", rows: 3, columns: ["hh", "stratum", "w"] },
    ]);
    expect(await valuesOf(files[0]!.data)).toEqual({
      hh: [30, 10, 20, 10],
      line: [1, 1, 1, 2],
      sex: ["f", "m", null, "f"],
      income: [5, Number.NaN, 7.25, -1],
      stratum: ["north", "north", "south", "north"],
      w: [2.5, 1.5, 2, 1.5],
    });
  });

  it("join over several levels, each key by names of its own", async () => {
    const { files } = await written(
      file("areas", { code: ["A", "B"], urban: [1, 0] }, { key: ["code"] }),
      file(
        "households",
        { id: [1, 2], area: ["B", "A"], size: [3, 4] },
        { key: ["id"], parent: { file: "areas", by: ["area"] } },
      ),
      file(
        "persons",
        { id: [7, 8, 9], household: [2, 2, 1] },
        {
          key: ["id"],
          parent: { file: "households", by: ["household"] },
        },
      ),
    );
    expect(await valuesOf(files[2]!.data)).toEqual({
      id: [7, 8, 9],
      household: [2, 2, 1],
      area: ["A", "A", "B"],
      size: [4, 4, 3],
      urban: [1, 1, 0],
    });
  });

  it("keep a column of both files once where it says the same", async () => {
    const { files } = await written(persons({ w: [2.5, 1.5, 2, 1.5] }), households());
    expect(files[0]!.columns).toEqual(["hh", "line", "sex", "income", "w", "stratum"]);
  });

  it("may come as codes, as Parquet laid down before, or as delimited text", async () => {
    const first = await written(
      file(
        "a",
        {},
        {
          columns: {
            kind: "columns",
            columns: new Map<string, MicrodataColumn>([
              ["n", Float64Array.of(1, Number.NaN, 3)],
              ["t", { codes: Int32Array.of(1, -1, 0), levels: ["x", "ÿ"] }],
            ]),
          },
        },
      ),
    );
    const wanted = { n: [1, Number.NaN, 3], t: ["ÿ", null, "x"] };
    expect(await valuesOf(first.files[0]!.data)).toEqual(wanted);
    const path = (await place.files.path(first.files[0]!.data))!;
    const again = await written(file("b", {}, { columns: { kind: "path", path, format: "parquet" } }));
    expect(await valuesOf(again.files[0]!.data)).toEqual(wanted);
    const csv = join(place.home, "rows.csv");
    await writeFile(csv, '"n";t\n1;ÿ\nNA;\n3;"x"\n');
    const text = await written(
      file("c", {}, { columns: { kind: "path", path: csv, format: "csv", delimiter: ";", missing: ["NA"] } }),
    );
    expect(await valuesOf(text.files[0]!.data)).toEqual(wanted);
  });

  it("may be brought as an SPSS file or as Parquet, and come back the same", async () => {
    const fixture = new URL("../../fixtures/microdata/pyreadstat-packed.sav", import.meta.url);
    const read = async (name: string, path: string) => {
      const found = await readMicrodata({ name, path, bytes: await readFile(path) }, () => true);
      if (!found.ok) throw new Error(found.problems[0]!.message);
      return found.value;
    };
    const spss = await read("a.sav", fileURLToPath(fixture));
    const first = await written(file("a", {}, { columns: spss.columns, firstRow: spss.firstRow }));
    const values = await valuesOf(first.files[0]!.data);
    expect(values["sexo"]).toEqual([1, 2, 9, Number.NaN]);
    expect(values["region"]).toEqual(["Région du Nord-Est çà", "São Tomé e Príncipe", "a", null]);
    const parquet = await read("a.parquet", (await place.files.path(first.files[0]!.data))!);
    expect(parquet).toMatchObject({ format: "parquet", names: spss.names, firstRow: 1 });
    const again = await written(file("a", {}, { columns: parquet.columns }));
    expect(await valuesOf(again.files[0]!.data)).toEqual(values);
  });

  it("may have ten thousand columns", async () => {
    const given = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, at) => [
        `q${at}`,
        at % 2 === 0 ? [at, null, at + 0.5] : [`a${at}`, null, "b"],
      ]),
    );
    const { files } = await written(file("wide", given));
    expect(files[0]!.columns).toHaveLength(10_000);
    const back = await microdata.columns(files[0]!.data, ["q0", "q9998", "q9999"]);
    expect([...back.get("q9998")!]).toEqual([9998, Number.NaN, 9998.5]);
    expect([...back.get("q9999")!]).toEqual(["a9999", null, "b"]);
    const described = await microdata.describe(files[0]!.data, ["q9998", "q9999"]);
    expect(described[1]).toMatchObject({ name: "q9999", type: "text", nulls: 1, distinct: 2 });
  }, 120_000);

  it("leave nothing behind where the work is stopped", async () => {
    const before = await readdir(join(place.home, "files")).catch(() => []);
    const stop = new AbortController();
    const answer = microdata.write([persons(), households()], () => stop.abort(), stop.signal);
    stop.abort();
    expect(await answer).toMatchObject({ ok: false, problems: [{ code: "microdata.stopped" }] });
    expect(await readdir(join(place.home, "files")).catch(() => [])).toEqual(before);
    expect((await readdir(join(place.home, "tmp"))).filter((name) => name.startsWith("microdata-"))).toEqual(
      [],
    );
  });
});

describe("is refused in words, with counts and first rows:", () => {
  const cases: readonly (readonly [string, readonly MicrodataInput[], string, RegExp])[] = [
    [
      "a person without household",
      [persons({ hh: [30, 11, 20, 10], line: [1, 1, 1, 2] }), households()],
      "microdata.row-without-parent",
      /^persons: 1 of 4 rows belong to a unit that households does not have \(row 2: hh 11\)/,
    ],
    [
      "an empty way to the household",
      [persons({ hh: [30, null, 20, 10] }, { key: [] }), households()],
      "microdata.row-without-parent",
      /\(row 2: hh empty\)/,
    ],
    [
      "an empty key",
      [persons({ line: [1, null, 1, 2] }, { firstRow: 2 }), households()],
      "microdata.key-empty",
      /the key "hh", "line" is empty in 1 of 4 rows \(row 3\)/,
    ],
    [
      "a repeated key",
      [persons({ line: [1, 1, 1, 1] }), households()],
      "microdata.key-repeated",
      /2 rows share a key "hh", "line" with another \(hh 10, line 1 in row 2 and row 4\)/,
    ],
    [
      "a column of both files that differs",
      [persons({ w: [2.5, 9, 2, 8] }), households()],
      "microdata.columns-contradict",
      /"w" stands in persons and in households above it, and differs in 2 of 4 rows of persons \(row 2: 9 and 1\.5, row 4: 8 and 1\.5\)/,
    ],
    [
      "a name told apart by capital letters alone",
      [file("a", { age: [1], Age: [2] })],
      "microdata.column-repeated",
      /2 columns called "age", "Age" \(number 1, 2\)/,
    ],
    [
      "a name told apart from one above by capital letters alone",
      [persons({ W: [1, 2, 3, 4] }), households()],
      "microdata.column-repeated",
      /persons has a column "W" and households above it "w"/,
    ],
    ["a column without name", [file("a", { " ": [1] })], "microdata.column-unnamed", /number 1/],
    ["no rows", [file("a", { n: [] })], "microdata.no-rows", /^a has no rows/],
    ["no columns", [file("a", {})], "microdata.no-rows", /^a has no rows/],
    [
      "columns of different lengths",
      [file("a", { n: [1], m: [1, 2] })],
      "microdata.column-uneven",
      /"m" has 2 values and "n" 1/,
    ],
    [
      "a key that is no column",
      [file("a", { n: [1] }, { key: ["m"] })],
      "microdata.key-unknown",
      /no column "m"/,
    ],
    [
      "a file above that was not given",
      [persons()],
      "microdata.parent-unknown",
      /below "households", which was not given/,
    ],
    [
      "files in a circle",
      [file("a", { n: [1] }, { key: ["n"], parent: { file: "a", by: ["n"] } })],
      "microdata.parent-unknown",
      /in the end lies below a itself/,
    ],
    [
      "a way of another length",
      [persons({}, { parent: { file: "households", by: ["hh", "line"] } }), households()],
      "microdata.parent-columns-differ",
      /2 columns .* has 1 \(hh\)/,
    ],
    [
      "a way of another type",
      [persons({}, { parent: { file: "households", by: ["sex"] } }), households()],
      "microdata.key-types-differ",
      /"sex" of persons holds texts, and "hh" of households numbers/,
    ],
    [
      "two files of one name",
      [file("a", { n: [1] }), file("a", { n: [1] })],
      "microdata.file-repeated",
      /"a"/,
    ],
    [
      "more columns than a table may have",
      [file("a", Object.fromEntries(Array.from({ length: 20_001 }, (_, at) => [`q${at}`, [1]])))],
      "microdata.too-many-columns",
      /20001 columns/,
    ],
  ];
  it.each(cases)("%s", async (_, files, code, words) => {
    const [first, ...others] = await refused(...files);
    expect(first!.message).toMatch(words);
    expect(first!.code).toBe(code);
    expect(others).toEqual([]);
  });

  it("all faults of all files at once", async () => {
    const found = await refused(
      persons({ hh: [30, 11, 20, 20], line: [1, null, 1, 1] }),
      households({ hh: [10, 20, 20] }),
      file("x", { n: [] }),
    );
    expect(found.map(({ code }) => code).toSorted()).toEqual([
      "microdata.key-empty",
      "microdata.key-repeated",
      "microdata.key-repeated",
      "microdata.no-rows",
      "microdata.row-without-parent",
    ]);
  });

  it("a file that is no table, or cut off", async () => {
    const path = join(place.home, "damaged.parquet");
    await writeFile(path, "PAR1 and nothing that follows");
    const [problem] = await refused(file("a", {}, { columns: { kind: "path", path, format: "parquet" } }));
    expect(problem).toMatchObject({ code: "microdata.file-unreadable" });
    const csv = join(place.home, "uneven.csv");
    await writeFile(csv, "a,b\n1,2\n3\n");
    const [uneven] = await refused(
      file("a", {}, { columns: { kind: "path", path: csv, format: "csv", delimiter: ",", missing: [] } }),
    );
    expect(uneven).toMatchObject({ code: "microdata.file-unreadable" });
  });
});

describe("is told and still written:", () => {
  it("a household without persons, and numbers that are infinite", async () => {
    const { warnings, files } = await written(
      persons({ hh: [30, 10, 10, 10], line: [1, 1, 3, 2], income: [1, Number.POSITIVE_INFINITY, 2, 3] }),
      households(),
    );
    expect(warnings.map(({ code, message }) => [code, message.split(":")[0]])).toEqual([
      ["microdata.numbers-infinite", "persons"],
      ["microdata.parents-without-rows", "households"],
    ]);
    expect(warnings[1]!.message).toContain("1 of 3 rows have no row in persons (row 2: hh 20)");
    expect((await valuesOf(files[0]!.data))["income"]).toEqual([1, Number.NaN, 2, 3]);
  });
});

describe("a laid down file", () => {
  const rows = 3_000;
  let data: Sha256;
  const at = Array.from({ length: rows }, (_, row) => row);
  beforeAll(async () => {
    const { files } = await written(
      file("f", {
        n: at.map((row) => (row % 7 === 0 ? null : (row * 31) % 1000)),
        psu: at.map((row) => row % 40),
        stratum: at.map((row) => `s${row % 4}`),
        g: at.map((row) => (row % 5 === 0 ? null : "abc"[row % 3]!)),
        w: at.map((row) => 1 + (row % 3)),
        id: at.map((row) => `person ${row}`),
      }),
    );
    data = files[0]!.data;
  });

  it("is described: type, range, counts and most frequent values", async () => {
    const [n, , , g] = await microdata.describe(data);
    expect(n).toMatchObject({ type: "number", whole: true, nulls: 429, min: 0, max: 999 });
    expect(n!.top).toHaveLength(200);
    expect(n!.distinct).toBe(new Set(at.filter((row) => row % 7 !== 0).map((row) => (row * 31) % 1000)).size);
    expect(g).toEqual({
      ...{ name: "g", type: "text", whole: false, nulls: 600, distinct: 3, min: "a", max: "c" },
      top: [
        { value: "a", count: 800 },
        { value: "b", count: 800 },
        { value: "c", count: 800 },
      ],
    });
  });

  it("is counted and weighed by codes, absent ones last", async () => {
    const found = await microdata.counts(data, { by: ["g"], weight: "w", where: { psu: "3" } });
    const mine = at.filter((row) => row % 40 === 3);
    expect(found).toEqual(
      ["a", "b", "c", null].flatMap((code) => {
        const own = mine.filter((row) => (row % 5 === 0 ? null : "abc"[row % 3]) === code);
        const weighted = own.reduce((sum, row) => sum + 1 + (row % 3), 0);
        return own.length === 0 ? [] : [{ codes: [code], count: own.length, weighted }];
      }),
    );
    expect(await microdata.counts(data, { by: [], weight: 2, where: { g: "a" } })).toEqual([
      { codes: [], count: 800, weighted: 1600 },
    ]);
    expect(await microdata.counts(data, { by: ["g"], weight: null, where: { psu: "x" } })).toEqual([]);
  });

  it("gives sums from which a subset is estimated as from its rows: units without a row of it count", async () => {
    const design = {
      ...{ clusters: ["psu"] as const, strata: ["stratum"], weights: "w", fpc: [], nested: true },
      singleUnit: "fail" as const,
    };
    const some = await microdata.unitSums(data, {
      ...{ design: ["stratum", "psu"], by: ["stratum"], weight: "w", variables: ["n"], centred: true },
      where: { g: "a" },
    });
    // A unit without a row of the subset was drawn and stays.
    expect(some.cells.rows).toBe(40);
    const request = { id: "m", statistic: "mean" as const, variables: ["n"], by: ["stratum"] };
    const pushed = estimateOfSums(design, some, request);
    const asked = readSurveyRequest({
      ...{ data: "f", design: { clusters: ["psu"], strata: ["stratum"], weights: "w", nested: true } },
      estimates: [{ ...request, where: { g: ["a"] } }],
    });
    if (!asked.ok) throw new Error(JSON.stringify(asked.problems));
    const table = await microdata.table(data, ["n", "psu", "stratum", "g", "w"]);
    const context = surveyContext(asked.value.design, table, new Map());
    if (!pushed.ok || !context.ok) throw new Error(JSON.stringify([pushed, context]));
    const direct = estimateSurvey(context.value, asked.value.estimates[0]!);
    if (!direct.ok) throw new Error(JSON.stringify(direct.problems));
    expect(pushed.value).toHaveLength(4);
    for (const [place, row] of pushed.value.entries()) {
      const other = direct.value[place] as unknown as { estimate: number; standardError: number };
      expect(row.estimate).toBeCloseTo(other.estimate, 9);
      expect(row.standardError).toBeCloseTo(other.standardError, 9);
    }
  });

  it("gives its first rows, and all of them as CSV in their order", async () => {
    expect(await microdata.head(data, 2)).toEqual({
      columns: ["n", "psu", "stratum", "g", "w", "id"],
      rows: [
        [null, 0, "s0", null, 1, "person 0"],
        [31, 1, "s1", "b", 2, "person 1"],
      ],
    });
    const parts: Uint8Array[] = [];
    for await (const part of microdata.csv(data, ["id", "n"])) parts.push(part);
    const lines = Buffer.concat(parts).toString().split("\n");
    expect(lines.slice(0, 3)).toEqual(["id,n", "person 0,", "person 1,31"]);
    expect(lines[rows]).toBe(`person ${rows - 1},${((rows - 1) * 31) % 1000}`);
  });

  it("says which column it does not have, and that it is gone or damaged", async () => {
    await expect(microdata.columns(data, ["nope"])).rejects.toThrow(/no column "nope"/);
    const gone = "0".repeat(64) as Sha256;
    expect(await microdata.measure(gone)).toBeNull();
    await expect(microdata.columns(gone, ["n"])).rejects.toThrow(/absent from the data folder, or damaged/);
    const { files } = await written(file("f", { only: [1, 2, 3] }));
    const path = (await place.files.path(files[0]!.data))!;
    await rm(path);
    await writeFile(path, "PAR1");
    expect(await microdata.measure(files[0]!.data)).toBeNull();
  });
});
