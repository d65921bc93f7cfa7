import { type Language, languages } from "#kernel";

/** The sentence of a finding in a language, else in the first there is, with the language it is in. */
export function sentenceIn(
  text: Partial<Readonly<Record<Language, string | undefined>>>,
  wanted: Language,
): { readonly text: string; readonly language: Language } {
  for (const language of [wanted, ...languages]) {
    const said = text[language];
    if (said) return { text: said, language };
  }
  return { text: "", language: wanted };
}
