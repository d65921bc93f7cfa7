// What is asked of a support vector machine with squared hinge loss.

import type { TermRows } from "./term-rows.ts";

/** What is known of records: rows of terms, and, where there are some, places along a few directions. */
export type RecordVectors = {
  readonly rows: TermRows;
  /** Square of what the rows are multiplied by; 1 unless directions take a share. */
  readonly rowShare: number;
  readonly directions: {
    readonly width: number;
    readonly places: Float64Array;
    readonly share: number;
  } | null;
};

export type MarginTask = {
  /** Numbers of the labelled rows, ascending, each once. */
  readonly labelled: Uint32Array;
  /** 1 or -1 for each labelled row. */
  readonly signs: Float64Array;
  /** Cost of a miss for each labelled row, > 0. */
  readonly costs: Float64Array;
  /** Size of the residual, against the right side, at which to end: 1e-12 is exact. */
  readonly precision: number;
  /** Error that no score may exceed: where that is sure, it ends sooner. By precision alone where absent. */
  readonly accuracy?: number;
};
