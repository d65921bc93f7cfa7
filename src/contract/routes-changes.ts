// What changes something: imports, index runs, verification and batch commands.

import { z } from "zod";
import { route } from "./route.ts";
import { ImportOutcome, IndexRunSummaryShape, OriginShape } from "./shapes.ts";

/** Repeated, never split at commas: names of areas hold them. */
/** Names may hold commas, so that several of them are told by repeating the key or by lines. */
const severalTexts = z.preprocess(
  (value) =>
    value === undefined
      ? value
      : [value].flat().flatMap((text: unknown) => (typeof text === "string" ? text.split("\n") : [text])),
  z.array(z.string().max(200)).max(300).optional(),
);

export const changesRoutes = {
  importReport: route({
    operationId: "importReport",
    method: "POST",
    path: "/api/imports/evaluation-report",
    summary: "Read a report into passages and keep it",
    action: "document.import",
    query: z.object({
      name: z.string().min(1).max(300),
      evaluation: z.string().max(300).optional(),
      origin: OriginShape.default("real"),
    }),
    body: "upload",
    reply: ImportOutcome,
  }),
  importEvaluations: route({
    operationId: "importEvaluations",
    method: "POST",
    path: "/api/imports/evaluations",
    summary: "Import a registry of evaluations: an inventory in a report, a table, references",
    action: "evaluation.import",
    query: z.object({
      name: z.string().min(1).max(300),
      origin: OriginShape.default("real"),
      /** For a foreign table: `proposed`, the name of a saved mapping, or its JSON. */
      mapping: z.string().max(200_000).optional(),
      /** What the source is called; its short form begins identifiers. */
      source: z.string().max(200).optional(),
    }),
    body: "upload",
    reply: ImportOutcome,
  }),
  importObservations: route({
    operationId: "importObservations",
    method: "POST",
    path: "/api/imports/observations",
    summary: "Import observations from CSV or SDMX-CSV into a new release",
    action: "release.create",
    query: z.object({
      name: z.string().min(1).max(300),
      series: z.string().regex(/^[a-z0-9][a-z0-9-]{1,60}$/),
      title: z.string().max(300).optional(),
      indicator: z.string().max(200).optional(),
      agency: z.string().max(200).optional(),
      unit: z.string().max(40).optional(),
      licence: z.string().max(300).optional(),
      origin: OriginShape.default("real"),
      leaveOut: severalTexts.meta({
        description:
          "Areas whose rows are left out, as the file spells them: groups of countries, for example; repeated, or one a line. An empty text stands for rows without an area.",
      }),
      draft: z.enum(["true", "false"]).optional().meta({
        description: "Keep it as a draft, to be checked and published, and do not publish it at once.",
      }),
    }),
    body: "upload",
    reply: ImportOutcome,
  }),
  importRatifications: route({
    operationId: "importRatifications",
    method: "POST",
    path: "/api/imports/ratifications",
    summary: "Import ratifications from a table",
    action: "standard.import",
    query: z.object({ name: z.string().min(1).max(300), list: z.string().min(1).max(200).optional() }),
    body: "upload",
    reply: ImportOutcome,
  }),
  createRun: route({
    operationId: "createRun",
    method: "POST",
    path: "/api/runs",
    summary: "Run an index over a release and freeze the result",
    action: "index.run",
    body: z.object({
      definitionId: z.string().optional(),
      definitionVersion: z.string().optional(),
      definition: z.unknown().optional(),
      release: z.string(),
      classifications: z.array(z.string()).max(10).optional().meta({
        description: "Where holes are filled by group: which groups; the newest of each otherwise.",
      }),
    }),
    reply: IndexRunSummaryShape,
  }),
  verify: route({
    operationId: "verify",
    method: "POST",
    path: "/api/verify",
    summary: "Recompute derived numbers and hashes and compare",
    action: "store.verify",
    body: z.object({ id: z.string().max(600).optional() }),
    reply: z.object({
      checked: z.int(),
      differences: z.array(z.object({ id: z.string(), stored: z.unknown(), recomputed: z.unknown() })),
    }),
  }),
  command: route({
    operationId: "command",
    method: "POST",
    path: "/api/commands/:name",
    summary: "Work sent by bin/socle on this machine, with the token of the data folder",
    action: "command.run",
    params: z.object({ name: z.string() }),
    body: z.record(z.string(), z.unknown()),
    reply: "lines",
  }),
} as const;
