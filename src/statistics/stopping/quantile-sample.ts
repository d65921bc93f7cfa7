// The rule of Lewis, Yang and Frieder: a random sample at the start, kept from the ranker, and stopping when
// the order has passed enough of the relevant records in it.

import { controlOrder } from "./control-order.ts";
import {
  foundIn,
  percent,
  type RunOptions,
  records,
  runOf,
  type StoppingInput,
  type StoppingRule,
  type StoppingRun,
  type StoppingVerdict,
} from "./stopping-rule.ts";

/** Relevant records that the sample needs for its last one to bound the quantile: the least m with tᵐ ≤ α. */
const relevantNeeded = (target: number, alpha: number): number =>
  Math.ceil(Math.log(alpha) / Math.log(target) - 1e-9);

function check(input: StoppingInput): StoppingVerdict {
  const { total, labelsInOrder, drawnAtRandom, target, confidence } = input;
  const alpha = 1 - confidence;
  const sample = input.sample ?? { records: 0, relevant: 0 };
  const needed = relevantNeeded(target, alpha);
  let passed = 0;
  let passedRelevant = 0;
  let found = sample.relevant;
  for (let i = 0; i < labelsInOrder.length; i++)
    if (drawnAtRandom?.[i] === 1) {
      passed++;
      if (labelsInOrder[i] === 1) passedRelevant++;
    } else if (labelsInOrder[i] === 1) found++;
  const read = sample.records + labelsInOrder.length - passed;
  const sampled = sample.relevant >= needed;
  const stop = read >= total || (sampled && passedRelevant >= sample.relevant);
  const estimate =
    sample.relevant === 0 || found === 0
      ? null
      : found / Math.max(found, (sample.relevant / sample.records) * total);
  const next = stop ? null : sampled ? "ranked" : "random";
  const density = sample.relevant > 0 ? sample.records / sample.relevant : total / needed;
  const left = stop
    ? 0
    : sampled
      ? total - read
      : Math.min(total - read, Math.ceil((needed - sample.relevant) * density));
  return {
    rule: "quantile-sample",
    stop,
    next,
    read,
    found,
    p: sampled && passedRelevant >= sample.relevant ? target ** sample.relevant : null,
    recall: {
      estimate,
      lower: stop && found > 0 ? (read >= total ? 1 : target) : null,
      upper: estimate === null ? null : 1,
    },
    recordsLeft: left,
    guarantee: "any-order",
    words: stop
      ? read >= total
        ? "All records have been read."
        : `Stop: the order has passed all ${sample.relevant} relevant records of the random sample, so a recall of ${percent(target)} is reached with a confidence of ${percent(confidence)}, whatever the order.`
      : sampled
        ? `Read on by rank: the order has passed ${passedRelevant} of the ${sample.relevant} relevant records of the sample.`
        : `Draw at random: the sample holds ${sample.relevant} relevant records and needs ${needed}; about ${records(left)} more.`,
  };
}

function simulate(labels: ArrayLike<number>, { target, confidence, seed = 1 }: RunOptions): StoppingRun {
  const total = labels.length;
  const needed = relevantNeeded(target, 1 - confidence);
  const places = controlOrder(total, seed);
  let relevant = 0;
  let drawn = 0;
  let last = -1;
  while (drawn < total && relevant < needed) {
    const place = places[drawn++]!;
    if (labels[place] === 1) {
      relevant++;
      last = Math.max(last, place);
    }
  }
  if (drawn === total) return runOf(labels, total, foundIn(labels), total);
  // Beyond the last sampled relevant record nothing of the sample is relevant, so all found lie up to it.
  let read = last + 1;
  for (let i = 0; i < drawn; i++) if (places[i]! > last) read++;
  return runOf(labels, read, foundIn(labels, last + 1), drawn);
}

/** A sample first, then reading by rank until all its relevant records have been passed. */
export const quantileSample: StoppingRule = {
  name: "quantile-sample",
  guarantee: "any-order",
  withheld: true,
  about:
    "Draws at random first until the sample holds enough relevant records (59 for 95 per cent recall and confidence), keeps them from the ranker, and stops when the order has passed all of them (Lewis, Yang and Frieder 2021). Guaranteed, and dear where few records are relevant.",
  check,
  simulate,
};
