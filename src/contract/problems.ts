import type { ProblemCatalogue } from "#kernel";

/** Problems the typed client states itself; all others come from the server. */
export const contractProblems = {
  "contract.unreachable": {
    meaning: "The server does not answer.",
    remedy: "Check that it is running and that you are connected, then try again.",
  },
  "contract.answer-unreadable": {
    meaning: "The server answered with a failure and no explanation, as a proxy in between does.",
    remedy: "Try again; if it stays so, tell the administrator.",
  },
} as const satisfies ProblemCatalogue;
