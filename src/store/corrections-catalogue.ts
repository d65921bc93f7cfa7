// What the store promises about corrections of readings and about jobs that read many files.

import type { Language, Problem, Sha256 } from "#kernel";
import type {
  AccessTier,
  Correction,
  DecidedPassage,
  Origin,
  ReadingJob,
  ReadingJobFile,
  ReadingOutcome,
} from "#records";

/** A document in the queue of what is unsure. */
export type QueuedDocument = {
  readonly source: Sha256;
  readonly title: string;
  readonly name: string;
  readonly language: Language | null;
  readonly pages: number | null;
  readonly origin: Origin;
  /** Proposals below the confidence asked for. */
  readonly unsure: number;
  /** All proposals nobody has decided on. */
  readonly proposals: number;
  readonly decided: number;
  readonly rejected: number;
  /** Passages of people whose words the present reading does not have. */
  readonly toCheck: number;
};

export type CorrectionsCatalogue = {
  /** Inside a transaction: until it ends no other one corrects or reads this document. */
  lock(source: Sha256): Promise<void>;
  /** Number of the text that stands; null for a document that was not read. */
  textVersion(source: Sha256): Promise<number | null>;
  /** The passages that stand, in the order of the text. */
  standing(source: Sha256): Promise<readonly DecidedPassage[]>;
  /** Proposals that were rejected and not restored. */
  rejected(source: Sha256): Promise<readonly DecidedPassage[]>;
  /** Every version of these passages, oldest first. */
  versions(ids: readonly string[]): Promise<readonly (DecidedPassage & { readonly stands: boolean })[]>;
  /** Takes `before` out, puts `insert` in its place and appends the event, whose `after` is what was put in. */
  record(
    event: Omit<Correction, "number" | "after"> & { readonly insert: readonly DecidedPassage[] },
  ): Promise<Correction>;
  byNumber(number: number): Promise<Correction | null>;
  /** The act that took this one back. */
  undoneBy(number: number): Promise<Correction | null>;
  /** The last acts on a document, newest first. */
  history(source: Sha256, limit: number): Promise<readonly Correction[]>;
  /** Acts that put something in the place of a passage, newest first. */
  mentioning(source: Sha256, id: string): Promise<readonly Correction[]>;
  /** Documents with most to decide first; with `all` also those with nothing left. */
  queue(filter: {
    readonly below: number;
    readonly all: boolean;
    readonly tiers: readonly AccessTier[];
    readonly limit: number;
    readonly offset: number;
  }): Promise<{ readonly total: number; readonly documents: readonly QueuedDocument[] }>;
  /** Who corrected what since a moment, newest first. */
  atWork(
    since: string,
  ): Promise<readonly { readonly source: Sha256; readonly by: string; readonly at: string }[]>;
};

/** What a document's new reading did to its passages. */
export type RereadCounts = {
  readonly added: number;
  readonly superseded: number;
  readonly unchanged: number;
  /** Passages of people that stand after it. */
  readonly kept: number;
  /** Of these, those whose words were found at another place of the new text. */
  readonly moved: number;
  /** Of these, those whose words the new text does not have; they stay tied to the old one. */
  readonly toCheck: number;
};

export type ReadingJobsCatalogue = {
  add(job: ReadingJob): Promise<void>;
  byId(id: string): Promise<ReadingJob | null>;
  /** Newest first. */
  list(limit: number): Promise<readonly ReadingJob[]>;
  setState(id: string, state: ReadingJob["state"]): Promise<void>;
  addFile(file: {
    readonly job: string;
    readonly name: string;
    readonly sha256: Sha256;
    readonly bytes: number;
  }): Promise<ReadingJobFile>;
  files(job: string): Promise<readonly ReadingJobFile[]>;
  /** The tiers of those of its files that are sources by now. */
  tiers(job: string): Promise<ReadonlyMap<Sha256, AccessTier>>;
  /** When a file of it was last read to its end; null where none was. */
  lastEnd(job: string): Promise<string | null>;
  /** Files by state, without reading them all. */
  counts(
    job: string,
  ): Promise<Readonly<Record<ReadingJobFile["state"], number>> & { readonly pages: number }>;
  /** The first queued file of a running job (of this one, where named), marked as being read. */
  take(at: string, job?: string): Promise<{ readonly job: ReadingJob; readonly file: ReadingJobFile } | null>;
  progress(job: string, number: number, pages: number): Promise<void>;
  finish(
    job: string,
    number: number,
    end: {
      readonly state: "queued" | "done" | "failed";
      readonly pages: number | null;
      readonly passages: number | null;
      readonly outcome: ReadingOutcome | null;
      readonly problems: readonly Problem[];
      readonly at: string;
    },
  ): Promise<void>;
  /** Puts failed files back into the queue; how many. */
  retry(job: string): Promise<number>;
  /**
   * After a stop of the program: files that were being read are queued again; those it happened to
   * `mostAttempts` times are failed with the problem.
   */
  recover(mostAttempts: number, problem: Problem, at: string): Promise<number>;
};
