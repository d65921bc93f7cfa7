// Reading many reports, and correcting what was read.

import { z } from "zod";
import { passageDecisions } from "#records";
import { route } from "./route.ts";
import { count, Id } from "./route-inputs.ts";
import {
  CorrectionInput,
  CorrectionQueueShape,
  CorrectionsShape,
  OriginShape,
  PassageShape,
  ReadingFileShape,
  ReadingJobShape,
  ReportFactsShape,
  SpanShape,
} from "./shapes.ts";
import { factFields } from "./word-lists.ts";

const Hash = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

export const readingRoutes = {
  correctionQueue: route({
    operationId: "correctionQueue",
    method: "GET",
    path: "/api/corrections",
    summary: "Documents with passages that are unsure, most first",
    action: "document.correct",
    query: z.object({
      below: z.coerce.number().min(0).max(1).default(0.8),
      all: z
        .enum(["true", "false"])
        .default("false")
        .transform((value) => value === "true"),
      limit: count(200, 50),
      offset: count(1_000_000, 0),
    }),
    reply: CorrectionQueueShape,
  }),
  documentCorrections: route({
    operationId: "documentCorrections",
    method: "GET",
    path: "/api/documents/:sha256/corrections",
    summary: "The passages of a report with who decided on them, and what was done",
    action: "document.correct",
    params: Hash,
    reply: CorrectionsShape,
  }),
  correctDocument: route({
    operationId: "correctDocument",
    method: "POST",
    path: "/api/documents/:sha256/corrections",
    summary: "Accept, change, split, join, reject, add or restore passages, or take an act back",
    action: "document.correct",
    params: Hash,
    body: CorrectionInput,
    reply: CorrectionsShape,
  }),
  passageHistory: route({
    operationId: "passageHistory",
    method: "GET",
    path: "/api/passages/:id/history",
    summary: "A passage by the address it was cited under, and what took its place",
    action: "document.read",
    params: Id,
    reply: z.object({
      passage: PassageShape,
      stands: z.boolean(),
      decision: z.enum(passageDecisions),
      earlierText: z.boolean(),
      title: z.string(),
      replacedBy: z.array(PassageShape),
      acts: z.array(
        z.object({ number: z.int(), act: z.string(), at: z.string(), undoes: z.int().nullable() }),
      ),
    }),
  }),
  reportFacts: route({
    operationId: "reportFacts",
    method: "GET",
    path: "/api/documents/:sha256/facts",
    summary:
      "What a report says about its evaluation, each value with its place, and records it may belong to",
    action: "evaluation.import",
    params: Hash,
    reply: ReportFactsShape,
  }),
  makeRecord: route({
    operationId: "makeRecord",
    method: "POST",
    path: "/api/documents/:sha256/record",
    summary: "Make a record of the registry of what a report says, and tie the report to it",
    action: "evaluation.import",
    params: Hash,
    body: z.object({
      fields: z
        .array(
          z.object({
            field: z.enum(factFields),
            value: z.string().max(20_000),
            /** Where the report says so; none where a person gave the value. */
            spans: z.array(SpanShape).max(200).default([]),
            page: z.int().nullable().default(null),
          }),
        )
        .max(factFields.length),
    }),
    reply: z.object({ evaluation: z.string() }),
  }),
  tieReport: route({
    operationId: "tieReport",
    method: "POST",
    path: "/api/documents/:sha256/evaluation",
    summary: "Tie a report to a record that is there",
    action: "evaluation.import",
    params: Hash,
    body: z.object({ evaluation: z.string().min(1).max(300) }),
    reply: z.object({ evaluation: z.string() }),
  }),
  listReadingJobs: route({
    operationId: "listReadingJobs",
    method: "GET",
    path: "/api/reading-jobs",
    summary: "Jobs that read many reports, newest first",
    action: "document.import",
    reply: z.array(ReadingJobShape),
  }),
  readingJob: route({
    operationId: "readingJob",
    method: "GET",
    path: "/api/reading-jobs/:id",
    summary: "A reading job and how far each of its files has come",
    action: "document.import",
    params: Id,
    reply: ReadingJobShape.extend({
      files: z.array(ReadingFileShape),
      /** Files whose source the actor may not read: in the counts, and not among the files. */
      withheld: z.int(),
    }),
  }),
  beginReadingJob: route({
    operationId: "beginReadingJob",
    method: "POST",
    path: "/api/reading-jobs",
    summary: "Begin a job that reads many reports",
    action: "document.import",
    body: z.object({ origin: OriginShape.default("real"), evaluation: z.string().max(300).optional() }),
    reply: ReadingJobShape,
  }),
  addReadingFile: route({
    operationId: "addReadingFile",
    method: "POST",
    path: "/api/reading-jobs/:id/files",
    summary: "Put a file into the queue of a reading job",
    action: "document.import",
    params: Id,
    query: z.object({ name: z.string().min(1).max(300) }),
    body: "upload",
    reply: ReadingFileShape,
  }),
  changeReadingJob: route({
    operationId: "changeReadingJob",
    method: "POST",
    path: "/api/reading-jobs/:id/state",
    summary: "Stop or resume a reading job, try failed files again, or close it",
    action: "document.import",
    params: Id,
    body: z.object({ to: z.enum(["stop", "resume", "retry", "close"]) }),
    reply: ReadingJobShape,
  }),
  readingProblemsTable: route({
    operationId: "readingProblemsTable",
    method: "GET",
    path: "/api/reading-jobs/:id/problems",
    summary: "What went wrong in a reading job, as CSV",
    action: "document.import",
    params: Id,
    reply: "file",
  }),
  outdatedReadings: route({
    operationId: "outdatedReadings",
    method: "GET",
    path: "/api/reading-jobs/rereading",
    summary: "How many stored reports an earlier reader read, which lack what the present one finds",
    action: "document.import",
    reply: z.object({ documents: z.int(), outdated: z.int(), readerVersion: z.string() }),
  }),
  rereadDocuments: route({
    operationId: "rereadDocuments",
    method: "POST",
    path: "/api/reading-jobs/rereading",
    summary: "Read stored reports again with the present reader; what people decided is kept",
    action: "document.import",
    body: z.object({
      all: z.boolean().default(false),
      sources: z
        .array(z.string().regex(/^[0-9a-f]{64}$/))
        .max(10_000)
        .optional(),
    }),
    reply: ReadingJobShape,
  }),
} as const;
