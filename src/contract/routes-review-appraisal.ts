// Appraisal as it is read, and its answers as a file out and in; what is answered on the page goes through
// `actOnReview`.

import { z } from "zod";
import { route } from "./route.ts";
import { Id, onBehalf } from "./route-inputs.ts";
import { AppraisalAnswerShape, InstrumentShape, JudgementShape } from "./shapes-review-appraisal.ts";
import {
  AgreementFiguresShape,
  AppraisedReportShape,
  appraisalStatus,
  DefinedInstrumentShape,
  FinalAppraisalShape,
  OneAppraisalShape,
} from "./shapes-review-appraisal-views.ts";
import { ProblemShape } from "./shapes-shared.ts";

export const reviewAppraisalRoutes = {
  reviewAppraisal: route({
    operationId: "reviewAppraisal",
    method: "GET",
    path: "/api/reviews/:id/appraisal",
    summary: "Included reports with how far their appraisal is, and the instrument that stands",
    action: "review.read",
    params: Id,
    reply: z.object({
      plan: z.object({ instrument: z.string(), version: z.string(), appraisers: z.int() }).nullable(),
      instrument: InstrumentShape.nullable(),
      mayAppraise: z.boolean(),
      mayReconcile: z.boolean(),
      mayDecide: z.boolean(),
      mayDefine: z.boolean(),
      reports: z.array(
        z.object({
          ...AppraisedReportShape.shape,
          status: appraisalStatus,
          submitted: z.int(),
          /** What whoever asks has of it. */
          mine: z.enum(["none", "draft", "submitted"]),
          /** Overall rating by rule and by judgement, where it may be known. */
          grade: z.string().nullable(),
          value: z.number().nullable(),
          judgement: z.string().nullable(),
        }),
      ),
      selected: z.int(),
    }),
  }),
  reviewInstruments: route({
    operationId: "reviewInstruments",
    method: "GET",
    path: "/api/reviews/:id/instruments",
    summary: "Instruments of appraisal: those of the review and those that come with Socle",
    action: "review.read",
    params: Id,
    reply: z.object({ mayDefine: z.boolean(), instruments: z.array(DefinedInstrumentShape) }),
  }),
  appraisedRecord: route({
    operationId: "appraisedRecord",
    method: "GET",
    path: "/api/reviews/:id/appraisal/records/:record",
    summary: "The appraisal of one report, as far as whoever asks may see it",
    action: "review.read",
    params: z.object({ ...Id.shape, record: z.string().max(20) }),
    reply: z.object({
      report: AppraisedReportShape,
      document: z.string().nullable(),
      textVersion: z.int().nullable(),
      plan: z.object({ instrument: z.string(), version: z.string(), appraisers: z.int() }).nullable(),
      instrument: InstrumentShape.nullable(),
      mayAppraise: z.boolean(),
      mayReconcile: z.boolean(),
      mayDecide: z.boolean(),
      status: appraisalStatus,
      submitted: z.int(),
      draft: z
        .object({ answers: z.array(AppraisalAnswerShape), judgement: JudgementShape.nullable() })
        .nullable(),
      /** Submitted ones that may be known, one's own first. */
      appraisals: z.array(OneAppraisalShape),
      /** Submitted ones that may not be known yet. */
      hidden: z.int(),
      differing: z.array(z.string()),
      final: FinalAppraisalShape.nullable(),
      decision: z
        .object({
          verdict: z.enum(["include", "exclude"]),
          reason: z.string(),
          by: z.string(),
          at: z.string(),
        })
        .nullable(),
    }),
  }),
  appraisalAgreement: route({
    operationId: "appraisalAgreement",
    method: "GET",
    path: "/api/reviews/:id/appraisal/agreement",
    summary: "Agreement of independent appraisals: on all answers, and weighted on those that value",
    action: "review.read",
    params: Id,
    reply: z.object({
      planned: z.boolean(),
      records: z.int(),
      items: z.int(),
      raters: z.array(z.string()),
      notIndependent: z.int(),
      unvalued: z.int(),
      plain: AgreementFiguresShape.nullable(),
      weighted: AgreementFiguresShape.nullable(),
    }),
  }),
  appraisalAnswers: route({
    operationId: "appraisalAnswers",
    method: "GET",
    path: "/api/reviews/:id/appraisal/answers.csv",
    summary: "Every answer that may be known, a line each, with its passage",
    action: "review.read",
    params: Id,
    reply: "file",
  }),
  importAppraisal: route({
    operationId: "importAppraisal",
    method: "POST",
    path: "/api/reviews/:id/appraisal/file",
    summary: "Answers of one's own from a table, a line each; looked at first, and all or nothing",
    action: "review.act",
    params: Id,
    query: z.object({
      name: z.string().min(1).max(300),
      preview: z.enum(["yes", "no"]).default("no"),
      /** Submits the reports of the file; else their answers are kept as drafts. */
      submit: z.enum(["yes", "no"]).default("no"),
      ...onBehalf,
    }),
    body: "upload",
    reply: z.object({
      /** Answers in the file, and how many of them are new, changed or as they stand. */
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
