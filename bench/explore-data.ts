// A release of any size as the import writes it: the same columns, order and row groups, without the way
// through a CSV file of two gigabytes. 200 countries, 200 indicators, 30 years, three sexes, six sources; one
// row in fourteen is left out, so that no two series are alike.

import { DuckDBInstance } from "@duckdb/node-api";
import { areas } from "#kernel";

export const areaCodes: readonly string[] = areas
  .filter(({ kind }) => kind === "country" || kind === "territory")
  .map(({ code }) => code)
  .slice(0, 200);
export const firstYear = 1995;
export const years = 30;
export const sexes = ["F", "M", "T"] as const;
export const sources = [
  "Administrative records",
  "Agency A",
  "Agency B, second edition",
  "Household survey",
  "Labour force survey",
  "National accounts",
] as const;
export const indicatorCode = (index: number): string => `IND_${String(index).padStart(3, "0")}_RT`;

/** Rows before one in fourteen is left out. */
export const perIndicator = areaCodes.length * years * sexes.length * sources.length;

const listed = (texts: readonly string[]) => `[${texts.map((text) => `'${text}'`).join(", ")}]`;
const picked = (texts: readonly string[], sql: string) =>
  `list_extract(${listed(texts)}, CAST(${sql} AS INTEGER) + 1)`;

/** Writes about `indicators` × 100,000 rows, in order. */
export async function writeRelease(path: string, indicators: number, rowGroupSize: number): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:", { memory_limit: "1GB", threads: "2" });
  const connection = await instance.connect();
  const [perArea, perYear] = [years * sexes.length * sources.length, sexes.length * sources.length];
  await connection.run(
    `COPY (SELECT
        'IND_' || lpad(CAST(i // ${perIndicator} AS VARCHAR), 3, '0') || '_RT' AS indicator,
        ${picked(areaCodes, `i // ${perArea} % ${areaCodes.length}`)} AS area,
        CAST(y AS VARCHAR) AS period,
        ${picked(sources, `i // ${sexes.length} % ${sources.length}`)} AS source,
        ${picked(sexes, `i % ${sexes.length}`)} AS sex,
        CASE WHEN h % 33 <> 0 THEN CAST(h % 100000 AS DOUBLE) / 1000 END AS value,
        CASE WHEN h % 33 = 0 THEN 'not-collected' END AS missing,
        'PT' AS unit,
        CASE WHEN h % 5 = 0 THEN 'E' WHEN h % 7 = 0 THEN 'P' END AS status,
        CASE WHEN h % 11 = 0 THEN 'Repository: simulated' END AS note,
        CAST(y AS INTEGER) AS first_year, CAST(y AS INTEGER) AS last_year,
        'simulated' AS origin, repeat('ab', 32) AS source_file,
        CAST(i + 2 AS UINTEGER) AS source_row, 'value' AS source_column
      FROM (SELECT i, ${firstYear} + i // ${perYear} % ${years} AS y, hash(i) AS h
        FROM range(${indicators * perIndicator}) t(i) WHERE hash(i) % 14 <> 0))
     TO '${path}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowGroupSize})`,
  );
  connection.closeSync();
  instance.closeSync();
}
