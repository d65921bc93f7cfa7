// The test of Callaghan and Müller-Hansen on the ranked order: the last records read are taken for a random
// sample of those not read before them.

import { hypergeometricAtMost } from "../hypergeometric.ts";
import {
  percent,
  recallByTail,
  records,
  runOf,
  type StoppingInput,
  type StoppingRule,
  type StoppingVerdict,
  tooManyMissing,
} from "./stopping-rule.ts";

/**
 * The smallest probability, over all tails of the records read, of so few relevant ones in the tail if
 * `missing` or more were still unread.
 *
 * Among tails with equally many relevant records the longest has the smallest probability, so only those count
 * that begin after a relevant record, and the whole.
 *
 * @param places of the relevant records read, from 0, in order; the first `found` are used
 * @param onlySmall probabilities of a half and more may be answered with 1, which is much quicker
 */
export function smallestTailProbability(
  places: ArrayLike<number>,
  found: number,
  read: number,
  total: number,
  missing: number,
  onlySmall = false,
): number {
  let smallest = 1;
  for (let inside = 0; inside <= found; inside++) {
    const start = inside === found ? 0 : places[found - 1 - inside]! + 1;
    const tail = read - start;
    if (tail === 0) continue;
    // Mean and median of the distribution are at most 1 apart: one above the mean is no small probability.
    if (onlySmall && inside >= (tail * (missing + inside)) / (total - start) + 1) continue;
    const p = hypergeometricAtMost(inside, total - start, missing + inside, tail);
    if (p < smallest) smallest = p;
  }
  return smallest;
}

/** Before this many records the test is not asked. */
const firstCheck = 20;

const placesOf = (labels: ArrayLike<number>): readonly number[] => {
  const places: number[] = [];
  for (let i = 0; i < labels.length; i++) if (labels[i] === 1) places.push(i);
  return places;
};

/** The first whole number from `low` to `high` for which the question is true; `high` where it never is. */
export function firstWhere(low: number, high: number, isTrue: (at: number) => boolean): number {
  let below = low;
  let above = high;
  while (below < above) {
    const middle = (below + above) >> 1;
    if (isTrue(middle)) above = middle;
    else below = middle + 1;
  }
  return below;
}

function check({ total, labelsInOrder, target, confidence }: StoppingInput): StoppingVerdict {
  const read = labelsInOrder.length;
  const places = placesOf(labelsInOrder);
  const found = places.length;
  const alpha = 1 - confidence;
  const missing = tooManyMissing(found, target);
  const p = read >= total ? 0 : smallestTailProbability(places, found, read, total, missing);
  const stop = read >= total || (read >= firstCheck && p < alpha);
  const stopsAt = stop
    ? read
    : firstWhere(
        Math.min(total, Math.max(read, firstCheck)),
        total,
        (at) => smallestTailProbability(places, found, at, total, missing) < alpha,
      );
  // Smallest number of missing records that is excluded; all unread ones and one more always is.
  const excluded = firstWhere(
    1,
    total - read + 1,
    (count) => smallestTailProbability(places, found, read, total, count) < alpha,
  );
  const lower = found === 0 ? null : found / (found + excluded - 1);
  return {
    rule: "hypergeometric",
    stop,
    next: stop ? null : "ranked",
    read,
    found,
    p,
    recall: { estimate: recallByTail(labelsInOrder, total), lower, upper: found === 0 ? null : 1 },
    recordsLeft: stopsAt - read,
    guarantee: "none",
    words: `${stop ? "The rule stops" : "Read on"}: if ${missing} or more of the ${total - read} unread records were relevant, as few as lately found would come with p = ${p.toPrecision(2)}${stop ? "" : `, and ${percent(alpha)} is the limit; about ${records(stopsAt - read)} more if nothing relevant comes`}. This holds only if the order is no worse than chance towards its end, and the test is repeated after every record: it is no guarantee.`,
  };
}

/** Stops when a tail of the ranked order would be too poor if the target were missed. */
export const rankedHypergeometric: StoppingRule = {
  name: "hypergeometric",
  guarantee: "none",
  withheld: false,
  about:
    "The published test on the ranked order (Callaghan and Müller-Hansen 2020), after every record. It holds while the order is no worse than chance and fails where relevant records of another kind come late, so it is no guarantee.",
  check,
  simulate(labels, { target, confidence }) {
    const total = labels.length;
    const alpha = 1 - confidence;
    const places = placesOf(labels);
    // Between two relevant records the probability only falls: the end of each run decides whether it stops in it.
    for (let found = 0; found <= places.length; found++) {
      const missing = tooManyMissing(found, target);
      const from = Math.max(firstCheck, found === 0 ? 1 : places[found - 1]! + 1);
      const to = found === places.length ? total : places[found]!;
      if (to < from) continue;
      const stops = (read: number) =>
        read >= total || smallestTailProbability(places, found, read, total, missing, alpha < 0.5) < alpha;
      if (stops(to)) return runOf(labels, firstWhere(from, to, stops), found);
    }
    return runOf(labels, total, places.length);
  },
};
