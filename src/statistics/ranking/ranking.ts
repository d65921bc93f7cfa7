// Records in the order in which they deserve reading, learnt from what was judged so far.

import { balancedCosts } from "./balanced-costs.ts";
import { byFallingScore } from "./by-falling-score.ts";
import { keywordScores } from "./keyword-scores.ts";
import { type MainDirections, mainDirections } from "./main-directions.ts";
import type { RecordVectors } from "./margin-task.ts";
import { type ModelFigures, modelFigures, type RankingModel } from "./ranking-models.ts";
import { type MarginSolution, marginLearner } from "./squared-hinge.ts";
import { type TermRows, termRows } from "./term-rows.ts";

/** What a ranking reads of a record; missing parts are empty. */
export type RankedText = { readonly title: string; readonly abstract: string };

/** A record by its place in the list, and what was decided on it. */
export type Judgement = { readonly record: number; readonly relevant: boolean };

export type Standing = {
  /** What the order rests on: judgements, the words of the criteria, or nothing but the given sequence. */
  readonly basis: "judgements" | "criteria" | "sequence";
  /** One for each record, judged or not; 0 while the basis is the sequence. */
  readonly scores: Float64Array;
  /** Records without judgement, the highest score first; of equal ones the earlier record. */
  readonly order: Uint32Array;
  /** What was learnt, from which records; null while there is nothing to learn from. */
  readonly fit: {
    readonly solution: MarginSolution;
    /** Places of records; one past the last is the text of the criteria. */
    readonly labelled: Uint32Array;
    readonly signs: Float64Array;
  } | null;
};

export type Ranking = {
  readonly model: RankingModel;
  /** Rows of the records, and after them of the criteria where there are some. */
  readonly rows: TermRows;
  readonly directions: MainDirections | null;
  /** Learns anew from all judgements; quick where few have changed since the last call. */
  rank(judgements: readonly Judgement[]): Standing;
};

/**
 * Prepares records for ranking: their texts become rows of term weights, once; each call of `rank` then
 * learns from all judgements and puts the records without one in order.
 *
 * Both models score `w·x + b` with the weights of `leastSquaredHinge` and the costs of `balancedCosts`.
 *
 * - `elas-u4`: `termRows` of title, blank, abstract; costs 0.11 and 9.8. While one kind of judgement is
 *   absent, the records stay in their sequence.
 * - `socle-1`: the title counts twice, pairs of words with one between them are terms, rare terms weigh less
 *   (power 0.8), costs 0.2 and 9.8, and 10 % of the likeness of two records is that of their places along 30
 *   `mainDirections`. Before anything is judged, the order is that of `keywordScores` by the criteria, where given;
 *   while nothing relevant is known, their text stands for a relevant record.
 *
 * @param records all of them, in a fixed sequence; labels play no part in preparing
 * @param model name of the model
 * @param criteria what the review looks for, in running text and keywords; `elas-u4` does not read it
 * @returns the ranking; it keeps the last fit to begin the next one with. Scores are those of the minimum within
 *   1e-10 in `elas-u4` and 1e-6 in `socle-1`
 * @limits Of a record judged twice in one call the later judgement counts. With some tens of records an order
 *   by learning saves nothing: read them all.
 * @source ASReview 3.0.5 (ELAS u4): van de Schoot et al. (2021), Nature Machine Intelligence 3; docs/methods/ranking.md
 * @example
 * [...prepareRanking([{ title: "cash transfer", abstract: "" }, { title: "river fish", abstract: "" }, { title: "cash pension", abstract: "" }], "elas-u4").rank([{ record: 0, relevant: true }, { record: 1, relevant: false }]).order] // => [2]
 * [...prepareRanking([{ title: "river fish", abstract: "" }, { title: "cash transfer", abstract: "" }], "socle-1", "transfers in cash").rank([]).order] // => [1, 0]
 */
export function prepareRanking(records: readonly RankedText[], model: RankingModel, criteria = ""): Ranking {
  const figures = modelFigures[model];
  const size = records.length;
  const wanted = figures.learnsFromOneKind ? criteria.trim() : "";
  const texts = records.map(({ title, abstract }) => `${`${title} `.repeat(figures.titles)}${abstract}`);
  const byKeywords = wanted === "" ? null : keywordScores(texts, wanted);
  const rows = termRows(wanted === "" ? texts : [...texts, wanted], figures.terms);
  const directions = figures.directions === null ? null : mainDirections(rows, figures.directions.width);
  const vectors = vectorsOf(rows, directions, figures);
  const solve = marginLearner(vectors);

  const learn = (signOf: Int8Array): Standing["fit"] => {
    const labelled = placesWhere(signOf, (sign) => sign !== 0);
    const signs = Float64Array.from(labelled, (record) => signOf[record]!);
    const relevant = signs.reduce((count, sign) => count + (sign > 0 ? 1 : 0), 0);
    const irrelevant = labelled.length - relevant;
    if (relevant === 0 || (irrelevant === 0 && !figures.learnsFromOneKind)) return null;
    const costs = balancedCosts(relevant, irrelevant, figures.cost, figures.ratio);
    const solution = solve({
      labelled,
      signs,
      costs: signs.map((sign) => (sign > 0 ? costs.relevant : costs.irrelevant)),
      precision: figures.precision,
      accuracy: figures.accuracy,
    });
    return { solution, labelled, signs };
  };

  return {
    model,
    rows,
    directions,
    rank(judgements) {
      const signOf = new Int8Array(rows.size);
      for (const { record, relevant } of judgements) signOf[record] = relevant ? 1 : -1;
      const waiting = placesWhere(signOf.subarray(0, size), (sign) => sign === 0);
      // Kept longer, criteria hold back what the review really takes: on some sets much is lost by it.
      if (wanted !== "" && !judgements.some(({ relevant }) => relevant)) signOf[size] = 1;
      const learnt = judgements.length === 0 ? null : learn(signOf);
      if (learnt === null && byKeywords === null)
        return { basis: "sequence", scores: new Float64Array(size), order: waiting, fit: null };
      const scores = learnt === null ? byKeywords! : learnt.solution.scores.slice(0, size);
      return {
        basis: learnt === null ? "criteria" : "judgements",
        scores,
        order: byFallingScore(waiting, scores),
        fit: learnt,
      };
    },
  };
}

const vectorsOf = (
  rows: TermRows,
  directions: MainDirections | null,
  figures: ModelFigures,
): RecordVectors => {
  const share = figures.directions?.share ?? 0;
  return {
    rows,
    rowShare: 1 - share,
    directions: directions && { width: directions.width, places: directions.places, share },
  };
};

function placesWhere(list: Int8Array, holds: (value: number) => boolean): Uint32Array<ArrayBuffer> {
  const places = new Uint32Array(list.length);
  let size = 0;
  for (let i = 0; i < list.length; i++) if (holds(list[i]!)) places[size++] = i;
  return places.slice(0, size);
}
