// Shapes of the evidence half: passages, documents, evaluations.

import { z } from "zod";
import {
  evaluationNatures,
  evaluationRegions,
  evaluationTimings,
  evaluationTypes,
  passageKinds,
} from "#records";
import { evaluationDetailShapes } from "./shapes-evaluation-details.ts";
import { LanguageShape, OriginShape, Sha256Shape, SourceFileShape, SpanShape } from "./shapes-shared.ts";

export const PassageShape = z
  .object({
    id: z.string(),
    source: Sha256Shape,
    kind: z.enum(passageKinds),
    label: z.string().nullable(),
    printedLabel: z.string().nullable(),
    paragraph: z.string().nullable(),
    heading: z.string().nullable(),
    text: z.string(),
    spans: z.array(SpanShape),
    page: z.int().nullable(),
    language: LanguageShape.nullable(),
    confidence: z.number(),
    reason: z.string(),
  })
  .meta({ id: "Passage" });

export const TextBlockShape = z
  .object({
    kind: z.enum(["heading", "paragraph", "list-item", "table", "footnote", "page-furniture"]),
    level: z.int().optional(),
    number: z.string().optional(),
    label: z.string().optional(),
    text: z.string(),
    spans: z.array(SpanShape),
    page: z.int().nullable(),
  })
  .meta({ id: "TextBlock" });

export const DocumentShape = z
  .object({
    source: SourceFileShape,
    format: z.enum(["text", "pdf", "docx", "html"]),
    language: LanguageShape.nullable(),
    title: z.string().nullable(),
    pages: z.int().nullable(),
    text: z.string(),
    blocks: z.array(TextBlockShape),
    passages: z.array(PassageShape),
    evaluations: z.array(z.string()),
    readerVersion: z.string(),
  })
  .meta({ id: "Document" });

export const EvaluationShape = z
  .object({
    id: z.string(),
    printedId: z.string().nullable(),
    reportId: z.string().nullable(),
    title: z.string(),
    language: LanguageShape.nullable(),
    printedSymbol: z.string().nullable(),
    symbol: z.string().nullable(),
    symbolIsPlaceholder: z.boolean(),
    type: z.enum(evaluationTypes).nullable(),
    printedType: z.string().nullable(),
    timing: z.enum(evaluationTimings).nullable(),
    nature: z.enum(evaluationNatures).nullable(),
    region: z.enum(evaluationRegions).nullable(),
    regionBasis: z.string().nullable(),
    countries: z.array(z.string()),
    countryGroups: z.array(z.string()),
    themes: z.array(z.string()),
    donor: z.string().nullable(),
    fundingNote: z.string().nullable(),
    period: z.string().nullable(),
    year: z.int().nullable(),
    link: z.string().nullable(),
    printedLink: z.string().nullable(),
    summary: z.string().nullable(),
    origin: OriginShape,
    oddities: z.array(z.object({ code: z.string(), message: z.string() })),
    ...evaluationDetailShapes,
  })
  .meta({ id: "Evaluation" });
