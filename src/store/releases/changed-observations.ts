import type { DuckDBConnection } from "@duckdb/node-api";
import type { Observation } from "#records";
import type { ObservationFilter } from "../store.ts";
import { named } from "./engine.ts";
import { columnsOf, conditionsOf, observationsOf } from "./observation-queries.ts";
import { sideOf } from "./release-changes.ts";
import type { ReleaseView } from "./release-views.ts";

/**
 * The rows of a slice that an earlier release lacks or has with another value, reason, unit, status or note: what
 * somebody who has that release must fetch. What the earlier one has alone is not among them.
 */
export async function changedObservations(
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
      LIMIT ${Math.max(0, Math.trunc(filter.limit ?? 100_000))} OFFSET ${Math.max(0, Math.trunc(filter.offset ?? 0))}`,
    values,
  });
}
