// Shapes of what is done while screening.

import { z } from "zod";
import { screeningStages, screeningVerdicts, sharingWays, shownOrders } from "#records";
import { reviewIdentifier, reviewNote, reviewReason } from "./shapes-review-protocol.ts";
import { recordId } from "./shapes-review-records.ts";

export const screeningStage = z.enum(screeningStages);
const member = z.string().trim().min(1).max(300);
const event = z.int().min(1).max(100_000_000);
const figure = z.int().min(0).max(10_000_000);
const share = z.number().min(0).max(1).nullable();

export const ShownAsShape = z
  .object({
    order: z.enum(shownOrders),
    model: z.string().max(100).nullable(),
    rank: z.int().min(1).max(10_000_000),
    score: z.number().nullable(),
  })
  .meta({ id: "ShownAs" });

export const StopStateShape = z.object({
  event: z.int().min(0),
  records: figure,
  screened: figure,
  included: figure,
  recall: share,
  probability: share,
});

export const screeningActShapes = [
  z.object({
    kind: z.literal("screening.decided"),
    record: recordId,
    stage: screeningStage,
    verdict: z.enum(screeningVerdicts),
    criterion: reviewIdentifier.nullable().default(null),
    reason: reviewNote.default(null),
    protocol: z.int().min(1).max(100_000),
    shown: ShownAsShape.nullable().default(null),
  }),
  z.object({
    kind: z.literal("screening.postponed"),
    record: recordId,
    stage: screeningStage,
    position: z.int().min(1).max(10_000_000),
  }),
  z.object({ kind: z.literal("screening.not-retrieved"), record: recordId, reason: reviewReason }),
  z.object({ kind: z.literal("screening.withdrawn"), event }),
  z.object({ kind: z.literal("screening.noted"), record: recordId, text: reviewReason }),
  z.object({
    kind: z.literal("screening.adjudicated"),
    record: recordId,
    stage: screeningStage,
    verdict: z.enum(["include", "exclude"]),
    criterion: reviewIdentifier.nullable().default(null),
    reason: reviewNote.default(null),
  }),
  z.object({
    kind: z.literal("screening.assigned"),
    stage: screeningStage,
    records: z.array(recordId).min(1).max(10_000).nullable(),
    members: z.array(member).max(100),
    how: z.enum(sharingWays),
  }),
  z.object({
    kind: z.literal("screening.reassigned"),
    stage: screeningStage,
    from: member,
    to: z.array(member).min(1).max(100),
  }),
  z.object({
    kind: z.literal("screening.stopped"),
    stage: screeningStage,
    rule: reviewIdentifier,
    parameters: z.record(z.string().max(60), z.union([z.number(), z.string().max(200)])),
    saw: StopStateShape,
  }),
  z.object({ kind: z.literal("screening.resumed"), stage: screeningStage, reason: reviewReason }),
  z.object({ kind: z.literal("screening.stage-skipped"), stage: screeningStage, reason: reviewReason }),
  z.object({ kind: z.literal("screening.stage-taken-up"), stage: screeningStage, reason: reviewReason }),
] as const;
