// How the region of a record was found, in the language of the page: the record says it in a short English form.

import { areaName } from "#kernel";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";

/** The basis in words; as it stands where it has another form. */
export function useRegionBasis(): (basis: string) => string {
  const say = useWords("evidence");
  const format = useFormat();
  const language = useLanguage();
  return (basis) => {
    const countries = /^countries: (.+)$/.exec(basis)?.[1];
    if (countries)
      return say("basis.countries", {
        countries: format.list(countries.split(/, */).map((code) => areaName(code, language))),
      });
    const symbol = /^symbol (?:code (\w+)|country code)( and title)?$/.exec(basis);
    if (symbol) {
      const code = symbol[1] ?? "";
      const words = code === "" ? say("basis.symbolCountry") : say("basis.symbol", { code });
      return symbol[2] ? say("basis.andTitle", { basis: words }) : words;
    }
    if (basis === "title") return say("basis.title");
    if (basis === "country named in the title") return say("basis.countryInTitle");
    return basis;
  };
}
