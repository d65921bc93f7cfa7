// What the catalogue promises about lessons learned and emerging good practices.

import type { Sha256 } from "#kernel";
import type { AccessTier, Branch, Lesson } from "#records";

/** Where a lesson belongs, from its record, its report and its evaluation. */
export type LessonPlace = {
  readonly evaluation: string | null;
  readonly title: string | null;
  readonly titleLanguage: string | null;
  readonly region: string | null;
  readonly countries: readonly string[];
  readonly year: number | null;
  /** Branches and groups of people of the evaluation, which count where nobody decided on the lesson's own. */
  readonly branches: readonly Branch[];
  readonly populations: readonly string[];
  /** The stricter of the tiers of the report and of the evaluation's source. */
  readonly tier: AccessTier;
};

export type ListedLesson = { readonly record: Lesson; readonly version: number; readonly place: LessonPlace };

export const lessonFacets = [
  "kind",
  "branch",
  "population",
  "factor",
  "nature",
  "region",
  "country",
  "year",
  "language",
  "status",
] as const;
export type LessonFacet = (typeof lessonFacets)[number];

export const lessonSorts = ["newest", "oldest", "added"] as const;
export type LessonSort = (typeof lessonSorts)[number];

/** `none` asks for those whose value is not stated. */
export type LessonFilter = {
  readonly text?: string;
  readonly evaluation?: string;
  readonly document?: string;
  readonly tiers?: readonly AccessTier[];
} & { readonly [F in LessonFacet]?: readonly string[] };

export type LessonCounts = Readonly<
  Record<LessonFacet, readonly { readonly value: string | null; readonly count: number }[]>
>;

export type VersionOfLesson = {
  readonly version: number;
  readonly record: Lesson;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly supersededAt: string | null;
};

export type LessonsCatalogue = {
  /** Appends a version where the record differs. */
  put(
    lessons: readonly Lesson[],
    at: string,
    by: string,
  ): Promise<{ readonly added: number; readonly superseded: number; readonly unchanged: number }>;
  /** What a later reading no longer finds: out of lists, found by its address. */
  withdraw(ids: readonly string[], at: string): Promise<void>;
  /** The version that stands, else the last one (`current: false`), with where it belongs. */
  byId(id: string): Promise<(ListedLesson & { readonly current: boolean }) | null>;
  ofDocument(source: Sha256): Promise<readonly Lesson[]>;
  /** Newest first. */
  versions(id: string): Promise<readonly VersionOfLesson[]>;
  /** Facets count with the choice of their own field left aside. */
  list(
    filter: LessonFilter,
    page: { readonly sort: LessonSort; readonly limit: number; readonly offset: number },
  ): Promise<{
    readonly total: number;
    readonly items: readonly ListedLesson[];
    readonly facets: LessonCounts;
  }>;
};
