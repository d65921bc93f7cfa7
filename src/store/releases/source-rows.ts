// A delimited file as the engine reads it: every column a text, nothing sniffed, nothing guessed; and
// which SQL text gives which column of an observation.

import type { ObservationField, ObservationLayout } from "#records";
import { quoted } from "./engine.ts";

/** One source file on its way into a release. */
export type Part = {
  readonly index: number;
  readonly source: string;
  readonly name: string;
  readonly layout: ObservationLayout;
  readonly csvPath: string;
};

export const keyColumns = ["indicator", "area", "period", "source", "sex"] as const;

/** Columns whose texts come from few and become codes. */
export type CodedColumn =
  | (typeof keyColumns)[number]
  | "unit"
  | "status"
  | "missing"
  | "action"
  | `by_${string}`
  | `attribute_${string}`;

/** Columns of the key in the order of the sort: indicator, area, period, source, sex, breakdowns. */
export const keyOf = (columns: readonly CodedColumn[]): readonly CodedColumn[] =>
  columns.filter((column) => column.startsWith("by_") || (keyColumns as readonly string[]).includes(column));

/** Coded columns of all parts together: key first, then what is not part of the key. */
export function columnsOf(parts: readonly Part[]): readonly CodedColumn[] {
  const of = <T>(names: (part: Part) => readonly T[]) => [...new Set(parts.flatMap(names))].sort();
  return [
    ...keyColumns,
    ...of(({ layout }) => layout.breakdowns.map(({ dimension }) => `by_${dimension}` as const)),
    "unit",
    "status",
    "missing",
    "action",
    ...of(({ layout }) => layout.attributes.map(({ attribute }) => `attribute_${attribute}` as const)),
  ];
}

/** Between unit and multiplier in one spelling; never in a text file. */
export const unitSeparator = "\u001f";

/** Where the spelling of a coded column comes from. */
export type Spelled =
  | { readonly from: "row"; readonly sql: string }
  /** The header names it: one code a value column. */
  | { readonly from: "header"; readonly texts: readonly string[] }
  | { readonly from: "layout"; readonly text: string };

export function spelledIn(layout: ObservationLayout, column: CodedColumn): Spelled {
  const row = (name: string): Spelled => ({ from: "row", sql: cellOf(layout, name) });
  const absent: Spelled = { from: "layout", text: "" };
  const field = (value: ObservationField): Spelled =>
    "column" in value ? row(value.column) : { from: "layout", text: value.constant ?? "" };
  if (column.startsWith("by_")) {
    const found = layout.breakdowns.find(({ dimension }) => `by_${dimension}` === column);
    return found ? row(found.column) : absent;
  }
  if (column.startsWith("attribute_")) {
    const found = layout.attributes.find(({ attribute }) => `attribute_${attribute}` === column);
    return found ? row(found.column) : absent;
  }
  if (column === "action") return layout.actionColumn === null ? absent : row(layout.actionColumn);
  if (column === "period" && layout.shape === "wide")
    return { from: "header", texts: layout.wide.map(({ period }) => period) };
  if (column === "indicator" && layout.shape === "measures")
    return { from: "header", texts: layout.measures.map(({ indicator }) => indicator) };
  if (column === "unit" && "column" in layout.unitMultiplier) {
    const unit = field(layout.unit);
    const text = unit.from === "row" ? unit.sql : quoted(unit.from === "layout" ? unit.text : "");
    return {
      from: "row",
      sql: `${text} || ${quoted(unitSeparator)} || ${cellOf(layout, layout.unitMultiplier.column)}`,
    };
  }
  return field(layout[column as "area"]);
}

const cellOf = (layout: ObservationLayout, name: string): string =>
  `coalesce(c${layout.header.indexOf(name)}, '')`;

/** Name in the header of the column a coded column comes from, for problems. */
export function headerOf(layout: ObservationLayout, column: CodedColumn): string | null {
  if (column === "action") return layout.actionColumn;
  if (column.startsWith("by_"))
    return layout.breakdowns.find(({ dimension }) => `by_${dimension}` === column)?.column ?? null;
  if (column.startsWith("attribute_"))
    return layout.attributes.find(({ attribute }) => `attribute_${attribute}` === column)?.column ?? null;
  if (column === "unit" && "column" in layout.unitMultiplier) return layout.unitMultiplier.column;
  const field = layout[column as "area"];
  return "column" in field ? field.column : null;
}

/** Headers of the value columns; their position is the `cell` of an observation. */
export const valueColumnsOf = (layout: ObservationLayout): readonly string[] =>
  layout.shape === "wide"
    ? layout.wide.map(({ column }) => column)
    : layout.shape === "measures"
      ? layout.measures.map(({ column }) => column)
      : [layout.value!];

/** SQL texts of the value cells, in the order of `valueColumnsOf`. */
export const valueCellsOf = (layout: ObservationLayout): readonly string[] =>
  valueColumnsOf(layout).map((column) => `c${layout.header.indexOf(column)}`);

/** SQL texts of the note columns. */
export const noteCellsOf = (layout: ObservationLayout): readonly string[] =>
  layout.notes.map((note) => `c${layout.header.indexOf(note)}`);

/**
 * One note column as it is; several joined, each under its name, empty cells left out; null without any.
 *
 * @param used the columns that hold a note anywhere in the file
 */
export function noteOf(layout: ObservationLayout, used: readonly string[]): string | null {
  const cells = used.map((note) => ({ note, cell: `c${layout.header.indexOf(note)}` }));
  if (cells.length <= 1) return cells[0]?.cell ?? null;
  return `nullif(concat_ws('; ', ${cells.map(({ note, cell }) => `${quoted(`${note}: `)} || ${cell}`).join(", ")}), '')`;
}

/** The file as a table of texts `c0, c1, …`; an empty cell is null. */
export function readCsv(part: Part): string {
  const { layout } = part;
  const columns = layout.header.map((_, index) => `c${index}: 'VARCHAR'`).join(", ");
  return `read_csv(${quoted(part.csvPath)}, auto_detect = false, header = true, compression = 'none',
    delim = ${quoted(layout.dialect.delimiter)}, quote = ${quoted(layout.dialect.quote)},
    escape = ${quoted(layout.dialect.quote)}, columns = {${columns}})`;
}

/** The file with row numbers as a spreadsheet shows them; read by one thread, for the rows of problems only. */
export const numberedCsv = (part: Part): string =>
  `(SELECT *, row_number() OVER () + 1 AS row_number FROM ${readCsv(part)})`;
