// What was answered while appraising, by record and person. Nothing is removed: what was opened again keeps
// its place.

import type { AppraisalAnswer, AppraisalContent, AppraisalVerdict, Instrument, Judgement } from "#records";

export type Draft = {
  readonly event: number;
  readonly at: string;
  readonly content: AppraisalContent;
};

export type Submission = {
  readonly event: number;
  readonly at: string;
  readonly by: string;
  readonly content: AppraisalContent;
  /** Made before the person may have known what others answered; agreement counts no other. */
  readonly independent: boolean;
  withdrawn: number | null;
};

export type Reconciliation = {
  readonly event: number;
  readonly at: string;
  readonly by: string;
  readonly instrument: string;
  readonly version: string;
  readonly answers: readonly AppraisalAnswer[];
  readonly judgement: Judgement | null;
  readonly reason: string;
};

export type AppraisalDecision = {
  readonly event: number;
  readonly at: string;
  readonly by: string;
  readonly verdict: AppraisalVerdict;
  readonly reason: string;
};

export type AppraisalState = {
  /** By `id version`, each as it stands. */
  readonly instruments: Map<string, { readonly instrument: Instrument; readonly event: number }>;
  /** Names of instruments that somebody has answered; these never change. */
  readonly used: Set<string>;
  /** By record, then person. */
  readonly drafts: Map<string, Map<string, Draft>>;
  readonly submissions: Map<string, Submission[]>;
  /** Records on which as many as asked for had submitted at some time, so that all could read all. */
  readonly opened: Set<string>;
  readonly reconciled: Map<string, Reconciliation[]>;
  readonly decisions: Map<string, AppraisalDecision[]>;
};

export const emptyAppraisal = (): AppraisalState => ({
  instruments: new Map(),
  used: new Set(),
  drafts: new Map(),
  submissions: new Map(),
  opened: new Set(),
  reconciled: new Map(),
  decisions: new Map(),
});

/** The key of one version of an instrument or a form. */
export const versionName = (id: string, version: string): string => `${id} ${version}`;
