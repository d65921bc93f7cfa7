// The survey catalogue: studies, their variables and questionnaires, the rows for those who may have them.

import { z } from "zod";
import { languages } from "#kernel";
import { coverageClasses, questionAngles, securityDimensions, studyKinds } from "#records";
import { route } from "./route.ts";
import { count, Id } from "./route-inputs.ts";
import {
  StudyPageShape,
  StudySummaryShape,
  StudyVariableShape,
  VariableHitShape,
  VariableStatisticsShape,
} from "./shapes.ts";

const Edition = z.object({ edition: z.coerce.number().int().min(1).optional() });
const name = z.string().min(1).max(200);

export const studiesRoutes = {
  listStudies: route({
    operationId: "listStudies",
    method: "GET",
    path: "/api/studies",
    summary: "Surveys of people and of enterprises",
    action: "study.read",
    query: z.object({
      kind: z.enum(studyKinds).optional(),
      area: z.string().max(20).optional(),
      coverage: z.enum(coverageClasses).optional(),
    }),
    reply: z.array(StudySummaryShape),
  }),
  study: route({
    operationId: "study",
    method: "GET",
    path: "/api/studies/:id",
    summary: "One study: description, versions of its data, files and designs",
    action: "study.read",
    params: Id,
    query: Edition,
    reply: StudyPageShape,
  }),
  studyVariables: route({
    operationId: "studyVariables",
    method: "GET",
    path: "/api/studies/:id/variables",
    summary: "The data dictionary of a study",
    action: "study.read",
    params: Id,
    query: Edition.extend({ file: name.optional() }),
    reply: z.array(StudyVariableShape),
  }),
  studyVariable: route({
    operationId: "studyVariable",
    method: "GET",
    path: "/api/studies/:id/variables/:file/:variable",
    summary: "One variable with the statistics of its answers, small counts withheld",
    action: "study.read",
    params: Id.extend({ file: name, variable: name }),
    query: Edition,
    reply: z.object({ variable: StudyVariableShape, statistics: VariableStatisticsShape.nullable() }),
  }),
  searchVariables: route({
    operationId: "searchVariables",
    method: "GET",
    path: "/api/variables",
    summary: "Search over the variables and questions of all studies",
    action: "study.read",
    query: z.object({
      text: z.string().max(300).default(""),
      study: name.optional(),
      kind: z.enum(studyKinds).optional(),
      area: z.string().max(20).optional(),
      dimension: z.enum(securityDimensions).optional(),
      angle: z.enum(questionAngles).optional(),
      nature: z.enum(["objective", "subjective"]).optional(),
      limit: count(200, 50),
      offset: count(100_000, 0),
    }),
    reply: z.object({ total: z.int(), hits: z.array(VariableHitShape) }),
  }),
  downloadStudyDdi: route({
    operationId: "downloadStudyDdi",
    method: "GET",
    path: "/api/studies/:id/ddi",
    summary: "The study as DDI-Codebook 2.5",
    action: "study.read",
    params: Id,
    query: Edition.extend({ language: z.enum(languages).default("en") }),
    reply: "file",
  }),
  downloadQuestionnaire: route({
    operationId: "downloadQuestionnaire",
    method: "GET",
    path: "/api/studies/:id/questionnaires/:sha256",
    summary: "A questionnaire as it was given",
    action: "study.read",
    params: Id.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    reply: "file",
  }),
  downloadMicrodata: route({
    operationId: "downloadMicrodata",
    method: "GET",
    path: "/api/studies/:id/microdata/:file",
    summary: "The rows of a file, for those who may have them",
    action: "study.microdata",
    params: Id.extend({ file: name }),
    query: Edition.extend({ format: z.enum(["csv", "parquet"]).default("csv") }),
    reply: "file",
  }),
} as const;
