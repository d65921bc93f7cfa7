// Coding as it is shown.

import { z } from "zod";
import { passageKinds } from "#records";
import { CodingProposedShape } from "./shapes-review-coding.ts";
import { Sha256Shape, SpanShape } from "./shapes-shared.ts";

export const CodeShape = z
  .object({
    id: z.string(),
    parent: z.string().nullable(),
    /** 0 for a root; codes come in the order of the tree. */
    depth: z.int(),
    name: z.string(),
    colour: z.string(),
    description: z.string(),
    codable: z.boolean(),
    /** Codings of whoever asks may see, by reports; proposals are not among them. */
    codings: z.int(),
    reports: z.int(),
  })
  .meta({ id: "Code" });

const turn = z.object({ event: z.int(), kind: z.string(), record: z.string().nullable() }).nullable();
export const CodingTurnsShape = z.object({ undo: turn, redo: turn });

export const CodingShape = z
  .object({
    id: z.string(),
    record: z.string(),
    by: z.string(),
    own: z.boolean(),
    at: z.string(),
    codes: z.array(z.string()),
    memo: z.string().nullable(),
    proposed: CodingProposedShape.nullable(),
    status: z.enum(["standing", "proposed", "rejected"]),
    counts: z.boolean(),
    source: Sha256Shape,
    quote: z.string(),
    page: z.int().nullable(),
    passage: z.string().nullable(),
    /** In the text as it stands; empty where its words are no longer found. */
    spans: z.array(SpanShape),
    /** The text was read anew since, and the words were looked for. */
    moved: z.boolean(),
  })
  .meta({ id: "Coding" });

export const MemoShape = z
  .object({
    kind: z.string(),
    id: z.string(),
    by: z.string(),
    own: z.boolean(),
    at: z.string(),
    text: z.string(),
  })
  .meta({ id: "Memo" });

export const codingStates = ["none", "begun", "submitted", "compared", "settled"] as const;

/** A report in the list of those to code. */
export const CodedReportShape = z
  .object({
    record: z.string(),
    title: z.string(),
    year: z.int().nullable(),
    /** The report as it is held and may be read; null where none is. */
    document: Sha256Shape.nullable(),
    withheld: z.boolean(),
    included: z.boolean(),
    state: z.enum(codingStates),
    codings: z.int(),
    mine: z.int(),
    submittedByMe: z.boolean(),
    coders: z.array(z.object({ name: z.string(), submitted: z.boolean(), codings: z.int().nullable() })),
  })
  .meta({ id: "CodedReport" });

const interval = z.object({ lower: z.number(), upper: z.number(), level: z.number() }).nullable();
const figure = {
  value: z.number().nullable(),
  reason: z.string().nullable(),
  interval,
};
export const CodingAgreementShape = z
  .object({
    unitizing: z.object(figure),
    characters: z.object(figure),
    spanF1: z.number().nullable(),
    characterF1: z.number().nullable(),
    matched: z.int(),
    spans: z.tuple([z.int(), z.int()]),
    codes: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        unitizing: z.number().nullable(),
        characters: z.number().nullable(),
        characterF1: z.number().nullable(),
        spans: z.tuple([z.int(), z.int()]),
        matched: z.int(),
      }),
    ),
  })
  .meta({ id: "CodingAgreement" });

export const CodingProposalShape = z
  .object({
    passage: z.string().nullable(),
    kind: z.enum(passageKinds).nullable(),
    code: z.string(),
    rule: z.string(),
    confidence: z.number(),
    words: z.array(z.string()),
    quote: z.string(),
    spans: z.array(SpanShape),
    page: z.int().nullable(),
  })
  .meta({ id: "CodingProposal" });
