// Open to the world: what other catalogues, search engines and reference managers are told of records. The
// server comes in by this door for the heads of pages.

import type { RouteUseCase } from "../use-case.ts";
import { citation, downloadCitation } from "./cite.ts";
import { oai } from "./oai.ts";
import { robots, sitemapIndex, sitemapPart } from "./sitemap.ts";

export { pageHead } from "./page-head.ts";

const oaiQuery: RouteUseCase<"oai"> = (effects, actor, input) => oai(effects, actor, input);
const oaiForm: RouteUseCase<"oaiForm"> = (effects, actor, input) => oai(effects, actor, input);

/** Use cases behind routes, by the names of the routes. */
export const openUseCases = {
  citation,
  downloadCitation,
  oai: oaiQuery,
  oaiForm,
  sitemapIndex,
  sitemapPart,
  robots,
} as const;
