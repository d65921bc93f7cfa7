// The answers of the explorer's addresses, as its pages name them.

import type { z } from "zod/mini";
import type { ExploreFacetsShape, ExploreObservationsShape, ExploreTableShape } from "#contract";

export type ExploreFacets = z.output<typeof ExploreFacetsShape>;
export type Explored = z.output<typeof ExploreObservationsShape>;
export type Table = z.output<typeof ExploreTableShape>;
