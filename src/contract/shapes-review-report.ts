// Shapes of the flow, the report and its editions.

import { z } from "zod";
import { languages } from "#kernel";
import { reportSections } from "#records";

const language = z.enum(languages);
const section = z.enum(reportSections);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const numbers = z.record(z.string().max(300), z.number().nullable());

export const reportActShapes = [
  z.object({
    kind: z.literal("report.section-written"),
    section,
    language,
    text: z.string().max(60_000),
  }),
  z.object({
    kind: z.literal("report.marked-as-view"),
    section,
    language,
    sentence: z.string().min(1).max(5_000),
    marked: z.boolean(),
  }),
  z.object({
    kind: z.literal("report.published"),
    edition: z.int().min(1),
    languages: z.array(language).min(1).max(languages.length),
    event: z.int().min(1),
    log: sha256,
    numbers,
    documents: z.array(z.object({ language, sha256 })).max(languages.length),
    codeVersion: z.string().max(200),
    note: z.string().max(2_000).nullable(),
  }),
] as const;

const point = z.tuple([z.number(), z.number()]);

export const ReportPictureShape = z
  .object({
    width: z.number(),
    height: z.number(),
    title: z.string(),
    description: z.string(),
    shapes: z.array(
      z.discriminatedUnion("kind", [
        z.object({
          kind: z.literal("rect"),
          x: z.number(),
          y: z.number(),
          width: z.number(),
          height: z.number(),
          tone: z.enum(["box", "out", "end", "before", "after"]),
        }),
        z.object({ kind: z.literal("line"), points: z.array(point), arrow: z.boolean() }),
        z.object({
          kind: z.literal("text"),
          x: z.number(),
          y: z.number(),
          size: z.number(),
          bold: z.boolean(),
          anchor: z.enum(["start", "middle", "end"]),
          text: z.string(),
        }),
      ]),
    ),
  })
  .meta({ id: "ReportPicture" });

export const ReportTextShape = z
  .object({
    text: z.string(),
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    language: z.string().optional(),
    href: z.string().optional(),
  })
  .meta({ id: "ReportText" });

export const ReportTableShape = z
  .object({
    caption: z.string(),
    columns: z.array(z.string()),
    plain: z.literal(true).optional(),
    rows: z.array(z.array(z.array(ReportTextShape))),
    figures: z.array(z.int()),
  })
  .meta({ id: "ReportTable" });

export const ReportBlockShape = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("heading"),
      level: z.union([z.literal(2), z.literal(3)]),
      id: z.string(),
      text: z.string(),
    }),
    z.object({
      kind: z.literal("paragraph"),
      by: z.enum(["records", "author"]),
      content: z.array(ReportTextShape),
    }),
    z.object({ kind: z.literal("list"), items: z.array(z.array(ReportTextShape)) }),
    z.object({ kind: z.literal("table"), id: z.string(), table: ReportTableShape }),
    z.object({
      kind: z.literal("figure"),
      id: z.string(),
      caption: z.string(),
      picture: ReportPictureShape,
      table: ReportTableShape,
    }),
  ])
  .meta({ id: "ReportBlock" });

export const ReportDocumentShape = z
  .object({
    review: z.string(),
    language,
    title: z.string(),
    subtitle: z.string(),
    edition: z.int().nullable(),
    blocks: z.array(ReportBlockShape),
  })
  .meta({ id: "ReportDocument" });

export const ReviewFlowShape = z
  .object({
    event: z.int(),
    at: z.string().nullable(),
    unit: z.enum(["report", "project"]),
    boxes: z.array(
      z.object({
        id: z.string(),
        count: z.int(),
        projects: z.int().nullable(),
        parts: z.array(z.object({ kind: z.string(), id: z.string(), count: z.int().nullable() })),
      }),
    ),
    steps: z.array(z.object({ from: z.string(), to: z.string(), count: z.int() })),
    /** Boxes that do not add up, each in a sentence; there is no picture then. */
    faults: z.array(z.string()),
    picture: ReportPictureShape.nullable(),
    table: ReportTableShape,
  })
  .meta({ id: "ReviewFlow" });

export const ReportEditionShape = z
  .object({
    edition: z.int(),
    at: z.string(),
    by: z.string(),
    event: z.int(),
    log: z.string(),
    languages: z.array(language),
    note: z.string().nullable(),
    codeVersion: z.string(),
    documents: z.array(z.object({ language, sha256: z.string() })),
  })
  .meta({ id: "ReportEdition" });

export const UnsupportedSentenceShape = z
  .object({ section, language, sentence: z.string(), unknown: z.array(z.string()) })
  .meta({ id: "UnsupportedSentence" });

export const WrittenSectionShape = z
  .object({
    section,
    language,
    text: z.string(),
    by: z.string().meta({ description: "Name of the member." }),
    at: z.string(),
    sentences: z.array(
      z.object({
        sentence: z.string(),
        supported: z.boolean(),
        view: z.boolean(),
        cites: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: "WrittenSection" });

export const EditionDifferenceShape = z
  .object({
    numbers: z.array(
      z.object({ id: z.string(), stored: z.number().nullable(), recomputed: z.number().nullable() }),
    ),
    lines: z.array(z.object({ change: z.enum(["removed", "added"]), under: z.string(), text: z.string() })),
  })
  .meta({ id: "EditionDifference" });
