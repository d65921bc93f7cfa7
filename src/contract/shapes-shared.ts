// What many answers hold: origins, spans, problems, citations, sources.

import { z } from "zod";
import { languages } from "#kernel";
import { origins } from "#records";

export const LanguageShape = z.enum(languages);
export const OriginShape = z
  .enum(origins)
  .meta({ id: "Origin", description: "What kind of world the source speaks of." });
export const SpanShape = z.tuple([z.int().min(0), z.int().min(0)]);
/** Whether a name may key an object: every object has some already, `constructor` among them, and it would seem filled. */
export const isFreeName = (name: string): boolean => !(name in {});
export const freeNameSays = "another name: every table of this program has one of this name already";
export const Sha256Shape = z.string().regex(/^[0-9a-f]{64}$/);

export const ProblemShape = z
  .object({
    code: z.string(),
    message: z.string(),
    at: z
      .object({
        file: z.string(),
        field: z.string(),
        sheet: z.string(),
        row: z.int(),
        column: z.string(),
        line: z.int(),
        page: z.int(),
        article: z.string(),
        text: z.string().meta({ description: "What stands there, as it is to be given back." }),
      })
      .partial()
      .optional(),
  })
  .meta({ id: "Problem" });

/** RFC 9457 body; `problems` lists all that is wrong. */
export const ProblemDetails = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().optional(),
    problems: z.array(ProblemShape),
  })
  .meta({ id: "ProblemDetails" });

export const CitationShape = z
  .object({
    title: z.string(),
    author: z.string().optional(),
    publisher: z.string().optional(),
    issued: z.string().optional(),
    url: z.string().optional(),
    licence: z.string().optional(),
    retrieved: z.string().optional(),
  })
  .meta({ id: "Citation" });

export const RecipeShape = z
  .object({
    method: z.string(),
    definition: z.object({ id: z.string(), version: z.string(), sha256: Sha256Shape }).nullable(),
    inputs: z.array(Sha256Shape),
    seed: z.number().nullable(),
    codeVersion: z.string(),
  })
  .meta({ id: "Recipe" });

export const SourceFileShape = z
  .object({
    sha256: Sha256Shape,
    name: z.string(),
    mediaType: z.string(),
    bytes: z.int(),
    origin: OriginShape,
    citation: CitationShape,
    addedAt: z.string(),
  })
  .meta({ id: "SourceFile" });

export const FacetsShape = z.record(
  z.string(),
  z.array(z.object({ value: z.string().nullable(), count: z.int() })),
);

export const LocalisedShape = z.object({
  en: z.string(),
  fr: z.string().optional(),
  es: z.string().optional(),
  pt: z.string().optional(),
});
