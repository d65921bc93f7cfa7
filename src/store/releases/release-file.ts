// The columns of a release's Parquet file, and the order of its rows.

import { createHash } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Sha256 } from "#kernel";
import type { Dictionaries } from "./dictionaries.ts";
import { named, quoted } from "./engine.ts";
import { type CodedColumn, keyOf, type Part, valueColumnsOf } from "./source-rows.ts";

/** Version of the columns below; a change makes releases of another form and is told in the changelog. */
export const schemaVersion = 1;

/**
 * Rows of a row group: what a slice of one indicator reads at least. Smaller reads less for a slice,
 * larger compresses better and makes the footer shorter.
 */
export const rowGroupSize = 61_440;

/**
 * Columns of every release, before breakdowns (`by_…`, after `sex`) and attributes (`attribute_…`, after
 * `note`): `indicator, area, period, source, sex, value, missing, unit, status, note, first_year,
 * last_year, origin, source_file, source_row, source_column`. Texts and plain numbers only, so that
 * other engines read them alike; an absent breakdown is the empty text, because keys are compared.
 */
export async function writeSortedFile(
  connection: DuckDBConnection,
  parts: readonly Part[],
  columns: readonly CodedColumn[],
  dictionaries: Dictionaries,
  origin: string,
  toPath: string,
): Promise<void> {
  const cells = parts.flatMap((part) =>
    valueColumnsOf(part.layout).map((column, cell) => ({ at: part.index * 65536 + cell, column })),
  );
  // ENUM values are written without looking at each text again.
  await createEnum(connection, "e_origin", [origin]);
  await createEnum(
    connection,
    "e_file",
    parts.map(({ source }) => source),
  );
  await createEnum(
    connection,
    "e_column",
    cells.map(({ column }) => column),
  );
  const attributes = columns.filter((column) => column.startsWith("attribute_"));
  // What is the same in all rows need not be sorted with them.
  const sameEverywhere = (column: CodedColumn): string | null => {
    const codes = new Set(parts.flatMap((part) => dictionaries.of(part, column).codes));
    return codes.size === 1 ? ([...codes][0] ?? null) : null;
  };
  const constant = new Map(columns.map((column) => [column, sameEverywhere(column)]));
  const sorted = columns.filter((column) => constant.get(column) === null && !unstored.includes(column));
  const code = (column: CodedColumn) => {
    const same = constant.get(column) ?? null;
    return same === null ? named(column) : `CAST(${quoted(same)} AS ${named(`e_${column}`)})`;
  };
  const as = (sql: string, column: CodedColumn) => `${sql} AS ${named(column)}`;
  const present = (column: CodedColumn) =>
    as(`CASE WHEN enum_code(${code(column)}) <> 0 THEN ${code(column)} END`, column);
  const year = (list: string) =>
    `list_extract(getvariable('${list}'), CAST(enum_code(${code("period")}) AS INTEGER) + 1)`;
  // Slices look for indicator, area and period: as plain texts their row groups know their own minimum
  // and maximum, as ENUM values all would claim the whole list.
  const text = (column: CodedColumn) => as(`CAST(${code(column)} AS VARCHAR)`, column);
  const looked: readonly CodedColumn[] = ["indicator", "area", "period"];
  const further = keyOf(columns).filter((column) => !looked.includes(column));
  await connection.run(
    `COPY (SELECT ${[...looked.map(text), ...further.map((column) => as(code(column), column))].join(", ")},
        value, absent AS missing, ${present("unit")}, ${present("status")}, note,
        ${attributes.map((column) => `${present(column)}, `).join("")}
        ${year("first_years")} AS first_year, ${year("last_years")} AS last_year,
        CAST(${quoted(origin)} AS e_origin) AS origin,
        ${oneOf(
          "part",
          parts.map((part) => [part.index, part.source]),
          "e_file",
        )} AS source_file,
        row_number AS source_row,
        ${oneOf(
          "CAST(part AS INTEGER) * 65536 + cell",
          cells.map(({ at, column }) => [at, column]),
          "e_column",
        )} AS source_column
      FROM (SELECT ${[...sorted.map(named), "value", "absent", "note", "row_number"].join(", ")}${cells.length > 1 ? ", part, cell" : ""}
        FROM coded ORDER BY key))
    TO ${quoted(toPath)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowGroupSize})`,
  );
}

/** Coded columns that serve the import only. */
const unstored: readonly CodedColumn[] = ["action", "missing"];

const createEnum = (connection: DuckDBConnection, name: string, texts: readonly string[]) =>
  connection.run(`CREATE TYPE ${name} AS ENUM (${[...new Set(texts)].map(quoted).join(", ")})`);

/** The text of a number, as value of a type; a constant where there is only one. */
function oneOf(by: string, texts: readonly (readonly [number, string])[], type: string): string {
  const value = (text: string) => `CAST(${quoted(text)} AS ${type})`;
  if (texts.length === 1) return value(texts[0]![1]);
  return `CASE ${by} ${texts.map(([number, text]) => `WHEN ${number} THEN ${value(text)}`).join(" ")} END`;
}

/** SHA-256 over schema version and the files' hashes in order: the release's checksum. */
export const checksumOf = (files: readonly Sha256[]): Sha256 =>
  createHash("sha256")
    .update(`socle-release ${schemaVersion}\n${files.join("\n")}\n`)
    .digest("hex") as Sha256;
