// Shapes of recommendations, what becomes of them, recurring advice and reminders.

import { z } from "zod";
import { languages } from "#kernel";
import {
  actionStates,
  branches,
  followUpKinds,
  followUpStates,
  passageKinds,
  priorities,
  reportedStates,
  timeFrames,
  verdicts,
} from "#records";
import { LanguageShape, OriginShape, Sha256Shape } from "./shapes-shared.ts";

const sentence = z.string().trim().max(4_000);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day such as 2026-03-31");
const actionId = z.string().regex(/^\d{1,4}$/, "the number of an action");

const kind = <const K extends string, T extends z.ZodRawShape>(name: K, fields: T) =>
  z.object({ kind: z.literal(name), ...fields });
const issuing = [
  kind("issued", {}),
  kind("response-asked", { due: day.nullable(), unit: sentence.max(300).nullable() }),
] as const;
const responding = [
  kind("responded", {
    verdict: z.enum(verdicts),
    reason: sentence.nullable(),
    text: sentence.max(20_000).nullable(),
    passages: z.array(z.string().max(300)).max(100),
  }),
  kind("answered-in-general", {
    text: sentence.max(20_000).nullable(),
    passages: z.array(z.string().max(300)).max(100),
  }),
  kind("action-planned", {
    text: sentence,
    owner: sentence.max(1_000).nullable(),
    ownerAccount: z.string().max(100).nullable(),
    due: day.nullable(),
    printedDue: sentence.max(300).nullable(),
  }),
  kind("due-changed", { due: day.nullable(), reason: sentence }),
  kind("no-longer-applicable", { reason: sentence }),
  kind("cancelled", { reason: sentence }),
  kind("reopened", { reason: sentence }),
  kind("imported-status", {
    system: sentence.max(100),
    original: sentence.max(300),
    state: z.enum(reportedStates).nullable(),
    reason: sentence.nullable(),
  }),
] as const;
const progress = [
  kind("initiated", { note: sentence.nullable() }),
  kind("completed", { note: sentence.nullable() }),
  kind("commented", { text: sentence }),
] as const;
const verifying = [kind("verified", { note: sentence.nullable() })] as const;
const recordedElsewhere = [
  kind("drafted", {}),
  kind("evidence-attached", { source: Sha256Shape, note: sentence.nullable() }),
] as const;

const step = <T extends z.ZodType>(data: T) =>
  z.object({
    action: actionId.nullable().default(null),
    /** The day it took place; today when absent, not known when null. */
    on: day.nullable().optional(),
    data,
  });
const steps = <T extends z.ZodType>(data: T) => z.object({ steps: z.array(step(data)).min(1).max(100) });

export const IssueSteps = steps(z.discriminatedUnion("kind", [...issuing]));
export const ResponseSteps = steps(z.discriminatedUnion("kind", [...responding]));
export const ProgressSteps = steps(z.discriminatedUnion("kind", [...progress]));
export const VerificationSteps = steps(z.discriminatedUnion("kind", [...verifying]));

export const FollowUpDataShape = z.discriminatedUnion("kind", [
  ...issuing,
  ...responding,
  ...progress,
  ...verifying,
  ...recordedElsewhere,
]);

export const FollowUpEventShape = z
  .object({
    number: z.int(),
    action: z.string().nullable(),
    at: z.string(),
    on: z.string().nullable(),
    by: z.string().meta({ description: "Name of the person, or of the operator." }),
    data: FollowUpDataShape,
  })
  .meta({ id: "FollowUpEvent" });

export const ListedRecommendationShape = z
  .object({
    id: z.string(),
    number: z.string().nullable(),
    text: z.string(),
    language: LanguageShape.nullable(),
    priority: z.enum(priorities).nullable(),
    unit: z.string().nullable(),
    evaluation: z.string().nullable(),
    document: Sha256Shape.nullable(),
    passage: z.string().nullable(),
    region: z.string().nullable(),
    countries: z.array(z.string()),
    year: z.int().nullable(),
    themes: z.array(z.string()),
    origin: OriginShape,
    inReading: z.boolean(),
    state: z.enum(followUpStates),
    verdict: z.enum(verdicts).nullable(),
    answeredInGeneral: z.boolean(),
    responseDue: z.string().nullable(),
    actionDue: z.string().nullable(),
    responseOverdue: z.boolean(),
    actionOverdue: z.boolean(),
    actions: z.int(),
    toVerify: z.int(),
  })
  .meta({ id: "ListedRecommendation" });

const QuotedPassage = z.object({
  id: z.string(),
  kind: z.enum(passageKinds),
  source: Sha256Shape,
  label: z.string().nullable(),
  text: z.string(),
  page: z.int().nullable(),
  language: LanguageShape.nullable(),
});

const Reported = z.object({ system: z.string(), original: z.string() });

export const RecommendationShape = z
  .object({
    ...ListedRecommendationShape.shape,
    current: z.boolean(),
    addressees: z.array(z.string()),
    timeFrame: z.enum(timeFrames).nullable(),
    printedTimeFrame: z.string().nullable(),
    resources: z.enum(priorities).nullable(),
    branches: z.array(z.enum(branches)),
    evaluationTitle: z.string().nullable(),
    reportTitle: z.string().nullable(),
    page: z.int().nullable(),
    today: z.string(),
    issuedOn: z.string().nullable(),
    askedOn: z.string().nullable(),
    respondedOn: z.string().nullable(),
    verdictReason: z.string().nullable(),
    responseText: z.string().nullable(),
    grounds: z.array(QuotedPassage).meta({
      description: "Findings and conclusions of the report that the recommendation names as its grounds.",
    }),
    responsePassages: z.array(QuotedPassage),
    reported: Reported.nullable(),
    plannedActions: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        owner: z.string().nullable(),
        ownerName: z.string().nullable(),
        due: z.string().nullable(),
        printedDue: z.string().nullable(),
        overdue: z.boolean(),
        state: z.enum(actionStates),
        reason: z.string().nullable(),
        completedOn: z.string().nullable(),
        reported: Reported.nullable(),
        evidence: z.array(z.object({ source: Sha256Shape, name: z.string(), note: z.string().nullable() })),
        mine: z.boolean(),
      }),
    ),
    history: z.array(FollowUpEventShape),
    next: z.array(
      z.object({
        kind: z.enum(followUpKinds),
        action: z.string().nullable(),
        allowed: z.boolean(),
        why: z.string().nullable().meta({ description: "Why it cannot be done now or not by this person." }),
        code: z.string().nullable(),
      }),
    ),
    advice: z.string().nullable(),
  })
  .meta({ id: "Recommendation" });

const Median = z.object({ median: z.number().nullable(), n: z.int() });
export const FollowUpFigureShape = z
  .object({
    value: z.string().nullable(),
    total: z.int().meta({ description: "All on record, drafts included." }),
    issued: z.int(),
    responded: z.int(),
    accepted: z.int(),
    partiallyAccepted: z.int(),
    rejected: z.int(),
    answeredInGeneral: z.int(),
    withoutAction: z.int(),
    implemented: z.int(),
    verified: z.int(),
    overdueResponse: z.int(),
    overdueAction: z.int(),
    acceptedShare: z.number().nullable().meta({ description: "Of those responded; null below 10." }),
    implementedShare: z
      .number()
      .nullable()
      .meta({ description: "Of those accepted, wholly or partly; null below 10." }),
    responseDays: Median,
    completionDays: Median,
    origins: z.array(OriginShape),
  })
  .meta({ id: "FollowUpFigure" });

export const AdviceGroupShape = z
  .object({
    id: z.string(),
    terms: z.array(z.object({ term: z.string(), weight: z.number() })),
    cohesion: z.number(),
    languages: z.array(LanguageShape),
    size: z.int(),
    evaluations: z.int(),
    firstYear: z.int().nullable(),
    lastYear: z.int().nullable(),
    accepted: z.int(),
    rejected: z.int(),
    unanswered: z.int(),
    implemented: z.int(),
    notDone: z.int().meta({ description: "Accepted and not implemented." }),
    sample: z.string(),
    sampleLanguage: LanguageShape.nullable(),
    origins: z.array(OriginShape),
  })
  .meta({ id: "AdviceGroup" });

export const ResponseProposalShape = z
  .object({
    recommendation: z.string().nullable(),
    number: z.string().nullable(),
    text: z.string(),
    unit: z.string().nullable(),
    basis: z.enum(["id", "number-in-template", "row", "named-in-text", "general"]),
    row: z.int().nullable(),
    steps: z.array(
      z.object({ action: z.string().nullable(), on: z.string().nullable(), data: FollowUpDataShape }),
    ),
    remarks: z.array(z.string()),
  })
  .meta({ id: "ResponseProposal" });

export const OutboxShape = z.object({
  recipient: z.string(),
  day: z.string(),
  state: z.enum(["waiting", "sending", "sent", "failed", "unknown"]),
  attempts: z.int(),
  error: z.string().nullable(),
});

export const ReminderWish = z.object({ language: z.enum(languages), wanted: z.boolean() });
