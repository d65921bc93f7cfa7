import type { ProblemCatalogue } from "#kernel";

/** Problems of the use cases of lessons: code → what it means and what to do. */
export const lessonsProblems = {
  "lessons.gone": {
    meaning: "A lesson was to be changed that a later reading of its report no longer finds.",
    remedy: "Mark its passage in the report as a lesson again, then change it.",
  },
  "lessons.field-foreign": {
    meaning: "A lesson was given a field of the template for good practices, or the other way round.",
    remedy: "Use the fields the message names.",
  },
} as const satisfies ProblemCatalogue;
