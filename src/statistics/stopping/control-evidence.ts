// Evidence from records drawn at random against each number of relevant records that would mean a missed
// target. It may be looked at after every record, and reading by rank may come in between: the product of
// what each draw was expected to bring under a forecast, divided by its probability under the hypothesis, is
// a martingale if the hypothesis is true, and exceeds 1/α at any time with a probability of α at most (Ville).

import { logFactorial } from "../log-factorial.ts";
import { mostAtTarget } from "./stopping-rule.ts";

/** Draws with no reading by rank in between. */
type Block = { readonly unread: number; readonly found: number; draws: number; hits: number };

export type ControlEvidence = {
  readonly read: () => number;
  readonly found: () => number;
  readonly draws: () => number;
  readonly hits: () => number;
  /** Adds a record that stood next in the order. */
  readonly addRanked: (label: number) => void;
  /** Adds a record drawn at random from all unread ones. */
  readonly addDrawn: (label: number) => void;
  /** Relevant records expected among the unread, by the forecast. */
  readonly expectedMissing: () => number;
  /** Logarithm of the evidence against so many relevant records in the whole stack. */
  readonly against: (relevant: number) => number;
  /** Smallest such logarithm over all numbers that would mean a missed target; infinite where none is possible. */
  readonly againstMissing: (target: number) => number;
  /** Largest number of relevant records that the evidence does not exclude at this level. */
  readonly mostRelevant: (alpha: number) => number;
};

/**
 * What the forecast expects before any draw: missing records follow a Gamma distribution with this shape and
 * rate 1. Small, because drawing begins where reading by rank has run dry. The promise holds whatever it is;
 * only the price changes.
 */
const priorMissing = 0.3;

/** The evidence of a stack of so many records, nothing read yet. */
export function controlEvidence(total: number): ControlEvidence {
  const blocks: Block[] = [];
  let read = 0;
  let found = 0;
  let draws = 0;
  let hits = 0;
  let logForecast = 0;
  let drawing = false;
  // Chance of a record that is still unread to have escaped all draws so far.
  let escaped = 1;

  const expectedMissing = () => ((priorMissing + hits) / (2 - escaped)) * escaped;

  const against = (relevant: number): number => {
    let log = logForecast;
    for (const block of blocks) {
      const missing = relevant - block.found;
      const clean = block.draws - block.hits;
      if (missing < block.hits || block.unread - missing < clean) return Number.POSITIVE_INFINITY;
      log -=
        logFactorial(missing) -
        logFactorial(missing - block.hits) +
        logFactorial(block.unread - missing) -
        logFactorial(block.unread - missing - clean) -
        logFactorial(block.unread) +
        logFactorial(block.unread - block.draws);
    }
    return log;
  };

  return {
    read: () => read,
    found: () => found,
    draws: () => draws,
    hits: () => hits,
    expectedMissing,
    against,
    addRanked(label) {
      drawing = false;
      read++;
      found += label;
    },
    addDrawn(label) {
      const unread = total - read;
      if (!drawing) blocks.push({ unread, found, draws: 0, hits: 0 });
      drawing = true;
      const block = blocks[blocks.length - 1]!;
      const chance = Math.min(0.5, expectedMissing() / unread);
      logForecast += label === 1 ? Math.log(chance) : Math.log1p(-chance);
      escaped *= (unread - 1) / unread;
      block.draws++;
      draws++;
      read++;
      block.hits += label;
      hits += label;
      found += label;
    },
    againstMissing(target) {
      const least = mostAtTarget(found, target) + 1;
      const most = found + total - read;
      if (least > most) return Number.POSITIVE_INFINITY;
      const here = against(least);
      // The likelihood has one peak: where it still rises at the least number, the peak is beyond it and nothing
      // there is excluded.
      return here > 0 && least < most && against(least + 1) < here ? 0 : here;
    },
    mostRelevant(alpha) {
      const limit = -Math.log(alpha);
      // Beyond the peak the evidence only grows: the first number it excludes is found by halving.
      const most = found + total - read;
      let peak = found;
      let high = most;
      while (peak < high) {
        const middle = (peak + high) >> 1;
        if (against(middle + 1) < against(middle)) peak = middle + 1;
        else high = middle;
      }
      let low = peak;
      let above = most + 1;
      while (low < above) {
        const middle = (low + above) >> 1;
        if (against(middle) >= limit) above = middle;
        else low = middle + 1;
      }
      return Math.max(found, low - 1);
    },
  };
}
