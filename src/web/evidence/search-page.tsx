import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { routes } from "#contract";
import { areaName } from "#kernel";
import { useApi } from "../api.ts";
import { useFormat } from "../format.ts";
import { CountrySuggestions } from "../home/country-suggestions.tsx";
import { useLanguage, useWords } from "../i18n.ts";
import { FacetList, Facets } from "../shared/facet-list.tsx";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page } from "../shared/page.tsx";
import { PagesOf } from "../shared/pages-of.tsx";
import { SearchField } from "../shared/search-field.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import style from "./evidence.module.css";
import { type Counts, facetItems, isTelling } from "./facet-counts.ts";
import { Highlighted } from "./highlighted.tsx";
import { OtherHits } from "./other-hits.tsx";
import { notStated, type SearchState } from "./search-params.ts";
import { termKey } from "./term-keys.ts";

const route = getRouteApi("/evidence/search");
const pageSize = 20;
const facetNames = ["kind", "language", "region", "country"] as const;
type FacetName = (typeof facetNames)[number];

function queryOf(state: SearchState, without?: FacetName) {
  return {
    q: state.q ?? "",
    kind: state.kind,
    language: state.language,
    region: state.region,
    country: state.country,
    ...(without ? { [without]: undefined } : {}),
    limit: without ? 0 : pageSize,
    offset: without ? 0 : ((state.page ?? 1) - 1) * pageSize,
  };
}

function useAside(state: SearchState, name: FacetName): Counts | undefined {
  return useApi(
    routes.searchPassages,
    { query: queryOf(state, name) },
    { when: state[name] !== undefined, keep: true },
  ).value?.facets;
}

export function SearchPage() {
  const say = useWords("evidence");
  const term = useWords("terms");
  const format = useFormat();
  const language = useLanguage();
  const state = route.useSearch();
  const navigate = useNavigate();
  const answer = useApi(routes.searchPassages, { query: queryOf(state) }, { keep: true });
  const aside: Readonly<Record<FacetName, Counts | undefined>> = {
    kind: useAside(state, "kind"),
    language: useAside(state, "language"),
    region: useAside(state, "region"),
    country: useAside(state, "country"),
  };
  const label = (name: FacetName, value: string) =>
    name === "country" ? areaName(value, language) : term(termKey(name, value));
  const documents = useApi(routes.listDocuments, {});
  const originOf = new Map(documents.value?.map(({ source }) => [source.sha256, source.origin]));
  const filtered = facetNames.some((name) => state[name] !== undefined);

  return (
    <Page
      title={state.q ? say("search.titleFor", { query: state.q }) : say("search.title")}
      lead={state.q ? undefined : say("search.lead")}
    >
      <SearchField
        label={say("search.label")}
        button={say("search.button")}
        value={state.q ?? ""}
        onSearch={(q) =>
          navigate({ to: "/evidence/search", search: { ...state, q: q || undefined, page: undefined } })
        }
      />
      <CountrySuggestions typed={state.q ?? ""} />
      <OtherHits query={state.q ?? ""} />
      <Answered answer={answer} lines={12}>
        {({ total, hits, facets }) =>
          total === 0 && !filtered && !state.q ? (
            <EmptyState what={say("search.empty")} how={say("search.emptyHow")} />
          ) : total === 0 && !filtered ? (
            <div role="status">
              <EmptyState what={say("search.none")} how={say("search.noneHow")} />
            </div>
          ) : (
            <div className={style["split"]}>
              <Facets label={say("filters")}>
                {facetNames.map((name) => {
                  const chosen: readonly string[] = state[name] ?? [];
                  const items = facetItems(
                    name,
                    chosen,
                    facets,
                    aside[name],
                    (value) => label(name, value),
                    notStated,
                  ).filter((item) => item.value !== null);
                  return isTelling(items) ? (
                    <FacetList
                      key={name}
                      title={say(`facet.${name}`)}
                      items={items}
                      turned={(item) => {
                        const rest = chosen.filter((value) => value !== item.value);
                        const next = item.selected ? rest : [...rest, item.value];
                        return { ...state, [name]: next.length > 0 ? next : undefined, page: undefined };
                      }}
                    />
                  ) : null;
                })}
              </Facets>
              <div className={`${style["result"]} ${answer.refreshing ? style["refreshing"] : ""}`}>
                <p className={style["count"]} role="status">
                  <strong>{say("search.count", { count: total, shown: format.number(total) })}</strong>{" "}
                  {filtered ? (
                    <Link to="/evidence/search" search={{ q: state.q, lang: state.lang } as never}>
                      {say("clear")}
                    </Link>
                  ) : null}
                </p>
                {total === 0 ? (
                  <EmptyState what={say("search.none")} how={say("search.noneHow")} />
                ) : (
                  <ol className={style["plain"]}>
                    {hits.map(({ passage, title, year, evaluation, highlights }) => (
                      <li key={passage.id} className={style["hit"]}>
                        <h2>
                          <Link
                            to="/evidence/reports/$sha256"
                            params={{ sha256: passage.source }}
                            search={{ passage: passage.id }}
                          >
                            <span className={style["kind"]}>{term(`kind.${passage.kind}`)}</span>
                            {passage.label ? ` ${passage.label}` : null}
                            {" · "}
                            {title ?? say("untitled")}
                          </Link>
                        </h2>
                        <p className={style["hitText"]} lang={passage.language ?? undefined}>
                          <Highlighted text={passage.text} highlights={highlights} />
                        </p>
                        <p className={style["meta"]}>
                          <OriginMark origin={originOf.get(passage.source) ?? "real"} />
                          {year ? <span>{year}</span> : null}
                          {passage.page !== null ? (
                            <span>{say("page", { page: format.number(passage.page) })}</span>
                          ) : null}
                          {passage.paragraph ? (
                            <span>{say("paragraph", { paragraph: passage.paragraph })}</span>
                          ) : null}
                          {passage.heading ? (
                            <span lang={passage.language ?? undefined}>{passage.heading}</span>
                          ) : null}
                          {evaluation ? (
                            <Link to="/evidence/evaluations/$id" params={{ id: evaluation }}>
                              {say("toRecord")}
                            </Link>
                          ) : null}
                        </p>
                      </li>
                    ))}
                  </ol>
                )}
                <PagesOf total={total} size={pageSize} page={state.page ?? 1} />
              </div>
            </div>
          )
        }
      </Answered>
    </Page>
  );
}
