import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { addressOf, routes } from "#contract";
import { useApi } from "../api.ts";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { inLanguage } from "../indexes/names.ts";
import lists from "../shared/lists.module.css";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page } from "../shared/page.tsx";
import { StateLink } from "../shared/state-link.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import type { StudyAnswer } from "./answers.ts";
import { Dictionary } from "./dictionary.tsx";
import { GetMicrodata } from "./get-microdata.tsx";
import { Questionnaires } from "./questionnaires.tsx";
import { type StudyState, studyTabs } from "./search-params.ts";
import { StudyDescription } from "./study-description.tsx";
import { StudyIndexes } from "./study-indexes.tsx";
import { StudyTables } from "./study-tables.tsx";
import style from "./surveys.module.css";
import { languageOf } from "./told.tsx";
import { useStudyWords } from "./use-study-words.ts";
import "../charts/facts.css";

const route = getRouteApi("/surveys/$id");

/** One study: what it is in two sentences, then its parts as tabs that stand in the address. */
export function StudyPage() {
  const say = useWords("surveys");
  const language = useLanguage();
  const { id } = route.useParams();
  const state = route.useSearch();
  const answer = useApi(
    routes.study,
    { params: { id }, query: state.edition === undefined ? {} : { edition: state.edition } },
    { keep: true },
  );
  const found = answer.value;
  const isMissing = answer.problems.some(({ code }) => code.endsWith("not-found"));
  return (
    <Page
      title={isMissing ? say("missing", { id }) : found ? inLanguage(found.study.title, language) : id}
      titleLanguage={found ? languageOf(found.study.title, language) : undefined}
      kicker={
        <>
          <Link to="/surveys">{say("title")}</Link>
          {found ? (
            <>
              {" · "}
              {say(`kind.${found.study.kind}`)}
              {" · "}
              <span className={style["name"]}>{found.study.id}</span>{" "}
              <OriginMark origin={found.study.origin} />
            </>
          ) : null}
        </>
      }
      lead={found ? <WhatItIs found={found} /> : null}
      cite={!isMissing}
    >
      <Answered answer={answer} lines={12}>
        {(value) => <Parts found={value} state={state} />}
      </Answered>
    </Page>
  );
}

/** Two sentences: whom it asked, where and when; and how far that reaches. */
function WhatItIs({ found: { study, files } }: { readonly found: StudyAnswer }) {
  const say = useWords("surveys");
  const format = useFormat();
  const words = useStudyWords();
  const rows = files.map((file) => say(`rows.${file.unit}`, { count: file.rows }));
  const place = { areas: words.areas(study.areas), years: words.years(study.years) };
  return (
    <>
      {say(`what.${study.kind}`, place)}{" "}
      {rows.length > 0 ? `${say("what.rows", { rows: format.list(rows) })} ` : null}
      <strong>{words.coverage(study.coverage.class, study.coverage.places)}</strong>
    </>
  );
}

function Parts({ found, state }: { readonly found: StudyAnswer; readonly state: StudyState }) {
  const say = useWords("surveys");
  const tab = state.tab ?? "description";
  const list = useRef<HTMLUListElement>(null);
  // On a phone the tabs are one line that scrolls; the present one is brought into it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab, another part of the line
  useEffect(() => {
    const line = list.current;
    const present = line?.querySelector<HTMLElement>("[aria-current]");
    if (line && present) line.scrollLeft = present.offsetLeft - line.offsetLeft - line.clientWidth / 3;
  }, [tab]);
  return (
    <>
      <EditionNote found={found} />
      <nav aria-label={say("tabs")} className={style["tabs"]} data-print="hide">
        <ul ref={list}>
          {studyTabs.map((one) => (
            <li key={one}>
              <StateLink
                current={one === tab}
                search={(now) => ({
                  tab: one === "description" ? undefined : one,
                  edition: now["edition"],
                  lang: now["lang"],
                })}
              >
                {say(`tab.${one}`)}
              </StateLink>
            </li>
          ))}
        </ul>
      </nav>
      {tab === "description" ? (
        <StudyDescription found={found} />
      ) : tab === "questionnaires" ? (
        <Questionnaires study={found.study} />
      ) : tab === "microdata" ? (
        <GetMicrodata found={found} />
      ) : found.edition === null ? (
        <EmptyState what={say("noEdition")} how={say("noEditionHow")} />
      ) : tab === "dictionary" ? (
        <Dictionary found={found} state={state} />
      ) : tab === "tables" ? (
        <StudyTables found={found} />
      ) : (
        <StudyIndexes found={found} />
      )}
      <p className={lists["line"]} data-print="hide">
        <a
          href={addressOf(
            routes.downloadStudyDdi,
            { id: found.study.id },
            found.edition === null ? {} : { edition: found.edition.version },
          )}
          download
        >
          {say("ddi")}
        </a>
      </p>
    </>
  );
}

/** Which version of the data is shown, where it is not simply the newest published one. */
function EditionNote({ found }: { readonly found: StudyAnswer }) {
  const say = useWords("surveys");
  const format = useFormat();
  const { edition, editions } = found;
  if (edition === null) return null;
  if (edition.withdrawn)
    return (
      <p className="fact-notice">
        {say("edition.withdrawn", {
          version: edition.version,
          date: format.date(edition.withdrawn.at),
          reason: edition.withdrawn.reason,
        })}
      </p>
    );
  if (edition.state === "draft")
    return <p className="fact-notice">{say("edition.draft", { version: edition.version })}</p>;
  const newest = Math.max(
    ...editions.filter(({ state }) => state === "published").map(({ version }) => version),
  );
  return edition.version < newest ? (
    <p className="fact-notice">
      {say("edition.older", { version: edition.version, newest })}{" "}
      <StateLink search={(now) => ({ ...now, edition: undefined })}>{say("edition.toNewest")}</StateLink>
    </p>
  ) : null;
}
