import { outranking, outrankingScores, type WeightedColumn } from "./outranking.ts";

export const aggregationMethods = [
  "arithmetic",
  "geometric",
  "harmonic",
  "power",
  "median",
  "copeland",
] as const;
export type AggregationMethod = (typeof aggregationMethods)[number];

/** How the values below a node become one. */
export type Aggregation =
  | { readonly method: Exclude<AggregationMethod, "power"> }
  /** The mean of powers; 1 is the arithmetic mean, 2 the quadratic. */
  | { readonly method: "power"; readonly power: number };

export type AggregatedCells = {
  /** NaN where nothing is there, or where the mean is not defined. */
  readonly values: Float64Array;
  /** Cells in which a value forbids the mean: not above 0 under a geometric or harmonic mean. */
  readonly undefinedAt: readonly number[];
};

/**
 * Columns joined cell by cell into one: the mean of those that have a value in the cell, their weights
 * divided anew over those.
 *
 * Formulas, with weights summing to W over the values present: arithmetic Σwx/W; geometric
 * exp(Σw·ln x/W); harmonic W/Σ(w/x); power (Σw·xᵖ/W)^(1/p); median: the value at which half of W is
 * reached, the mean of two where it is reached exactly between them; Copeland: pairs won less pairs lost
 * within a block of cells (see `outrankingScores`).
 *
 * A value of 0 makes a geometric mean 0; a negative value, or 0 under a harmonic mean or a power below 0,
 * leaves the cell without a value and names it.
 *
 * Cost: one pass over the cells for each column; Copeland compares every two cells of a block on every
 * column.
 *
 * @param columns of one length, on one scale
 * @param aggregation method
 * @param blocks for Copeland: cells that are compared with each other, as `[from, to)`; default all
 * @returns the joined column
 * @limits An arithmetic mean lets a low value be made up for by a high one; a geometric one less, a median
 *   and Copeland not by amounts.
 * @source OECD/JRC (2008), Handbook on Constructing Composite Indicators, section 6
 * @example
 * aggregateColumns([{ values: Float64Array.of(1), weight: 1 }, { values: Float64Array.of(4), weight: 1 }],
 *   { method: "geometric" }).values[0] // => 2
 */
export function aggregateColumns(
  columns: readonly WeightedColumn[],
  aggregation: Aggregation,
  blocks?: readonly (readonly [number, number])[],
): AggregatedCells {
  const cells = columns[0]?.values.length ?? 0;
  if (aggregation.method === "copeland")
    return { values: copelandOf(columns, blocks ?? [[0, cells]]), undefinedAt: [] };
  const values = new Float64Array(cells);
  const undefinedAt: number[] = [];
  const present: [value: number, weight: number][] = [];
  for (let cell = 0; cell < cells; cell++) {
    present.length = 0;
    for (const { values: column, weight } of columns) {
      const value = column[cell]!;
      if (!Number.isNaN(value) && weight > 0) present.push([value, weight]);
    }
    const mean = present.length === 0 ? Number.NaN : meanOf(present, aggregation);
    if (mean === null) undefinedAt.push(cell);
    values[cell] = mean ?? Number.NaN;
  }
  return { values, undefinedAt };
}

type Pairs = readonly (readonly [value: number, weight: number])[];

function meanOf(pairs: Pairs, aggregation: Aggregation): number | null {
  let [sum, total] = [0, 0];
  for (const [, weight] of pairs) total += weight;
  const power = aggregation.method === "power" ? aggregation.power : 1;
  switch (aggregation.method) {
    case "geometric":
      for (const [value, weight] of pairs) {
        if (value < 0) return null;
        sum += weight * Math.log(value);
      }
      return Math.exp(sum / total);
    case "harmonic":
      for (const [value, weight] of pairs) {
        if (value <= 0) return null;
        sum += weight / value;
      }
      return total / sum;
    case "power":
      if (power === 0) return meanOf(pairs, { method: "geometric" });
      for (const [value, weight] of pairs) {
        if (value < 0 || (value === 0 && power < 0)) return null;
        sum += weight * value ** power;
      }
      return (sum / total) ** (1 / power);
    case "median":
      return weightedMedian(pairs, total);
    default:
      return arithmeticMean(pairs, total);
  }
}

/** Held between the lowest and the highest value, so that equal values give that value to the bit. */
function arithmeticMean(pairs: Pairs, total: number): number {
  let [sum, lost, low, high] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [value, weight] of pairs) {
    const term = value * weight;
    const next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return Math.min(high, Math.max(low, (sum + lost) / total));
}

function weightedMedian(pairs: Pairs, total: number): number {
  const sorted = [...pairs].sort(([a], [b]) => a - b);
  let reached = 0;
  for (const [i, [value, weight]] of sorted.entries()) {
    reached += weight;
    // Weights that should add up to a half may miss it by rounding.
    if (Math.abs(2 * reached - total) <= 1e-12 * total && i + 1 < sorted.length)
      return (value + sorted[i + 1]![0]) / 2;
    if (2 * reached > total) return value;
  }
  return sorted.at(-1)![0];
}

function copelandOf(
  columns: readonly WeightedColumn[],
  blocks: readonly (readonly [number, number])[],
): Float64Array {
  const values = new Float64Array(columns[0]?.values.length ?? 0).fill(Number.NaN);
  for (const [from, to] of blocks) {
    const part = columns.map(({ values: column, weight }) => ({ values: column.subarray(from, to), weight }));
    values.set(outrankingScores(outranking(part), to - from), from);
  }
  return values;
}
