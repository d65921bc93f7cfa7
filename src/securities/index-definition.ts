// What an index is made of: a tree whose leaves are indicators and whose inner nodes are weighted means.
// Shapes only; `read-index-definition.ts` makes them from JSON, `run-index.ts` computes with them.

import type { Localised } from "#kernel";
import type { QuantileType } from "#statistics";
import type { FormId, IndicatorRole, SecurityLevel } from "./security-terms.ts";

export type IndexNode = {
  readonly id: string;
  /** `null` for the root, the index itself. */
  readonly parent: string | null;
  readonly title: Localised | null;
  /** Sub-indexes by role are renormalised and make the country groups. */
  readonly role: IndicatorRole | null;
  /** Weight among the children of one parent; above 0; only proportions matter. */
  readonly weight: number;
  /** For indicators: 1 more is better, -1 less is better. `null` for a node formed from others. */
  readonly direction: 1 | -1 | null;
  readonly aggregation: "arithmetic";
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
  readonly normalisation: { readonly method: "min-max"; readonly low: number; readonly high: number };
  readonly renormaliseSubIndexes: boolean;
  /** `null` is exactly two thirds, which no decimal fraction is. */
  readonly missing: { readonly minimumShare: number | null };
  readonly countryGroups: CountryGroupScheme | null;
  /** Period that minimum and maximum are taken from; `null`: from all periods. */
  readonly referencePeriod: string | null;
};
