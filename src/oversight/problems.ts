import type { ProblemCatalogue } from "#kernel";

/** Problems of follow-up: code → what it means and what to do. */
export const oversightProblems = {
  "oversight.step-not-open": {
    meaning: "A step of follow-up does not fit the state the recommendation or action is in.",
    remedy: "Look at the steps the page offers; reopen first what was closed.",
  },
  "oversight.reason-missing": {
    meaning: "A rejection, partial acceptance, cancellation or change of date came without its reason.",
    remedy: "Say why, in a sentence.",
  },
  "oversight.verifier-same": {
    meaning: "Whoever completed an action also verified it.",
    remedy: "Let somebody else verify it.",
  },
  "oversight.evidence-missing": {
    meaning: "An action was to be verified without any evidence attached.",
    remedy: "Attach the document that shows the work first.",
  },
  "oversight.action-unknown": {
    meaning: "An event names an action the recommendation does not have.",
    remedy: "Take the number of an action from the page.",
  },
  "oversight.date-unreadable": {
    meaning: "A date of follow-up is not a day of the calendar.",
    remedy: "Write it as 2026-03-31.",
  },
} as const satisfies ProblemCatalogue;
export type OversightProblemCode = keyof typeof oversightProblems;
