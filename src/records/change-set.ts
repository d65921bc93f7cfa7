// Changes of the registry as one thing that can be shown, and taken back as a whole: an import, an edit of
// one record or of many. Taking back is a change of its own; nothing is deleted.

import type { Sha256 } from "#kernel";

export const changeSetKinds = ["import", "edit", "undo"] as const;
export type ChangeSetKind = (typeof changeSetKinds)[number];

export type ChangeSet = {
  /** Readable, never used again: `change-12`. */
  readonly id: string;
  readonly kind: ChangeSetKind;
  /** What was done, in words of whoever did it or of the file it came from. */
  readonly title: string;
  /** The file it came from, where it is an import. */
  readonly source: Sha256 | null;
  /** The change it takes back, where it is an undo. */
  readonly undoes: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at: string;
  readonly by: string;
};

/** What a change did to one record: versions before and after; no `after` means it was taken out. */
export type ChangeItem = {
  readonly evaluation: string;
  readonly before: number | null;
  readonly after: number | null;
};

/** Whether two records are about one and the same evaluation, as a person decided. */
export const duplicateVerdicts = ["same", "different", "undecided"] as const;
export type DuplicateVerdict = (typeof duplicateVerdicts)[number];

export type DuplicateDecision = {
  /** The two records, the first before the second by code point. */
  readonly first: string;
  readonly second: string;
  readonly verdict: DuplicateVerdict;
  /** The record that stands for both where they are the same. */
  readonly keep: string | null;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
};
