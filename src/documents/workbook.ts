// The shape of a table as it stands in a file (CSV, TSV, XLSX, JSON): every cell with its address and what
// is odd about it. Knows nothing about what the columns mean; that is the business of the readers under `sources`.

import type { Problem } from "#kernel";

export type WorkbookFormat = "delimited" | "xlsx" | "json";

export type WorkbookCellKind = "empty" | "text" | "number" | "boolean" | "date" | "error";

/**
 * What is odd about a cell: `formula` (its stored value was taken), `formula-without-value`, `merged` (part of
 * a merged range, not its first cell), `hidden` (row, column or sheet), `not-a-number` (a bare NaN or Infinity
 * stood there), `mojibake` (text read in the wrong encoding by whoever wrote the file), `lost-letter` (a byte
 * that is no text).
 */
export type WorkbookCellFlag =
  | "formula"
  | "formula-without-value"
  | "merged"
  | "hidden"
  | "not-a-number"
  | "mojibake"
  | "lost-letter";

export type WorkbookCell = {
  /** 1-based, counting the header line, as a spreadsheet shows it; record n of a JSON file is row n + 1. */
  readonly row: number;
  /** 1-based. */
  readonly column: number;
  readonly kind: WorkbookCellKind;
  /** What a reader sees, trimmed; a date as ISO. Lists of a JSON file have one line an item. */
  readonly text: string;
  /** The items, where the file itself holds a list. */
  readonly parts?: readonly string[];
  /** Where the text of the cell links to. */
  readonly link?: string;
  /** Without its equals sign. */
  readonly formula?: string;
  readonly flags?: readonly WorkbookCellFlag[];
  /** For `mojibake`: the text as it was probably meant. Proposed, never put in by itself. */
  readonly proposedText?: string;
};

export type WorkbookColumn = {
  /** 1-based. */
  readonly column: number;
  /** The header as printed; unique, with ` (2)` after a repeated one and `column 7` for an empty one. */
  readonly name: string;
  readonly hidden: boolean;
};

/** One sheet: its header, and its filled rows; each row has one cell for each column. */
export type WorkbookTable = {
  /** Null where the format has no sheets. */
  readonly sheet: string | null;
  readonly hidden: boolean;
  readonly headerRow: number;
  readonly header: readonly WorkbookColumn[];
  readonly rows: readonly (readonly WorkbookCell[])[];
};

export type WorkbookReading = {
  readonly format: WorkbookFormat;
  /** Of text formats, for example `utf-8`. */
  readonly encoding: string | null;
  readonly delimiter: string | null;
  /** Sheets with a header and at least one row. */
  readonly tables: readonly WorkbookTable[];
  /** Bare NaN and Infinity that were read as missing values. */
  readonly repairs: number;
  /** All that is odd about the file and still leaves it readable. */
  readonly problems: readonly Problem[];
};

/** Ceilings that keep a hostile or mistaken file from taking the machine down. */
export type WorkbookLimits = {
  /** Bytes of the file. */
  readonly bytes: number;
  /** Bytes the text parts of an XLSX may unfold to. */
  readonly unfoldedBytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Filled cells of all sheets together. */
  readonly cells: number;
  /** UTF-16 units of one cell; a spreadsheet program takes 32,767. */
  readonly cellCharacters: number;
};

export const workbookLimits: WorkbookLimits = {
  bytes: 100_000_000,
  unfoldedBytes: 300_000_000,
  rows: 200_000,
  columns: 1_000,
  cells: 2_000_000,
  cellCharacters: 200_000,
};

/** What a reader of one format hands over before headers are looked for. */
export type RawSheet = {
  readonly sheet: string | null;
  readonly hidden: boolean;
  /** Filled rows; cells may be fewer than columns. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly WorkbookCell[] }[];
  readonly hiddenColumns: ReadonlySet<number>;
  /** The header where the format states it, as the keys of JSON objects do. */
  readonly statedHeader?: readonly string[];
};
