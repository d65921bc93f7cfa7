// What is in a release, what changed since the last one, and a release as CSV.

import type { DuckDBConnection } from "@duckdb/node-api";
import type { ObservationFilter, Releases } from "../store.ts";
import { named, rowsOf } from "./engine.ts";
import { conditionsOf } from "./observation-queries.ts";
import type { ReleaseView } from "./release-views.ts";

type Contents = Awaited<ReturnType<Releases["contents"]>>;

/** Indicators (of one area) with unit (null where several), periods, areas, values and missing values. */
export async function contentsOf(
  connection: DuckDBConnection,
  view: ReleaseView,
  area: string | null,
): Promise<Contents> {
  const rows = await rowsOf(
    connection,
    `SELECT indicator, CASE WHEN min(unit) = max(unit) THEN min(unit) END AS unit,
       min(period) AS first_period, max(period) AS last_period, count(DISTINCT area) AS areas,
       count(value) AS present, count(*) - count(value) AS absent
     FROM ${view.name}${area === null ? "" : " WHERE area = $area"} GROUP BY indicator ORDER BY indicator`,
    area === null ? undefined : { area },
  );
  return rows.map((row) => ({
    indicator: row["indicator"] as string,
    unit: row["unit"] as string | null,
    from: row["first_period"] as string,
    to: row["last_period"] as string,
    areas: row["areas"] as number,
    values: row["present"] as number,
    missing: row["absent"] as number,
  }));
}

/** Agencies by indicator, with how many values each gives. */
export async function agenciesOf(
  connection: DuckDBConnection,
  view: ReleaseView,
): Promise<Awaited<ReturnType<Releases["agencies"]>>> {
  const rows = await rowsOf(
    connection,
    `SELECT indicator, source, count(value) AS present FROM ${view.name}
     GROUP BY indicator, source ORDER BY indicator, source`,
  );
  return rows.map((row) => ({
    indicator: row["indicator"] as string,
    source: row["source"] as string,
    values: row["present"] as number,
  }));
}

/**
 * Observations added, changed (value, reason, unit or status) and withdrawn between two releases. A
 * breakdown that only one of them has counts as empty in the other.
 */
export async function compareReleases(
  connection: DuckDBConnection,
  before: ReleaseView,
  now: ReleaseView,
): Promise<{ readonly added: number; readonly changed: number; readonly withdrawn: number }> {
  const key = [...new Set([...now.key, ...before.key])];
  const compared = ["value", "missing", "unit", "status"];
  const side = (view: ReleaseView) =>
    `SELECT ${[
      ...key.map((column) =>
        view.key.includes(column) ? named(column) : `CAST('' AS VARCHAR) AS ${named(column)}`,
      ),
      ...compared,
    ].join(", ")} FROM ${view.name}`;
  const same = key.map((column) => `a.${named(column)} = b.${named(column)}`).join(" AND ");
  const differs = compared.map((column) => `a.${column} IS DISTINCT FROM b.${column}`).join(" OR ");
  const [row] = await rowsOf(
    connection,
    `WITH a AS (${side(before)}), b AS (${side(now)})
     SELECT sum(CASE WHEN a.indicator IS NULL THEN 1 ELSE 0 END) AS added,
       sum(CASE WHEN b.indicator IS NULL THEN 1 ELSE 0 END) AS withdrawn,
       sum(CASE WHEN a.indicator IS NOT NULL AND b.indicator IS NOT NULL AND (${differs}) THEN 1 ELSE 0 END) AS changed
     FROM a FULL OUTER JOIN b ON ${same}`,
  );
  const count = (name: string) => Number(row![name] ?? 0);
  return { added: count("added"), changed: count("changed"), withdrawn: count("withdrawn") };
}

/**
 * A release or slice as CSV with a header: contract columns first (`area, indicator, period, value`), an
 * empty value with its reason in `missing`, the cell it came from last. What it writes can be imported.
 */
export function exportSql(
  view: ReleaseView,
  filter: Omit<ObservationFilter, "release">,
  toPath: string,
): string {
  const { sql } = conditionsOf(filter, view.breakdowns);
  // One sorted file is copied in its order without sorting it again.
  const ordered = view.sorted ? "" : ` ORDER BY ${view.key.map(named).join(", ")}`;
  const page = `${filter.limit === undefined ? "" : ` LIMIT ${Math.trunc(filter.limit)}`}${filter.offset === undefined ? "" : ` OFFSET ${Math.trunc(filter.offset)}`}`;
  return `COPY (SELECT ${exportColumns(view)} FROM ${view.name}${sql}${ordered}${page}) TO ${toPath} (FORMAT csv, HEADER true)`;
}

/** Columns of a release as it leaves the house, without the prefixes of breakdowns and attributes. */
export function exportColumns(view: ReleaseView): string {
  const prefixed = [
    ...view.breakdowns.map((name) => `${named(`by_${name}`)} AS ${named(name)}`),
    "unit",
    "status",
    "missing",
    "note",
    ...view.attributes.map((name) => `${named(`attribute_${name}`)} AS ${named(name)}`),
  ];
  return `area, indicator, period, value, source, sex, ${prefixed.join(", ")}, origin,
    source_file, source_row, source_column`;
}
