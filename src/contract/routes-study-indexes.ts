// Indexes of persons and enterprises, from the answers of a survey.

import { z } from "zod";
import { languages } from "#kernel";
import { studyKinds } from "#records";
import { route } from "./route.ts";
import { Id } from "./route-inputs.ts";
import {
  LocalisedShape,
  MicroDefinitionShape,
  MicroResultShape,
  ProblemShape,
  Sha256Shape,
} from "./shapes.ts";

const Edition = z.object({ edition: z.coerce.number().int().min(1).optional() });
const name = z.string().min(1).max(200);

export const studyIndexesRoutes = {
  listStudyIndexes: route({
    operationId: "listStudyIndexes",
    method: "GET",
    path: "/api/study-indexes",
    summary: "Definitions of indexes of persons and enterprises: those of Socle and those that were added",
    action: "study.change",
    reply: z.array(
      z.object({
        ...{ id: z.string(), title: LocalisedShape, kind: z.enum(studyKinds), file: z.string() },
        ...{ version: z.string(), sha256: Sha256Shape },
        shipped: z.boolean().meta({ description: "Comes with Socle." }),
        recordedAt: z.string().nullable(),
        recordedBy: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  }),
  addStudyIndex: route({
    operationId: "addStudyIndex",
    method: "POST",
    path: "/api/study-indexes",
    summary: "Define an index of persons or enterprises over the variables of surveys, or define it anew",
    action: "study.change",
    body: z.object({
      definition: z.record(z.string(), z.unknown()).meta({ description: "As its file has it." }),
      reason: z.string().trim().min(3).max(2_000),
    }),
    reply: z.object({
      id: z.string(),
      version: z.int(),
      changed: z.boolean(),
      fits: z.array(z.string()).meta({ description: "Studies whose newest published data give it." }),
      warnings: z.array(ProblemShape).meta({ description: "Where it fits none: why." }),
    }),
  }),
  downloadStudyIndexDefinition: route({
    operationId: "downloadStudyIndexDefinition",
    method: "GET",
    path: "/api/study-indexes/:id",
    summary: "A definition of an index of persons or enterprises as its file has it",
    action: "study.read",
    params: Id,
    query: z.object({
      version: z.coerce.number().int().min(1).optional().meta({ description: "The newest when absent." }),
    }),
    reply: "file",
  }),
  studyIndexes: route({
    operationId: "studyIndexes",
    method: "GET",
    path: "/api/studies/:id/indexes",
    summary: "Indexes of persons or enterprises that the data of a study can give",
    action: "study.read",
    params: Id,
    query: Edition,
    reply: z.array(MicroDefinitionShape),
  }),
  studyIndex: route({
    operationId: "studyIndex",
    method: "GET",
    path: "/api/studies/:id/indexes/:definition",
    summary:
      "Scores of persons or enterprises: weighted means and shares below the deficit line, with errors, by sex",
    action: "study.tabulate",
    params: Id.extend({ definition: name }),
    query: Edition.extend({
      by: name
        .optional()
        .meta({ description: "`none`: all together; absent: women and men where they are known." }),
      deficit: z.coerce
        .number()
        .min(0)
        .max(1)
        .optional()
        .meta({ description: "Below it a score is a deficit; the definition's own when absent." }),
      language: z
        .enum(languages)
        .default("en")
        .meta({ description: "Of notes; labels come in all languages." }),
    }),
    reply: MicroResultShape,
  }),
  releaseStudyIndex: route({
    operationId: "releaseStudyIndex",
    method: "POST",
    path: "/api/studies/:id/indexes/:definition/release",
    summary: "Make the scores of a study a draft release of indicators with standard errors",
    action: "study.publish",
    params: Id.extend({ definition: z.string().min(1).max(200) }),
    body: z.object({ edition: z.int().min(1).optional() }),
    reply: z.object({ release: z.string(), rows: z.int() }),
  }),
} as const;
