import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { routes } from "#contract";
import { areaName } from "#kernel";
import { branches } from "#records";
import { useApi } from "../api.ts";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { FacetList, Facets } from "../shared/facet-list.tsx";
import { Page } from "../shared/page.tsx";
import { PagesOf } from "../shared/pages-of.tsx";
import { SearchField } from "../shared/search-field.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import style from "./follow-up.module.css";
import { RecommendationItem } from "./recommendation-item.tsx";
import { type FacetName, facetNames, notStated, type RecommendationsState } from "./search-params.ts";

const route = getRouteApi("/evidence/recommendations");
const pageSize = 25;

const queryOf = ({ page, ...filters }: RecommendationsState) => ({
  ...filters,
  limit: pageSize,
  offset: ((page ?? 1) - 1) * pageSize,
});

/** Words for the values of the facets. */
export function useValueLabel() {
  const say = useWords("follow-up");
  const term = useWords("terms");
  const language = useLanguage();
  return (name: FacetName, value: string): string => {
    switch (name) {
      case "overdue":
        return say(`overdue.${value}`);
      case "state":
        return say(`state.${value}`);
      case "verdict":
        return say(`verdict.${value}`);
      case "priority":
        return say(`priority.${value}`);
      case "region":
        return term(`region.${value}`);
      case "language":
        return term(`language.${value}`);
      case "country":
        return areaName(value, language);
      case "theme":
        return (branches as readonly string[]).includes(value) ? say(`branch.${value}`) : value;
      default:
        return value;
    }
  };
}

export function RecommendationsPage() {
  const say = useWords("follow-up");
  const format = useFormat();
  const state = route.useSearch();
  const navigate = useNavigate();
  const label = useValueLabel();
  const answer = useApi(routes.listRecommendations, { query: queryOf(state) }, { keep: true });
  const filtered = Object.entries(state).some(
    ([key, value]) => key !== "lang" && key !== "page" && value !== undefined,
  );
  return (
    <Page title={say("list.title")} lead={say("list.lead")}>
      <SearchField
        label={say("list.search")}
        button={say("list.searchButton")}
        value={state.text ?? ""}
        onSearch={(text) =>
          navigate({
            to: "/evidence/recommendations",
            search: { ...state, text: text || undefined, page: undefined },
          })
        }
      />
      <p className={style["links"]}>
        <Link to="/evidence/follow-up">{say("toFigures")}</Link>
        <Link to="/evidence/advice">{say("toAdvice")}</Link>
      </p>
      <Answered answer={answer} lines={12}>
        {({ total, overdue, recommendations, facets, today }) =>
          total === 0 && !filtered ? (
            <EmptyState what={say("list.empty")} how={say("list.emptyHow")} />
          ) : (
            <div className={style["split"]}>
              <Facets label={say("filters")}>
                {facetNames.map((name) => {
                  const chosen = state[name];
                  const counts = facets[name] ?? [];
                  const items = counts.map(({ value, count }) => ({
                    value,
                    label: value === null ? "" : label(name, value),
                    count,
                    selected: chosen === (value ?? notStated),
                  }));
                  // A choice nothing answers to is still there, so that it can be taken away.
                  if (chosen !== undefined && !items.some(({ selected }) => selected))
                    items.push({ value: chosen, label: label(name, chosen), count: 0, selected: true });
                  return items.length > 1 || items.some(({ selected }) => selected) || name === "overdue" ? (
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
                  <strong>{say("list.count", { count: total })}</strong>{" "}
                  {say("list.overdue", { count: overdue, day: format.date(today) })}{" "}
                  {filtered ? (
                    <Link to="/evidence/recommendations" search={{ lang: state.lang } as never}>
                      {say("clear")}
                    </Link>
                  ) : null}
                </p>
                {total === 0 ? (
                  <EmptyState what={say("list.none")} how={say("list.noneHow")} />
                ) : (
                  <ol className={style["plain"]}>
                    {recommendations.map((one) => (
                      <RecommendationItem key={one.id} of={one} />
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
