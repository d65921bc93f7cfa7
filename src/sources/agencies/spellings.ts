// What the spellings of areas and sexes in agencies' files stand for.

import { areaByAgencyCode, areaByCode, findArea, isInventedAreaCode } from "#kernel";
import type { ObservationSpellings, Origin } from "#records";

/**
 * Codes for the distinct area spellings of a file.
 *
 * Known are ISO 3166 alpha-3 (in capitals or small), alpha-2 in capitals, M49 codes, names in four languages, the
 * invented codes XAA to XZZ, and what agencies write for Kosovo. `given` comes first: a table by the person who knows
 * the file (Gapminder's `hos`), because other codes are never guessed.
 *
 * @example
 * mapAreas(["FRA", "Bolivia", "OWID_WRL"]) // => { codes: { FRA: "FRA", Bolivia: "BOL" }, unknown: ["OWID_WRL"] }
 */
export function mapAreas(
  spellings: readonly string[],
  given: Readonly<Record<string, string>> = {},
): { readonly codes: Readonly<Record<string, string>>; readonly unknown: readonly string[] } {
  const codes: Record<string, string> = {};
  const unknown: string[] = [];
  for (const spelling of spellings) {
    const code = areaCodeOf(spelling, given);
    if (code === null) unknown.push(spelling);
    else codes[spelling] = code;
  }
  return { codes, unknown };
}

function areaCodeOf(spelling: string, given: Readonly<Record<string, string>>): string | null {
  const text = spelling.trim();
  if (Object.hasOwn(given, text)) return given[text]!;
  // In a column of areas "per" is no word: Gapminder and others write ISO codes small.
  const upper = text.toUpperCase();
  const small = /^[a-z]{3}$/.test(text) ? (areaByCode(upper) ?? areaByAgencyCode(upper)) : null;
  return (areaByCode(text) ?? findArea(text) ?? small)?.code ?? null;
}

const sexes: Readonly<Record<string, string>> = {
  T: "T",
  _T: "T",
  TOTAL: "T",
  BOTH: "T",
  BOTHSEXES: "T",
  F: "F",
  W: "F",
  FEMALE: "F",
  FEMALES: "F",
  WOMEN: "F",
  M: "M",
  MALE: "M",
  MALES: "M",
  MEN: "M",
  O: "O",
  OTHER: "O",
  _O: "O",
  _Z: "T",
  _N: "_N",
  _U: "_U",
  U: "_U",
  UNKNOWN: "_U",
};

/**
 * The sex code of a spelling: `T` (both, or not broken down), `F`, `M`, `O` (other), `_N` (not stated),
 * `_U` (unknown); null for anything else. `SEX_T` (ILO), `sex_t`, `_T` (SDMX CL_SEX 2.1), `Female` and an
 * empty cell are understood. `_Z` (not applicable) is `T`: a figure without persons is not broken down.
 */
export function sexCodeOf(spelling: string): string | null {
  const text = spelling.trim().toUpperCase().replace(/^SEX_/, "").replace(/[ -]/g, "");
  return text === "" ? "T" : (sexes[text] ?? null);
}

/**
 * Both kinds of spellings in the form the store asks for. In real data an invented area is no area, whether it is
 * spelled by its code or by its name.
 *
 * @param areas the person's own table
 */
export const observationSpellings = (
  areas: Readonly<Record<string, string>> = {},
  origin?: Origin,
): ObservationSpellings => ({
  area(spelling) {
    const code = areaCodeOf(spelling, areas);
    return origin === "real" && code !== null && isInventedAreaCode(code) ? null : code;
  },
  sex: sexCodeOf,
});
