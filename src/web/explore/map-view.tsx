import { useNavigate } from "@tanstack/react-router";
import { routes } from "#contract";
import { areaByCode } from "#kernel";
import { useApi } from "../api.ts";
import { useChartWords } from "../charts/chart-words.ts";
import { Figure } from "../charts/figure.tsx";
import type { MapFill, MapKey } from "../charts/map-parts.tsx";
import { PlacesMap, useInventedNote } from "../charts/places-map.tsx";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { scoreSteps, stepOf } from "../indexes/score-steps.ts";
import lists from "../shared/lists.module.css";
import { Answered, EmptyState } from "../shared/states.tsx";
import type { Explored } from "./answers.ts";
import type { Labels } from "./labels.ts";
import { ObservationRows } from "./observation-rows.tsx";
import type { ExploreState, FilterQuery } from "./search-params.ts";
import { useSourceOfReleases } from "./source-of-releases.ts";

type Shown = {
  readonly state: ExploreState;
  readonly query: FilterQuery;
  readonly labels: Labels;
  readonly change: (part: Partial<ExploreState>) => void;
};
type Counted = readonly { readonly value: string; readonly count: number | null }[];

const most = (counted: Counted): string | undefined =>
  [...counted].sort((a, b) => (b.count ?? 0) - (a.count ?? 0))[0]?.value;

/** One indicator, year, sex and source on the map: what is not chosen is chosen here, and said. */
export function MapView(shown: Shown) {
  const { query } = shown;
  const say = useWords("explore");
  const facets = useApi(routes.exploreFacets, { query }, { keep: true });
  const counts = facets.value?.facets;
  const inSpan = counts?.year
    .map(({ value }) => Number(value))
    .filter((year) => year >= (query.from ?? year) && year <= (query.to ?? year));
  const year = inSpan?.at(-1);
  const sexes = counts?.sex.map(({ value }) => value) ?? [];
  const wanted = query.sex ?? sexes;
  const sex = ["T", "_T", "F", "M"].find((one) => wanted.includes(one)) ?? wanted[0];
  const source = query.source?.split("|")[0] ?? most(counts?.source ?? []);
  const given = query.by?.split("|") ?? [];
  const by = Object.entries(counts?.by ?? {}).map(
    ([dimension, values]) =>
      given.find((pair) => pair.startsWith(`${dimension}:`)) ?? `${dimension}:${most(values) ?? ""}`,
  );
  const answer = useApi(
    routes.exploreObservations,
    {
      query: {
        ...query,
        from: year ?? 0,
        to: year ?? 0,
        ...(sex === undefined ? {} : { sex: [sex] }),
        ...(source === undefined ? {} : { source }),
        ...(by.length === 0 ? {} : { by: by.join("|") }),
        limit: 2_000,
      },
    },
    { keep: true, when: year !== undefined },
  );
  // Without the counts there is nothing to ask for.
  if (facets.problems.length > 0) return <Answered answer={facets}>{() => null}</Answered>;
  if (facets.value && year === undefined) return <EmptyState what={say("none")} how={say("noneHow")} />;
  return (
    <Answered answer={answer} lines={14}>
      {(found) =>
        found.observations.length === 0 ? (
          <EmptyState what={say("map.none")} how={say("noneHow")} />
        ) : (
          <div aria-busy={answer.refreshing} className={answer.refreshing ? lists["refreshing"] : undefined}>
            <Drawn {...shown} found={found} year={year ?? 0} />
          </div>
        )
      }
    </Answered>
  );
}

function Drawn({
  state,
  labels,
  change,
  found,
  year,
}: Shown & { readonly found: Explored; readonly year: number }) {
  const say = useWords("explore");
  const format = useFormat();
  const words = useChartWords();
  const navigate = useNavigate();
  const observations = found.observations.filter(({ area }) => areaByCode(area)?.kind !== "region");
  const first = observations[0] ?? found.observations[0]!;
  const byArea = new Map<string, (typeof observations)[number]>();
  // The same figure in two releases: the one with a value, else the first.
  for (const o of observations)
    if (!byArea.has(o.area) || (byArea.get(o.area)!.value === null && o.value !== null))
      byArea.set(o.area, o);
  const number = format.figure;
  const codes = [...byArea.keys()];
  const inventedNote = useInventedNote(codes);
  const values = [...byArea.values()].flatMap(({ value }) => (value === null ? [] : [value]));
  const steps = scoreSteps(values);
  const fill = (o: (typeof observations)[number] | undefined): MapFill =>
    o === undefined || o.value === null
      ? "unknown"
      : o.value === 0
        ? "zero"
        : (stepOf(steps, o.value)?.shade ?? "unknown");
  const noteOf = (o: (typeof observations)[number] | undefined) =>
    o === undefined ? say("cell.absent") : o.value === null ? labels.missing(o.missing) : number(o.value);
  const source = useSourceOfReleases()(found, observations);
  const text = {
    title: labels.indicator(first.indicator),
    subtitle: [
      labels.unit(first.unit),
      // The answer may still be that of the year before.
      new Set(observations.map(({ period }) => period)).size === 1 ? first.period : `${year}`,
      labels.sex(first.sex),
      ...Object.values(first.breakdowns),
      first.source,
    ]
      .filter(Boolean)
      .join(" · "),
    source,
    watermark: words.watermark(observations.map(({ origin }) => origin)),
  };
  const sentence = [
    say("map.sentence", { count: values.length, without: format.number(byArea.size - values.length) }),
    inventedNote,
  ]
    .filter(Boolean)
    .join(" ");
  const keys: readonly MapKey[] = [
    { fill: "unknown", label: say("map.noValue") },
    ...(values.includes(0) ? [{ fill: "zero" as const, label: format.number(0) }] : []),
    ...steps.map((step) => ({
      fill: step.shade,
      label: `${number(step.from)}–${number(step.to)}`,
    })),
  ];
  return (
    <Figure
      name={`socle-${first.indicator}-${year}-map`}
      id="map"
      text={text}
      sentence={sentence}
      view={state.as ?? "chart"}
      onView={(view) => change({ as: view === "chart" ? undefined : view })}
      map
      chart={
        <PlacesMap
          text={text}
          sentence={sentence}
          codes={codes}
          placeOf={(code) => ({
            name: labels.area(code),
            note: noteOf(byArea.get(code)),
            fill: fill(byArea.get(code)),
            onOpen: () => void navigate({ to: "/countries/$code", params: { code } }),
          })}
          keys={keys}
        />
      }
      table={
        <ObservationRows
          caption={`${text.title}, ${text.subtitle}`}
          observations={observations}
          labels={labels}
        />
      }
    />
  );
}
