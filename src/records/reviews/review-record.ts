// Records of a review: reports found by a search, from the registry, a file or an earlier review, and what
// joins them. A record is one report; several records may belong to one project or be the same report.

import type { Sha256 } from "#kernel";
import type { EvaluationNature, EvaluationRegion, EvaluationTiming, EvaluationType } from "../evaluation.ts";
import type { SearchSourceKind } from "./protocol.ts";

/** A search as it was run; an earlier review's list is one too. */
export type RunSearch = {
  readonly id: string;
  /** The source of the protocol it belongs to, where there is one. */
  readonly source: string | null;
  readonly kind: SearchSourceKind;
  readonly name: string;
  /** The exact query; null where the source does not state it. */
  readonly query: string | null;
  readonly fields: string | null;
  /** ISO day, month or year; null where not stated. */
  readonly date: string | null;
  /** How many the source reported; null where not stated. */
  readonly hits: number | null;
  /** The file its records came from. */
  readonly file: { readonly sha256: Sha256; readonly name: string; readonly format: string } | null;
  readonly note: string | null;
};

/** The columns of the matrix of the short list. Null or an empty list = not stated. */
export type RecordMatrix = {
  readonly type: EvaluationType | null;
  readonly timing: EvaluationTiming | null;
  readonly nature: EvaluationNature | null;
  readonly region: EvaluationRegion | null;
  readonly countries: readonly string[];
  readonly themes: readonly string[];
  readonly funding: string | null;
  readonly completed: number | null;
};

export const matrixFields = [
  "type",
  "timing",
  "nature",
  "region",
  "countries",
  "themes",
  "funding",
  "completed",
] as const satisfies readonly (keyof RecordMatrix)[];

export type ReviewRecord = {
  /** `R1`, `R2` …, counted up in the review and never reused. */
  readonly id: string;
  /** The search that brought it; null where the source of the list does not say which of several did. */
  readonly search: string | null;
  /** Identifier in the source it came from, as printed; several records may share one. */
  readonly foreignId: string | null;
  /** The evaluation of the registry it is. */
  readonly evaluation: string | null;
  readonly title: string;
  readonly abstract: string | null;
  readonly authors: readonly string[];
  readonly year: number | null;
  readonly language: string | null;
  readonly doi: string | null;
  readonly urls: readonly string[];
  readonly keywords: readonly string[];
  /** Journal or series. */
  readonly container: string | null;
  readonly pages: string | null;
  /** Symbols of technical cooperation projects, placeholders left out. */
  readonly projects: readonly string[];
  readonly matrix: RecordMatrix;
  /** The report itself, where it is held. */
  readonly document: Sha256 | null;
  /** A verdict of an earlier review or an earlier screening; never a decision here. */
  readonly earlier: {
    readonly review: string;
    readonly verdict: string;
    readonly reason: string | null;
  } | null;
  /** Fields that have no place above, under the names they had. */
  readonly other: Readonly<Record<string, string>>;
};

/** Fields a person may mend; the earlier words stay in the log. */
export type RecordEdit = Partial<
  Pick<
    ReviewRecord,
    | "title"
    | "abstract"
    | "authors"
    | "year"
    | "language"
    | "doi"
    | "urls"
    | "evaluation"
    | "projects"
    | "document"
  >
> & { readonly matrix?: Partial<RecordMatrix> };

/** What a report is in the review where several belong to one project. */
export const recordRoles = ["primary", "complementary", "supplementary"] as const;
export type RecordRole = (typeof recordRoles)[number];

export type RecordsAct =
  | { readonly kind: "search.run"; readonly search: RunSearch }
  /** At most 500 at once, so that no event is large. */
  | { readonly kind: "records.added"; readonly records: readonly ReviewRecord[] }
  | {
      readonly kind: "record.edited";
      readonly record: string;
      readonly edit: RecordEdit;
      readonly reason: string;
    }
  /** The same report twice: the others are counted as duplicates of `keep`. */
  | {
      readonly kind: "duplicates.joined";
      readonly keep: string;
      readonly others: readonly string[];
      readonly reasons: readonly string[];
    }
  /** Takes a record out of its group again. */
  | { readonly kind: "duplicate.parted"; readonly record: string; readonly reason: string }
  /** A proposed group that people looked at and found different. */
  | { readonly kind: "duplicates.kept"; readonly records: readonly string[]; readonly reason: string }
  /** Reports of one project, with the role of each. */
  | {
      readonly kind: "records.linked";
      readonly project: string;
      readonly roles: readonly { readonly record: string; readonly role: RecordRole }[];
    }
  | { readonly kind: "record.unlinked"; readonly record: string };
