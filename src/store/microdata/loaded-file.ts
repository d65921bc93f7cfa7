// A file whose rows lie in a table of the engine, and how its columns are asked for there.

import type { Problem } from "#kernel";
import type { MicrodataInput } from "../microdata-promise.ts";

export type LoadedColumn = {
  readonly name: string;
  readonly type: "number" | "text";
  /** Its value as SQL, where the table goes by an alias: absent is NULL, whole numbers are BIGINT. */
  readonly of: (alias: string) => string;
};

export type LoadedColumns = {
  readonly columns: readonly LoadedColumn[];
  readonly warnings: readonly Problem[];
};

export type LoadedFile = Pick<MicrodataInput, "name" | "key" | "parent"> & {
  /** Table of the engine; `rowid` counts its rows from 0 in the order of the file. */
  readonly table: string;
  readonly rows: number;
  readonly firstRow: number;
  readonly columns: readonly LoadedColumn[];
};

/** How many of a kind are listed in a message. */
export const listed = 5;

/** First row of the file that a `rowid` is. */
export const rowOf = (file: LoadedFile, rowid: unknown): number => Number(rowid) + file.firstRow;

export const columnOf = (file: LoadedFile, name: string): LoadedColumn | undefined =>
  file.columns.find((column) => column.name === name);

/** `row 3, row 8 and others` */
export const firstOf = (texts: readonly string[], count: number): string =>
  `${texts.join(", ")}${count > texts.length ? " and others" : ""}`;

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** A cell as messages show it. */
export const shown = (value: unknown): string =>
  value === null || value === undefined
    ? "empty"
    : typeof value === "string"
      ? `"${value.slice(0, 40)}"`
      : String(value);
