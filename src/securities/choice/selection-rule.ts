// By which rule one value is chosen where several sources, years and releases have one. Shapes only.

import type { Localised, MissingReason } from "#kernel";
import type { SourceOfIndicator } from "../catalogue/indicator.ts";

export const yearPreferences = ["nearest", "latest", "before"] as const;
export const tieRules = ["earlier", "later"] as const;
export const orderRules = ["source", "year"] as const;

/** Values of a series after a year are left aside: projections that their file does not mark. */
export type YearCut = {
  readonly year: number;
  /** Of this agency and series only; of all when `null`. */
  readonly agency: string | null;
  readonly series: string | null;
};

export type SelectionRule = {
  readonly id: string;
  readonly title: Localised;
  /** Reference years; each gives a value for every indicator, area and sex. */
  readonly years: readonly number[];
  /** How many years before and after the reference year a value may be of. */
  readonly window: { readonly before: number; readonly after: number };
  /** `source`: the best source that has a value in the window; `year`: the best year, then the best source. */
  readonly order: (typeof orderRules)[number];
  /** `before`: the nearest year up to the reference year, else the nearest after it. */
  readonly prefer: (typeof yearPreferences)[number];
  /** Which of two years is taken that lie equally far from the reference year; the later unless said. */
  readonly ties: (typeof tieRules)[number];
  readonly sexes: readonly string[];
  /** `null`: every indicator of the catalogue and of the rule. */
  readonly indicators: readonly string[] | null;
  /** Best first, by indicator; `*` for those not named. The catalogue's own order where neither says it. */
  readonly sources: ReadonlyMap<string, readonly SourceOfIndicator[]>;
  readonly without: { readonly statuses: readonly string[]; readonly after: readonly YearCut[] };
  /** Least share of the indicators of a form and group that an area must have a value of. */
  readonly coverage: { readonly minimumShare: number; readonly below: "flag" | "leave-out" } | null;
};

/** An observation of a release that may be chosen. */
export type CandidateObservation = {
  /** Its address, for `socle trace` and for overrides. */
  readonly id: string;
  readonly release: string;
  /** The code it has in its release: the indicator's own id, or the code of a series of one of its sources. */
  readonly indicator: string;
  readonly area: string;
  readonly period: string;
  readonly source: string;
  readonly sex: string;
  readonly value: number | null;
  readonly missing: MissingReason | null;
  readonly unit: string | null;
  readonly status: string | null;
  readonly note: string | null;
  /** What else its source says of it, such as its standard error. */
  readonly attributes: Readonly<Record<string, string>>;
};

/** The value of one indicator for one area, reference year and sex. */
export type CellKey = {
  readonly indicator: string;
  readonly area: string;
  readonly year: number;
  readonly sex: string;
};

/** A person's decision on one cell. A later one on the same cell takes its place; none is ever deleted. */
export type SelectionOverride = CellKey & {
  /** Address of the candidate to take; `none` takes no value; `rule` gives the cell back to the rule. */
  readonly take: string;
  /** For `none`: why there is no value; `not-stated` when absent. */
  readonly missing: MissingReason | null;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
};

/** Why a candidate was taken or not. */
export const fates = [
  "taken",
  "taken-by-person",
  "put-aside-by-person",
  "source-not-allowed",
  "status-not-wanted",
  "after-cut",
  "outside-window",
  "no-value",
  "another-source-first",
  "another-year-first",
  "tie",
  "same-figure-in-another-release",
] as const;
export type Fate = (typeof fates)[number];

export type JudgedCandidate = CandidateObservation & {
  readonly fate: Fate;
  /** The year its period counts for: the last one it touches. */
  readonly year: number;
  /** Place of its source in the order, from 1; `null` where it is not allowed. */
  readonly sourcePlace: number | null;
};

/** Why a cell has the value it has, or none. */
export type CellWhy =
  | "rule"
  | "person"
  | "none-by-person"
  | "no-value-in-window"
  | "nothing-in-window"
  | "low-coverage";

export type ChosenCell = CellKey & {
  readonly value: number | null;
  readonly missing: MissingReason | null;
  readonly unit: string | null;
  readonly taken: CandidateObservation | null;
  readonly why: CellWhy;
  /** Candidates that were weighed. */
  readonly candidates: number;
};

export type SelectionFlag = {
  readonly code:
    | "no-candidates"
    | "unit-not-stated"
    | "unit-unlike-catalogue"
    | "outside-scale"
    | "releases-differ";
  readonly indicator: string;
  readonly area: string | null;
  readonly year: number | null;
  readonly detail: string;
};

export type CoverageOfArea = {
  readonly area: string;
  readonly year: number;
  readonly form: string;
  readonly group: string;
  readonly n: number;
  readonly expected: number;
};

export type Selection = {
  /** In the order of indicator, area, year and sex. */
  readonly cells: readonly ChosenCell[];
  /** Only what falls below the minimum of the rule. */
  readonly lowCoverage: readonly CoverageOfArea[];
  readonly flags: readonly SelectionFlag[];
};
