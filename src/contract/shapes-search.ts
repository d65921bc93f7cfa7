// What searches answer: hits, counts, explanations, saved searches. And what they take: one filter a field.

import { z } from "zod";
import { languages } from "#kernel";
import { evaluationStatuses, passageKinds } from "#records";
import { count, list } from "./route-inputs.ts";
import { PassageShape } from "./shapes-evidence.ts";
import { FacetsShape, LanguageShape, OriginShape, SpanShape } from "./shapes-shared.ts";
import { evaluationFacetNames, passageFacetNames, searchRooms, searchSorts } from "./word-lists.ts";

/** Values that are words, of donors and themes, may hold commas: they are parted by `|`. */
const wordList = z.preprocess(
  (value) =>
    value === undefined || value === ""
      ? undefined
      : (Array.isArray(value) ? value : [value]).flatMap((one) =>
          typeof one === "string" ? one.split("|") : [one],
        ),
  z.array(z.string().max(300)).max(100).optional(),
);
const codes = list(z.string().max(100));

const recordFilters = {
  region: codes,
  country: codes,
  type: codes,
  timing: codes,
  nature: codes,
  status: list(z.enum([...evaluationStatuses, "none"])),
  year: codes,
  donor: wordList,
  theme: wordList,
  branch: codes,
  criterion: codes,
  sdg: codes,
  response: codes,
  origin: codes,
};

export const SearchSortShape = z.enum(searchSorts).optional();

/** Filters of the registry; `none` asks for what the source does not state. */
export const evaluationFilterInputs = { ...recordFilters, language: codes };
/** Filters of passages: those of their evaluations, and kind and language of their own. */
export const passageFilterInputs = {
  ...recordFilters,
  kind: list(z.enum(passageKinds)),
  language: list(z.enum([...languages, "none"])),
};

const text = z.string().max(2_000);
export const EvaluationSearchInput = z.object({
  text: text.optional(),
  ...evaluationFilterInputs,
  sort: SearchSortShape,
  facets: list(z.enum(evaluationFacetNames)),
  limit: count(500, 50),
  offset: count(1_000_000, 0),
});
export const PassageSearchInput = z.object({
  q: text.default(""),
  ...passageFilterInputs,
  sort: SearchSortShape,
  facets: list(z.enum(passageFacetNames)),
  limit: count(200, 20),
  offset: count(1_000_000, 0),
});

export const PassageHitsShape = z
  .object({
    total: z.int(),
    more: z.boolean(),
    ranked: z.int(),
    understood: z.string(),
    hits: z.array(
      z.object({
        passage: PassageShape,
        evaluation: z.string().nullable(),
        title: z.string().nullable(),
        titleLanguage: LanguageShape.nullable(),
        year: z.int().nullable(),
        countries: z.array(z.string()),
        origin: OriginShape,
        highlights: z.array(SpanShape),
        score: z.number(),
      }),
    ),
    facets: FacetsShape,
  })
  .meta({
    id: "PassageHits",
    description:
      "`more`: there are more than `total`, and counts are of the newest of them. `ranked`: so many were weighed for the order by relevance.",
  });

const counted = { total: z.int(), more: z.boolean() };
export const SearchExplanationShape = z
  .object({
    terms: z.array(
      z.object({ text: z.string(), ...counted, ignored: z.boolean(), near: z.array(z.string()) }),
    ),
    filters: z.array(z.object({ field: z.string(), ...counted })),
    unfiltered: z.object(counted),
  })
  .meta({ id: "SearchExplanation" });

export const SavedSearchShape = z
  .object({
    id: z.string(),
    name: z.string(),
    room: z.enum(searchRooms),
    state: z.record(z.string(), z.string()),
    createdAt: z.string(),
    /** Whether it belongs to whoever asks. */
    own: z.boolean(),
  })
  .meta({ id: "SavedSearch" });
