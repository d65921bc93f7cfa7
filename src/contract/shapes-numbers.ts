// Shapes of the numbers half: observations, releases, indicators, index definitions and runs.

import { z } from "zod";
import { missingReasons } from "#kernel";
import { LocalisedShape, OriginShape, RecipeShape, Sha256Shape } from "./shapes-shared.ts";

export const ObservationShape = z
  .object({
    id: z.string().meta({ description: "Ask /api/trace with it where the figure comes from." }),
    area: z.string(),
    indicator: z.string(),
    period: z.string(),
    source: z.string(),
    sex: z.string(),
    breakdowns: z.record(z.string(), z.string()),
    unit: z.string().nullable(),
    value: z.number().nullable(),
    missing: z.enum(missingReasons).nullable(),
    status: z.string().nullable(),
    note: z.string().nullable(),
    origin: OriginShape,
  })
  .meta({ id: "Observation" });

export const IndexDefinitionShape = z
  .object({
    id: z.string(),
    version: z.string(),
    title: LocalisedShape,
    form: z.string().nullable(),
    reconstruction: z.boolean(),
    sha256: Sha256Shape,
    definition: z.unknown(),
    addedAt: z.string(),
  })
  .meta({ id: "IndexDefinition" });

/** The ends of intervals that stand beside a score and its rank. */
export const IntervalShape = {
  rankLow: z
    .int()
    .nullable()
    .meta({ description: "Best rank in 95 of 100 recomputations; null where none could be made." }),
  rankHigh: z.int().nullable().meta({ description: "Worst rank in 95 of 100." }),
  scoreLow: z.number().nullable().meta({
    description:
      "Null without a score, and in runs whose intervals were made before they covered all periods, but for the last.",
  }),
  scoreHigh: z.number().nullable(),
};

export const ScoreShape = z
  .object({
    area: z.string(),
    node: z.string(),
    period: z.string().nullable(),
    score: z.number().nullable(),
    rank: z.int().nullable(),
    ...IntervalShape,
    n: z.int(),
    expected: z.int(),
    imputed: z.int().optional().meta({ description: "How many of the n were filled; absent where none." }),
    reason: z.string().nullable(),
  })
  .meta({ id: "Score" });

export const IndexRunSummaryShape = z
  .object({
    id: z.string(),
    definitionId: z.string(),
    definitionVersion: z.string(),
    release: z.string(),
    title: LocalisedShape,
    form: z.string().nullable(),
    reconstruction: z.boolean(),
    origin: OriginShape,
    createdAt: z.string(),
    period: z.string().nullable().optional().meta({ description: "In the list of runs: the last period." }),
    ranked: z.int().optional().meta({ description: "In the list of runs: areas with a rank in it." }),
  })
  .meta({ id: "IndexRunSummary" });

export const IndexRunShape = IndexRunSummaryShape.extend({
  recipe: RecipeShape,
  definition: z.unknown(),
  scores: z.array(ScoreShape),
  thresholds: z.array(
    z.object({
      node: z.string(),
      period: z.string().nullable(),
      value: z.number().nullable(),
      n: z.int().meta({ description: "Areas with a score." }),
      ties: z.int().meta({ description: "Areas on the threshold itself." }),
    }),
  ),
  countryGroups: z.array(
    z.object({
      area: z.string(),
      node: z.string(),
      period: z.string().nullable(),
      group: z.string(),
      flag: z.string().nullable(),
    }),
  ),
  dropped: z.array(z.object({ indicator: z.string(), reason: z.string() })),
  droppedNodes: z.array(z.object({ node: z.string(), reason: z.string() })),
  flags: z.array(z.string()),
  weights: z
    .array(z.object({ node: z.string(), weight: z.number() }))
    .optional()
    .meta({ description: "Found from the data; absent where the definition gives them." }),
  withoutScale: z.array(z.object({ indicator: z.string(), reason: z.string() })).optional(),
  cells: z
    .array(
      z.object({
        area: z.string(),
        indicator: z.string(),
        period: z.string().nullable(),
        step: z.string(),
        rule: z.string(),
        before: z.number().nullable(),
        after: z.number().nullable(),
      }),
    )
    .optional()
    .meta({ description: "Every cell that a step filled, emptied or changed." }),
  leftOut: z.array(z.object({ area: z.string(), reason: z.string() })).optional(),
  areaNotes: z
    .array(
      z.object({
        area: z.string(),
        note: z.string(),
        until: z.int().nullable(),
        successors: z.array(z.string()),
      }),
    )
    .optional()
    .meta({ description: "Dissolved states with their successors, and regions among the areas." }),
  withdrawal: z
    .object({ at: z.string(), reason: z.string(), replacedBy: z.string().nullable() })
    .nullable()
    .optional()
    .meta({
      description: "Where the release it was computed on was withdrawn: its scores are no longer shown.",
    }),
}).meta({ id: "IndexRun" });
