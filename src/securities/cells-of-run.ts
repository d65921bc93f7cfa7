// What a run says of single cells: what a step did to them, how much of a score was filled, and, where asked
// for, the values after each step.

import type { IndexScores } from "./compiled-index.ts";
import type { IndexDefinition, IndexNode } from "./index-definition.ts";
import type { CellOfRun, StagesOfCell } from "./index-run.ts";
import { childrenByNode, innerNodesUpwards } from "./index-tree.ts";
import type { ObservationGrid } from "./observation-grid.ts";

const placeOf = (grid: ObservationGrid, indicator: string, cell: number) => ({
  area: grid.areas[cell % grid.areas.length]!,
  indicator,
  period: grid.periods[Math.floor(cell / grid.areas.length)]!,
});

/** Every cell that a step filled, emptied or changed, by indicator in the order of the definition. */
export const changedCells = (
  indicators: readonly IndexNode[],
  { indicators: columns }: IndexScores,
  grid: ObservationGrid,
): readonly CellOfRun[] =>
  indicators.flatMap(({ id }) =>
    columns.get(id)!.stages.changes.map(({ cell, ...change }) => ({ ...placeOf(grid, id, cell), ...change })),
  );

/** The values of every cell after each step. */
export function stagesOfCells(
  indicators: readonly IndexNode[],
  { indicators: columns }: IndexScores,
  grid: ObservationGrid,
): readonly StagesOfCell[] {
  const at = (column: Float64Array, cell: number) => (Number.isNaN(column[cell]!) ? null : column[cell]!);
  return indicators.flatMap(({ id }) => {
    const { stages } = columns.get(id)!;
    return Array.from(stages.raw, (_, cell) => ({
      ...placeOf(grid, id, cell),
      raw: at(stages.raw, cell),
      denominated: at(stages.denominated, cell),
      imputed: at(stages.imputed, cell),
      screened: at(stages.screened, cell),
      transformed: at(stages.transformed, cell),
      treated: at(stages.treated, cell),
      normalised: at(stages.normalised, cell),
    }));
  });
}

/**
 * For every node and cell, how many of its indicators that count were filled by imputation; empty where no
 * cell was filled at all.
 */
export function imputedCounts(
  definition: IndexDefinition,
  { nodes, indicators, weights }: IndexScores,
): ReadonlyMap<string, Uint32Array> {
  const counts = new Map<string, Uint32Array>();
  for (const [id, { stages, values, dropped }] of indicators) {
    const filled = dropped ? [] : stages.changes.filter(({ step }) => step === "imputation");
    if (filled.length === 0) continue;
    const column = new Uint32Array(values.length);
    for (const { cell } of filled) if (!Number.isNaN(values[cell]!)) column[cell] = 1;
    counts.set(id, column);
  }
  if (counts.size === 0) return counts;
  const children = childrenByNode(definition.nodes);
  for (const { id } of innerNodesUpwards(definition)) {
    const column = new Uint32Array(nodes.get(id)!.values.length);
    for (const child of children.get(id)!) {
      const below =
        weights.get(child.id) === 0 || nodes.get(child.id)?.dropped ? undefined : counts.get(child.id);
      if (below) for (let cell = 0; cell < column.length; cell++) column[cell]! += below[cell]!;
    }
    counts.set(id, column);
  }
  return counts;
}
