// Shapes of the numbers half: observations, releases, indicators, index definitions and runs.

import { z } from "zod";
import { missingReasons } from "#kernel";
import { releaseKinds } from "#records";
import { CitationShape, LocalisedShape, OriginShape, RecipeShape, Sha256Shape } from "./shapes-shared.ts";

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

export const ReleaseShape = z
  .object({
    id: z.string(),
    series: z.string(),
    version: z.int(),
    kind: z.enum(releaseKinds),
    title: z.string(),
    origin: OriginShape,
    citation: CitationShape,
    licence: z.string(),
    caveats: z.array(z.string()),
    rows: z.int(),
    checksum: Sha256Shape,
    sources: z.array(Sha256Shape),
    recipe: RecipeShape.nullable(),
    changes: z.object({ added: z.int(), changed: z.int(), withdrawn: z.int() }).nullable(),
    createdAt: z.string(),
  })
  .meta({ id: "Release" });

export const ReleaseContentsShape = z.array(
  z.object({
    indicator: z.string(),
    unit: z.string().nullable(),
    from: z.string(),
    to: z.string(),
    areas: z.int(),
    values: z.int(),
    missing: z.int(),
  }),
);

export const IndicatorShape = z
  .object({
    id: z.string(),
    label: LocalisedShape,
    form: z.string(),
    level: z.string(),
    group: z.string(),
    type: z.string(),
    direction: z.union([z.literal(1), z.literal(-1)]),
    unit: z.string(),
    evidence: z
      .object({
        tag: z.enum(["seen", "memory"]),
        confidence: z.enum(["high", "medium", "low"]).optional(),
        note: z.string().nullable(),
      })
      .meta({ description: "How it is known that the indicator belongs to its form." }),
  })
  .meta({ id: "Indicator" });

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

export const ScoreShape = z
  .object({
    area: z.string(),
    node: z.string(),
    period: z.string().nullable(),
    score: z.number().nullable(),
    rank: z.int().nullable(),
    n: z.int(),
    expected: z.int(),
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
}).meta({ id: "IndexRun" });
