// Themes, findings, judgements and maps as they stand.

import type { CertaintyJudgement, Finding, ThemeText } from "#records";

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
  /** What it was before each time it was written anew, the oldest first: writing one of these again takes back. */
  readonly former: readonly FormerFinding[];
};

export type FormerFinding = {
  readonly finding: Finding;
  readonly by: string;
  readonly at: string;
  readonly event: number;
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
  /** With what each was when it was taken away: written again, it is back. */
  readonly removed: Map<
    string,
    { readonly reason: string; readonly by: string; readonly at: string; readonly last: WrittenFinding }
  >;
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
