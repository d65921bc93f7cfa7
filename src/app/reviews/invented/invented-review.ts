// The shape of demonstration/review-invented.json: a whole review over the invented reports, with the words
// its codes and rows stand on instead of places, which every reading finds anew.

import type { Language } from "#kernel";
import type {
  AppraisalVerdict,
  CertaintyJudgement,
  CodeText,
  CodingAct,
  Criterion,
  Finding,
  Judgement,
  MemoOn,
  ProposedBy,
  Protocol,
  RecordRole,
  ReportSection,
  ReviewPart,
  ScreeningStage,
  ThemeKind,
  TypedQuote,
} from "#records";

/** Words of the report of a record, or words typed with their page where the report is not held. */
export type QuotedPlace = { readonly words: string } | { readonly typed: string; readonly page: string };

/** The two who read everything; the third settles. */
export const readers = ["mira", "teo"] as const;
export type Reader = (typeof readers)[number];

/** A verdict with the criterion that decided, such as `include I1`. */
type Verdict = string;

export type InventedDecision = {
  readonly record: string;
  readonly reasons?: Partial<Readonly<Record<Reader, string>>>;
  /** What the adjudicator said. */
  readonly settled?: Verdict;
  readonly reason?: string;
} & Readonly<Record<Reader, Verdict>>;

export type InventedAppraisal = {
  readonly record: string;
  /** On what the report covers. */
  readonly justifications: string;
  readonly evidence: QuotedPlace;
  readonly relevant: QuotedPlace;
  /** Items both answer with no. */
  readonly no: readonly string[];
  /** Items that the second reader answers otherwise. */
  readonly teo: Readonly<Record<string, string>>;
  readonly reconciled: { readonly reason: string } | null;
  readonly judgement: Judgement;
  readonly decision: { readonly verdict: AppraisalVerdict; readonly reason: string };
};

export type InventedCells = Readonly<
  Record<string, string | boolean | readonly string[] | { readonly missing: "not-reported" }>
>;
export type InventedRow = {
  readonly record: string;
  readonly row: string;
  readonly place: QuotedPlace;
  readonly cells: InventedCells;
  /** Cells that the second reader filled in otherwise. */
  readonly teo?: InventedCells;
};

export type InventedCoding = {
  readonly id: string;
  readonly record: string;
  readonly words: string;
  readonly memo?: string;
  readonly proposed?: ProposedBy;
  /** Whose coding was kept; `none` for a proposal that was rejected. */
  readonly keep: Reader | "none";
} & Readonly<Record<Reader, readonly string[] | null>>;

/** A coding by its name, a row as `R1/row`, or a place. */
export type InventedSupport = string | { readonly record: string; readonly words: string };

export type InventedFinding = Omit<Finding, "supports" | "deviant" | "regions"> & {
  readonly id: string;
  readonly supports: readonly InventedSupport[];
  readonly deviant: readonly InventedSupport[];
  readonly certainty: CertaintyJudgement | null;
};

export type InventedReview = {
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly members: readonly {
    readonly account: string;
    readonly name: string;
    readonly parts: readonly ReviewPart[];
  }[];
  readonly protocol: Protocol;
  readonly amendment: { readonly reason: string; readonly criteria: readonly Criterion[] };
  readonly registry: {
    readonly id: string;
    readonly source: string;
    readonly name: string;
    readonly query: string;
    readonly evaluations: readonly string[];
  };
  readonly library: {
    readonly id: string;
    readonly source: string;
    readonly name: string;
    readonly query: string;
    readonly file: string;
  };
  readonly duplicates: readonly {
    readonly keep: string;
    readonly others: readonly string[];
    readonly reasons: readonly string[];
  }[];
  readonly linked: {
    readonly project: string;
    readonly roles: readonly { readonly record: string; readonly role: RecordRole }[];
  };
  readonly screening: Readonly<Record<ScreeningStage, readonly InventedDecision[]>>;
  readonly notes: readonly { readonly record: string; readonly text: string }[];
  readonly appraisals: readonly InventedAppraisal[];
  readonly rows: readonly InventedRow[];
  /** Why the adjudicator took the rows of the first reader, by record. */
  readonly extractionSettled: Readonly<Record<string, string>>;
  readonly codes: readonly (CodeText & { readonly id: string; readonly parent: string | null })[];
  readonly codings: readonly InventedCoding[];
  readonly codingSettled: Readonly<Record<string, string>>;
  readonly memos: readonly { readonly on: MemoOn; readonly text: string }[];
  readonly themes: readonly {
    readonly id: string;
    readonly kind: ThemeKind;
    readonly title: string;
    readonly text: string;
    readonly parent: string | null;
    readonly codes: readonly string[];
  }[];
  readonly findings: readonly InventedFinding[];
  readonly maps: readonly {
    readonly id: string;
    readonly title: string;
    readonly rows: string;
    readonly columns: string;
  }[];
  readonly leftOut: {
    readonly field: string;
    readonly values: readonly string[];
    readonly reason: string;
  };
  /** Words of the report; `views`: sentences that are the authors' own. */
  readonly prose: readonly {
    readonly section: ReportSection;
    readonly language: Language;
    readonly text: string;
    readonly views: readonly string[];
  }[];
};

export type CodingAdded = Extract<CodingAct, { readonly kind: "coding.added" }>;

/** The anchor or the typed words of a place; both null where none is named. */
export type Placed = {
  readonly anchor: CodingAdded["anchor"] | null;
  readonly typed: TypedQuote | null;
};
