// Shapes of the searches and records of a review.

import { z } from "zod";
import {
  evaluationNatures,
  evaluationRegions,
  evaluationTimings,
  evaluationTypes,
  recordRoles,
  searchSourceKinds,
} from "#records";
import {
  reviewIdentifier,
  reviewLine,
  reviewNote,
  reviewReason,
  reviewText,
} from "./shapes-review-protocol.ts";
import { Sha256Shape } from "./shapes-shared.ts";

export const recordId = z.string().regex(/^R[1-9]\d{0,6}$/, "the identifier of a record, such as R12");
const words = z.string().trim().max(2_000);
const year = z.int().min(1000).max(2200).nullable();

export const RunSearchShape = z
  .object({
    id: reviewIdentifier,
    source: reviewIdentifier.nullable(),
    kind: z.enum(searchSourceKinds),
    name: reviewLine,
    query: reviewText.nullable(),
    fields: words.nullable(),
    date: z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "a day, month or year such as 2020-01-24")
      .nullable(),
    hits: z.int().min(0).nullable(),
    file: z.object({ sha256: Sha256Shape, name: z.string().max(300), format: z.string().max(40) }).nullable(),
    note: reviewNote,
  })
  .meta({ id: "RunSearch" });

export const RecordMatrixShape = z
  .object({
    type: z.enum(evaluationTypes).nullable(),
    timing: z.enum(evaluationTimings).nullable(),
    nature: z.enum(evaluationNatures).nullable(),
    region: z.enum(evaluationRegions).nullable(),
    countries: z.array(z.string().max(100)).max(300),
    themes: z.array(words).max(100),
    funding: words.nullable(),
    completed: year,
  })
  .meta({ id: "RecordMatrix" });

const fields = {
  title: z.string().trim().max(5_000),
  abstract: z.string().max(100_000).nullable(),
  authors: z.array(words).max(3_000),
  year,
  language: z.string().max(40).nullable(),
  doi: z.string().max(500).nullable(),
  urls: z.array(z.string().max(3_000)).max(100),
  evaluation: z.string().max(300).nullable(),
  projects: z.array(z.string().max(100)).max(100),
  document: Sha256Shape.nullable(),
};

export const ReviewRecordShape = z
  .object({
    id: recordId,
    search: reviewIdentifier.nullable(),
    foreignId: z.string().max(1_000).nullable(),
    ...fields,
    keywords: z.array(words).max(1_000),
    container: z.string().max(3_000).nullable(),
    pages: z.string().max(200).nullable(),
    matrix: RecordMatrixShape,
    earlier: z.object({ review: words, verdict: words, reason: words.nullable() }).nullable(),
    other: z.record(z.string().max(200), z.string().max(20_000)),
  })
  .meta({ id: "ReviewRecord" });

const some = z.array(recordId).min(1).max(500);

export const recordsActShapes = [
  z.object({ kind: z.literal("search.run"), search: RunSearchShape }),
  z.object({ kind: z.literal("records.added"), records: z.array(ReviewRecordShape).min(1).max(500) }),
  z.object({
    kind: z.literal("record.edited"),
    record: recordId,
    edit: z.object({ ...fields, matrix: RecordMatrixShape.partial() }).partial(),
    reason: reviewReason,
  }),
  z.object({
    kind: z.literal("duplicates.joined"),
    keep: recordId,
    others: some,
    reasons: z.array(words).max(50),
  }),
  z.object({ kind: z.literal("duplicate.parted"), record: recordId, reason: reviewReason }),
  z.object({ kind: z.literal("duplicates.kept"), records: some, reason: reviewReason }),
  z.object({
    kind: z.literal("records.linked"),
    project: reviewLine,
    roles: z
      .array(z.object({ record: recordId, role: z.enum(recordRoles) }))
      .min(1)
      .max(500),
  }),
  z.object({ kind: z.literal("record.unlinked"), record: recordId }),
] as const;

export const ListedRecordShape = z
  .object({
    ...ReviewRecordShape.shape,
    /** How often it was mended. */
    edits: z.int(),
    duplicateOf: z.string().nullable(),
    project: z.string().nullable(),
    role: z.enum(recordRoles).nullable(),
  })
  .meta({ id: "ListedRecord" });

export const ListedSearchShape = z
  .object({ ...RunSearchShape.shape, at: z.string(), records: z.int(), duplicates: z.int() })
  .meta({ id: "ListedSearch" });

/** What one looks at to tell whether two records are one report. */
export const ComparedRecordShape = z.object({
  id: z.string(),
  title: z.string(),
  authors: z.array(z.string()),
  year: z.int().nullable(),
  doi: z.string().nullable(),
  container: z.string().nullable(),
});
