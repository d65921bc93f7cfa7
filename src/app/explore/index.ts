// Looking into releases: filters with counts, tables, observations, files.

import { exploreDownload } from "./explore-download.ts";
import { exploreFacets } from "./explore-facets.ts";
import { exploreObservations } from "./explore-observations.ts";
import { exploreTable } from "./explore-table.ts";

export const exploreUseCases = { exploreDownload, exploreFacets, exploreObservations, exploreTable };
