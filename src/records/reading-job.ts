// Work on many reports: a job and its files, as far as the catalogue keeps them.

import type { Problem, Sha256 } from "#kernel";
import type { Origin } from "./source-file.ts";

export const readingFileStates = ["queued", "reading", "done", "failed"] as const;
export type ReadingFileState = (typeof readingFileStates)[number];

/** `import` brings new files in; `reread` reads documents again that are here. */
export type ReadingJobKind = "import" | "reread";

export type ReadingJob = {
  readonly id: string;
  readonly kind: ReadingJobKind;
  /** `running` works as long as files are queued; `stopped` waits to be resumed; `closed` is put away. */
  readonly state: "running" | "stopped" | "closed";
  readonly origin: Origin;
  /** The evaluation all its files are tied to; null leaves them untied. */
  readonly evaluation: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
};

/** What came of a file that was read. */
export type ReadingOutcome = {
  /** `already` was here, read by the present reader; `again` was here and has been read anew. */
  readonly came: "new" | "already" | "again";
  readonly added: number;
  readonly superseded: number;
  readonly unchanged: number;
  /** Passages of people that were kept, of which moved to another place, and of which not found again. */
  readonly kept: number;
  readonly moved: number;
  readonly toCheck: number;
};

export type ReadingJobFile = {
  readonly job: string;
  readonly number: number;
  readonly name: string;
  readonly sha256: Sha256;
  readonly bytes: number;
  readonly state: ReadingFileState;
  readonly attempts: number;
  /** Of a file under way: read so far; of one that is done: all. Null where the format has none. */
  readonly pages: number | null;
  readonly passages: number | null;
  readonly outcome: ReadingOutcome | null;
  /** Why it failed; of one that is done, remarks. */
  readonly problems: readonly Problem[];
  readonly startedAt: string | null;
  readonly endedAt: string | null;
};
