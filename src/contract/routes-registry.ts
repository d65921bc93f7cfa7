// Changing the registry: edits of one record or many, imports of tables with a mapping, vocabularies,
// duplicates; and the projects behind the reports.

import { z } from "zod";
import { duplicateVerdicts } from "#records";
import { route } from "./route.ts";
import { count, Id } from "./route-inputs.ts";
import {
  ChangeOutcomeShape,
  ChangeSetShape,
  DuplicateDecisionShape,
  DuplicateGroupShape,
  EvaluationShape,
  editableFields,
  FieldChangeShape,
  ProjectShape,
  VocabularyShape,
  VocabularyTermShape,
} from "./shapes.ts";

/** Without a version the record is edited as it stands; the preview says which that is. */
const record = z.object({ id: z.string().min(1).max(300), version: z.int().min(1).optional() });
const page = { limit: count(200, 50), offset: count(1_000_000, 0) };
const listField = z.enum([
  "themes",
  "countries",
  "branches",
  "criteria",
  "sdgTargets",
  "populations",
  "partners",
]);

export const registryRoutes = {
  evaluationVersions: route({
    operationId: "evaluationVersions",
    method: "GET",
    path: "/api/evaluations/:id/versions",
    summary: "Every version of a record, newest first, with what changed",
    action: "evaluation.read",
    params: Id,
    reply: z.array(
      z.object({
        version: z.int(),
        recordedAt: z.string(),
        supersededAt: z.string().nullable(),
        changes: z.array(FieldChangeShape),
        evaluation: EvaluationShape,
      }),
    ),
  }),
  editEvaluations: route({
    operationId: "editEvaluations",
    method: "POST",
    path: "/api/evaluations/edits",
    summary: "Change fields of one record or many as one change that can be taken back",
    action: "evaluation.edit",
    body: z.object({
      /** With the version seen by whoever edits: a record changed since is refused. */
      records: z.array(record).min(1).max(5_000),
      set: editableFields.default({}),
      add: z.partialRecord(listField, z.array(z.string().max(200)).max(100)).default({}),
      remove: z.partialRecord(listField, z.array(z.string().max(200)).max(100)).default({}),
      title: z.string().trim().min(1).max(300),
      /** True: say what would change, change nothing. */
      preview: z.boolean().default(false),
    }),
    reply: z.object({
      outcome: ChangeOutcomeShape.nullable(),
      records: z.array(
        z.object({ id: z.string(), title: z.string(), version: z.int(), changes: z.array(FieldChangeShape) }),
      ),
    }),
  }),
  listChanges: route({
    operationId: "listChanges",
    method: "GET",
    path: "/api/registry/changes",
    summary: "Changes of the registry, newest first",
    action: "evaluation.edit",
    query: z.object(page),
    reply: z.object({ total: z.int(), changes: z.array(ChangeSetShape) }),
  }),
  change: route({
    operationId: "change",
    method: "GET",
    path: "/api/registry/changes/:id",
    summary: "One change of the registry, record by record",
    action: "evaluation.edit",
    params: Id,
    reply: z.object({
      change: ChangeSetShape,
      records: z.array(
        z.object({
          id: z.string(),
          title: z.string().nullable(),
          before: z.int().nullable(),
          after: z.int().nullable(),
          changes: z.array(FieldChangeShape),
        }),
      ),
    }),
  }),
  undoChange: route({
    operationId: "undoChange",
    method: "POST",
    path: "/api/registry/changes/:id/undo",
    summary: "Take a change of the registry back as a whole",
    action: "evaluation.edit",
    params: Id,
    body: z.object({ reason: z.string().trim().max(500).default("") }),
    reply: ChangeOutcomeShape,
  }),

  listVocabularies: route({
    operationId: "listVocabularies",
    method: "GET",
    path: "/api/vocabularies",
    summary: "The lists of terms, in four languages",
    action: "vocabulary.read",
    reply: z.array(VocabularyShape),
  }),
  vocabulary: route({
    operationId: "vocabulary",
    method: "GET",
    path: "/api/vocabularies/:id",
    summary: "One list of terms with its earlier versions, newest first",
    action: "vocabulary.read",
    params: Id,
    reply: z.array(VocabularyShape),
  }),
  changeVocabulary: route({
    operationId: "changeVocabulary",
    method: "PUT",
    path: "/api/vocabularies/:id",
    summary: "A new version of a list of terms",
    action: "vocabulary.change",
    params: Id,
    body: z.object({
      /** The version seen by whoever edits: a list changed since is refused. */
      version: z.int().min(0),
      title: VocabularyShape.shape.title,
      terms: z.array(VocabularyTermShape).max(2_000),
    }),
    reply: VocabularyShape,
  }),

  listDuplicates: route({
    operationId: "listDuplicates",
    method: "GET",
    path: "/api/registry/duplicates",
    summary: "Groups of records that look alike, with reasons; nothing is merged by itself",
    action: "evaluation.read",
    query: z.object({ ...page, evaluation: z.string().max(300).optional() }),
    reply: z.object({
      total: z.int(),
      groups: z.array(DuplicateGroupShape),
      decided: z.array(DuplicateDecisionShape),
    }),
  }),
  decideDuplicates: route({
    operationId: "decideDuplicates",
    method: "POST",
    path: "/api/registry/duplicates/decisions",
    summary: "Say whether records that look alike are the same; can be said anew",
    action: "evaluation.edit",
    body: z.object({
      members: z.array(z.string().min(1).max(300)).min(2).max(50),
      verdict: z.enum(duplicateVerdicts),
      keep: z.string().max(300).nullable().default(null),
      reason: z.string().trim().max(1_000).default(""),
    }),
    reply: z.array(DuplicateDecisionShape),
  }),

  listProjects: route({
    operationId: "listProjects",
    method: "GET",
    path: "/api/projects",
    summary: "Projects that hold reports, by their real symbols",
    action: "evaluation.read",
    query: z.object({ ...page, several: z.enum(["true", "false"]).default("false") }),
    reply: z.object({ total: z.int(), projects: z.array(ProjectShape) }),
  }),
  project: route({
    operationId: "project",
    method: "GET",
    path: "/api/projects/:id",
    summary: "One project: its reports, their part in it, and what they are tied to",
    action: "evaluation.read",
    params: Id,
    reply: ProjectShape.extend({
      relations: z.array(
        z.object({ from: z.string(), kind: z.string(), to: z.string(), note: z.string().nullable() }),
      ),
    }),
  }),
} as const;
