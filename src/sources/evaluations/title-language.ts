// The language of a title: too short for letter statistics, so its little words decide.

import type { Language } from "#kernel";
import { folded } from "./folded.ts";

const words: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    "the of and in for to on with from through towards by an its project programme evaluation social".split(
      " ",
    ),
  ),
  fr: new Set(
    "le la les de des du et en dans pour au aux sur par une projet programme d' l' cooperation pays".split(
      " ",
    ),
  ),
  es: new Set(
    "el la los las de del y en para con por una proyecto programa evaluacion al desde hacia sobre".split(" "),
  ),
  pt: new Set(
    "o a os as de do da dos das e em no na para com por uma projeto programa avaliacao ao sobre".split(" "),
  ),
};

/** The language whose little words the title has most of; null on a tie or without any. */
export function titleLanguage(title: string): Language | null {
  const tokens = folded(title)
    .replace(/([dl]')/g, "$1 ")
    .split(/[^a-z']+/);
  let best: Language | null = null;
  let most = 0;
  let tie = false;
  for (const language of ["en", "fr", "es", "pt"] as const) {
    const count = tokens.filter((token) => words[language].has(token)).length;
    if (count > most) [best, most, tie] = [language, count, false];
    else if (count === most) tie = true;
  }
  if (most > 0 && !tie) return best;
  if (/ã|õ|ção|ções/i.test(title)) return "pt";
  if (/ñ|ción|¿|¡/i.test(title)) return "es";
  if (/[èêëœçàù]/i.test(title)) return "fr";
  return most > 0 && best === "en" ? "en" : null;
}
