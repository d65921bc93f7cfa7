// Words in four languages. One file per area and language (`words/evidence.fr.ts`, exporting `words`);
// a page's route asks for its area before it is shown, so only the words in use reach the browser.

import i18next, { type i18n } from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import { isLanguage, type Language, languages } from "#kernel";
import { typeset } from "./typeset.ts";

const files = import.meta.glob<Readonly<Record<string, string>>>("./words/*.{en,fr,es,pt}.ts", {
  import: "words",
});

const i18nInstance: i18n = i18next.createInstance();
const asked = new Set<string>(["shell"]);

await i18nInstance.use(initReactI18next).init({
  lng: "en",
  fallbackLng: false,
  supportedLngs: [...languages],
  ns: [],
  defaultNS: "shell",
  resources: {},
  keySeparator: false,
  interpolation: { escapeValue: false }, // React escapes
  react: { useSuspense: false },
});

async function load(area: string, language: Language): Promise<void> {
  if (i18nInstance.hasResourceBundle(language, area)) return;
  const file = files[`./words/${area}.${language}.ts`];
  if (!file) throw new Error(`No words for area ${area} in ${language}.`);
  i18nInstance.addResourceBundle(language, area, typeset(await file(), language));
}

const currentLanguage = (): Language => (isLanguage(i18nInstance.language) ? i18nInstance.language : "en");

/** Called by a route before its page is shown. */
export async function loadWords(...areas: readonly string[]): Promise<void> {
  for (const area of areas) asked.add(area);
  await Promise.all(areas.map((area) => load(area, currentLanguage())));
}

/** Changes the language of everything on the page once all its words are there. */
export async function speak(language: Language): Promise<void> {
  await Promise.all([...asked].map((area) => load(area, language)));
  if (i18nInstance.language !== language) await i18nInstance.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The first of the browser's languages that the pages speak, else English. */
export function browserLanguage(preferred: readonly string[] = navigator.languages): Language {
  return preferred.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? "en";
}

export type Say = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/**
 * The words of one area in the present language: `const say = useWords("evidence")`, then `say("title")` or
 * `say("hits", { count: 3 })` for a plural. A test reads these calls: pass keys as literals, or as templates
 * with a literal beginning (`kind.${kind}`).
 */
export function useWords(area: string): Say {
  const { t } = useTranslation(area, { i18n: i18nInstance });
  return (key, values) => t(key, values ?? {}) as string;
}

/** Whether an area has a word for a key made from data, such as a problem code. */
export const hasWord = (area: string, key: string): boolean => i18nInstance.exists(key, { ns: area });

export function useLanguage(): Language {
  const { i18n } = useTranslation("shell", { i18n: i18nInstance });
  return isLanguage(i18n.language) ? i18n.language : "en";
}
