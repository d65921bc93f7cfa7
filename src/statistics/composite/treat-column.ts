import { columnExtremes, columnMoments } from "./column-moments.ts";

/** When a column counts as having outliers: skewness and kurtosis both beyond their limits. */
export type OutlierLimits = { readonly skewness: number; readonly kurtosis: number };

/** The usual limits of composite indicators. */
export const usualOutlierLimits: OutlierLimits = { skewness: 2, kurtosis: 3.5 };

export type Transformation =
  | { readonly method: "log-ct" | "log-gii" }
  | { readonly method: "box-cox"; readonly lambda: number };

export type Treatment = {
  readonly limits: OutlierLimits;
  /** Values that may be drawn in at most; 0: none. */
  readonly winsoriseAtMost: number;
  /** What is done with the untreated column where drawing values in is not enough; `null`: nothing. */
  readonly otherwise: Transformation | null;
};

export type TreatedColumn = {
  readonly values: Float64Array;
  /** What was done to the column as a whole. */
  readonly done: "none" | "winsorised" | Transformation["method"];
  /** Places of the values that were drawn in. */
  readonly drawnIn: readonly number[];
  /** Whether the limits hold now. */
  readonly withinLimits: boolean;
};

/**
 * Whether a column keeps within the limits of outliers: skewness or kurtosis below its limit.
 *
 * @param column any one unit; NaN where there is no value
 * @param limits of skewness, whose sign does not matter, and of kurtosis
 * @returns true too for fewer than four values, or without spread
 * @limits Sees the shape of the whole column, and no single value.
 * @source OECD/JRC (2008), Handbook on Constructing Composite Indicators
 * @example
 * isWithinLimits(Float64Array.of(1, 2, 3, 4, 5), { skewness: 2, kurtosis: 3.5 }) // => true
 */
export function isWithinLimits(column: Float64Array, { skewness, kurtosis }: OutlierLimits): boolean {
  const moments = columnMoments(column);
  return !(Math.abs(moments.skewness) >= skewness && moments.kurtosis >= kurtosis);
}

/**
 * A column whose extreme values are drawn in one after another until skewness or kurtosis keeps its limit.
 *
 * Meaning: with a skewness above 0 the highest value becomes the next lower one, else the lowest the next
 * higher one; values that tie move together, and a value moved again is counted once.
 *
 * Cost: one pass for each step.
 *
 * @param atMost steps stop once so many values have been moved
 * @returns a new column and the places moved
 * @limits Changes the data: report which values were moved, and the rank without it.
 * @source OECD/JRC (2008), Handbook on Constructing Composite Indicators; limits 2 and 3.5 after the Global
 *   Innovation Index
 * @example
 * winsoriseColumn(Float64Array.of(1, 2, 3, 4, 5, 100), usualOutlierLimits, 5).values[5] // => 5
 */
export function winsoriseColumn(
  column: Float64Array,
  limits: OutlierLimits,
  atMost: number,
): { readonly values: Float64Array; readonly drawnIn: readonly number[] } {
  const values = column.slice();
  const moved = { high: [] as number[], low: [] as number[] };
  while (moved.high.length + moved.low.length < atMost && !isWithinLimits(values, limits)) {
    const { skewness, minimum, maximum } = columnMoments(values);
    const isHigh = skewness >= 0;
    const edge = isHigh ? maximum : minimum;
    const places: number[] = [];
    let next = isHigh ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    for (const [place, value] of values.entries()) {
      if (value === edge) places.push(place);
      else if (!Number.isNaN(value)) next = isHigh ? Math.max(next, value) : Math.min(next, value);
    }
    for (const place of places) values[place] = next;
    moved[isHigh ? "high" : "low"] = places;
  }
  return { values, drawnIn: [...new Set([...moved.high, ...moved.low])].sort((a, b) => a - b) };
}

/**
 * A column on a scale that draws long tails in.
 *
 * Formulas: log-ct ln(x − min + (max − min)/100); log-gii ln((max − 1)(x − min)/(max − min) + 1), which
 * needs a maximum above 1; box-cox ((x − min + 1)^λ − 1)/λ, ln for λ = 0. The order of values is kept.
 *
 * @param column gives minimum and maximum
 * @param applyTo the values that are transformed, where not the same; NaN where the formula has no value
 * @limits Equal steps of a value count less and less; the scores are no longer in its unit.
 * @returns the column, or `null` where the formula does not hold (no spread; log-gii with a maximum of at
 *   most 1, under which it would turn the order round)
 * @source Becker and others (2022), COINr, Journal of Open Source Software 7(78), for the three formulas
 * @example
 * transformColumn(Float64Array.of(0, 3), { method: "box-cox", lambda: 0 })?.[1] === Math.log(4) // => true
 */
export function transformColumn(
  column: Float64Array,
  transformation: Transformation,
  applyTo: Float64Array = column,
): Float64Array | null {
  const { minimum, maximum } = columnExtremes(column);
  const range = maximum - minimum;
  if (!(range > 0)) return null;
  switch (transformation.method) {
    case "log-ct":
      return applyTo.map((value) => Math.log(value - minimum + 0.01 * range));
    case "log-gii":
      if (!(maximum > 1)) return null;
      return applyTo.map((value) => Math.log(((maximum - 1) * (value - minimum)) / range + 1));
    case "box-cox": {
      const { lambda } = transformation;
      return applyTo.map((value) =>
        lambda === 0 ? Math.log(value - minimum + 1) : ((value - minimum + 1) ** lambda - 1) / lambda,
      );
    }
  }
}

/**
 * A column treated for outliers where its skewness and kurtosis are beyond their limits: extreme values are
 * drawn in; where the most allowed is not enough, the untreated column is transformed instead.
 *
 * @param column any one unit; NaN where there is no value
 * @param treatment limits, how many values may be drawn in, and what is done where that is not enough
 * @returns the column, what was done to it, which values were drawn in, and whether the limits hold now
 * @limits Treats each column by itself and knows nothing of why a value is extreme.
 * @source OECD/JRC (2008), Handbook on Constructing Composite Indicators; Becker and others (2022), COINr
 * @example
 * treatColumn(Float64Array.of(1, 2, 3), { limits: usualOutlierLimits, winsoriseAtMost: 5, otherwise: null }).done
 * // => "none"
 */
export function treatColumn(column: Float64Array, treatment: Treatment): TreatedColumn {
  const { limits, winsoriseAtMost, otherwise } = treatment;
  if (isWithinLimits(column, limits))
    return { values: column, done: "none", drawnIn: [], withinLimits: true };
  const { values, drawnIn } = winsoriseColumn(column, limits, winsoriseAtMost);
  if (drawnIn.length > 0 && (isWithinLimits(values, limits) || otherwise === null))
    return { values, done: "winsorised", drawnIn, withinLimits: isWithinLimits(values, limits) };
  const transformed = otherwise && transformColumn(column, otherwise);
  if (!otherwise || !transformed) return { values: column, done: "none", drawnIn: [], withinLimits: false };
  return {
    values: transformed,
    done: otherwise.method,
    drawnIn: [],
    withinLimits: isWithinLimits(transformed, limits),
  };
}
