// The columns of a release's Parquet file, and the order of its rows.

import { createHash } from "node:crypto";
import type { Sha256 } from "#kernel";
import { keyOf } from "./coded-rows.ts";
import { named, quoted } from "./engine.ts";
import { type CodedColumn, type Part, valueColumnsOf } from "./staging.ts";

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
export function sortedFileSql(
  parts: readonly Part[],
  columns: readonly CodedColumn[],
  origin: string,
  toPath: string,
): string {
  const optional = (column: string) => `nullif(${named(column)}, '') AS ${named(column)}`;
  const attributes = columns.filter((column) => column.startsWith("attribute_"));
  const files = parts.map((part) => `WHEN ${part.index} THEN ${quoted(part.source)}`);
  return `COPY (SELECT ${keyOf(columns).map(named).join(", ")}, value, absent AS missing,
      ${optional("unit")}, ${optional("status")}, note, ${attributes.map((name) => `${optional(name)}, `).join("")}
      first_year, last_year, ${quoted(origin)} AS origin,
      CASE part ${files.join(" ")} END AS source_file, row_number AS source_row, ${columnOf(parts)} AS source_column
    FROM coded ORDER BY key)
    TO ${quoted(toPath)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowGroupSize})`;
}

function columnOf(parts: readonly Part[]): string {
  const cases = parts.flatMap((part) =>
    valueColumnsOf(part.layout).map((column, cell) => ({ at: part.index * 65536 + cell, column })),
  );
  if (cases.length === 1) return quoted(cases[0]!.column);
  return `CASE CAST(part AS INTEGER) * 65536 + cell ${cases.map(({ at, column }) => `WHEN ${at} THEN ${quoted(column)}`).join(" ")} END`;
}

/** SHA-256 over schema version and the files' hashes in order: the release's checksum. */
export const checksumOf = (files: readonly Sha256[]): Sha256 =>
  createHash("sha256")
    .update(`socle-release ${schemaVersion}\n${files.join("\n")}\n`)
    .digest("hex") as Sha256;
