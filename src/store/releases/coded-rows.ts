// Second pass over the files: rows with codes for texts and numbers for values, in tables that the checks
// and the sorted file are made from.

import type { DuckDBConnection } from "@duckdb/node-api";
import { missingReasons } from "#kernel";
import { leftOutArea } from "#records";
import { codeSql, type Dictionaries } from "./dictionaries.ts";
import { named, quoted } from "./engine.ts";
import {
  type CodedColumn,
  keyOf,
  noteOf,
  type Part,
  readCsv,
  spelledIn,
  valueCellsOf,
} from "./source-rows.ts";

/** Marks a value cell that is neither number nor sign of a missing value. */
export const fault = "?";

/** How many different keys the codes allow: up to 2^63 a key is one processor word. */
export const keySpan = (columns: readonly CodedColumn[], dictionaries: Dictionaries): bigint =>
  keyOf(columns).reduce((span, column) => span * BigInt(dictionaries.codes(column).length), 1n);

/**
 * Creates the view `coded`: part, row_number, cell, key, value, absent (reason or `?`), text (only of
 * faulty values), note and an ENUM column for each coded column. `key` is one number in the order of the
 * key columns: sorting, and finding twins, compare one number instead of many texts.
 *
 * A row's number is its place in the table, which keeps the order of the file although all processors
 * read at once; that holds as long as no join or filter stands between file and table.
 */
export async function makeCodedRows(
  connection: DuckDBConnection,
  parts: readonly Part[],
  columns: readonly CodedColumn[],
  dictionaries: Dictionaries,
): Promise<void> {
  await connection.run(`CREATE TYPE e_absent AS ENUM (${[...missingReasons, fault].map(quoted).join(", ")})`);
  for (const part of parts) {
    if (part.layout.shape === "long") await codeLongPart(connection, part, columns, dictionaries);
    else await codeWidePart(connection, part, columns, dictionaries);
  }
  const selects = parts.map((part) => partView(part, columns, dictionaries));
  await connection.run(`CREATE TEMP VIEW coded AS ${selects.join(" UNION ALL ")}`);
}

/** Rows of areas that are to be left out; only where the dictionary of areas has such a code. */
export const isLeftOut = `area = CAST(${quoted(leftOutArea)} AS e_area)`;

/** Columns that differ from row to row; the others stand in the view as constants. */
const storedColumns = (part: Part, columns: readonly CodedColumn[], dictionaries: Dictionaries) =>
  columns.filter(
    (column) =>
      spelledIn(part.layout, column).from === "row" && dictionaries.of(part, column).spellings.length > 1,
  );

const codesOf = (part: Part, columns: readonly CodedColumn[], dictionaries: Dictionaries) =>
  columns.map((column) => `${codeSql(part, column, dictionaries)} AS ${named(column)}`);

async function codeLongPart(
  connection: DuckDBConnection,
  part: Part,
  columns: readonly CodedColumn[],
  dictionaries: Dictionaries,
) {
  const stored = storedColumns(part, columns, dictionaries);
  const note = noteOf(part.layout, dictionaries.notes(part));
  const texts = [
    ...codesOf(part, columns, dictionaries),
    ...(note === null ? [] : [`${note} AS note`]),
    `${valueCellsOf(part.layout)[0]} AS text`,
  ];
  await connection.run(
    `CREATE TEMP TABLE rows_${part.index} AS SELECT ${[...stored.map(named), ...(note === null ? [] : ["note"])].join(", ")}${stored.length > 0 || note !== null ? ", " : ""}
       ${valuesSql}, ${keySql(columns, dictionaries)} AS key
     FROM ${cellsSql(part, `(SELECT ${texts.join(", ")} FROM ${readCsv(part)})`)}`,
  );
}

/** A wide file is first kept as it is, because unpivoting would lose the order of its rows. */
async function codeWidePart(
  connection: DuckDBConnection,
  part: Part,
  columns: readonly CodedColumn[],
  dictionaries: Dictionaries,
) {
  const inHeader = columns.filter((column) => spelledIn(part.layout, column).from === "header");
  const inRow = columns.filter((column) => !inHeader.includes(column));
  const values = valueCellsOf(part.layout).map((cell, index) => `coalesce(${cell}, '') AS v${index}`);
  const cells = values.map((_, index) => `v${index}`).join(", ");
  await connection.run(
    `CREATE TEMP TABLE wide_${part.index} AS SELECT ${codesOf(part, inRow, dictionaries).join(", ")},
       ${noteOf(part.layout, dictionaries.notes(part)) ?? "CAST(NULL AS VARCHAR)"} AS note, ${values.join(", ")} FROM ${readCsv(part)}`,
  );
  const cellRows = `(SELECT *, CAST(substr(value_cell, 2) AS USMALLINT) AS cell FROM
    (UNPIVOT (SELECT *, CAST(rowid + 2 AS UINTEGER) AS row_number FROM wide_${part.index})
     ON ${cells} INTO NAME value_cell VALUE text))`;
  await connection.run(
    `CREATE TEMP TABLE rows_${part.index} AS SELECT row_number, cell, ${columns.map(named).join(", ")}, note,
       ${valuesSql}, ${keySql(columns, dictionaries)} AS key
     FROM ${cellsSql(part, cellRows, codesOf(part, inHeader, dictionaries))}`,
  );
}

function partView(part: Part, columns: readonly CodedColumn[], dictionaries: Dictionaries): string {
  const long = part.layout.shape === "long";
  const stored = long ? storedColumns(part, columns, dictionaries) : columns;
  const selected = columns.map((column) =>
    stored.includes(column) ? named(column) : `${codeSql(part, column, dictionaries)} AS ${named(column)}`,
  );
  const place = long
    ? "CAST(rowid + 2 AS UINTEGER) AS row_number, CAST(0 AS USMALLINT) AS cell"
    : "row_number, cell";
  const note =
    long && noteOf(part.layout, dictionaries.notes(part)) === null ? "CAST(NULL AS VARCHAR) AS note" : "note";
  const conditions = [
    ...(dictionaries.of(part, "action").codes.includes("D")
      ? ["action IS DISTINCT FROM CAST('D' AS e_action)"]
      : []),
    ...(dictionaries.of(part, "area").codes.includes(leftOutArea) ? [`NOT (${isLeftOut})`] : []),
  ];
  const kept = conditions.length > 0 ? ` WHERE ${conditions.join(" AND ")}` : "";
  return `SELECT CAST(${part.index} AS USMALLINT) AS part, ${place}, ${selected.join(", ")}, value, absent, text, ${note}, key
    FROM rows_${part.index}${kept}`;
}

function keySql(columns: readonly CodedColumn[], dictionaries: Dictionaries): string {
  const type = keySpan(columns, dictionaries) < 1n << 63n ? "UBIGINT" : "HUGEINT";
  return keyOf(columns).reduce(
    (sum, column) =>
      `(${sum} * CAST(${dictionaries.codes(column).length} AS ${type}) + CAST(enum_code(${named(column)}) AS ${type}))`,
    `CAST(0 AS ${type})`,
  );
}

/**
 * Rows of `from` with `number`, and for cells without one the `sign` (what the text means, or the mark of a
 * fault) and what the status says. Each is computed once and, under its CASE, only for the cells without a
 * number: written out where they are used they would be computed for every row.
 *
 * The engine's cast also takes `1_000`, `+-5` and `inf`, which no agency writes on purpose; they stay
 * texts and become problems.
 */
function cellsSql(part: Part, from: string, further: readonly string[] = []): string {
  const known = Object.entries(part.layout.missingTexts).map(
    ([text, reason]) => `WHEN ${quoted(text)} THEN ${quoted(reason)}`,
  );
  const sign = `CASE trim(coalesce(text, '')) WHEN '' THEN 'missing' ${known.join(" ")} ELSE ${quoted(fault)} END`;
  const byStatus = "list_extract(getvariable('status_reasons'), CAST(enum_code(status) AS INTEGER) + 1)";
  return `(SELECT *, CASE WHEN number IS NULL THEN ${sign} END AS sign,
      CASE WHEN number IS NULL THEN ${byStatus} END AS by_status
    FROM (SELECT *, CASE WHEN isfinite(parsed) AND NOT contains(text, '_') AND NOT contains(text, '+-') THEN parsed END AS number
      FROM (SELECT *, ${[...further, "TRY_CAST(text AS DOUBLE) AS parsed"].join(", ")} FROM ${from})))`;
}

/** Value, reason of its absence (the file's own, else the status's, else the text's), and a faulty text. */
const valuesSql = `number AS value,
    CAST(CASE WHEN number IS NOT NULL THEN NULL WHEN sign = ${quoted(fault)} THEN sign
      WHEN missing <> '' THEN CAST(missing AS VARCHAR) WHEN by_status <> 'missing' THEN by_status
      ELSE sign END AS e_absent) AS absent,
    CASE WHEN sign = ${quoted(fault)} THEN text END AS text`;
