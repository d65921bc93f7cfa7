// Lessons learned and emerging good practices.

import { z } from "zod";
import { languages } from "#kernel";
import { branches, lessonFactors, lessonKinds, lessonNatures, lessonStatuses } from "#records";
import { route } from "./route.ts";
import { count, downloadFormat, Id, list } from "./route-inputs.ts";
import { FacetsShape, FieldChangeShape, LessonShape, lessonEdit, Sha256Shape } from "./shapes.ts";

const none = "none";
const word = z.string().max(300);
const filters = {
  text: z.string().max(500).optional(),
  evaluation: word.optional(),
  document: Sha256Shape.optional(),
  kind: list(z.enum(lessonKinds)),
  branch: list(z.enum([...branches, none])),
  population: list(word),
  factor: list(z.enum([...lessonFactors, none])),
  nature: list(z.enum([...lessonNatures, none])),
  region: list(word),
  country: list(word),
  year: list(z.string().regex(/^(\d{4}|none)$/)),
  language: list(z.enum([...languages, none])),
  status: list(z.enum(lessonStatuses)),
  sort: z.enum(["newest", "oldest", "added"]).default("newest"),
};

export const lessonsRoutes = {
  listLessons: route({
    operationId: "listLessons",
    method: "GET",
    path: "/api/lessons",
    summary: "Lessons learned and emerging good practices, with counts by branch, region, population, factor",
    action: "lesson.read",
    query: z.object({ ...filters, limit: count(200, 25), offset: count(1_000_000, 0) }),
    reply: z.object({ total: z.int(), lessons: z.array(LessonShape), facets: FacetsShape }),
  }),
  downloadLessons: route({
    operationId: "downloadLessons",
    method: "GET",
    path: "/api/lessons/download",
    summary: "The lessons a list shows, as CSV, XLSX or JSON with citation and caveats",
    action: "lesson.read",
    query: z.object({
      ...filters,
      format: downloadFormat.default("csv"),
      in: z.enum(languages).default("en"),
    }),
    reply: "file",
  }),
  lesson: route({
    operationId: "lesson",
    method: "GET",
    path: "/api/lessons/:id",
    summary: "One lesson with the fields of its template; stands is false for one no longer found",
    action: "lesson.read",
    params: Id,
    reply: LessonShape.extend({ stands: z.boolean() }),
  }),
  lessonVersions: route({
    operationId: "lessonVersions",
    method: "GET",
    path: "/api/lessons/:id/versions",
    summary: "Every version of a lesson, newest first, with what changed",
    action: "lesson.read",
    params: Id,
    reply: z.array(
      z.object({
        version: z.int(),
        recordedAt: z.string(),
        supersededAt: z.string().nullable(),
        changes: z.array(FieldChangeShape),
      }),
    ),
  }),
  editLesson: route({
    operationId: "editLesson",
    method: "PATCH",
    path: "/api/lessons/:id",
    summary: "Say what a lesson is about, and confirm it; the earlier version stays",
    action: "lesson.edit",
    params: Id,
    body: z.object({
      /** The version seen by whoever edits: a lesson changed since is refused. */
      version: z.int().min(1),
      set: lessonEdit,
    }),
    reply: LessonShape,
  }),
} as const;
