// Questions to releases, as SQL that other engines understand too: named views, named parameters, explicit
// casts, no list or struct functions.

import type { DuckDBConnection } from "@duckdb/node-api";
import type { MissingReason, Sha256 } from "#kernel";
import type { Observation, ObservationKey, Origin } from "#records";
import type { ObservationFilter } from "../store.ts";
import { duckdb, named } from "./engine.ts";
import type { ReleaseView } from "./release-views.ts";

type Question = { readonly sql: string; readonly values: Record<string, string | number> };

/**
 * WHERE clause of a filter; every value is a parameter, never part of the text. A breakdown that the release
 * does not have is empty in every row.
 *
 * @param breakdowns those of the release, without prefix
 * @param part begins the name of each parameter, where one text has several conditions
 */
export function conditionsOf(
  filter: Omit<ObservationFilter, "release">,
  breakdowns: readonly string[] = [],
  part = "",
): Question {
  const values: Record<string, string | number> = {};
  const clauses: string[] = [];
  const oneOf = (column: string, wanted: readonly string[] | undefined, name = column) => {
    if (wanted === undefined) return;
    const names = wanted.map((value, index) => {
      values[`${part}${name}_${index}`] = value;
      return `$${part}${name}_${index}`;
    });
    clauses.push(names.length === 0 ? "1 = 0" : `${named(column)} IN (${names.join(", ")})`);
  };
  oneOf("indicator", filter.indicators);
  oneOf("area", filter.areas);
  oneOf("sex", filter.sex);
  oneOf("source", filter.sources);
  for (const [index, [dimension, wanted]] of Object.entries(filter.breakdowns ?? {}).entries())
    if (breakdowns.includes(dimension)) oneOf(`by_${dimension}`, wanted, `by${index}`);
    else if (!wanted.includes("")) clauses.push("1 = 0");
  if (filter.from !== undefined) {
    values[`${part}from_year`] = filter.from;
    clauses.push(`last_year >= CAST($${part}from_year AS INTEGER)`);
  }
  if (filter.to !== undefined) {
    values[`${part}to_year`] = filter.to;
    clauses.push(`first_year <= CAST($${part}to_year AS INTEGER)`);
  }
  return { sql: clauses.length === 0 ? "" : ` WHERE ${clauses.join(" AND ")}`, values };
}

/** Rows of a filter in the order of the key. */
export function sliceQuestion(
  view: ReleaseView,
  filter: Omit<ObservationFilter, "release">,
  asStored = false,
): Question {
  const { sql, values } = conditionsOf(filter, view.breakdowns);
  const page = `${filter.limit === undefined ? "" : ` LIMIT ${wholeNumber(filter.limit)}`}${filter.offset === undefined ? "" : ` OFFSET ${wholeNumber(filter.offset)}`}`;
  const order = asStored ? "" : ` ORDER BY ${view.key.map(named).join(", ")}`;
  return {
    sql: `SELECT ${columnsOf(view)} FROM ${view.name}${sql}${order}${page}`,
    values,
  };
}

const wholeNumber = (value: number): number => Math.max(0, Math.trunc(value));

/** The observation of a key; an absent breakdown is the empty text. */
export function keyQuestion(view: ReleaseView, key: ObservationKey): Question | null {
  if (Object.keys(key.breakdowns).some((dimension) => !view.breakdowns.includes(dimension))) return null;
  const values: Record<string, string> = {};
  const clauses = view.key.map((column, index) => {
    values[`k${index}`] = column.startsWith("by_")
      ? (key.breakdowns[column.slice(3)] ?? "")
      : key[column as "area"];
    return `${named(column)} = $k${index}`;
  });
  return { sql: `SELECT ${columnsOf(view)} FROM ${view.name} WHERE ${clauses.join(" AND ")}`, values };
}

export const columnsOf = (view: ReleaseView): string =>
  [
    ...view.key,
    "value",
    "missing",
    "unit",
    "status",
    "note",
    "origin",
    "source_file",
    "source_row",
    "source_column",
    ...view.attributes.map((attribute) => `attribute_${attribute}`),
  ]
    .map(named)
    .join(", ");

/** Runs a question whose columns are `columnsOf`. */
export async function observationsOf(
  connection: DuckDBConnection,
  view: ReleaseView,
  question: Question,
): Promise<readonly Observation[]> {
  const reader = await connection.runAndReadAll(question.sql, question.values);
  return toObservations(view, reader.columnNames(), reader.getColumnsJS());
}

/**
 * All rows of a filter, some thousands at a time. One sorted file is read in its order as it stands;
 * sorting five million rows again would need what streaming is to save.
 */
export async function* batchesOf(
  connection: DuckDBConnection,
  view: ReleaseView,
  filter: Omit<ObservationFilter, "release">,
): AsyncGenerator<readonly Observation[]> {
  const { JSDuckDBValueConverter } = await duckdb();
  const { sql, values } = sliceQuestion(view, filter, view.sorted);
  const result = await connection.stream(sql, values);
  const names = result.columnNames();
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    yield toObservations(view, names, chunk.convertColumns(JSDuckDBValueConverter));
  }
}

/** Observations of a result's columns, value by value without an object a row in between. */
function toObservations(
  view: ReleaseView,
  names: readonly string[],
  columns: readonly (readonly unknown[])[],
): readonly Observation[] {
  // A result without rows has no columns either.
  if (columns.length === 0) return [];
  const of = new Map(names.map((name, index) => [name, columns[index]!]));
  const text = (name: string) => of.get(name) as readonly (string | null)[];
  const named = {
    area: text("area"),
    indicator: text("indicator"),
    period: text("period"),
    source: text("source"),
    sex: text("sex"),
    unit: text("unit"),
    missing: text("missing"),
    status: text("status"),
    note: text("note"),
    origin: text("origin"),
    file: text("source_file"),
    column: text("source_column"),
  };
  const value = of.get("value") as readonly (number | null)[];
  const row = of.get("source_row") as readonly number[];
  const breakdowns = view.breakdowns.map((name) => [name, text(`by_${name}`)] as const);
  const attributes = view.attributes.map((name) => [name, text(`attribute_${name}`)] as const);
  const observations: Observation[] = [];
  for (let i = 0; i < value.length; i++)
    observations.push({
      area: named.area[i]!,
      indicator: named.indicator[i]!,
      period: named.period[i]!,
      source: named.source[i]!,
      sex: named.sex[i]!,
      breakdowns: filled(breakdowns, i),
      unit: named.unit[i] ?? null,
      value: value[i] ?? null,
      missing: named.missing[i] as MissingReason | null,
      status: named.status[i] ?? null,
      note: named.note[i] ?? null,
      attributes: filled(attributes, i),
      origin: named.origin[i] as Origin,
      file: named.file[i] as Sha256,
      row: Number(row[i]),
      column: named.column[i]!,
    });
  return observations;
}

function filled(
  columns: readonly (readonly [string, readonly (string | null)[]])[],
  row: number,
): Readonly<Record<string, string>> {
  const record: Record<string, string> = {};
  for (const [name, texts] of columns) if (texts[row]) record[name] = texts[row];
  return record;
}
