// Searches beside the two lists themselves: why one finds nothing, its results as a file and as a feed, and
// searches kept under a name.

import { z } from "zod";
import { languages } from "#kernel";
import { route } from "./route.ts";
import { Id } from "./route-inputs.ts";
import {
  EvaluationSearchInput,
  PassageSearchInput,
  SavedSearchShape,
  SearchExplanationShape,
} from "./shapes-search.ts";
import { searchExportFormats, searchRooms } from "./word-lists.ts";

const exported = { format: z.enum(searchExportFormats), lang: z.enum(languages).default("en") };
const narrowed = { facets: true, limit: true, offset: true } as const;

export const searchRoutes = {
  explainEvaluations: route({
    operationId: "explainEvaluations",
    method: "GET",
    path: "/api/search/evaluations/explanation",
    summary:
      "Why a search of the registry finds little: each word alone, words near it, each filter left out",
    action: "evaluation.read",
    query: EvaluationSearchInput.omit(narrowed),
    reply: SearchExplanationShape,
  }),
  explainPassages: route({
    operationId: "explainPassages",
    method: "GET",
    path: "/api/search/passages/explanation",
    summary: "Why a search of passages finds little: each word alone, words near it, each filter left out",
    action: "passage.search",
    query: PassageSearchInput.omit(narrowed),
    reply: SearchExplanationShape,
  }),
  downloadEvaluations: route({
    operationId: "downloadEvaluations",
    method: "GET",
    path: "/api/search/evaluations/download",
    summary: "The evaluations a search finds, as RIS, CSV, XLSX or JSON with the exact query and date",
    action: "evaluation.download",
    query: EvaluationSearchInput.omit(narrowed).extend(exported),
    reply: "file",
  }),
  downloadPassages: route({
    operationId: "downloadPassages",
    method: "GET",
    path: "/api/search/passages/download",
    summary: "The passages a search finds, as RIS, CSV, XLSX or JSON with the exact query and date",
    action: "evaluation.download",
    query: PassageSearchInput.omit(narrowed).extend(exported),
    reply: "file",
  }),
  evaluationsFeed: route({
    operationId: "evaluationsFeed",
    method: "GET",
    path: "/feeds/evaluations.atom",
    summary: "A search of the registry as an Atom feed, newest first",
    action: "evaluation.read",
    query: EvaluationSearchInput.omit(narrowed).extend({ lang: z.enum(languages).default("en") }),
    reply: "file",
  }),
  passagesFeed: route({
    operationId: "passagesFeed",
    method: "GET",
    path: "/feeds/passages.atom",
    summary: "A search of passages as an Atom feed, newest first",
    action: "passage.search",
    query: PassageSearchInput.omit(narrowed).extend({ lang: z.enum(languages).default("en") }),
    reply: "file",
  }),
  listSearches: route({
    operationId: "listSearches",
    method: "GET",
    path: "/api/searches",
    summary: "The searches one has saved, newest first",
    action: "search.save",
    reply: z.array(SavedSearchShape),
  }),
  saveSearch: route({
    operationId: "saveSearch",
    method: "POST",
    path: "/api/searches",
    summary: "Keep a search under a name",
    action: "search.save",
    body: z.object({
      name: z.string().trim().min(1).max(200),
      room: z.enum(searchRooms),
      state: z.record(z.string().max(40), z.string().max(4_000)),
    }),
    reply: SavedSearchShape,
  }),
  savedSearch: route({
    operationId: "savedSearch",
    method: "GET",
    path: "/api/searches/:id",
    summary: "A saved search by its address, which may be handed on",
    action: "search.read",
    params: Id,
    reply: SavedSearchShape,
  }),
  removeSearch: route({
    operationId: "removeSearch",
    method: "DELETE",
    path: "/api/searches/:id",
    summary: "Take a saved search of one's own away",
    action: "search.save",
    params: Id,
    reply: z.object({ removed: z.boolean() }),
  }),
} as const;
