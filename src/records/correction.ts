// What people decide about the passages of a document, and where a passage stands after it. Knows nothing
// of how a decision is kept or carried over to a later reading.

import type { Sha256, Span } from "#kernel";
import type { Passage, PassageKind } from "./passage.ts";

/** Who a passage is owed to: a reader's proposal as it came, or a person who looked. */
export const passageDecisions = ["machine", "accepted", "corrected", "added", "rejected"] as const;
export type PassageDecision = (typeof passageDecisions)[number];

/** What people do with passages; `move` is done by a later reading that found a person's words elsewhere. */
export const correctionActs = [
  "accept",
  "change-kind",
  "change-span",
  "split",
  "join",
  "reject",
  "add",
  "restore",
  "undo",
  "move",
] as const;
export type CorrectionAct = (typeof correctionActs)[number];

/** A version of a passage with who decided on it. */
export type DecidedPassage = Passage & {
  /** 1 for the first, counted up; told back with each act, so that nobody overwrites what they have not seen. */
  readonly version: number;
  readonly decision: PassageDecision;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  /** The text its spans count in; another than the document's present one means "to check". */
  readonly textVersion: number;
};

/** A version of a passage as an event names it. */
export type PassageMark = {
  readonly id: string;
  readonly version: number;
  readonly kind: PassageKind;
  readonly label: string | null;
  readonly spans: readonly Span[];
  /** Of this version; a rejected one stands nowhere. */
  readonly decision: PassageDecision;
};

/** One act on a document's passages. Events are only ever added. */
export type Correction = {
  readonly number: number;
  readonly source: Sha256;
  readonly act: CorrectionAct;
  /** What stood before and stands no more in this version. */
  readonly before: readonly PassageMark[];
  /** What came in its place; after a rejection the same passage, rejected. */
  readonly after: readonly PassageMark[];
  /** The event that an `undo` takes back. */
  readonly undoes: number | null;
  readonly textVersion: number;
  /** Account, `operator`, or `reader` for moves. */
  readonly by: string;
  readonly at: string;
  readonly comment: string | null;
};
