// Shapes of instruments of appraisal and of what is done with them.

import { z } from "zod";
import { appraisalVerdicts, evidenceDemands, ratingRules, sectionCounts } from "#records";
import { AnchorShape } from "./shapes-review-anchor.ts";
import { reviewIdentifier, reviewLine, reviewReason, reviewText } from "./shapes-review-protocol.ts";
import { recordId } from "./shapes-review-records.ts";

const words = z.string().trim().min(1).max(4_000);
export const WordingShape = z
  .object({ en: words, fr: words, es: words, pt: words })
  .partial()
  .refine((given) => Object.values(given).some((text) => text !== undefined), {
    message: "words in at least one language",
  })
  .meta({ id: "Wording" });
export const TypedQuoteShape = z
  .object({ text: reviewText.min(1), page: z.string().trim().min(1).max(100) })
  .meta({ id: "TypedQuote" });
export const definitionVersion = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$/, "a version such as 1 or 2026.1");
const weight = z.number().min(0).max(1_000);
const value = z.number().min(-1_000).max(1_000);

export const InstrumentShape = z
  .object({
    id: reviewIdentifier,
    version: definitionVersion,
    title: WordingShape,
    note: WordingShape.nullable(),
    source: reviewLine.nullable(),
    scale: z
      .array(z.object({ id: reviewIdentifier, label: WordingShape, value: value.nullable() }))
      .min(2)
      .max(20),
    sections: z
      .array(
        z.object({
          id: reviewIdentifier,
          title: WordingShape,
          weight,
          counts: z.enum(sectionCounts),
          items: z
            .array(
              z.object({
                id: reviewIdentifier,
                text: WordingShape,
                help: WordingShape.nullable(),
                weight,
                quote: z.enum(evidenceDemands),
              }),
            )
            .min(1)
            .max(100),
        }),
      )
      .min(1)
      .max(50),
    rule: z.object({ kind: z.enum(ratingRules), atLeast: value.nullable() }),
    grades: z
      .array(z.object({ id: reviewIdentifier, label: WordingShape, from: value }))
      .min(1)
      .max(20),
  })
  .meta({ id: "Instrument" });

export const AppraisalAnswerShape = z
  .object({
    item: reviewIdentifier,
    rating: reviewIdentifier,
    justification: reviewText,
    quote: AnchorShape.nullable().default(null),
    typed: TypedQuoteShape.nullable().default(null),
  })
  .meta({ id: "AppraisalAnswer" });

export const JudgementShape = z
  .object({ grade: reviewIdentifier, reason: reviewReason })
  .meta({ id: "Judgement" });

const content = {
  record: recordId,
  instrument: reviewIdentifier,
  version: definitionVersion,
  answers: z.array(AppraisalAnswerShape).max(1_000),
  judgement: JudgementShape.nullable().default(null),
};

export const appraisalActShapes = [
  z.object({ kind: z.literal("instrument.defined"), instrument: InstrumentShape }),
  z.object({ kind: z.literal("appraisal.drafted"), ...content }),
  z.object({ kind: z.literal("appraisal.submitted"), ...content }),
  z.object({ kind: z.literal("appraisal.withdrawn"), record: recordId, reason: reviewReason }),
  z.object({ kind: z.literal("appraisal.reconciled"), ...content, reason: reviewReason }),
  z.object({
    kind: z.literal("appraisal.decided"),
    record: recordId,
    verdict: z.enum(appraisalVerdicts),
    reason: reviewReason,
  }),
] as const;
