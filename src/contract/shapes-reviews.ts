// Shapes of reviews: the act, its event, and a review as a whole.

import { z } from "zod";
import { memberTaskKinds, reviewParts, screeningStages } from "#records";
import { appraisalActShapes } from "./shapes-review-appraisal.ts";
import { codingActShapes } from "./shapes-review-coding.ts";
import { extractionActShapes } from "./shapes-review-extraction.ts";
import { memberActShapes, ProtocolShape, protocolActShapes } from "./shapes-review-protocol.ts";
import { recordsActShapes } from "./shapes-review-records.ts";
import { reportActShapes } from "./shapes-review-report.ts";
import { screeningActShapes } from "./shapes-review-screening.ts";
import { synthesisActShapes } from "./shapes-review-synthesis.ts";
import { LanguageShape, OriginShape, ProblemShape } from "./shapes-shared.ts";

/** Everything that can be done in a review. */
export const ReviewActShape = z.discriminatedUnion("kind", [
  ...memberActShapes,
  ...protocolActShapes,
  ...recordsActShapes,
  ...screeningActShapes,
  ...codingActShapes,
  ...appraisalActShapes,
  ...extractionActShapes,
  ...synthesisActShapes,
  ...reportActShapes,
]);

export const ReviewEventShape = z
  .object({
    number: z.int().min(1),
    key: z.string().max(100),
    at: z.string(),
    by: z.string(),
    via: z.string().nullable(),
    act: ReviewActShape,
  })
  .meta({ id: "ReviewEvent" });

/** An act as it is sent; the key makes sending it twice harmless. */
export const SentAct = z.object({ key: z.string().min(8).max(100), act: ReviewActShape });

export const ActsOutcome = z.object({
  recorded: z.array(z.object({ key: z.string(), number: z.int() })),
  /** Acts that do not fit what is recorded by now, each with its reasons; the others stand. */
  refused: z.array(z.object({ key: z.string(), problems: z.array(ProblemShape) })),
  last: z.int(),
});

const part = z.enum(reviewParts);

export const ReviewHeadShape = z
  .object({
    id: z.string(),
    title: z.string(),
    language: LanguageShape,
    origin: OriginShape,
    createdAt: z.string(),
    publishedAt: z.string().nullable(),
    /** Parts of whoever asks; empty for readers. */
    parts: z.array(part),
  })
  .meta({ id: "ReviewHead" });

export const ProtocolVersionShape = z.object({
  version: z.int(),
  at: z.string(),
  by: z.string().meta({ description: "Name of the member." }),
  reason: z.string().nullable(),
  /** Acts done while it stood, by kind. */
  acts: z.record(z.string(), z.int()),
});

export const ReviewShape = z
  .object({
    ...ReviewHeadShape.shape,
    last: z.int(),
    /** The account of whoever asks, where it is a member. */
    me: z.string().nullable(),
    members: z.array(
      z.object({
        account: z.string(),
        name: z.string(),
        parts: z.array(part),
        removed: z.object({ at: z.string(), reason: z.string() }).nullable(),
      }),
    ),
    protocol: ProtocolShape.nullable(),
    versions: z.array(ProtocolVersionShape),
    counts: z.object({ searches: z.int(), records: z.int(), duplicates: z.int() }),
  })
  .meta({ id: "Review" });

const partProgress = { reports: z.int(), done: z.int(), toReconcile: z.int() };

export const MemberTaskShape = z
  .object({
    kind: z.enum(memberTaskKinds),
    stage: z.enum(screeningStages).nullable(),
    count: z.int().nullable().meta({ description: "Records or reports; null where it is one thing to do." }),
  })
  .meta({ id: "ReviewTask" });

export const ReviewProgressShape = z
  .object({
    /** Stages that are used. What is decided blind and not settled counts as waiting. */
    screening: z.array(
      z.object({
        stage: z.enum(screeningStages),
        records: z.int(),
        included: z.int(),
        excluded: z.int(),
        waiting: z.int(),
        conflicts: z.int(),
        notRetrieved: z.int(),
        unread: z.int(),
      }),
    ),
    appraisal: z.object({ ...partProgress, excluded: z.int() }).nullable(),
    extraction: z.object(partProgress).nullable(),
    coding: z.object({ reports: z.int(), done: z.int(), begun: z.int() }).nullable(),
    codings: z.int(),
    codes: z.int(),
    selected: z.int(),
    themes: z.int(),
    findings: z.int(),
    edition: z.object({ edition: z.int(), at: z.string() }).nullable(),
  })
  .meta({ id: "ReviewProgress" });
