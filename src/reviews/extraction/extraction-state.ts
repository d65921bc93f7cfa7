// What was extracted, by record and person: rows as they stand, what was submitted and what was reconciled.

import type { ExtractionForm, ExtractionRow } from "#records";

export type RowState = ExtractionRow & {
  readonly form: string;
  readonly version: string;
  /** The event that last set it. */
  readonly event: number;
  readonly at: string;
};

export type OwnExtraction = {
  readonly by: string;
  /** In the order they were first set. */
  readonly rows: Map<string, RowState>;
  /** Null while it is worked on. */
  submitted: { readonly event: number; readonly at: string; readonly nothing: string | null } | null;
  /** Event of the last change of any kind. */
  last: number;
};

export type ReconciledRows = {
  readonly event: number;
  readonly at: string;
  readonly by: string;
  readonly form: string;
  readonly version: string;
  readonly rows: readonly ExtractionRow[];
  readonly reason: string;
};

export type ExtractionState = {
  readonly forms: Map<string, { readonly form: ExtractionForm; readonly event: number }>;
  /** Names of forms that have rows; these never change. */
  readonly used: Set<string>;
  /** By record, then person. */
  readonly own: Map<string, Map<string, OwnExtraction>>;
  readonly reconciled: Map<string, ReconciledRows[]>;
};

export const emptyExtraction = (): ExtractionState => ({
  forms: new Map(),
  used: new Set(),
  own: new Map(),
  reconciled: new Map(),
});
