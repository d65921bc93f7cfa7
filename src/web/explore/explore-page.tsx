import { NativeSelect } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import lists from "../shared/lists.module.css";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page, Section } from "../shared/page.tsx";
import { StateLink } from "../shared/state-link.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import switchStyle from "../shared/view-switch.module.css";
import type { ExploreFacets } from "./answers.ts";
import { ChartView } from "./chart-view.tsx";
import style from "./explore.module.css";
import { ChosenFilters, ExploreFilters } from "./explore-filters.tsx";
import { type Labels, useLabels } from "./labels.ts";
import { MapView } from "./map-view.tsx";
import { type ExploreState, exploreViews, filterQuery, labelKinds } from "./search-params.ts";
import { TableView } from "./table-view.tsx";
import { TakeAway } from "./take-away.tsx";

const route = getRouteApi("/explore");

/** Filters first; then the same choice as table, chart or map, and as a file. All of it stands in the address. */
export function ExplorePage() {
  const say = useWords("explore");
  const state = route.useSearch();
  const labels = useLabels(state.labels);
  const facets = useApi(routes.exploreFacets, { query: filterQuery(state) }, { keep: true });
  return (
    <Page title={say("title")} lead={say("lead")}>
      <Answered answer={facets} lines={14}>
        {(found) =>
          found.facets.release.length === 0 ? (
            <EmptyState what={say("empty")} how={say("emptyHow")} />
          ) : (
            <Explored state={state} facets={found} labels={labels} isOlder={facets.refreshing} />
          )
        }
      </Answered>
    </Page>
  );
}

function Explored({
  state,
  facets,
  labels,
  isOlder,
}: {
  readonly state: ExploreState;
  readonly facets: ExploreFacets;
  readonly labels: Labels;
  readonly isOlder: boolean;
}) {
  const say = useWords("explore");
  const format = useFormat();
  const navigate = route.useNavigate();
  const change = (part: Partial<ExploreState>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });
  const view = state.view ?? "table";
  // One indicator at a time can be drawn, and a table of countries by years is read one at a time.
  const isSingle = view !== "table" || (state.pivot ?? "area-year") === "area-year";
  const first = labels.indicators.first(
    facets.facets.indicator.map(({ value, count }) => ({ indicator: value, unit: null, values: count ?? 0 })),
  );
  const chosen = state.indicator?.[0] ?? first;
  const isDefault =
    isSingle && !state.indicator && chosen !== undefined && facets.facets.indicator.length > 1;
  const query = {
    ...filterQuery(state),
    ...(isDefault && { indicator: [chosen] }),
    ...(view !== "table" && chosen !== undefined && { indicator: [chosen] }),
  };
  const origins = [...new Set(facets.releases.map(({ origin }) => origin))];
  return (
    <div className={lists["split"]}>
      <ExploreFilters state={state} facets={facets} labels={labels} change={change} />
      <div className={`${lists["result"]} ${isOlder ? lists["refreshing"] : ""}`} aria-busy={isOlder}>
        <p className={lists["count"]} role="status">
          <strong>{say("count.observations", { count: facets.rows })}</strong>{" "}
          {say("count.series", { count: facets.series })}{" "}
          {say("count.releases", { count: facets.releases.length })}{" "}
          {origins.map((origin) => (origin === "real" ? null : <OriginMark key={origin} origin={origin} />))}
        </p>
        <ChosenFilters state={state} labels={labels} />
        {facets.rows === 0 ? (
          <EmptyState what={say("none")} how={say("noneHow")} />
        ) : (
          <>
            <nav aria-label={say("views")} className={`${switchStyle["switch"]} ${style["views"]}`}>
              {exploreViews.map((one) => (
                <StateLink
                  key={one}
                  current={one === view}
                  search={(now) => ({
                    ...now,
                    view: one === "table" ? undefined : one,
                    page: undefined,
                    columns: undefined,
                  })}
                >
                  {say(`view.${one}`)}
                </StateLink>
              ))}
            </nav>
            <div className={style["options"]} data-print="hide">
              <NativeSelect
                size="xs"
                label={say("labels")}
                value={state.labels ?? "name"}
                onChange={(event) => {
                  const kind = labelKinds.find((one) => one === event.currentTarget.value);
                  change({ labels: kind === "name" ? undefined : kind });
                }}
              >
                {labelKinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {say(`labels.${kind}`)}
                  </option>
                ))}
              </NativeSelect>
              {view === "table" ? null : (
                <OneYear state={state} counted={facets.facets.year} change={change} />
              )}
            </div>
            {isDefault ? (
              <p className={style["hint"]}>
                {say("defaultIndicator", {
                  indicator: labels.indicator(chosen),
                  count: format.number(facets.facets.indicator.length),
                })}
              </p>
            ) : view !== "table" && (state.indicator?.length ?? 0) > 1 ? (
              <p className={style["hint"]}>
                {say("firstIndicator", { indicator: labels.indicator(chosen ?? "") })}
              </p>
            ) : null}
            {view === "table" ? (
              <TableView state={state} query={query} labels={labels} change={change} />
            ) : view === "chart" ? (
              <ChartView state={state} query={query} labels={labels} change={change} />
            ) : (
              <MapView state={state} query={query} labels={labels} change={change} />
            )}
          </>
        )}
        <Section title={say("take.heading")} note={say("take.note")}>
          <TakeAway state={state} query={query} facets={facets} />
        </Section>
      </div>
    </div>
  );
}

/** Chart and map of a single year; without one the chart is over all years. */
function OneYear({
  state,
  counted,
  change,
}: {
  readonly state: ExploreState;
  readonly counted: ExploreFacets["facets"]["year"];
  readonly change: (part: Partial<ExploreState>) => void;
}) {
  const say = useWords("explore");
  const year = state.from !== undefined && state.from === state.to ? `${state.from}` : "";
  return (
    <NativeSelect
      size="xs"
      label={say("oneYear")}
      value={year}
      onChange={(event) => {
        const next = event.currentTarget.value;
        change({ from: next === "" ? undefined : Number(next), to: next === "" ? undefined : Number(next) });
      }}
    >
      <option value="">{state.view === "map" ? say("oneYear.last") : say("oneYear.all")}</option>
      {/* A year that the choice has nothing for stays in sight, or the field would say "all years". */}
      {year === "" || counted.some(({ value }) => value === year) ? null : (
        <option value={year}>{year}</option>
      )}
      {counted
        .map(({ value }) => value)
        .reverse()
        .map((value) => (
          <option key={value} value={value}>
            {value}
          </option>
        ))}
    </NativeSelect>
  );
}
