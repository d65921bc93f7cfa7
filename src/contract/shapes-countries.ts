// Shapes of countries beside each other: scores with intervals, the sets they are compared with, what drives
// a score, and an index for women and men.

import { z } from "zod";
import { LocalisedShape, OriginShape } from "./shapes-shared.ts";

const Value = z.number().nullable();
const Rank = z.int().nullable();
const Period = z.string().nullable().meta({ description: "null where the data have no periods" });

export const PlacedScoreShape = z
  .object({
    area: z.string(),
    node: z.string(),
    period: Period,
    score: Value,
    scoreLow: Value.meta({
      description: "Of the uncertainty analysis of the run; null where there is none.",
    }),
    scoreHigh: Value,
    rank: Rank,
    rankLow: Rank.meta({ description: "Best rank of the interval." }),
    rankHigh: Rank,
    of: z.int().meta({ description: "Areas with a rank." }),
    n: z.int(),
    expected: z.int(),
    reason: z.string().nullable(),
    trace: z.string(),
  })
  .meta({ id: "PlacedScore" });

const ShownRun = {
  run: z.string(),
  definitionId: z.string(),
  title: LocalisedShape,
  form: z.string().nullable(),
  reconstruction: z.boolean(),
  origin: OriginShape,
  release: z.string(),
  licence: z.string(),
  createdAt: z.string(),
};

export const comparisonSets = ["all", "region", "income-group", "chosen"] as const;

export const CountryComparisonShape = z
  .object({
    areas: z.array(
      z.object({
        area: z.string(),
        origin: OriginShape,
        region: z.string().nullable().meta({ description: "One of the ILO's five." }),
      }),
    ),
    indexes: z.array(
      z.object({
        ...ShownRun,
        periods: z.array(Period),
        nodes: z.array(
          z.object({ node: z.string(), title: LocalisedShape.nullable(), role: z.string().nullable() }),
        ),
        scores: z.array(PlacedScoreShape),
        sets: z.array(
          z.object({
            set: z.enum(comparisonSets),
            group: z
              .string()
              .nullable()
              .meta({ description: "Region or income group; null for the others." }),
            node: z.string(),
            period: Period,
            n: z.int().meta({ description: "Areas of the set with a score." }),
            low: Value,
            median: Value,
            high: Value,
          }),
        ),
        incomeGroups: z
          .object({
            source: z.string().nullable(),
            year: z.int().nullable(),
            version: z.string().nullable(),
          })
          .nullable()
          .meta({
            description:
              "Who states the income groups compared by; without a source it is the definition of the index. Null: nobody.",
          }),
      }),
    ),
  })
  .meta({ id: "CountryComparison" });

export const CountryDriversShape = z
  .object({
    ...ShownRun,
    area: z.string(),
    node: z.string(),
    period: Period,
    score: Value,
    periods: z.array(Period),
    indicators: z.array(
      z.object({
        indicator: z.string(),
        title: LocalisedShape.nullable(),
        role: z.string().nullable(),
        state: z.string(),
        unit: z.string().nullable(),
        value: Value,
        missing: z.string().nullable(),
        scaled: Value.meta({ description: "On the scale of the index." }),
        weight: Value.meta({ description: "Its part of the index, 0 to 1, by the weights that counted." }),
        median: Value.meta({
          description: "Of the areas with a value in the period, in the indicator's unit.",
        }),
        areas: z.int().meta({ description: "Areas with a value in the period." }),
        shift: Value.meta({
          description:
            "The score less the score there would be if the area had the median; null where that cannot be said.",
        }),
        years: z.array(
          z.object({ period: Period, value: Value, missing: z.string().nullable(), trace: z.string() }),
        ),
        trace: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "CountryDrivers" });

export const IndexBySexShape = z
  .object({
    definition: z.object({
      id: z.string(),
      version: z.string(),
      title: LocalisedShape,
      reconstruction: z.boolean(),
      evidence: z.string().nullable(),
    }),
    release: z
      .object({
        id: z.string(),
        title: z.string(),
        origin: OriginShape,
        licence: z.string(),
        createdAt: z.string(),
      })
      .nullable()
      .meta({ description: "null where no release has the indicators by sex" }),
    period: Period,
    periods: z.array(Period),
    bySex: z.array(z.string()).meta({ description: "Indicators the release has for women and men." }),
    shared: z
      .array(z.string())
      .meta({ description: "Indicators without a breakdown, which count the same for both." }),
    leftOut: z.array(z.object({ indicator: z.string(), title: LocalisedShape.nullable() })).meta({
      description: "Indicators of one sex by themselves, which would be wrong in the row of the other.",
    }),
    scores: z.array(
      PlacedScoreShape.omit({ node: true, period: true, trace: true }).extend({ sex: z.enum(["F", "M"]) }),
    ),
    steps: z
      .array(
        z.object({
          sex: z.enum(["F", "M"]),
          node: z.string(),
          parent: z.string().nullable(),
          title: LocalisedShape.nullable(),
          role: z.string().nullable(),
          isIndicator: z.boolean(),
          direction: z.int().nullable(),
          unit: z.string().nullable(),
          observed: Value,
          missing: z.string().nullable(),
          range: z.tuple([z.number(), z.number()]).nullable(),
          value: Value.meta({ description: "On the scale of the index; of a part after stretching." }),
          mean: Value.meta({ description: "Of a part: what the means gave, before stretching." }),
          stretchedFrom: z.tuple([z.number(), z.number()]).nullable(),
          aggregation: z.string().nullable(),
          weight: Value,
          trace: z.string().nullable(),
        }),
      )
      .meta({ description: "From the raw values to the score of the area asked for; empty without one." }),
  })
  .meta({ id: "IndexBySex" });
