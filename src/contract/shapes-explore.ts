// Shapes of looking into releases: what may be chosen, the table that pivots, the observations of a choice.

import { z } from "zod";
import { missingReasons } from "#kernel";
import { list } from "./route-inputs.ts";
import { ObservationShape } from "./shapes-numbers.ts";
import { OriginShape, Sha256Shape } from "./shapes-shared.ts";

/** Which of the three is down the side and which across the top. */
export const explorePivots = ["area-year", "indicator-year", "area-indicator"] as const;
/** `csv` and `parquet` are the bare file, for programs; the `-zip` of each has its README beside it. */
export const exploreFormats = ["csv", "csv-zip", "xlsx", "json", "parquet", "parquet-zip", "readme"] as const;

/** Texts that may hold commas: parted by a stroke, or given as parameters of the same name. */
const strokes = z.preprocess((value) => {
  if (value === undefined || value === "") return undefined;
  return (Array.isArray(value) ? value : [value]).flatMap((v) =>
    typeof v === "string" ? v.split("|") : [v],
  );
}, z.array(z.string().max(500)).max(300).optional());
const year = z.coerce.number().int().min(0).max(9999).optional();

/** What is chosen; values of one filter are alternatives, filters hold together. */
export const ExploreFilterInput = z.object({
  release: list(z.string().max(300)).meta({
    description: "Ids of releases; without any, the newest release of each series.",
  }),
  indicator: list(z.string().max(300)),
  area: list(z.string().max(20)),
  region: list(z.string().max(40)).meta({
    description: "Regions of the ILO (`africa`) or of M49 (`202`); their countries are added to `area`.",
  }),
  from: year,
  to: year,
  sex: list(z.string().max(60)),
  source: strokes.meta({ description: "Names of sources, parted by `|`." }),
  by: strokes.meta({ description: "Further breakdowns as `dimension:value`, parted by `|`." }),
});

const FacetShape = z.array(z.object({ value: z.string(), count: z.int().nullable() }));

export const ExploredReleaseShape = z
  .object({
    id: z.string(),
    series: z.string(),
    version: z.int(),
    title: z.string(),
    origin: OriginShape,
    licence: z.string(),
    createdAt: z.string(),
    checksum: Sha256Shape,
    rows: z.int(),
    newest: z.boolean().meta({ description: "Whether it is the newest of its series." }),
  })
  .meta({ id: "ExploredRelease" });

export const ExploreFacetsShape = z
  .object({
    releases: z.array(ExploredReleaseShape).meta({ description: "Those the choice is made from." }),
    rows: z.int(),
    series: z.int(),
    facets: z.object({
      release: z
        .array(z.object({ value: z.string(), title: z.string(), count: z.int().nullable() }))
        .meta({ description: "Older versions are listed without a count." }),
      indicator: FacetShape,
      area: FacetShape,
      region: FacetShape,
      year: FacetShape,
      sex: FacetShape,
      source: FacetShape,
      by: z.record(z.string(), FacetShape),
    }),
  })
  .meta({ id: "ExploreFacets" });

export const ExploreCellShape = z.object({
  id: z.string(),
  value: z.number().nullable(),
  missing: z.enum(missingReasons).nullable(),
  unit: z.string().nullable(),
  status: z.string().nullable(),
  note: z.string().nullable(),
  origin: OriginShape,
});

export const ExploreTableShape = z
  .object({
    releases: z.array(ExploredReleaseShape),
    pivot: z.enum(explorePivots),
    year: z.int().nullable().meta({ description: "Of countries by indicators: the year shown." }),
    total: z.int().meta({ description: "Rows in all; of countries by indicators, countries." }),
    columns: z.array(
      z.object({
        id: z.string(),
        period: z.string().nullable(),
        indicator: z.string().nullable(),
        source: z.string().nullable(),
        release: z.string().nullable(),
      }),
    ),
    columnsTotal: z.int(),
    rows: z.array(
      z.object({
        id: z.string(),
        area: z.string(),
        indicator: z.string().nullable(),
        period: z.string().nullable(),
        sex: z.string(),
        source: z.string().nullable(),
        release: z.string().nullable(),
        breakdowns: z.record(z.string(), z.string()),
        unit: z.string().nullable(),
        /** In the order of the columns; null where the release has no row. */
        cells: z.array(ExploreCellShape.nullable()),
      }),
    ),
  })
  .meta({ id: "ExploreTable" });

export const ExploreObservationsShape = z
  .object({
    releases: z.array(ExploredReleaseShape),
    rows: z.int().meta({ description: "Observations of the whole choice." }),
    series: z.int(),
    observations: z.array(ObservationShape.extend({ release: z.string() })),
  })
  .meta({ id: "ExploreObservations" });
