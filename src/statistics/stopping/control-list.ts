// A random list of all records is drawn at the beginning. When reading by rank brings
// little, its entries are read as well, as far as needed; then the order is read on until it has passed every
// relevant record of the list that was read.
//
// Why the promise holds: let R be the relevant records, Q the most of them that may be found while the target
// is missed, k the least number missing then. A stop with q < tR found means that no entry among the first s(q)
// of the list is one of the R − q records that come last in the order. Fewer found asks for a longer list and
// misses more, so each such event lies within the one of q = Q, "none of the last k among the first s(Q)",
// whose chance is at most 1 − confidence by the choice of s. No correction for looking often is needed, as
// long as the order does not depend on the list: the ranker must not learn the labels of entries before the
// order reaches them.

import { hypergeometricAtMost } from "../hypergeometric.ts";
import { controlOrder } from "./control-order.ts";
import {
  foundIn,
  percent,
  type RunOptions,
  recallByTail,
  records,
  runOf,
  type StoppingInput,
  type StoppingRule,
  type StoppingRun,
  type StoppingVerdict,
  tooManyMissing,
} from "./stopping-rule.ts";
import { runsBeforeDrawing } from "./switch-point.ts";

/** Entries of the list that must hold none of so many missing records. */
export function entriesNeeded(total: number, missing: number, alpha: number): number {
  let low = 0;
  let high = total;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hypergeometricAtMost(0, total, missing, middle) <= alpha) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The list is begun at a quarter of the run after which drawing from the rest alone would pay: its entries cost
 * nothing where the order comes to them later, only too many of them do.
 */
const eagerness = 1 / 4;

type Aims = {
  readonly target: number;
  readonly alpha: number;
  readonly runBefore: (found: number, unread: number) => number;
};

const aimsOf = (target: number, confidence: number): Aims => {
  const alpha = 1 - confidence + 1e-12;
  const runBefore = runsBeforeDrawing(target, alpha);
  return { target, alpha, runBefore: (found, unread) => eagerness * runBefore(found, unread) };
};

/** What the decision rests on. */
type State = {
  readonly total: number;
  readonly read: number;
  readonly found: number;
  /** Entries gone through, those the order had reached before included. */
  readonly entries: number;
  /** Relevant entries that the order has not reached. */
  readonly ahead: number;
  /** Records read since the last relevant one, in whatever way. */
  readonly run: number;
};

function nextOf(state: State, { target, alpha, runBefore }: Aims): "ranked" | "random" | null {
  const { total, read, found, entries, ahead, run } = state;
  const missing = tooManyMissing(found, target);
  if (read >= total || missing > total - read) return null;
  if (ahead > 0) return "ranked";
  if (hypergeometricAtMost(0, total, missing, entries) <= alpha) return null;
  return run + 1 >= runBefore(found, total - read) ? "random" : "ranked";
}

/** The rule on an order whose labels are known, with a given list of places in that order. */
export function runControlList(
  labels: ArrayLike<number>,
  list: ArrayLike<number>,
  { target, confidence }: RunOptions,
): StoppingRun {
  const total = labels.length;
  const aims = aimsOf(target, confidence);
  const isRead = new Uint8Array(total);
  const state = { total, read: 0, found: 0, entries: 0, ahead: 0, run: 0 };
  let place = 0;
  let drawn = 0;
  for (let next = nextOf(state, aims); next; next = nextOf(state, aims)) {
    const at = next === "random" ? list[state.entries++]! : place++;
    const relevant = labels[at] === 1;
    if (isRead[at]) {
      if (next === "ranked" && relevant) state.ahead--;
      continue;
    }
    isRead[at] = 1;
    state.read++;
    state.run = relevant ? 0 : state.run + 1;
    if (relevant) state.found++;
    if (next === "random") {
      drawn++;
      if (relevant) state.ahead++;
    }
  }
  return runOf(labels, state.read, state.found, drawn);
}

function stateOf({ total, labelsInOrder, drawnAtRandom, listEntries }: StoppingInput): State {
  const read = labelsInOrder.length;
  let ahead = 0;
  let drawn = 0;
  let run = 0;
  for (let i = 0; i < read; i++) {
    run = labelsInOrder[i] === 1 ? 0 : run + 1;
    if (drawnAtRandom?.[i] !== 1) continue;
    drawn++;
    if (labelsInOrder[i] === 1) ahead++;
  }
  return { total, read, found: foundIn(labelsInOrder), entries: listEntries ?? drawn, ahead, run };
}

function check(input: StoppingInput): StoppingVerdict {
  const { total, labelsInOrder, target, confidence } = input;
  const aims = aimsOf(target, confidence);
  const { alpha } = aims;
  const state = stateOf(input);
  const { read, found, entries, ahead, run } = state;
  const unread = total - read;
  const missing = tooManyMissing(found, target);
  const next = nextOf(state, aims);
  const needed = Math.max(entries, entriesNeeded(total, missing, alpha));
  // Entries that are read already cost nothing; the others are spread like the unread records.
  const byList = Math.ceil(((needed - entries) * unread) / Math.max(1, total - entries));
  const byRank =
    ahead > 0
      ? Math.ceil((unread * ahead) / (ahead + 1))
      : entries >= needed
        ? 0
        : Math.max(0, Math.ceil(aims.runBefore(found, unread)) - run - 1);
  const left = next === null ? 0 : Math.min(unread, Math.max(1, byRank + byList));
  const p = next === null && unread === 0 ? 0 : hypergeometricAtMost(ahead, total, missing + ahead, entries);
  // Missing records, the least number that would show itself in the list.
  let excluded = missing;
  while (excluded <= unread && hypergeometricAtMost(ahead, total, excluded + ahead, entries) > alpha)
    excluded++;
  while (excluded > 1 && hypergeometricAtMost(ahead, total, excluded - 1 + ahead, entries) <= alpha)
    excluded--;
  const expected = entries > 0 ? Math.min(unread, (ahead * (total - entries)) / entries) : null;
  const estimate =
    found === 0 ? null : expected === null ? recallByTail(labelsInOrder, total) : found / (found + expected);
  const promise = `a recall of ${percent(target)} with a confidence of ${percent(confidence)}`;
  const words =
    unread === 0
      ? "All records have been read."
      : next === null
        ? `Stop: ${promise} is reached, whatever the order. The order has passed all relevant records among the first ${entries} entries of the control list; if ${missing} of the ${unread} unread records were relevant, none of them would stand there in at most ${percent(1 - confidence)} of all lists.`
        : ahead > 0
          ? `Read on by rank: the control list holds ${records(ahead)} that ${ahead === 1 ? "is" : "are"} relevant and that the order has not reached. About ${records(left)} more, fewer if they stand near.`
          : next === "random"
            ? `Read the control list: ${entries} of ${needed} entries gone through, about ${records(left)} more to read; then ${promise} can be promised if none is relevant.`
            : `Read on by rank: ${records(read)} read, ${found} relevant. If no more come, the control list begins after ${records(Math.max(1, byRank))}, and about ${records(left)} are left until ${promise} can be promised.`;
  return {
    rule: "control-list",
    stop: next === null,
    next,
    read,
    found,
    p,
    recall: {
      estimate,
      lower: found === 0 ? null : found / (found + Math.min(unread, excluded - 1)),
      upper: found === 0 ? null : 1,
    },
    recordsLeft: left,
    guarantee: "any-order",
    words,
  };
}

/** Reads by rank beside a random control list. */
export const controlList: StoppingRule = {
  name: "control-list",
  guarantee: "any-order",
  withheld: true,
  about:
    "Reads by rank; when little comes, also the first entries of a random list of all records; stops when the list is long enough and the order has passed all relevant entries read. The promised recall holds with the confidence asked whatever the order, as long as the ranker learns an entry's label only when the order reaches it.",
  check,
  simulate: (labels, options) =>
    runControlList(labels, controlOrder(labels.length, options.seed ?? 1), options),
};
