// Shapes of the survey catalogue: studies, their data in versions, their variables.

import { z } from "zod";
import { missingReasons } from "#kernel";
import {
  accessTiers,
  analysisUnits,
  coverageClasses,
  microdataTiers,
  questionAngles,
  securityDimensions,
  studyKinds,
  variableKinds,
} from "#records";
import { CitationShape, LocalisedShape, OriginShape, ProblemShape, Sha256Shape } from "./shapes-shared.ts";

const Text = LocalisedShape.nullable();

export const StudyShape = z
  .object({
    id: z.string(),
    kind: z.enum(studyKinds),
    origin: OriginShape,
    title: LocalisedShape,
    series: z.string().nullable(),
    abstract: Text,
    areas: z.array(z.string()),
    years: z.object({ from: z.int(), to: z.int() }),
    universe: z.object({
      text: LocalisedShape,
      ages: z.object({ from: z.number().nullable(), to: z.number().nullable() }).nullable(),
    }),
    coverage: z.object({ class: z.enum(coverageClasses), places: z.array(z.string()), note: Text }),
    analysisUnits: z.array(z.enum(analysisUnits)),
    sampling: z.object({ procedure: Text, overSampling: Text }),
    mode: Text,
    collection: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
    response: z.object({ rate: z.number().nullable(), note: Text }),
    weighting: Text,
    producers: z.array(z.object({ name: z.string(), role: z.string().nullable() })),
    funding: z.array(z.string()),
    identifiers: z.array(z.object({ scheme: z.string(), id: z.string() })),
    access: z.object({
      microdata: z.enum(microdataTiers),
      tables: z.enum(accessTiers),
      contact: z.string().nullable(),
    }),
    licence: z.string(),
    citation: CitationShape,
    caveats: z.array(z.string()),
    questionnaires: z.array(
      z.object({ language: z.string().nullable(), name: z.string(), sha256: Sha256Shape }),
    ),
  })
  .meta({ id: "Study", description: "A survey as it is described; null and empty: not stated." });

export const EditionStateShape = z.enum(["draft", "published", "withdrawn"]);

export const EditionHeadShape = z
  .object({
    version: z.int(),
    state: EditionStateShape,
    data: z.enum(["raw", "edited"]),
    from: z.int().nullable(),
    changes: z.array(z.object({ what: z.string(), why: z.string() })),
    checksum: Sha256Shape,
    createdAt: z.string(),
    createdBy: z.string().nullable().meta({ description: "A name; null for who does not bring studies." }),
    publishedAt: z.string().nullable(),
    withdrawn: z.object({ at: z.string(), reason: z.string() }).nullable(),
  })
  .meta({ id: "StudyEditionHead" });

export const StudySummaryShape = z
  .object({
    id: z.string(),
    kind: z.enum(studyKinds),
    origin: OriginShape,
    title: LocalisedShape,
    areas: z.array(z.string()),
    years: z.object({ from: z.int(), to: z.int() }),
    coverage: z.enum(coverageClasses),
    microdata: z.enum(microdataTiers),
    tables: z.enum(accessTiers),
    units: z.array(z.object({ unit: z.enum(analysisUnits), rows: z.int() })),
    variables: z.int(),
    edition: EditionHeadShape.nullable().meta({ description: "The newest the asker may see." }),
  })
  .meta({ id: "StudySummary" });

export const StudyDesignShape = z
  .object({
    clusters: z.array(z.string()),
    strata: z.array(z.string().nullable()),
    weights: z.union([z.string(), z.number()]).nullable(),
    fpc: z.array(z.string()),
    nested: z.boolean(),
    singleUnit: z.enum(["fail", "remove", "certainty", "adjust", "average"]),
    replicates: z.unknown(),
  })
  .meta({ id: "StudyDesign", description: "Names of columns, stage by stage." });

/** What a file of an edition is and what its design comes to. */
export const StudyFileShape = z
  .object({
    name: z.string(),
    unit: z.enum(analysisUnits),
    sourceName: z.string(),
    rows: z.int(),
    columns: z.int(),
    key: z.array(z.string()),
    parent: z.object({ file: z.string(), by: z.array(z.string()) }).nullable(),
    design: StudyDesignShape,
    facts: z
      .object({
        strata: z.int(),
        units: z.int().meta({ description: "Sampling units of the first stage." }),
        degreesOfFreedom: z.number(),
        weights: z.object({ sum: z.number(), least: z.number(), most: z.number() }),
        singleUnitStrata: z.int(),
      })
      .nullable(),
    totals: z.array(
      z.object({
        label: z.string(),
        cases: z.int().nullable().meta({ description: "Null: withheld." }),
        weighted: z.number().nullable(),
        standardError: z.number().nullable(),
        known: z.number(),
        source: z.string(),
      }),
    ),
  })
  .meta({ id: "StudyFile" });

export const StudyPageShape = z
  .object({
    study: StudyShape,
    description: z.object({
      version: z.int(),
      reason: z.string(),
      recordedAt: z.string(),
      recordedBy: z.string().nullable(),
    }),
    editions: z.array(EditionHeadShape),
    edition: EditionHeadShape.nullable(),
    files: z.array(StudyFileShape),
    variables: z.int(),
    minimumCases: z.int().nullable(),
    may: z.object({
      tables: z.boolean(),
      microdata: z.boolean(),
      change: z.boolean(),
      why: z.string().nullable().meta({ description: "Why the rows are not to be had." }),
    }),
    related: z.array(z.object({ id: z.string(), title: LocalisedShape, years: z.string() })),
  })
  .meta({ id: "StudyPage" });

export const StudyVariableShape = z
  .object({
    file: z.string(),
    name: z.string(),
    label: LocalisedShape,
    kind: z.enum(variableKinds),
    concept: z.string().nullable(),
    question: Text,
    universe: Text,
    unit: z.string().nullable(),
    categories: z.array(
      z.object({ code: z.string(), label: LocalisedShape, missing: z.enum(missingReasons).nullable() }),
    ),
    place: z
      .object({
        dimension: z.enum(securityDimensions),
        angle: z.enum(questionAngles),
        nature: z.enum(["objective", "subjective"]),
      })
      .nullable(),
    forTables: z.boolean(),
    note: Text,
  })
  .meta({ id: "StudyVariable" });

export const VariableStatisticsShape = z
  .object({
    rows: z.int(),
    answered: z.int().nullable().meta({
      description:
        "Rows with an answer; null: withheld. Of a variable that is closed for tables, to the next 10 for who may not see the rows.",
    }),
    mean: z
      .number()
      .nullable()
      .meta({ description: "Weighted; to three digits for who may not see the rows." }),
    standardDeviation: z.number().nullable(),
    categories: z.array(
      z.object({
        code: z.string().nullable(),
        label: LocalisedShape.nullable(),
        missing: z.enum(missingReasons).nullable(),
        cases: z.int().nullable().meta({ description: "Null: withheld." }),
        share: z.number().nullable().meta({
          description:
            "Weighted, of those who answered. Of a variable that is closed for tables, to the percent and without cases for who may not see the rows.",
        }),
      }),
    ),
  })
  .meta({ id: "VariableStatistics" });

export const VariableHitShape = z
  .object({
    study: z.string(),
    studyTitle: LocalisedShape,
    areas: z.array(z.string()),
    years: z.object({ from: z.int(), to: z.int() }),
    origin: OriginShape,
    coverage: z.enum(coverageClasses),
    variable: StudyVariableShape,
  })
  .meta({ id: "VariableHit" });

export const ProposedVariableShape = StudyVariableShape.extend({
  reason: z.string().meta({ description: "Why it was proposed so." }),
});

export const MicrodataUploadShape = z
  .object({
    sha256: Sha256Shape,
    name: z.string(),
    format: z.string(),
    rows: z.int(),
    columns: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(["number", "text"]),
        label: z.string().nullable(),
        empty: z.int(),
        distinct: z.int(),
        least: z.number().nullable(),
        most: z.number().nullable(),
        values: z.array(z.object({ value: z.string(), label: z.string().nullable(), rows: z.int() })),
      }),
    ),
    proposed: z.array(ProposedVariableShape),
    warnings: z.array(ProblemShape),
  })
  .meta({ id: "MicrodataUpload" });

export const EditionCheckShape = z
  .object({
    problems: z.array(ProblemShape).meta({ description: "With any of these nothing can be kept." }),
    warnings: z.array(ProblemShape),
    files: z.array(StudyFileShape),
    variables: z.int(),
  })
  .meta({ id: "EditionCheck" });
