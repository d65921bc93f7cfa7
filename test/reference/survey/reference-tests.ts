// The reference of the survey estimates: reads designs, requests and expected numbers, and compares. Numbers
// come from the reference folder; nothing of it is kept here.

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { columnOfCells, type SurveyColumn, type SurveyTable } from "#statistics";

const project = resolve(import.meta.dirname, "../../..");
export const references = resolve(project, process.env["SOCLE_REFERENCE"] ?? "../shared/reference");
export const folder = resolve(references, "survey");
export const microdata = resolve(references, "../data/microdata");
export const microdataAbsent = !existsSync(resolve(microdata, "reference.json"));
export const isAbsent = !existsSync(resolve(folder, "tests.json"));

// biome-ignore lint/suspicious/noExplicitAny: the shapes of requests and answers differ by statistic.
export type Loose = any;

export type ReferenceTest = {
  readonly id: string;
  readonly design: string;
  readonly request: Loose;
  readonly expected?: Loose;
  readonly expectedError?: string;
  readonly unstable?: string;
};

export const readJson = (path: string): Loose => JSON.parse(readFileSync(path, "utf8"));

const tables = new Map<string, SurveyTable>();

/** A CSV file as columns; a column is one of numbers when all its cells that are not empty are. */
export function tableOf(path: string): SurveyTable {
  const known = tables.get(path);
  if (known !== undefined) return known;
  const rows = parse(readFileSync(path), { bom: true }) as string[][];
  const names = rows.shift() ?? [];
  const columns = new Map<string, SurveyColumn>();
  for (const [j, name] of names.entries()) {
    const cells = columnOfCells();
    for (const row of rows) cells.take(row[j] ?? "");
    columns.set(name, cells.column());
  }
  const table = { rows: rows.length, columns };
  tables.set(path, table);
  return table;
}

const iterated = (test: ReferenceTest): boolean =>
  /^(rake|calib_raking|calib_logit|calib_linear_bounded)/.test(test.design) ||
  test.request.statistic === "glm" ||
  // R fits the logit interval as a regression, by iteration, as it does the likelihood one.
  ["logit", "likelihood", "score"].includes(test.request.interval) ||
  ["lincom", "saddlepoint"].includes(test.request.test);

/** The relative difference the reference's README allows for a test. */
export const toleranceOf = (test: ReferenceTest): number => (iterated(test) ? 2e-8 : 1e-12);

/** The first difference beyond the tolerance, in words; `null` where there is none. */
export function difference(
  what: string,
  given: readonly (number | null)[],
  expected: Loose,
  tolerance: number,
): string | null {
  const wanted = [expected].flat(Number.POSITIVE_INFINITY) as (number | string | null)[];
  if (given.length !== wanted.length) return `${what}: ${given.length} numbers, expected ${wanted.length}`;
  for (const [at, want] of wanted.entries()) {
    const got = given[at]!;
    if (want === "NaN" || want === null) {
      if (got === null || Number.isNaN(got)) continue;
      return `${what}[${at}]: ${got}, expected none`;
    }
    const target = Number(want);
    const off = Math.abs(Number(got) - target);
    // Standard errors that are 0 by construction.
    const allowed = / (se|cv)$/.test(what) && Math.abs(target) < 1e-6 ? 1e-6 : tolerance * Math.abs(target);
    if (!(off <= allowed))
      return `${what}[${at}]: ${got}, expected ${target} (${(off / Math.abs(target)).toExponential(1)})`;
  }
  return null;
}

/**
 * What is wrong with quantiles whose interval is not determined to the last digit: estimates are exact, ends
 * lie at most one observation away, errors from replicates within 2 %.
 */
export function atMostOneObservationApart(
  table: SurveyTable,
  rows: readonly Loose[],
  expected: Loose,
): readonly string[] {
  const found: string[] = [];
  for (const [at, row] of rows.entries()) {
    const wanted = expected[row.variable];
    const of = (field: string): number => [wanted[field]].flat()[at];
    const column = table.columns.get(row.variable);
    if (column?.kind !== "number") throw new Error(`${row.variable} is no column of numbers`);
    const observed = [...new Set(column.values)]
      .filter((value) => !Number.isNaN(value))
      .sort((a, b) => a - b);
    const place = (value: number) => observed.indexOf(value);
    if (row.estimate !== of("quantile"))
      found.push(`${row.probability}: ${row.estimate}, expected ${of("quantile")}`);
    for (const [end, field] of [
      ["low", "ci.2.5"],
      ["high", "ci.97.5"],
    ] as const)
      if (place(of(field)) >= 0) {
        if (!(Math.abs(place(row[end]) - place(of(field))) <= 1))
          found.push(`${row.probability} ${end}: ${row[end]}, expected ${of(field)}`);
      } else if (!(Math.abs(row[end] / of(field) - 1) < 0.02))
        found.push(`${row.probability} ${end}: ${row[end]}, expected about ${of(field)}`);
  }
  return found;
}
