// Why a record stands where it stands, in words a reader can check.

import type { Ranking, Standing } from "./ranking.ts";
import { productOf } from "./squared-hinge.ts";
import { termText } from "./term-rows.ts";

export type RankingReasons = {
  /** What the parts below sum to. */
  readonly score: number;
  /** What is left without any term. */
  readonly base: number;
  /** Terms that move the score most, up or down, the strongest first. */
  readonly terms: readonly { readonly term: string; readonly contribution: number }[];
  /** Sum of what all other terms add. */
  readonly otherTerms: number;
  /** Judged relevant and most alike, by cosine of their terms, 0 to 1. */
  readonly nearest: readonly { readonly record: number; readonly likeness: number }[];
};

/**
 * Why a record has its score: what each of its terms adds or takes, and which records judged relevant are
 * most like it.
 *
 * The score is `b + Σ wⱼ xⱼ` over the terms of the record, so the contributions `wⱼ xⱼ`, the base and the
 * sum of the other terms make up the score exactly. Places along directions are themselves sums over terms,
 * `zᵢ = (Σ xⱼ pⱼ − m)/lᵢ`, and are counted at the terms they come from. Terms of this record alone add nothing.
 *
 * @param ranking of `prepareRanking`
 * @param standing of its last call of `rank`
 * @param record its place in the list
 * @param most terms and neighbours to name
 * @returns the parts, or null while the order does not rest on judgements
 * @limits A contribution tells what the model adds up, not what a reader would find decisive; common words
 *   can weigh much.
 * @source Štrumbelj and Kononenko (2014) show that for a linear model these are the exact contributions
 * @example
 * whyRanked(prepareRanking([], "elas-u4"), prepareRanking([], "elas-u4").rank([]), 0, 5) // => null
 */
export function whyRanked(
  ranking: Ranking,
  standing: Standing,
  record: number,
  most: number,
): RankingReasons | null {
  const { rows, directions } = ranking;
  if (standing.fit === null) return null;
  const { solution, labelled, signs } = standing.fit;
  const parts: { column: number; contribution: number }[] = [];
  const dense = new Float64Array(rows.shared);
  let base = solution.intercept;
  const along = (column: number): number => {
    const slot = directions?.slots[column] ?? -1;
    if (directions === null || slot === -1) return 0;
    let sum = 0;
    for (let a = 0; a < directions.width; a++)
      sum += directions.parts[slot * directions.width + a]! * solution.directionWeights[a]!;
    return sum / directions.lengths[record]!;
  };
  if (directions !== null)
    for (let a = 0; a < directions.width; a++)
      base -= (directions.middle[a]! * solution.directionWeights[a]!) / directions.lengths[record]!;
  for (let k = rows.starts[record]!; k < rows.alone[record]!; k++) {
    const column = rows.columns[k]!;
    dense[column] = rows.values[k]!;
    parts.push({ column, contribution: rows.values[k]! * (solution.weights[column]! + along(column)) });
  }
  parts.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution) || a.column - b.column);
  const nearest = [...labelled]
    .filter((other, i) => signs[i]! > 0 && other !== record && other < standing.scores.length)
    .map((other) => ({ record: other, likeness: productOf(rows, other, dense) }))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || a.record - b.record);
  return {
    score: standing.scores[record]!,
    base,
    terms: parts
      .slice(0, most)
      .map(({ column, contribution }) => ({ term: termText(rows, column), contribution })),
    otherTerms: parts.slice(most).reduce((sum, { contribution }) => sum + contribution, 0),
    nearest: nearest.slice(0, most),
  };
}
