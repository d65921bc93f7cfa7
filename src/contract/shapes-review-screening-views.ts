// Shapes in which the screening of a review is shown.

import { z } from "zod";
import { screeningVerdicts, sharingWays, shownOrders } from "#records";
import { ProtocolShape } from "./shapes-review-protocol.ts";
import { ListedRecordShape } from "./shapes-review-records.ts";
import { ShownAsShape, StopStateShape, screeningStage } from "./shapes-review-screening.ts";

export const screeningStatuses = [
  "waiting",
  "conflict",
  "possible",
  "included",
  "excluded",
  "not-retrieved",
  "unread",
] as const;
const verdict = z.enum(screeningVerdicts);
const status = z.enum(screeningStatuses);

export const ScreeningCountsShape = z
  .object({
    records: z.int(),
    waiting: z.int(),
    begun: z.int(),
    conflict: z.int(),
    possible: z.int(),
    included: z.int(),
    excluded: z.int(),
    "not-retrieved": z.int(),
    unread: z.int(),
  })
  .meta({ id: "ScreeningCounts" });

export const ScreeningStopShape = z
  .object({
    event: z.int(),
    at: z.string(),
    by: z.string(),
    rule: z.string(),
    parameters: z.record(z.string(), z.union([z.number(), z.string()])),
    saw: StopStateShape,
    resumed: z.object({ at: z.string(), reason: z.string() }).nullable(),
  })
  .meta({ id: "ScreeningStop" });

export const ScreeningStageShape = z
  .object({
    stage: screeningStage,
    used: z.boolean(),
    /** Why it was skipped or taken up after the protocol. */
    reason: z.string().nullable(),
    reviewers: z.int(),
    blind: z.boolean(),
    counts: ScreeningCountsShape,
    stop: ScreeningStopShape.nullable(),
    mine: z.object({ decided: z.int(), waiting: z.int(), postponed: z.int() }).nullable(),
  })
  .meta({ id: "ScreeningStageView" });

/** Which order was asked for, which is given, and why it is another. */
export const ScreeningOrderShape = z
  .object({
    asked: z.enum(shownOrders),
    given: z.enum(shownOrders),
    why: z.enum(["small", "no-labels", "preparing", "failed"]).nullable(),
    /** Fewer records than this are read as listed. */
    least: z.int(),
    model: z.string().nullable(),
    records: z.int(),
    labels: z.object({ relevant: z.int(), irrelevant: z.int() }),
  })
  .meta({ id: "ScreeningOrder" });

export const OwnDecisionShape = z.object({
  event: z.int(),
  at: z.string(),
  verdict,
  criterion: z.string().nullable(),
  reason: z.string().nullable(),
  protocol: z.int(),
});

export const QueuedRecordShape = z
  .object({
    record: ListedRecordShape,
    shown: ShownAsShape,
    postponed: z.boolean(),
    duplicates: z.int(),
  })
  .meta({ id: "QueuedRecord" });

export const ScreeningHistoryShape = z
  .object({
    event: z.int(),
    at: z.string(),
    by: z.string().meta({ description: "Name of the member." }),
    own: z.boolean(),
    kind: z.enum(["decision", "adjudication", "note", "postponement", "not-retrieved"]),
    record: z.string(),
    stage: screeningStage.nullable(),
    verdict: verdict.nullable(),
    criterion: z.string().nullable(),
    text: z.string().nullable(),
    protocol: z.int().nullable(),
    withdrawn: z.boolean(),
  })
  .meta({ id: "ScreeningHistory" });

export const ScreenedRecordShape = z
  .object({
    record: ListedRecordShape,
    stage: screeningStage.nullable(),
    status,
    criterion: z.string().nullable(),
    /** Of whoever asks; null where none stands. */
    own: OwnDecisionShape.nullable(),
    history: z.array(ScreeningHistoryShape),
    /** Acts that may not be seen yet. */
    hidden: z.int(),
    duplicates: z.array(z.object({ id: z.string(), title: z.string() })),
    /** Reports of the same project. */
    linked: z.array(z.object({ id: z.string(), title: z.string(), role: z.string() })),
  })
  .meta({ id: "ScreenedRecord" });

export const ConflictShape = z
  .object({
    record: ListedRecordShape,
    status,
    voices: z.array(
      z.object({
        by: z.string(),
        verdict,
        criterion: z.string().nullable(),
        reason: z.string().nullable(),
        protocol: z.int(),
        at: z.string(),
        own: z.boolean(),
        left: z.boolean(),
      }),
    ),
  })
  .meta({ id: "ScreeningConflict" });

export const AgreementFigureShape = z
  .object({
    value: z.number().nullable(),
    reason: z.string().nullable(),
    units: z.int(),
    pairs: z.number(),
    lower: z.number().nullable(),
    upper: z.number().nullable(),
    level: z.number(),
  })
  .meta({ id: "AgreementFigure" });

export const ScreeningMemberShape = z.object({
  account: z.string(),
  name: z.string(),
  decided: z.int(),
  waiting: z.int(),
  postponed: z.int(),
  left: z.boolean(),
});

export const SharingShape = z.object({
  members: z.array(z.string()),
  how: z.enum(sharingWays),
});

export const EarlierDecisionShape = z.object({
  event: z.int(),
  record: z.string(),
  by: z.string(),
  own: z.boolean(),
  protocol: z.int(),
  criterionChanged: z.boolean(),
});

/** A stopping rule on the log as it stands. */
export const StoppingEstimateShape = z
  .object({
    rule: z.string(),
    /** Whether the protocol names this rule. */
    chosen: z.boolean(),
    targetRecall: z.number(),
    confidence: z.number(),
    records: z.int(),
    read: z.int(),
    found: z.int(),
    stop: z.boolean(),
    /** Records read or put off that are not settled; a rule that promises something waits for them. */
    open: z.int(),
    /** Where the next record is to come from; null after a stop. */
    next: z.enum(["ranked", "random"]).nullable(),
    /** What the rule compares with 1 − confidence; null where it has no such figure. */
    probability: z.number().nullable(),
    recall: z.object({
      estimate: z.number().nullable(),
      lower: z.number().nullable(),
      upper: z.number().nullable(),
    }),
    /** The price: records still to be read under the rule if no more relevant ones come. */
    left: z.int(),
    guarantee: z.enum(["any-order", "none"]),
  })
  .meta({ id: "StoppingEstimate" });

export const ScreeningCriteriaShape = ProtocolShape.shape.criteria;
