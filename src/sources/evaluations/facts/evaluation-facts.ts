// The shape of what a report says about its own evaluation: for each field the proposals, best first.

import type { Language, Span } from "#kernel";
import type {
  Branch,
  EvaluationCriterion,
  EvaluationNature,
  EvaluationRegion,
  EvaluationTiming,
  EvaluationType,
} from "#records";

/** One value that the text supports, with the place that says so. */
export type FactCandidate<Value> = {
  readonly value: Value;
  /** The slices of the spans joined by one blank, exactly as they stand. */
  readonly printed: string;
  readonly spans: readonly Span[];
  readonly page: number | null;
  /** 0 to 1: how sure the rule is that fired, not a measured probability. */
  readonly confidence: number;
  /** The rule that fired, in words for the reader. */
  readonly reason: string;
};

export type Candidates<Value> = readonly FactCandidate<Value>[];

export type StatedSymbol = {
  /** Upper case, slashes and digits repaired: `GLO/18/28/DAN`; another agency's code as printed. */
  readonly symbol: string;
  /** `ilo` where it has the form of the ILO's technical-cooperation symbols. */
  readonly scheme: "ilo" | "other";
  /** INT/00/000/AAA and the like identify nothing and are no keys. */
  readonly isPlaceholder: boolean;
};

export type StatedMoney = {
  /** In whole units of the currency, never in thousands or millions. */
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
};

/** ISO 8601: year, month, day, or two of them with a slash between: `2018`, `2021-03`, `2018-01/2022-12`. */
export type DateText = string;

/**
 * What a report says about its evaluation. An empty list means that the text does not state it.
 *
 * Fields of one value (title, timing, budget ...): the first candidate is the best, the others disagree with
 * it. Fields of many values (symbols, countries, donors, evaluators ...): every candidate is one member.
 */
export type EvaluationFacts = {
  readonly title: Candidates<string>;
  readonly projectTitle: Candidates<string>;
  /** Many. */
  readonly projectSymbols: Candidates<StatedSymbol>;
  readonly type: Candidates<EvaluationType>;
  readonly timing: Candidates<EvaluationTiming>;
  readonly nature: Candidates<EvaluationNature>;
  /** Many; ISO 3166 alpha-3. */
  readonly countries: Candidates<string>;
  /** Many. */
  readonly regions: Candidates<EvaluationRegion>;
  /** Many; the name as printed, without amounts. */
  readonly donors: Candidates<string>;
  readonly projectBudget: Candidates<StatedMoney>;
  readonly evaluationBudget: Candidates<StatedMoney>;
  /** Many; persons and firms, without titles and roles. */
  readonly evaluators: Candidates<string>;
  readonly evaluationManager: Candidates<string>;
  readonly commissioningOffice: Candidates<string>;
  readonly administrativeUnit: Candidates<string>;
  readonly technicalUnit: Candidates<string>;
  readonly plannedDate: Candidates<DateText>;
  /** When the evaluation was completed. */
  readonly actualDate: Candidates<DateText>;
  /** When the evaluation was carried out. */
  readonly evaluationDates: Candidates<DateText>;
  readonly missionDates: Candidates<DateText>;
  /** The years or months that the evaluation looks at. */
  readonly periodCovered: Candidates<DateText>;
  readonly projectPeriod: Candidates<DateText>;
  /** The date that the report bears. */
  readonly reportDate: Candidates<DateText>;
  /** Many; `1.3`, `8.b`. */
  readonly sdgTargets: Candidates<string>;
  /** Many. */
  readonly criteria: Candidates<EvaluationCriterion>;
  /** Many. */
  readonly branches: Candidates<Branch>;
  /** Many; ISO 639-1. The language of the text itself comes last. */
  readonly languages: Candidates<Language | (string & {})>;
  /** The first paragraphs of the summary. */
  readonly summary: Candidates<string>;
};
