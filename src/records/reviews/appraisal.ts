// Appraisal of the quality of reports: the instrument as a definition, what appraisers answered, and what
// was decided on it.

import type { Language } from "#kernel";
import type { Anchor } from "./anchor.ts";

/** Words in at least one language; a reader gets their own where it is there. */
export type Wording = { readonly [L in Language]?: string };

/** A passage typed by hand, where the text of the report is not held: what it says and where it stands. */
export type TypedQuote = { readonly text: string; readonly page: string };

/** One answer of a scale. */
export type ScaleStep = {
  readonly id: string;
  readonly label: Wording;
  /** Null: it says that there is nothing to value, such as "not applicable", and enters no rating. */
  readonly value: number | null;
};

export const evidenceDemands = ["required", "optional"] as const;
export type EvidenceDemand = (typeof evidenceDemands)[number];

export type InstrumentItem = {
  readonly id: string;
  readonly text: Wording;
  readonly help: Wording | null;
  /** Within its section; 0: it is answered and enters no rating. */
  readonly weight: number;
  /** Whether an answer that values must name its passage. */
  readonly quote: EvidenceDemand;
};

/** `every`: all its items count; `any`: the best of them stands for the section. */
export const sectionCounts = ["every", "any"] as const;
export type SectionCount = (typeof sectionCounts)[number];

export type InstrumentSection = {
  readonly id: string;
  readonly title: Wording;
  readonly weight: number;
  readonly counts: SectionCount;
  readonly items: readonly InstrumentItem[];
};

export const ratingRules = ["weighted-mean", "all-of", "minimum"] as const;
export type RatingRule = (typeof ratingRules)[number];

/** An overall rating: it is reached from this value on. */
export type Grade = { readonly id: string; readonly label: Wording; readonly from: number };

export type Instrument = {
  readonly id: string;
  readonly version: string;
  readonly title: Wording;
  readonly note: Wording | null;
  /** What it is made after. */
  readonly source: string | null;
  readonly scale: readonly ScaleStep[];
  readonly sections: readonly InstrumentSection[];
  readonly rule: {
    readonly kind: RatingRule;
    /** For `all-of`: the value each must reach. */
    readonly atLeast: number | null;
  };
  /** From the highest down. */
  readonly grades: readonly Grade[];
};

export type AppraisalAnswer = {
  readonly item: string;
  /** Identifier of a step of the scale. */
  readonly rating: string;
  readonly justification: string;
  readonly quote: Anchor | null;
  readonly typed: TypedQuote | null;
};

/** The overall rating as a person sees it, beside the one by rule. */
export type Judgement = { readonly grade: string; readonly reason: string };

export type AppraisalContent = {
  readonly record: string;
  readonly instrument: string;
  readonly version: string;
  readonly answers: readonly AppraisalAnswer[];
  readonly judgement: Judgement | null;
};

export const appraisalVerdicts = ["include", "exclude"] as const;
export type AppraisalVerdict = (typeof appraisalVerdicts)[number];

export type AppraisalAct =
  | { readonly kind: "instrument.defined"; readonly instrument: Instrument }
  | ({ readonly kind: "appraisal.drafted" } & AppraisalContent)
  | ({ readonly kind: "appraisal.submitted" } & AppraisalContent)
  /** Opens one's own again; its answers become a draft. */
  | { readonly kind: "appraisal.withdrawn"; readonly record: string; readonly reason: string }
  | ({ readonly kind: "appraisal.reconciled"; readonly reason: string } & AppraisalContent)
  | {
      readonly kind: "appraisal.decided";
      readonly record: string;
      readonly verdict: AppraisalVerdict;
      readonly reason: string;
    };
