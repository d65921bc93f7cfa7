import list from "../shared/lists.module.css";
// A small search that other sites may show in a frame. It leads out of the frame, and knows no session.

import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { addressOf, routes } from "#contract";
import { useApi } from "../api.ts";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { SearchField } from "../shared/search-field.tsx";
import { Answered } from "../shared/states.tsx";
import { Highlighted } from "./highlighted.tsx";
import embed from "./search.module.css";

const route = getRouteApi("/embed/search");
const mostShown = 5;

export function EmbedPage() {
  const say = useWords("search");
  const evidence = useWords("evidence");
  const term = useWords("terms");
  const format = useFormat();
  const language = useLanguage();
  const { q = "" } = route.useSearch();
  const navigate = useNavigate();
  const answer = useApi(
    routes.searchPassages,
    { query: { q, limit: mostShown, facets: ["kind"] } },
    { keep: true, when: q !== "" },
  );
  useEffect(() => {
    document.title = say("embed.title");
  }, [say]);
  const inFull = `/evidence/search?q=${encodeURIComponent(q)}&lang=${language}`;
  return (
    <article className={embed["embed"]}>
      <h1 className="visually-hidden">{say("embed.title")}</h1>
      <SearchField
        label={say("embed.title")}
        button={evidence("search.button")}
        value={q}
        onSearch={(typed) => navigate({ to: "/embed/search", search: { q: typed || undefined } })}
      />
      {q === "" ? null : (
        <Answered answer={answer} lines={5}>
          {({ total, more, hits }) => (
            <>
              <p className={list["count"]} role="status">
                <strong>
                  {more
                    ? say("count.passagesMore", { shown: format.number(total) })
                    : say("count.passages", { count: total, shown: format.number(total) })}
                </strong>{" "}
                <a href={inFull} target="_blank" rel="noreferrer">
                  {say("embed.open")}
                </a>
              </p>
              <ol className={list["plain"]}>
                {hits.map(({ passage, title, highlights }) => (
                  <li key={passage.id} className={list["hit"]}>
                    <h2>
                      <a
                        href={addressOf(
                          { path: "/evidence/reports/:source" },
                          { source: passage.source },
                          { passage: passage.id, lang: language },
                        )}
                        target="_blank"
                        rel="noreferrer"
                      >
                        <span className={list["kind"]}>{term(`kind.${passage.kind}`)}</span> ·{" "}
                        {title ?? evidence("untitled")}
                      </a>
                    </h2>
                    <p className={list["hitText"]} lang={passage.language ?? undefined}>
                      <Highlighted text={passage.text} highlights={highlights} />
                    </p>
                  </li>
                ))}
              </ol>
            </>
          )}
        </Answered>
      )}
    </article>
  );
}
