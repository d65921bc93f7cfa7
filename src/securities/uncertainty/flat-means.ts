// Weighted means of columns, part by part, into sums that are used again. The same means as
// `aggregateColumns`; shifted values: M(x + s) − s.

import type { Aggregation } from "#statistics";

/** Running sums by cell. */
export type MeanSums = {
  readonly sums: Float64Array;
  readonly totals: Float64Array;
  /** Parts that have a value: indicators count 1, sub-indexes 65,536. */
  readonly there: Int32Array;
};

export const subIndexMark = 65_536;

export const meanSums = (cells: number): MeanSums => ({
  sums: new Float64Array(cells),
  totals: new Float64Array(cells),
  there: new Int32Array(cells),
});

export function clearSums({ sums, totals, there }: MeanSums): void {
  sums.fill(0);
  totals.fill(0);
  there.fill(0);
}

/** Medians and Copeland scores are no sums. */
export const isMeanOfSums = ({ method }: Aggregation): boolean =>
  method !== "median" && method !== "copeland";

/** Means that need values above 0. */
export const needsPositive = (aggregation: Aggregation): boolean =>
  aggregation.method === "geometric" ||
  aggregation.method === "harmonic" ||
  (aggregation.method === "power" && aggregation.power !== 1);

/**
 * Adds one part. A value that forbids the mean makes the sum of its cell NaN.
 *
 * @param logs logarithms of the shifted values, where they are known
 */
export function addPart(
  into: MeanSums,
  aggregation: Aggregation,
  column: Float64Array,
  logs: Float64Array | null,
  weight: number,
  shift: number,
  mark: number,
): void {
  const { sums, totals, there } = into;
  const cells = sums.length;
  const power = aggregation.method === "power" ? aggregation.power : 1;
  const isGeometric = aggregation.method === "geometric" || power === 0;
  for (let cell = 0; cell < cells; cell++) {
    const value = column[cell]!;
    if (Number.isNaN(value)) continue;
    there[cell]! += mark;
    totals[cell]! += weight;
  }
  if (isGeometric && logs) {
    for (let cell = 0; cell < cells; cell++)
      if (!Number.isNaN(column[cell]!)) sums[cell]! += weight * logs[cell]!;
  } else if (isGeometric) {
    for (let cell = 0; cell < cells; cell++)
      if (!Number.isNaN(column[cell]!)) sums[cell]! += weight * Math.log(column[cell]! + shift);
  } else if (aggregation.method === "harmonic") {
    for (let cell = 0; cell < cells; cell++) {
      const value = column[cell]! + shift;
      if (!Number.isNaN(value)) sums[cell]! += value > 0 ? weight / value : Number.NaN;
    }
  } else if (aggregation.method === "power") {
    for (let cell = 0; cell < cells; cell++) {
      const value = column[cell]! + shift;
      if (Number.isNaN(value)) continue;
      const isDefined = value > 0 || (value === 0 && power > 0);
      sums[cell]! += isDefined ? weight * value ** power : Number.NaN;
    }
  } else {
    for (let cell = 0; cell < cells; cell++)
      if (!Number.isNaN(column[cell]!)) sums[cell]! += weight * column[cell]!;
  }
}

/** The mean of the parts added to a cell, not yet shifted back; not finite where it is not defined. */
export function meanOfSums({ sums, totals }: MeanSums, aggregation: Aggregation, cell: number): number {
  const mean = sums[cell]! / totals[cell]!;
  switch (aggregation.method) {
    case "geometric":
      return Math.exp(mean);
    case "harmonic":
      return 1 / mean;
    case "power":
      return aggregation.power === 0 ? Math.exp(mean) : mean ** (1 / aggregation.power);
    default:
      return mean;
  }
}
