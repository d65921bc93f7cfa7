import type { Sha256, Span } from "#kernel";

/** The place in a report that a cell, a code or a sentence rests on: spans slice the named text exactly. */
export type Anchor = {
  /** Null where the text is no record of the review, as an earlier review's report. */
  readonly record: string | null;
  readonly source: Sha256;
  /** The text the spans count in: the version of the reading that first had it. */
  readonly textVersion: number;
  /** Unicode code points, end exclusive. */
  readonly spans: readonly Span[];
  /** The slices joined by one blank, kept so that the log can be read without the report. */
  readonly quote: string;
  readonly page: number | null;
  /** A passage of the registry that covers it, where it was taken from one. */
  readonly passage: string | null;
};
