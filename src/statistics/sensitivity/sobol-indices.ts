import { seededRandom } from "#kernel";
import { compensatedSum } from "../compensated-sum.ts";
import { quantile } from "../quantile.ts";

/** Values of a model over the design A, B, AB: one place for each row. */
export type SobolEvaluations = {
  /** At the rows of A. */
  readonly a: Float64Array;
  /** At the rows of B, drawn independently of A. */
  readonly b: Float64Array;
  /** For each input: at the rows of A with that one input taken from B. NaN where the model has no value. */
  readonly ab: readonly Float64Array[];
};

/** An estimate and its interval from the same evaluations. */
export type EstimateWithInterval = {
  readonly value: number;
  readonly low: number;
  readonly high: number;
};

export type SobolIndices = {
  /** By input, in the order of `ab`; `null` where the output does not vary. */
  readonly inputs: readonly {
    readonly first: EstimateWithInterval | null;
    readonly total: EstimateWithInterval | null;
  }[];
  /** Variance of the output over A and B together. */
  readonly variance: number;
  /** Rows in which all evaluations have a value. */
  readonly rows: number;
  readonly rowsUndefined: number;
};

/**
 * How much of the variance of an output comes from each input: alone (first order) and together with the
 * others (total).
 *
 * Formulas, over the N rows, with V the variance of the 2N values at A and B: first order
 * 1 − Σ(b − abᵢ)²/2NV; total Σ(a − abᵢ)²/2NV. The first-order indices of inputs that do not interact sum to
 * 1; what is missing to 1 is interaction. A total index of 0 says that an input can be fixed at any value.
 *
 * Intervals: rows are drawn anew with replacement, all evaluations of a row together; percentiles of the
 * indices over the draws. The model is not run again. Estimates are not held to 0 and 1: with few rows a
 * small one may fall below 0, and that is to be seen.
 *
 * Cost: rows × inputs × draws additions.
 *
 * @param evaluations rows with a NaN anywhere are left out and counted
 * @param options `draws` for intervals (default 500), `level` (0.95), `seed` (1)
 * @returns for each input both indices with their intervals, `null` where the output does not vary; the
 *   variance; the rows taken and left out
 * @limits Inputs must be independent; of dependent inputs the parts do not add up.
 * @limits Points of an even sequence estimate better than redrawing their rows can show: for them the
 *   intervals are on the wide side.
 * @limits Variance says little of an output that is mostly far from its mean at one end.
 * @source Jansen (1999), Computer Physics Communications 117; Saltelli, Annoni, Azzini, Campolongo, Ratto and
 *   Tarantola (2010), Variance based sensitivity analysis of model output, Computer Physics Communications 181,
 *   design, and table 2 for the two estimators of Jansen
 * @example
 * sobolIndices({ a: Float64Array.of(0, 1), b: Float64Array.of(1, 0), ab: [Float64Array.of(1, 0)] })
 *   .inputs[0].first.value // => 1
 */
export function sobolIndices(
  { a, b, ab }: SobolEvaluations,
  options: { readonly draws?: number; readonly level?: number; readonly seed?: number } = {},
): SobolIndices {
  const { draws = 500, level = 0.95, seed = 1 } = options;
  const kept: number[] = [];
  for (let row = 0; row < a.length; row++)
    if (!Number.isNaN(a[row]! + b[row]! + ab.reduce((sum, column) => sum + column[row]!, 0))) kept.push(row);
  const rows = kept.length;
  const rowsUndefined = a.length - rows;
  // Measured from the mean, so that a large level does not swallow the differences.
  const mean = compensatedSum(kept.flatMap((row) => [a[row]!, b[row]!])) / (2 * rows);
  const terms = {
    sum: Float64Array.from(kept, (row) => a[row]! - mean + (b[row]! - mean)),
    squares: Float64Array.from(kept, (row) => (a[row]! - mean) ** 2 + (b[row]! - mean) ** 2),
    first: ab.map((column) => Float64Array.from(kept, (row) => (b[row]! - column[row]!) ** 2)),
    total: ab.map((column) => Float64Array.from(kept, (row) => (a[row]! - column[row]!) ** 2)),
  };
  const variance =
    rows < 1
      ? Number.NaN
      : (compensatedSum(terms.squares) - compensatedSum(terms.sum) ** 2 / (2 * rows)) / (2 * rows - 1);
  const none = { inputs: ab.map(() => ({ first: null, total: null })), variance, rows, rowsUndefined };
  if (rows < 2 || !(variance > 0)) return none;
  const found = indicesOf(terms, variance, rows, null);
  const drawn = found.map(() => ({ first: [] as number[], total: [] as number[] }));
  const random = seededRandom(seed);
  const chosen = new Uint32Array(rows);
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < rows; i++) chosen[i] = random() * rows;
    const ofDraw = varianceOver(terms, chosen);
    if (!(ofDraw > 0)) continue;
    for (const [input, { first, total }] of indicesOf(terms, ofDraw, rows, chosen).entries()) {
      drawn[input]!.first.push(first);
      drawn[input]!.total.push(total);
    }
  }
  const withInterval = (value: number, values: readonly number[]): EstimateWithInterval => {
    const at = (probability: number) => {
      const end = quantile(values, probability);
      return end.ok ? end.value : value;
    };
    return { value, low: at((1 - level) / 2), high: at((1 + level) / 2) };
  };
  return {
    ...none,
    inputs: found.map(({ first, total }, i) => ({
      first: withInterval(first, drawn[i]!.first),
      total: withInterval(total, drawn[i]!.total),
    })),
  };
}

type Terms = {
  readonly sum: Float64Array;
  readonly squares: Float64Array;
  readonly first: readonly Float64Array[];
  readonly total: readonly Float64Array[];
};

function over(values: Float64Array, chosen: Uint32Array | null): number {
  if (chosen === null) return compensatedSum(values);
  let sum = 0;
  for (let i = 0; i < chosen.length; i++) sum += values[chosen[i]!]!;
  return sum;
}

function varianceOver({ sum, squares }: Terms, chosen: Uint32Array): number {
  const values = 2 * chosen.length;
  return (over(squares, chosen) - over(sum, chosen) ** 2 / values) / (values - 1);
}

const indicesOf = (terms: Terms, variance: number, rows: number, chosen: Uint32Array | null) =>
  terms.first.map((first, i) => ({
    first: 1 - over(first, chosen) / (2 * rows * variance),
    total: over(terms.total[i]!, chosen) / (2 * rows * variance),
  }));
