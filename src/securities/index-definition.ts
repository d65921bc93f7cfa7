// What an index is made of: a tree whose leaves are indicators and whose inner nodes are weighted means.
// Shapes only; `read-index-definition.ts` makes them from JSON, `run-index.ts` computes with them.

import type { Localised } from "#kernel";
import type {
  Aggregation,
  ImputationMethod,
  Normalisation,
  OutlierLimits,
  QuantileType,
  Transformation,
} from "#statistics";
import type { FormId, IndicatorRole, SecurityLevel } from "./security-terms.ts";

/**
 * How an indicator's values are laid on the scale. A distance to a reference names the area it is measured
 * from; its value is looked up when the run is made.
 */
export type NormalisationRule =
  | Exclude<Normalisation, { readonly method: "distance-to-reference" }>
  | { readonly method: "distance-to-reference"; readonly area: string; readonly cap: boolean };

/** What is done to every value before outliers are looked for. */
export type ValueTransformation =
  | { readonly method: "log" | "square-root" }
  | { readonly method: "cap"; readonly low: number | null; readonly high: number | null };

/** When extreme values are drawn in or a scale is bent, and how far. */
export type TreatmentRule = {
  readonly limits: OutlierLimits;
  readonly winsoriseAtMost: number;
  readonly otherwise: Transformation | null;
};

/** How empty cells are filled; no rule fills none. */
export type ImputationRule = {
  readonly method: ImputationMethod;
  /** Attribute of areas that makes the groups of `group-mean` and `group-median`. */
  readonly groupBy: string | null;
  /** For `latest`: how old in years a value may be. */
  readonly mostYears: number | null;
  /** Share of the areas that may be filled; an indicator with more holes is left as it is. */
  readonly maximumShare: number | null;
};

/** Group of each area by attribute: `income-group` → `KEN` → `lower-middle`. */
export type AreaAttributes = ReadonlyMap<string, ReadonlyMap<string, string>>;

export const weightMethods = ["given", "equal", "principal-components", "correlation-balanced"] as const;
export type WeightMethod = (typeof weightMethods)[number];

/** Steps of one indicator that differ from the definition's own; `null` in a field means "none here". */
export type IndicatorSteps = {
  /** Another series of the data, by which each value is divided. */
  readonly denominator: string | null;
  readonly transformation: ValueTransformation | null;
  /** `undefined`: as the definition has it. */
  readonly imputation: ImputationRule | null | undefined;
  readonly treatment: TreatmentRule | null | undefined;
  readonly normalisation: NormalisationRule | undefined;
};

export type IndexNode = {
  readonly id: string;
  /** `null` for the root, the index itself. */
  readonly parent: string | null;
  readonly title: Localised | null;
  /** Sub-indexes by role are renormalised and make the country groups. */
  readonly role: IndicatorRole | null;
  /** Weight among the children of one parent; only proportions matter. 0: shown, and does not count. */
  readonly weight: number;
  /** For indicators: 1 more is better, -1 less is better. `null` for a node formed from others. */
  readonly direction: 1 | -1 | null;
  /** How the values below become one; `null`: as the definition has it. */
  readonly aggregation: Aggregation | null;
  /** For indicators; `null` for a node formed from others. */
  readonly steps: IndicatorSteps | null;
  /** How it is known that this belongs here, in words for readers. */
  readonly evidence: string | null;
};

export type CountryGroupScheme = {
  readonly scheme: "sesame";
  /** Share of areas below the threshold; 0.6 is the sixth decile. */
  readonly probability: number;
  readonly quantileType: QuantileType;
};

export type IndexDefinition = {
  readonly id: string;
  readonly version: string;
  readonly title: Localised;
  /** `composite` is an index over several forms. */
  readonly form: FormId | "composite" | null;
  readonly level: SecurityLevel | null;
  /** True: put together from partial sources; never to be printed as an original. */
  readonly reconstruction: boolean;
  readonly evidence: string | null;
  /** In the order of the file; sums are taken in this order. */
  readonly nodes: readonly IndexNode[];
  readonly imputation: ImputationRule | null;
  /** Groups of areas that the definition brings along, by attribute; `null`: none. */
  readonly areaGroups: AreaAttributes | null;
  readonly treatment: TreatmentRule | null;
  readonly normalisation: NormalisationRule;
  readonly aggregation: Aggregation;
  readonly weights: WeightMethod;
  /** Least share of the indicators an area must have to belong to the set; `null`: all areas belong. */
  readonly screening: { readonly minimumShare: number } | null;
  /** Areas the run is made over; `null`: all areas of the data. */
  readonly referenceAreas: readonly string[] | null;
  readonly renormaliseSubIndexes: boolean;
  /** `null` is exactly two thirds, which no decimal fraction is. */
  readonly missing: { readonly minimumShare: number | null };
  readonly countryGroups: CountryGroupScheme | null;
  /** Period that minimum and maximum are taken from; `null`: from all periods. */
  readonly referencePeriod: string | null;
};
