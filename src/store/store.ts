// What the store promises: the catalogue (PostgreSQL dialect), the files by hash and the releases. The
// only module that touches disk or database. Knows no rule of access: use cases in `app` ask first.

import type { Language, Result, Sha256 } from "#kernel";
import type {
  AccessTier,
  Account,
  AuditEntry,
  Convention,
  DocumentReading,
  Evaluation,
  EvaluationRegion,
  Passage,
  PassageKind,
  RatificationEvent,
  Role,
  SourceFile,
  StoredClassification,
  StoredIndexDefinition,
  StoredIndexRun,
  StoredIndexUncertainty,
} from "#records";
import type { CorrectionsCatalogue, ReadingJobsCatalogue, RereadCounts } from "./corrections-catalogue.ts";
import type { Files } from "./files-promise.ts";
import type { AdviceCatalogue, RecommendationCatalogue, ReminderCatalogue } from "./follow-up-catalogue.ts";
import type { HarvestCatalogue } from "./harvest-catalogue.ts";
import type { IndicatorsCatalogue, SelectionsCatalogue } from "./indicators-catalogue.ts";
import type { LessonsCatalogue } from "./lessons-catalogue.ts";
import type { Microdata } from "./microdata-promise.ts";
import type { Progress } from "./progress.ts";
import type { RegistryCatalogue } from "./registry-catalogue.ts";
import type { ReleaseChecksCatalogue } from "./release-checks-catalogue.ts";
import type { ReleasesCatalogue } from "./releases-catalogue.ts";
import type { Releases } from "./releases-promise.ts";
import type { ReviewsCatalogue } from "./reviews-catalogue.ts";
import type { SearchExplanation, SearchesCatalogue } from "./searches-catalogue.ts";
import type { StudiesCatalogue } from "./studies-catalogue.ts";

export type { Files } from "./files-promise.ts";
export type { Progress } from "./progress.ts";
export type { ObservationFilter, Releases } from "./releases-promise.ts";

export type Store = {
  readonly engine: "pglite" | "postgresql";
  readonly home: string;
  /** Reads outside a transaction. */
  readonly catalogue: Catalogue;
  /** All or nothing; a failed Result or a thrown error rolls back. */
  transaction<T>(work: (catalogue: Catalogue) => Promise<Result<T>>): Promise<Result<T>>;
  readonly files: Files;
  readonly releases: Releases;
  readonly microdata: Microdata;
  /** One file with the whole of the data folder and the catalogue, consistent, while serving. */
  backup(
    toFile: string,
    progress?: Progress,
  ): Promise<Result<{ readonly bytes: number; readonly sha256: Sha256 }>>;
  /** Tells the command line where to send its work: a loopback address and a secret, kept in the lock file. */
  announce(server: { readonly address: string; readonly token: string }): Promise<void>;
  /** Writes a download to a path of this machine: temporary file, then rename; an existing file is refused. */
  writeOut(path: string, stream: AsyncIterable<Uint8Array>): Promise<Result<{ readonly bytes: number }>>;
  close(): Promise<void>;
};

export type Catalogue = RegistryCatalogue & {
  readonly accounts: {
    count(): Promise<number>;
    list(): Promise<readonly Account[]>;
    byId(id: string): Promise<Account | null>;
    byEmail(email: string): Promise<(Account & { readonly passwordHash: string | null }) | null>;
    add(account: Account & { readonly passwordHash: string | null }): Promise<void>;
    setRole(id: string, role: Role): Promise<void>;
    setPassword(id: string, passwordHash: string): Promise<void>;
    setDisabled(id: string, at: string | null): Promise<void>;
    /**
     * Inside a transaction: until it ends no other one writes accounts, so that what was just read (who
     * administers, which addresses are taken) still holds when it is acted on. Reading goes on.
     */
    lock(): Promise<void>;
  };
  readonly sessions: {
    add(session: {
      readonly tokenHash: string;
      readonly account: string;
      readonly createdAt: string;
      readonly expiresAt: string;
    }): Promise<void>;
    byTokenHash(tokenHash: string, now: string): Promise<Account | null>;
    remove(tokenHash: string): Promise<void>;
    removeOfAccount(account: string): Promise<void>;
  };
  /** One-time links: to claim the administrator's place, to set a password. */
  readonly links: {
    add(link: {
      readonly tokenHash: string;
      readonly purpose: "claim-administrator" | "set-password";
      readonly account: string | null;
      readonly createdAt: string;
      readonly expiresAt: string;
    }): Promise<void>;
    /** Null when unknown, used or expired. Peeking uses nothing up. */
    peek(
      tokenHash: string,
      now: string,
    ): Promise<{
      readonly purpose: "claim-administrator" | "set-password";
      readonly account: string | null;
    } | null>;
    use(tokenHash: string, now: string): Promise<boolean>;
    /** Makes earlier unused links of the purpose (and account) worthless. */
    revoke(purpose: "claim-administrator" | "set-password", account: string | null): Promise<void>;
  };
  readonly audit: {
    append(entry: AuditEntry): Promise<void>;
    list(page: {
      readonly before: number | null;
      readonly limit: number;
    }): Promise<readonly (AuditEntry & { readonly number: number })[]>;
  };
  readonly sources: {
    /** False when the hash is already known (nothing changes). */
    add(source: SourceFile): Promise<boolean>;
    byHash(sha256: Sha256): Promise<SourceFile | null>;
    list(): Promise<readonly SourceFile[]>;
  };
  readonly documents: {
    /**
     * Stores a reading with its passages. Passages of an earlier reading that are no longer there are
     * superseded, not deleted; identical ones stay. Returns the counts.
     */
    put(
      reading: DocumentReading,
      passages: readonly Passage[],
      at: string,
    ): Promise<{ readonly added: number; readonly superseded: number; readonly unchanged: number }>;
    /**
     * As `put`; says also what became of the passages people decided on, which a reading never overwrites.
     */
    reread(reading: DocumentReading, passages: readonly Passage[], at: string): Promise<RereadCounts>;
    bySource(sha256: Sha256): Promise<DocumentReading | null>;
    /** A text by its number, for passages that are tied to an earlier one. */
    textOf(sha256: Sha256, textVersion: number): Promise<string | null>;
    /** By which reader each document was read, in the order they came. */
    readerVersions(): Promise<readonly { readonly source: Sha256; readonly readerVersion: string }[]>;
    list(): Promise<
      readonly {
        readonly source: Sha256;
        readonly title: string | null;
        readonly language: Language | null;
        readonly pages: number | null;
        readonly passages: number;
        /** Whether it belongs to an evaluation of the registry. */
        readonly tied: boolean;
      }[]
    >;
    /** Ties a document to the evaluation it reports on. */
    link(source: Sha256, evaluation: string, at: string): Promise<void>;
    evaluationsOf(source: Sha256): Promise<readonly string[]>;
    ofEvaluation(evaluation: string): Promise<readonly Sha256[]>;
  };
  readonly passages: {
    byId(id: string): Promise<Passage | null>;
    ofDocument(source: Sha256): Promise<readonly Passage[]>;
    search(query: PassageQuery): Promise<PassageHits>;
    /** Why a search finds little or nothing. */
    explain(query: PassageQuery): Promise<SearchExplanation>;
  };
  readonly corrections: CorrectionsCatalogue;
  readonly recommendations: RecommendationCatalogue;
  readonly advice: AdviceCatalogue;
  readonly lessons: LessonsCatalogue;
  readonly harvest: HarvestCatalogue;
  readonly reviews: ReviewsCatalogue;
  readonly reminders: ReminderCatalogue;
  readonly readingJobs: ReadingJobsCatalogue;
  readonly releaseChecks: ReleaseChecksCatalogue;
  readonly searches: SearchesCatalogue;
  readonly evaluations: {
    /** Appends a version where the record differs from the current one. */
    put(
      evaluations: readonly Evaluation[],
      at: string,
      by: string,
    ): Promise<{ readonly added: number; readonly superseded: number; readonly unchanged: number }>;
    byId(id: string): Promise<Evaluation | null>;
    list(filter: EvaluationFilter): Promise<EvaluationList>;
    /** Why a search finds little or nothing. */
    explain(filter: EvaluationFilter): Promise<SearchExplanation>;
    /** Number of evaluations by country, for the map; of sources of these tiers, of all when absent. */
    countByCountry(
      tiers?: readonly AccessTier[],
    ): Promise<readonly { readonly area: string; readonly count: number }[]>;
  };
  readonly standards: {
    putConventions(
      conventions: readonly Convention[],
    ): Promise<{ readonly added: number; readonly superseded: number; readonly unchanged: number }>;
    putRatifications(
      events: readonly RatificationEvent[],
    ): Promise<{ readonly added: number; readonly superseded: number; readonly unchanged: number }>;
    conventions(): Promise<readonly Convention[]>;
    ratifications(filter: {
      readonly convention?: string;
      readonly area?: string;
    }): Promise<readonly (RatificationEvent & { readonly id: string })[]>;
    ratification(id: string): Promise<(RatificationEvent & { readonly id: string }) | null>;
  };
  readonly releases: ReleasesCatalogue;
  readonly indicators: IndicatorsCatalogue;
  readonly selections: SelectionsCatalogue;
  readonly studies: StudiesCatalogue;
  readonly indexes: {
    addDefinition(definition: StoredIndexDefinition): Promise<boolean>;
    definition(id: string, version: string | null): Promise<StoredIndexDefinition | null>;
    definitions(): Promise<readonly StoredIndexDefinition[]>;
    addRun(run: StoredIndexRun): Promise<void>;
    /** Inside a transaction: until it ends no other one adds a run. Reading goes on. */
    lock(): Promise<void>;
    run(id: string): Promise<StoredIndexRun | null>;
    /** Once for each run; false where there was one already. */
    addUncertainty(uncertainty: StoredIndexUncertainty): Promise<boolean>;
    uncertainty(run: string): Promise<StoredIndexUncertainty | null>;
    addClassification(classification: StoredClassification): Promise<void>;
    /** Newest year first, then newest addition. */
    classifications(): Promise<readonly StoredClassification[]>;
    /** Without the results, newest first. Who may see which is asked by `app`. */
    runs(): Promise<readonly Omit<StoredIndexRun, "result">[]>;
  };
};

export type PassageQuery = {
  readonly text: string;
  readonly kinds?: readonly PassageKind[];
  readonly languages?: readonly Language[];
  readonly regions?: readonly EvaluationRegion[];
  readonly countries?: readonly string[];
  /** Further filters, values by field; `none` is what is not stated. */
  readonly filters?: Readonly<Record<string, readonly string[]>>;
  readonly sort?: SearchSort;
  /** Hits without the places of what was found, for files and feeds: marking takes most of the time of a long list. */
  readonly unmarked?: boolean;
  /** Matches to count and to page through; 5,000 when absent. */
  readonly most?: number;
  /** Fields to count; kind, language, region, country and year when absent. */
  readonly facets?: readonly string[];
  /**
   * Only passages of sources of these tiers, tied to evaluations of such sources; what a caller may see is
   * for `access` to say. All when absent.
   */
  readonly tiers?: readonly AccessTier[] | undefined;
  readonly limit: number;
  readonly offset: number;
};

export type Facets = Readonly<
  Record<string, readonly { readonly value: string | null; readonly count: number }[]>
>;

/** `added`: what was stored last comes first. */
export type SearchSort = "relevance" | "newest" | "oldest" | "added";

export type PassageHits = {
  /** Matches counted; with `more` there are more than these. */
  readonly total: number;
  readonly more: boolean;
  /** How many were weighed for the order by relevance; the rest follows by year. */
  readonly ranked: number;
  /** The search with all operators written out. */
  readonly understood: string;
  readonly hits: readonly {
    readonly passage: Passage;
    readonly evaluation: string | null;
    readonly title: string | null;
    readonly titleLanguage: Language | null;
    readonly year: number | null;
    readonly countries: readonly string[];
    readonly origin: SourceFile["origin"];
    /** When this version of the passage was stored. */
    readonly recordedAt: string;
    /** Code-point ranges inside `passage.text`. */
    readonly highlights: readonly (readonly [number, number])[];
    readonly score: number;
  }[];
  readonly facets: Facets;
};

export type EvaluationFilter = {
  readonly text?: string;
  readonly region?: string;
  readonly language?: string;
  readonly type?: string;
  readonly timing?: string;
  readonly nature?: string;
  readonly country?: string;
  /** Values by field; `none` is what is not stated. */
  readonly filters?: Readonly<Record<string, readonly string[]>>;
  readonly sort?: SearchSort;
  /** Fields to count; region, language, type, timing, nature, year and country when absent. */
  readonly facets?: readonly string[];
  /** Only records read from sources of these tiers; all when absent. */
  readonly tiers?: readonly AccessTier[] | undefined;
  readonly limit: number;
  readonly offset: number;
};

export type EvaluationList = {
  readonly total: number;
  /** The search with all operators written out. */
  readonly understood: string;
  readonly evaluations: readonly Evaluation[];
  /** When the version shown was stored, by identifier. */
  readonly recordedAt: Readonly<Record<string, string>>;
  readonly facets: Facets;
};
