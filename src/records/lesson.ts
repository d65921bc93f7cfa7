// A lesson learned or an emerging good practice as a record: its words, the fields of the ILO's template, what
// it is about, and who said so. Region, countries and year are those of its evaluation.

import type { Language, Provenance, Sha256, Span } from "#kernel";
import type { Branch } from "./evaluation-details.ts";
import type { Origin } from "./source-file.ts";

export const lessonKinds = ["lesson-learned", "good-practice"] as const;
export type LessonKind = (typeof lessonKinds)[number];

/** About the matter (coverage, institutions, people) or about running a project. */
export const lessonNatures = ["substantive", "managerial"] as const;
export type LessonNatureWord = (typeof lessonNatures)[number];

/** Whether what made the difference lay within the reach of the project or outside of it. */
export const lessonFactors = ["internal", "external"] as const;
export type LessonFactor = (typeof lessonFactors)[number];

/** `proposed`: as a reader found it. `confirmed`: a person looked at it and stands for it. */
export const lessonStatuses = ["proposed", "confirmed"] as const;
export type LessonStatus = (typeof lessonStatuses)[number];

/** Fields of the ILO's templates, in their order. */
export const templateFields = {
  "lesson-learned": ["description", "context", "users", "challenges", "success", "administrative"],
  "good-practice": ["summary", "conditions", "cause", "impact", "replication", "links", "documents"],
} as const satisfies Readonly<Record<LessonKind, readonly string[]>>;
export const lessonFieldNames = [
  ...templateFields["lesson-learned"],
  ...templateFields["good-practice"],
] as const;
export type LessonFieldName = (typeof lessonFieldNames)[number];

/** Words of the report with their place; no spans where a person wrote them. */
export type LessonText = { readonly printed: string; readonly spans: readonly Span[] };

/** A value with why a reader proposed it; both null where a person gave it. */
export type Judged<T> = {
  readonly value: T;
  readonly confidence: number | null;
  readonly reason: string | null;
};

/** What people decide on; each once decided stays through every later reading. */
export const lessonDecisions = [
  "nature",
  "factor",
  "branches",
  "populations",
  "themes",
  "transferability",
  ...lessonFieldNames,
] as const;
export type LessonDecision = (typeof lessonDecisions)[number];

export type Lesson = {
  /** Lasting address, for example `lesson-0f0f0f0f0f0f0f0f-10-44`: that of the first passage it was made from. */
  readonly id: string;
  readonly kind: LessonKind;
  /** Where it is not the evaluation its document is tied to. */
  readonly evaluation: string | null;
  readonly document: Sha256;
  /** Passages it rests on, the first being the one that is quoted. */
  readonly passages: readonly string[];
  readonly page: number | null;
  /** Number or letter as the report has it, and the heading above. */
  readonly number: string | null;
  readonly heading: string | null;
  readonly text: string;
  readonly language: Language | null;
  readonly fields: Readonly<Partial<Record<LessonFieldName, LessonText>>>;
  /** Under which conditions it holds elsewhere. */
  readonly transferability: LessonText | null;
  readonly nature: Judged<LessonNatureWord> | null;
  readonly factor: Judged<LessonFactor> | null;
  readonly branches: readonly Judged<Branch>[];
  /** Codes of the vocabulary `population`. */
  readonly populations: readonly Judged<string>[];
  readonly themes: readonly string[];
  readonly status: LessonStatus;
  /** What people decided, with who and when. */
  readonly decisions: Readonly<Partial<Record<LessonDecision, { readonly by: string; readonly at: string }>>>;
  readonly origin: Origin;
  /** False where a later reading of the report no longer finds it, and people had worked on it. */
  readonly inReading: boolean;
  readonly provenance: Provenance;
};
