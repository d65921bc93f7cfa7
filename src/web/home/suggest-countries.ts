import { areaName, areas, type Language } from "#kernel";
import { folded } from "../folded.ts";

export type SuggestedCountry = { readonly code: string; readonly name: string };

/**
 * Countries and territories whose name begins with what was typed, or one of whose words does, or that are
 * named inside a longer question; whole names first.
 *
 * @returns at most five
 */
export function suggestCountries(typed: string, language: Language): readonly SuggestedCountry[] {
  const asked = folded(typed.trim());
  if (asked.length < 3) return [];
  return areas
    .filter((area) => area.kind !== "region" && area.kind !== "dissolved")
    .map((area) => {
      const shown = areaName(area.code, language);
      const name = folded(shown);
      const rank =
        name === asked || area.code.toLowerCase() === asked
          ? 0
          : name.startsWith(asked)
            ? 1
            : name.split(/[\s-]+/).some((word) => word.startsWith(asked))
              ? 2
              : name.length > 3 && ` ${asked.replace(/[^\p{L}\s-]/gu, " ")} `.includes(` ${name} `)
                ? 3
                : null;
      return { code: area.code, name: shown, rank };
    })
    .filter((one): one is typeof one & { rank: number } => one.rank !== null)
    .sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name))
    .slice(0, 5)
    .map(({ code, name }) => ({ code, name }));
}
