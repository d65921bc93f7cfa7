/** What a miss costs on either side, when relevant records are few among many. */
export type BalancedCosts = { readonly relevant: number; readonly irrelevant: number };

/**
 * Costs of a miss by side, so that all relevant records together weigh `ratio` times as much as all
 * irrelevant ones, and all records together as much as there are records.
 *
 * Raw weights are 1 for a relevant and `n₁/(ratio·n₀)` for an irrelevant record, scaled to sum to
 * `n = n₁ + n₀`, times `cost`.
 *
 * @param relevant n₁, at least 1
 * @param irrelevant n₀; with none, every miss has the average cost
 * @param cost of a miss on average; 0.11 in ELAS u4
 * @param ratio of the two sides; 9.8 in ELAS u4
 * @returns costs, > 0
 * @limits Not the "balanced" weights of scikit-learn, which give both sides the same sum.
 * @source ASReview 3.0.5, balancer with ratio 9.8
 * @example
 * balancedCosts(2, 4, 1, 1) // => { relevant: 1.5, irrelevant: 0.75 }
 */
export function balancedCosts(
  relevant: number,
  irrelevant: number,
  cost: number,
  ratio: number,
): BalancedCosts {
  if (irrelevant === 0) return { relevant: cost, irrelevant: cost };
  const raw = relevant / (ratio * irrelevant);
  const scale = (cost * (relevant + irrelevant)) / (relevant + raw * irrelevant);
  return { relevant: scale, irrelevant: raw * scale };
}
