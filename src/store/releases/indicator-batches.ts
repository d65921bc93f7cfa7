import type { DuckDBConnection } from "@duckdb/node-api";
import { quoted, rowsOf } from "./engine.ts";
import type { ReleaseView } from "./release-views.ts";

/** Neighbouring indicators of the order of the files, with the number of rows they have in all views together. */
export type IndicatorBatch = { readonly first: string; readonly last: string; readonly rows: number };

/** Rows of a batch: what a join or a window over it holds in memory stays far below the engine's limit. */
const mostRows = 1_000_000;

/**
 * Cuts releases into batches of whole indicators. Their files are sorted by indicator, so a batch reads its own
 * row groups only; memory stays bounded however large a release is.
 */
export async function indicatorBatches(
  connection: DuckDBConnection,
  views: readonly ReleaseView[],
): Promise<readonly IndicatorBatch[]> {
  const counted = await rowsOf(
    connection,
    `SELECT indicator, sum(n) AS n FROM (${views
      .map((view) => `SELECT indicator, count(*) AS n FROM ${view.name} GROUP BY indicator`)
      .join(" UNION ALL ")}) GROUP BY indicator ORDER BY indicator`,
  );
  const batches: IndicatorBatch[] = [];
  for (const row of counted) {
    const indicator = row["indicator"] as string;
    const n = Number(row["n"]);
    const open = batches.at(-1);
    if (open !== undefined && open.rows + n <= mostRows)
      batches[batches.length - 1] = { first: open.first, last: indicator, rows: open.rows + n };
    else batches.push({ first: indicator, last: indicator, rows: n });
  }
  return batches;
}

/** The condition that a row belongs to a batch. */
export const inBatch = ({ first, last }: IndicatorBatch): string =>
  first === last ? `indicator = ${quoted(first)}` : `indicator BETWEEN ${quoted(first)} AND ${quoted(last)}`;
