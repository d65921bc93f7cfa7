import type { DuckDBConnection } from "@duckdb/node-api";
import type { Observation } from "#records";
import type { ReleaseChangeCounts } from "../release-changes.ts";
import type { ObservationFilter } from "../releases-promise.ts";
import { named } from "./engine.ts";
import { columnsOf, conditionsOf, observationsOf } from "./observation-queries.ts";
import { sideOf } from "./release-changes.ts";
import type { ReleaseView } from "./release-views.ts";

/**
 * One page of the rows of a release that an earlier one lacks or has otherwise, indicator by indicator: with the
 * counts at hand those before the page are passed over without being read. A slice by area, year or sex is asked for
 * at once, because the counts say nothing of it.
 */
export async function changedPage(
  connection: DuckDBConnection,
  view: ReleaseView,
  earlier: ReleaseView,
  filter: ObservationFilter,
  counts: ReleaseChangeCounts,
): Promise<readonly Observation[]> {
  const { areas, from, to, sex, limit = mostRows, offset = 0 } = filter;
  if (areas !== undefined || from !== undefined || to !== undefined || sex !== undefined)
    return changedObservations(connection, view, earlier, filter);
  const found: Observation[] = [];
  let skip = offset;
  for (const { id, added, changed, note } of counts.indicators) {
    if (filter.indicators !== undefined && !filter.indicators.includes(id)) continue;
    const own = added + changed + note;
    if (own <= skip) {
      skip -= own;
      continue;
    }
    const one = { ...filter, indicators: [id], limit: limit - found.length, offset: skip };
    found.push(...(await changedObservations(connection, view, earlier, one)));
    skip = 0;
    if (found.length >= limit) break;
  }
  return found;
}

/** Rows of one answer where no number is asked for. */
const mostRows = 100_000;

/**
 * The rows of a slice that an earlier release lacks or has with another value, reason, unit, status or note: what
 * somebody who has that release must fetch. What the earlier one has alone is not among them.
 */
async function changedObservations(
  connection: DuckDBConnection,
  view: ReleaseView,
  earlier: ReleaseView,
  filter: ObservationFilter,
): Promise<readonly Observation[]> {
  const { sql, values } = conditionsOf(filter);
  const where = sql.replace(/^ WHERE /, "");
  const same = view.key.map((column) => `a.${named(column)} = b.${named(column)}`).join(" AND ");
  const differs = ["value", "missing", "unit", "status", "note"]
    .map((column) => `a.${column} IS DISTINCT FROM b.${column}`)
    .join(" OR ");
  // A breakdown that only the earlier one has: its empty value is the whole that stands here.
  const gone = earlier.key.filter((column) => !view.key.includes(column));
  const before = `SELECT * FROM (${sideOf(earlier, [...new Set([...view.key, ...gone])], where)})${
    gone.length > 0 ? ` WHERE ${gone.map((column) => `${named(column)} = ''`).join(" AND ")}` : ""
  }`;
  return observationsOf(connection, view, {
    sql: `SELECT b.* FROM (SELECT ${columnsOf(view)} FROM ${view.name}${sql}) AS b
      LEFT JOIN (${before}) AS a ON ${same}
      WHERE a.indicator IS NULL OR ${differs}
      ORDER BY ${view.key.map((column) => `b.${named(column)}`).join(", ")}
      LIMIT ${Math.max(0, Math.trunc(filter.limit ?? mostRows))} OFFSET ${Math.max(0, Math.trunc(filter.offset ?? 0))}`,
    values,
  });
}
