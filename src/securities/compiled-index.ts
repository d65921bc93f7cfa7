// An index ready to be computed again and again: what does not change is done once. Runs, the sliders of a
// page and the replicates of an uncertainty analysis all go this one way.

import { fail, ok, problem, type Result } from "#kernel";
import {
  type Aggregation,
  aggregateColumns,
  balanceWeights,
  minMaxNormalise,
  principalComponents,
} from "#statistics";
import { hasMinimumShare, scoreTolerance } from "./comparison.ts";
import type { IndexDefinition, IndexNode, WeightMethod } from "./index-definition.ts";
import type { RangeUsed, ScoreReason } from "./index-run.ts";
import { childrenByNode, innerNodesUpwards } from "./index-tree.ts";
import {
  type GridContext,
  type IndicatorStages,
  indicatorStages,
  type StepChoices,
} from "./indicator-column.ts";
import type { ObservationGrid } from "./observation-grid.ts";

/** What may be set otherwise than the definition has it; nothing given is the definition itself. */
export type IndexChanges = StepChoices & {
  /** By node id, in place of the definition's weights; 0 leaves the node out of its parent. */
  readonly weights?: ReadonlyMap<string, number>;
  /** For every node, in place of the definition's. */
  readonly aggregation?: Aggregation;
  readonly renormaliseSubIndexes?: boolean;
  /** An indicator that is left out. */
  readonly without?: string;
  /** Raw values by indicator, in place of those observed; cells as in the grid. */
  readonly values?: ReadonlyMap<string, Float64Array>;
};

/** What one node holds for every cell of `period × areas + area`. */
export type NodeColumn = {
  /** On the scale of the index; NaN where there is none. */
  readonly values: Float64Array;
  /** Indicators available below, by cell. */
  readonly n: Uint32Array;
  readonly expected: number;
  readonly reasons: readonly (ScoreReason | null)[];
  /** Dropped for all areas, since it does not vary or has nothing below. */
  readonly dropped: boolean;
  /** The range it was stretched from, or an indicator's own; `null` where there is none. */
  readonly range: RangeUsed | null;
};

export type IndexScores = {
  /** Inner nodes only. */
  readonly nodes: ReadonlyMap<string, NodeColumn>;
  readonly indicators: ReadonlyMap<string, NodeColumn & { readonly stages: IndicatorStages }>;
  /** Weights that counted, by node id. */
  readonly weights: ReadonlyMap<string, number>;
};

export type CompiledIndex = {
  readonly definition: IndexDefinition;
  readonly grid: ObservationGrid;
  /** Areas left out by screening, as positions in the grid. */
  readonly leftOut: ReadonlySet<number>;
  /** What the steps of an indicator need beside its values, for those who take them one by one. */
  readonly context: GridContext;
  /** Scores with some things set otherwise. Indicators whose steps stay the same are not computed again. */
  run(changes?: IndexChanges): Result<IndexScores>;
};

/**
 * Prepares an index for repeated computation over one set of observations.
 *
 * Cost: compiling takes a handful of passes over the cells; a run that changes only weights or means takes
 * one pass over the cells for each level of the tree.
 *
 * @param groups group of each area of the grid by attribute, as `groupsOfAreas` finds them, for imputation
 * @example
 * compileIndex(
 *   readIndexDefinition({
 *     id: "mini",
 *     version: "1",
 *     title: "Mini",
 *     nodes: [{ id: "index" }, { id: "X", parent: "index", direction: 1 }],
 *   }).value,
 *   { areas: ["A", "B"], periods: [null], values: new Map([["X", Float64Array.of(1, 3)]]) },
 * ).run().value.weights.get("X") // => 1
 */
export function compileIndex(
  definition: IndexDefinition,
  grid: ObservationGrid,
  groups: ReadonlyMap<string, readonly (string | null)[]> = new Map(),
): CompiledIndex {
  const { referencePeriod } = definition;
  const areas = grid.areas.length;
  const cells = areas * grid.periods.length;
  const from = referencePeriod === null ? 0 : grid.periods.indexOf(referencePeriod) * areas;
  const reference = [from, referencePeriod === null ? cells : from + areas] as const;
  const indicators = definition.nodes.filter((node) => node.direction !== null);
  const children = childrenByNode(definition.nodes);
  const upwards = innerNodesUpwards(definition);
  const whole: GridContext = { grid, reference, groups, leftOut: new Set() };
  const counting = indicators.filter(({ weight }) => weight > 0);
  const leftOut = screenedOut(definition, counting, whole);
  const context: GridContext = { ...whole, leftOut };
  const blocks: Blocks = grid.periods.map((_, i) => [i * areas, (i + 1) * areas] as const);
  const kept = new Map<string, IndicatorStages>();

  const stagesOf = (node: IndexNode, changes: IndexChanges, key: string): IndicatorStages => {
    const given = changes.values?.get(node.id);
    if (given) return indicatorStages(definition, node, context, changes, given);
    const known = kept.get(`${key}/${node.id}`);
    if (known) return known;
    const made = indicatorStages(definition, node, context, changes);
    kept.set(`${key}/${node.id}`, made);
    return made;
  };

  const run = (changes: IndexChanges = {}): Result<IndexScores> => {
    const key = choicesKey(changes);
    const columns = new Map<string, NodeColumn>();
    const found = new Map<string, NodeColumn & { readonly stages: IndicatorStages }>();
    for (const node of indicators) {
      const stages = stagesOf(node, changes, key);
      const column = indicatorColumn(stages, node.id === changes.without, referencePeriod, reference);
      columns.set(node.id, column);
      found.set(node.id, { ...column, stages });
    }
    const weights = new Map<string, number>();
    const nodes = new Map<string, NodeColumn>();
    for (const node of upwards) {
      const below = children.get(node.id)!;
      const aggregation = changes.aggregation ?? node.aggregation ?? definition.aggregation;
      const own = weightsOf(definition, node, below, columns, aggregation, changes, blocks);
      if (!own.ok) return own;
      for (const [i, child] of below.entries()) weights.set(child.id, own.value[i]!);
      const column = nodeColumn(definition, below, own.value, columns, aggregation, grid, blocks);
      const stretch = changes.renormaliseSubIndexes ?? definition.renormaliseSubIndexes;
      const done = node.role === null ? column : subIndex(definition, column, stretch, reference);
      columns.set(node.id, done);
      nodes.set(node.id, done);
    }
    return ok({ nodes, indicators: found, weights });
  };
  return { definition, grid, leftOut, context, run };
}

/**
 * The lowest and highest a score can be by the method, or 0 and 1 where the method sets no ends.
 *
 * @example
 * scaleOf({ normalisation: { method: "scaled", from: 0, to: 7 } }) // => { low: 0, high: 100 }
 */
export function scaleOf({ normalisation }: Pick<IndexDefinition, "normalisation">): {
  readonly low: number;
  readonly high: number;
} {
  switch (normalisation.method) {
    case "min-max":
      return { low: normalisation.low, high: normalisation.high };
    case "scaled":
      return { low: 0, high: 100 };
    case "goalposts":
      return { low: 0, high: normalisation.scale };
    default:
      return { low: 0, high: 1 };
  }
}

/** The cells of each period, `[from, to)`: only these are compared with each other. */
type Blocks = readonly (readonly [number, number])[];

/** Steps that are the same share their columns; weights and means do not touch them. */
const choicesKey = ({ imputation, treatment, normalisation }: StepChoices): string =>
  imputation === undefined && treatment === undefined && normalisation === undefined
    ? ""
    : JSON.stringify([imputation, treatment, normalisation]);

/** Areas with too few indicators, counted over the reference cells after imputation. */
function screenedOut(
  { screening, ...definition }: IndexDefinition,
  indicators: readonly IndexNode[],
  context: GridContext,
): ReadonlySet<number> {
  const leftOut = new Set<number>();
  if (screening === null) return leftOut;
  const areas = context.grid.areas.length;
  const [from, to] = context.reference;
  const available = new Uint32Array(areas);
  for (const node of indicators) {
    const { imputed } = indicatorStages({ ...definition, screening, treatment: null }, node, context);
    for (let cell = from; cell < to; cell++) if (!Number.isNaN(imputed[cell]!)) available[cell % areas]! += 1;
  }
  const expected = indicators.length * ((to - from) / areas);
  for (let area = 0; area < areas; area++)
    if (available[area]! / expected < screening.minimumShare - 1e-12) leftOut.add(area);
  return leftOut;
}

function rangeOver(
  values: Float64Array,
  period: string | null,
  [from, to]: readonly [number, number],
): RangeUsed {
  let [minimum, maximum, n] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (let cell = from; cell < to; cell++) {
    const value = values[cell]!;
    if (Number.isNaN(value)) continue;
    n += 1;
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  return n === 0 ? { period, minimum: null, maximum: null, n } : { period, minimum, maximum, n };
}

function indicatorColumn(
  { treated, normalised, noScale }: IndicatorStages,
  isLeftOut: boolean,
  period: string | null,
  reference: readonly [number, number],
): NodeColumn {
  // Values come from files, not from sums: they are constant when they are equal, not nearly so.
  const dropped = isLeftOut || noScale === "constant";
  const n = new Uint32Array(normalised.length);
  if (!dropped) for (let cell = 0; cell < n.length; cell++) if (!Number.isNaN(normalised[cell]!)) n[cell] = 1;
  return {
    values: normalised,
    n,
    expected: dropped ? 0 : 1,
    reasons: [],
    dropped,
    range: rangeOver(treated, period, reference),
  };
}

function weightsOf(
  definition: IndexDefinition,
  node: IndexNode,
  below: readonly IndexNode[],
  columns: ReadonlyMap<string, NodeColumn>,
  aggregation: Aggregation,
  changes: IndexChanges,
  blocks: Blocks,
): Result<readonly number[]> {
  const given = below.map(({ id, weight }) => changes.weights?.get(id) ?? weight);
  const method: WeightMethod = changes.weights ? "given" : definition.weights;
  const live = below.flatMap(({ id }, i) => (columns.get(id)!.dropped || given[i] === 0 ? [] : [i]));
  if (method === "equal") return ok(given.map((weight) => (weight === 0 ? 0 : 1)));
  if (method !== "given" && live.length > 1) {
    const parts = live.map((i) => columns.get(below[i]!.id)!.values);
    const found =
      method === "principal-components"
        ? (principalComponents(parts)?.loadings[0] ?? null)
        : (balanceWeights(parts, (weights) => {
            const weighted = parts.map((values, i) => ({ values, weight: weights[i]! }));
            return aggregateColumns(weighted, aggregation, blocks).values;
          })?.weights ?? null);
    if (found === null || found.some((weight) => !(weight > 0)))
      return fail(
        problem(
          "securities.weights-not-formed",
          `The ${method === "principal-components" ? "first principal component" : "search for equal influence"} of the parts of "${node.id}" gives ${found === null ? `no weights, since ${method === "principal-components" ? "fewer than two areas have a value in all of them, or one of them is" : "one of them has no correlation with the index: it has fewer than two values, or is"} the same for all these areas` : `a weight that is not above 0 (${below[live[found.findIndex((weight) => !(weight > 0))]!]!.id}), since they do not move together`}. An index cannot count a part backwards; give the weights yourself, or look at the directions of these parts.`,
          { field: "weights" },
        ),
      );
    const all = below.map(() => 0);
    for (const [place, i] of live.entries()) all[i] = found[place]!;
    return ok(all);
  }
  if (given.every((weight) => !(weight > 0)))
    return fail(
      problem(
        "securities.weights-sum-to-zero",
        `The weights of the parts of "${node.id}" (${below.map(({ id }) => id).join(", ")}) sum to 0, so that nothing counts. Give at least one of them a weight above 0.`,
        { field: "weights" },
      ),
    );
  return ok(given);
}

function nodeColumn(
  definition: IndexDefinition,
  below: readonly IndexNode[],
  weights: readonly number[],
  columns: ReadonlyMap<string, NodeColumn>,
  aggregation: Aggregation,
  grid: ObservationGrid,
  blocks: Blocks,
): NodeColumn {
  const cells = grid.areas.length * grid.periods.length;
  const live = below
    .map(({ id, direction }, i) => ({
      column: columns.get(id)!,
      weight: weights[i]!,
      isIndicator: direction !== null,
    }))
    .filter(({ column, weight }) => !column.dropped && weight > 0);
  const expected = live.reduce((sum, { column }) => sum + column.expected, 0);
  const reasons: (ScoreReason | null)[] = new Array(cells).fill(null);
  const n = new Uint32Array(cells);
  if (live.length === 0) {
    const values = new Float64Array(cells).fill(Number.NaN);
    return { values, n, expected, reasons: reasons.fill("group_constant"), dropped: true, range: null };
  }
  const expectedHere = live.filter(({ isIndicator }) => isIndicator).length;
  const availableHere = new Uint32Array(cells);
  const partsHere = new Uint32Array(cells);
  for (const { column, isIndicator } of live)
    for (let cell = 0; cell < cells; cell++) {
      n[cell]! += column.n[cell]!;
      if (Number.isNaN(column.values[cell]!)) continue;
      if (isIndicator) availableHere[cell]! += 1;
      else partsHere[cell]! += 1;
    }
  for (let cell = 0; cell < cells; cell++)
    if (partsHere[cell]! < live.length - expectedHere) reasons[cell] = "part_missing";
    else if (
      expectedHere > 0 &&
      !hasMinimumShare(availableHere[cell]!, expectedHere, definition.missing.minimumShare)
    )
      reasons[cell] = "too_few_indicators";
  // Copeland compares areas with each other: those without a score must not take part.
  const parts = live.map(({ column, weight }) => ({
    values:
      aggregation.method === "copeland"
        ? column.values.map((value, cell) => (reasons[cell] === null ? value : Number.NaN))
        : column.values,
    weight,
  }));
  const { values, undefinedAt } = aggregateColumns(parts, aggregation, blocks);
  for (const cell of undefinedAt) reasons[cell] ??= "mean_undefined";
  for (let cell = 0; cell < cells; cell++) {
    // A mean can pass the largest number there is, and Copeland has none for an area that stands alone.
    if (reasons[cell] === null && !Number.isFinite(values[cell]!)) reasons[cell] = "mean_undefined";
    if (reasons[cell] !== null) values[cell] = Number.NaN;
  }
  return { values, n, expected, reasons, dropped: false, range: null };
}

/** Drops a sub-index that is the same for all areas; stretches the others to their range, if asked for. */
function subIndex(
  definition: IndexDefinition,
  column: NodeColumn,
  stretch: boolean,
  reference: readonly [number, number],
): NodeColumn {
  if (column.dropped) return column;
  const scale = scaleOf(definition);
  const cells = column.values.length;
  const range = rangeOver(column.values, definition.referencePeriod, reference);
  const { minimum, maximum } = range;
  if (minimum !== null && maximum !== null && maximum - minimum <= scoreTolerance(scale))
    return {
      ...column,
      values: new Float64Array(cells).fill(Number.NaN),
      reasons: new Array(cells).fill("group_constant"),
      dropped: true,
      range: stretch ? range : null,
    };
  if (!stretch) return column;
  const reasons = [...column.reasons];
  const values = column.values.map((value, cell) => {
    if (Number.isNaN(value)) return value;
    const stretched =
      minimum === null || maximum === null ? Number.NaN : minMaxNormalise(value, minimum, maximum, scale)!;
    if (Number.isFinite(stretched)) return stretched;
    reasons[cell] = minimum === null ? "not_in_reference" : "mean_undefined";
    return Number.NaN;
  });
  return { ...column, values, reasons, range };
}
