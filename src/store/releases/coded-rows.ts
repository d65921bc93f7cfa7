// Third step: the staged rows with codes for texts and numbers for values, in one table that the checks
// and the sorted file are made from.

import type { DuckDBConnection } from "@duckdb/node-api";
import { missingReasons } from "#kernel";
import { dictionaryOf, joinOf } from "./dictionaries.ts";
import { named, quoted, rowsOf } from "./engine.ts";
import { type CodedColumn, type Part, stagedCells } from "./staging.ts";

/** Marks a value cell that is neither number nor sign of a missing value. */
export const fault = "?";

/** Columns of the key in the order of the sort: indicator, area, period, source, sex, breakdowns. */
export const keyOf = (columns: readonly CodedColumn[]): readonly CodedColumn[] =>
  columns.filter(
    (column) => column.startsWith("by_") || ["indicator", "area", "period", "source", "sex"].includes(column),
  );

/**
 * Creates the table `coded`: part, row_number, cell, key, first_year, last_year, value, absent (reason or
 * `?`), note, text (only of faulty values) and an ENUM column for each coded column. `key` is one number
 * in the order of the key columns: sorting, and finding twins, compare one number instead of many texts.
 */
export async function makeCodedRows(
  connection: DuckDBConnection,
  parts: readonly Part[],
  columns: readonly CodedColumn[],
): Promise<void> {
  await connection.run(`CREATE TYPE e_absent AS ENUM (${[...missingReasons, fault].map(quoted).join(", ")})`);
  const key = await keyExpression(connection, columns);
  const selects = parts.map((part) => partSelect(part, columns));
  await connection.run(
    `CREATE TEMP TABLE coded AS SELECT *, ${key} AS key FROM (${selects.join(" UNION ALL ")})`,
  );
}

async function keyExpression(connection: DuckDBConnection, columns: readonly CodedColumn[]): Promise<string> {
  const terms: string[] = [];
  let span = 1n;
  const sizes: bigint[] = [];
  for (const column of keyOf(columns)) {
    const [row] = await rowsOf(
      connection,
      `SELECT len(enum_range(CAST(NULL AS ${named(`e_${column}`)}))) AS size`,
    );
    sizes.push(BigInt(row!["size"] as number));
  }
  for (const size of sizes) span *= size;
  // 2^63 combinations fit one processor word; beyond, DuckDB's 128-bit integer is used.
  const type = span < 1n << 63n ? "UBIGINT" : "HUGEINT";
  keyOf(columns).forEach((column, index) => {
    let stride = 1n;
    for (const size of sizes.slice(index + 1)) stride *= size;
    terms.push(`CAST(enum_code(${named(column)}) AS ${type}) * CAST(${stride} AS ${type})`);
  });
  return terms.join(" + ");
}

function partSelect(part: Part, columns: readonly CodedColumn[]): string {
  const joins: string[] = [];
  const selected = columns.map((column, index) => {
    const alias = `j${index}`;
    const join = joinOf(part, column, alias);
    if (join !== null) joins.push(join);
    const code =
      join === null ? `(SELECT max(code) FROM ${named(dictionaryOf(part, column))})` : `${alias}.code`;
    return `${code} AS ${named(column)}`;
  });
  const from = (column: CodedColumn, field: string) =>
    joinOf(part, column, "") === null
      ? `(SELECT max(${field}) FROM ${named(dictionaryOf(part, column))})`
      : `j${columns.indexOf(column)}.${field}`;
  const own = from("missing", "code");
  const byStatus = from("status", "reason");
  // The file's own reason, else what the status says, else what the text in the cell means.
  const absent = `CASE WHEN number IS NOT NULL THEN NULL WHEN sign = ${quoted(fault)} THEN sign
      WHEN ${own} <> '' THEN CAST(${own} AS VARCHAR)
      WHEN ${byStatus} <> 'missing' THEN ${byStatus} ELSE sign END`;
  const action = from("action", "code");
  return `SELECT CAST(${part.index} AS USMALLINT) AS part, s.row_number AS row_number, s.cell AS cell,
      CAST(${from("period", "first_year")} AS SMALLINT) AS first_year,
      CAST(${from("period", "last_year")} AS SMALLINT) AS last_year,
      ${selected.join(", ")}, note, CAST(${absent} AS e_absent) AS absent,
      CASE WHEN sign = ${quoted(fault)} THEN text END AS text, number AS value
    FROM (SELECT *, CASE WHEN number IS NULL THEN ${signOf(part)} END AS sign
      FROM (SELECT *, ${numberOf("text")} AS number FROM ${stagedCells(part)})) AS s ${joins.join(" ")}
    WHERE ${action} IS NULL OR ${action} <> 'D'`;
}

/**
 * A plain decimal number or nothing. The engine's cast also takes `1_000`, `+-5` and `inf`, which no
 * agency writes on purpose; they stay texts and become problems.
 */
const numberOf = (text: string): string =>
  `CASE WHEN isfinite(TRY_CAST(${text} AS DOUBLE)) AND NOT contains(${text}, '_') AND NOT starts_with(ltrim(${text}), '+-')
    THEN TRY_CAST(${text} AS DOUBLE) END`;

/** What the text of a cell without number means: a reason, or the mark of a fault. */
function signOf(part: Part): string {
  const known = Object.entries(part.layout.missingTexts).map(
    ([text, reason]) => `WHEN ${quoted(text)} THEN ${quoted(reason)}`,
  );
  return `CASE trim(coalesce(text, '')) WHEN '' THEN 'missing' ${known.join(" ")} ELSE ${quoted(fault)} END`;
}
