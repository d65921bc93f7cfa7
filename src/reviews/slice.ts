// A part of a review (protocol, records, screening …) is a set of acts: who may do each, when it fits what
// is recorded, and what it changes.

import type { Problem } from "#kernel";
import type { ActOf, ReviewActKind, ReviewEvent, ReviewPart } from "#records";
import type { ReviewState } from "./state.ts";

export type ActRule<K extends ReviewActKind> = {
  /** Members with one of these parts may do it. */
  readonly parts: readonly ReviewPart[];
  /** Completes "may …" in the refusal. */
  readonly does: string;
  /** Every problem of the act against the state; none = it fits. Changes nothing. */
  readonly check: (state: ReviewState, act: ActOf<K>, by: string) => readonly Problem[];
  /** Writes the act into the state; only what was checked comes here. */
  readonly apply: (state: ReviewState, event: ReviewEvent<ActOf<K>>) => void;
};

export type ActRules<K extends ReviewActKind> = { readonly [Kind in K]: ActRule<Kind> };
