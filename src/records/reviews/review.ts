// A review: its members with their parts, and the log of what they did. The log is the review: protocol,
// records, decisions, codes, themes and the report are what its events come to, computed by `reviews`.

import type { Language } from "#kernel";
import type { Origin } from "../source-file.ts";
import type { ReviewAct } from "./act.ts";

/** What a member does in a review; one person may hold several parts. */
export const reviewParts = ["owner", "reviewer", "coder", "adjudicator", "observer"] as const;
export type ReviewPart = (typeof reviewParts)[number];

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

export type MemberAct =
  | { readonly kind: "review.created"; readonly title: string; readonly language: Language }
  | { readonly kind: "review.renamed"; readonly title: string }
  | {
      readonly kind: "member.added";
      readonly account: string;
      /** The name as it stood, so that the log can be read elsewhere. */
      readonly name: string;
      readonly parts: readonly ReviewPart[];
    }
  | { readonly kind: "member.changed"; readonly account: string; readonly parts: readonly ReviewPart[] }
  /** Their decisions stay; what waits for them is given to others. */
  | { readonly kind: "member.removed"; readonly account: string; readonly reason: string };
