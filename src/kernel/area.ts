// Placeholder interface; the table is filled by area.data.ts.
import type { Language } from "./language.ts";

export const iloRegions = ["africa", "americas", "arab-states", "asia-pacific", "europe-central-asia"] as const;
export type IloRegion = (typeof iloRegions)[number];

/** A country, territory, dissolved state, region or invented area of the demonstration. */
export type Area = {
  /** ISO 3166-1 alpha-3 for countries, territories and dissolved states; M49 digits for regions; XAA to XZZ invented. */
  readonly code: string;
  readonly alpha2: string | null;
  /** M49 / ISO numeric code, three digits, as the world map uses. */
  readonly numeric: string | null;
  readonly kind: "country" | "territory" | "dissolved" | "region" | "invented";
  /** M49 codes from the world (001) down to the smallest region. */
  readonly regions: readonly string[];
  readonly iloRegion: IloRegion | null;
  /** First and last year in which the code was in use; null = open. */
  readonly valid: readonly [from: number | null, to: number | null];
  /** Codes of successor states of a dissolved state; the sovereign of a territory. */
  readonly relatedTo: readonly string[];
};

export declare const areas: readonly Area[];
/** The area of a code (alpha-3, any letter case is NOT accepted), or null. */
export declare function areaByCode(code: string): Area | null;
/** The name of an area in a language; invented areas have invented names, unknown codes come back as they are. */
export declare function areaName(code: string, language: Language): string;
/** Finds areas by code or by a name in any of the four languages, accents and case ignored, common variants known. */
export declare function findArea(text: string): Area | null;
/** Codes XAA to XZZ are invented areas of the demonstration and are never drawn on the world map. */
export declare function isInventedAreaCode(code: string): boolean;
