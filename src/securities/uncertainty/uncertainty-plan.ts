// What is taken as uncertain in an analysis, and by how much.

import type { Aggregation, Sampling } from "#statistics";
import { scaleOf } from "../compiled-index.ts";
import type {
  ImputationRule,
  IndexDefinition,
  NormalisationRule,
  TreatmentRule,
} from "../index-definition.ts";

/** Everything that decides an analysis but the index, the data and the seed. */
export type UncertaintyPlan = {
  /** How often the index is computed with something set otherwise, for the intervals. */
  readonly replicates: number;
  /** Share of replicates that an interval holds. */
  readonly probability: number;
  readonly sampling: Sampling;
  /** Rows of the design for sensitivities, each costing two more runs than there are factors; 0: none. */
  readonly base: number;
  /** Each weight times a factor drawn evenly within ± this share; `null`: as given. */
  readonly weights: number | null;
  /** Methods drawn with equal chance, beside the definition's own; none: the own alone. */
  readonly normalisation: readonly NormalisationRule[];
  readonly aggregation: readonly Aggregation[];
  /** `null` among them: none is done. */
  readonly imputation: readonly (ImputationRule | null)[];
  readonly treatment: readonly (TreatmentRule | null)[];
  /** One indicator is left out, or none: each with equal chance. */
  readonly leaveOneOut: boolean;
  /** Values with a standard error are drawn from a normal distribution around what was observed. */
  readonly samplingError: boolean;
  /** Nodes whose ranks are asked for; `null`: the index and all sub-indexes. */
  readonly nodes: readonly string[] | null;
  readonly periods: "last" | "all";
  /** Of which of these periods scores have intervals; plans kept before there was a choice: the last. */
  readonly scores?: "last" | "all";
  /** Areas whose own rank at the top is explained by the factors, beside the mean shift of all ranks. */
  readonly areas: readonly string[];
};

export const uncertaintyFactors = [
  "weights",
  "normalisation",
  "aggregation",
  "imputation",
  "treatment",
  "leave-one-out",
  "sampling-error",
] as const;
export type UncertaintyFactorId = (typeof uncertaintyFactors)[number];

/**
 * The plan that every stored run is analysed by: weights ±25 per cent; minimum and maximum, z-scores or ranks
 * and the definition's own method; arithmetic or geometric means and the definition's own; one indicator left
 * out; sampling errors where the data have them. Imputation and treatment stay as the definition has them.
 *
 * @param changes what is to be otherwise
 * @example
 * standardUncertaintyPlan({ normalisation: { method: "rank" } }, { replicates: 500 }).weights // => 0.25
 */
export function standardUncertaintyPlan(
  definition: IndexDefinition,
  changes: Partial<UncertaintyPlan> = {},
): UncertaintyPlan {
  const { low, high } = scaleOf(definition);
  return {
    replicates: 2000,
    probability: 0.95,
    sampling: "sobol",
    base: 512,
    weights: 0.25,
    normalisation: [
      { method: "min-max", low, high },
      { method: "z-score", mean: 0, deviation: 1 },
      { method: "rank" },
    ],
    aggregation: [{ method: "arithmetic" }, { method: "geometric" }],
    imputation: [],
    treatment: [],
    leaveOneOut: true,
    samplingError: true,
    nodes: null,
    periods: "all",
    scores: "all",
    areas: [],
    ...changes,
  };
}

/** The choices of a factor: the definition's own first, then those that differ from it. */
export const choicesOf = <T>(own: T, others: readonly T[]): readonly T[] => {
  const seen = new Set<string>();
  return [own, ...others].filter((choice) => {
    const key = keyOf(choice);
    return !seen.has(key) && seen.add(key);
  });
};

/** The same text for the same rule, however its keys are ordered. */
function keyOf(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  return `{${Object.entries(value)
    .map(([key, part]) => `${key}:${keyOf(part)}`)
    .sort()
    .join(",")}}`;
}
