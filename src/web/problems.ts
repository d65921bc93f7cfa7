import type { ProblemCatalogue } from "#kernel";

/** Problems that arise in the pages themselves. */
export const webProblems = {
  "web.file-unreadable": {
    meaning: "The browser could not read a chosen file, or could not send it.",
    remedy: "Check that it was not moved or changed since you chose it, and choose it again.",
  },
  "web.unexpected": {
    meaning: "Something in the page failed that should not fail; the message has the program's own words.",
    remedy: "Load the page again; if it stays so, report it with the address of the page.",
  },
} as const satisfies ProblemCatalogue;

export type WebProblemCode = keyof typeof webProblems;
