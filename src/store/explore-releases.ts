// What the store promises to those who look into releases: counts from memory, and slices with only the
// columns that are shown.

import type { Observation } from "#records";

/** Values of one column are alternatives, columns hold together; what is absent asks nothing. */
export type ExploreFilter = {
  readonly indicators?: readonly string[];
  readonly areas?: readonly string[];
  readonly sources?: readonly string[];
  readonly sex?: readonly string[];
  /** By dimension without prefix; `""` is the row without that breakdown. */
  readonly breakdowns?: Readonly<Record<string, readonly string[]>>;
  readonly from?: number;
  readonly to?: number;
};

export type ReleaseFacets = {
  readonly rows: number;
  readonly series: number;
  /** By column (`indicator, area, source, sex, by_…`): values with the rows they would give. */
  readonly columns: Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>;
  readonly years: readonly { readonly year: number; readonly count: number }[];
};

export type SeriesKey = Pick<Observation, "indicator" | "area" | "source" | "sex" | "breakdowns">;

/** A figure as it is shown: without the cell it was read from, which its path tells. */
export type ShownObservation = Omit<Observation, "attributes" | "file" | "row" | "column">;

export type ExploreReleases = {
  /** What each value of each filter would give; null for an unknown release. */
  facets(release: string, filter: ExploreFilter): Promise<ReleaseFacets | null>;
  /** How many series of a choice each area or indicator has. */
  seriesCounts(
    release: string,
    filter: ExploreFilter,
    lead: "area" | "indicator",
  ): Promise<ReadonlyMap<string, number>>;
  /** Which source has which indicator in a choice. */
  sources(
    release: string,
    filter: ExploreFilter,
  ): Promise<readonly { readonly indicator: string; readonly source: string }[]>;
  /** Pages of the series of some areas or indicators, each by indicator, area, source and sex. */
  series(
    release: string,
    filter: ExploreFilter,
    lead: "area" | "indicator",
    pages: readonly { readonly value: string; readonly offset: number; readonly limit: number }[],
  ): Promise<readonly (readonly SeriesKey[])[]>;
  /** Observations of a choice in the order of the key; at most so many. */
  slice(release: string, filter: ExploreFilter, limit: number): Promise<readonly ShownObservation[]>;
  /** Choices of several releases as the bytes of one Parquet file; `about` stands in its metadata. */
  parquet(
    parts: readonly { readonly release: string; readonly filter: ExploreFilter }[],
    about: Readonly<Record<string, string>>,
  ): AsyncIterable<Uint8Array>;
};
