import type { Language } from "#kernel";
import { useLanguage } from "../i18n.ts";
import { inLanguage } from "../indexes/names.ts";

export type Texts = Parameters<typeof inLanguage>[0];

/** Language to mark a text with where it is not there in the one of the page. */
export const languageOf = (text: Texts, language: Language): Language | undefined =>
  language === "en" || text[language] !== undefined ? undefined : "en";

/** A text that came with the data, in the language of the page or marked as English. */
export function Told({ text }: { readonly text: Texts }) {
  const language = useLanguage();
  const own = languageOf(text, language);
  return own === undefined ? (
    inLanguage(text, language)
  ) : (
    <span lang={own}>{inLanguage(text, language)}</span>
  );
}
