import { fail, ok, problem, type Result } from "#kernel";

/** The nine definitions of Hyndman and Fan, by their numbers. */
export const quantileTypes = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type QuantileType = (typeof quantileTypes)[number];

/**
 * The value below which a given share of the values lies, by one of the nine definitions in use.
 *
 * Meaning: with `n` sorted values the definitions differ in where between two of them the quantile falls.
 * Types 1 to 3 take a value that occurs (type 2 the mean of two at a jump, type 3 the nearest even place);
 * types 4 to 9 interpolate at the place `a + p·(n + 1 − a − b)`, counted from 1, with
 *
 * | type | 4 | 5 | 6 | 7 | 8 | 9 |
 * |---|---|---|---|---|---|---|
 * | a | 0 | 1/2 | 0 | 1 | 1/3 | 3/8 |
 * | b | 1 | 1/2 | 0 | 1 | 1/3 | 3/8 |
 *
 * Places below 1 give the lowest value, above n the highest. A place that misses a whole number by
 * rounding only (4·2⁻⁵² of the place) counts as that number: 0.07 of 100 values is the seventh, though the
 * product of the two doubles is a little more. R allows 4·2⁻⁵² whatever the place, and may differ there.
 *
 * Cost: one sort, O(n log n).
 *
 * @param values any one unit, in any order, finite; missing values are to be left out
 * @param probability between 0 and 1; 0.6 is the sixth decile
 * @param type definition by number; 7 by default, the usual one of spreadsheets and of R
 * @returns the quantile in the unit of the values, or the problem `statistics.no-values`,
 *   `statistics.value-not-finite` or `statistics.probability-out-of-range`
 * @limits Not for weighted samples: a survey quantile needs the design.
 * @limits With few values the definitions differ visibly; say which one was used.
 * @source Hyndman and Fan (1996), Sample Quantiles in Statistical Packages, The American Statistician 50(4)
 * @example
 * quantile([10, 30, 40, 50, 20], 0.75) // => { ok: true, value: 40 }
 * quantile([4, 1, 3, 2], 0.5, 1) // => { ok: true, value: 2 }
 */
export function quantile(
  values: readonly number[],
  probability: number,
  type: QuantileType = 7,
): Result<number> {
  if (!(probability >= 0 && probability <= 1))
    return fail(
      problem(
        "statistics.probability-out-of-range",
        `The probability of a quantile is ${probability}; it must lie between 0 and 1. Write 60 per cent as 0.6.`,
      ),
    );
  if (values.length === 0)
    return fail(
      problem("statistics.no-values", "There is no value to take a quantile of. Report it as missing."),
    );
  const wrong = values.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0)
    return fail(
      problem(
        "statistics.value-not-finite",
        `Value ${wrong + 1} of the quantile is ${values[wrong]}, not a finite number. Leave out missing values.`,
      ),
    );
  return ok(quantileOfSorted(Float64Array.from(values).sort(), probability, type));
}

/**
 * The quantile of values that are sorted, finite and at least one: `quantile` for those who take many of the
 * same values and have checked them.
 *
 * Cost: a few operations, whatever the number of values.
 *
 * @param sorted ascending, any one unit
 * @param probability between 0 and 1
 * @param type definition by number, as for `quantile`
 * @returns the quantile in the unit of the values
 * @limits Checks nothing: values that are not sorted give a number that is none.
 * @source Hyndman and Fan (1996), Sample Quantiles in Statistical Packages, The American Statistician 50(4)
 * @example
 * quantileOfSorted(Float64Array.of(1, 2, 3, 4), 0.5, 1) // => 2
 */
export function quantileOfSorted(sorted: Float64Array, probability: number, type: QuantileType): number {
  const at = (place: number) => sorted[Math.min(sorted.length, Math.max(1, place)) - 1]!;
  const place = placeOf(probability, sorted.length, type);
  const fuzz = fuzzShare * Math.max(1, Math.abs(place));
  const whole = Math.floor(place + fuzz);
  const beyond = place - whole;
  const isWhole = Math.abs(beyond) < fuzz;
  const lower = at(whole);
  const upper = at(whole + 1);
  switch (type) {
    case 1:
      return isWhole ? lower : upper;
    case 2:
      return isWhole ? (lower + upper) / 2 : upper;
    case 3:
      return isWhole && whole % 2 === 0 ? lower : upper;
    default:
      return isWhole ? lower : Math.min(upper, lower + beyond * (upper - lower));
  }
}

const fuzzShare = 4 * Number.EPSILON;

/** Where the quantile falls among `n` sorted values, counted from 1 and not yet held inside 1 to n. */
function placeOf(probability: number, n: number, type: QuantileType): number {
  if (type <= 2) return n * probability;
  if (type === 3) return n * probability - 0.5;
  // Type 7 keeps this form: 1 + (n − 1)·p is exact more often than a + p·(n + 1 − a − b).
  if (type === 7) return 1 + (n - 1) * probability;
  const [a, b] = { 4: [0, 1], 5: [0.5, 0.5], 6: [0, 0], 8: [1 / 3, 1 / 3], 9: [3 / 8, 3 / 8] }[type as 4] as [
    number,
    number,
  ];
  return a + probability * (n + 1 - a - b);
}
