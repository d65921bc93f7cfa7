import type { ProblemCatalogue } from "#kernel";

/** Problems that arise in the pages themselves. */
export const webProblems = {
  "web.file-unreadable": {
    meaning: "The browser could not read a chosen file, or could not send it.",
    remedy: "Check that it was not moved or changed since you chose it, and choose it again.",
  },
  "web.not-a-definition": {
    meaning: "A file chosen in the index builder is not an index definition.",
    remedy: "Choose a JSON file such as those in definitions/indexes, or begin with an empty definition.",
  },
  "web.several-sources": {
    meaning: "The release chosen for a preview has several figures for one indicator, country and period.",
    remedy: "Choose a release with one source for each figure; sources are never merged.",
  },
  "web.unexpected": {
    meaning: "Something in the page failed that should not fail; the message has the program's own words.",
    remedy: "Load the page again; if it stays so, report it with the address of the page.",
  },
} as const satisfies ProblemCatalogue;

export type WebProblemCode = keyof typeof webProblems;
