// Countries beside each other and beside the sets they belong to.

import { z } from "zod";
import { route } from "./route.ts";
import { Id, list } from "./route-inputs.ts";
import { CountryComparisonShape, CountryDriversShape, IndexBySexShape } from "./shapes.ts";

const Area = z.string().regex(/^[A-Z]{3}$/);

export const countriesRoutes = {
  compareCountries: route({
    operationId: "compareCountries",
    method: "GET",
    path: "/api/comparisons/countries",
    summary:
      "Scores of up to six countries with intervals, beside median and range of the sets they belong to",
    action: "country.read",
    query: z.object({
      area: list(Area),
      with: list(Area),
      periods: z.enum(["latest", "all"]).default("latest"),
    }),
    reply: CountryComparisonShape,
  }),
  countryDrivers: route({
    operationId: "countryDrivers",
    method: "GET",
    path: "/api/countries/:area/drivers",
    summary:
      "What lifts and lowers a country's score against the median, indicator by indicator, and every year there is",
    action: "country.read",
    params: z.object({ area: Area }),
    query: z.object({ run: z.string().max(300) }),
    reply: CountryDriversShape,
  }),
  indexBySex: route({
    operationId: "indexBySex",
    method: "GET",
    path: "/api/indexes/:id/by-sex",
    summary: "An index for women and men on one scale, over the newest release with data by sex",
    action: "country.read",
    params: Id,
    query: z.object({
      release: z.string().max(300).optional(),
      period: z.string().max(30).optional(),
      area: Area.optional(),
    }),
    reply: IndexBySexShape,
  }),
} as const;
