import {
  type AgreementFigure,
  type Basis,
  basisOf,
  figureOf,
  type Measure,
  undefinedFor,
} from "./agreement-figure.ts";
import { type AgreementWeights, disagreements } from "./agreement-weights.ts";
import type { Resampling } from "./bootstrap.ts";
import type { RatingTable } from "./rating-table.ts";

export type WeightedOptions = Resampling & { readonly weights?: AgreementWeights };

/** What Fleiss and Gwet share: the disagreement observed and how often each category is chosen. */
export function observedAndShares(
  table: RatingTable,
  weights: Float64Array,
  apart: Float64Array,
  basis: Basis,
): { readonly disagreement: number; readonly shares: Float64Array } {
  const size = table.categories.length;
  const shares = new Float64Array(size);
  let disagreement = 0;
  let rated = 0;
  for (let p = 0; p < weights.length; p++) {
    const total = table.totals[p]!;
    if (total === 0 || weights[p] === 0) continue;
    const from = table.starts[p]!;
    const end = table.starts[p + 1]!;
    rated += weights[p]!;
    let apartHere = 0;
    for (let i = from; i < end; i++) {
      const k = table.chosen[i]!;
      shares[k]! += (weights[p]! * table.votes[i]!) / total;
      for (let j = from; j < end; j++)
        if (i !== j) apartHere += table.votes[i]! * table.votes[j]! * apart[k * size + table.chosen[j]!]!;
    }
    if (total >= 2) disagreement += (weights[p]! * apartHere) / (total * (total - 1));
  }
  for (let k = 0; k < size; k++) shares[k]! /= rated;
  return { disagreement: disagreement / basis.units, shares };
}

const kappa =
  (weighting: AgreementWeights): Measure =>
  (table, weights) => {
    const basis = basisOf(table, weights);
    if (basis.units === 0) return undefinedFor("no-pairs", basis);
    const size = table.categories.length;
    const apart = disagreements(weighting, table.categories);
    if (apart === null) return undefinedFor("weights-invalid", basis);
    const { disagreement, shares } = observedAndShares(table, weights, apart, basis);
    let expected = 0;
    for (let k = 0; k < size; k++)
      for (let l = 0; l < size; l++) expected += apart[k * size + l]! * shares[k]! * shares[l]!;
    if (expected === 0) return undefinedFor("one-category", basis);
    return {
      ...basis,
      value: 1 - disagreement / expected,
      reason: null,
      observed: 1 - disagreement,
      expected: 1 - expected,
    };
  };

/**
 * Agreement of any number of raters beyond chance, when it does not matter who rated what.
 *
 * Formula: `κ = (P̄ − P̄ₑ) / (1 − P̄ₑ)`; P̄ is the mean share of agreeing pairs of a unit, `P̄ₑ = Σ pₖ²` with pₖ the
 * mean share of category k in the ratings of a unit. Units with one rating count in pₖ, not in P̄ (Gwet's
 * extension to missing ratings; with none missing it is Fleiss's own). For two raters it is Scott's pi.
 *
 * @param table from `ratingTable`, `pairTable` or `countTable`
 * @param options weights for unequal ratings, replicates, level and seed
 * @returns at most 1; undefined where all ratings are in one category. The figure of a category is kappa with
 *   all others taken together, which is Fleiss's own figure for it
 * @limits As with Cohen's kappa, frequencies near 0 or 1 press it down whatever the agreement.
 * @source Fleiss (1971), Psychological Bulletin 76(5); missing ratings: Gwet (2014), Handbook of Inter-Rater
 *   Reliability, 4th edition
 * @example
 * fleissKappa(countTable([[2, 0], [0, 2], [2, 0], [0, 2]]).value).value // => 1
 * fleissKappa(countTable([[3, 0], [2, 0]]).value).reason // => "one-category"
 */
export function fleissKappa(table: RatingTable, options: WeightedOptions = {}): AgreementFigure {
  return figureOf(table, kappa(options.weights ?? "identity"), options, kappa("identity"));
}
