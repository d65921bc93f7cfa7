// Which areas an index is made over: whether they are countries, which of them are none, and which a reader
// must know something of.

import { areaByCode, areaName, areas, findArea, type Problem, problem } from "#kernel";
import type { AreaNote } from "./index-run.ts";

/**
 * Whether the areas are countries: at least half of them are codes of countries, territories, dissolved
 * states, regions or invented areas. An index may also be made over provinces, enterprises or households,
 * whose names are the user's own.
 */
export function isSetOfCountries(codes: readonly string[]): boolean {
  const known = codes.filter((code) => areaByCode(code) !== null).length;
  return known > 0 && 2 * known >= codes.length;
}

/** A problem for every area of a set of countries that is no country, with the code it may stand for. */
export function unknownAreas(codes: readonly string[]): readonly Problem[] {
  if (!isSetOfCountries(codes)) return [];
  return codes
    .filter((code) => areaByCode(code) === null)
    .map((code) => {
      const meant = findArea(code)?.code ?? sameLetters(code);
      return problem(
        "securities.area-unknown",
        `The area "${code.slice(0, 60)}" is no code of a country or region${meant === null ? "" : `; it may stand for "${meant}" (${areaName(meant, "en")})`}. The other areas are countries, and an area that is none would be ranked among them; correct the code (three letters of ISO 3166), or take its rows out.`,
        { field: "area" },
      );
    });
}

/** The one code with the same letters in another order. One letter apart is, among codes, another country. */
function sameLetters(text: string): string | null {
  const letters = [...text.toUpperCase()].sort().join("");
  const found = areas.filter(({ code }) => [...code].sort().join("") === letters);
  return found.length === 1 ? found[0]!.code : null;
}

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
