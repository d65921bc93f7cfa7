// A screening that is over, played again: what order would a model have given?

import { type OrderQuality, orderQuality } from "./order-quality.ts";
import { prepareRanking, type RankedText } from "./ranking.ts";
import type { RankingModel } from "./ranking-models.ts";

/** Whether to end here, asked before each refit. */
type EndOfScreening = (state: {
  /** All records, priors among them. */
  readonly total: number;
  /** 1 or 0 for each record screened, priors first. */
  readonly labelsInOrder: readonly number[];
}) => boolean;

export type ScreeningPlan = {
  readonly model: RankingModel;
  /** What the review looks for; empty where nobody wrote it down. */
  readonly criteria: string;
  /** Records whose labels are known from the beginning, by place. */
  readonly priors: readonly number[];
  /** Records screened before the model learns again. */
  readonly perQuery: number;
  /** Null goes on to the last record. */
  readonly end: EndOfScreening | null;
  /** Milliseconds that rise, for the timings. */
  readonly clock: () => number;
};

export type SimulatedScreening = {
  /** Records without the priors, by place: those screened, in order. */
  readonly order: readonly number[];
  /** Of the screened and, where the plan ended it, of the rest in the order of the last fit. */
  readonly quality: OrderQuality;
  /** 1 or 0 for each record screened, priors first. */
  readonly labelsInOrder: readonly number[];
  readonly vectoriseMs: number;
  /** Fitting, scoring and sorting, of each refit. */
  readonly retrainMs: readonly number[];
  /** Scores of the first order that rests on more than the sequence; by place of record, the screened ones left out. */
  readonly first: readonly (readonly [record: number, score: number])[];
};

/**
 * Plays a labelled screening again under a model: fit on what is known, screen the records it puts first,
 * reveal their labels, fit again, to the last record or where the plan ends it.
 *
 * A generator, so that long runs can be shown and broken off: it yields the number of records screened.
 *
 * @param records texts, in their sequence
 * @param labels whether each is relevant
 * @param plan model, priors, records a refit, end, clock
 * @returns the order with its figures
 * @limits Priors are no part of the order and not counted in the figures. While there is nothing to learn
 *   from and no criteria, records come in the sequence given.
 * @source the simulation protocol of ASReview: one record a refit, ties by the earlier record
 * @example
 * simulateScreening([{ title: "a", abstract: "" }], [true], { model: "elas-u4", criteria: "", priors: [], perQuery: 1, end: null, clock: () => 0 }).next().value // => 0
 */
export function* simulateScreening(
  records: readonly RankedText[],
  labels: readonly boolean[],
  plan: ScreeningPlan,
): Generator<number, SimulatedScreening> {
  const { model, criteria, priors, perQuery, end, clock } = plan;
  const began = clock();
  const ranking = prepareRanking(records, model, criteria);
  const vectoriseMs = clock() - began;
  const judgements = [...new Set(priors)].map((record) => ({ record, relevant: labels[record]! }));
  const known = judgements.length;
  const labelsInOrder = judgements.map(({ relevant }) => (relevant ? 1 : 0));
  const retrainMs: number[] = [];
  let first: SimulatedScreening["first"] = [];
  let rest: readonly number[] = [];
  while (judgements.length < records.length) {
    yield judgements.length;
    const start = clock();
    const { basis, scores, order } = ranking.rank(judgements);
    retrainMs.push(clock() - start);
    if (basis !== "sequence" && first.length === 0)
      first = [...order].sort((a, b) => a - b).map((record) => [record, scores[record]!] as const);
    if (end?.({ total: records.length, labelsInOrder })) {
      rest = [...order];
      break;
    }
    for (const record of order.subarray(0, perQuery)) {
      judgements.push({ record, relevant: labels[record]! });
      labelsInOrder.push(labels[record] ? 1 : 0);
    }
  }
  const order = judgements.slice(known).map(({ record }) => record);
  return {
    order,
    quality: orderQuality([...order, ...rest].map((record) => (labels[record] ? 1 : 0))),
    labelsInOrder,
    vectoriseMs,
    retrainMs,
    first,
  };
}
