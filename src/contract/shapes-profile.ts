// Shapes that join both halves: standards, country profiles, paths to sources, what is in here.

import { z } from "zod";
import { EvaluationShape } from "./shapes-evidence.ts";
import { IndexRunSummaryShape, IntervalShape } from "./shapes-numbers.ts";
import { ReleaseShape } from "./shapes-releases.ts";
import { OriginShape, RecipeShape, SpanShape } from "./shapes-shared.ts";

export const ConventionShape = z
  .object({
    code: z.string(),
    number: z.int(),
    title: z.string(),
    adopted: z.int(),
    class: z.string(),
    status: z.string(),
    securities: z.array(z.string()),
    verified: z.boolean(),
    known: z.int().meta({ description: "States with a known ratification; the lists are partial." }),
  })
  .meta({ id: "Convention" });

export const RatificationShape = z
  .object({
    id: z.string(),
    convention: z.string(),
    area: z.string(),
    type: z.string(),
    registered: z.string().nullable(),
    inForce: z.string().nullable(),
    printedCountry: z.string(),
    note: z.string().nullable(),
    list: z.string(),
    verified: z.boolean(),
  })
  .meta({ id: "Ratification" });

export const CountryProfileShape = z
  .object({
    area: z.string(),
    origin: OriginShape.meta({ description: "invented for areas of the demonstration, else real" }),
    ratings: z.array(
      z.object({
        run: z.string(),
        definitionId: z.string(),
        form: z.string().nullable(),
        reconstruction: z.boolean(),
        origin: OriginShape,
        node: z.string(),
        role: z.string().nullable(),
        period: z.string().nullable(),
        score: z.number().nullable(),
        rank: z.int().nullable(),
        ...IntervalShape,
        of: z.int(),
        n: z.int(),
        expected: z.int(),
        reason: z.string().nullable(),
        countryGroup: z.string().nullable(),
        flag: z.string().nullable(),
        trace: z.string(),
      }),
    ),
    evaluations: z.array(EvaluationShape),
    ratifications: z.array(RatificationShape),
    releases: z.array(
      z.object({
        release: z.string(),
        title: z.string(),
        origin: OriginShape,
        indicators: z.int(),
        values: z.int(),
      }),
    ),
  })
  .meta({ id: "CountryProfile" });

export type TraceNodeShape = {
  id: string;
  kind: string;
  label: string;
  value: number | string | null;
  recipe: z.infer<typeof RecipeShape> | null;
  contribution: {
    value: number | null;
    weight: number | null;
    range: [number, number] | null;
    steps?: { step: string; rule: string; value: number | null }[] | undefined;
  } | null;
  formedBy?: { method: string; power?: number | undefined } | undefined;
  stretchedFrom: [number, number] | null;
  inputs: TraceNodeShape[];
  source: {
    sha256: string;
    file: string;
    locator:
      | { page: number | null; spans: [number, number][] }
      | { sheet: string | null; row: number; column: string }
      | null;
  } | null;
};
export const TraceShape: z.ZodType<TraceNodeShape> = z
  .object({
    id: z.string(),
    kind: z.string(),
    label: z.string(),
    value: z.union([z.number(), z.string()]).nullable(),
    recipe: RecipeShape.nullable(),
    contribution: z
      .object({
        value: z.number().nullable(),
        weight: z.number().nullable(),
        range: z.tuple([z.number(), z.number()]).nullable(),
        steps: z
          .array(z.object({ step: z.string(), rule: z.string(), value: z.number().nullable() }))
          .optional()
          .meta({ description: "Steps that changed the value before it was laid on the scale." }),
      })
      .nullable()
      .meta({ description: "What this part gave to the score above it." }),
    formedBy: z
      .object({ method: z.string(), power: z.number().optional() })
      .optional()
      .meta({ description: "How the values became one, where it is not their weighted mean." }),
    stretchedFrom: z.tuple([z.number(), z.number()]).nullable().meta({
      description: "Of a stretched score: the minimum and maximum that became the ends of the scale.",
    }),
    get inputs() {
      return z.array(TraceShape);
    },
    source: z
      .object({
        sha256: z.string(),
        file: z.string(),
        locator: z
          .union([
            z.object({ page: z.int().nullable(), spans: z.array(SpanShape) }),
            z.object({ sheet: z.string().nullable(), row: z.int(), column: z.string() }),
          ])
          .nullable(),
      })
      .nullable(),
  })
  .meta({ id: "Trace" });

export const OverviewShape = z
  .object({
    evaluations: z.int(),
    documents: z.int(),
    passages: z.int(),
    releases: z.array(ReleaseShape),
    runs: z.array(IndexRunSummaryShape),
    conventions: z.int(),
    ratifications: z.int(),
    sources: z.int(),
    demonstration: z.boolean(),
    updatedAt: z.string().nullable(),
  })
  .meta({ id: "Overview" });
