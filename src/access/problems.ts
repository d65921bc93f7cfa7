// Every problem the policy can report, with what it means and what to do.

export const accessProblems = {
  "access.sign-in-needed":
    "The action or the resource is not open to visitors. Sign in with an account that has one of the roles named.",
  "access.not-allowed":
    "The account's role does not include the action, or not on this resource. The message says which roles do; ask one of them, or ask a manager for the role.",
} as const;

export type AccessProblemCode = keyof typeof accessProblems;
