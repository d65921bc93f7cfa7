import { compensatedSum } from "../compensated-sum.ts";

/**
 * Covariance of two columns over the cells in which both have a value, divided by n − 1.
 *
 * @param a any one unit; NaN where there is no value
 * @param b of the same length, any one unit
 * @returns in the product of both units; NaN for fewer than two such cells
 * @limits Pairs of columns may rest on different cells; a matrix of such figures need not be one of any data.
 * @source textbook definition
 * @example
 * covariance(Float64Array.of(1, 2, 3), Float64Array.of(2, 4, 6)) // => 2
 */
export function covariance(a: Float64Array, b: Float64Array): number {
  return jointMoments(a, b).ab;
}

/**
 * Pearson's correlation of two columns over the cells in which both have a value.
 *
 * @param a any one unit; NaN where there is no value
 * @param b of the same length, any one unit
 * @returns between −1 and 1; NaN for fewer than two such cells, or where one column does not vary
 * @limits Sees straight lines only.
 * @source textbook definition
 * @example
 * correlation(Float64Array.of(1, 2, 3), Float64Array.of(2, 4, 6)) // => 1
 */
export function correlation(a: Float64Array, b: Float64Array): number {
  const { aa, bb, ab } = jointMoments(a, b);
  return aa > 0 && bb > 0 ? Math.max(-1, Math.min(1, ab / Math.sqrt(aa * bb))) : Number.NaN;
}

function jointMoments(a: Float64Array, b: Float64Array): { aa: number; bb: number; ab: number } {
  const both: number[] = [];
  for (let i = 0; i < a.length; i++) if (!Number.isNaN(a[i]!) && !Number.isNaN(b[i]!)) both.push(i);
  const n = both.length;
  if (n < 2) return { aa: Number.NaN, bb: Number.NaN, ab: Number.NaN };
  const mean = (column: Float64Array) => compensatedSum(both.map((i) => column[i]!)) / n;
  const [meanA, meanB] = [mean(a), mean(b)];
  // The mean of equal values can miss them in the last bit; what is left then is no variation.
  const varies = (column: Float64Array) => both.some((i) => column[i] !== column[both[0]!]);
  const [variesA, variesB] = [varies(a), varies(b)];
  const product = (x: Float64Array, meanX: number, y: Float64Array, meanY: number, isVaried: boolean) =>
    isVaried ? compensatedSum(both.map((i) => (x[i]! - meanX) * (y[i]! - meanY))) / (n - 1) : 0;
  return {
    aa: product(a, meanA, a, meanA, variesA),
    bb: product(b, meanB, b, meanB, variesB),
    ab: product(a, meanA, b, meanB, variesA && variesB),
  };
}

/**
 * Cronbach's alpha: how far columns measure one thing, from the mean of their covariances.
 *
 * Formula: k²·c̄/S, with c̄ the mean covariance of two different columns and S the sum of the whole
 * covariance matrix, covariances over the cells that both columns have.
 *
 * Cost: columns² × cells.
 *
 * @param columns at least two, of one length
 * @returns at most 1, and below 0 where columns move against each other; NaN where it is not defined: one
 *   column, two columns without two shared cells, or nothing that varies
 * @limits Grows with the number of columns; high does not mean that the columns measure what is meant.
 * @source Cronbach (1951), Coefficient alpha and the internal structure of tests, Psychometrika 16
 * @example
 * cronbachAlpha([Float64Array.of(1, 2, 3), Float64Array.of(1, 2, 3)]) // => 1
 */
export function cronbachAlpha(columns: readonly Float64Array[]): number {
  const k = columns.length;
  const covariances = columns.flatMap((a, i) =>
    columns.map((b, j) => ({ same: i === j, value: covariance(a, b) })),
  );
  const sum = (which: readonly { value: number }[]) => compensatedSum(which.map(({ value }) => value));
  const whole = sum(covariances);
  const others = sum(covariances.filter(({ same }) => !same)) / (k * (k - 1));
  return k < 2 || whole === 0 ? Number.NaN : (k * k * others) / whole;
}
