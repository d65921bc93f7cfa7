// Themes, findings, judgements and maps as they stand.

import type { CertaintyJudgement, Finding, ThemeText } from "#records";
import type { ReviewState } from "../state.ts";

export type Theme = ThemeText & {
  readonly id: string;
  readonly parent: string | null;
  /** Place among its siblings; ties by the order they came. */
  readonly rank: number;
  readonly codes: readonly string[];
  readonly codings: readonly string[];
};

export type WrittenFinding = Finding & {
  readonly id: string;
  readonly rank: number;
  /** Who wrote the standing words, and the event that set them. */
  readonly by: string;
  readonly at: string;
  readonly event: number;
  /** How often it was written anew. */
  readonly edits: number;
};

export type KeptMap = {
  readonly id: string;
  readonly title: string;
  readonly rows: string;
  readonly columns: string;
};

export type SynthesisState = {
  readonly themes: Map<string, Theme>;
  readonly findings: Map<string, WrittenFinding>;
  readonly removed: Map<string, { readonly reason: string; readonly event: number }>;
  readonly judgements: Map<
    string,
    {
      readonly judgement: CertaintyJudgement;
      readonly by: string;
      readonly at: string;
      readonly event: number;
    }
  >;
  readonly maps: Map<string, KeptMap>;
  /** By field: values the searches left out, with the reason. */
  readonly leftOut: Map<string, { readonly values: readonly string[]; readonly reason: string }>;
};

export const emptySynthesis = (): SynthesisState => ({
  themes: new Map(),
  findings: new Map(),
  removed: new Map(),
  judgements: new Map(),
  maps: new Map(),
  leftOut: new Map(),
});

const byRank = (a: { readonly rank: number }, b: { readonly rank: number }) => a.rank - b.rank;

/** The themes under another, or the topmost, in their order. */
export const themesUnder = (state: ReviewState, parent: string | null): readonly Theme[] =>
  [...state.synthesis.themes.values()].filter((theme) => theme.parent === parent).sort(byRank);

/** The findings that stand, in their order. */
export const findings = (state: ReviewState): readonly WrittenFinding[] =>
  [...state.synthesis.findings.values()].sort(byRank);
