// What every statistic of agreement answers with: the figure or the reason why there is none, what it rests
// on, its interval, and the same for each category.

import { type Interval, type Resampling, unitIntervals } from "./bootstrap.ts";
import type { Category, RatingTable } from "./rating-table.ts";

/** Why a statistic has no value; the sentences are for people. */
export const undefinedReasons = {
  "no-pairs": "No unit has two ratings, so there is nothing to compare.",
  "one-category":
    "All ratings compared fall into one category. Agreement by chance is then complete, and what goes beyond it is nought divided by nought; quote the per cent agreement.",
  "raters-unknown": "Only counts are known, not who rated what; this statistic compares two named raters.",
  "not-two-raters": "There are not exactly two raters; look at the figures of each two of them.",
  "not-numbers": "The categories are not numbers; interval and ratio scales need numbers.",
  "not-ratio": "A category is below zero; a ratio scale has a true zero.",
  "weights-invalid":
    "The weights are no square table of numbers between 0 and 1 with 1 for equal categories.",
} as const;
export type UndefinedReason = keyof typeof undefinedReasons;

/** What a statistic rests on. */
export type Basis = {
  /** Units with at least two ratings. */
  readonly units: number;
  /** Pairs of ratings within units. */
  readonly pairs: number;
  /** Ratings in those units. */
  readonly ratings: number;
};

export type Measured = Basis & {
  readonly value: number | null;
  readonly reason: UndefinedReason | null;
  /** Agreement observed; for alpha the observed disagreement. */
  readonly observed: number | null;
  /** Agreement by chance; for alpha the expected disagreement; null where the statistic has no such idea. */
  readonly expected: number | null;
};

export type CategoryFigure = Measured & { readonly category: Category; readonly interval: Interval | null };

export type AgreementFigure = Measured & {
  /** Null where there is no value, fewer than two units have pairs, no replicates were asked for, or in more than half of them the statistic is undefined. */
  readonly interval: Interval | null;
  readonly categories: readonly CategoryFigure[];
};

/** A statistic for one weighting of the profiles of a table. */
export type Measure = (table: RatingTable, weights: Float64Array) => Measured;

/** Counts what can be compared. */
export function basisOf(table: RatingTable, weights: Float64Array): Basis {
  let units = 0;
  let pairs = 0;
  let ratings = 0;
  for (let p = 0; p < weights.length; p++) {
    const total = table.totals[p]!;
    if (total < 2) continue;
    units += weights[p]!;
    ratings += weights[p]! * total;
    pairs += (weights[p]! * total * (total - 1)) / 2;
  }
  return { units, pairs, ratings };
}

export const undefinedFor = (reason: UndefinedReason, basis: Basis): Measured => ({
  ...basis,
  value: null,
  reason,
  observed: null,
  expected: null,
});

/** The table in which only one category and all others together are told apart; profiles keep their places. */
export function collapsed(table: RatingTable, category: number): RatingTable {
  const profiles = table.weights.length;
  const starts = new Int32Array(profiles + 1);
  const chosen: number[] = [];
  const votes: number[] = [];
  for (let p = 0; p < profiles; p++) {
    let inside = 0;
    for (let i = table.starts[p]!; i < table.starts[p + 1]!; i++)
      if (table.chosen[i] === category) inside += table.votes[i]!;
    for (const [side, count] of [inside, table.totals[p]! - inside].entries())
      if (count > 0) {
        chosen.push(side);
        votes.push(count);
      }
    starts[p + 1] = chosen.length;
  }
  return {
    ...table,
    categories: [0, 1],
    starts,
    chosen: Int32Array.from(chosen),
    votes: Int32Array.from(votes),
    codes: table.codes?.map((code) => (code < 0 ? code : code === category ? 0 : 1)) ?? null,
  };
}

/**
 * The whole answer: value, interval and the figures of the categories, all from the same resampled units.
 *
 * @param collapsedMeasure what is asked of one category against all others together; the same statistic
 *   unless said otherwise
 * @param ofCategory what is asked of one category of the whole table, in place of that
 */
export function figureOf(
  table: RatingTable,
  measure: Measure,
  resampling: Resampling,
  collapsedMeasure: Measure = measure,
  ofCategory?: (category: number) => Measure,
): AgreementFigure {
  const questions: { readonly table: RatingTable; readonly measure: Measure }[] = [{ table, measure }];
  for (const category of table.categories.keys())
    questions.push(
      ofCategory
        ? { table, measure: ofCategory(category) }
        : { table: collapsed(table, category), measure: collapsedMeasure },
    );
  const measured = questions.map((one) => one.measure(one.table, table.weights));
  const intervals = unitIntervals(
    table,
    questions.map((one) => (weights: Float64Array) => one.measure(one.table, weights).value),
    resampling,
  );
  const intervalOf = (at: number) => (measured[at]!.value === null ? null : (intervals[at] ?? null));
  return {
    ...measured[0]!,
    interval: intervalOf(0),
    categories: table.categories.map((category, at) => ({
      category,
      ...measured[at + 1]!,
      interval: intervalOf(at + 1),
    })),
  };
}
