/** How early an order brings the relevant records; null where no figure can be given. */
export type OrderQuality = {
  /** Records in the order, and relevant ones among them. */
  readonly records: number;
  readonly relevant: number;
  readonly loss: number | null;
  readonly atd: number | null;
  readonly wss95: number | null;
  readonly wss100: number | null;
  readonly recall10: number | null;
  readonly ndcg: number | null;
};

/**
 * How early an order brings the relevant records, by six usual figures.
 *
 * With N records of which R are relevant, `cᵢ` relevant among the first i, and `n(r)` the place of the
 * `⌈r·R⌉`-th relevant one:
 *
 * - `loss = (R(N − (R−1)/2) − Σ cᵢ) / (R(N − R))`: 0 when all relevant come first, 1 when they come last
 * - `atd` (average time to discovery): the mean place of the relevant records, divided by N
 * - `wss95 = 0.95 − n(0.95)/N` and `wss100 = 1 − n(1)/N`: work saved over reading in any order
 * - `recall10`: share of the relevant among the first `⌈N/10⌉`
 * - `ndcg = Σ relᵢ / log₂(i + 1)`, divided by what it would be with all relevant first
 *
 * @param relevantInOrder for each record in order 1 (relevant) or 0; records that were known before, the
 *   priors, are not part of it
 * @returns the figures; null where there is no relevant record, and for the loss where there is no other
 * @limits One order is one draw: figures of two methods are compared over many pairs of runs. One relevant
 *   record without text decides `wss100` alone.
 * @source van Dijk et al. (2023) for the loss; Cohen et al. (2006), JAMIA 13(2) for work saved over sampling;
 *   Ferdinands et al. (2023), Systematic Reviews 12 for the average time to discovery
 * @example
 * orderQuality([1, 1, 0, 0]).loss // => 0
 * orderQuality([0, 0, 1, 1]).loss // => 1
 * orderQuality([1, 0, 0, 1]).atd // => 0.625
 */
export function orderQuality(relevantInOrder: ArrayLike<number>): OrderQuality {
  const records = relevantInOrder.length;
  const places: number[] = [];
  let area = 0;
  let gain = 0;
  let early = 0;
  const tenth = Math.ceil(0.1 * records);
  for (let i = 0; i < records; i++) {
    if (relevantInOrder[i] === 1) {
      places.push(i + 1);
      gain += 1 / Math.log2(i + 2);
      if (i < tenth) early++;
    }
    area += places.length;
  }
  const relevant = places.length;
  if (relevant === 0)
    return {
      records,
      relevant,
      loss: null,
      atd: null,
      wss95: null,
      wss100: null,
      recall10: null,
      ndcg: null,
    };
  let most = 0;
  for (let i = 0; i < relevant; i++) most += 1 / Math.log2(i + 2);
  const placeOf = (recall: number) => places[Math.ceil(recall * relevant) - 1]!;
  return {
    records,
    relevant,
    loss:
      relevant === records
        ? null
        : (relevant * (records - (relevant - 1) / 2) - area) / (relevant * (records - relevant)),
    atd: places.reduce((sum, place) => sum + place, 0) / relevant / records,
    wss95: 0.95 - placeOf(0.95) / records,
    wss100: 1 - placeOf(1) / records,
    recall10: early / relevant,
    ndcg: gain / most,
  };
}
