import type { ProblemCatalogue } from "#kernel";

/** What can be wrong with a request to protect tables. */
export const disclosureProblems = {
  "statistics.disclosure-request-invalid": {
    meaning:
      "Tables are protected over dimensions with names and levels of their own, and one code for each row; a number lies within its bounds.",
    remedy: "Correct the field named; the message says what it may hold.",
  },
  "statistics.disclosure-code-unknown": {
    meaning: "A code is the place of a level, or -1 where there is no answer.",
    remedy: "Correct the rows named, or add the level.",
  },
  "statistics.disclosure-too-large": {
    meaning:
      "All crosses of the variables are decided on together; with too many levels most cells would have few cases, and nearly all would be withheld.",
    remedy: "Open fewer variables for tables, or ones with fewer levels: regions in place of districts.",
  },
  "statistics.disclosure-not-reached": {
    meaning:
      "Cells that must not be shown could still be computed from the others after many rounds of withholding more; nothing is shown then.",
    remedy: "Open fewer variables for tables, or ones with fewer levels.",
  },
  "statistics.disclosure-stopped": {
    meaning: "The work was stopped before the pattern was found; half a pattern protects nothing.",
    remedy: "Start it again.",
  },
  "statistics.protection-unreadable": {
    meaning: "A stored protection has another shape, or its tables do not fit its dimensions.",
    remedy: "Compute it anew from the rows.",
  },
} as const satisfies ProblemCatalogue;
