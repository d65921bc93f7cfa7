// What a run of an index says: the shape that is frozen, stored, printed and published.

import type { MissingReason } from "#kernel";
import type { NoScale } from "#statistics";
import type { CountryGroupFlag, CountryGroupId } from "./country-groups.ts";

/** One figure that goes into a run. `missing` says why the value is `null`. */
export type IndexObservation = {
  readonly area: string;
  readonly indicator: string;
  /** `null` where the data have no periods. */
  readonly period: string | null;
  readonly value: number | null;
  readonly missing?: MissingReason | null;
  /** Of the sample the value comes from, in the unit of the value; `null` or absent: not known. */
  readonly standardError?: number | null;
  /** As the data print it; where two are given for one indicator, the run is refused. */
  readonly unit?: string | null;
};

/**
 * Why a score is `null`. `too_few_indicators`: less than the minimum share has a value; `part_missing`: a
 * node below has no score; `group_constant`: the node is the same for all areas, or has only constant
 * indicators, and was dropped for all; `not_in_reference`: no area has it in the reference period, so that
 * it has no minimum and maximum; `mean_undefined`: a value below forbids the mean, such as a negative one
 * under a geometric mean.
 */
export type ScoreReason =
  | "too_few_indicators"
  | "part_missing"
  | "group_constant"
  | "not_in_reference"
  | "mean_undefined";

export type Score = {
  readonly area: string;
  readonly node: string;
  readonly period: string | null;
  readonly score: number | null;
  /** Competition rank among the areas of the same node and period, highest first. */
  readonly rank: number | null;
  /** Indicators below the node that have a value. */
  readonly n: number;
  /** Indicators below the node, without those dropped for all areas. */
  readonly expected: number;
  readonly reason: ScoreReason | null;
  /** How many of the n were filled by imputation; absent where none was. */
  readonly imputed?: number;
};

export type Threshold = {
  readonly node: string;
  readonly period: string | null;
  readonly value: number | null;
  /** Areas with a score. */
  readonly n: number;
  /** Areas that lie on the threshold itself: with many, small changes move many areas. */
  readonly ties: number;
};

export type CountryGroupOfArea = {
  readonly area: string;
  /** The node whose three parts decide; a composite of several forms has one group for each form. */
  readonly node: string;
  readonly period: string | null;
  readonly group: CountryGroupId;
  readonly flag: CountryGroupFlag | null;
};

/** The minimum and maximum used; `null` where no value was there. */
export type RangeUsed = {
  /** The reference period; `null`: taken over all periods. */
  readonly period: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** Values the range was taken over. */
  readonly n: number;
};

/**
 * What a reader must know of the run as a whole. `group_constant`: a group was dropped for all areas and
 * its weight divided over the others; `indicator_without_values`: an indicator has no value that it could
 * be normalised with, and counts as expected and not available; `country_groups_not_formed`: country
 * groups were asked for and no node has exactly one input, process and outcome that all vary;
 * `indicator_without_scale`: the method cannot lay an indicator on its scale (`withoutScale` says why);
 * `mean_undefined`: a mean was not defined for some area; `value_without_place`: a step left a cell without a
 * value that had one (`cells` says which); `area_dissolved`, `area_is_region`: see `areaNotes`.
 */
export type RunFlag =
  | "group_constant"
  | "indicator_without_values"
  | "indicator_without_scale"
  | "mean_undefined"
  | "value_without_place"
  | "area_dissolved"
  | "area_is_region"
  | "country_groups_not_formed";

/** The steps that can fill, empty or change a cell. */
export type CellStep = "denominator" | "imputation" | "transformation" | "treatment" | "normalisation";

/** The values of a cell after each step, in the order in which the steps are taken. */
export type StagesOfCell = {
  readonly area: string;
  readonly indicator: string;
  readonly period: string | null;
  readonly raw: number | null;
  readonly denominated: number | null;
  readonly imputed: number | null;
  /** Empty for areas that were left out. */
  readonly screened: number | null;
  readonly transformed: number | null;
  readonly treated: number | null;
  readonly normalised: number | null;
};

/** What a reader must know of an area: it is dissolved, or a region among countries. */
export type AreaNote = {
  readonly area: string;
  readonly note: "dissolved" | "region";
  /** Last year of a dissolved state. */
  readonly until: number | null;
  readonly successors: readonly string[];
};

/** A cell that a step of the definition filled, emptied or changed. */
export type CellOfRun = {
  readonly area: string;
  readonly indicator: string;
  readonly period: string | null;
  readonly step: CellStep;
  /** The denominator, or the method. */
  readonly rule: string;
  readonly before: number | null;
  readonly after: number | null;
};

export type IndexRun = {
  readonly definition: { readonly id: string; readonly version: string; readonly reconstruction: boolean };
  /** The reference set: every score is relative to it. Sorted by code. */
  readonly areas: readonly string[];
  /** Sorted; empty where the data have no periods. */
  readonly periods: readonly string[];
  /** By node in the order of the definition, period and area. */
  readonly scores: readonly Score[];
  readonly thresholds: readonly Threshold[];
  readonly countryGroups: readonly CountryGroupOfArea[];
  readonly dropped: readonly { readonly indicator: string; readonly reason: "constant" }[];
  readonly droppedNodes: readonly { readonly node: string; readonly reason: "group_constant" }[];
  readonly flags: readonly RunFlag[];
  readonly normalisation: readonly (RangeUsed & { readonly indicator: string })[];
  /** Ranges that sub-indexes were stretched from; empty without renormalisation. */
  readonly renormalisation: readonly (RangeUsed & { readonly node: string })[];
  /** Weights that were found from the data; absent where the definition gives them. */
  readonly weights?: readonly { readonly node: string; readonly weight: number }[];
  /** Indicators that have values and cannot be laid on the scale; absent where there is none. */
  readonly withoutScale?: readonly { readonly indicator: string; readonly reason: NoScale }[];
  /** Every cell that a step filled, emptied or changed; absent where there is none. */
  readonly cells?: readonly CellOfRun[];
  /** Areas left out of the set by screening; absent where there is none. */
  readonly leftOut?: readonly { readonly area: string; readonly reason: "too_few_indicators" }[];
  /** Dissolved states and regions among the areas; absent where there is none. */
  readonly areaNotes?: readonly AreaNote[];
  /** Only where asked for. */
  readonly stages?: readonly StagesOfCell[];
};
