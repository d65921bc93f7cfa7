// Shapes of tables on demand over the data of studies.

import { z } from "zod";
import { tableStatistics } from "#records";
import { CitationShape, LocalisedShape, OriginShape, RecipeShape } from "./shapes-shared.ts";

export const cellQualities = ["good", "caution", "unreliable"] as const;
export const withheldReasons = ["small", "complement", "dominance"] as const;

const AxisShape = z
  .object({
    variable: z.string(),
    label: LocalisedShape,
    levels: z.array(
      z.object({
        code: z.string().nullable().meta({ description: "Null: all of them together." }),
        label: LocalisedShape,
      }),
    ),
  })
  .meta({ id: "TableAxis" });

export const TableCellShape = z
  .object({
    row: z.string().nullable().meta({ description: "Code of the row; null: all rows together." }),
    column: z.string().nullable(),
    level: z
      .string()
      .nullable()
      .meta({ description: "Category of the measured variable; null where it is no category." }),
    estimate: z.number().nullable(),
    standardError: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    coefficientOfVariation: z.number().nullable(),
    degreesOfFreedom: z.number().nullable(),
    cases: z.int().nullable(),
    missing: z.int().nullable().meta({ description: "Cases without an answer, left out." }),
    quality: z.enum(cellQualities).nullable(),
    withheld: z.enum(withheldReasons).nullable(),
    empty: z.boolean().meta({ description: "Nobody in the sample." }),
  })
  .meta({ id: "TableCell" });

export const StudyTableShape = z
  .object({
    study: z.string(),
    title: LocalisedShape,
    origin: OriginShape,
    edition: z.int(),
    file: z.string(),
    statistic: z.enum(tableStatistics),
    variable: z
      .object({
        name: z.string(),
        label: LocalisedShape,
        question: LocalisedShape.nullable(),
        unit: z.string().nullable(),
      })
      .nullable(),
    rows: AxisShape.nullable(),
    columns: AxisShape.nullable(),
    levels: AxisShape.nullable().meta({
      description: "Of the measured variable, where its categories are counted.",
    }),
    subset: z
      .object({ variable: z.string(), label: LocalisedShape, code: z.string(), level: LocalisedShape })
      .nullable(),
    confidence: z.number(),
    base: z.enum(["answered", "all"]).optional().meta({
      description:
        "What shares are of; `all`: those without an answer are in the base, since how many they are is withheld.",
    }),
    cells: z.array(TableCellShape),
    test: z
      .object({
        name: z.string(),
        statistic: z.number(),
        degreesOfFreedom: z.array(z.number()),
        pValue: z.number(),
      })
      .nullable()
      .meta({ description: "Whether rows differ; null where there is no such test, `testNote` says why." }),
    testNote: z.string().nullable(),
    protection: z.object({
      applied: z
        .boolean()
        .meta({ description: "False: the asker may see the rows, so nothing is withheld." }),
      minimumCases: z.int(),
      withheld: z.int(),
    }),
    design: z.object({
      statement: LocalisedShape,
      strata: z.int(),
      units: z.int(),
      degreesOfFreedom: z.number(),
    }),
    universe: LocalisedShape,
    method: z.string(),
    thresholds: z.object({ caution: z.number(), unreliable: z.number(), fewCases: z.int() }),
    notes: z.array(z.string()),
    caveats: z.array(z.string()),
    citation: CitationShape,
    licence: z.string(),
    recipe: RecipeShape,
  })
  .meta({ id: "StudyTable" });

export const StudyPoolShape = z
  .object({
    allowed: z.boolean(),
    reasons: z
      .array(z.object({ code: z.string(), message: z.string() }))
      .meta({ description: "Why the studies are not put together; empty where they are." }),
    tables: z.array(StudyTableShape).meta({ description: "Each study by itself." }),
    pooled: StudyTableShape.nullable(),
  })
  .meta({ id: "StudyPool" });

export const MicroDefinitionShape = z
  .object({
    id: z.string(),
    version: z.string(),
    title: LocalisedShape,
    kind: z.enum(["index", "ladder"]),
    file: z.string(),
    reconstruction: z.boolean(),
    note: LocalisedShape.nullable(),
    lines: z.array(
      z.object({
        part: z.string().meta({ description: "Form and group, or step of the ladder." }),
        label: LocalisedShape,
        variable: z.string(),
        recode: z.string().meta({ description: "In words." }),
        weight: z.number(),
        evidence: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "MicroDefinition" });

export const MicroResultShape = z
  .object({
    study: z.string(),
    edition: z.int(),
    definition: MicroDefinitionShape,
    by: AxisShape.nullable(),
    scores: z.array(
      z.object({
        part: z.string(),
        label: LocalisedShape,
        form: z.string().nullable(),
        group: z.string().nullable(),
      }),
    ),
    cells: z.array(
      z.object({
        part: z.string(),
        level: z.string().nullable(),
        statistic: z.enum(["mean", "share-below"]),
        estimate: z.number().nullable(),
        standardError: z.number().nullable(),
        low: z.number().nullable(),
        high: z.number().nullable(),
        coefficientOfVariation: z.number().nullable(),
        cases: z.int().nullable(),
        missing: z.int().nullable(),
        quality: z.enum(cellQualities).nullable(),
        withheld: z.enum(withheldReasons).nullable(),
      }),
    ),
    deficitBelow: z.number(),
    design: z.object({ statement: LocalisedShape, degreesOfFreedom: z.number() }),
    notes: z.array(z.string()),
    caveats: z.array(z.string()),
    citation: CitationShape,
    recipe: RecipeShape,
  })
  .meta({ id: "MicroResult" });
