// Shapes of themes, findings, certainty and maps.

import { z } from "zod";
import {
  attributions,
  branches,
  certainties,
  certaintyComponents,
  concerns,
  evaluationRegions,
  findingKinds,
  findingNatures,
  findingSides,
  themeKinds,
} from "#records";
import { AnchorShape } from "./shapes-review-anchor.ts";
import { reviewIdentifier, reviewLine, reviewReason, reviewText } from "./shapes-review-protocol.ts";
import { recordId } from "./shapes-review-records.ts";
import { freeNameSays, isFreeName } from "./shapes-shared.ts";

/** Made by the page; the readable names are titles. */
const key = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,60}$/, "letters, digits, hyphens and underscores")
  .refine(isFreeName, freeNameSays);
const group = z.array(z.string().trim().min(1).max(300)).max(50);
const position = z.int().min(0).max(10_000);

export const ThemeTextShape = z.object({ kind: z.enum(themeKinds), title: reviewLine, text: reviewText });

export const SupportShape = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("coding"), id: z.string().max(100) }),
    z.object({ kind: z.literal("row"), record: recordId, row: z.string().max(100) }),
    z.object({ kind: z.literal("passage"), anchor: AnchorShape }),
  ])
  .meta({ id: "Support" });
const supports = z.array(SupportShape).max(500);

export const FindingTextShape = z
  .object({
    question: reviewIdentifier.nullable(),
    kind: z.enum(findingKinds),
    text: z
      .object({ en: reviewText, fr: reviewText, es: reviewText, pt: reviewText })
      .partial()
      .refine((text) => Object.values(text).some((one) => one), "a sentence in one language at least"),
    themes: z.array(key).max(100),
    supports,
    deviant: supports,
    side: z.enum(findingSides).nullable(),
    targetGroups: group,
    beneficiaries: group,
    branches: z.array(z.enum(branches)).max(9),
    regions: z.array(z.enum(evaluationRegions)).max(6),
    nature: z.enum(findingNatures).nullable(),
    attribution: z.enum(attributions).nullable(),
    authorsView: z.boolean(),
  })
  .meta({ id: "FindingText" });

const component = z.object({ concern: z.enum(concerns), explanation: reviewText });
export const CertaintyJudgementShape = z
  .object({
    components: z.object(
      Object.fromEntries(certaintyComponents.map((name) => [name, component])) as {
        readonly [C in (typeof certaintyComponents)[number]]: typeof component;
      },
    ),
    overall: z.enum(certainties),
    explanation: reviewText.min(1),
  })
  .meta({ id: "CertaintyJudgement" });

export const synthesisActShapes = [
  z.object({
    kind: z.literal("theme.defined"),
    id: key,
    parent: key.nullable(),
    theme: ThemeTextShape,
  }),
  z.object({ kind: z.literal("theme.changed"), id: key, theme: ThemeTextShape }),
  z.object({ kind: z.literal("theme.moved"), id: key, parent: key.nullable(), position }),
  z.object({
    kind: z.literal("theme.filled"),
    id: key,
    codes: z.array(z.string().max(100)).max(500),
    codings: z.array(z.string().max(100)).max(2_000),
  }),
  z.object({ kind: z.literal("theme.removed"), id: key }),
  z.object({ kind: z.literal("finding.written"), id: key, finding: FindingTextShape }),
  z.object({ kind: z.literal("finding.moved"), id: key, position }),
  z.object({ kind: z.literal("finding.removed"), id: key, reason: reviewReason }),
  z.object({ kind: z.literal("certainty.judged"), finding: key, judgement: CertaintyJudgementShape }),
  z.object({
    kind: z.literal("map.defined"),
    id: key,
    title: reviewLine,
    rows: reviewIdentifier,
    columns: reviewIdentifier,
  }),
  z.object({ kind: z.literal("map.removed"), id: key }),
  z.object({
    kind: z.literal("search.left-out"),
    field: reviewIdentifier,
    values: z.array(z.string().trim().min(1).max(300)).max(300),
    reason: reviewReason,
  }),
] as const;
