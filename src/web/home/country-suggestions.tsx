import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { Language } from "#kernel";
import { useLanguage, useWords } from "../i18n.ts";
import style from "./country-suggestions.module.css";
import type { SuggestedCountry } from "./suggest-countries.ts";

// The names of 250 countries in four languages weigh as much as a page: they come when somebody types.
const suggest = async (typed: string, language: Language) =>
  (await import("./suggest-countries.ts")).suggestCountries(typed, language);

/** Direct links to the countries whose names are being typed. */
export function CountrySuggestions({ typed }: { readonly typed: string }) {
  const say = useWords("shell");
  const language = useLanguage();
  const [found, setFound] = useState<readonly SuggestedCountry[]>([]);
  useEffect(() => {
    let current = true;
    if (typed.trim().length < 3) setFound([]);
    else void suggest(typed, language).then((countries) => current && setFound(countries));
    return () => {
      current = false;
    };
  }, [typed, language]);
  return (
    <div role="status" className={style["suggestions"]}>
      {found.length === 0 ? null : (
        <>
          <span>{say("suggest.countries")}</span>
          <ul>
            {found.map(({ code, name }) => (
              <li key={code}>
                <Link to={`/countries/${code}` as "/"}>{name}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
