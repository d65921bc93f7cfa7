// What the catalogue promises about checks of releases that are under way.

import type { Problem } from "#kernel";
import type { ReleaseCheckWork } from "#records";

export type ReleaseChecksCatalogue = {
  /** Puts the check of a release into the queue; one that is there already stays as it is. */
  ask(release: string, at: string, by: string): Promise<void>;
  of(release: string): Promise<ReleaseCheckWork | null>;
  /** The next in the queue, or the one of a release, as begun; null when there is none. */
  take(release?: string): Promise<ReleaseCheckWork | null>;
  progress(release: string, done: number, total: number | null): Promise<void>;
  /** Inside a transaction, with what was found: takes it away; false where somebody has stopped it meanwhile. */
  complete(release: string): Promise<boolean>;
  fail(release: string, problems: readonly Problem[]): Promise<void>;
  /** Back into the queue, because the program ends. */
  giveBack(release: string): Promise<void>;
  /** False where it was not under way. */
  stop(release: string): Promise<boolean>;
  /** What an earlier process left: into the queue again, or given up after so many attempts. */
  recover(mostAttempts: number, problem: Problem): Promise<void>;
};
