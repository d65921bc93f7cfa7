// Shapes of lessons learned and emerging good practices.

import { z } from "zod";
import {
  branches,
  lessonDecisions,
  lessonFactors,
  lessonFieldNames,
  lessonKinds,
  lessonNatures,
  lessonStatuses,
} from "#records";
import { LanguageShape, OriginShape, Sha256Shape, SpanShape } from "./shapes-shared.ts";

const LessonTextShape = z.object({ printed: z.string(), spans: z.array(SpanShape) });
const judged = <T extends z.ZodType>(value: T) =>
  z.object({
    value,
    /** 0 to 1, how sure the reader is; null where a person decided. */
    confidence: z.number().nullable(),
    reason: z.string().nullable(),
  });

export const LessonShape = z
  .object({
    id: z.string(),
    version: z.int(),
    kind: z.enum(lessonKinds),
    document: Sha256Shape,
    passages: z.array(z.string()),
    page: z.int().nullable(),
    number: z.string().nullable(),
    heading: z.string().nullable(),
    text: z.string(),
    language: LanguageShape.nullable(),
    fields: z.partialRecord(z.enum(lessonFieldNames), LessonTextShape),
    transferability: LessonTextShape.nullable(),
    nature: judged(z.enum(lessonNatures)).nullable(),
    factor: judged(z.enum(lessonFactors)).nullable(),
    branches: z.array(judged(z.enum(branches))),
    populations: z.array(judged(z.string())),
    themes: z.array(z.string()),
    status: z.enum(lessonStatuses),
    /** When people decided on which field. */
    decided: z.partialRecord(z.enum(lessonDecisions), z.string()),
    origin: OriginShape,
    inReading: z.boolean(),
    /** Of the evaluation its report is tied to. */
    evaluation: z.string().nullable(),
    title: z.string().nullable(),
    titleLanguage: LanguageShape.nullable(),
    region: z.string().nullable(),
    countries: z.array(z.string()),
    year: z.int().nullable(),
    evaluationBranches: z.array(z.enum(branches)),
    evaluationPopulations: z.array(z.string()),
  })
  .meta({ id: "Lesson" });

const words = z.string().trim().max(20_000);

/** What people may say of a lesson; its words and place stay as the report has them. */
export const lessonEdit = z
  .object({
    nature: z.enum(lessonNatures).nullable(),
    factor: z.enum(lessonFactors).nullable(),
    branches: z.array(z.enum(branches)).max(branches.length),
    populations: z.array(z.string().trim().min(1).max(200)).max(50),
    themes: z.array(z.string().trim().min(1).max(200)).max(50),
    /** Empty takes it away. */
    transferability: words,
    fields: z.partialRecord(z.enum(lessonFieldNames), words),
    status: z.enum(lessonStatuses),
  })
  .partial()
  .meta({ id: "LessonEdit" });
