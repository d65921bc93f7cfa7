// Where an evaluated project works, as far as its title and symbol say. Never guessed from a language.

import { areaByCode, findArea } from "#kernel";
import { countryCodes, groupWords, regionCodes, regionWords } from "./area-codes.data.ts";
import { folded } from "./folded.ts";
import type { InventoryRegion, SymbolParts } from "./inventory-record.ts";

/** Country names are at most so many words long in titles. */
const longestName = 5;

/**
 * Countries named in a title, ISO 3166 alpha-3 in order of appearance. A name behind a slash is a partner or
 * donor (`STEP/Portugal project`), not a country the work was done in.
 */
export function countriesInTitle(title: string): readonly string[] {
  const tokens = [...title.matchAll(/(\/?)([\p{L}\p{M}][\p{L}\p{M}.'’-]*)/gu)].map((match) => ({
    text: match[2]!.replace(/[.'’-]+$/u, ""),
    partner: match[1] === "/" || title[(match.index ?? 0) + match[0].length] === "/",
  }));
  const codes: string[] = [];
  for (let i = 0; i < tokens.length; ) {
    let taken = 0;
    for (let length = Math.min(longestName, tokens.length - i); length > 0 && taken === 0; length--) {
      const words = tokens.slice(i, i + length);
      const name = words.map(({ text }) => text).join(" ");
      // Short words in capitals are abbreviations; `and` would be Andorra's code.
      if (!/^\p{Lu}/u.test(name) || name.length <= 3) continue;
      const area = findArea(name);
      if (area === null || area.kind === "region" || area.kind === "invented") continue;
      // A name of one word in capitals (`SSOS`) is an abbreviation even if a code looks like it.
      if (length === 1 && name === name.toUpperCase() && name.length <= 4) continue;
      taken = length;
      if (!words[0]!.partner && !codes.includes(area.code)) codes.push(area.code);
    }
    i += taken || 1;
  }
  return codes;
}

export const groupsInTitle = (title: string): readonly (typeof groupWords)[number][] => {
  const bare = folded(title);
  return groupWords.filter(({ pattern }) => pattern.test(bare));
};

/** The region that a title names by a word or a group, not by a country. */
export function regionNamed(title: string): InventoryRegion | null {
  const bare = folded(title);
  return regionWords.find(({ pattern }) => pattern.test(bare))?.region ?? null;
}

const regionOfCountry = (code: string): InventoryRegion | null => areaByCode(code)?.iloRegion ?? null;

type RowRegion = {
  readonly region: InventoryRegion | null;
  readonly basis: string;
  /** The area code pointed elsewhere, or at the whole world. */
  readonly conflict: boolean;
  readonly countries: readonly string[];
};

/** Region and countries: the title first, then the symbol's area code, then a country named in the title. */
export function rowRegion(
  title: string,
  symbol: SymbolParts | null,
  placeholderArea: string | null,
): RowRegion {
  const countries = countriesInTitle(title);
  const named = regionNamed(title);
  const areaCode = symbol?.area ?? null;
  const byCode = areaCode === null ? null : (regionCodes[areaCode] ?? null);
  if (areaCode !== null && byCode === null) {
    const country = countryCodes[areaCode] ?? areaCode;
    const region = regionOfCountry(country);
    if (region !== null) {
      const all = countries.includes(country) ? countries : [country, ...countries];
      const basis =
        countries.includes(country) || named === region
          ? "symbol country code and title"
          : "symbol country code";
      return { region, basis, conflict: named !== null && named !== region, countries: all };
    }
  }
  if (named !== null) {
    if (byCode === named)
      return { region: named, basis: `symbol code ${areaCode} and title`, conflict: false, countries };
    const conflict = (byCode !== null && byCode !== named) || placeholderArea !== null;
    return { region: named, basis: "title", conflict, countries };
  }
  if (byCode !== null)
    return { region: byCode, basis: `symbol code ${areaCode}`, conflict: false, countries };
  const first = countries[0];
  const byCountry = first === undefined ? null : regionOfCountry(first);
  if (byCountry !== null)
    return { region: byCountry, basis: "country named in the title", conflict: false, countries };
  return { region: null, basis: "none", conflict: false, countries };
}
