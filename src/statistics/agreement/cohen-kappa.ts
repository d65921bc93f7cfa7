import { type AgreementFigure, figureOf, type Measure, undefinedFor } from "./agreement-figure.ts";
import { type AgreementWeights, disagreements } from "./agreement-weights.ts";
import type { Resampling } from "./bootstrap.ts";
import type { RatingTable } from "./rating-table.ts";

export type KappaOptions = Resampling & {
  /** Which two places of a row; the first two unless said otherwise. */
  readonly raters?: readonly [number, number];
  readonly weights?: AgreementWeights;
};

const kappa =
  (first: number, second: number, weights: AgreementWeights): Measure =>
  (table, units) => {
    const { codes, raters } = table;
    if (codes === null || raters === null)
      return undefinedFor("raters-unknown", { units: 0, pairs: 0, ratings: 0 });
    const size = table.categories.length;
    const cells = new Float64Array(size * size);
    const rows = new Float64Array(size);
    const columns = new Float64Array(size);
    let n = 0;
    for (let p = 0; p < units.length; p++) {
      const k = codes[p * raters + first] ?? -1;
      const l = codes[p * raters + second] ?? -1;
      if (k < 0 || l < 0) continue;
      const count = units[p]!;
      cells[k * size + l]! += count;
      rows[k]! += count;
      columns[l]! += count;
      n += count;
    }
    const basis = { units: n, pairs: n, ratings: 2 * n };
    if (n === 0) return undefinedFor("no-pairs", basis);
    const apart = disagreements(weights, table.categories);
    if (apart === null) return undefinedFor("weights-invalid", basis);
    let observed = 0;
    let expected = 0;
    for (let k = 0; k < size; k++)
      for (let l = 0; l < size; l++) {
        const weight = apart[k * size + l]!;
        if (weight === 0) continue;
        observed += weight * cells[k * size + l]!;
        expected += weight * rows[k]! * columns[l]!;
      }
    if (expected === 0) return undefinedFor("one-category", basis);
    return {
      ...basis,
      value: 1 - (n * observed) / expected,
      reason: null,
      observed: 1 - observed / n,
      expected: 1 - expected / (n * n),
    };
  };

/**
 * Agreement of two raters beyond what their own frequencies of each category would give by chance.
 *
 * Formula: `κ = (pₒ − pₑ) / (1 − pₑ)`, pₒ the share of units on which the two agree and
 * `pₑ = Σₖ pₖ. p.ₖ`; weighted, `κ = 1 − Σ vₖₗ pₖₗ / Σ vₖₗ pₖ. p.ₗ` with the disagreement vₖₗ of two categories.
 * Only units that both have rated count. The figure of a category is kappa with all others taken together.
 *
 * @param table from `ratingTable` or `pairTable`
 * @param options which two raters, weights for unequal ratings, replicates, level and seed
 * @returns at most 1; undefined where both put all units into one category
 * @limits Where nearly all units are in one category kappa is low however well the raters agree; read it
 *   beside `gwetAgreement`.
 * @limits With unequal frequencies 1 cannot be reached.
 * @source Cohen (1960), Educational and Psychological Measurement 20(1); weighted: Cohen (1968), Psychological
 *   Bulletin 70(4)
 * @example
 * cohenKappa(pairTable([[20, 5], [10, 15]]).value).value // => 0.4
 * cohenKappa(pairTable([[9, 0], [0, 0]]).value).reason // => "one-category"
 */
export function cohenKappa(table: RatingTable, options: KappaOptions = {}): AgreementFigure {
  const [first, second] = options.raters ?? [0, 1];
  return figureOf(
    table,
    kappa(first, second, options.weights ?? "identity"),
    options,
    kappa(first, second, "identity"),
  );
}
