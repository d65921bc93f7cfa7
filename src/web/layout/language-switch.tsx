import { Link } from "@tanstack/react-router";
import { type Language, languages } from "#kernel";
import { useLanguage, useWords } from "../i18n.ts";
import style from "./layout.module.css";

/** Each language by its own name, whatever language the page speaks. */
const ownNames: Readonly<Record<Language, string>> = {
  en: "English",
  fr: "Français",
  es: "Español",
  pt: "Português",
};

export function LanguageSwitch() {
  const say = useWords("shell");
  const present = useLanguage();
  return (
    <nav aria-label={say("language.label")}>
      <ul className={style["languages"]}>
        {languages.map((language) => (
          <li key={language}>
            <Link
              to="."
              search={(search) => ({ ...search, lang: language })}
              replace
              hrefLang={language}
              lang={language}
              aria-label={ownNames[language]}
              title={ownNames[language]}
              activeOptions={{ exact: true, explicitUndefined: true }}
              aria-current={language === present ? "true" : undefined}
              activeProps={{}}
              className={style["language"]}
            >
              {language.toUpperCase()}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
