// What an evaluation office keeps of an evaluation beyond its identity (evidence 6.1): dates, money, people,
// units, outcomes, links and relations. Every field is there in every record; what no source says is null or
// an empty list, and `missing` says why where a source says that much.

import type { Language, Locator, MissingReason, Sha256 } from "#kernel";

export const evaluationStatuses = ["planned", "ongoing", "completed", "cancelled"] as const;
export type EvaluationStatus = (typeof evaluationStatuses)[number];

/** The nine branches of social security (Convention No. 102, 1952), as coded everywhere here. */
export const branches = [
  "old_age",
  "disability",
  "survivors",
  "sickness",
  "maternity",
  "medical",
  "work_injury",
  "unemployment",
  "family",
] as const;
export type Branch = (typeof branches)[number];

/** Evaluation criteria of the OECD's Development Assistance Committee, 2019. */
export const evaluationCriteria = [
  "relevance",
  "coherence",
  "effectiveness",
  "efficiency",
  "impact",
  "sustainability",
] as const;
export type EvaluationCriterion = (typeof evaluationCriteria)[number];

export const managementResponseStates = ["none", "due", "received"] as const;
export type ManagementResponseState = (typeof managementResponseStates)[number];

export const relationKinds = ["mid-term-of", "final-of", "covered-by", "used-in", "same-project"] as const;
export type RelationKind = (typeof relationKinds)[number];

/** A sum of money as stated: never converted, the printed words beside it. */
export type Money = {
  readonly amount: number;
  /** ISO 4217; null where the source gives a number alone. */
  readonly currency: string | null;
  readonly printed: string;
};

/** A technical cooperation symbol or project code. No key: one project holds several reports. */
export type ProjectSymbol = {
  readonly printed: string;
  /** Normalised; null for placeholders such as INT/00/000/AAA and for what has no known form. */
  readonly symbol: string | null;
  readonly isPlaceholder: boolean;
};

export type EvaluationLink = {
  /** Null where the printed address is none that can be opened. */
  readonly url: string | null;
  readonly printed: string;
  readonly title: string | null;
  /** The bytes that stood there, where they were fetched, and the day. */
  readonly sha256: Sha256 | null;
  readonly retrieved: string | null;
};

export type EvaluationRelation = {
  readonly kind: RelationKind;
  /** Identifier of the other evaluation, of the project, or of the review that used it. */
  readonly to: string;
  readonly note: string | null;
};

/** Where one value of a record comes from, where that is not the record's own provenance. */
export type ValueOrigin = {
  readonly source: Sha256 | null;
  readonly locator: Locator | null;
  /** Who gave it, where a person did. */
  readonly by: string | null;
  /** ISO date or instant. */
  readonly at: string | null;
};

/** Dates are ISO: year, year and month, or day, as exact as the source is. */
export type EvaluationDetails = {
  /** Titles in other languages than the record's own. */
  readonly titles: Readonly<Partial<Record<Language, string>>>;
  /** Symbols after the first, which stands in the record's `printedSymbol` and `symbol`. */
  readonly otherSymbols: readonly ProjectSymbol[];
  /** Names of the projects evaluated, as printed. */
  readonly projects: readonly string[];
  readonly status: EvaluationStatus | null;
  readonly projectBudget: Money | null;
  readonly evaluationBudget: Money | null;
  readonly plannedStart: string | null;
  readonly plannedEnd: string | null;
  readonly actualStart: string | null;
  readonly actualEnd: string | null;
  readonly publishedOn: string | null;
  /** The period the evaluation looks at. */
  readonly coversFrom: string | null;
  readonly coversTo: string | null;
  readonly commissioningOffice: string | null;
  readonly manager: string | null;
  readonly evaluators: readonly string[];
  readonly administrativeUnit: string | null;
  readonly technicalUnit: string | null;
  readonly policyOutcome: string | null;
  readonly countryProgrammeOutcome: string | null;
  /** Such as `1.3`. */
  readonly sdgTargets: readonly string[];
  readonly branches: readonly Branch[];
  readonly criteria: readonly EvaluationCriterion[];
  /** Groups of people it is about, as printed or by the vocabulary. */
  readonly populations: readonly string[];
  readonly reportLanguages: readonly Language[];
  /** Languages as printed where they are none of the four. */
  readonly otherLanguages: readonly string[];
  readonly links: readonly EvaluationLink[];
  readonly partners: readonly string[];
  readonly attributionNote: string | null;
  readonly qualityRating: string | null;
  readonly managementResponse: ManagementResponseState | null;
  readonly relations: readonly EvaluationRelation[];
  /** Field → why it has no value, where the source says so. */
  readonly missing: Readonly<Record<string, MissingReason>>;
  /** Field → where its value comes from, where that is not the record's provenance. */
  readonly valueOrigins: Readonly<Record<string, ValueOrigin>>;
  /** What the source says beside all this, by its own column names. */
  readonly unmapped: Readonly<Record<string, string>>;
};

/** A record of which nothing more is known. */
export const noDetails: EvaluationDetails = {
  titles: {},
  otherSymbols: [],
  projects: [],
  status: null,
  projectBudget: null,
  evaluationBudget: null,
  plannedStart: null,
  plannedEnd: null,
  actualStart: null,
  actualEnd: null,
  publishedOn: null,
  coversFrom: null,
  coversTo: null,
  commissioningOffice: null,
  manager: null,
  evaluators: [],
  administrativeUnit: null,
  technicalUnit: null,
  policyOutcome: null,
  countryProgrammeOutcome: null,
  sdgTargets: [],
  branches: [],
  criteria: [],
  populations: [],
  reportLanguages: [],
  otherLanguages: [],
  links: [],
  partners: [],
  attributionNote: null,
  qualityRating: null,
  managementResponse: null,
  relations: [],
  missing: {},
  valueOrigins: {},
  unmapped: {},
};
