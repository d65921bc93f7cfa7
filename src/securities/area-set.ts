// Which areas an index is made over: whether they are countries, which of them are none, and which a reader
// must know something of.

import { areaByCode, areas, findArea, type Problem, problem } from "#kernel";
import type { AreaNote } from "./index-run.ts";
import { nearestWord } from "./nearest-word.ts";

/**
 * Whether the areas are countries: at least half of them are codes of countries, territories, dissolved
 * states, regions or invented areas. An index may also be made over provinces, enterprises or households,
 * whose names are the user's own.
 */
export function isSetOfCountries(codes: readonly string[]): boolean {
  const known = codes.filter((code) => areaByCode(code) !== null).length;
  return known > 0 && 2 * known >= codes.length;
}

/** A problem for every area of a set of countries that is no country, with the nearest code. */
export function unknownAreas(codes: readonly string[]): readonly Problem[] {
  if (!isSetOfCountries(codes)) return [];
  return codes
    .filter((code) => areaByCode(code) === null)
    .map((code) => {
      const meant = findArea(code)?.code ?? nearestWord(code, known());
      return problem(
        "securities.area-unknown",
        `The area "${code.slice(0, 60)}" is no code of a country or region${meant === null ? "" : `; the nearest is "${meant}"`}. The other areas are countries, and an area that is none would be ranked among them; correct the code (three letters of ISO 3166), or take its rows out.`,
        { field: "area" },
      );
    });
}

const known = (): readonly string[] => areas.map(({ code }) => code);

/**
 * What a reader must know of single areas of a set of countries: a state that no longer exists, with its
 * successors, and a region that stands among the countries it holds.
 */
export function notesOnAreas(codes: readonly string[]): readonly AreaNote[] {
  if (!isSetOfCountries(codes)) return [];
  return codes.flatMap((code): AreaNote[] => {
    const area = areaByCode(code);
    if (area?.kind === "dissolved")
      return [{ area: code, note: "dissolved", until: area.valid[1], successors: area.relatedTo }];
    return area?.kind === "region" ? [{ area: code, note: "region", until: null, successors: [] }] : [];
  });
}
