// Flow, report and archive of a review.

import { z } from "zod";
import { languages } from "#kernel";
import { route } from "./route.ts";
import { Id } from "./route-inputs.ts";
import { ReviewFlowShape } from "./shapes-review-report.ts";

const lang = z.enum(languages).default("en");
/** The number of an event, or a day or moment. */
const at = z
  .string()
  .regex(
    /^(\d{1,9}|\d{4}-\d{2}-\d{2}([T ][\d:.]{4,15}(Z|[+-]\d{2}:\d{2})?)?)$/,
    "an event number such as 120, or a day such as 2026-05-01",
  )
  .optional();

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
} as const;
