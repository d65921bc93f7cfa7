// Releases: reading them and their figures, what differs between two, and the acts of their life.

import { z } from "zod";
import { languages } from "#kernel";
import { changeKinds, findingRules, releaseStates, withdrawnFigures } from "#records";
import { route } from "./route.ts";
import { count, downloadFormat, Id, list } from "./route-inputs.ts";
import {
  ObservationShape,
  ReleaseChangesShape,
  ReleaseChecksShape,
  ReleaseContentsShape,
  ReleaseHistoryShape,
  ReleaseShape,
  SourceFileShape,
} from "./shapes.ts";

const Series = z.object({ series: z.string().min(1).max(100) });
const day = z.iso.date().meta({ description: "As it was at the end of this day (UTC)." });
const moment = z.iso
  .datetime({ offset: true })
  .or(z.iso.date())
  .meta({ description: "Only what changed after it; a day or a moment." });
const reason = z.string().trim().min(3).max(2_000);
const notes = z.string().trim().max(10_000);

const changeFilter = {
  from: z
    .string()
    .min(1)
    .max(300)
    .meta({ description: "The earlier release, of any version of the series." }),
  kind: list(z.enum(changeKinds)),
  indicator: list(z.string()),
  area: list(z.string()),
};

/** Nobody takes a withdrawn figure by mistake: a program that goes on asking is told, and who wants it says so. */
const withdrawn = z.literal("shown").optional().meta({
  description: "Figures of a withdrawn release too, where they are kept for the record.",
});

export const releasesRoutes = {
  listObservations: route({
    operationId: "listObservations",
    method: "GET",
    path: "/api/observations",
    summary: "Observations of one release, or of them only what changed since a moment",
    action: "observation.read",
    query: z.object({
      release: z.string(),
      indicator: list(z.string()),
      area: list(z.string()),
      from: z.coerce.number().int().optional(),
      to: z.coerce.number().int().optional(),
      sex: list(z.string()),
      updatedAfter: moment.optional(),
      withdrawn,
      limit: count(100_000, 1_000),
      offset: count(100_000_000, 0),
    }),
    reply: z.object({
      release: ReleaseShape,
      observations: z.array(ObservationShape),
      since: z.string().nullable().optional().meta({
        description:
          "With `updatedAfter`: the release that stood then, against which the changes are; null when none did. What was withdrawn since stands in the changes between the two.",
      }),
    }),
  }),
  listReleases: route({
    operationId: "listReleases",
    method: "GET",
    path: "/api/releases",
    summary: "Releases, newest first: now, or as they were on a past day",
    action: "release.read",
    query: z.object({
      series: z.string().max(100).optional(),
      state: list(z.enum(releaseStates)),
      asOf: day.optional(),
      updatedAfter: moment.optional(),
    }),
    reply: z.array(ReleaseShape),
  }),
  release: route({
    operationId: "release",
    method: "GET",
    path: "/api/releases/:id",
    summary: "One release and what is in it",
    action: "release.read",
    params: Id,
    reply: z.object({
      release: ReleaseShape,
      contents: ReleaseContentsShape,
      sources: z.array(SourceFileShape),
      history: ReleaseHistoryShape,
      versions: z
        .array(z.object({ id: z.string(), version: z.int(), state: z.enum(releaseStates), at: z.string() }))
        .meta({ description: "All versions of the series, newest first." }),
      latest: z.string().nullable().meta({ description: "The newest published version of the series." }),
    }),
  }),
  releaseChecks: route({
    operationId: "releaseChecks",
    method: "GET",
    path: "/api/releases/:id/checks",
    summary: "What the last check of a release found, how it was answered, and the check under way",
    action: "release.read",
    params: Id,
    reply: ReleaseChecksShape,
  }),
  releaseChanges: route({
    operationId: "releaseChanges",
    method: "GET",
    path: "/api/releases/:id/changes",
    summary: "What differs between an earlier release of the series and this one",
    action: "observation.read",
    params: Id,
    query: z.object({ ...changeFilter, limit: count(1_000, 100), offset: count(100_000_000, 0) }),
    reply: ReleaseChangesShape,
  }),
  downloadReleaseChanges: route({
    operationId: "downloadReleaseChanges",
    method: "GET",
    path: "/api/releases/:id/changes/download",
    summary: "All that differs between an earlier release of the series and this one, as CSV",
    action: "release.download",
    params: Id,
    query: z.object({
      ...changeFilter,
      format: z
        .enum(["csv", "csv-zip"])
        .default("csv")
        .meta({ description: "csv: the bare file, for programs; csv-zip: with its README." }),
      language: z.enum(languages).default("en"),
    }),
    reply: "file",
  }),
  downloadRelease: route({
    operationId: "downloadRelease",
    method: "GET",
    path: "/api/releases/:id/download",
    summary: "A release as CSV, XLSX or JSON with its README",
    action: "release.download",
    params: Id,
    query: z.object({
      format: downloadFormat,
      language: z.enum(languages).default("en"),
      indicator: list(z.string()),
      area: list(z.string()),
      from: z.coerce.number().int().optional(),
      to: z.coerce.number().int().optional(),
      withdrawn,
    }),
    reply: "file",
  }),
  listSeriesReleases: route({
    operationId: "listSeriesReleases",
    method: "GET",
    path: "/api/series/:series",
    summary: "The releases of one series, newest first: now, or as they were on a past day",
    action: "release.read",
    params: Series,
    query: z.object({ asOf: day.optional() }),
    reply: z.object({
      series: z.string(),
      latest: z.string().nullable(),
      releases: z.array(ReleaseShape),
    }),
  }),
  latestRelease: route({
    operationId: "latestRelease",
    method: "GET",
    path: "/api/series/:series/latest",
    summary: "Leads to the newest published release of a series, or to its download",
    action: "release.read",
    params: Series,
    query: z.object({ format: downloadFormat.optional(), asOf: day.optional() }),
    reply: "file",
  }),
  listWaitingReleases: route({
    operationId: "listWaitingReleases",
    method: "GET",
    path: "/api/waiting-releases",
    summary: "Releases that wait for somebody: to be checked, answered, published; embargoes that end",
    action: "release.prepare",
    reply: z.array(
      z.object({
        release: ReleaseShape,
        waits: z.enum(["check", "answer", "publish", "embargo"]),
        open: z.int().nullable(),
        checkedAt: z.string().nullable(),
      }),
    ),
  }),
  checkRelease: route({
    operationId: "checkRelease",
    method: "POST",
    path: "/api/releases/:id/check",
    summary:
      "Check a release: range, jumps, coverage, units, definitions, duplicates, dissolved areas, projections. A long check goes on by itself; the answer says how far it is",
    action: "release.prepare",
    params: Id,
    reply: ReleaseChecksShape,
  }),
  stopReleaseCheck: route({
    operationId: "stopReleaseCheck",
    method: "DELETE",
    path: "/api/releases/:id/check",
    summary: "Stop a check that is queued or under way; nothing of it is kept",
    action: "release.prepare",
    params: Id,
    reply: ReleaseChecksShape,
  }),
  answerFinding: route({
    operationId: "answerFinding",
    method: "POST",
    path: "/api/releases/:id/answers",
    summary: "Justify a finding, all of a rule in one indicator, or all of a rule",
    action: "release.prepare",
    params: Id,
    body: z.object({
      rule: z.enum(findingRules),
      indicator: z.string().max(300).nullable().default(null),
      finding: z.string().max(2_000).nullable().default(null),
      note: reason,
    }),
    reply: ReleaseChecksShape,
  }),
  publishRelease: route({
    operationId: "publishRelease",
    method: "POST",
    path: "/api/releases/:id/publish",
    summary: "Publish a draft now, or under an embargo at a stated time",
    action: "release.publish",
    params: Id,
    body: z.object({
      at: z.iso.datetime({ offset: true }).nullable().default(null),
      notes: notes.nullable().default(null),
    }),
    reply: ReleaseShape,
  }),
  holdRelease: route({
    operationId: "holdRelease",
    method: "POST",
    path: "/api/releases/:id/hold",
    summary: "Take an embargo back before it ends: the release is a draft again",
    action: "release.publish",
    params: Id,
    body: z.object({ reason }),
    reply: ReleaseShape,
  }),
  discardRelease: route({
    operationId: "discardRelease",
    method: "POST",
    path: "/api/releases/:id/discard",
    summary: "Give up a draft; its number is not used again",
    action: "release.publish",
    params: Id,
    body: z.object({ reason }),
    reply: ReleaseShape,
  }),
  withdrawRelease: route({
    operationId: "withdrawRelease",
    method: "POST",
    path: "/api/releases/:id/withdraw",
    summary:
      "Withdraw a published release: its address says why; its figures are kept for the record or closed",
    action: "release.withdraw",
    params: Id,
    body: z.object({
      reason,
      replacedBy: z.string().max(300).nullable().default(null),
      figures: z.enum(withdrawnFigures).default("kept").meta({
        description:
          "`kept`: who asks with `withdrawn=shown` still gets them, marked; `closed`: nobody does, for figures that must not be seen (confidential, without licence).",
      }),
    }),
    reply: ReleaseShape,
  }),
} as const;
