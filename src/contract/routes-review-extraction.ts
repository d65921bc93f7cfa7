// Extraction as it is read, and its files in and out; what is filled in goes through `actOnReview`.

import { z } from "zod";
import { passageKinds } from "#records";
import { route } from "./route.ts";
import { count, downloadFormat, Id, list, onBehalf } from "./route-inputs.ts";
import { AnchorShape } from "./shapes-review-anchor.ts";
import {
  AppraisedReportShape,
  DefinedFormShape,
  extractionStatus,
  OneExtractionShape,
  RowPairShape,
} from "./shapes-review-appraisal-views.ts";
import { ExtractionFormShape, ExtractionRowShape } from "./shapes-review-extraction.ts";
import { ProblemShape } from "./shapes-shared.ts";

const ofRecord = z.object({ ...Id.shape, record: z.string().max(20) });
const plan = z.object({ form: z.string(), version: z.string(), extractors: z.int() }).nullable();

export const reviewExtractionRoutes = {
  reviewExtraction: route({
    operationId: "reviewExtraction",
    method: "GET",
    path: "/api/reviews/:id/extraction",
    summary: "Selected reports with how far their extraction is, and the form that stands",
    action: "review.read",
    params: Id,
    reply: z.object({
      plan,
      form: ExtractionFormShape.nullable(),
      mayExtract: z.boolean(),
      mayReconcile: z.boolean(),
      mayDefine: z.boolean(),
      reports: z.array(
        z.object({
          ...AppraisedReportShape.shape,
          status: extractionStatus,
          submitted: z.int(),
          mine: z.enum(["none", "draft", "submitted"]),
          ownRows: z.int(),
          /** Rows that count. */
          rows: z.int(),
        }),
      ),
    }),
  }),
  reviewForms: route({
    operationId: "reviewForms",
    method: "GET",
    path: "/api/reviews/:id/forms",
    summary: "Extraction forms: those of the review and those that come with Socle",
    action: "review.read",
    params: Id,
    reply: z.object({ mayDefine: z.boolean(), forms: z.array(DefinedFormShape) }),
  }),
  extractedRecord: route({
    operationId: "extractedRecord",
    method: "GET",
    path: "/api/reviews/:id/extraction/records/:record",
    summary: "What was extracted from one report, as far as whoever asks may see it",
    action: "review.read",
    params: ofRecord,
    reply: z.object({
      report: AppraisedReportShape,
      document: z.string().nullable(),
      textVersion: z.int().nullable(),
      plan,
      form: ExtractionFormShape.nullable(),
      mayExtract: z.boolean(),
      mayReconcile: z.boolean(),
      status: extractionStatus,
      submitted: z.int(),
      by: z.enum(["one", "agreement", "reconciled"]).nullable(),
      own: OneExtractionShape.nullable(),
      others: z.array(OneExtractionShape),
      /** People whose rows may not be known yet. */
      hidden: z.int(),
      /** The first two that submitted, row by row. */
      pairs: z.array(RowPairShape),
      pairNames: z.array(z.string()),
      rows: z.array(ExtractionRowShape),
      nothing: z.string().nullable(),
    }),
  }),
  extractionProposals: route({
    operationId: "extractionProposals",
    method: "GET",
    path: "/api/reviews/:id/extraction/records/:record/proposals",
    summary: "Passages the reader found in the report that are in no row of whoever asks",
    action: "review.act",
    params: ofRecord,
    reply: z.object({
      taken: z.int(),
      proposals: z.array(
        z.object({
          anchor: AnchorShape,
          kind: z.enum(passageKinds),
          label: z.string().nullable(),
          confidence: z.number(),
          reason: z.string(),
        }),
      ),
    }),
  }),
  extractionMatrix: route({
    operationId: "extractionMatrix",
    method: "GET",
    path: "/api/reviews/:id/extraction/matrix",
    summary: "All rows that count, filtered by fields",
    action: "review.read",
    params: Id,
    query: z.object({
      /** `field:value` or `field:missing reason`; of one field any of them, of several fields all. */
      where: list(z.string().max(300)),
      record: z.string().max(20).optional(),
      q: z.string().max(300).optional(),
      limit: count(500, 50),
      offset: count(1_000_000, 0),
    }),
    reply: z.object({
      form: ExtractionFormShape.nullable(),
      /** Reports on the final list, and how many of them have rows that count. */
      reports: z.int(),
      extracted: z.int(),
      all: z.int(),
      total: z.int(),
      withheld: z.int(),
      rows: z.array(z.object({ record: z.string(), title: z.string(), row: ExtractionRowShape })),
      /** Of each field with options: rows by option and by missing reason, over what the filter leaves. */
      counts: z.record(z.string(), z.record(z.string(), z.int())),
      titles: z.record(z.string(), z.string()),
    }),
  }),
  downloadExtraction: route({
    operationId: "downloadExtraction",
    method: "GET",
    path: "/api/reviews/:id/extraction/file",
    summary: "The rows as a table that can be imported again; columns bear the identifiers of fields",
    action: "review.read",
    params: Id,
    query: z.object({
      format: downloadFormat.default("csv"),
      rows: z.enum(["final", "mine"]).default("final"),
    }),
    reply: "file",
  }),
  importExtraction: route({
    operationId: "importExtraction",
    method: "POST",
    path: "/api/reviews/:id/extraction/file",
    summary: "Rows of one's own from a table; looked at first, and all or nothing",
    action: "review.act",
    params: Id,
    query: z.object({
      name: z.string().min(1).max(300),
      preview: z.enum(["yes", "no"]).default("no"),
      ...onBehalf,
    }),
    body: "upload",
    reply: z.object({
      rows: z.int(),
      new: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      records: z.array(z.string()),
      problems: z.array(ProblemShape),
      recorded: z.boolean(),
    }),
  }),
} as const;
