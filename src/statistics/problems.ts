/** Every problem this module can report, with the sentence that explains the rule behind it. */
export const statisticsProblems = {
  "statistics.no-values": "A figure over values needs at least one value.",
  "statistics.value-not-finite": "A value is not a finite number; missing values are to be left out before.",
  "statistics.probability-out-of-range": "A probability lies between 0 and 1.",
  "statistics.lengths-differ": "Values and weights are given in pairs.",
  "statistics.weights-invalid": "A weight is a finite number of at least 0, and not all weights are 0.",
} as const satisfies Readonly<Record<string, string>>;
