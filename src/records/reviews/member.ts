// Who takes part in a review, and as what.

import type { Language } from "#kernel";

/** What a member does in a review; one person may hold several parts. */
export const reviewParts = ["owner", "reviewer", "coder", "adjudicator", "observer"] as const;
export type ReviewPart = (typeof reviewParts)[number];

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
