import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { routes } from "#contract";
import { areaName } from "#kernel";
import { branches } from "#records";
import { useApi } from "../api.ts";
import { facetItems, isTelling } from "../evidence/facet-counts.ts";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { useTermLabel } from "../registry/use-terms.ts";
import { FacetList, Facets } from "../shared/facet-list.tsx";
import list from "../shared/lists.module.css";
import { Page } from "../shared/page.tsx";
import { PagesOf } from "../shared/pages-of.tsx";
import { SearchField } from "../shared/search-field.tsx";
import { SetFilters } from "../shared/set-filters.tsx";
import { StateLink } from "../shared/state-link.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { RecommendationItem } from "./recommendation-item.tsx";
import {
  acceptedNotDone,
  type FacetName,
  facetNames,
  notStated,
  type RecommendationsState,
  turned,
  valuesOf,
} from "./search-params.ts";

const route = getRouteApi("/evidence/recommendations");
const pageSize = 25;

const queryOf = (state: RecommendationsState) => ({
  ...Object.fromEntries(
    facetNames.flatMap((name) => {
      const values = valuesOf(state, name);
      return values.length === 0 ? [] : [[name, values]];
    }),
  ),
  text: state.text,
  evaluation: state.evaluation,
  limit: pageSize,
  offset: ((state.page ?? 1) - 1) * pageSize,
});

/** Words for the values of the facets. */
export function useValueLabel() {
  const say = useWords("follow-up");
  const term = useWords("terms");
  const language = useLanguage();
  const named = useTermLabel();
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
        return (branches as readonly string[]).includes(value)
          ? say(`branch.${value}`)
          : named("themes", value);
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
  const term = useWords("terms");
  const answer = useApi(routes.listRecommendations, { query: queryOf(state) }, { keep: true });
  const filtered = Object.entries(state).some(
    ([key, value]) => key !== "lang" && key !== "page" && value !== undefined,
  );
  const isNotDone = (["verdict", "state"] as const).every(
    (name) => valuesOf(state, name).join() === acceptedNotDone[name].join(),
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
      <p className={list["line"]}>
        <StateLink search={(former) => ({ text: former["text"], ...acceptedNotDone })} current={isNotDone}>
          {say("list.notDone")}
        </StateLink>
        <Link to="/evidence/follow-up">{say("toFigures")}</Link>
        <Link to="/evidence/advice">{say("toAdvice")}</Link>
      </p>
      <Answered answer={answer} lines={12}>
        {({ total, overdue, recommendations, facets, today }) =>
          total === 0 && !filtered ? (
            <EmptyState what={say("list.empty")} how={<Link to="/desk">{say("list.emptyHow")}</Link>} />
          ) : (
            <div className={list["split"]}>
              <Facets label={say("filters")}>
                {facetNames.map((name) => {
                  const items = facetItems(
                    name,
                    valuesOf(state, name),
                    facets,
                    undefined,
                    (value) => label(name, value),
                    notStated,
                  );
                  return isTelling(items) || name === "overdue" ? (
                    <FacetList
                      key={name}
                      title={say(`facet.${name}`)}
                      items={items}
                      turned={(item) => turned(state, name, item.value ?? notStated)}
                    />
                  ) : null;
                })}
              </Facets>
              <div className={`${list["result"]} ${answer.refreshing ? list["refreshing"] : ""}`}>
                <p className={list["count"]} role="status">
                  <strong>{say("list.count", { count: total })}</strong>{" "}
                  {say("list.overdue", { count: overdue, day: format.date(today) })}
                </p>
                <SetFilters
                  filters={[
                    ...(state.evaluation === undefined
                      ? []
                      : [
                          {
                            name: say("facet.evaluation"),
                            value: state.evaluation,
                            without: { ...state, evaluation: undefined, page: undefined },
                          },
                        ]),
                    ...facetNames.flatMap((name) =>
                      valuesOf(state, name).map((value) => ({
                        name: say(`facet.${name}`),
                        value: value === notStated ? term("notStated") : label(name, value),
                        without: turned(state, name, value),
                      })),
                    ),
                  ]}
                  unfiltered={{ text: state.text }}
                />
                {total === 0 ? (
                  <EmptyState what={say("list.none")} how={say("list.noneHow")} />
                ) : (
                  <ol className={list["plain"]}>
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
