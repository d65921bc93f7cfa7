import type { IloRegion, Language, Provenance } from "#kernel";
import { type EvaluationDetails, noDetails } from "./evaluation-details.ts";
import type { Origin } from "./source-file.ts";

export const evaluationTimings = ["initial", "mid-term", "final", "ex-post"] as const;
export type EvaluationTiming = (typeof evaluationTimings)[number];

export const evaluationNatures = ["independent", "internal", "self", "joint"] as const;
export type EvaluationNature = (typeof evaluationNatures)[number];

export const evaluationTypes = [
  "project",
  "thematic",
  "cluster",
  "country-programme",
  "high-level-strategy",
  "rbsa",
  "joint",
] as const;
export type EvaluationType = (typeof evaluationTypes)[number];

export const evaluationRegions = [
  "africa",
  "americas",
  "arab-states",
  "asia-pacific",
  "europe-central-asia",
  "global-interregional",
] as const;
export type EvaluationRegion = IloRegion | "global-interregional";

/** Something in a source that does not fit and is kept and shown, not repaired. */
export type Oddity = {
  /** For example `evaluations.placeholder-symbol`. */
  readonly code: string;
  readonly message: string;
};

/** What a record is known by and searched by first. */
type EvaluationCore = {
  /** Stable address of the record, for example `ievd-E-2`. Titles and project symbols are no keys. */
  readonly id: string;
  /** Identifier as printed and as normalised (letter, hyphen, number). */
  readonly printedId: string | null;
  readonly reportId: string | null;
  readonly title: string;
  readonly language: Language | null;
  /** Technical cooperation symbol as printed; `symbol` only when it is a real one. */
  readonly printedSymbol: string | null;
  readonly symbol: string | null;
  readonly symbolIsPlaceholder: boolean;
  readonly type: EvaluationType | null;
  readonly printedType: string | null;
  readonly timing: EvaluationTiming | null;
  readonly nature: EvaluationNature | null;
  readonly region: EvaluationRegion | null;
  readonly regionBasis: string | null;
  /** ISO 3166 alpha-3. */
  readonly countries: readonly string[];
  readonly countryGroups: readonly string[];
  readonly themes: readonly string[];
  readonly donor: string | null;
  readonly fundingNote: string | null;
  readonly period: string | null;
  readonly year: number | null;
  readonly link: string | null;
  readonly printedLink: string | null;
  readonly summary: string | null;
  readonly origin: Origin;
  readonly oddities: readonly Oddity[];
  readonly provenance: Provenance;
};

/** One evaluation of the registry (evidence 6.1). `null` = the source does not say. */
export type Evaluation = EvaluationCore & EvaluationDetails;

/** A record as it stands in a store, where earlier versions lack the fields that came later. */
export type StoredEvaluation = EvaluationCore & Partial<EvaluationDetails>;

/** The record with every field there; what an earlier version did not know is said by nobody. */
export const completeEvaluation = (record: StoredEvaluation): Evaluation => ({ ...noDetails, ...record });
