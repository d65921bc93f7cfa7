import { useMediaQuery } from "@mantine/hooks";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { routes } from "#contract";
import { areaName } from "#kernel";
import { useApi } from "../api.ts";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { FacetList, Facets } from "../shared/facet-list.tsx";
import { Page } from "../shared/page.tsx";
import { PagesOf } from "../shared/pages-of.tsx";
import { SearchField } from "../shared/search-field.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { EvaluationCards, EvaluationTable } from "./evaluation-list.tsx";
import style from "./evidence.module.css";
import { type Counts, facetItems, isTelling } from "./facet-counts.ts";
import { notStated, type RegistryState } from "./search-params.ts";
import { termKey } from "./term-keys.ts";

const route = getRouteApi("/evidence");
const pageSize = 50;
const facetNames = ["type", "timing", "nature", "region", "country", "language"] as const;
type FacetName = (typeof facetNames)[number];

function queryOf(state: RegistryState, without?: FacetName) {
  const { page, ...filters } = state;
  return {
    ...filters,
    ...(without ? { [without]: undefined } : {}),
    limit: without ? 0 : pageSize,
    offset: without ? 0 : ((page ?? 1) - 1) * pageSize,
  };
}

/** Counts for a facet with its own choice left aside; asked for only when there is a choice. */
function useAside(state: RegistryState, name: FacetName): Counts | undefined {
  return useApi(
    routes.listEvaluations,
    { query: queryOf(state, name) },
    { when: state[name] !== undefined, keep: true },
  ).value?.facets;
}

export function RegistryPage() {
  const say = useWords("evidence");
  const term = useWords("terms");
  const format = useFormat();
  const language = useLanguage();
  const state = route.useSearch();
  const navigate = useNavigate();
  const wide = useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false });
  const answer = useApi(routes.listEvaluations, { query: queryOf(state) }, { keep: true });
  const aside: Readonly<Record<FacetName, Counts | undefined>> = {
    type: useAside(state, "type"),
    timing: useAside(state, "timing"),
    nature: useAside(state, "nature"),
    region: useAside(state, "region"),
    country: useAside(state, "country"),
    language: useAside(state, "language"),
  };
  const label = (name: FacetName, value: string) =>
    name === "country" ? areaName(value, language) : term(termKey(name, value));
  const filtered = Object.entries(state).some(
    ([key, value]) => key !== "lang" && key !== "page" && value !== undefined,
  );

  return (
    <Page title={say("registry.title")} lead={say("registry.lead")}>
      <SearchField
        label={say("registry.filter")}
        button={say("registry.filterButton")}
        value={state.text ?? ""}
        onSearch={(text) =>
          navigate({ to: "/evidence", search: { ...state, text: text || undefined, page: undefined } })
        }
      />
      <p>
        <Link to="/evidence/search">{say("registry.toPassages")}</Link>
      </p>
      <Answered answer={answer} lines={12}>
        {({ total, evaluations, facets }) =>
          total === 0 && !filtered ? (
            <EmptyState what={say("registry.empty")} how={say("registry.emptyHow")} />
          ) : (
            <div className={style["split"]}>
              <Facets label={say("filters")}>
                {facetNames.map((name) => {
                  const chosen = state[name];
                  const items = facetItems(
                    name,
                    chosen === undefined ? [] : [chosen],
                    facets,
                    aside[name],
                    (value) => label(name, value),
                    notStated,
                  );
                  return isTelling(items) ? (
                    <FacetList
                      key={name}
                      title={say(`facet.${name}`)}
                      items={items}
                      turned={(item) => ({
                        ...state,
                        [name]: item.selected ? undefined : (item.value ?? notStated),
                        page: undefined,
                      })}
                    />
                  ) : null;
                })}
              </Facets>
              <div className={`${style["result"]} ${answer.refreshing ? style["refreshing"] : ""}`}>
                <p className={style["count"]} role="status">
                  <strong>{say("registry.count", { count: total, shown: format.number(total) })}</strong>{" "}
                  {filtered ? (
                    <Link to="/evidence" search={{ lang: state.lang } as never}>
                      {say("clear")}
                    </Link>
                  ) : null}
                </p>
                {total === 0 ? (
                  <EmptyState what={say("registry.none")} how={say("registry.noneHow")} />
                ) : wide ? (
                  <EvaluationTable evaluations={evaluations} />
                ) : (
                  <EvaluationCards evaluations={evaluations} />
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
