// What differs between two releases of a series, as sets: counts by indicator and area, a page of rows, a file.
// Only what is asked for becomes objects; a million changed rows pass through as columns.

import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { MissingReason } from "#kernel";
import { type ChangeKind, changeKinds } from "#records";
import type { ChangeFilter, ReleaseChange, ReleaseChangeCounts } from "../release-changes.ts";
import { type Engine, named, quoted, rowsOf } from "./engine.ts";
import { type IndicatorBatch, inBatch, indicatorBatches } from "./indicator-batches.ts";
import type { ReleaseView } from "./release-views.ts";

const compared = ["value", "missing", "unit", "status", "note"] as const;

/** Keys of both: a breakdown that only one of them has counts as empty in the other. */
const keyOfBoth = (before: ReleaseView, now: ReleaseView) => [...new Set([...now.key, ...before.key])];

/** One release with the key of both, as far as a condition holds. */
export const sideOf = (view: ReleaseView, key: readonly string[], where: string): string =>
  `SELECT ${[
    ...key.map((column) =>
      view.key.includes(column) ? named(column) : `CAST('' AS VARCHAR) AS ${named(column)}`,
    ),
    ...compared,
  ].join(", ")} FROM ${view.name}${where === "" ? "" : ` WHERE ${where}`}`;

const differs = (column: string) => `a.${column} IS DISTINCT FROM b.${column}`;

/** Every row that is not the same in both, with both its sides. */
function differences(before: ReleaseView, now: ReleaseView, where: string): string {
  const key = keyOfBoth(before, now);
  const columns = [
    ...key.map((column) => `coalesce(b.${named(column)}, a.${named(column)}) AS ${named(column)}`),
    ...compared.flatMap((column) => [`a.${column} AS old_${column}`, `b.${column} AS new_${column}`]),
  ];
  return `SELECT CASE WHEN a.indicator IS NULL THEN 'added' WHEN b.indicator IS NULL THEN 'withdrawn'
      WHEN ${["value", "missing", "unit", "status"].map(differs).join(" OR ")} THEN 'changed' ELSE 'note' END AS kind,
      ${columns.join(", ")}
    FROM (${sideOf(before, key, where)}) AS a FULL OUTER JOIN (${sideOf(now, key, where)}) AS b
      ON ${key.map((column) => `a.${named(column)} = b.${named(column)}`).join(" AND ")}
    WHERE a.indicator IS NULL OR b.indicator IS NULL OR ${compared.map(differs).join(" OR ")}`;
}

const emptyCounts = { added: 0, changed: 0, withdrawn: 0, note: 0 };
type Counts = Record<ChangeKind, number>;

/** Counts in all, by indicator and by area, and how many of the changed rows changed in which respect. */
export async function countChanges(
  connection: DuckDBConnection,
  before: ReleaseView,
  now: ReleaseView,
): Promise<ReleaseChangeCounts> {
  const total: Counts = { ...emptyCounts };
  const respects = { value: 0, missing: 0, unit: 0, status: 0, note: 0 };
  const byIndicator = new Map<string, Counts>();
  const byArea = new Map<string, Counts>();
  for (const batch of await indicatorBatches(connection, [before, now])) {
    const changed = (column: string) =>
      `sum(CASE WHEN kind IN ('changed', 'note') AND old_${column} IS DISTINCT FROM new_${column} THEN 1 ELSE 0 END) AS ${column}`;
    const rows = await rowsOf(
      connection,
      `WITH d AS MATERIALIZED (${differences(before, now, inBatch(batch))})
       SELECT indicator, area, kind, count(*) AS n, ${compared.map(changed).join(", ")}
       FROM d GROUP BY GROUPING SETS ((indicator, kind), (area, kind))`,
    );
    for (const row of rows) {
      const kind = row["kind"] as ChangeKind;
      const n = Number(row["n"]);
      const indicator = row["indicator"] as string | null;
      if (indicator === null) {
        add(byArea, row["area"] as string, kind, n);
        continue;
      }
      add(byIndicator, indicator, kind, n);
      total[kind] += n;
      for (const column of compared) respects[column] += Number(row[column]);
    }
  }
  const listed = (counts: ReadonlyMap<string, Counts>) =>
    [...counts].map(([id, own]) => ({ id, ...own })).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { total, respects, indicators: listed(byIndicator), areas: listed(byArea) };
}

function add(counts: Map<string, Counts>, id: string, kind: ChangeKind, n: number): void {
  const own = counts.get(id) ?? { ...emptyCounts };
  own[kind] += n;
  counts.set(id, own);
}

const oneOf = (column: string, wanted: readonly string[] | undefined): string[] =>
  wanted === undefined
    ? []
    : [wanted.length === 0 ? "1 = 0" : `${column} IN (${wanted.map(quoted).join(", ")})`];

/**
 * A page of the rows that differ, in the order of the key. With the counts at hand whole indicators before the
 * page are passed over without being read.
 */
export async function changesPage(
  connection: DuckDBConnection,
  before: ReleaseView,
  now: ReleaseView,
  filter: ChangeFilter & { readonly limit: number; readonly offset: number },
  counts: ReleaseChangeCounts,
): Promise<readonly ReleaseChange[]> {
  const key = keyOfBoth(before, now);
  const kinds = oneOf("kind", filter.kinds);
  const ask = async (where: readonly string[], limit: number, offset: number) =>
    (
      await rowsOf(
        connection,
        `SELECT * FROM (${differences(before, now, where.join(" AND "))})${kinds.length > 0 ? ` WHERE ${kinds[0]}` : ""}
         ORDER BY ${key.map(named).join(", ")} LIMIT ${limit} OFFSET ${offset}`,
      )
    ).map((row) => changeOf(row, key));
  if (filter.areas !== undefined)
    return ask(
      [...oneOf("area", filter.areas), ...oneOf("indicator", filter.indicators)],
      filter.limit,
      filter.offset,
    );
  const rows: ReleaseChange[] = [];
  let skip = filter.offset;
  for (const indicator of counts.indicators) {
    if (filter.indicators !== undefined && !filter.indicators.includes(indicator.id)) continue;
    const own = (filter.kinds ?? changeKinds).reduce((sum, kind) => sum + indicator[kind], 0);
    if (own <= skip) {
      skip -= own;
      continue;
    }
    rows.push(...(await ask(oneOf("indicator", [indicator.id]), filter.limit - rows.length, skip)));
    skip = 0;
    if (rows.length >= filter.limit) break;
  }
  return rows;
}

function changeOf(row: Readonly<Record<string, unknown>>, key: readonly string[]): ReleaseChange {
  const text = (name: string) => row[name] as string;
  const side = (prefix: "old" | "new") => ({
    value: (row[`${prefix}_value`] as number | null) ?? null,
    missing: (row[`${prefix}_missing`] as MissingReason | null) ?? null,
    unit: (row[`${prefix}_unit`] as string | null) ?? null,
    status: (row[`${prefix}_status`] as string | null) ?? null,
    note: (row[`${prefix}_note`] as string | null) ?? null,
  });
  const kind = text("kind") as ChangeKind;
  const [before, now] = [kind === "added" ? null : side("old"), kind === "withdrawn" ? null : side("new")];
  const [from, to] = [before?.value ?? null, now?.value ?? null];
  return {
    kind,
    indicator: text("indicator"),
    area: text("area"),
    period: text("period"),
    source: text("source"),
    sex: text("sex"),
    breakdowns: Object.fromEntries(
      key
        .filter((column) => column.startsWith("by_") && text(column) !== "")
        .map((column) => [column.slice(3), text(column)]),
    ),
    before,
    now,
    // Per cent of something in another unit would be a number without meaning.
    percent:
      from === null || to === null || from === 0 || from === to || before?.unit !== now?.unit
        ? null
        : ((to - from) / Math.abs(from)) * 100,
  };
}

/** A text that a spreadsheet would take for a formula begins with an apostrophe: nothing imports this file again. */
const guarded = (column: string, as: string): string =>
  `CASE WHEN regexp_matches(${column}, '^[=+\\-@\\t\\r]') THEN '''' || ${column} ELSE ${column} END AS ${as}`;

/**
 * All rows that differ as CSV, a batch of indicators at a time through a file of the engine's own folder: no row
 * becomes an object, and the memory is that of one batch.
 */
export async function* changesCsv(
  engine: Pick<Engine, "use">,
  folder: string,
  before: ReleaseView,
  now: ReleaseView,
  filter: ChangeFilter,
): AsyncGenerator<Uint8Array> {
  const key = keyOfBoth(before, now);
  const columns = [
    "kind",
    ...key.map((column) =>
      guarded(named(column), named(column.startsWith("by_") ? column.slice(3) : column)),
    ),
    "old_value",
    "new_value",
    "new_value - old_value AS difference",
    "CASE WHEN old_value <> 0 AND old_unit IS NOT DISTINCT FROM new_unit THEN (new_value - old_value) / abs(old_value) * 100 END AS percent",
    ...["missing", "unit", "status", "note"].flatMap((name) =>
      [`old_${name}`, `new_${name}`].map((column) => guarded(column, column)),
    ),
  ];
  const batches: readonly (IndicatorBatch | null)[] = await engine.use((connection) =>
    indicatorBatches(connection, [before, now]),
  );
  let isFirst = true;
  for (const batch of batches.length === 0 ? [null] : batches) {
    const path = join(folder, `${randomUUID()}.csv`);
    const where = [
      ...(batch ? [inBatch(batch)] : []),
      ...oneOf("indicator", filter.indicators),
      ...oneOf("area", filter.areas),
    ].join(" AND ");
    const kinds = oneOf("kind", filter.kinds);
    try {
      await engine.use((connection) =>
        connection.run(
          `COPY (SELECT ${columns.join(", ")} FROM (${differences(before, now, where)})${kinds.length > 0 ? ` WHERE ${kinds[0]}` : ""}
           ORDER BY ${key.map(named).join(", ")}) TO ${quoted(path)} (FORMAT csv, HEADER ${isFirst})`,
        ),
      );
      isFirst = false;
      for await (const chunk of createReadStream(path)) yield chunk as Uint8Array;
    } finally {
      await rm(path, { force: true });
    }
  }
}
