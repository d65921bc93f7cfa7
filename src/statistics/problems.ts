import type { ProblemCatalogue } from "#kernel";
import { disclosureProblems } from "./disclosure/problems.ts";
import { surveyProblems } from "./survey/problems.ts";

/** Every problem this module can report, with the sentence that explains the rule behind it. */
export const statisticsProblems = {
  ...surveyProblems,
  ...disclosureProblems,
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
  "statistics.ratings-uneven": {
    meaning: "Every unit or document has one place for each rater, with null where a rating is missing.",
    remedy: "Give all rows the same number of places.",
  },
  "statistics.category-unknown": {
    meaning: "A rating is none of the categories that could have been chosen, or is no value at all.",
    remedy: "Correct the rating, or add the category to the list.",
  },
  "statistics.categories-invalid": {
    meaning: "The list of categories names each of them once.",
    remedy: "Take out the repetition.",
  },
  "statistics.counts-invalid": {
    meaning: "A table of counts holds whole numbers of at least 0, one column for each category.",
    remedy: "Correct the row named; with two raters the table is square.",
  },
  "statistics.span-invalid": {
    meaning: "A coded span is not empty and lies within its text, counted in code points.",
    remedy: "Convert positions from UTF-16 units to code points, and correct what lies outside.",
  },
} as const satisfies ProblemCatalogue;
