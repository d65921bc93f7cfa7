// Shapes of what is done while coding.

import { z } from "zod";
import { memoSubjects } from "#records";
import { AnchorShape } from "./shapes-review-anchor.ts";
import { reviewIdentifier, reviewReason } from "./shapes-review-protocol.ts";
import { recordId } from "./shapes-review-records.ts";

export const codeName = z.string().trim().min(1).max(300);
const codeText = {
  name: codeName,
  colour: z.string().regex(/^#[0-9a-f]{6}$/, "a colour such as #0072b2"),
  description: z.string().trim().max(20_000),
  codable: z.boolean(),
};
const newCode = z.object({ id: reviewIdentifier, ...codeText });
const memoText = z.string().trim().max(20_000);
const codes = z.array(reviewIdentifier).min(1).max(50);

export const CodingProposedShape = z.object({
  rule: z.string().trim().min(1).max(200),
  confidence: z.number().min(0).max(1),
});

export const codingActShapes = [
  z.object({
    kind: z.literal("code.defined"),
    ...newCode.shape,
    parent: reviewIdentifier.nullable().default(null),
    description: codeText.description.default(""),
    codable: z.boolean().default(true),
  }),
  z.object({
    kind: z.literal("code.changed"),
    code: reviewIdentifier,
    change: z.object(codeText).partial(),
  }),
  z.object({
    kind: z.literal("code.moved"),
    code: reviewIdentifier,
    parent: reviewIdentifier.nullable(),
    position: z.int().min(0).max(100_000),
  }),
  z.object({ kind: z.literal("code.merged"), from: reviewIdentifier, into: reviewIdentifier }),
  z.object({
    kind: z.literal("code.split"),
    code: reviewIdentifier,
    into: z.array(newCode).min(1).max(50),
    moves: z.array(z.object({ coding: reviewIdentifier, codes })).max(10_000),
  }),
  z.object({ kind: z.literal("code.removed"), code: reviewIdentifier }),
  z.object({
    kind: z.literal("coding.added"),
    id: reviewIdentifier,
    anchor: AnchorShape,
    codes,
    memo: memoText.nullable().default(null),
    proposed: CodingProposedShape.nullable().default(null),
  }),
  z.object({ kind: z.literal("coding.changed"), coding: reviewIdentifier, codes }),
  z.object({ kind: z.literal("coding.removed"), coding: reviewIdentifier }),
  z.object({ kind: z.literal("coding.accepted"), coding: reviewIdentifier }),
  z.object({ kind: z.literal("coding.rejected"), coding: reviewIdentifier }),
  z.object({
    kind: z.literal("memo.written"),
    on: z.object({ kind: z.enum(memoSubjects), id: z.string().trim().min(1).max(100) }),
    text: memoText,
  }),
  z.object({ kind: z.literal("coding.submitted"), record: recordId }),
  z.object({
    kind: z.literal("coding.reconciled"),
    record: recordId,
    keep: z.array(reviewIdentifier).max(20_000),
    reason: reviewReason,
  }),
  z.object({ kind: z.literal("coding.withdrawn"), event: z.int().min(1).max(100_000_000) }),
] as const;
