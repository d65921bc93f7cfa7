// What a comparison of two runs says. Shapes only.

import type { Problem } from "#kernel";
import type { DefinitionPart } from "./definition-parts.ts";
import type { ChangedCells } from "./hybrid-grid.ts";

/**
 * Why a rank can change between two runs. `values`: observations that are new, corrected or withdrawn;
 * `choice`: another choice among sources and years over the same observations; `areas`: areas that came or
 * went; `definition`: indicators, weights, normalisation, aggregation; `rules`: what is done about missing
 * values; `period`: another period.
 */
export const changeCauses = ["values", "choice", "areas", "definition", "rules", "period"] as const;
export type ChangeCause = (typeof changeCauses)[number];

/** What can be divided further, on request. */
export const dividedCauses = ["values", "definition"] as const;
export type DividedCause = (typeof dividedCauses)[number];

/** How one area stood in one of the runs. */
export type Standing = { readonly score: number; readonly rank: number };

/**
 * `both`: ranked in both runs. `entered` and `left`: an area of one run only. `gained-rank` and `lost-rank`:
 * an area of both that has a score in one of them only. Only areas ranked in both have shares.
 */
export const areaStates = ["both", "entered", "left", "gained-rank", "lost-rank", "unranked"] as const;
export type AreaState = (typeof areaStates)[number];

export type AreaChange = {
  readonly area: string;
  readonly state: AreaState;
  readonly from: Standing | null;
  readonly to: Standing | null;
  /** Places gained, by cause in the order of `causes`: they sum to the rank before less the rank after. */
  readonly places: readonly number[];
  /** Change of the score, by cause: they sum to the score after less the score before. */
  readonly scores: readonly number[];
  /** By part of the divided cause: they sum to the share of that cause. Empty where nothing is divided. */
  readonly parts: readonly number[];
  /** Mixtures of the two runs in which the area had no rank, so that it was counted as half way between. */
  readonly withoutRank: number;
};

export type CauseSummary = {
  readonly cause: ChangeCause;
  /** Places that it moved areas by, up or down, summed over all. */
  readonly places: number;
  /** Areas whose largest share it is; an area that did not move has none. */
  readonly largestFor: number;
};

export type DividedShares = {
  readonly cause: DividedCause;
  /** Series, or parts of the definition. */
  readonly parts: readonly string[];
  /** Places moved by each part, summed over all areas. */
  readonly places: readonly number[];
  /** `null`: exact. Else found from orders drawn by chance, and how far shares of places may be off. */
  readonly drawn: { readonly orders: number; readonly largestError: number } | null;
};

export type RunComparison = {
  readonly periods: readonly [string | null, string | null];
  readonly nodes: readonly [string, string];
  /** Causes that differ between the runs; those that do not have no share in anything. */
  readonly causes: readonly CauseSummary[];
  readonly changes: {
    readonly values: readonly ChangedCells[];
    readonly entered: readonly string[];
    readonly left: readonly string[];
    readonly definition: readonly DefinitionPart[];
    readonly indicatorsAdded: readonly string[];
    readonly indicatorsRemoved: readonly string[];
    /** Whether imputation, its groups of areas, screening or the least share of indicators differ. */
    readonly rules: boolean;
    /** Cells whose source was chosen otherwise. */
    readonly chosenOtherwise: number;
  };
  readonly divided: DividedShares | null;
  readonly areas: readonly AreaChange[];
  /** Mixtures of the two runs that were computed, and those that could not be, with the reason. */
  readonly mixtures: number;
  readonly failed: readonly { readonly causes: readonly ChangeCause[]; readonly problem: Problem }[];
};
