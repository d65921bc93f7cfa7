import type { ProblemCatalogue } from "#kernel";

/** Every problem this module can report, with the sentence that explains the rule behind it. */
export const statisticsProblems = {
  "statistics.no-values": {
    meaning: "A figure over values needs at least one value.",
    remedy: "Give at least one value, or show that there is none.",
  },
  "statistics.value-not-finite": {
    meaning: "A value is not a finite number; missing values are to be left out before.",
    remedy: "Leave missing values out before, and count them.",
  },
  "statistics.probability-out-of-range": {
    meaning: "A probability lies between 0 and 1.",
    remedy: "Give 0.6 for the 60th percentile, not 60.",
  },
  "statistics.lengths-differ": {
    meaning: "Values and weights are given in pairs.",
    remedy: "Give one weight for each value.",
  },
  "statistics.weights-invalid": {
    meaning: "A weight is a finite number of at least 0, and not all weights are 0.",
    remedy: "Correct the weight at the position named.",
  },
} as const satisfies ProblemCatalogue;
