import type { ProblemCatalogue } from "./problem-catalogue.ts";

/** Problems of the words every module shares. */
export const kernelProblems = {
  "kernel.period-unreadable": {
    meaning: "A text is not a period: a year from 1000 to 2999, half, quarter, month, day or span of years.",
    remedy: "Write 2019, 2019-S1, 2019-Q3, 2019-07, 2019-07-31 or 2012/2018.",
  },
} as const satisfies ProblemCatalogue;
