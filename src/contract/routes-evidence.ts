// Reading the registry of evaluations, reports and passages.

import { z } from "zod";
import { languages } from "#kernel";
import { passageKinds } from "#records";
import { route } from "./route.ts";
import { count, Id, list } from "./route-inputs.ts";
import {
  DocumentShape,
  DuplicateDecisionShape,
  EvaluationShape,
  FacetsShape,
  PassageShape,
  SourceFileShape,
  SpanShape,
} from "./shapes.ts";

export const evidenceRoutes = {
  listEvaluations: route({
    operationId: "listEvaluations",
    method: "GET",
    path: "/api/evaluations",
    summary: "The registry of evaluations, with counts by facet",
    action: "evaluation.read",
    query: z.object({
      text: z.string().max(500).optional(),
      region: z.string().optional(),
      language: z.string().optional(),
      type: z.string().optional(),
      timing: z.string().optional(),
      nature: z.string().optional(),
      country: z.string().optional(),
      limit: count(500, 50),
      offset: count(1_000_000, 0),
    }),
    reply: z.object({ total: z.int(), evaluations: z.array(EvaluationShape), facets: FacetsShape }),
  }),
  evaluation: route({
    operationId: "evaluation",
    method: "GET",
    path: "/api/evaluations/:id",
    summary: "One evaluation with its documents and passages",
    action: "evaluation.read",
    params: Id,
    reply: z.object({
      evaluation: EvaluationShape,
      /** Version of the record; an edit sends it along. */
      version: z.int(),
      /** What people decided about records that look like it. */
      duplicates: z.array(DuplicateDecisionShape),
      documents: z.array(
        z.object({ source: SourceFileShape, title: z.string().nullable(), pages: z.int().nullable() }),
      ),
      passages: z.array(PassageShape),
    }),
  }),
  listDocuments: route({
    operationId: "listDocuments",
    method: "GET",
    path: "/api/documents",
    summary: "Reports that have been read",
    action: "document.read",
    reply: z.array(
      z.object({
        source: SourceFileShape,
        title: z.string().nullable(),
        language: z.enum(languages).nullable(),
        pages: z.int().nullable(),
        passages: z.int(),
      }),
    ),
  }),
  document: route({
    operationId: "document",
    method: "GET",
    path: "/api/documents/:sha256",
    summary: "A report: text, blocks and passages with their spans",
    action: "document.read",
    params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    reply: DocumentShape,
  }),
  passage: route({
    operationId: "passage",
    method: "GET",
    path: "/api/passages/:id",
    summary: "One passage",
    action: "document.read",
    params: Id,
    reply: PassageShape,
  }),
  searchPassages: route({
    operationId: "searchPassages",
    method: "GET",
    path: "/api/passages",
    summary: "Search the passages of all reports in four languages",
    action: "passage.search",
    query: z.object({
      q: z.string().max(2_000).default(""),
      kind: list(z.enum(passageKinds)),
      language: list(z.enum(languages)),
      region: list(z.string()),
      country: list(z.string()),
      limit: count(200, 20),
      offset: count(1_000_000, 0),
    }),
    reply: z.object({
      total: z.int(),
      hits: z.array(
        z.object({
          passage: PassageShape,
          evaluation: z.string().nullable(),
          title: z.string().nullable(),
          year: z.int().nullable(),
          highlights: z.array(SpanShape),
          score: z.number(),
        }),
      ),
      facets: FacetsShape,
    }),
  }),
} as const;
