import { type AgreementFigure, basisOf, figureOf, type Measure, undefinedFor } from "./agreement-figure.ts";
import { type AgreementWeights, disagreements } from "./agreement-weights.ts";
import { observedAndShares, type WeightedOptions } from "./fleiss-kappa.ts";
import type { RatingTable } from "./rating-table.ts";

const coefficient =
  (weighting: AgreementWeights): Measure =>
  (table, weights) => {
    const basis = basisOf(table, weights);
    if (basis.units === 0) return undefinedFor("no-pairs", basis);
    const size = table.categories.length;
    if (size < 2) return undefinedFor("one-category", basis);
    const apart = disagreements(weighting, table.categories);
    if (apart === null) return undefinedFor("weights-invalid", basis);
    const { disagreement, shares } = observedAndShares(table, weights, apart, basis);
    const together = apart.reduce((sum, weight) => sum + 1 - weight, 0);
    const spread = shares.reduce((sum, share) => sum + share * (1 - share), 0);
    const expected = (together / (size * (size - 1))) * spread;
    return {
      ...basis,
      value: (1 - disagreement - expected) / (1 - expected),
      reason: null,
      observed: 1 - disagreement,
      expected,
    };
  };

/**
 * Agreement beyond chance that stays steady where nearly all units fall into one category: Gwet's AC1, and
 * with weights AC2.
 *
 * Formula: `AC = (pₐ − pₑ) / (1 − pₑ)`, pₐ the mean (weighted) agreement of the pairs of a unit,
 * `pₑ = T / (q(q − 1)) · Σ πₖ(1 − πₖ)` with πₖ the mean share of category k, q categories and T the sum of all
 * weights (q for AC1). Units with one rating count in πₖ, not in pₐ.
 *
 * @param table from `ratingTable`, `pairTable` or `countTable`
 * @param options weights for unequal ratings, replicates, level and seed
 * @returns at most 1; undefined only without pairs or where one category is all there is to choose from
 * @limits It depends on how many categories could be chosen: give the table the whole list, not only those
 *   that were used.
 * @source Gwet (2008), British Journal of Mathematical and Statistical Psychology 61(1); Gwet (2014), Handbook
 *   of Inter-Rater Reliability, 4th edition
 * @example
 * gwetAgreement(pairTable([[20, 5], [5, 20]]).value).value.toFixed(12) // => "0.600000000000"
 * gwetAgreement(pairTable([[9, 0], [0, 0]]).value).value // => 1
 */
export function gwetAgreement(table: RatingTable, options: WeightedOptions = {}): AgreementFigure {
  return figureOf(table, coefficient(options.weights ?? "identity"), options, coefficient("identity"));
}
