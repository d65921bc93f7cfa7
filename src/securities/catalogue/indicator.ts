// What is known of an indicator: what it measures, in which unit, where its figures may come from, how it is
// documented. Shapes only; `read-indicator.ts` makes them from JSON.

import type { Localised } from "#kernel";
import type { FormId, IndicatorRole, SecurityLevel } from "../security-terms.ts";

/** How it is known that an indicator belongs to its form. */
export type IndicatorEvidence =
  | { readonly tag: "seen"; readonly note: string | null }
  /** From memory: to be verified before publication. */
  | { readonly tag: "memory"; readonly confidence: "high" | "medium" | "low"; readonly note: string | null }
  /** Added by whoever runs this installation, or proposed by this project. */
  | { readonly tag: "own"; readonly note: string | null };

/**
 * An agency whose figures may be taken, and the code it publishes them under; `null` is the indicator's own
 * id.
 */
export type SourceOfIndicator = { readonly agency: string; readonly series: string | null };

/**
 * The headings under which statistical offices document a series.
 * @source SDMX metadata concepts, as the metadata of the SDG indicators use them
 */
export const documentationHeadings = [
  "definition",
  "unit",
  "sources",
  "collection",
  "calendar",
  "providers",
  "rationale",
  "limitations",
  "computation",
  "validation",
  "imputation",
  "aggregation",
  "quality",
  "availability",
  "comparability",
  "references",
] as const;
export type DocumentationHeading = (typeof documentationHeadings)[number];

/** `ours`: written by this project or installation; `source`: what the producer of the figures says. */
export type DocumentationEntry = { readonly text: Localised; readonly by: "ours" | "source" };

/** A heading that is absent is not stated: nothing is known, which is shown as such. */
export type IndicatorDocumentation = { readonly [H in DocumentationHeading]?: DocumentationEntry };

export const indicatorTypes = ["binary", "ratio", "mixed"] as const;
export const indicatorTransformations = ["log", "square-root"] as const;

export type Indicator = {
  readonly id: string;
  /** In all four languages. */
  readonly label: Localised;
  readonly form: FormId;
  readonly level: SecurityLevel;
  readonly group: IndicatorRole;
  /** `mixed`: 0 where the thing does not exist, else a quantity. */
  readonly type: (typeof indicatorTypes)[number];
  readonly direction: 1 | -1;
  /** Unit code, see `Quantity`. */
  readonly unit: string;
  /** The least and the greatest value that can be; `null`: not stated. */
  readonly scale: readonly [number, number] | null;
  /** What an index is advised to do to the values first; nothing when `null`. */
  readonly transformation: (typeof indicatorTransformations)[number] | null;
  /** Best first; empty where the order is not stated. */
  readonly sources: readonly SourceOfIndicator[];
  /** Dimensions by which it is to be broken down, sex first. */
  readonly breakdowns: readonly string[];
  readonly documentation: IndicatorDocumentation;
  readonly evidence: IndicatorEvidence;
};

export type IndicatorCatalogue = {
  readonly id: string;
  readonly version: string;
  readonly reconstruction: boolean;
  readonly evidence: string | null;
  readonly indicators: readonly Indicator[];
};
