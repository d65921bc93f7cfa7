// What an area is called in the four languages. The package's four language files are 6 kB compressed
// together, so they are loaded as one and a page needs no second request on a change of language.

import en from "i18n-iso-countries/langs/en.json" with { type: "json" };
import es from "i18n-iso-countries/langs/es.json" with { type: "json" };
import fr from "i18n-iso-countries/langs/fr.json" with { type: "json" };
import pt from "i18n-iso-countries/langs/pt.json" with { type: "json" };
import { kosovo } from "./area.data.ts";
import { areaByCode } from "./area.ts";
import { inventedNames } from "./area-invented.data.ts";
import { dissolvedNames, type Names, preferredNames, regionNames } from "./area-names.data.ts";
import { type Language, languages } from "./language.ts";

type LanguageFile = { readonly countries: Readonly<Record<string, string | readonly string[]>> };

/** Whole files, not their `countries`: reading a property here would keep the names in every bundle. */
const languageFiles: Readonly<Record<Language, LanguageFile>> = { en, fr, es, pt };

/** The package files Kosovo under its own two-letter code XK, which is not one of ISO 3166-1. */
const packageKey = (code: string) => (code === kosovo.code ? "XK" : areaByCode(code)?.alpha2);

const ownNames = (code: string): Names | undefined =>
  preferredNames[code] ?? dissolvedNames[code] ?? regionNames[code];

/** Every name the package has for an area in a language, its first choice first; none for regions. */
export function packageNamesOf(code: string, language: Language): readonly string[] {
  const key = packageKey(code);
  const found = key ? languageFiles[language].countries[key] : undefined;
  return found === undefined ? [] : typeof found === "string" ? [found] : found;
}

/**
 * The name of an area in a language: the short name the United Nations use, the same in every place of the
 * product. An invented area has one invented name in all languages; a code without a name comes back as it is.
 *
 * @param code as in `Area.code`; upper case
 * @source package i18n-iso-countries; regions after UN M49; departures in area-names.data.ts
 * @example
 * areaName("CIV", "pt") // => "Costa do Marfim"
 * areaName("202", "fr") // => "Afrique subsaharienne"
 * areaName("SUN", "es") // => "Unión Soviética"
 * areaName("XAA", "en") // => "Alvane"
 * areaName("???", "en") // => "???"
 */
export function areaName(code: string, language: Language): string {
  if (areaByCode(code) === null) return code;
  return (
    ownNames(code)?.[languages.indexOf(language)] ??
    packageNamesOf(code, language)[0] ??
    inventedNames[code] ??
    code
  );
}
