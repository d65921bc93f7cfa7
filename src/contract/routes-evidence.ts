// Reading the registry of evaluations, reports and passages.

import { z } from "zod";
import { languages } from "#kernel";
import { route } from "./route.ts";
import { Id } from "./route-inputs.ts";
import {
  DocumentShape,
  DuplicateDecisionShape,
  EvaluationSearchInput,
  EvaluationShape,
  FacetsShape,
  LanguageShape,
  OriginShape,
  PassageHitsShape,
  PassageSearchInput,
  PassageShape,
  SourceFileShape,
} from "./shapes.ts";

export const evidenceRoutes = {
  listEvaluations: route({
    operationId: "listEvaluations",
    method: "GET",
    path: "/api/evaluations",
    summary: "The registry of evaluations, with counts by facet",
    action: "evaluation.read",
    query: EvaluationSearchInput,
    reply: z.object({
      total: z.int(),
      understood: z.string(),
      evaluations: z.array(EvaluationShape),
      facets: FacetsShape,
    }),
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
      /** Reviews whoever asks may see that have it among their records. */
      reviews: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          language: LanguageShape,
          origin: OriginShape,
          record: z.string(),
          included: z.boolean(),
        }),
      ),
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
        /** Whether it belongs to an evaluation of the registry. */
        tied: z.boolean(),
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
    query: PassageSearchInput,
    reply: PassageHitsShape,
  }),
} as const;
