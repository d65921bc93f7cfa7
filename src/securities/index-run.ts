// What a run of an index says: the shape that is frozen, stored, printed and published.

import type { MissingReason } from "#kernel";
import type { CountryGroupFlag, CountryGroupId } from "./country-groups.ts";

/** One figure that goes into a run. `missing` says why the value is `null`. */
export type IndexObservation = {
  readonly area: string;
  readonly indicator: string;
  /** `null` where the data have no periods. */
  readonly period: string | null;
  readonly value: number | null;
  readonly missing?: MissingReason | null;
};

/**
 * Why a score is `null`. `too_few_indicators`: less than the minimum share has a value; `part_missing`: a
 * node below has no score; `group_constant`: the node is the same for all areas, or has only constant
 * indicators, and was dropped for all; `not_in_reference`: no area has it in the reference period, so that
 * it has no minimum and maximum.
 */
export type ScoreReason = "too_few_indicators" | "part_missing" | "group_constant" | "not_in_reference";

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
 * groups were asked for and no node has exactly one input, process and outcome that all vary.
 */
export type RunFlag = "group_constant" | "indicator_without_values" | "country_groups_not_formed";

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
};
