// Screening as it is read; what is decided goes through `actOnReview`.

import { z } from "zod";
import { screeningStages, screeningVerdicts, shownOrders } from "#records";
import { route } from "./route.ts";
import { count, Id } from "./route-inputs.ts";
import {
  AgreementFigureShape,
  ConflictShape,
  EarlierDecisionShape,
  QueuedRecordShape,
  ScreenedRecordShape,
  ScreeningCountsShape,
  ScreeningCriteriaShape,
  ScreeningMemberShape,
  ScreeningOrderShape,
  ScreeningStageShape,
  ScreeningStopShape,
  SharingShape,
  StoppingEstimateShape,
} from "./shapes-review-screening-views.ts";

const stage = z.enum(screeningStages);
const ofRecord = z.object({ ...Id.shape, record: z.string().max(20) });
const ofStage = z.object({ stage });

export const reviewScreeningRoutes = {
  reviewScreening: route({
    operationId: "reviewScreening",
    method: "GET",
    path: "/api/reviews/:id/screening",
    summary: "The stages of screening with their counts, and the criteria as they stand",
    action: "review.read",
    params: Id,
    reply: z.object({
      protocol: z.int(),
      criteria: ScreeningCriteriaShape,
      order: z.enum(shownOrders),
      /** The stage at which there is work. */
      present: stage.nullable(),
      stages: z.array(ScreeningStageShape),
      mayScreen: z.boolean(),
      mayAdjudicate: z.boolean(),
      mayShare: z.boolean(),
    }),
  }),
  screeningQueue: route({
    operationId: "screeningQueue",
    method: "GET",
    path: "/api/reviews/:id/screening/queue",
    summary: "The next records of whoever asks, in the order asked for",
    action: "review.act",
    params: Id,
    query: z.object({ stage, order: z.enum(shownOrders).optional(), limit: count(50, 10) }),
    reply: z.object({
      stage,
      protocol: z.int(),
      /** Number of the last event this answer knows. */
      last: z.int(),
      order: ScreeningOrderShape,
      /** Decisions one ever made at the stage: where a postponed record can be put. */
      made: z.int(),
      waiting: z.int(),
      counts: ScreeningCountsShape,
      records: z.array(QueuedRecordShape),
    }),
  }),
  ownDecisions: route({
    operationId: "ownDecisions",
    method: "GET",
    path: "/api/reviews/:id/screening/mine",
    summary: "The last decisions of whoever asks at a stage, the latest first",
    action: "review.act",
    params: Id,
    query: z.object({ stage, limit: count(500, 50) }),
    reply: z.object({
      decisions: z.array(
        z.object({
          event: z.int(),
          record: z.string(),
          title: z.string(),
          verdict: z.enum(screeningVerdicts),
          at: z.string(),
        }),
      ),
    }),
  }),
  screenedRecord: route({
    operationId: "screenedRecord",
    method: "GET",
    path: "/api/reviews/:id/screening/records/:record",
    summary: "One record with its history, as far as whoever asks may see it",
    action: "review.read",
    params: ofRecord,
    reply: ScreenedRecordShape,
  }),
  whyRanked: route({
    operationId: "whyRanked",
    method: "GET",
    path: "/api/reviews/:id/screening/records/:record/why",
    summary: "Why a record stands where it stands in the learnt order",
    action: "review.act",
    params: ofRecord,
    query: ofStage,
    reply: z.object({
      order: ScreeningOrderShape,
      rank: z.int().nullable(),
      score: z.number().nullable(),
      terms: z.array(z.object({ term: z.string(), weight: z.number() })),
      nearest: z.array(z.object({ record: z.string(), title: z.string(), likeness: z.number() })),
    }),
  }),
  screeningConflicts: route({
    operationId: "screeningConflicts",
    method: "GET",
    path: "/api/reviews/:id/screening/conflicts",
    summary: "Records to settle; the verdicts are told to adjudicators alone",
    action: "review.read",
    params: Id,
    query: z.object({ stage, limit: count(200, 50), offset: count(1_000_000, 0) }),
    reply: z.object({
      total: z.int(),
      /** Whether whoever asks may see and settle them. */
      may: z.boolean(),
      protocol: z.int(),
      conflicts: z.array(ConflictShape),
    }),
  }),
  screeningProgress: route({
    operationId: "screeningProgress",
    method: "GET",
    path: "/api/reviews/:id/screening/progress",
    summary: "Who decided how many, what waits for whom, decisions under earlier protocols, and stops",
    action: "review.read",
    params: Id,
    query: ofStage,
    reply: z.object({
      counts: ScreeningCountsShape,
      protocol: z.int(),
      members: z.array(ScreeningMemberShape),
      sharing: SharingShape.nullable(),
      /** Records with people of their own. */
      assigned: z.int(),
      earlier: z.object({ total: z.int(), decisions: z.array(EarlierDecisionShape) }),
      stops: z.array(ScreeningStopShape),
      stopping: z.array(StoppingEstimateShape),
    }),
  }),
  screeningAgreement: route({
    operationId: "screeningAgreement",
    method: "GET",
    path: "/api/reviews/:id/screening/agreement",
    summary: "Agreement of independent decisions, each statistic with its pairs and interval",
    action: "review.read",
    params: Id,
    query: ofStage,
    reply: z.object({
      records: z.int(),
      raters: z.array(z.string()),
      notIndependent: z.int(),
      percent: AgreementFigureShape,
      cohen: AgreementFigureShape,
      fleiss: AgreementFigureShape,
      alpha: AgreementFigureShape,
      gwet: AgreementFigureShape,
      prevalenceAdjusted: AgreementFigureShape,
      pairs: z.array(z.object({ members: z.array(z.string()), kappa: AgreementFigureShape })),
    }),
  }),
  screeningDecisions: route({
    operationId: "screeningDecisions",
    method: "GET",
    path: "/api/reviews/:id/screening/decisions.csv",
    summary: "Every record with its outcome and, where it may be known, what each person decided and why",
    action: "review.read",
    params: Id,
    reply: "file",
  }),
} as const;
