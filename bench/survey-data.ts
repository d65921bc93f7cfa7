// A simulated survey of any size: strata, primary units of unequal size, weights, twelve columns. Only
// + - * / and whole numbers go into it, so that every engine makes the same bits; the check sums of a million
// rows stand beside R survey's results for them.

import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { resolve } from "node:path";
import type { SurveyTable } from "#statistics";

const wholeColumns = ["stratum", "psu", "fpc", "employed", "insured", "educ", "sex", "domain"] as const;
const otherColumns = ["w", "income", "hours", "score"] as const;
export const surveyColumns = [...wholeColumns, ...otherColumns] as const;
export type SurveyColumnName = (typeof surveyColumns)[number];
export type SurveyData = Readonly<Record<SurveyColumnName, Float64Array>>;

/** Numbers between 0 and 1 (mulberry32), the same in every run. */
function uniforms(): () => number {
  let state = 0x9e3779b9 | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function unitSizes(uniform: () => number, rows: number, units: number): Int32Array {
  const share = Float64Array.from({ length: units }, () => 0.5 + uniform());
  const total = share.reduce((sum, each) => sum + each, 0);
  const sizes = share.map((each) => Math.max(2, Math.floor((rows * each) / total)));
  sizes[units - 1] = rows - sizes.subarray(0, units - 1).reduce((sum, each) => sum + each, 0);
  return Int32Array.from(sizes);
}

const rounded = (value: number, places: number): number => Math.round(value * places) / places;

/** The rows, stratum by stratum and unit by unit; `score` lacks one value in fifty. */
export function surveyData(rows = 1_000_000, strata = 100, unitsOfStratum = 20): SurveyData {
  const uniform = uniforms();
  // Sum of twelve: mean 0, variance 1.
  const normal = () => {
    let sum = 0;
    for (let i = 0; i < 12; i++) sum += uniform();
    return sum - 6;
  };
  const sizes = unitSizes(uniform, rows, strata * unitsOfStratum);
  const data = Object.fromEntries(surveyColumns.map((name) => [name, new Float64Array(rows)])) as SurveyData;
  let row = 0;
  for (let unit = 0; unit < sizes.length; unit++) {
    const stratum = Math.floor(unit / unitsOfStratum);
    const ofUnit = 120 * normal();
    const employment = 0.35 + 0.004 * stratum + 0.05 * normal();
    const weight = (20 + 3 * (stratum % 17)) * (0.7 + 0.6 * uniform());
    const ownDomain = Math.floor(uniform() * 50);
    for (let i = 0; i < sizes[unit]!; i++, row++) {
      data.stratum[row] = stratum + 1;
      data.psu[row] = unit + 1;
      // Primary units of the stratum in the population.
      data.fpc[row] = unitsOfStratum * (4 + (stratum % 7));
      data.w[row] = rounded(weight * (0.8 + 0.4 * uniform()), 1e4);
      const sex = uniform() < 0.52 ? 1 : 2;
      const educ = Math.min(4, 1 + Math.floor(uniform() * uniform() * 6));
      const employed = uniform() < employment + 0.04 * educ - (sex === 1 ? 0.05 : 0) ? 1 : 0;
      data.sex[row] = sex;
      data.educ[row] = educ;
      data.employed[row] = employed;
      data.insured[row] = uniform() < 0.15 + 0.12 * educ + 0.2 * employed ? 1 : 0;
      data.domain[row] = 1 + (uniform() < 0.6 ? ownDomain : Math.floor(uniform() * 50));
      const income = 1000 + 40 * stratum + ofUnit + 180 * educ + 260 * employed + 300 * normal();
      data.income[row] = rounded(Math.max(0, income), 100);
      data.hours[row] = employed === 1 ? rounded(Math.max(1, 38 + 9 * normal()), 10) : 0;
      data.score[row] = uniform() < 0.02 ? Number.NaN : rounded(50 + 10 * normal() + 2 * educ, 1000);
    }
  }
  return data;
}

/** Sums that show whether the rows are the ones the expected results were made from. */
export function checkSums({ w, income }: SurveyData) {
  let sumWeights = 0;
  let sumWeightedIncome = 0;
  for (let row = 0; row < w.length; row++) {
    sumWeights += w[row]!;
    sumWeightedIncome += w[row]! * income[row]!;
  }
  return { sumWeights, sumWeightedIncome };
}

/** Columns as a table that estimates are taken of. */
export const surveyTable = (data: Partial<SurveyData>): SurveyTable => ({
  rows: Object.values(data)[0]?.length ?? 0,
  columns: new Map(Object.entries(data).map(([name, values]) => [name, { kind: "number" as const, values }])),
});

/** Writes a file of bare numbers for each column: what a benchmark reads takes no room of its own. */
export function writeColumns(folder: string, data: SurveyData): void {
  for (const name of surveyColumns) writeFileSync(resolve(folder, `${name}.f64`), data[name]);
}

export const readColumns = <N extends SurveyColumnName>(
  folder: string,
  names: readonly N[],
): Readonly<Record<N, Float64Array>> =>
  Object.fromEntries(
    names.map((name) => {
      const { buffer, byteOffset, byteLength } = readFileSync(resolve(folder, `${name}.f64`));
      return [name, new Float64Array(buffer, byteOffset, byteLength / 8)];
    }),
  ) as Record<N, Float64Array>;

/** Writes the rows as a Parquet file by way of a CSV file. */
export async function writeParquet(folder: string, data: SurveyData): Promise<string> {
  const csv = resolve(folder, "survey.csv");
  const file = openSync(csv, "w");
  let text = `${surveyColumns.join(",")}\n`;
  for (let row = 0; row < data.w.length; row++) {
    text += surveyColumns.map((name) => (Number.isNaN(data[name][row]!) ? "" : data[name][row])).join(",");
    text += "\n";
    if (text.length > 1 << 20) {
      writeSync(file, text);
      text = "";
    }
  }
  writeSync(file, text);
  closeSync(file);
  const path = resolve(folder, "survey.parquet");
  // Loaded here: the memory of what only computes is measured beside it.
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", { memory_limit: "1GB", threads: "2" });
  const connection = await instance.connect();
  const types = [
    ...wholeColumns.map((name) => `'${name}': 'INTEGER'`),
    ...otherColumns.map((name) => `'${name}': 'DOUBLE'`),
  ];
  await connection.run(
    `COPY (SELECT * FROM read_csv('${csv}', header = true, columns = {${types.join(", ")}}))
     TO '${path}' (FORMAT parquet, COMPRESSION zstd)`,
  );
  connection.closeSync();
  instance.closeSync();
  return path;
}
