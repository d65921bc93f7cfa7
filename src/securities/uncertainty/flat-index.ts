// An index computed thousands of times: the arithmetic of `CompiledIndex.run` over arrays that are used again.
// A test holds the two against each other; what a run says of itself (reasons, ranges, cells) is not made here.

import { type Aggregation, aggregateColumns } from "#statistics";
import { hasMinimumShare, scoreTolerance } from "../comparison.ts";
import { type CompiledIndex, scaleOf } from "../compiled-index.ts";
import { childrenByNode, innerNodesUpwards } from "../index-tree.ts";
import type { StepChoices } from "../indicator-column.ts";
import {
  addPart,
  clearSums,
  isMeanOfSums,
  meanOfSums,
  meanSums,
  needsPositive,
  subIndexMark,
} from "./flat-means.ts";
import { type FlatOutcome, flatSteps, stepScratch } from "./flat-steps.ts";

/** Indicators on the scale under one choice of steps, computed once and used in every replicate. */
type Block = {
  readonly choices: StepChoices;
  /** By indicator, over the cells computed. */
  readonly columns: readonly Float64Array[];
  readonly dropped: Uint8Array;
  /** Logarithms of the shifted columns, made when they are first asked for. */
  logs: readonly Float64Array[] | null;
  readonly shift: number;
  /** How far scores of these steps may lie apart and still tie. */
  readonly tolerance: number;
  /** Steps of values that change from replicate to replicate, made when first asked for. */
  readonly steps: (((raw: Float64Array, into: Float64Array) => FlatOutcome) | null)[];
};

/** One way of computing the index. */
export type FlatRun = {
  /** Of the choices the index was prepared with. */
  readonly steps: number;
  /** `null`: every node as the definition has it. */
  readonly aggregation: Aggregation | null;
  /** By node; only proportions among the parts of one node count. */
  readonly weights: Float64Array;
  /** Position of a node among the indicators; −1: none. */
  readonly without: number;
  /** Raw values by indicator over all cells of the grid, where they are not those observed. */
  readonly values: readonly (Float64Array | null)[] | null;
};

/** Share of the range between lowest and highest value that a shifted scale begins with. */
const firstStep = 0.01;

/**
 * Prepares an index for thousands of runs.
 *
 * Means that need values above 0 are taken of shifted values: with the lowest value on the scale m and the
 * highest h, s = (h − m)/100 − m is added to every value where m ≤ 0, and taken off the mean again, node by
 * node. Where the steps and the mean are the definition's own nothing is shifted: such a run is the index.
 *
 * Cost of a run: one pass over the cells for each node; those with values of their own a handful of passes.
 *
 * @param index compiled; its groups and the areas screened out hold for all runs
 * @param choices of steps; the first are the definition's own
 * @param weights by node, for weights that the definition has found from the data: they are not found anew
 * @param periods positions of the periods asked for, ascending
 */
export function flatIndex(
  index: CompiledIndex,
  choices: readonly StepChoices[],
  weights: ReadonlyMap<string, number>,
  periods: readonly number[],
) {
  const { definition, grid, context } = index;
  const areas = grid.areas.length;
  const { nodes } = definition;
  const positions = new Map(nodes.map((node, i) => [node.id, i]));
  const indicators = nodes.flatMap((node, i) => (node.direction === null ? [] : [i]));
  const indicatorAt = new Int32Array(nodes.length).fill(-1);
  for (const [i, node] of indicators.entries()) indicatorAt[node] = i;
  const byNode = childrenByNode(nodes);
  const upwards = innerNodesUpwards(definition).map((node) => {
    const children = byNode.get(node.id)!.map(({ id }) => positions.get(id)!);
    return { node, at: positions.get(node.id)!, children };
  });

  // Stretching and dropping look at the reference cells; without them only the periods asked for are computed.
  const hasRoles = nodes.some(({ role }) => role !== null);
  const [from, to] = context.reference;
  const needed = grid.periods.flatMap((_, period) => {
    const isReference = period * areas >= from && period * areas < to;
    return periods.includes(period) || (hasRoles && isReference) ? [period] : [];
  });
  const isWhole = needed.length === grid.periods.length;
  const cells = needed.length * areas;
  const firstOf = new Map(needed.map((period, i) => [period, i * areas]));
  const referenceFrom = firstOf.get(from / areas) ?? 0;
  const referenceTo = hasRoles ? referenceFrom + (to - from) : cells;
  const blocksOfCells = needed.map((_, i) => [i * areas, (i + 1) * areas] as const);
  const stretches = definition.renormaliseSubIndexes && hasRoles;
  const scale = scaleOf(definition);
  const scaleTolerance = scoreTolerance(scale);

  const gathered = (column: Float64Array, into: Float64Array): Float64Array => {
    for (const [i, period] of needed.entries())
      into.set(column.subarray(period * areas, (period + 1) * areas), i * areas);
    return into;
  };
  const lowestAndHighest = (columns: readonly Float64Array[], dropped: Uint8Array): [number, number] => {
    let [lowest, highest] = stretches
      ? [scale.low, scale.high]
      : [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = 0; i < columns.length; i++) {
      if (dropped[i] === 1) continue;
      const column = columns[i]!;
      for (let cell = 0; cell < cells; cell++) {
        const value = column[cell]!;
        if (value < lowest) lowest = value;
        if (value > highest) highest = value;
      }
    }
    return [lowest, highest];
  };
  const shiftOf = (columns: readonly Float64Array[], dropped: Uint8Array): number => {
    const [lowest, highest] = lowestAndHighest(columns, dropped);
    return lowest > 0 || highest < lowest ? 0 : firstStep * (highest - lowest) - lowest;
  };

  const blocks: (Block | undefined)[] = [];
  const blockOf = (steps: number): Block => {
    const known = blocks[steps];
    if (known) return known;
    const chosen = choices[steps]!;
    const found = index.run({ ...chosen, weights });
    if (!found.ok) throw new Error(found.problems[0]?.message);
    const columns = indicators.map((node) => {
      const { values } = found.value.indicators.get(nodes[node]!.id)!;
      return isWhole ? values : gathered(values, new Float64Array(cells));
    });
    const dropped = Uint8Array.from(indicators, (node) =>
      found.value.indicators.get(nodes[node]!.id)!.dropped ? 1 : 0,
    );
    const made: Block = {
      choices: chosen,
      columns,
      dropped,
      logs: null,
      shift: shiftOf(columns, dropped),
      tolerance: scoreTolerance(scaleOf({ normalisation: chosen.normalisation ?? definition.normalisation })),
      steps: indicators.map(() => null),
    };
    blocks[steps] = made;
    return made;
  };

  const scratch = stepScratch(areas * grid.periods.length);
  const whole = new Float64Array(areas * grid.periods.length);
  const own = indicators.map(() => null as Float64Array | null);
  const changed: Float64Array[] = indicators.map(() => new Float64Array(0));
  const changedDropped = new Uint8Array(indicators.length);
  const columns: Float64Array[] = nodes.map(() => new Float64Array(0));
  for (const { at } of upwards) columns[at] = new Float64Array(cells);
  const dropped = new Uint8Array(nodes.length);
  const sums = meanSums(cells);
  const { there } = sums;
  const enoughFrom = new Int32Array(nodes.length + 1).fill(-1);
  /** Fewest indicators that are enough of so many. */
  const leastOf = (expected: number): number => {
    if (enoughFrom[expected] === -1) {
      let least = 1;
      while (least <= expected && !hasMinimumShare(least, expected, definition.missing.minimumShare)) least++;
      enoughFrom[expected] = least;
    }
    return enoughFrom[expected]!;
  };
  /** Cells without a score since a mean was not defined, in the run made last. */
  let undefinedCells = 0;

  /** Indicators whose raw values are given anew, laid on the scale of this replicate. */
  const laidOut = (block: Block, values: readonly (Float64Array | null)[]): void => {
    for (let i = 0; i < indicators.length; i++) {
      const raw = values[i] ?? null;
      changed[i] = block.columns[i]!;
      changedDropped[i] = block.dropped[i]!;
      if (raw === null) continue;
      block.steps[i] ??= flatSteps(definition, nodes[indicators[i]!]!, context, block.choices, scratch);
      own[i] ??= new Float64Array(cells);
      const into = isWhole ? own[i]! : whole;
      const outcome = block.steps[i]!(raw, into);
      changed[i] = isWhole ? into : gathered(into, own[i]!);
      changedDropped[i] = outcome === "constant" ? 1 : 0;
    }
  };

  const logsOf = (block: Block, shift: number): readonly Float64Array[] => {
    block.logs ??= block.columns.map((column) => column.map((value) => Math.log(value + shift)));
    return block.logs;
  };

  const computeNode = (
    { node: { role, aggregation: nodesOwn }, at, children }: (typeof upwards)[number],
    run: FlatRun,
    shift: number,
    logs: readonly Float64Array[] | null,
  ): void => {
    const aggregation = run.aggregation ?? nodesOwn ?? definition.aggregation;
    const into = columns[at]!;
    const bySums = isMeanOfSums(aggregation);
    const move = needsPositive(aggregation) ? shift : 0;
    let [parts, simple] = [0, 0];
    clearSums(sums);
    for (const child of children) {
      const weight = run.weights[child]!;
      if (dropped[child] === 1 || !(weight > 0)) continue;
      const [indicator, column] = [indicatorAt[child]!, columns[child]!];
      const mark = indicator >= 0 ? 1 : subIndexMark;
      if (indicator >= 0) simple += 1;
      else parts += 1;
      if (bySums)
        addPart(sums, aggregation, column, (indicator >= 0 && logs?.[indicator]) || null, weight, move, mark);
      else for (let cell = 0; cell < cells; cell++) if (!Number.isNaN(column[cell]!)) there[cell]! += mark;
    }
    dropped[at] = parts + simple === 0 ? 1 : 0;
    if (dropped[at] === 1) {
      into.fill(Number.NaN);
      return;
    }
    const least = simple === 0 ? 0 : leastOf(simple);
    const isMissing = (cell: number) =>
      Math.floor(there[cell]! / subIndexMark) < parts || there[cell]! % subIndexMark < least;
    const found = bySums ? null : byColumns(aggregation, children, run, isMissing);
    for (let cell = 0; cell < cells; cell++) {
      if (isMissing(cell)) {
        into[cell] = Number.NaN;
        continue;
      }
      const value = found === null ? meanOfSums(sums, aggregation, cell) - move : found[cell]!;
      if (Number.isFinite(value)) into[cell] = value;
      else {
        into[cell] = Number.NaN;
        undefinedCells += 1;
      }
    }
    if (role !== null) stretch(at, into);
  };

  /** Medians and Copeland scores, which are no sums. */
  const byColumns = (
    aggregation: Aggregation,
    children: readonly number[],
    run: FlatRun,
    isMissing: (cell: number) => boolean,
  ): Float64Array => {
    const live = children.filter((child) => dropped[child] === 0 && run.weights[child]! > 0);
    const parts = live.map((child) => ({
      values:
        aggregation.method === "copeland"
          ? columns[child]!.map((value, cell) => (isMissing(cell) ? Number.NaN : value))
          : columns[child]!,
      weight: run.weights[child]!,
    }));
    return aggregateColumns(parts, aggregation, blocksOfCells).values;
  };

  /** Drops a sub-index that is the same for all areas; stretches the others, if the definition says so. */
  const stretch = (at: number, column: Float64Array): void => {
    let [n, minimum, maximum] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let cell = referenceFrom; cell < referenceTo; cell++) {
      const value = column[cell]!;
      if (Number.isNaN(value)) continue;
      n += 1;
      if (value < minimum) minimum = value;
      if (value > maximum) maximum = value;
    }
    if (n > 0 && maximum - minimum <= scaleTolerance) {
      dropped[at] = 1;
      column.fill(Number.NaN);
      return;
    }
    if (!definition.renormaliseSubIndexes) return;
    if (n === 0) {
      column.fill(Number.NaN);
      return;
    }
    const range = maximum / 2 - minimum / 2;
    for (let cell = 0; cell < cells; cell++) {
      const share = (column[cell]! / 2 - minimum / 2) / range;
      column[cell] = scale.low * (1 - share) + scale.high * share;
    }
  };

  return {
    positions,
    indicators,
    /** Score columns by node, valid until the next run; cells as `firstOf` tells. */
    columns: columns as readonly Float64Array[],
    /** Nodes dropped for all areas in the run made last. */
    dropped: dropped as Readonly<Uint8Array>,
    /** Where the areas of a period begin in the columns. */
    firstOf,
    /** Computes every node. Returns the tolerance of ties and how many cells had a mean that is not defined. */
    run(given: FlatRun): { readonly tolerance: number; readonly undefinedCells: number } {
      const block = blockOf(given.steps);
      if (given.values) laidOut(block, given.values);
      const [at, isOut] = given.values ? [changed, changedDropped] : [block.columns, block.dropped];
      for (let i = 0; i < indicators.length; i++) {
        columns[indicators[i]!] = at[i]!;
        dropped[indicators[i]!] = indicators[i] === given.without ? 1 : isOut[i]!;
      }
      const isOwn = given.steps === 0 && given.aggregation === null;
      const shift = isOwn ? 0 : given.values ? shiftOf(changed, changedDropped) : block.shift;
      const isGeometric = (given.aggregation ?? definition.aggregation).method === "geometric";
      const logs = isGeometric && !given.values && !isOwn ? logsOf(block, shift) : null;
      undefinedCells = 0;
      for (const one of upwards) computeNode(one, given, shift, logs);
      return { tolerance: block.tolerance, undefinedCells };
    },
  };
}

export type FlatIndex = ReturnType<typeof flatIndex>;
