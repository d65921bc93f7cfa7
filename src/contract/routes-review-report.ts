// Flow, report and archive of a review.

import { z } from "zod";
import { languages } from "#kernel";
import { route } from "./route.ts";
import { Id } from "./route-inputs.ts";
import {
  EditionDifferenceShape,
  ReportDocumentShape,
  ReportEditionShape,
  ReviewFlowShape,
  UnsupportedSentenceShape,
  WrittenSectionShape,
} from "./shapes-review-report.ts";
import { ProblemShape } from "./shapes-shared.ts";

const lang = z.enum(languages).default("en");
/** The number of an event, or a day or moment. */
const at = z
  .string()
  .regex(
    /^(\d{1,9}|\d{4}-\d{2}-\d{2}([T ][\d:.]{4,15}(Z|[+-]\d{2}:\d{2})?)?)$/,
    "an event number such as 120, or a day such as 2026-05-01",
  )
  .optional();

const edition = z.coerce.number().int().min(1).optional();

export const reviewReportRoutes = {
  reviewFlow: route({
    operationId: "reviewFlow",
    method: "GET",
    path: "/api/reviews/:id/flow",
    summary: "The flow of records, counted from the log, at any past event or day",
    action: "review.read",
    params: Id,
    query: z.object({ at, lang }),
    reply: ReviewFlowShape,
  }),
  downloadReviewFlow: route({
    operationId: "downloadReviewFlow",
    method: "GET",
    path: "/api/reviews/:id/flow/file",
    summary: "The flow as a picture (SVG) or a table (CSV)",
    action: "review.read",
    params: Id,
    query: z.object({ at, lang, format: z.enum(["svg", "csv"]) }),
    reply: "file",
  }),
  reviewReport: route({
    operationId: "reviewReport",
    method: "GET",
    path: "/api/reviews/:id/report",
    summary: "The report: an edition, or for members the draft as the log stands, with what is in its way",
    action: "review.read",
    params: Id,
    query: z.object({ lang, edition }),
    reply: z.object({
      document: ReportDocumentShape,
      editions: z.array(ReportEditionShape),
      sections: z.array(WrittenSectionShape),
      /** Sentences that cite no passage and are not marked as a view. */
      unsupported: z.array(UnsupportedSentenceShape),
      /** Why no edition can be published in this language yet. */
      inTheWay: z.array(ProblemShape),
      citable: z.array(z.object({ id: z.string(), text: z.string() })),
      mayWrite: z.boolean(),
    }),
  }),
  downloadReviewReport: route({
    operationId: "downloadReviewReport",
    method: "GET",
    path: "/api/reviews/:id/report/file",
    summary: "The report as a DOCX or a tagged PDF, with the content of the page",
    action: "review.read",
    params: Id,
    query: z.object({ lang, edition, format: z.enum(["docx", "pdf"]) }),
    reply: "file",
  }),
  compareReviewEditions: route({
    operationId: "compareReviewEditions",
    method: "GET",
    path: "/api/reviews/:id/report/difference",
    summary: "What differs between two editions, in numbers and in words",
    action: "review.read",
    params: Id,
    query: z.object({ lang, from: z.coerce.number().int().min(1), to: edition }),
    reply: EditionDifferenceShape,
  }),
  publishReviewReport: route({
    operationId: "publishReviewReport",
    method: "POST",
    path: "/api/reviews/:id/report/editions",
    summary: "Publish an edition: its numbers and hashes are frozen, and the review becomes public",
    action: "review.act",
    params: Id,
    body: z.object({
      languages: z.array(z.enum(languages)).min(1).max(languages.length),
      note: z.string().trim().max(2_000).nullable().default(null),
    }),
    reply: z.object({ edition: z.int() }),
  }),
  downloadReviewArchive: route({
    operationId: "downloadReviewArchive",
    method: "GET",
    path: "/api/reviews/:id/archive",
    summary: "Everything needed to make the numbers of the report again: protocol, log, data, code version",
    action: "review.read",
    params: Id,
    reply: "file",
  }),
} as const;
