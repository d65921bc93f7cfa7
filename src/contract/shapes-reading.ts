// Shapes of reading jobs and of corrections.

import { z } from "zod";
import { correctionActs, passageDecisions, passageKinds, readingFileStates } from "#records";
import { PassageShape } from "./shapes-evidence.ts";
import { OriginShape, ProblemShape, Sha256Shape, SpanShape } from "./shapes-shared.ts";
import { factFields } from "./word-lists.ts";

export const DecidedPassageShape = PassageShape.extend({
  version: z.int(),
  decision: z.enum(passageDecisions),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  /** The text its spans count in; another than the document's means that its words have to be looked for. */
  textVersion: z.int(),
}).meta({ id: "DecidedPassage" });

const PassageMarkShape = z.object({
  id: z.string(),
  version: z.int(),
  kind: z.enum(passageKinds),
  label: z.string().nullable(),
  spans: z.array(SpanShape),
  decision: z.enum(passageDecisions),
});

const AtWorkShape = z.array(z.object({ name: z.string(), at: z.string() }));

export const CorrectionsShape = z
  .object({
    textVersion: z.int(),
    passages: z.array(DecidedPassageShape),
    rejected: z.array(DecidedPassageShape),
    /** The last hundred acts, newest first. */
    history: z.array(
      z.object({
        number: z.int(),
        act: z.enum(correctionActs),
        before: z.array(PassageMarkShape),
        after: z.array(PassageMarkShape),
        undoes: z.int().nullable(),
        undoneBy: z.int().nullable(),
        by: z.string(),
        at: z.string(),
        comment: z.string().nullable(),
      }),
    ),
    /** Who corrected this document within the last half hour. */
    atWork: AtWorkShape,
  })
  .meta({ id: "Corrections" });

export const CorrectionQueueShape = z.object({
  total: z.int(),
  documents: z.array(
    z.object({
      source: Sha256Shape,
      title: z.string(),
      name: z.string(),
      language: z.string().nullable(),
      pages: z.int().nullable(),
      origin: OriginShape,
      unsure: z.int(),
      proposals: z.int(),
      decided: z.int(),
      rejected: z.int(),
      toCheck: z.int(),
      atWork: AtWorkShape,
    }),
  ),
});

const Seen = z
  .array(z.object({ id: z.string().max(300), version: z.int().min(1) }))
  .min(1)
  .max(5_000);
const Spans = z.array(SpanShape).min(1).max(200);
const common = {
  /** The text the caller saw. */
  textVersion: z.int().min(1),
  comment: z.string().max(2_000).optional(),
};
const one = <Act extends string, More extends z.ZodRawShape>(act: Act, more: More) =>
  z.object({ act: z.literal(act), ...common, ...more });

/** One act on passages, with the versions of them that the caller saw. */
export const CorrectionInput = z.discriminatedUnion("act", [
  one("accept", { passages: Seen }),
  one("reject", { passages: Seen }),
  one("change-kind", { passages: Seen, kind: z.enum(passageKinds) }),
  one("change-span", { passages: Seen.max(1), spans: Spans }),
  one("split", { passages: Seen.max(1), at: z.int().min(1) }),
  one("join", { passages: Seen.min(2).max(50) }),
  one("add", { spans: Spans, kind: z.enum(passageKinds), label: z.string().max(40).optional() }),
  one("restore", { passages: Seen }),
  one("undo", { number: z.int().min(1) }),
]);

const FactShape = z.object({
  value: z.string(),
  printed: z.string(),
  spans: z.array(SpanShape),
  page: z.int().nullable(),
  confidence: z.number(),
  reason: z.string(),
});

export const ReportFactsShape = z
  .object({
    fields: z.array(FactShape.extend({ field: z.enum(factFields), others: z.array(FactShape) })),
    /** Records that may be the evaluation this report is on. */
    matches: z.array(z.object({ id: z.string(), title: z.string(), why: z.enum(["symbol", "title"]) })),
    /** Records it is tied to. */
    evaluations: z.array(z.string()),
  })
  .meta({ id: "ReportFacts" });

export const ReadingJobShape = z
  .object({
    id: z.string(),
    kind: z.enum(["import", "reread"]),
    /** `finished` has nothing left to read and has got no new file for a while; more may still come. */
    state: z.enum(["running", "finished", "stopped", "closed"]),
    origin: OriginShape,
    evaluation: z.string().nullable(),
    createdAt: z.string(),
    createdBy: z.string(),
    counts: z.object({
      queued: z.int(),
      reading: z.int(),
      done: z.int(),
      failed: z.int(),
      pages: z.int(),
    }),
  })
  .meta({ id: "ReadingJob" });

export const ReadingFileShape = z
  .object({
    number: z.int(),
    name: z.string(),
    sha256: Sha256Shape,
    bytes: z.int(),
    state: z.enum(readingFileStates),
    attempts: z.int(),
    pages: z.int().nullable(),
    passages: z.int().nullable(),
    outcome: z
      .object({
        came: z.enum(["new", "already", "again"]),
        added: z.int(),
        superseded: z.int(),
        unchanged: z.int(),
        kept: z.int(),
        moved: z.int(),
        toCheck: z.int(),
      })
      .nullable(),
    problems: z.array(ProblemShape.extend({ remedy: z.string().nullable() })),
    startedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
  })
  .meta({ id: "ReadingFile" });
