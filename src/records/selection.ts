import type { Localised, Sha256 } from "#kernel";

/** A version of an indicator that an installation added, or put in the place of one that comes with Socle. */
export type StoredIndicator = {
  readonly id: string;
  /** 1 for the first the installation wrote; what comes with Socle is not counted. */
  readonly version: number;
  /** The indicator as `securities` reads it. */
  readonly record: unknown;
  readonly reason: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly supersededAt: string | null;
};

/**
 * A frozen choice of values: rule, releases and decisions of people, and the release that came of them. A
 * version is written once; what is decided anew makes the next.
 */
export type StoredSelection = {
  readonly id: string;
  readonly version: number;
  readonly title: Localised;
  /** The rule as `securities` reads it, as JSON. */
  readonly rule: unknown;
  readonly ruleSha256: Sha256;
  /** Releases that were chosen from, first those that count first where two give the same figure. */
  readonly inputs: readonly { readonly id: string; readonly checksum: Sha256 }[];
  /** Indicators as the catalogue had them. */
  readonly indicators: readonly unknown[];
  /** Every decision of a person so far, in the order they were made; the last one on a cell stands. */
  readonly overrides: readonly unknown[];
  /** The release of chosen values. */
  readonly release: string;
  /** The table of chosen values: a file of the store. */
  readonly table: Sha256;
  /** What was found: counts, coverage below the minimum, flags. */
  readonly outcome: unknown;
  readonly outcomeSha256: Sha256;
  readonly createdAt: string;
  readonly createdBy: string;
};
