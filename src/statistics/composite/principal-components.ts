import { compensatedSum } from "../compensated-sum.ts";
import { rotateToDiagonal } from "../rotate-to-diagonal.ts";
import { columnMoments } from "./column-moments.ts";

export type PrincipalComponents = {
  /** Shares of the whole variance, largest first; they sum to 1. */
  readonly shares: readonly number[];
  /** Loadings of the columns, by component; each has length 1 and its largest entry above 0. */
  readonly loadings: readonly (readonly number[])[];
  /** Rows without a gap, on which the components rest. */
  readonly rows: number;
};

/**
 * Principal components of columns, over the rows that have a value in each.
 *
 * Meaning: the directions in which the rows vary most, from the correlations of the columns (or from their
 * covariances), each a weight for every column. The sign of a component is free; here the entry that is
 * largest in size is above 0.
 *
 * Formula: the symmetric matrix is turned by Jacobi rotations until nothing is left off its diagonal.
 *
 * Cost: columns² × rows, then about 10 × columns³.
 *
 * @param columns of one length
 * @param from `correlations` puts every column on the same footing; `covariances` keeps their units
 * @returns `null` for fewer than two whole rows, or a column that does not vary among them
 * @limits As weights, loadings say what moves together, not what matters; they can be below 0.
 * @source Jolliffe (2002), Principal Component Analysis; Golub and Van Loan, Matrix Computations, section 8.5
 * @example
 * principalComponents([Float64Array.of(1, 2, 3), Float64Array.of(3, 6, 9)])?.shares[0] // => 1
 */
export function principalComponents(
  columns: readonly Float64Array[],
  from: "correlations" | "covariances" = "correlations",
): PrincipalComponents | null {
  const whole: number[] = [];
  for (let row = 0; row < (columns[0]?.length ?? 0); row++)
    if (columns.every((column) => !Number.isNaN(column[row]!))) whole.push(row);
  if (whole.length < 2) return null;
  const centred = columns.map((column) => {
    const values = Float64Array.from(whole, (row) => column[row]!);
    const { mean, deviation, minimum, maximum } = columnMoments(values);
    // The mean of equal values can miss them in the last bit; that is no direction to vary in.
    if (minimum === maximum) return values.fill(Number.NaN);
    return values.map((value) => (value - mean) / (from === "correlations" ? deviation : 1));
  });
  if (centred.some((column) => column.some(Number.isNaN))) return null;
  const matrix = centred.map((a) =>
    Float64Array.from(
      centred,
      (b) => compensatedSum(a.map((value, i) => value * b[i]!)) / (whole.length - 1),
    ),
  );
  const vectors = rotateToDiagonal(matrix);
  const order = [...matrix.keys()].sort((a, b) => matrix[b]![b]! - matrix[a]![a]! || a - b);
  const total = compensatedSum(order.map((i) => matrix[i]![i]!));
  return {
    shares: order.map((i) => matrix[i]![i]! / total),
    loadings: order.map((i) => {
      const loading = vectors.map((row) => row[i]!);
      const largest = loading.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
      return loading.map((value) => (largest < 0 ? -value : value));
    }),
    rows: whole.length,
  };
}
