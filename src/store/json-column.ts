import type { ColumnType } from "kysely";

/** A column of type `json`: written as text, read as the value. */
export type Json<T> = ColumnType<T, string, never>;

/** The same in rows that change. */
export type ChangingJson<T> = ColumnType<T, string, string>;
