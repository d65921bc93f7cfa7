import type { Localised } from "#kernel";

/** One term of a vocabulary. A retired term stays readable in old records and is offered no longer. */
export type VocabularyTerm = {
  readonly code: string;
  readonly label: Localised;
  /** What falls under it, where the label alone does not say. */
  readonly note: Localised | null;
  /** Code of the term above it. */
  readonly broader: string | null;
  readonly isRetired: boolean;
};

/** A list of terms in four languages, versioned: every change is a new version. */
export type Vocabulary = {
  readonly id: string;
  readonly title: Localised;
  /** Fixed lists have codes that records and reading depend on: labels may change, codes may not. */
  readonly isFixed: boolean;
  readonly terms: readonly VocabularyTerm[];
};

export type StoredVocabulary = Vocabulary & {
  readonly version: number;
  readonly recordedAt: string;
  readonly recordedBy: string;
};
