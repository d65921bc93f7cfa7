import {
  foundIn,
  recallByTail,
  records,
  runOf,
  type StoppingInput,
  type StoppingRule,
  type StoppingVerdict,
} from "./stopping-rule.ts";

/** As commonly used: five per cent of the stack, but fifty at least. */
const runLength = (total: number) => Math.max(50, Math.ceil(total * 0.05));

function check({ total, labelsInOrder }: StoppingInput): StoppingVerdict {
  const read = labelsInOrder.length;
  let run = 0;
  while (run < read && labelsInOrder[read - 1 - run] !== 1) run++;
  const asked = runLength(total);
  const stop = read >= total || run >= asked;
  const left = stop ? 0 : Math.min(total - read, asked - run);
  return {
    rule: "consecutive-irrelevant",
    stop,
    next: stop ? null : "ranked",
    read,
    found: foundIn(labelsInOrder),
    p: null,
    recall: { estimate: recallByTail(labelsInOrder, total), lower: null, upper: null },
    recordsLeft: left,
    guarantee: "none",
    words:
      read >= total
        ? "All records have been read."
        : stop
          ? `The last ${records(run)} were irrelevant, so the rule stops. It promises nothing: how much is missing it cannot say.`
          : `The last ${records(run)} were irrelevant; the rule stops after ${asked} in a row, ${records(left)} from here if nothing relevant comes. It promises nothing.`,
  };
}

/** Stops after a run of irrelevant records: quick, widely used, and without any promise. */
export const consecutiveIrrelevant: StoppingRule = {
  name: "consecutive-irrelevant",
  guarantee: "none",
  withheld: false,
  about:
    "Stops when a twentieth of the stack, fifty records at least, was irrelevant in a row. No guarantee of recall.",
  check,
  simulate(labels, _options) {
    const asked = runLength(labels.length);
    let run = 0;
    let found = 0;
    for (let read = 0; read < labels.length; read++) {
      if (run >= asked) return runOf(labels, read, found);
      if (labels[read] === 1) {
        found++;
        run = 0;
      } else run++;
    }
    return runOf(labels, labels.length, found);
  },
};
