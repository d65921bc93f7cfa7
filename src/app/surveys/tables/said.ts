// Sentences with what is filled into them.

import { type Language, type Localised, languages } from "#kernel";
import type { Words } from "./table-words.data.ts";

type Values = Readonly<Record<string, string | number | Localised>>;

/** A text in some languages, as records and answers have it. */
type Text = { readonly en: string } & { readonly [L in Exclude<Language, "en">]?: string | undefined };

/** A text in a language, else in English. */
export const inLanguage = (text: Text, language: Language): string => text[language] ?? text.en;

/** A sentence in one language; texts filled in come in that language, too. */
export const said = (words: Words, values: Values, language: Language): string =>
  words[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === "object" ? inLanguage(value, language) : String(value);
  });

/** The same in all four. */
export const saidInAll = (words: Words, values: Values): Localised =>
  Object.fromEntries(languages.map((language) => [language, said(words, values, language)])) as Localised;
