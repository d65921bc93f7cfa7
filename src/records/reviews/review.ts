// A review: its members with their parts, and the log of what they did. The log is the review: protocol,
// records, decisions, codes, themes and the report are what its events come to, computed by `reviews`.

import type { Language } from "#kernel";
import type { Origin } from "../source-file.ts";
import type { ReviewAct } from "./act.ts";

export type ReviewHead = {
  /** Short readable name, never reused. */
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly origin: Origin;
  readonly createdAt: string;
  /** Account id, or `operator`. */
  readonly createdBy: string;
  /** Set with the first published edition; until then members alone see the review. */
  readonly publishedAt: string | null;
};

export type ReviewEvent<A extends ReviewAct = ReviewAct> = {
  /** Order in the review, from 1 without gaps. */
  readonly number: number;
  /** Given by whoever asked, so that the same act sent twice counts once. */
  readonly key: string;
  readonly at: string;
  /** Account id of the member, or `operator`. */
  readonly by: string;
  /** `operator` where the operator recorded it for the member, from a file; else null. */
  readonly via: string | null;
  readonly act: A;
};
