// Countries, territories, dissolved states, regions and the invented areas of the demonstration, by code.
// Names stand in area-name.ts, finding by name in area-search.ts; nothing here knows a language.

import {
  arabStates,
  codeSince,
  iloRegionByM49,
  isoEntriesByRegion,
  kosovo,
  regionParents,
  sovereigns,
} from "./area.data.ts";
import { dissolvedAreas } from "./area-dissolved.data.ts";
import { inventedNames } from "./area-invented.data.ts";

/** The ILO's five regions. Labels are translated in the web. */
export const iloRegions = [
  "africa",
  "americas",
  "arab-states",
  "asia-pacific",
  "europe-central-asia",
] as const;
export type IloRegion = (typeof iloRegions)[number];

/** A country, territory, dissolved state, region or invented area of the demonstration. */
export type Area = {
  /**
   * ISO 3166-1 alpha-3 for countries and territories, ISO 3166-3 for dissolved states, three digits of M49
   * for regions (and for Kosovo, see area.data.ts), XAA to XZZ invented.
   */
  readonly code: string;
  /** ISO 3166-1 alpha-2; null where there is none today. */
  readonly alpha2: string | null;
  /** M49 / ISO numeric code, three digits, as the world map uses. */
  readonly numeric: string | null;
  readonly kind: "country" | "territory" | "dissolved" | "region" | "invented";
  /** M49 codes from the world (001) down to the smallest region; of a region: the regions above it. */
  readonly regions: readonly string[];
  /** Of countries, territories and dissolved states; null for Antarctica, regions and invented areas. */
  readonly iloRegion: IloRegion | null;
  /** First and last year in which the code was in use; null = open. */
  readonly valid: readonly [from: number | null, to: number | null];
  /** Codes of successor states of a dissolved state; the sovereign of a territory. */
  readonly relatedTo: readonly string[];
};

/** From the world down to the region itself. */
function chainOf(region: string): readonly string[] {
  const parent = regionParents[region];
  return parent ? [...chainOf(parent), region] : [region];
}

function iloRegionOf(code: string, regions: readonly string[]): IloRegion | null {
  if (arabStates.split(" ").includes(code)) return "arab-states";
  const known: Readonly<Record<string, IloRegion>> = iloRegionByM49;
  // From the world down, so that the smallest region decides.
  return regions.reduce<IloRegion | null>((found, region) => known[region] ?? found, null);
}

function isoAreas(): readonly Area[] {
  const firstYears = new Map(
    Object.entries(codeSince).flatMap(([year, codes]) =>
      codes.split(" ").map((code) => [code, +year] as const),
    ),
  );
  const read = (entry: string, region: string): Area => {
    const [code, alpha2, numeric] = entry.split(":") as [string, string, string];
    const sovereign = sovereigns[code];
    const regions = chainOf(region);
    return {
      code,
      alpha2,
      numeric,
      kind: sovereign === undefined ? "country" : "territory",
      regions,
      iloRegion: iloRegionOf(code, regions),
      valid: [firstYears.get(code) ?? null, null],
      relatedTo: sovereign ? [sovereign] : [],
    };
  };
  return Object.entries(isoEntriesByRegion).flatMap(([region, entries]) =>
    entries
      .trim()
      .split(/\s+/)
      .map((entry) => read(entry, region)),
  );
}

const kosovoArea = (): Area => ({
  code: kosovo.code,
  alpha2: null,
  numeric: kosovo.code,
  kind: "territory",
  regions: chainOf(kosovo.region),
  iloRegion: "europe-central-asia",
  valid: [null, null],
  relatedTo: [],
});

const dissolvedStates = (): readonly Area[] =>
  Object.entries(dissolvedAreas).map(([code, row]): Area => {
    const regions = chainOf(row.region);
    const successors = row.successors.split(" ");
    return {
      code,
      alpha2: null,
      numeric: row.numeric,
      kind: "dissolved",
      regions,
      // The Neutral Zone and Democratic Yemen belong where their successors belong.
      iloRegion: iloRegionOf(successors[0]!, regions),
      valid: [row.since ?? null, row.until],
      relatedTo: successors,
    };
  });

const regionAreas = (): readonly Area[] =>
  Object.entries(regionParents).map(
    ([code, parent]): Area => ({
      code,
      alpha2: null,
      numeric: code,
      kind: "region",
      regions: parent === null ? [] : chainOf(parent),
      iloRegion: null,
      valid: [null, null],
      relatedTo: [],
    }),
  );

const inventedArea = (code: string): Area => ({
  code,
  alpha2: null,
  numeric: null,
  kind: "invented",
  regions: [],
  iloRegion: null,
  valid: [null, null],
  relatedTo: [],
});

const allAreas = (): readonly Area[] =>
  [
    ...isoAreas(),
    kosovoArea(),
    ...dissolvedStates(),
    ...regionAreas(),
    ...Object.keys(inventedNames).map(inventedArea),
  ].sort((a, b) => (a.code < b.code ? -1 : 1));

/**
 * All known areas, sorted by code: 197 countries, 53 territories, the withdrawn codes of ISO 3166-3, the M49
 * regions and the 24 named invented areas. Filter by `kind`: a list of countries is never all of it.
 */
export const areas: readonly Area[] = /* @__PURE__ */ allAreas();

type Index = ReadonlyMap<string, Area>;

/** Of two areas with one key the one of today is found, because dissolved states are entered first. */
function indexBy(key: "code" | "alpha2" | "numeric"): Index {
  const dissolvedFirst = [...areas].sort(
    (a, b) => Number(b.kind === "dissolved") - Number(a.kind === "dissolved"),
  );
  return new Map(
    dissolvedFirst.flatMap((area) => {
      const value = area[key];
      return value === null ? [] : [[value, area] as const];
    }),
  );
}

// Marked pure, so that a page without areas loads none of this.
const byCode: Index = /* @__PURE__ */ indexBy("code");
const byAlpha2: Index = /* @__PURE__ */ indexBy("alpha2");
const byNumeric: Index = /* @__PURE__ */ indexBy("numeric");

/**
 * Whether a code is one of XAA to XZZ, the user-assigned range kept for the demonstration's invented areas.
 * They are never drawn on the world map. XKX and XKK are none of them: agencies write them for Kosovo.
 *
 * @example
 * isInventedAreaCode("XAB") // => true
 * isInventedAreaCode("XKX") // => false
 */
export const isInventedAreaCode = (code: string): boolean =>
  /^X[A-Z]{2}$/.test(code) && areaByAgencyCode(code) === null;

/**
 * The area of a code in capitals that agencies use and no standard has assigned, or null. A spelling only: what is
 * kept carries the area's own code.
 *
 * @example
 * areaByAgencyCode("XKX")?.code // => "412"
 * areaByAgencyCode("FRA") // => null
 */
export const areaByAgencyCode = (code: string): Area | null =>
  kosovo.spelled.some((spelled) => spelled === code) ? (byCode.get(kosovo.code) ?? null) : null;

/**
 * The area of a code (alpha-3 or three digits of a region, upper case only), or null. Every code from XAA to
 * XZZ but those of `areaByAgencyCode` is an invented area, named or not.
 *
 * @example
 * areaByCode("BOL")?.iloRegion // => "americas"
 * areaByCode("SUN")?.valid // => [null, 1992]
 * areaByCode("202")?.regions // => ["001", "002"]
 * areaByCode("bol") // => null
 */
export const areaByCode = (code: string): Area | null =>
  byCode.get(code) ?? (isInventedAreaCode(code) ? inventedArea(code) : null);

/**
 * The area of a three-digit M49 / ISO numeric code, as world maps and United Nations tables use it, or null.
 * Where a renamed state left its number to its successor, the successor is found.
 *
 * @example
 * areaByNumeric("104")?.code // => "MMR"
 * areaByNumeric("810")?.code // => "SUN"
 */
export const areaByNumeric = (numeric: string): Area | null => byNumeric.get(numeric) ?? null;

/**
 * The country or territory of an ISO 3166-1 alpha-2 code in upper case, or null.
 *
 * @example
 * areaByAlpha2("BO")?.code // => "BOL"
 */
export const areaByAlpha2 = (alpha2: string): Area | null => byAlpha2.get(alpha2) ?? null;
