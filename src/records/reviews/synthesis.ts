// The synthesis: themes over codes, findings in sentences with what they rest on, how sure they are, and maps
// of what was found and what was never searched.

import type { Language } from "#kernel";
import type { EvaluationRegion } from "../evaluation.ts";
import type { Branch } from "../evaluation-details.ts";
import type { Anchor } from "./anchor.ts";

/** Descriptive themes gather codes; analytical ones go beyond what the reports say. */
export const themeKinds = ["descriptive", "analytical"] as const;
export type ThemeKind = (typeof themeKinds)[number];

export type ThemeText = { readonly kind: ThemeKind; readonly title: string; readonly text: string };

export const findingKinds = ["statement", "success-factor", "challenge", "for-whom", "gap"] as const;
export type FindingKind = (typeof findingKinds)[number];

export const findingSides = ["internal", "external"] as const;
export type FindingSide = (typeof findingSides)[number];
export const findingNatures = ["substantive", "managerial"] as const;
export type FindingNature = (typeof findingNatures)[number];
/** Of a result in a joint programme: to the office alone, to all partners, or not told apart. */
export const attributions = ["alone", "joint", "not-stated"] as const;
export type Attribution = (typeof attributions)[number];

/** What a finding rests on: a coding, a row of the extraction, or a place in a report. */
export type Support =
  | { readonly kind: "coding"; readonly id: string }
  | { readonly kind: "row"; readonly record: string; readonly row: string }
  | { readonly kind: "passage"; readonly anchor: Anchor };

export type Finding = {
  /** The question of the protocol it answers; null for none. */
  readonly question: string | null;
  readonly kind: FindingKind;
  /** The sentence, in the language of the review at least. */
  readonly text: Partial<Readonly<Record<Language, string>>>;
  readonly themes: readonly string[];
  readonly supports: readonly Support[];
  /** What speaks against it: found, and said. */
  readonly deviant: readonly Support[];
  readonly side: FindingSide | null;
  /** Whom it is about: those the work was aimed at, and those who gain in the end. */
  readonly targetGroups: readonly string[];
  readonly beneficiaries: readonly string[];
  readonly branches: readonly Branch[];
  readonly regions: readonly EvaluationRegion[];
  readonly nature: FindingNature | null;
  readonly attribution: Attribution | null;
  /** The author's own view, which rests on no passage and is said to be one. */
  readonly authorsView: boolean;
};

/** The four components of GRADE-CERQual. */
export const certaintyComponents = ["methods", "coherence", "adequacy", "relevance"] as const;
export type CertaintyComponent = (typeof certaintyComponents)[number];
export const concerns = ["none", "minor", "moderate", "serious"] as const;
export type Concern = (typeof concerns)[number];
export const certainties = ["high", "moderate", "low", "very-low"] as const;
export type Certainty = (typeof certainties)[number];

export type CertaintyJudgement = {
  readonly components: Readonly<
    Record<CertaintyComponent, { readonly concern: Concern; readonly explanation: string }>
  >;
  readonly overall: Certainty;
  readonly explanation: string;
};

export type SynthesisAct =
  | ({ readonly kind: "theme.defined"; readonly id: string; readonly parent: string | null } & {
      readonly theme: ThemeText;
    })
  | { readonly kind: "theme.changed"; readonly id: string; readonly theme: ThemeText }
  | {
      readonly kind: "theme.moved";
      readonly id: string;
      readonly parent: string | null;
      readonly position: number;
    }
  /** What the theme gathers: codes with all they carry, and single codings besides. */
  | {
      readonly kind: "theme.filled";
      readonly id: string;
      readonly codes: readonly string[];
      readonly codings: readonly string[];
    }
  /** Only where no finding names it; its children move up. */
  | { readonly kind: "theme.removed"; readonly id: string }
  | { readonly kind: "finding.written"; readonly id: string; readonly finding: Finding }
  | { readonly kind: "finding.moved"; readonly id: string; readonly position: number }
  | { readonly kind: "finding.removed"; readonly id: string; readonly reason: string }
  | {
      readonly kind: "certainty.judged";
      readonly finding: string;
      readonly judgement: CertaintyJudgement;
    }
  /** A map of two fields, kept under a name. */
  | {
      readonly kind: "map.defined";
      readonly id: string;
      readonly title: string;
      readonly rows: string;
      readonly columns: string;
    }
  | { readonly kind: "map.removed"; readonly id: string }
  /** What the searches left out: a value of a field nobody looked for, so that a gap is not read into it. */
  | {
      readonly kind: "search.left-out";
      readonly field: string;
      readonly values: readonly string[];
      readonly reason: string;
    };
