import { type Language, languages } from "#kernel";
import type { Wording } from "#records";
import { useLanguage } from "../../i18n.ts";

type SomeWording = { readonly [L in keyof Wording]?: Wording[L] | undefined };

/** Words of a definition in the language of the page, else in the first that is there. */
export function wordingIn(language: Language, words: SomeWording | null): string {
  if (words === null) return "";
  for (const one of [language, ...languages]) {
    const text = words[one];
    if (text !== undefined) return text;
  }
  return "";
}

export function useWording(): (words: SomeWording | null) => string {
  const language = useLanguage();
  return (words) => wordingIn(language, words);
}
