// The check of a release as work under way, as far as the catalogue keeps it. What a check found is an act in the
// history of the release; of a check that came to its end nothing is kept here.

import type { Problem } from "#kernel";

/** `stopped` by a person, `failed` with its problems: both until somebody asks for the check again. */
export const checkWorkStates = ["queued", "checking", "stopped", "failed"] as const;
export type CheckWorkState = (typeof checkWorkStates)[number];

export type ReleaseCheckWork = {
  readonly release: string;
  readonly state: CheckWorkState;
  readonly askedAt: string;
  readonly askedBy: string;
  /** How often it was begun; a check that ends the program again and again is given up. */
  readonly attempts: number;
  /** Rows looked at, of how many; 0 of null before it is known. */
  readonly done: number;
  readonly total: number | null;
  readonly problems: readonly Problem[];
};
