import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useLanguage, useWords } from "../i18n.ts";
import style from "./evidence.module.css";
import { fitsWords } from "./fits-words.ts";

/** More are better looked for on their own page. */
const mostShown = 4;

/** What a search of the passages finds elsewhere: evaluations by title, indicators with figures, Conventions. */
export function OtherHits({ query }: { readonly query: string }) {
  const say = useWords("evidence");
  const language = useLanguage();
  const asked = { when: query !== "" };
  const evaluations = useApi(routes.listEvaluations, { query: { text: query, limit: 1 } }, asked);
  const catalogue = useApi(routes.listIndicators, {}, asked);
  const conventions = useApi(routes.listConventions, {}, asked);
  const held = useApi(routes.indicatorData, {}, asked);
  const withFigures = new Set(
    held.value?.filter(({ releases }) => releases.length > 0).map(({ indicator }) => indicator),
  );
  const indicators = (catalogue.value ?? []).filter(
    ({ id, label }) => withFigures.has(id) && fitsWords(query, `${id} ${label.en} ${label[language] ?? ""}`),
  );
  const standards = (conventions.value ?? []).filter(({ code, number, title }) =>
    fitsWords(query, `${code} C${number} ${title}`),
  );
  const count = evaluations.value?.total ?? 0;
  if (query === "" || count + indicators.length + standards.length === 0) return null;
  return (
    <aside className={style["also"]} aria-label={say("also.heading")} data-print="hide">
      <strong>{say("also.heading")}</strong>
      <dl>
        {count > 0 ? (
          <Found what={say("also.evaluations")}>
            <li>
              <Link to="/evidence" search={{ text: query }}>
                {say("also.evaluationsCount", { count })}
              </Link>
            </li>
          </Found>
        ) : null}
        {indicators.length > 0 ? (
          <Found what={say("also.indicators")}>
            {indicators.slice(0, mostShown).map(({ id, label }) => (
              <li key={id}>
                <Link to="/indicators/$id" params={{ id }}>
                  {label[language] ?? label.en}
                </Link>
              </li>
            ))}
          </Found>
        ) : null}
        {standards.length > 0 ? (
          <Found what={say("also.conventions")}>
            {standards.slice(0, mostShown).map(({ code, title }) => (
              <li key={code}>
                <Link to="/standards/$code" params={{ code }}>
                  {code} <span lang="en">{title}</span>
                </Link>
              </li>
            ))}
            {standards.length > mostShown ? (
              <li>
                <Link to="/standards" search={{ q: query }}>
                  {say("also.conventionsAll", { count: standards.length })}
                </Link>
              </li>
            ) : null}
          </Found>
        ) : null}
      </dl>
    </aside>
  );
}

function Found({ what, children }: { readonly what: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{what}</dt>
      <dd>
        <ul>{children}</ul>
      </dd>
    </div>
  );
}
