import { useId } from "react";
import type { Problem } from "#kernel";
import { hasWord, useLanguage, useWords } from "../i18n.ts";
import style from "./surveys.module.css";

type Reason = Pick<Problem, "code" | "message">;

/**
 * Why a table is not given, in sentences, and what to do. The server's sentences are English and name the
 * values; in another language the meaning of their code stands before them.
 */
export function Refusal({ title, reasons }: { readonly title: string; readonly reasons: readonly Reason[] }) {
  const say = useWords("survey-tables");
  const language = useLanguage();
  const id = useId();
  const codes = [...new Set(reasons.map(({ code }) => code))];
  return (
    <section className={style["refusal"]} aria-labelledby={id} role="alert">
      <p id={id}>
        <strong>{title}</strong>
      </p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            {language !== "en" && hasWord("survey-tables", `refusal.${code}`) ? (
              <>{say(`refusal.${code}`)} </>
            ) : null}
            {reasons
              .filter((reason) => reason.code === code)
              .map(({ message }) => (
                <span key={message} lang="en" className={style["reason"]}>
                  {message}{" "}
                </span>
              ))}
            {hasWord("survey-tables", `remedy.${code}`) ? say(`remedy.${code}`) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
