// Themes and findings in their order.

import type { ReviewState } from "../state.ts";
import type { Theme, WrittenFinding } from "./synthesis-state.ts";

const byRank = (a: { readonly rank: number }, b: { readonly rank: number }) => a.rank - b.rank;

/** The themes under another, or the topmost, in their order. */
export const themesUnder = (state: ReviewState, parent: string | null): readonly Theme[] =>
  [...state.synthesis.themes.values()].filter((theme) => theme.parent === parent).sort(byRank);

/** The findings that stand, in their order. */
export const findings = (state: ReviewState): readonly WrittenFinding[] =>
  [...state.synthesis.findings.values()].sort(byRank);
