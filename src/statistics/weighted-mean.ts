import { fail, ok, problem, type Result } from "#kernel";
import { compensatedSum } from "./compensated-sum.ts";

/**
 * The mean in which each value counts as often as its weight says.
 *
 * Formula: `Σ wᵢxᵢ / Σ wᵢ`, sums compensated and taken in the order given; the result is held between the
 * lowest and the highest value that carries weight, so that equal values give that value exactly.
 *
 * @param values any one unit, finite; missing values are to be left out together with their weights
 * @param weights one per value, at least 0, not all 0; only their proportions matter
 * @returns the mean in the unit of the values, or the problem `statistics.no-values`,
 *   `statistics.lengths-differ`, `statistics.value-not-finite` or `statistics.weights-invalid`
 * @limits A low value can be made up for by a high one; where that is not meant, do not use a mean.
 * @source methods 2, steps 2 and 4
 * @example
 * weightedMean([1, 1, 0.875], [1, 1, 2]) // => { ok: true, value: 0.9375 }
 */
export function weightedMean(values: readonly number[], weights: readonly number[]): Result<number> {
  if (values.length !== weights.length)
    return fail(
      problem(
        "statistics.lengths-differ",
        `${values.length} values have ${weights.length} weights. A weighted mean needs one weight for each value; leave out missing values together with their weights.`,
      ),
    );
  if (values.length === 0)
    return fail(
      problem("statistics.no-values", "There is no value to take a mean of. Report the mean as missing."),
    );
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const [position, value] of values.entries()) {
    const weight = weights[position]!;
    if (!Number.isFinite(value))
      return fail(
        problem(
          "statistics.value-not-finite",
          `Value ${position + 1} of the mean is ${value}, not a finite number. Leave out missing values together with their weights.`,
        ),
      );
    if (!(weight >= 0) || weight === Number.POSITIVE_INFINITY)
      return fail(
        problem(
          "statistics.weights-invalid",
          `Weight ${position + 1} of the mean is ${weight}. A weight is a finite number of at least 0.`,
        ),
      );
    if (weight > 0) {
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
    }
  }
  if (lowest > highest)
    return fail(
      problem(
        "statistics.weights-invalid",
        `All ${weights.length} weights of the mean are 0, so that no value counts. Give at least one weight above 0.`,
      ),
    );
  const mean = compensatedSum(values.map((value, i) => value * weights[i]!)) / compensatedSum(weights);
  return ok(Math.min(highest, Math.max(lowest, mean)));
}
