// Shapes of releases: what they are, what was done with them, what a check found, what differs between two.

import { z } from "zod";
import { missingReasons } from "#kernel";
import {
  changeKinds,
  checkWorkStates,
  findingRules,
  releaseKinds,
  releaseStates,
  withdrawnFigures,
} from "#records";
import { CitationShape, OriginShape, ProblemShape, RecipeShape, Sha256Shape } from "./shapes-shared.ts";

export const ReleaseShape = z
  .object({
    id: z.string(),
    series: z.string(),
    version: z.int(),
    kind: z.enum(releaseKinds),
    title: z.string(),
    origin: OriginShape,
    citation: CitationShape,
    licence: z.string(),
    caveats: z.array(z.string()),
    rows: z.int(),
    checksum: Sha256Shape,
    sources: z.array(Sha256Shape),
    recipe: RecipeShape.nullable(),
    changes: z.object({ added: z.int(), changed: z.int(), withdrawn: z.int() }).nullable(),
    createdAt: z.string(),
    state: z.enum(releaseStates).meta({ description: "What it is now, or was on the day asked for." }),
    stateSince: z.string(),
    publishedAt: z.string().nullable(),
    embargoUntil: z.string().nullable(),
    notes: z.string().nullable(),
    withdrawal: z
      .object({
        at: z.string(),
        reason: z.string(),
        replacedBy: z.string().nullable(),
        figures: z.enum(withdrawnFigures).meta({
          description:
            "Whether its figures can still be had for the record (`withdrawn=shown`) or are closed.",
        }),
      })
      .nullable()
      .meta({ description: "Since when its figures are no longer shown, why, and what replaces it." }),
  })
  .meta({ id: "Release" });

export const ReleaseContentsShape = z.array(
  z.object({
    indicator: z.string(),
    unit: z.string().nullable(),
    from: z.string(),
    to: z.string(),
    areas: z.int(),
    values: z.int(),
    missing: z.int(),
  }),
);

export const ReleaseHistoryShape = z.array(
  z.object({
    kind: z.enum([
      "drafted",
      "checked",
      "answered",
      "embargoed",
      "held",
      "published",
      "withdrawn",
      "discarded",
    ]),
    at: z.string(),
    by: z.string().nullable().meta({ description: "Shown to those who prepare releases." }),
    text: z.string().nullable().meta({ description: "Notes, reason, answer, or the end of an embargo." }),
    count: z.int().nullable().meta({ description: "Findings of a check." }),
  }),
);

export const FindingShape = z
  .object({
    id: z.string(),
    rule: z.enum(findingRules),
    indicator: z.string(),
    area: z.string().nullable(),
    period: z.string().nullable(),
    source: z.string().nullable(),
    sex: z.string().nullable(),
    breakdowns: z.record(z.string(), z.string()),
    values: z.record(z.string(), z.union([z.number(), z.string()]).nullable()),
  })
  .meta({ id: "ReleaseFinding" });

export const ReleaseCheckShape = z
  .object({
    at: z.string(),
    against: z.string().nullable().meta({ description: "The version it was compared with." }),
    open: z.int().meta({ description: "Findings without an answer." }),
    groups: z.array(
      z.object({ rule: z.enum(findingRules), indicator: z.string(), count: z.int(), open: z.int() }),
    ),
    findings: z.array(FindingShape).meta({ description: "The first of each rule; `groups` count all." }),
    answers: z.array(
      z.object({
        rule: z.enum(findingRules),
        indicator: z.string().nullable(),
        finding: z.string().nullable(),
        note: z.string(),
        at: z.string(),
        by: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "ReleaseCheck" });

export const ReleaseChecksShape = z
  .object({
    check: ReleaseCheckShape.nullable(),
    work: z
      .object({
        state: z.enum(checkWorkStates),
        askedAt: z.string(),
        askedBy: z.string(),
        done: z.int(),
        total: z.int().nullable().meta({ description: "Rows to look at, once known." }),
        problems: z.array(ProblemShape),
      })
      .nullable()
      .meta({
        description:
          "A check that is queued, under way, stopped or failed, to those who may ask for one; null when there is none.",
      }),
  })
  .meta({ id: "ReleaseChecks" });

const Side = z.object({
  value: z.number().nullable(),
  missing: z.enum(missingReasons).nullable(),
  unit: z.string().nullable(),
  status: z.string().nullable(),
  note: z.string().nullable(),
});
const Counts = { added: z.int(), changed: z.int(), withdrawn: z.int(), note: z.int() };

export const ReleaseChangesShape = z
  .object({
    from: z.string(),
    to: z.string(),
    total: z.object(Counts),
    respects: z.object({
      value: z.int(),
      missing: z.int(),
      unit: z.int(),
      status: z.int(),
      note: z.int(),
    }),
    indicators: z.array(z.object({ id: z.string(), ...Counts })),
    areas: z.array(z.object({ id: z.string(), ...Counts })),
    rows: z.array(
      z.object({
        kind: z.enum(changeKinds),
        indicator: z.string(),
        area: z.string(),
        period: z.string(),
        source: z.string(),
        sex: z.string(),
        breakdowns: z.record(z.string(), z.string()),
        before: Side.nullable(),
        now: Side.nullable(),
        percent: z.number().nullable().meta({ description: "Of the old value, where both are of one unit." }),
      }),
    ),
  })
  .meta({ id: "ReleaseChanges" });
