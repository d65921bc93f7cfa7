// Reads by rank until that no longer pays, then draws at random from the rest until the draws exclude a missed
// target, whatever the order was. The ranker may learn from everything.

import { type ControlEvidence, controlEvidence } from "./control-evidence.ts";
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
  tailLength,
  tooManyMissing,
} from "./stopping-rule.ts";
import { drawsWithoutHit, runsBeforeDrawing } from "./switch-point.ts";

/** Drawing too early is dearer than too late: a hit lengthens it, a record read by rank for nothing is one. */
const patience = 2;

/**
 * Nor does drawing begin while the tail of the order promises more unread relevant records than this share of
 * the number to be excluded: each of them would come up as a hit.
 */
const mostExpected = 0.5;

/** Whether drawing is to begin, after this run of irrelevant records and with so many relevant ones in the tail. */
function pays(
  state: { readonly read: number; readonly found: number; readonly run: number; readonly inTail: number },
  total: number,
  target: number,
  runBefore: (found: number, unread: number) => number,
): boolean {
  const { read, found, run, inTail } = state;
  const unread = total - read;
  if (run + 1 < patience * runBefore(found, unread)) return false;
  const expected = read === 0 ? unread : (inTail / tailLength(read)) * unread;
  return expected <= mostExpected * tooManyMissing(found, target);
}

function replay({ total, labelsInOrder, drawnAtRandom }: StoppingInput): ControlEvidence {
  const evidence = controlEvidence(total);
  for (let i = 0; i < labelsInOrder.length; i++) {
    const label = labelsInOrder[i] === 1 ? 1 : 0;
    if (drawnAtRandom?.[i] === 1) evidence.addDrawn(label);
    else evidence.addRanked(label);
  }
  return evidence;
}

/** Draws still needed if none of them is relevant. */
function drawsLeft(evidence: ControlEvidence, total: number, target: number, alpha: number): number {
  const read = evidence.read();
  const unread = total - read;
  const missing = tooManyMissing(evidence.found(), target);
  let log = evidence.againstMissing(target);
  let expected = evidence.expectedMissing();
  for (let draws = 0; draws < unread; draws++) {
    const left = unread - draws;
    if (log >= -Math.log(alpha) || missing > left) return draws;
    log += Math.log1p(-Math.min(0.5, expected / left)) - Math.log1p(-missing / left);
    expected *= (left - 1) / left;
  }
  return unread;
}

function check(input: StoppingInput): StoppingVerdict {
  const { total, labelsInOrder, drawnAtRandom, target, confidence } = input;
  const alpha = 1 - confidence;
  const evidence = replay(input);
  const read = evidence.read();
  const found = evidence.found();
  const unread = total - read;
  const log = evidence.againstMissing(target);
  const stop = unread === 0 || log >= -Math.log(alpha);
  let run = 0;
  while (run < read && labelsInOrder[read - 1 - run] !== 1 && drawnAtRandom?.[read - 1 - run] !== 1) run++;
  const runBefore = runsBeforeDrawing(target, alpha);
  const tail = tailLength(read);
  const inTail = found - foundIn(labelsInOrder, read - tail);
  const drawing = evidence.draws() > 0 || pays({ read, found, run, inTail }, total, target, runBefore);
  const next = stop ? null : drawing ? "random" : "ranked";
  const runLeft = Math.ceil(patience * runBefore(found, unread)) - run - 1;
  // A tail that still holds relevant records has to be left behind, unless the run alone is what is waited for.
  const byRank = next === "ranked" ? Math.min(unread, Math.max(1, runLeft > 0 ? runLeft : tail - run)) : 0;
  const byDraw = stop
    ? 0
    : next === "random"
      ? drawsLeft(evidence, total, target, alpha)
      : drawsWithoutHit(found, unread - byRank, target, alpha);
  const missing = tooManyMissing(found, target);
  const p = unread === 0 ? 0 : Math.min(1, Math.exp(-log));
  const estimate =
    evidence.draws() > 0
      ? found === 0
        ? null
        : found / (found + Math.min(unread, evidence.expectedMissing()))
      : recallByTail(labelsInOrder, total);
  return {
    rule: "certified",
    stop,
    next,
    read,
    found,
    p,
    recall: {
      estimate,
      lower: found === 0 ? null : found / evidence.mostRelevant(alpha),
      upper: found === 0 ? null : 1,
    },
    recordsLeft: stop ? 0 : Math.min(unread, byRank + byDraw),
    guarantee: "any-order",
    words: wordsOf({
      stop,
      next,
      read,
      found,
      unread,
      missing,
      p,
      byRank,
      byDraw,
      target,
      confidence,
      evidence,
    }),
  };
}

function wordsOf(state: {
  readonly stop: boolean;
  readonly next: "ranked" | "random" | null;
  readonly read: number;
  readonly found: number;
  readonly unread: number;
  readonly missing: number;
  readonly p: number;
  readonly byRank: number;
  readonly byDraw: number;
  readonly target: number;
  readonly confidence: number;
  readonly evidence: ControlEvidence;
}): string {
  const { stop, next, read, unread, missing, p, byRank, byDraw, evidence } = state;
  const promise = `a recall of ${percent(state.target)} with a confidence of ${percent(state.confidence)}`;
  const drawn = `${records(evidence.draws())} drawn at random held ${evidence.hits()} relevant`;
  if (unread === 0) return "All records have been read.";
  if (stop)
    return `Stop: ${promise} is reached, in whatever order was read. ${drawn}; if ${missing} or more of the ${unread} unread records were relevant, the evidence of the draws (p = ${p.toPrecision(2)}) would come once in ${Math.round(1 / (1 - state.confidence))} reviews at most.`;
  if (next === "ranked")
    return `Read on by rank: ${records(read)} read, ${state.found} relevant. If no more come, drawing at random begins after ${byRank} and takes about ${byDraw}; then ${promise} can be promised. To promise it ${missing} missing records have to be excluded.`;
  return `Draw at random from the ${unread} unread records: ${drawn}, p = ${p.toPrecision(2)} against ${missing} or more missing. About ${records(byDraw)} more if none is relevant; then ${promise} can be promised.`;
}

/**
 * The rule on an order whose labels are known; a draw is the next entry of the list that is still unread, which
 * for a random list is a random draw from the unread.
 */
export function runCertified(
  labels: ArrayLike<number>,
  list: ArrayLike<number>,
  { target, confidence }: RunOptions,
): StoppingRun {
  const total = labels.length;
  const alpha = 1 - confidence;
  const limit = -Math.log(alpha);
  const evidence = controlEvidence(total);
  const labelAt = (place: number) => (labels[place] === 1 ? 1 : 0);
  const runBefore = runsBeforeDrawing(target, alpha);
  const foundUpTo = new Uint32Array(total + 1);
  let run = 0;
  const drawingPays = () => {
    const read = evidence.read();
    const inTail = foundUpTo[read]! - foundUpTo[read - tailLength(read)]!;
    return pays({ read, found: evidence.found(), run, inTail }, total, target, runBefore);
  };
  while (evidence.read() < total && !drawingPays() && evidence.againstMissing(target) < limit) {
    const label = labelAt(evidence.read());
    evidence.addRanked(label);
    foundUpTo[evidence.read()] = evidence.found();
    run = label === 1 ? 0 : run + 1;
  }
  const from = evidence.read();
  for (let entry = 0; evidence.read() < total && evidence.againstMissing(target) < limit; entry++)
    if (list[entry]! >= from) evidence.addDrawn(labelAt(list[entry]!));
  return runOf(labels, evidence.read(), evidence.found(), evidence.draws());
}

/** Reads by rank, then draws at random from the rest; the default. */
export const certifiedSample: StoppingRule = {
  name: "certified",
  guarantee: "any-order",
  withheld: false,
  about:
    "Reads by rank until that no longer pays, then draws at random from the unread records until the draws exclude a missed target. The promised recall holds with the confidence asked whatever the order of reading, and the evidence may be looked at after every record.",
  check,
  simulate: (labels, options) =>
    runCertified(labels, controlOrder(labels.length, options.seed ?? 1), options),
};
