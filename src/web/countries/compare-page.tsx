import { NativeSelect } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { routes } from "#contract";
import { areaName, isInventedAreaCode, type Result } from "#kernel";
import { callApi, useApi } from "../api.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Page, Section } from "../shared/page.tsx";
import { ProblemList } from "../shared/problem-list.tsx";
import { Answered, EmptyState, Loading } from "../shared/states.tsx";
import { BesideFigure } from "./beside-figure.tsx";
import { IndicatorsBeside } from "./indicators-beside.tsx";
import { OverTimeFigure } from "./over-time-figure.tsx";
import { type ComparedIndex, type Drivers, inFormOrder, rootOf, setAt } from "./placed-scores.ts";
import { AddCountry } from "./set-choice.tsx";
import { usePlaceText } from "./use-place-text.ts";
import "./countries.css";
import "../charts/facts.css";

const address = getRouteApi("/countries/compare");
const mostCompared = 6;

type View = "chart" | "table";
const asState = (view: View) => (view === "chart" ? undefined : view);

/** Up to six countries side by side: forms, parts, indicators, years. The address holds all of it. */
export function ComparePage() {
  const say = useWords("countries");
  const language = useLanguage();
  const state = address.useSearch();
  const navigate = address.useNavigate();
  const change = (part: Partial<typeof state>) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });
  const areas = [...new Set(state.areas ?? [])].slice(0, mostCompared);
  const answer = useApi(
    routes.compareCountries,
    { query: { area: areas, periods: "all" } },
    { keep: true, when: areas.length > 0 },
  );
  const nameOf = (code: string) => areaName(code, language);
  return (
    <Page
      title={areas.length > 1 ? areas.map(nameOf).join(", ") : say("compare.title")}
      kicker={
        areas.some(isInventedAreaCode) ? (
          <>
            {say("compare.kicker")} <OriginMark origin="invented" />
          </>
        ) : (
          say("compare.kicker")
        )
      }
      lead={say("compare.lead")}
    >
      <div data-print="hide">
        <AddCountry
          label={say("compare.add")}
          chosen={areas}
          onChange={(codes) => change({ areas: codes.length === 0 ? undefined : codes })}
          nameOf={nameOf}
          most={mostCompared}
        />
      </div>
      {areas.length === 0 ? (
        <EmptyState what={say("compare.empty")} how={say("compare.emptyHow")} />
      ) : (
        <Answered answer={answer} lines={12}>
          {(value) =>
            value.indexes.length === 0 ? (
              <EmptyState what={say("compare.none")} how={say("ratings.emptyHow")} />
            ) : (
              <Compared
                // Of a country that is still being fetched nothing is said yet.
                areas={areas.filter((code) => value.areas.some(({ area }) => area === code))}
                indexes={inFormOrder(value.indexes)}
                state={state}
                change={change}
                nameOf={nameOf}
              />
            )
          }
        </Answered>
      )}
    </Page>
  );
}

function Compared({
  areas,
  indexes,
  state,
  change,
  nameOf,
}: {
  areas: readonly string[];
  indexes: readonly ComparedIndex[];
  state: ReturnType<typeof address.useSearch>;
  change: (part: Partial<ReturnType<typeof address.useSearch>>) => void;
  nameOf: (code: string) => string;
}) {
  const say = useWords("countries");
  const sayChart = useWords("charts");
  const text = usePlaceText();
  const chosen =
    indexes.find(({ definitionId }) => definitionId === state.index) ??
    indexes.find(({ form }) => form === "income") ??
    indexes[0]!;
  const isSimulated = indexes.some(({ origin }) => origin === "simulated");
  const isReconstruction = indexes.some(({ reconstruction }) => reconstruction);
  return (
    <>
      {isSimulated || isReconstruction ? (
        <p className="fact-notice">
          {isSimulated ? `${sayChart("notice.simulated")} ` : ""}
          {isReconstruction ? sayChart("reconstruction.notice") : ""}
        </p>
      ) : null}
      <Section title={say("compare.forms")} note={say("interval.note")}>
        <BesideFigure
          id="compared-forms"
          areas={areas}
          nameOf={nameOf}
          title={say("compare.formsTitle")}
          rows={indexes.map((index) => ({ index, node: rootOf(index), label: text.indexName(index) }))}
          view={state.view ?? "chart"}
          onView={(view) => change({ view: asState(view) })}
        />
      </Section>
      <Section title={say("compare.parts")}>
        <NativeSelect
          label={say("drivers.index")}
          value={chosen.definitionId}
          onChange={(event) => change({ index: event.currentTarget.value })}
          data={indexes.map((index) => ({ value: index.definitionId, label: text.indexName(index) }))}
          className="country-indicator"
        />
        <BesideFigure
          id="compared-parts"
          areas={areas}
          nameOf={nameOf}
          title={say("compare.partsTitle", { index: text.indexName(chosen) })}
          rows={chosen.nodes.map(({ node }) => ({ index: chosen, node, label: text.nodeName(chosen, node) }))}
          view={state.parts ?? "chart"}
          onView={(view) => change({ parts: asState(view) })}
        />
      </Section>
      <Section title={say("compare.indicators")}>
        <Indicators
          areas={areas}
          chosen={chosen}
          nameOf={nameOf}
          view={state.indicators ?? "chart"}
          onView={(view) => change({ indicators: asState(view) })}
        />
      </Section>
      <Section title={say("time.heading")}>
        <OverTimeFigure
          id="compared-years"
          areas={areas}
          indexes={indexes}
          setOf={(index, period) => setAt(index, "all", null, rootOf(index), period)}
          setName={say("set.all")}
          view={state.time ?? "chart"}
          onView={(view) => change({ time: asState(view) })}
        />
      </Section>
      <p>
        {areas.map((code, i) => (
          <span key={code}>
            {i > 0 ? " · " : ""}
            <Link to="/countries/$code" params={{ code }}>
              {say("compare.profile", { name: nameOf(code) })}
            </Link>
          </span>
        ))}
      </p>
    </>
  );
}

/** The indicators of an index for every country; a country the run does not cover is left out. */
function Indicators({
  areas,
  chosen,
  nameOf,
  view,
  onView,
}: {
  areas: readonly string[];
  chosen: ComparedIndex;
  nameOf: (code: string) => string;
  view: View;
  onView: (view: View) => void;
}) {
  const covered = areas.filter((area) => chosen.scores.some((score) => score.area === area));
  const answers = useQueries({
    queries: covered.map((area) => ({
      queryKey: [routes.countryDrivers.operationId, area, chosen.run],
      queryFn: ({ signal }: { signal: AbortSignal }): Promise<Result<Drivers>> =>
        callApi(routes.countryDrivers, { params: { area }, query: { run: chosen.run }, signal }),
    })),
  });
  if (answers.some(({ isPending }) => isPending)) return <Loading lines={8} />;
  const drivers = answers.flatMap(({ data }) => (data?.ok ? [data.value] : []));
  if (drivers.length === 0)
    return <ProblemList problems={answers.flatMap(({ data }) => (data && !data.ok ? data.problems : []))} />;
  return <IndicatorsBeside drivers={drivers} nameOf={nameOf} view={view} onView={onView} />;
}
