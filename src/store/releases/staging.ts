// First step of an import: the delimited file becomes a Parquet file of the same rows in the same order,
// texts as they stand, only the columns needed. The order of a Parquet file is known
// (`file_row_number`), so every row keeps its number although all processors read at once.

import type { ObservationField, ObservationLayout } from "#records";
import { named, quoted } from "./engine.ts";

/** One source file on its way into a release. */
export type Part = {
  readonly index: number;
  readonly source: string;
  readonly name: string;
  readonly layout: ObservationLayout;
  readonly csvPath: string;
  readonly stagedPath: string;
};

/** Coded columns of an observation, in the order of the sort key first. */
export const keyColumns = ["indicator", "area", "period", "source", "sex"] as const;
export type CodedColumn =
  | (typeof keyColumns)[number]
  | "unit"
  | "status"
  | "missing"
  | "action"
  | `by_${string}`
  | `attribute_${string}`;

/** Between unit and multiplier in one spelling; never in a text file. */
export const unitSeparator = "\u001f";

/** The SQL text of a coded column's spelling in the delimited file; null where the part has none. */
export function spellingOf(layout: ObservationLayout, column: CodedColumn): string | { constant: string } {
  const cell = (name: string) => `coalesce(c${layout.header.indexOf(name)}, '')`;
  const field = (value: ObservationField) =>
    "column" in value ? cell(value.column) : { constant: value.constant ?? "" };
  if (column.startsWith("by_")) {
    const breakdown = layout.breakdowns.find(({ dimension }) => `by_${dimension}` === column);
    return breakdown ? cell(breakdown.column) : { constant: "" };
  }
  if (column.startsWith("attribute_")) {
    const found = layout.attributes.find(({ attribute }) => `attribute_${attribute}` === column);
    return found ? cell(found.column) : { constant: "" };
  }
  if (column === "action") return layout.actionColumn ? cell(layout.actionColumn) : { constant: "I" };
  if (column === "unit" && "column" in layout.unitMultiplier) {
    const unit = field(layout.unit);
    const text = typeof unit === "string" ? unit : quoted(unit.constant);
    return `${text} || ${quoted(unitSeparator)} || ${cell(layout.unitMultiplier.column)}`;
  }
  // Where the header gives the code, the cell number stands for it.
  if (column === "period" && layout.shape === "wide") return "cell";
  if (column === "indicator" && layout.shape === "measures") return "cell";
  return field(layout[column as "area"]);
}

/** Name in the header of the column a coded column comes from, for problems. */
export function headerOf(layout: ObservationLayout, column: CodedColumn): string | null {
  const breakdown = layout.breakdowns.find(({ dimension }) => `by_${dimension}` === column);
  if (breakdown) return breakdown.column;
  if (column === "action") return layout.actionColumn;
  if (column.startsWith("by_") || column.startsWith("attribute_")) return null;
  const field = layout[column as "area"];
  return "column" in field ? field.column : null;
}

export const valueColumnsOf = (layout: ObservationLayout): readonly string[] =>
  layout.shape === "wide"
    ? layout.wide.map(({ column }) => column)
    : layout.shape === "measures"
      ? layout.measures.map(({ column }) => column)
      : [layout.value!];

/** What the engine is asked to read: every column a text, nothing sniffed, nothing guessed. */
export function readCsv(path: string, layout: ObservationLayout): string {
  const columns = layout.header.map((_, index) => `c${index}: 'VARCHAR'`).join(", ");
  return `read_csv(${quoted(path)}, auto_detect = false, header = true, compression = 'none',
    delim = ${quoted(layout.dialect.delimiter)}, quote = ${quoted(layout.dialect.quote)},
    escape = ${quoted(layout.dialect.quote)}, columns = {${columns}})`;
}

/** Copies the file into the staged Parquet file: coded columns as spelled, notes, one column a value cell. */
export function stageSql(part: Part, coded: readonly CodedColumn[]): string {
  const { layout } = part;
  const spelled = coded.flatMap((column) => {
    const text = spellingOf(layout, column);
    return typeof text === "string" && text !== "cell" ? [`${text} AS ${named(column)}`] : [];
  });
  const values = valueColumnsOf(layout).map(
    (column, index) => `coalesce(c${layout.header.indexOf(column)}, '') AS v${index}`,
  );
  return `COPY (SELECT ${[...spelled, `${noteOf(layout)} AS note`, ...values].join(", ")}
    FROM ${readCsv(part.csvPath, layout)}) TO ${quoted(part.stagedPath)} (FORMAT parquet)`;
}

/** One note column as it is; several joined, each under its name, empty ones left out. */
function noteOf(layout: ObservationLayout): string {
  const cells = layout.notes.map((note) => ({ note, cell: `c${layout.header.indexOf(note)}` }));
  if (cells.length === 0) return "CAST(NULL AS VARCHAR)";
  if (cells.length === 1) return `nullif(trim(${cells[0]!.cell}), '')`;
  const texts = cells.map(({ note, cell }) => `${quoted(`${note}: `)} || nullif(trim(${cell}), '')`);
  return `nullif(concat_ws('; ', ${texts.join(", ")}), '')`;
}

/** The staged rows, one a value cell: `row_number`, `cell` (index of the value column) and `text`. */
export function stagedCells(part: Part): string {
  const rows = `read_parquet(${quoted(part.stagedPath)}, file_row_number = true)`;
  const values = valueColumnsOf(part.layout).map((_, index) => `v${index}`);
  const row = "CAST(file_row_number + 2 AS UINTEGER) AS row_number";
  if (part.layout.shape === "long")
    return `(SELECT * EXCLUDE (file_row_number, v0), ${row}, CAST(0 AS USMALLINT) AS cell, v0 AS text FROM ${rows})`;
  return `(SELECT * EXCLUDE (file_row_number, value_cell), ${row},
      CAST(substr(value_cell, 2) AS USMALLINT) AS cell
    FROM (UNPIVOT (SELECT * FROM ${rows}) ON ${values.join(", ")}
      INTO NAME value_cell VALUE text))`;
}
