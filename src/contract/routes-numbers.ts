// Reading countries and indexes.

import { z } from "zod";
import { languages } from "#kernel";
import { route } from "./route.ts";
import { downloadFormat, Id } from "./route-inputs.ts";
import {
  CountryProfileShape,
  IndexDefinitionShape,
  IndexRunShape,
  IndexRunSummaryShape,
  OriginShape,
} from "./shapes.ts";

export const numbersRoutes = {
  countryProfile: route({
    operationId: "countryProfile",
    method: "GET",
    path: "/api/countries/:area",
    summary: "Ratings by form, evaluations and ratifications of one country",
    action: "country.read",
    params: z.object({ area: z.string().regex(/^[A-Z]{3}$/) }),
    reply: CountryProfileShape,
  }),
  countryCounts: route({
    operationId: "countryCounts",
    method: "GET",
    path: "/api/countries",
    summary: "By country: evaluations, rated forms, observations",
    action: "country.read",
    reply: z.array(
      z.object({
        area: z.string(),
        evaluations: z.int(),
        ratings: z.int(),
        ratifications: z.int(),
        origin: OriginShape,
      }),
    ),
  }),
  listDefinitions: route({
    operationId: "listDefinitions",
    method: "GET",
    path: "/api/indexes",
    summary: "Index definitions",
    action: "index.read",
    reply: z.array(IndexDefinitionShape),
  }),
  listRuns: route({
    operationId: "listRuns",
    method: "GET",
    path: "/api/runs",
    summary: "Index runs, newest first",
    action: "index.read",
    reply: z.array(IndexRunSummaryShape),
  }),
  run: route({
    operationId: "run",
    method: "GET",
    path: "/api/runs/:id",
    summary: "One frozen index run: scores, ranks, thresholds, country groups",
    action: "index.read",
    params: Id,
    reply: IndexRunShape,
  }),
  downloadRun: route({
    operationId: "downloadRun",
    method: "GET",
    path: "/api/runs/:id/download",
    summary: "An index run as CSV, XLSX or JSON with its README",
    action: "release.download",
    params: Id,
    query: z.object({ format: downloadFormat, language: z.enum(languages).default("en") }),
    reply: "file",
  }),
} as const;
