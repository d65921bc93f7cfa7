// Incomes in ascending order with their weights, and what poverty and inequality measures read off them: shares
// below a value, quantiles, and the density that turns errors of shares into errors of values.

import { orderByValue } from "./order-by-value.ts";
import { type WeightedOrder, weightedQuantile } from "./weighted-quantile.ts";

/** Incomes in ascending order; all weights are above 0. */
export type Incomes = WeightedOrder & {
  /** Row of each income. */
  readonly rows: Int32Array;
  /** Sum of the weights. */
  readonly weight: number;
};

/** All rows with an income and a weight, in ascending order of the income. */
export function rowsInOrder(values: Float64Array, weights: Float64Array): Int32Array {
  const rows = new Int32Array(values.length);
  let taken = 0;
  for (let row = 0; row < values.length; row++)
    if (weights[row]! > 0 && !Number.isNaN(values[row]!)) rows[taken++] = row;
  return orderByValue(values, rows.subarray(0, taken));
}

/** Rows parted by domain, in the order they came in; those with a code of −1 are left out. */
export function partedByDomain(order: Int32Array, codes: Int32Array, count: number): readonly Int32Array[] {
  const sizes = new Int32Array(count);
  for (const row of order) if (codes[row]! >= 0) sizes[codes[row]!]! += 1;
  const parts = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  for (const row of order) {
    const code = codes[row]!;
    if (code >= 0) parts[code]![sizes[code]!++] = row;
  }
  return parts;
}

/**
 * The incomes of rows that stand in ascending order. Rows with a weight of 0, as a replicate has them, are left
 * out. Cost: one pass.
 */
export function incomesOf(values: Float64Array, weights: Float64Array, sorted: Int32Array): Incomes {
  let taken = 0;
  for (let at = 0; at < sorted.length; at++) if (weights[sorted[at]!]! > 0) taken += 1;
  const rows = new Int32Array(taken);
  const of = { values: new Float64Array(taken), weights: new Float64Array(taken) };
  const cumulated = new Float64Array(taken);
  let sum = 0;
  let lost = 0;
  let at = 0;
  for (let place = 0; place < sorted.length; place++) {
    const row = sorted[place]!;
    const weight = weights[row]!;
    if (!(weight > 0)) continue;
    rows[at] = row;
    of.values[at] = values[row]!;
    of.weights[at] = weight;
    // Kahan's sum: a share that is reached exactly must not be missed by what rounding lost.
    const added = weight - lost;
    const next = sum + added;
    lost = next - sum - added;
    sum = next;
    cumulated[at++] = sum;
  }
  return { ...of, cumulated, rows, weight: sum };
}

/** Number of incomes below a value, or up to and with it. */
export function placesBelow({ values }: Incomes, value: number, orEqual = false): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < value || (orEqual && values[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Weight of the first incomes. */
export const weightOfFirst = ({ cumulated }: Incomes, places: number): number =>
  places === 0 ? 0 : cumulated[places - 1]!;

/** The first incomes by themselves. */
export const firstIncomes = (incomes: Incomes, places: number): Incomes => ({
  values: incomes.values.subarray(0, places),
  weights: incomes.weights.subarray(0, places),
  cumulated: incomes.cumulated.subarray(0, places),
  rows: incomes.rows.subarray(0, places),
  weight: weightOfFirst(incomes, places),
});

/** Quantile by the rule of these measures: the mean of two incomes where the share is reached exactly. */
export const incomeQuantile = (incomes: Incomes, p: number): number => weightedQuantile(incomes, p, "school");

/** Sum of weight × income. */
export function incomeTotal({ values, weights }: Incomes): number {
  let total = 0;
  for (let at = 0; at < values.length; at++) total += weights[at]! * values[at]!;
  return total;
}

/**
 * How wide a density is smoothed: `0.9 · min(s, q / 1.349) · n^(−1/3)`, s being the standard deviation, q the
 * distance between the quartiles and n the effective number of cases (Σw)² / Σw².
 *
 * Meaning: a density that is to look well is smoothed with n^(−1/5); for the error of a quantile the slope of
 * the distribution over about that error is wanted, which is narrower. n is that of the sample: with the size of
 * the population in its place, as some programs have it, weights counted in thousands would change the error.
 *
 * @returns in the unit of income; 0 where all incomes are equal
 * @source Silverman (1986), Density Estimation for Statistics and Data Analysis, section 3.4.2, for the spread; Hall
 *   and Sheather (1988), Journal of the Royal Statistical Society B 50(3), for the rate; Kish (1992) for n
 */
export function densityBandwidth(incomes: Incomes): number {
  const { values, weights, weight } = incomes;
  const mean = incomeTotal(incomes) / weight;
  let squares = 0;
  let ofWeights = 0;
  for (let at = 0; at < values.length; at++) {
    const apart = values[at]! - mean;
    squares += weights[at]! * apart * apart;
    ofWeights += weights[at]! * weights[at]!;
  }
  const deviation = Math.sqrt(squares / weight);
  const quartiles = (incomeQuantile(incomes, 0.75) - incomeQuantile(incomes, 0.25)) / 1.349;
  const spread = quartiles > 0 ? Math.min(deviation, quartiles) : deviation;
  return 0.9 * spread * ((weight * weight) / ofWeights) ** (-1 / 3);
}

/** Beyond so many bandwidths the kernel adds nothing that a number could show. */
const farthest = 8;

/**
 * Share of the weight per unit of income at a value, smoothed by a Gaussian kernel.
 *
 * @returns 0 without a bandwidth: equal incomes do not move with small changes of the weights
 */
export function densityAt(incomes: Incomes, bandwidth: number, value: number): number {
  if (!(bandwidth > 0)) return 0;
  const { values, weights, weight } = incomes;
  const to = placesBelow(incomes, value + farthest * bandwidth, true);
  let sum = 0;
  for (let at = placesBelow(incomes, value - farthest * bandwidth); at < to; at++) {
    const apart = (values[at]! - value) / bandwidth;
    sum += weights[at]! * Math.exp(-0.5 * apart * apart);
  }
  return sum / (weight * bandwidth * Math.sqrt(2 * Math.PI));
}

/**
 * What each income adds to a quantile: `(F − 1[y ≤ q]) / (f · N)`, F being the share up to the quantile; 0
 * where the density f is.
 *
 * @param add called with place among the incomes and influence
 * @source Deville (1999), Variance estimation for complex statistics and estimators, Survey Methodology 25
 */
export function quantileInfluences(
  incomes: Incomes,
  quantile: number,
  density: number,
  add: (at: number, influence: number) => void,
): void {
  if (!(density > 0)) return;
  const upTo = placesBelow(incomes, quantile, true);
  const share = weightOfFirst(incomes, upTo) / incomes.weight;
  const factor = 1 / (density * incomes.weight);
  for (let at = 0; at < incomes.values.length; at++) add(at, (share - (at < upTo ? 1 : 0)) * factor);
}
