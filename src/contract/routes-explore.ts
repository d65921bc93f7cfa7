// Looking into releases: what may be chosen and what it would give, tables, observations, files.

import { z } from "zod";
import { languages } from "#kernel";
import { route } from "./route.ts";
import { count } from "./route-inputs.ts";
import {
  ExploreFacetsShape,
  ExploreFilterInput,
  ExploreObservationsShape,
  ExploreTableShape,
  exploreFormats,
  explorePivots,
} from "./shapes-explore.ts";

export const exploreRoutes = {
  exploreFacets: route({
    operationId: "exploreFacets",
    method: "GET",
    path: "/api/explore/facets",
    summary: "Values of each filter with the observations they would give, the other filters as they are",
    action: "observation.read",
    query: ExploreFilterInput,
    reply: ExploreFacetsShape,
  }),
  exploreTable: route({
    operationId: "exploreTable",
    method: "GET",
    path: "/api/explore/table",
    summary: "A page of a table: countries by years, indicators by years, or countries by indicators",
    action: "observation.read",
    query: ExploreFilterInput.extend({
      pivot: z.enum(explorePivots).default("area-year"),
      limit: count(200, 40),
      offset: count(10_000_000, 0),
      columns: count(60, 40),
      column: count(100_000, 0),
      language: z.enum(languages).default("en"),
    }),
    reply: ExploreTableShape,
  }),
  exploreObservations: route({
    operationId: "exploreObservations",
    method: "GET",
    path: "/api/explore/observations",
    summary: "Observations of a choice over releases, or of its first series",
    action: "observation.read",
    query: ExploreFilterInput.extend({
      limit: count(10_000, 1_000),
      lines: count(200, 0).meta({ description: "Only the first so many series; 0 = all." }),
    }),
    reply: ExploreObservationsShape,
  }),
  exploreDownload: route({
    operationId: "exploreDownload",
    method: "GET",
    path: "/api/explore/download",
    summary: "A choice, or whole releases, as CSV, XLSX, JSON or Parquet; the address stays the same",
    action: "release.download",
    query: ExploreFilterInput.extend({
      format: z.enum(exploreFormats).default("csv"),
      language: z.enum(languages).default("en"),
    }),
    reply: "file",
  }),
} as const;
