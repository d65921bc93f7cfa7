// The protocol of a review as one document; every amendment is a whole new version with its reason.

import type { Language } from "#kernel";

/** What a question asks, as the synthesis is laid out. */
export const questionAxes = ["done", "works", "for-whom", "why", "other"] as const;
export type QuestionAxis = (typeof questionAxes)[number];

export type ReviewQuestion = {
  readonly id: string;
  readonly axis: QuestionAxis;
  readonly text: string;
  readonly subQuestions: readonly { readonly id: string; readonly text: string }[];
};

/** The three columns of a table of criteria. */
export const criterionColumns = ["include", "possible", "exclude"] as const;
export type CriterionColumn = (typeof criterionColumns)[number];

export type Criterion = {
  readonly id: string;
  readonly column: CriterionColumn;
  readonly text: string;
  /** Words to mark in titles and abstracts while screening. */
  readonly terms: readonly string[];
};

export const searchSourceKinds = [
  "registry",
  "database",
  "website",
  "previous-review",
  "hand-search",
  "other",
] as const;
export type SearchSourceKind = (typeof searchSourceKinds)[number];

/** A place to search, with the strings planned for it. */
export type SearchSource = {
  readonly id: string;
  readonly kind: SearchSourceKind;
  readonly name: string;
  readonly queries: readonly string[];
  readonly note: string | null;
};

export const countingUnits = ["report", "project"] as const;
export type CountingUnit = (typeof countingUnits)[number];

/** How reports of one project are treated; the role of each report is a decision of its own. */
export const linkedReportRules = ["final-replaces-mid-term", "each-counts", "latest-only"] as const;
export type LinkedReportRule = (typeof linkedReportRules)[number];

export const screeningStages = ["title-abstract", "full-text"] as const;
export type ScreeningStage = (typeof screeningStages)[number];

export type StagePlan = {
  readonly stage: ScreeningStage;
  /** False: the stage is skipped, and the flow shows no box for it. */
  readonly used: boolean;
  /** How many people decide each record, independently. */
  readonly reviewers: 1 | 2 | 3;
  /** A person sees nothing of the others before both have decided. */
  readonly blind: boolean;
};

export const screeningOrders = ["as-listed", "learning"] as const;
export type ScreeningOrder = (typeof screeningOrders)[number];

/**
 * Stopping rules a review may name: those that need nothing but what was read, and let the order learn from all
 * of it. The first promises a recall whatever the order; the others promise nothing.
 */
export const readingStoppingRules = ["certified", "hypergeometric", "consecutive-irrelevant"] as const;

export type Protocol = {
  readonly title: string;
  readonly language: Language;
  readonly background: string;
  /** Terms of reference: who asked for the review, for what use. */
  readonly termsOfReference: string;
  readonly questions: readonly ReviewQuestion[];
  readonly criteria: readonly Criterion[];
  readonly sources: readonly SearchSource[];
  readonly unit: CountingUnit;
  readonly linkedReports: { readonly rule: LinkedReportRule; readonly note: string | null };
  readonly stages: readonly StagePlan[];
  readonly order: ScreeningOrder;
  /** Name of a stopping rule with the recall and confidence it promises; null: every record is read. */
  readonly stopping: {
    readonly rule: string;
    readonly targetRecall: number;
    readonly confidence: number;
  } | null;
  /** The instrument of appraisal, by id and version; null: none. */
  readonly appraisal: {
    readonly instrument: string;
    readonly version: string;
    readonly appraisers: 1 | 2;
  } | null;
  /** The extraction form, by id and version; null: none. */
  readonly extraction: { readonly form: string; readonly version: string; readonly extractors: 1 | 2 } | null;
  /** How codes are made and by how many people. */
  readonly coding: { readonly frame: string; readonly coders: 1 | 2 } | null;
  readonly synthesisPlan: string;
};

export type ProtocolAct = {
  readonly kind: "protocol.set";
  readonly protocol: Protocol;
  /** Why it was amended; null for the first version only. */
  readonly reason: string | null;
};
