// What the store promises about releases: writing, reading, checking and comparing their figures.

import type { Problem, Result, Sha256 } from "#kernel";
import type {
  FindingCount,
  Observation,
  ObservationKey,
  ObservationLayout,
  ObservationSpellings,
  Release,
  ReleaseFinding,
} from "#records";
import type { ExploreReleases } from "./explore-releases.ts";
import type { FindingQuestion } from "./finding-question.ts";
import type { Progress } from "./progress.ts";
import type { ChangeFilter, ReleaseChange, ReleaseChangeCounts } from "./release-changes.ts";

export type ObservationFilter = {
  readonly release: string;
  readonly indicators?: readonly string[];
  readonly areas?: readonly string[];
  /** Years, inclusive. */
  readonly from?: number;
  readonly to?: number;
  readonly sex?: readonly string[];
  readonly sources?: readonly string[];
  /** By dimension; `""` is the row without that breakdown. */
  readonly breakdowns?: Readonly<Record<string, readonly string[]>>;
  readonly limit?: number;
  readonly offset?: number;
};

export type Releases = {
  /** For those who look into releases page by page. */
  readonly explore: ExploreReleases;
  /**
   * Reads delimited files by their layouts into one sorted Parquet file: one pass of the engine, memory
   * bounded. Every faulty row is a problem (at most 1,000 are listed, a last one says how many there are);
   * with any problem nothing is written. `spellings` is asked once for each distinct text of a column.
   */
  writeObservations(
    input: {
      readonly parts: readonly {
        readonly source: Sha256;
        /** Name of the file, for problems. */
        readonly name: string;
        readonly layout: ObservationLayout;
      }[];
      readonly spellings: ObservationSpellings;
      /** The indicators that exist; null takes every code as it comes. */
      readonly indicators: ReadonlySet<string> | null;
      readonly origin: Release["origin"];
    },
    progress?: Progress,
    signal?: AbortSignal,
  ): Promise<
    Result<{
      readonly files: readonly Sha256[];
      readonly rows: number;
      readonly checksum: Sha256;
      readonly warnings: readonly Problem[];
    }>
  >;
  /** Row count and checksum computed again from stored files; null when one is absent or unreadable. */
  measure(files: readonly Sha256[]): Promise<{ readonly rows: number; readonly checksum: Sha256 } | null>;
  /** Differences to an earlier release of the series. */
  compare(
    files: readonly Sha256[],
    earlier: Release | null,
  ): Promise<{ readonly added: number; readonly changed: number; readonly withdrawn: number } | null>;
  /**
   * What in stored files a person must look at, by the rules of `FindingRule` that the figures themselves and an
   * earlier version show. All are counted, the first of each rule listed. Null where a file is gone.
   */
  findings(
    files: readonly Sha256[],
    earlier: Release | null,
    question: FindingQuestion,
    progress?: Progress,
    signal?: AbortSignal,
  ): Promise<{
    readonly counts: readonly FindingCount[];
    readonly findings: readonly ReleaseFinding[];
  } | null>;
  /** What differs between two releases, counted; the counts are remembered, because releases never change. */
  changeCounts(before: Release, now: Release): Promise<ReleaseChangeCounts>;
  /** The rows that differ, in the order of the key. */
  changes(
    before: Release,
    now: Release,
    filter: ChangeFilter & { readonly limit: number; readonly offset: number },
  ): Promise<readonly ReleaseChange[]>;
  /** All of them as CSV, memory bounded. */
  changesCsv(before: Release, now: Release, filter: ChangeFilter): AsyncIterable<Uint8Array>;
  /** Of a slice only the rows that an earlier release has not, or has otherwise. */
  changedObservations(filter: ObservationFilter, before: Release): Promise<readonly Observation[]>;
  /** Rows in the order of the file (indicator, area, period, source, sex). */
  observations(filter: ObservationFilter): Promise<readonly Observation[]>;
  observation(key: ObservationKey): Promise<Observation | null>;
  /** The same rows a few thousand at a time, for downloads of any size; holds a connection until it ends. */
  batches(filter: ObservationFilter): AsyncIterable<readonly Observation[]>;
  /** What a filter would give: number of rows, breakdowns and attributes; null for an unknown release. */
  extent(filter: ObservationFilter): Promise<{
    readonly rows: number;
    readonly breakdowns: readonly string[];
    readonly attributes: readonly string[];
  } | null>;
  /** What is in a release: indicators with units, first and last period, number of areas and values. */
  contents(
    release: string,
    /** Only what one area has. */
    area?: string,
  ): Promise<
    readonly {
      readonly indicator: string;
      readonly unit: string | null;
      readonly from: string;
      readonly to: string;
      readonly areas: number;
      readonly values: number;
      readonly missing: number;
    }[]
  >;
  /** Whose figures a release holds, by indicator. */
  agencies(
    release: string,
  ): Promise<readonly { readonly indicator: string; readonly source: string; readonly values: number }[]>;
  /** Copies a release (or a slice) as CSV to a path, in one pass. */
  exportCsv(filter: ObservationFilter, toPath: string): Promise<{ readonly rows: number }>;
};
