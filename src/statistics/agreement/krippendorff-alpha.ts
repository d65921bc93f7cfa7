import {
  type AgreementFigure,
  basisOf,
  figureOf,
  type Measure,
  type UndefinedReason,
  undefinedFor,
} from "./agreement-figure.ts";
import type { Resampling } from "./bootstrap.ts";
import type { Category, RatingTable } from "./rating-table.ts";

export const measurementLevels = ["nominal", "ordinal", "interval", "ratio"] as const;
export type MeasurementLevel = (typeof measurementLevels)[number];
export type AlphaOptions = Resampling & { readonly scale?: MeasurementLevel };

/** Squared differences of categories, row by row; ordinal ones depend on how often each was chosen. */
function squaredDifferences(
  scale: MeasurementLevel,
  categories: readonly Category[],
  marginals: Float64Array,
): Float64Array | UndefinedReason {
  const size = categories.length;
  const table = new Float64Array(size * size);
  if (scale === "nominal") {
    for (let c = 0; c < size; c++) for (let k = 0; k < size; k++) table[c * size + k] = c === k ? 0 : 1;
    return table;
  }
  const score = new Float64Array(size);
  if (scale === "ordinal") {
    // The sum of the marginals from c to k less half of both ends is the distance of their middle ranks.
    let below = 0;
    for (let c = 0; c < size; c++) {
      score[c] = below + marginals[c]! / 2;
      below += marginals[c]!;
    }
  } else
    for (const [c, category] of categories.entries()) {
      if (typeof category !== "number") return "not-numbers";
      if (scale === "ratio" && category < 0) return "not-ratio";
      score[c] = category;
    }
  for (let c = 0; c < size; c++)
    for (let k = 0; k < size; k++) {
      const sum = scale === "ratio" ? score[c]! + score[k]! : 1;
      table[c * size + k] = c === k || sum === 0 ? 0 : ((score[c]! - score[k]!) / sum) ** 2;
    }
  return table;
}

const alpha =
  (scale: MeasurementLevel): Measure =>
  (table, weights) => {
    const basis = basisOf(table, weights);
    if (basis.units === 0) return undefinedFor("no-pairs", basis);
    const size = table.categories.length;
    const marginals = new Float64Array(size);
    for (let p = 0; p < weights.length; p++)
      if (table.totals[p]! >= 2)
        for (let i = table.starts[p]!; i < table.starts[p + 1]!; i++)
          marginals[table.chosen[i]!]! += weights[p]! * table.votes[i]!;
    const apart = squaredDifferences(scale, table.categories, marginals);
    if (typeof apart === "string") return undefinedFor(apart, basis);
    let observed = 0;
    for (let p = 0; p < weights.length; p++) {
      const total = table.totals[p]!;
      if (total < 2 || weights[p] === 0) continue;
      let here = 0;
      for (let i = table.starts[p]!; i < table.starts[p + 1]!; i++)
        for (let j = table.starts[p]!; j < i; j++)
          here += table.votes[i]! * table.votes[j]! * apart[table.chosen[i]! * size + table.chosen[j]!]!;
      observed += (weights[p]! * 2 * here) / (total - 1);
    }
    let expected = 0;
    for (let c = 0; c < size; c++)
      for (let k = 0; k < c; k++) expected += 2 * marginals[c]! * marginals[k]! * apart[c * size + k]!;
    if (expected === 0) return undefinedFor("one-category", basis);
    const n = basis.ratings;
    return {
      ...basis,
      value: 1 - ((n - 1) * observed) / expected,
      reason: null,
      observed: observed / n,
      expected: expected / (n * (n - 1)),
    };
  };

/**
 * Krippendorff's alpha: one minus the disagreement observed as a share of the disagreement by chance, for any
 * number of raters, missing ratings and four scales.
 *
 * Formula: `α = 1 − Dₒ/Dₑ`. Dₒ is the mean squared difference of pairs within units, each unit with m ratings
 * weighing m; Dₑ that of all pairs of pairable ratings. Squared difference δ²: nominal 0 or 1; ordinal the number of ratings
 * from one category to the other less half of those in both, squared; interval (c − k)²; ratio
 * ((c − k)/(c + k))². Every unit with two or more ratings counts with all its ratings.
 *
 * @param table from `ratingTable`, `pairTable` or `countTable`; for interval and ratio the categories are numbers
 * @param options scale (nominal unless said otherwise), replicates, level and seed
 * @returns at most 1, 0 for chance; undefined where all pairable ratings are the same. `observed` and `expected`
 *   are the disagreements. The figure of a category is nominal alpha with all others taken together
 * @limits The interval draws units anew; Krippendorff's own bootstrap draws deviations, and differs a little.
 * @limits As with kappa, without variation there is nothing to be reliable about: alpha is undefined or low.
 * @source Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, University of Pennsylvania
 * @example
 * krippendorffAlpha(ratingTable([[1, 1], [2, 2], [1, null]]).value).value // => 1
 * krippendorffAlpha(ratingTable([["a", "b"]]).value, { scale: "interval" }).reason // => "not-numbers"
 */
export function krippendorffAlpha(table: RatingTable, options: AlphaOptions = {}): AgreementFigure {
  return figureOf(table, alpha(options.scale ?? "nominal"), options, alpha("nominal"));
}
