// Shapes of members and the protocol of a review.

import { z } from "zod";
import {
  countingUnits,
  criterionColumns,
  linkedReportRules,
  questionAxes,
  reviewParts,
  screeningOrders,
  screeningStages,
  searchSourceKinds,
} from "#records";
import { freeNameSays, isFreeName, LanguageShape } from "./shapes-shared.ts";

export const reviewIdentifier = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u, "a short name of letters, digits, dot, hyphen or underscore")
  .refine(isFreeName, freeNameSays);
export const reviewLine = z.string().trim().min(1).max(500);
export const reviewText = z.string().trim().max(50_000);
export const reviewNote = z.string().trim().max(4_000).nullable();
export const reviewReason = z.string().trim().min(1).max(4_000);
const accountName = z.string().trim().min(1).max(300);
const parts = z.array(z.enum(reviewParts)).max(5);

export const ProtocolShape = z
  .object({
    title: reviewLine,
    language: LanguageShape,
    background: reviewText,
    termsOfReference: reviewText,
    questions: z
      .array(
        z.object({
          id: reviewIdentifier,
          axis: z.enum(questionAxes),
          text: reviewText.min(1),
          subQuestions: z.array(z.object({ id: reviewIdentifier, text: reviewText.min(1) })).max(100),
        }),
      )
      .max(100),
    criteria: z
      .array(
        z.object({
          id: reviewIdentifier,
          column: z.enum(criterionColumns),
          text: reviewText.min(1),
          terms: z.array(reviewLine.max(100)).max(200),
        }),
      )
      .max(200),
    sources: z
      .array(
        z.object({
          id: reviewIdentifier,
          kind: z.enum(searchSourceKinds),
          name: reviewLine,
          queries: z.array(reviewText.min(1)).max(100),
          note: reviewNote,
        }),
      )
      .max(200),
    unit: z.enum(countingUnits),
    linkedReports: z.object({ rule: z.enum(linkedReportRules), note: reviewNote }),
    stages: z
      .array(
        z.object({
          stage: z.enum(screeningStages),
          used: z.boolean(),
          reviewers: z.union([z.literal(1), z.literal(2), z.literal(3)]),
          blind: z.boolean(),
        }),
      )
      .max(2),
    order: z.enum(screeningOrders),
    stopping: z
      .object({
        rule: reviewIdentifier,
        targetRecall: z.number().gt(0).lte(1),
        confidence: z.number().gt(0).lt(1),
      })
      .nullable(),
    appraisal: z
      .object({
        instrument: reviewIdentifier,
        version: reviewIdentifier,
        appraisers: z.union([z.literal(1), z.literal(2)]),
      })
      .nullable(),
    extraction: z
      .object({
        form: reviewIdentifier,
        version: reviewIdentifier,
        extractors: z.union([z.literal(1), z.literal(2)]),
      })
      .nullable(),
    coding: z.object({ frame: reviewText, coders: z.union([z.literal(1), z.literal(2)]) }).nullable(),
    synthesisPlan: reviewText,
  })
  .meta({ id: "ReviewProtocol" });

export const memberActShapes = [
  z.object({ kind: z.literal("review.created"), title: reviewLine, language: LanguageShape }),
  z.object({ kind: z.literal("review.renamed"), title: reviewLine }),
  z.object({
    kind: z.literal("member.added"),
    /** Account id or the address it signs in with. */
    account: accountName,
    /** Filled in from the account. */
    name: z.string().max(300).default(""),
    parts,
  }),
  z.object({ kind: z.literal("member.changed"), account: accountName, parts }),
  z.object({ kind: z.literal("member.removed"), account: accountName, reason: reviewReason }),
] as const;

export const protocolActShapes = [
  z.object({
    kind: z.literal("protocol.set"),
    protocol: ProtocolShape,
    reason: z.string().trim().max(4_000).nullable(),
  }),
] as const;
