import type { Role } from "#records";

/** `everyone` includes visitors who have not signed in; `operator` is whoever can read the data folder. */
export type Allowed = "everyone" | "operator" | readonly Role[];

export type ActionRule = {
  readonly allowed: Allowed;
  /** Completes "may …". */
  readonly does: string;
  /** Why the line is drawn there: one sentence. */
  readonly because: string;
};
