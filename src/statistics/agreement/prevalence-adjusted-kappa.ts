import { type AgreementFigure, basisOf, figureOf, type Measure, undefinedFor } from "./agreement-figure.ts";
import type { Resampling } from "./bootstrap.ts";
import { observedAgreement } from "./percent-agreement.ts";
import type { RatingTable } from "./rating-table.ts";

const measure: Measure = (table, weights) => {
  const basis = basisOf(table, weights);
  const size = table.categories.length;
  if (basis.units === 0) return undefinedFor("no-pairs", basis);
  if (size < 2) return undefinedFor("one-category", basis);
  const observed = observedAgreement(table, weights) / basis.units;
  return {
    ...basis,
    value: (size * observed - 1) / (size - 1),
    reason: null,
    observed,
    expected: 1 / size,
  };
};

/**
 * What kappa would be if all categories were equally frequent and the raters unbiased (PABAK).
 *
 * Formula: `(q·pₒ − 1) / (q − 1)` with q categories; with two, `2pₒ − 1`. The general form is the coefficient of
 * Brennan and Prediger.
 *
 * @param table from `ratingTable`, `pairTable` or `countTable`
 * @param resampling number of bootstrap replicates, level and seed
 * @returns between −1/(q − 1) and 1
 * @limits It is the per cent agreement on another scale and says nothing about the frequencies it puts aside;
 *   never quote it alone.
 * @limits It depends on how many categories could be chosen: give the table the whole list.
 * @source Byrt, Bishop and Carlin (1993), Journal of Clinical Epidemiology 46(5); Brennan and Prediger (1981),
 *   Educational and Psychological Measurement 41(3)
 * @example
 * prevalenceAdjustedKappa(pairTable([[40, 5], [5, 0]]).value).value.toFixed(12) // => "0.600000000000"
 */
export function prevalenceAdjustedKappa(table: RatingTable, resampling: Resampling = {}): AgreementFigure {
  return figureOf(table, measure, resampling);
}
