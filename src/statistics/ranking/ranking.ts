// Records in the order in which they deserve reading, learnt from what was judged so far.

import { balancedCosts } from "./balanced-costs.ts";
import { leastSquaredHinge, type MarginSolution, productOf } from "./squared-hinge.ts";
import { type TermRows, termRows } from "./term-rows.ts";

/** What a ranking reads of a record; missing parts are empty. */
export type RankedText = { readonly title: string; readonly abstract: string };

/** A record by its place in the list, and what was decided on it. */
export type Judgement = { readonly record: number; readonly relevant: boolean };

export const rankingModels = ["elas-u4"] as const;
export type RankingModel = (typeof rankingModels)[number];

export type Standing = {
  /** What the order rests on: both kinds of judgements, or nothing yet but the given sequence. */
  readonly basis: "judgements" | "sequence";
  /** One for each record, judged or not; 0 while the basis is the sequence. */
  readonly scores: Float64Array;
  /** Records without judgement, the highest score first; of equal ones the earlier record. */
  readonly order: Uint32Array;
  /** What was learnt, from which records; null while there is nothing to learn from. */
  readonly fit: {
    readonly solution: MarginSolution;
    readonly labelled: Uint32Array;
    readonly signs: Float64Array;
  } | null;
};

export type Ranking = {
  readonly model: RankingModel;
  readonly rows: TermRows;
  /** Learns anew from all judgements; quick where few have changed since the last call. */
  rank(judgements: readonly Judgement[]): Standing;
};

/** Cost of a miss and weight of the relevant side, as ELAS u4 has them. */
const u4 = { cost: 0.11, ratio: 9.8 } as const;

/**
 * Prepares records for ranking: their texts become rows of term weights, once; each call of `rank` then
 * learns from all judgements and puts the records without one in order.
 *
 * Model `elas-u4`: `termRows` of title, blank, abstract; `leastSquaredHinge` with `balancedCosts` 0.11 and
 * 9.8; score `w·x + b`.
 *
 * While there is no relevant or no irrelevant judgement, there is nothing to learn from, and the records stay
 * in their sequence.
 *
 * @param records all of them, in a fixed sequence; labels play no part in preparing
 * @param model name of the model
 * @returns the ranking; it keeps the last fit to begin the next one with, which changes scores by less
 *   than 1e-12
 * @limits Of a record judged twice in one call the later judgement counts. With some tens of records an order
 *   by learning saves nothing: read them all.
 * @source ASReview 3.0.5 (ELAS u4): van de Schoot et al. (2021), Nature Machine Intelligence 3
 * @example
 * [...prepareRanking([{ title: "cash transfer", abstract: "" }, { title: "river fish", abstract: "" }, { title: "cash pension", abstract: "" }], "elas-u4").rank([{ record: 0, relevant: true }, { record: 1, relevant: false }]).order] // => [2]
 */
export function prepareRanking(records: readonly RankedText[], model: RankingModel): Ranking {
  const rows = termRows(records.map(({ title, abstract }) => `${title} ${abstract}`));
  const shares = new Float64Array(records.length);
  return {
    model,
    rows,
    rank(judgements) {
      const signOf = new Int8Array(records.length);
      for (const { record, relevant } of judgements) signOf[record] = relevant ? 1 : -1;
      const labelled = placesWhere(signOf, (sign) => sign !== 0);
      const waiting = placesWhere(signOf, (sign) => sign === 0);
      const signs = Float64Array.from(labelled, (record) => signOf[record]!);
      const relevant = signs.reduce((count, sign) => count + (sign > 0 ? 1 : 0), 0);
      const scores = new Float64Array(records.length);
      if (relevant === 0 || relevant === labelled.length)
        return { basis: "sequence", scores, order: waiting, fit: null };
      const costs = balancedCosts(relevant, labelled.length - relevant, u4.cost, u4.ratio);
      const solution = leastSquaredHinge(
        {
          rows,
          labelled,
          signs,
          costs: signs.map((sign) => (sign > 0 ? costs.relevant : costs.irrelevant)),
        },
        Float64Array.from(labelled, (record) => shares[record]!),
      );
      shares.fill(0);
      labelled.forEach((record, i) => {
        shares[record] = solution.shares[i]!;
      });
      for (let record = 0; record < records.length; record++)
        scores[record] = productOf(rows, record, solution.weights) + solution.intercept;
      return {
        basis: "judgements",
        scores,
        order: waiting.sort((a, b) => scores[b]! - scores[a]! || a - b),
        fit: { solution, labelled, signs },
      };
    },
  };
}

function placesWhere(list: Int8Array, holds: (value: number) => boolean): Uint32Array<ArrayBuffer> {
  const places = new Uint32Array(list.length);
  let size = 0;
  for (let i = 0; i < list.length; i++) if (holds(list[i]!)) places[size++] = i;
  return places.slice(0, size);
}
