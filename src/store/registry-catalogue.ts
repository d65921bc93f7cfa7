// What the catalogue promises about changes of the registry, mappings, vocabularies and duplicates.

import type { Result, Sha256 } from "#kernel";
import type {
  AccessTier,
  ChangeItem,
  ChangeSet,
  DuplicateDecision,
  Evaluation,
  StoredVocabulary,
  Vocabulary,
} from "#records";

/** A change as it is asked for; identifier and time are given by the catalogue and the caller. */
export type NewChange = Omit<ChangeSet, "id">;

/** Nothing is kept of a change in which nothing differs: `change` is null then. */
export type ChangeCounts = {
  readonly change: ChangeSet | null;
  readonly added: number;
  readonly superseded: number;
  readonly unchanged: number;
};

/** A record that differs from the one that stands, made ready outside of the transaction that keeps it. */
export type PreparedRecord = {
  readonly id: string;
  /** The record as JSON text. */
  readonly json: string;
  /** The version it was prepared against; null where none stood. */
  readonly standing: number | null;
};

/** A record that stands, with its version and the tier of the source it was read from. */
export type StandingEvaluation = {
  readonly version: number;
  readonly record: Evaluation;
  readonly tier: AccessTier | null;
};

export type VersionOfEvaluation = {
  readonly version: number;
  readonly record: Evaluation;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly supersededAt: string | null;
};

/** A saved record of an open shape, with who saved it and when. */
export type SavedVersion = {
  readonly id: string;
  readonly version: number;
  readonly record: unknown;
  readonly recordedAt: string;
  readonly recordedBy: string;
};

/** The fields of a record by which it is told from another. */
export type RecordFeatures = Pick<
  Evaluation,
  "id" | "title" | "link" | "symbol" | "timing" | "year" | "countries"
>;

/** Reports of one project as far as symbols and relations tell. */
export type ProjectRow = {
  readonly symbol: string;
  readonly evaluations: readonly string[];
};

export type RegistryCatalogue = {
  readonly changes: {
    /**
     * Puts records as one change that can be taken back. Runs inside a transaction. Where nothing differs
     * nothing is kept, the change neither.
     */
    put(records: readonly Evaluation[], change: NewChange): Promise<ChangeCounts>;
    /**
     * Puts records that were prepared and compared outside of the transaction, a part at a time, so that a
     * transaction of many records is short and none of them stands in memory. Refused with
     * `store.records-moved` where somebody changed one of them since; prepare them anew then.
     */
    putPrepared(
      parts: AsyncIterable<readonly PreparedRecord[]>,
      change: NewChange,
    ): Promise<Result<ChangeCounts>>;
    /**
     * Takes a change back as a whole: each record returns to what it was, or goes. Refused, with every
     * record named, where one has been changed since.
     */
    undo(
      id: string,
      change: Omit<NewChange, "kind" | "undoes" | "source">,
    ): Promise<Result<ChangeCounts & { readonly change: ChangeSet }>>;
    byId(id: string): Promise<{
      readonly change: ChangeSet;
      readonly items: readonly ChangeItem[];
      /** The change that took it back. */
      readonly undoneBy: string | null;
    } | null>;
    list(page: { readonly limit: number; readonly offset: number }): Promise<{
      readonly total: number;
      readonly changes: readonly (ChangeSet & {
        readonly items: number;
        readonly undoneBy: string | null;
      })[];
    }>;
    /** The records that stand under these identifiers, in the order of the identifiers. */
    standing(ids: readonly string[]): Promise<readonly StandingEvaluation[]>;
    /** Every version of a record, newest first. */
    versions(evaluation: string): Promise<readonly VersionOfEvaluation[]>;
  };
  /** Tables handed in that wait for their mapping. */
  readonly drafts: {
    add(draft: {
      readonly sha256: Sha256;
      readonly name: string;
      readonly at: string;
      readonly by: string;
    }): Promise<void>;
    byHash(sha256: Sha256): Promise<{ readonly name: string; readonly addedBy: string } | null>;
    /** False where none was waiting any more. */
    remove(sha256: Sha256): Promise<boolean>;
    /** Drafts older than this instant, to be thrown away. */
    before(at: string): Promise<readonly Sha256[]>;
  };
  readonly mappings: {
    list(): Promise<readonly SavedVersion[]>;
    byId(id: string): Promise<SavedVersion | null>;
    put(id: string, record: unknown, at: string, by: string): Promise<number>;
  };
  readonly vocabularies: {
    list(): Promise<readonly StoredVocabulary[]>;
    versions(id: string): Promise<readonly StoredVocabulary[]>;
    put(vocabulary: Vocabulary, at: string, by: string): Promise<number>;
  };
  readonly duplicates: {
    /** What duplicates are told by, of all current records of these tiers, in the order of identifiers. */
    features(tiers?: readonly AccessTier[]): Promise<readonly RecordFeatures[]>;
    decide(decisions: readonly DuplicateDecision[]): Promise<void>;
    /** The decision that stands for each pair ever decided; `undecided` ones are left out. */
    standing(): Promise<readonly DuplicateDecision[]>;
    /** All decisions on a record, newest first. */
    of(evaluation: string): Promise<readonly DuplicateDecision[]>;
  };
  readonly projects: {
    /** Real symbols of the current records of these tiers, with their evaluations; placeholders are no keys. */
    list(filter: {
      readonly tiers?: readonly AccessTier[];
      readonly symbol?: string;
      readonly atLeast: number;
      readonly limit: number;
      readonly offset: number;
    }): Promise<{ readonly total: number; readonly projects: readonly ProjectRow[] }>;
  };
};
