// Shapes of extraction forms, their rows and cells, and of what is done with them.

import { z } from "zod";
import { cellMissings, evidenceDemands, fieldKinds, proposalFills } from "#records";
import { AnchorShape } from "./shapes-review-anchor.ts";
import { definitionVersion, TypedQuoteShape, WordingShape } from "./shapes-review-appraisal.ts";
import {
  reviewIdentifier,
  reviewLine,
  reviewNote,
  reviewReason,
  reviewText,
} from "./shapes-review-protocol.ts";
import { recordId } from "./shapes-review-records.ts";
import { freeNameSays, isFreeName } from "./shapes-shared.ts";

/** Identifiers of fields head columns, so they hold no dot: `field.missing` stays a column of its own. */
const fieldId = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u, "a short name of letters, digits, hyphen or underscore")
  .refine(isFreeName, freeNameSays);
export const rowId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/, "a short name for a row");

export const ExtractionFieldShape = z
  .object({
    id: fieldId,
    label: WordingShape,
    help: WordingShape.nullable(),
    kind: z.enum(fieldKinds),
    options: z.array(z.object({ id: reviewIdentifier, label: WordingShape })).max(500),
    required: z.boolean(),
    passage: z.enum(evidenceDemands),
    fill: z.enum(proposalFills).nullable(),
  })
  .meta({ id: "ExtractionField" });

export const ExtractionFormShape = z
  .object({
    id: reviewIdentifier,
    version: definitionVersion,
    title: WordingShape,
    note: WordingShape.nullable(),
    source: reviewLine.nullable(),
    fields: z.array(ExtractionFieldShape).min(1).max(200),
  })
  .meta({ id: "ExtractionForm" });

export const ExtractionCellShape = z
  .object({
    value: z.union([reviewText, z.number(), z.boolean(), z.array(reviewIdentifier).max(500)]).nullable(),
    missing: z.enum(cellMissings).nullable(),
    anchor: AnchorShape.nullable().default(null),
    typed: TypedQuoteShape.nullable().default(null),
    note: reviewNote.default(null),
  })
  .meta({ id: "ExtractionCell" });

const row = {
  row: rowId,
  anchor: AnchorShape.nullable().default(null),
  typed: TypedQuoteShape.nullable().default(null),
  proposal: z.string().max(300).nullable().default(null),
  cells: z.record(fieldId, ExtractionCellShape),
};
export const ExtractionRowShape = z.object(row).meta({ id: "ExtractionRow" });

const ofForm = { record: recordId, form: reviewIdentifier, version: definitionVersion };

export const extractionActShapes = [
  z.object({ kind: z.literal("form.defined"), form: ExtractionFormShape }),
  z.object({ kind: z.literal("extraction.row-set"), ...ofForm, ...row }),
  z.object({ kind: z.literal("extraction.row-removed"), record: recordId, row: rowId }),
  z.object({
    kind: z.literal("extraction.submitted"),
    record: recordId,
    nothing: reviewReason.nullable().default(null),
  }),
  z.object({ kind: z.literal("extraction.withdrawn"), record: recordId, reason: reviewReason }),
  z.object({
    kind: z.literal("extraction.reconciled"),
    ...ofForm,
    rows: z.array(ExtractionRowShape).max(500),
    reason: reviewReason,
  }),
] as const;
