// Two columns of a run against each other: an indicator's values or a node's scores, for one period.

import { correlation } from "#statistics";
import type { RunInputs } from "./live/live-index.ts";
import type { Run } from "./run-scores.ts";

export type Pair = { readonly area: string; readonly x: number; readonly y: number };

/** Values by area of a node's scores or an indicator's observations in one period. */
export function valuesOf(
  run: Run,
  inputs: RunInputs | null,
  id: string,
  period: string | null,
): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const score of run.scores)
    if (score.node === id && score.period === period && score.score !== null)
      values.set(score.area, score.score);
  const column = inputs?.columns.find(({ indicator }) => indicator === id);
  const periodAt = inputs?.periods.indexOf(period) ?? -1;
  if (inputs && column && periodAt >= 0)
    for (const [i, area] of inputs.areas.entries()) {
      const value = column.values[periodAt * inputs.areas.length + i];
      if (value !== null && value !== undefined) values.set(area, value);
    }
  return values;
}

/**
 * The areas that have both values, and how the two go together.
 *
 * @param logs which axes are drawn as logarithms; values of 0 and below then have no place
 * @returns the pairs, how many had no place for their logarithm, and Pearson's correlation of what is drawn,
 *   `null` where it cannot be formed
 */
export function pairsOf(
  xs: ReadonlyMap<string, number>,
  ys: ReadonlyMap<string, number>,
  logs: { readonly x: boolean; readonly y: boolean },
): { readonly pairs: readonly Pair[]; readonly withoutLog: number; readonly correlation: number | null } {
  const both = [...xs].flatMap(([area, x]) => (ys.has(area) ? [{ area, x, y: ys.get(area)! }] : []));
  const pairs = both.filter(({ x, y }) => (!logs.x || x > 0) && (!logs.y || y > 0));
  const drawn = (values: readonly number[], log: boolean) =>
    Float64Array.from(values, (value) => (log ? Math.log(value) : value));
  const found = correlation(
    drawn(
      pairs.map(({ x }) => x),
      logs.x,
    ),
    drawn(
      pairs.map(({ y }) => y),
      logs.y,
    ),
  );
  return {
    pairs,
    withoutLog: both.length - pairs.length,
    // Two points lie on a line whatever they are: 1 or −1 would say nothing.
    correlation: pairs.length > 2 && Number.isFinite(found) ? found : null,
  };
}
