// How sure the ranks of a run are, as answers have it.

import { z } from "zod";
import { RecipeShape, Sha256Shape } from "./shapes-shared.ts";

const Interval = z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable();
const Place = { area: z.string(), node: z.string(), period: z.string().nullable() };

export const RankUncertaintyShape = z
  .object({
    ...Place,
    rank: z.int().nullable().meta({ description: "As the index is defined." }),
    low: z.int().nullable().meta({ description: "Best rank of the interval." }),
    median: z.int().nullable(),
    high: z.int().nullable().meta({ description: "Worst rank of the interval." }),
    mean: z.number().nullable(),
    n: z.int().meta({ description: "Replicates in which the area had a rank." }),
    topTen: z.number().nullable().meta({ description: "Share of these among the ten highest." }),
    groups: z
      .record(z.string(), z.number())
      .optional()
      .meta({ description: "Share of replicates in each country group." }),
  })
  .meta({ id: "RankUncertainty" });

export const RunUncertaintyShape = z
  .object({
    run: z.string(),
    recipe: RecipeShape,
    plan: z.unknown().meta({ description: "What was taken as uncertain, and by how much." }),
    resultSha256: Sha256Shape.meta({ description: "Of the canonical JSON of the analysis." }),
    factors: z.array(
      z.object({
        factor: z.string(),
        levels: z.int().meta({ description: "0: drawn from a range." }),
      }),
    ),
    replicates: z.int(),
    replicatesUndefined: z
      .int()
      .meta({ description: "Replicates in which some score had no value since a mean was not defined." }),
    runs: z.int().meta({ description: "How often the index was computed in all." }),
    ranks: z.array(RankUncertaintyShape),
    scores: z
      .array(
        z.object({
          ...Place,
          score: z.number().nullable(),
          low: z.number().nullable(),
          median: z.number().nullable(),
          high: z.number().nullable(),
          mean: z.number().nullable(),
          n: z.int(),
        }),
      )
      .meta({
        description: "Over replicates on the definition's own scale; medians in the last period alone.",
      }),
    sensitivities: z.array(
      z.object({
        output: z.enum(["mean-rank-shift", "rank"]),
        area: z.string().nullable(),
        variance: z.number().nullable(),
        rows: z.int(),
        rowsUndefined: z.int(),
        factors: z.array(z.object({ factor: z.string(), first: Interval, total: Interval })),
      }),
    ),
    leaveOneOut: z.array(
      z.object({
        indicator: z.string(),
        largestShift: z.int().nullable(),
        meanShift: z.number().nullable(),
        moved: z.int(),
        appearOrVanish: z.int(),
        most: z.array(z.object({ area: z.string(), from: z.int(), to: z.int() })),
      }),
    ),
  })
  .meta({ id: "RunUncertainty" });
