// `socle survey estimate` as it is called: the example of its documentation, from CSV, XLSX and Parquet.

import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { Workbook } from "@cj-tech-master/excelts";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folder, isAbsent, type Loose, tableOf } from "./reference-tests.ts";

const program = resolve(import.meta.dirname, "../../../src/cli/main.ts");

type Run = { readonly status: number; readonly out: string; readonly said: string };

const socle = (...words: readonly string[]): Promise<Run> =>
  new Promise((done) => {
    execFile(process.execPath, [program, ...words], { maxBuffer: 1 << 26 }, (error, out, said) =>
      done({ status: error === null ? 0 : Number(error.code), out, said }),
    );
  });

const design = {
  clusters: [],
  strata: ["stype"],
  weights: "pw",
  fpc: ["fpc"],
  nested: false,
  singleUnit: "fail",
  replicates: null,
};
const estimates = [
  { id: "a", statistic: "mean", variables: ["api00"], designEffect: true },
  { id: "b", statistic: "mean", variables: ["api00"], by: ["stype"] },
  { id: "c", statistic: "ratio", variables: ["api.stu"], denominator: "enroll" },
  { id: "d", statistic: "proportion", variables: ["sch.wide"], level: "Yes", interval: "logit" },
  {
    id: "e",
    statistic: "quantile",
    variables: ["api00"],
    probabilities: [0.25, 0.5, 0.75],
    interval: "mean",
    quantileRule: "math",
  },
  { id: "f", statistic: "total", variables: ["enroll"], where: { "sch.wide": ["Yes"] } },
];

describe.skipIf(isAbsent)("socle survey estimate", () => {
  const place = mkdtempSync(join(tmpdir(), "socle-survey-"));
  const csv = resolve(folder, "csv/apistrat.csv");
  const request = (data: string, more: object = {}) => {
    const path = join(place, "request.json");
    writeFileSync(path, JSON.stringify({ data: relative(place, data), design, estimates, ...more }));
    return path;
  };
  let answer: Loose;

  beforeAll(async () => {
    const run = await socle("survey", "estimate", request(csv), "--json");
    expect(run).toMatchObject({ status: 0, said: "" });
    answer = JSON.parse(run.out);
  });
  afterAll(() => rmSync(place, { recursive: true }));

  test("answers the example with the reference's numbers, to the last digits", () => {
    const [row] = answer.estimates[0].rows;
    expect(row).toMatchObject({ group: {}, variable: "api00", degreesOfFreedom: 197, n: 200, missing: 0 });
    expect(Math.abs(row.estimate / 662.287363159321 - 1)).toBeLessThan(1e-14);
    expect(Math.abs(row.standardError / 9.40894080278461 - 1)).toBeLessThan(1e-13);
    expect(row.low).toBeCloseTo(643.7322, 4);
    expect(row.high).toBeCloseTo(680.8425, 4);
    expect(row.designEffect).toBeCloseTo(1.2045, 4);
    expect(answer.estimates.map(({ id, rows }: Loose) => [id, rows.length])).toEqual([
      ["a", 1],
      ["b", 3],
      ["c", 1],
      ["d", 1],
      ["e", 3],
      ["f", 1],
    ]);
    expect(answer.estimates[1].rows.map(({ group }: Loose) => group)).toEqual([
      { stype: "E" },
      { stype: "H" },
      { stype: "M" },
    ]);
    expect(answer.estimates[4].rows.map(({ probability }: Loose) => probability)).toEqual([0.25, 0.5, 0.75]);
  });

  test("gives the same digits from a workbook and from Parquet", async () => {
    const table = tableOf(csv);
    const names = [...table.columns.keys()];
    const book = new Workbook();
    const sheet = book.addWorksheet("sample");
    sheet.addRow(names);
    for (let row = 0; row < table.rows; row++)
      sheet.addRow(
        names.map((name) => {
          const column = table.columns.get(name)!;
          if (column.kind === "number") return Number.isNaN(column.values[row]!) ? null : column.values[row]!;
          return column.levels[column.codes[row]!] ?? null;
        }),
      );
    const workbook = join(place, "sample.xlsx");
    writeFileSync(workbook, new Uint8Array(await book.xlsx.writeBuffer()));
    const parquet = join(place, "sample.parquet");
    const engine = await DuckDBInstance.create(":memory:");
    const connection = await engine.connect();
    await connection.run(
      `COPY (SELECT * FROM read_csv('${csv}', auto_type_candidates=['BIGINT','DOUBLE','VARCHAR'])) TO '${parquet}' (FORMAT parquet)`,
    );
    connection.closeSync();
    engine.closeSync();
    for (const data of [workbook, parquet]) {
      const run = await socle("survey", "estimate", request(data), "--json");
      expect(run.status, run.out).toBe(0);
      expect(JSON.parse(run.out).estimates).toEqual(answer.estimates);
    }
  });

  test("prints a table without --json", async () => {
    const { status, out } = await socle("survey", "estimate", request(csv));
    expect(status).toBe(0);
    expect(out).toContain("stype  variable  estimate  std. error  low      high");
    expect(out).toMatch(/^E +api00 +674\.43 +12\.3825/m);
  });

  test("ends with 1 and the problems of a request, with 2 for a wrong call", async () => {
    const wrong = await socle(
      "survey",
      "estimate",
      request(csv, { design: { ...design, weigths: "pw" } }),
      "--json",
    );
    expect(wrong.status).toBe(1);
    expect(JSON.parse(wrong.out).problems).toMatchObject([
      { code: "statistics.survey-field-unknown", at: { field: "design.weigths" } },
    ]);
    expect((await socle("survey", "estimate")).status).toBe(2);
  });

  test("has no number where none can be given", async () => {
    const single = request(csv, {
      design: { weights: "pw", strata: ["snum"], singleUnit: "remove" },
      estimates: [{ id: "a", statistic: "mean", variables: ["api00"] }],
    });
    const { out } = await socle("survey", "estimate", single, "--json");
    expect(out).not.toContain("NaN");
    const answered = JSON.parse(out);
    expect(answered.estimates[0].rows[0]).toMatchObject({ low: null, high: null });
  });
});
