import { minMaxNormalise } from "../min-max-normalise.ts";
import { columnExtremes, columnMoments } from "./column-moments.ts";

export const normalisationMethods = [
  "min-max",
  "z-score",
  "scaled",
  "rank",
  "borda",
  "percentile-rank",
  "fraction-of-maximum",
  "distance-to-maximum",
  "distance-to-reference",
  "distance-to-target",
  "goalposts",
] as const;
export type NormalisationMethod = (typeof normalisationMethods)[number];

/** How values of different units are laid on one scale. */
export type Normalisation =
  | { readonly method: "min-max"; readonly low: number; readonly high: number }
  | { readonly method: "z-score"; readonly mean: number; readonly deviation: number }
  /** The fixed range `from` to `to` is laid on 0 to 100, whatever the values are. */
  | { readonly method: "scaled"; readonly from: number; readonly to: number }
  | { readonly method: "rank" | "borda" | "percentile-rank" | "fraction-of-maximum" | "distance-to-maximum" }
  /** `reference`: the value that counts as 1; NaN where the unit it is taken from has none. */
  | { readonly method: "distance-to-reference"; readonly reference: number; readonly cap: boolean }
  | { readonly method: "distance-to-target"; readonly target: number; readonly cap: boolean }
  | {
      readonly method: "goalposts";
      readonly from: number;
      readonly to: number;
      readonly scale: number;
      readonly truncate: boolean;
    };

/** Why a column cannot be laid on a scale at all. */
export type NoScale =
  | "no-values"
  | "constant"
  | "maximum-not-positive"
  | "direction-without-meaning"
  | "reference-missing"
  | "reference-at-worst"
  | "range-empty";

export type NormalisedColumn =
  | { readonly ok: true; readonly values: Float64Array }
  | { readonly ok: false; readonly reason: NoScale };

/**
 * A column laid on a scale, relative to a reference set of values.
 *
 * Formulas, for direction 1, with min, max, mean and deviation of the reference values:
 *
 * | method | value |
 * |---|---|
 * | min-max | low + (high − low)·(x − min)/(max − min) |
 * | z-score | mean' + deviation'·(x − mean)/deviation |
 * | scaled | 100·(x − from)/(to − from) |
 * | rank | 1 + reference values below x |
 * | borda | reference values below x |
 * | percentile-rank | reference values below x, divided by their number less one |
 * | fraction-of-maximum | x/max |
 * | distance-to-maximum | 1 − (max − x)/(max − min) |
 * | distance-to-reference | 1 − (r − x)/(r − min), r the value of the reference unit |
 * | distance-to-target | 1 − (target − x)/(target − min) |
 * | goalposts | scale·(x − from)/(to − from), cut off at the posts where asked for |
 *
 * With direction −1 values are turned round first: x and what it is compared with change their sign; for
 * scaled and goalposts (to − x)/(to − from). A fraction of the maximum has no such turn and is refused.
 *
 * Cost: one or two passes over the column; rank methods one sort, O(n log n). The input is not changed.
 *
 * @param column any one unit; NaN where there is no value, and NaN again in the answer
 * @param normalisation method with its parameters
 * @param options `direction` 1 or −1; `reference`: the values that minimum, mean and ranks are taken from,
 *   default the column itself
 * @returns the column on the scale, or the reason why there is none
 * @limits All methods but scaled and goalposts are relative to the reference set.
 * @limits A value outside the reference falls outside the scale; nothing is cut off unless asked for.
 * @source OECD/JRC (2008), Handbook on Constructing Composite Indicators, section 5
 * @example
 * Array.from(normaliseColumn(Float64Array.of(3, 1, 2), { method: "borda" }).values) // => [2, 0, 1]
 */
export function normaliseColumn(
  column: Float64Array,
  normalisation: Normalisation,
  options: { readonly direction?: 1 | -1; readonly reference?: Float64Array } = {},
): NormalisedColumn {
  const direction = options.direction ?? 1;
  const reference = options.reference ?? column;
  const { n, minimum, maximum } = columnExtremes(reference);
  if (n === 0) return { ok: false, reason: "no-values" };
  const isConstant = minimum === maximum;
  const each = (formula: (value: number) => number): NormalisedColumn => ({
    ok: true,
    values: column.map((value) => (Number.isNaN(value) ? value : formula(value))),
  });
  /** Distance to a good value from the worst one of the reference, as a share of the way. */
  const towards = (good: number, cap: boolean): NormalisedColumn => {
    const [best, worst] = [good * direction, direction === 1 ? minimum : -maximum];
    if (Number.isNaN(good)) return { ok: false, reason: "reference-missing" };
    if (best === worst) return { ok: false, reason: "reference-at-worst" };
    return each((value) => {
      const share = 1 - (best - value * direction) / (best - worst);
      return cap && share > 1 ? 1 : share;
    });
  };

  switch (normalisation.method) {
    case "min-max": {
      const scale = { low: normalisation.low, high: normalisation.high, direction };
      if (isConstant) return { ok: false, reason: "constant" };
      return each((value) => minMaxNormalise(value, minimum, maximum, scale)!);
    }
    case "z-score": {
      if (isConstant) return { ok: false, reason: "constant" };
      const { mean, deviation } = columnMoments(reference);
      return each(
        (value) => ((direction * (value - mean)) / deviation) * normalisation.deviation + normalisation.mean,
      );
    }
    case "scaled": {
      const { from, to } = normalisation;
      if (from === to) return { ok: false, reason: "range-empty" };
      return each((value) => ((direction === 1 ? value - from : to - value) / (to - from)) * 100);
    }
    case "goalposts": {
      const { from, to, scale, truncate } = normalisation;
      if (from === to) return { ok: false, reason: "range-empty" };
      return each((value) => {
        const share = (direction === 1 ? value - from : to - value) / (to - from);
        return (truncate ? Math.min(1, Math.max(0, share)) : share) * scale;
      });
    }
    case "rank":
    case "borda":
    case "percentile-rank": {
      if (isConstant) return { ok: false, reason: "constant" };
      const below = countsBelow(reference, direction);
      if (normalisation.method === "rank") return each((value) => below(value) + 1);
      const whole = normalisation.method === "borda" ? 1 : n - 1;
      return each((value) => below(value) / whole);
    }
    case "fraction-of-maximum":
      if (direction === -1) return { ok: false, reason: "direction-without-meaning" };
      if (!(maximum > 0)) return { ok: false, reason: "maximum-not-positive" };
      return each((value) => value / maximum);
    case "distance-to-maximum":
      if (isConstant) return { ok: false, reason: "constant" };
      return towards(direction === 1 ? maximum : minimum, false);
    case "distance-to-reference":
      return towards(normalisation.reference, normalisation.cap);
    case "distance-to-target":
      // The worst value is one end of the scale: where all are the same there is no way to go a share of.
      if (isConstant) return { ok: false, reason: "constant" };
      return towards(normalisation.target, normalisation.cap);
  }
}

/** How many reference values are worse than a value: below it, or above it where less is better. */
function countsBelow(reference: Float64Array, direction: 1 | -1): (value: number) => number {
  const sorted = reference.filter((value) => !Number.isNaN(value));
  if (direction === -1) for (const [i, value] of sorted.entries()) sorted[i] = -value;
  sorted.sort();
  return (value) => {
    let [from, to] = [0, sorted.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (sorted[middle]! < value * direction) from = middle + 1;
      else to = middle;
    }
    return from;
  };
}
