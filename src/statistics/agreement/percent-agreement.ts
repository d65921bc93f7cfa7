import { type AgreementFigure, basisOf, figureOf, type Measure, undefinedFor } from "./agreement-figure.ts";
import type { Resampling } from "./bootstrap.ts";
import type { RatingTable } from "./rating-table.ts";

const measure: Measure = (table, weights) => {
  const basis = basisOf(table, weights);
  if (basis.units === 0) return undefinedFor("no-pairs", basis);
  const observed = observedAgreement(table, weights) / basis.units;
  return { ...basis, value: observed, reason: null, observed, expected: null };
};

/** Shares of agreeing pairs, summed over the units that have pairs. */
export function observedAgreement(table: RatingTable, weights: Float64Array): number {
  let sum = 0;
  for (let p = 0; p < weights.length; p++) {
    const total = table.totals[p]!;
    if (total < 2) continue;
    let agreeing = 0;
    for (let i = table.starts[p]!; i < table.starts[p + 1]!; i++)
      agreeing += table.votes[i]! * (table.votes[i]! - 1);
    sum += (weights[p]! * agreeing) / (total * (total - 1));
  }
  return sum;
}

/** Of the ratings that chose the category, the share that another rating of the same unit joins. */
const specific =
  (category: number): Measure =>
  (table, weights) => {
    const basis = basisOf(table, weights);
    let chose = 0;
    let joined = 0;
    for (let p = 0; p < weights.length; p++) {
      const total = table.totals[p]!;
      if (total < 2) continue;
      for (let i = table.starts[p]!; i < table.starts[p + 1]!; i++)
        if (table.chosen[i] === category) {
          const votes = table.votes[i]!;
          chose += weights[p]! * votes;
          joined += (weights[p]! * votes * (votes - 1)) / (total - 1);
        }
    }
    if (chose === 0) return undefinedFor("no-pairs", basis);
    return { ...basis, value: joined / chose, reason: null, observed: joined / chose, expected: null };
  };

/**
 * The share of pairs of ratings that agree.
 *
 * Formula: the mean over units with two or more ratings of `Σₖ nₖ(nₖ − 1) / (n(n − 1))`, nₖ of the n ratings
 * of the unit being in category k; with two raters the units on which they agree, divided by the units both
 * have rated. For a category: of the ratings that chose it, the share that another rating of the same unit
 * joins (specific agreement; with two raters 2a / (2a + b + c)).
 *
 * @param table from `ratingTable`, `pairTable` or `countTable`
 * @param resampling number of bootstrap replicates, level and seed
 * @returns a share between 0 and 1 with units, pairs, interval and specific agreement by category
 * @limits Two raters who exclude nearly everything agree on nearly everything without looking: read it
 *   beside a statistic that allows for chance.
 * @source Fleiss (1971), Psychological Bulletin 76(5); specific agreement: Dice (1945), Ecology 26(3)
 * @example
 * percentAgreement(pairTable([[20, 5], [10, 15]]).value).value // => 0.7
 * percentAgreement(ratingTable([["in", null]]).value).reason // => "no-pairs"
 */
export function percentAgreement(table: RatingTable, resampling: Resampling = {}): AgreementFigure {
  return figureOf(table, measure, resampling, measure, specific);
}
