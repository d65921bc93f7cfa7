import { compensatedSum } from "../compensated-sum.ts";

/** What is known of the values of a column that are there; NaN in the column stands for none. */
export type ColumnMoments = {
  /** Values that are there. */
  readonly n: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly mean: number;
  /** Divided by n − 1; NaN below two values. */
  readonly deviation: number;
  /** Adjusted for small samples; NaN below three values or without spread. */
  readonly skewness: number;
  /** Excess kurtosis, adjusted for small samples; NaN below four values or without spread. */
  readonly kurtosis: number;
};

/** The values of a column that are there, in their order. */
export const presentValues = (column: Float64Array): Float64Array =>
  column.filter((value) => !Number.isNaN(value));

/** How many values of a column are there, the lowest and the highest; NaN where there is none. */
export function columnExtremes(column: Float64Array): Pick<ColumnMoments, "n" | "minimum" | "maximum"> {
  let [n, minimum, maximum] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < column.length; i++) {
    const value = column[i]!;
    if (Number.isNaN(value)) continue;
    n += 1;
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  return n === 0 ? { n, minimum: Number.NaN, maximum: Number.NaN } : { n, minimum, maximum };
}

/**
 * Extremes, mean, deviation, skewness and kurtosis of the values of a column that are there.
 *
 * Formula, with d = x − mean: deviation √(Σd²/(n−1)); skewness √(n(n−1))/(n−2) · √n·Σd³/(Σd²)^1.5;
 * kurtosis ((n+1)(r−3)+6)(n−1)/((n−2)(n−3)) with r = n·Σd⁴/(Σd²)².
 *
 * Cost: three passes over the column.
 *
 * @param column any one unit; NaN where there is no value
 * @returns all NaN and n = 0 for a column without values
 * @limits Says nothing of a column of fewer than four values.
 * @source Joanes and Gill (1998), Comparing measures of sample skewness and kurtosis, The Statistician 47(1):
 *   the measures called G1 and G2
 * @example
 * columnMoments(Float64Array.of(1, 2, 3, 10)).mean // => 4
 */
export function columnMoments(column: Float64Array): ColumnMoments {
  const { n, minimum, maximum } = columnExtremes(column);
  const nothing = Number.NaN;
  if (n === 0)
    return {
      n,
      minimum: nothing,
      maximum: nothing,
      mean: nothing,
      deviation: nothing,
      skewness: nothing,
      kurtosis: nothing,
    };
  const values = n === column.length ? column : presentValues(column);
  const mean = compensatedSum(values) / n;
  // One array for the deviations and one for their powers: an array a power costs more than the sums.
  const deviations = values.map((value) => value - mean);
  const powers = deviations.map((deviation) => deviation * deviation);
  const second = compensatedSum(powers);
  const hasSpread = maximum > minimum;
  const deviation = n < 2 ? nothing : Math.sqrt(second / (n - 1));
  const raised = () => {
    for (let i = 0; i < n; i++) powers[i]! *= deviations[i]!;
    return compensatedSum(powers);
  };
  const skewness =
    n < 3 || !hasSpread
      ? nothing
      : ((Math.sqrt(n) * raised()) / (second * Math.sqrt(second))) * (Math.sqrt(n * (n - 1)) / (n - 2));
  const fourth = n < 4 || !hasSpread ? nothing : (n * raised()) / (second * second);
  const kurtosis = (((n + 1) * (fourth - 3) + 6) * (n - 1)) / ((n - 2) * (n - 3));
  return { n, minimum, maximum, mean, deviation, skewness, kurtosis: n < 4 ? nothing : kurtosis };
}
