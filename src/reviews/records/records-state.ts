import type { RecordRole, ReviewRecord, RunSearch } from "#records";

export type RecordState = {
  /** As it stands after all edits. */
  record: ReviewRecord;
  /** Whether its abstract is its publisher's: it came from a file, or was typed in, whatever evaluation it was linked to since. */
  publishersAbstract: boolean;
  /** The event that brought it. */
  readonly added: number;
  /** Numbers of the events that edited it; texts changed after the order was learnt. */
  readonly edits: number[];
  /** The record this one is a duplicate of. */
  duplicateOf: string | null;
  /** Its project and its role there, where reports are linked. */
  project: string | null;
  role: RecordRole | null;
};

export type RecordsState = {
  readonly searches: Map<string, { readonly search: RunSearch; readonly event: number; readonly at: string }>;
  /** In the order they came. */
  readonly byId: Map<string, RecordState>;
  /** Reasons of each joined duplicate, by the record that is one, and which record it was joined to then. */
  readonly joined: Map<
    string,
    { readonly reasons: readonly string[]; readonly event: number; readonly to: string }
  >;
  /** The duplicates of each record that has some. */
  readonly duplicates: Map<string, Set<string>>;
  /** Pairs that people found to be different, `R1 R2`, the lower first. */
  readonly different: Set<string>;
  /** Counts changes of texts and records, so that an order knows when it is out of date. */
  revision: number;
};

export const emptyRecords = (): RecordsState => ({
  searches: new Map(),
  byId: new Map(),
  joined: new Map(),
  duplicates: new Map(),
  different: new Set(),
  revision: 0,
});
