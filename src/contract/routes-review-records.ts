// Records of a review: how they come in, their list, and one with its history.

import { z } from "zod";
import { searchSourceKinds } from "#records";
import { route } from "./route.ts";
import { count, Id } from "./route-inputs.ts";
import { reviewIdentifier } from "./shapes-review-protocol.ts";
import { ComparedRecordShape, ListedRecordShape, ListedSearchShape } from "./shapes-review-records.ts";
import { ProblemShape } from "./shapes-shared.ts";

const text = z.string().trim().max(20_000).optional();
const searchFacts = {
  /** Name of the search in the log; numbered when absent. */
  search: reviewIdentifier.optional(),
  /** The source of the protocol it belongs to. */
  source: reviewIdentifier.optional(),
  searchName: text,
};

export const reviewRecordsRoutes = {
  reviewRecords: route({
    operationId: "reviewRecords",
    method: "GET",
    path: "/api/reviews/:id/records",
    summary: "Records of a review without their duplicates, and the searches they came from",
    action: "review.read",
    params: Id,
    query: z.object({
      q: z.string().max(500).optional(),
      show: z.enum(["all", "duplicates", "no-abstract"]).optional(),
      limit: count(500, 50),
      offset: count(1_000_000, 0),
    }),
    reply: z.object({
      total: z.int(),
      records: z.array(ListedRecordShape),
      searches: z.array(ListedSearchShape),
    }),
  }),
  reviewRecord: route({
    operationId: "reviewRecord",
    method: "GET",
    path: "/api/reviews/:id/records/:record",
    summary: "One record whole, with its duplicates and what was mended",
    action: "review.read",
    params: z.object({ ...Id.shape, record: z.string().max(20) }),
    reply: z.object({
      record: ListedRecordShape,
      search: ListedSearchShape.nullable(),
      duplicates: z.array(z.object({ id: z.string(), title: z.string(), reasons: z.array(z.string()) })),
      edits: z.array(
        z.object({ at: z.string(), by: z.string(), fields: z.array(z.string()), reason: z.string() }),
      ),
    }),
  }),
  reviewLookAlikes: route({
    operationId: "reviewLookAlikes",
    method: "GET",
    path: "/api/reviews/:id/look-alikes",
    summary: "Groups of records that may be one report, with what speaks for it, and related works",
    action: "review.read",
    params: Id,
    reply: z.object({
      total: z.int(),
      groups: z.array(
        z.object({
          confidence: z.number(),
          records: z.array(ComparedRecordShape),
          reasons: z.array(z.string()),
          doubts: z.array(z.string()),
        }),
      ),
      related: z.array(z.object({ relation: z.string(), records: z.array(ComparedRecordShape) })),
    }),
  }),
  importReviewRecords: route({
    operationId: "importReviewRecords",
    method: "POST",
    path: "/api/reviews/:id/records/file",
    summary: "Records from a file of references of any known format, with the search they came from",
    action: "review.act",
    params: Id,
    query: z.object({
      name: z.string().min(1).max(300),
      preview: z.enum(["yes", "no"]).default("no"),
      kind: z.enum(searchSourceKinds).default("database"),
      ...searchFacts,
      query: text,
      fields: text,
      date: z
        .string()
        .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "a day, month or year such as 2020-01-24")
        .optional(),
      hits: z.coerce.number().int().min(0).optional(),
      note: text,
    }),
    body: "upload",
    reply: z.object({
      format: z.string(),
      found: z.int(),
      withoutAbstract: z.int(),
      withEarlierVerdict: z.int(),
      skipped: z.array(z.object({ line: z.int(), text: z.string(), why: z.string() })),
      skippedInAll: z.int(),
      notices: z.array(ProblemShape),
      sample: z.array(
        z.object({
          title: z.string(),
          year: z.int().nullable(),
          authors: z.array(z.string()),
          doi: z.string().nullable(),
        }),
      ),
      added: z.int(),
      search: z.string().nullable(),
    }),
  }),
  addFromRegistry: route({
    operationId: "addFromRegistry",
    method: "POST",
    path: "/api/reviews/:id/records/registry",
    summary: "Evaluations of the registry as records: those a search finds, or those named",
    action: "review.act",
    params: Id,
    body: z.object({
      ...searchFacts,
      text: z.string().max(1_000).optional(),
      filters: z.record(z.string().max(40), z.array(z.string().max(300)).max(100)).optional(),
      evaluations: z.array(z.string().min(1).max(300)).min(1).max(20_000).optional(),
    }),
    reply: z.object({ search: z.string(), found: z.int(), added: z.int(), held: z.int() }),
  }),
} as const;
