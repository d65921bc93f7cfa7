// Every problem the policy can report, with what it means and what to do.

import type { ProblemCatalogue } from "#kernel";

export const accessProblems = {
  "access.sign-in-needed": {
    meaning: "The action or the resource is not open to visitors.",
    remedy: "Sign in with an account that has one of the roles named.",
  },
  "access.not-allowed": {
    meaning: "The account's role does not include the action, or not on this resource.",
    remedy: "Ask one of the roles the message names to do it, or ask a manager for the role.",
  },
} as const satisfies ProblemCatalogue;

export type AccessProblemCode = keyof typeof accessProblems;
