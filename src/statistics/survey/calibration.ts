import { choleskyFactor, solveFactored } from "./symmetric-systems.ts";

/**
 * What weights were calibrated to: columns whose totals are known. The error of an estimate is then that of
 * what the columns leave unexplained.
 */
export type Calibration = {
  readonly columns: readonly Float64Array[];
  /** Weights of the regression on the columns. */
  readonly weights: Float64Array;
  /** Factor of the columns' weighted cross products. */
  readonly factor: Float64Array;
};

/**
 * A calibration from columns, of which those that follow from the ones before are left out.
 *
 * @param weights of the regression: those the sample was drawn with
 */
export function calibrationOn(columns: readonly Float64Array[], weights: Float64Array): Calibration {
  const size = columns.length;
  const products = crossProducts(columns, weights);
  let kept: readonly number[] = [];
  let factor: Float64Array = new Float64Array(0);
  for (let column = 0; column < size; column++) {
    const tried = [...kept, column];
    const found = choleskyFactor(
      Float64Array.from(tried.flatMap((i) => tried.map((j) => products[i * size + j]!))),
      tried.length,
    );
    if (found === null) continue;
    kept = tried;
    factor = found;
  }
  return { columns: kept.map((column) => columns[column]!), weights, factor };
}

/** Weighted cross products of columns. */
export function crossProducts(columns: readonly Float64Array[], weights: Float64Array): Float64Array {
  const size = columns.length;
  const products = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      const [a, b] = [columns[i]!, columns[j]!];
      for (let row = 0; row < weights.length; row++) sum += weights[row]! * a[row]! * b[row]!;
      products[i * size + j] = sum;
      products[j * size + i] = sum;
    }
  return products;
}

/**
 * What the calibration's columns leave unexplained of an influence.
 *
 * @source Deville and Särndal (1992), Calibration estimators in survey sampling, JASA 87
 */
export function unexplained(
  { columns, weights, factor }: Calibration,
  influence: Float64Array,
): Float64Array {
  const size = columns.length;
  const right = Float64Array.from(columns, (column) => {
    let sum = 0;
    for (let row = 0; row < column.length; row++) sum += weights[row]! * column[row]! * influence[row]!;
    return sum;
  });
  const slopes = solveFactored(factor, size, right, 1);
  const rest = influence.slice();
  for (const [j, column] of columns.entries())
    for (let row = 0; row < rest.length; row++) rest[row]! -= slopes[j]! * column[row]!;
  return rest;
}
