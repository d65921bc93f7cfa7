// What the structure around a passage says about it: addressees and priority of a recommendation, verdict and
// actions of a response, the fields of the templates for lessons learned and emerging good practices. Pure
// data: what is printed and where, and beside it the value read from it. Nothing is here that is not printed.

import type { Span } from "#kernel";

/** Words as they stand in the document. */
export type Printed = { readonly printed: string; readonly spans: readonly Span[] };

/** Printed words and what they mean; null where they say something that no value of the list covers. */
export type Valued<T> = Printed & { readonly value: T };

export type Level = "high" | "medium" | "low";
export type Term = "short" | "medium" | "long";

/** First and last day, month or year of a time frame, as far as printed (`2025-04`, `2026`). */
export type DatedTerm = { readonly start: string | null; readonly end: string | null };

export type RecommendationFields = {
  /** The printed name or number, such as `Recommendation 3`, and the number alone. */
  readonly number?: Valued<string>;
  readonly addressees?: Valued<readonly string[]>;
  readonly priority?: Valued<Level | null>;
  readonly timeFrame?: Valued<Term | null> & { readonly dates?: DatedTerm };
  readonly resources?: Valued<Level | "none" | null>;
  /** Numbers of the conclusions and findings that it rests on. */
  readonly conclusions?: Valued<readonly string[]>;
  readonly findings?: Valued<readonly string[]>;
};

export type Verdict = "accepted" | "partially-accepted" | "rejected";

export type ActionStatus =
  | "not-started"
  | "ongoing"
  | "completed"
  | "overdue"
  | "no-longer-applicable"
  | "cancelled";

export type KeyAction = {
  readonly number: Valued<string> | null;
  readonly text: Printed;
  readonly owner: Valued<readonly string[]> | null;
  readonly timeFrame: (Valued<Term | null> & { readonly dates?: DatedTerm }) | null;
  /** Null where the field is empty or not there. */
  readonly status: Valued<ActionStatus | null> | null;
};

export type ResponseFields = {
  /** Label of the recommendation that it answers. */
  readonly answers?: string;
  readonly verdict?: Valued<Verdict>;
  /** What the response says besides its verdict; the reason, where the verdict is not plain acceptance. */
  readonly comment?: Printed;
  readonly owner?: Valued<readonly string[]>;
  readonly timeFrame?: Valued<Term | null> & { readonly dates?: DatedTerm };
  readonly status?: Valued<ActionStatus | null>;
  readonly actions: readonly KeyAction[];
};

/** A proposal, never a decision: what a lesson or practice is about. */
export type LessonNature = {
  readonly value: "substantive" | "managerial";
  readonly confidence: number;
  readonly reason: string;
};

/** Fields of the ILO's template for lessons learned. */
export type LessonFields = {
  readonly nature?: LessonNature;
  readonly description?: Printed;
  readonly context?: Printed;
  readonly users?: Printed;
  readonly challenges?: Printed;
  readonly success?: Printed;
  readonly administrative?: Printed;
};

/** Fields of the ILO's template for emerging good practices. */
export type PracticeFields = {
  readonly nature?: LessonNature;
  readonly summary?: Printed;
  readonly conditions?: Printed;
  readonly cause?: Printed;
  readonly impact?: Printed;
  readonly replication?: Printed;
  readonly links?: Printed;
  readonly documents?: Printed;
};

export type PassageFields = {
  readonly recommendation?: RecommendationFields;
  readonly response?: ResponseFields;
  readonly lesson?: LessonFields;
  readonly practice?: PracticeFields;
};
