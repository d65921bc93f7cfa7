import { ok, type Result } from "#kernel";
import { competitionRank } from "#statistics";
import { classifyAreas } from "./classify-areas.ts";
import { scoreTolerance } from "./comparison.ts";
import { type CompiledIndex, type IndexChanges, type NodeColumn, scaleOf } from "./compiled-index.ts";
import type { CountryGroupOfArea, Score, Threshold } from "./index-run.ts";
import type { ObservationGrid } from "./observation-grid.ts";

/**
 * Scores and ranks of one node in one period, in the order of the areas of the grid.
 *
 * @param imputed how many of the indicators of each cell were filled, where any was
 */
export function scoresOfNode(
  node: string,
  column: NodeColumn,
  grid: Pick<ObservationGrid, "areas" | "periods">,
  periodAt: number,
  tolerance: number,
  imputed?: Uint32Array,
): readonly Score[] {
  const first = periodAt * grid.areas.length;
  const values = [...column.values.subarray(first, first + grid.areas.length)].map((score) =>
    Number.isNaN(score) ? null : score,
  );
  const ranks = competitionRank(values, tolerance);
  return grid.areas.map((area, i) => ({
    area,
    node,
    period: grid.periods[periodAt]!,
    score: values[i]!,
    rank: ranks[i]!,
    n: column.n[first + i]!,
    expected: column.expected,
    reason: column.reasons[first + i] ?? null,
    ...(imputed && imputed[first + i]! > 0 && { imputed: imputed[first + i]! }),
  }));
}

export type Standing = {
  /** By node in the order of the definition, then by area. */
  readonly scores: readonly Score[];
  readonly thresholds: readonly Threshold[];
  readonly countryGroups: readonly CountryGroupOfArea[];
  /** Weights that counted, by node id. */
  readonly weights: ReadonlyMap<string, number>;
};

/**
 * Who stands where in one period if some things were set otherwise: the scores, ranks, thresholds and
 * groups that a run with these changes would give, without the rest of a run.
 *
 * Cost: one run of the compiled index, and one sort of the areas for each node.
 *
 * @param periodAt position of the period in the grid
 * @returns the standing, or the problems of `CompiledIndex.run`
 * @example
 * standing(
 *   compileIndex(
 *     readIndexDefinition({ id: "x", version: "1", title: "X", nodes: [{ id: "top" }, { id: "a", parent: "top", direction: 1 }] }).value,
 *     { areas: ["A", "B"], periods: [null], values: new Map([["a", Float64Array.of(1, 2)]]) },
 *   ),
 *   0,
 * ).value.scores.map(({ rank }) => rank) // => [2, 1]
 */
export function standing(
  compiled: CompiledIndex,
  periodAt: number,
  changes: IndexChanges = {},
): Result<Standing> {
  const found = compiled.run(changes);
  if (!found.ok) return found;
  const { definition, grid } = compiled;
  const tolerance = scoreTolerance(
    scaleOf({ normalisation: changes.normalisation ?? definition.normalisation }),
  );
  const inner = definition.nodes.filter((node) => node.direction === null);
  const scores = inner.flatMap(({ id }) =>
    scoresOfNode(id, found.value.nodes.get(id)!, grid, periodAt, tolerance),
  );
  const period = grid.periods[periodAt]!;
  return ok({
    scores,
    ...classifyAreas(definition, scores, grid.areas, [period]),
    weights: found.value.weights,
  });
}
