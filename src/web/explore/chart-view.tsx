import { useNavigate } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useChartWords } from "../charts/chart-words.ts";
import { DotPlot, type DotPlotKey, type DotPlotRow } from "../charts/dot-plot.tsx";
import { Figure } from "../charts/figure.tsx";
import { LineChart, mostLines } from "../charts/line-chart.tsx";
import { niceTicks, valueTicks } from "../charts/linear-scale.ts";
import { linesOf, yearOf } from "../charts/points-of.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import lists from "../shared/lists.module.css";
import { Answered, EmptyState } from "../shared/states.tsx";
import type { Explored } from "./answers.ts";
import type { Labels } from "./labels.ts";
import { ObservationRows } from "./observation-rows.tsx";
import type { ExploreState, FilterQuery } from "./search-params.ts";
import { useSourceOfReleases } from "./source-of-releases.ts";

type Observed = Explored["observations"][number];
type Shown = {
  readonly state: ExploreState;
  readonly query: FilterQuery;
  readonly labels: Labels;
  readonly change: (part: Partial<ExploreState>) => void;
};

/** Rows of a picture of one year; more cannot be read. */
const mostBars = 60;
const mostObservations = 3_000;

/** Lines over years; of one year bars, or women and men as two marks on one line. */
export function ChartView(shown: Shown) {
  const { state, query } = shown;
  const say = useWords("explore");
  const isYear = state.from !== undefined && state.from === state.to;
  const answer = useApi(
    routes.exploreObservations,
    { query: { ...query, limit: mostObservations, ...(isYear ? {} : { lines: mostLines }) } },
    { keep: true },
  );
  return (
    <Answered answer={answer} lines={14}>
      {(found) =>
        found.observations.length === 0 ? (
          <EmptyState what={say("none")} how={say("noneHow")} />
        ) : (
          <div aria-busy={answer.refreshing} className={answer.refreshing ? lists["refreshing"] : undefined}>
            <Drawn {...shown} found={found} isYear={isYear} />
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
  isYear,
}: Shown & { readonly found: Explored; readonly isYear: boolean }) {
  const say = useWords("explore");
  const sayChart = useWords("charts");
  const format = useFormat();
  const words = useChartWords();
  const navigate = useNavigate();
  // Women and men have a mark each on one line; both together would be a third that says nothing more.
  const bySex = isYear && ["F", "M"].every((sex) => found.observations.some((o) => o.sex === sex));
  const observations = bySex
    ? found.observations.filter(({ sex }) => sex === "F" || sex === "M")
    : found.observations;
  const number = format.figure;
  const several = (of: (o: Observed) => string) => new Set(observations.map(of)).size > 1;
  const units = [...new Set(observations.map((o) => o.unit))];
  const named = {
    area: several((o) => o.area),
    sex: several((o) => o.sex) && !bySex,
    source: several((o) => o.source),
    unit: units.length > 1,
    release:
      new Set(observations.map((o) => JSON.stringify([o.source, o.release]))).size >
      new Set(observations.map((o) => o.source)).size,
  };
  const lineLabel = (o: Observed) =>
    [
      named.area || !named.sex ? labels.area(o.area) : null,
      named.sex ? labels.sex(o.sex) : null,
      ...Object.values(o.breakdowns),
      named.source ? o.source : null,
      named.release ? o.release : null,
      named.unit ? labels.unit(o.unit) : null,
    ]
      .filter(Boolean)
      .join(", ");
  const valueText = (o: Observed) => (o.value === null ? labels.missing(o.missing) : number(o.value));
  const spoken = (o: Observed) =>
    sayChart("observationSpoken", {
      place: [labels.area(o.area), labels.sex(o.sex), ...Object.values(o.breakdowns), o.source].join(", "),
      period: o.period,
      value: valueText(o),
      unit: labels.unit(o.unit),
    });
  const open = (o: Observed) => () => void navigate({ to: "/trace", search: { id: o.id } });
  const years = [...new Set(observations.map(yearOf))].sort((a, b) => a - b);
  const source = useSourceOfReleases()(found, observations);
  const text = {
    title: labels.indicator(observations[0]!.indicator),
    subtitle: [
      units.length === 1 ? labels.unit(units[0]!) : "",
      years.length > 1 ? `${years[0]}–${years.at(-1)}` : `${years[0]}`,
      sayChart("places", { count: new Set(observations.map((o) => o.area)).size }),
      named.source ? "" : observations[0]!.source,
    ]
      .filter(Boolean)
      .join(" · "),
    source,
    watermark: words.watermark(observations.map((o) => o.origin)),
  };
  const known = observations.filter((o) => o.value !== null).sort((a, b) => a.value! - b.value!);
  const left = isYear ? found.rows - found.observations.length : found.series - linesOf(observations).length;
  const bars = isYear || years.length < 2 ? new Set(observations.map(lineLabel)).size : 0;
  const sentence = [
    known.length === 0
      ? sayChart("sentenceNone", { count: observations.length })
      : sayChart("sentenceRange", {
          count: known.length,
          of: format.number(observations.length),
          low: number(known[0]!.value!),
          lowPlace: labels.area(known[0]!.area),
          lowPeriod: known[0]!.period,
          high: number(known.at(-1)!.value!),
          highPlace: labels.area(known.at(-1)!.area),
          highPeriod: known.at(-1)!.period,
        }),
    observations.length < found.observations.length
      ? say("chart.bothLeft", { count: found.observations.length - observations.length })
      : "",
    bars > mostBars ? say("chart.barsLeft", { shown: mostBars, of: format.number(bars) }) : "",
    left > 0 ? say(isYear ? "chart.rowsLeft" : "chart.linesLeft", { count: left }) : "",
  ]
    .filter(Boolean)
    .join(" ");
  const chart =
    !isYear && years.length > 1 ? (
      <LineChart
        text={text}
        sentence={sentence}
        format={number}
        series={linesOf(observations)
          .slice(0, mostLines)
          .map((line) => ({
            id: line[0]!.id,
            label: lineLabel(line[0] as Observed),
            points: (line as readonly Observed[]).map((o) => ({
              year: yearOf(o),
              value: o.value,
              spoken: spoken(o),
              onOpen: open(o),
            })),
          }))}
      />
    ) : (
      <OneYearChart
        text={text}
        sentence={sentence}
        observations={observations}
        bySex={bySex}
        tell={{ label: lineLabel, number, missing: valueText, spoken, open, sex: labels.sex }}
      />
    );
  return (
    <Figure
      name={`socle-${observations[0]!.indicator}${isYear ? `-${years[0]}` : ""}`}
      id="chart"
      text={text}
      sentence={sentence}
      view={state.as ?? "chart"}
      onView={(view) => change({ as: view === "chart" ? undefined : view })}
      chart={chart}
      table={
        <ObservationRows
          caption={`${text.title}, ${text.subtitle}`}
          observations={found.observations}
          labels={labels}
        />
      }
    />
  );
}

const sexMarks = { F: { colour: 3, shape: "diamond" }, M: { colour: 4, shape: "square" } } as const;

function OneYearChart({
  text,
  sentence,
  observations,
  bySex,
  tell,
}: {
  readonly text: Parameters<typeof DotPlot>[0]["text"];
  readonly sentence: string;
  readonly observations: readonly Observed[];
  /** Women and men as two marks on one line, where there are both. */
  readonly bySex: boolean;
  readonly tell: {
    readonly label: (o: Observed) => string;
    readonly number: (value: number) => string;
    readonly missing: (o: Observed) => string;
    readonly spoken: (o: Observed) => string;
    readonly open: (o: Observed) => () => void;
    readonly sex: (code: string) => string;
  };
}) {
  const known = observations.filter((o) => o.value !== null);
  const size = (o: Observed) => o.value ?? Number.NEGATIVE_INFINITY;
  const groups = new Map<string, Observed[]>();
  for (const o of observations) {
    const label = tell.label(o);
    groups.set(label, [...(groups.get(label) ?? []), o]);
  }
  const rows = [...groups]
    .map(([label, own]) => ({ label, own, size: Math.max(...own.map(size)) }))
    .sort((a, b) => (b.size > a.size ? 1 : b.size < a.size ? -1 : 0) || (a.label < b.label ? -1 : 1))
    .slice(0, mostBars)
    .map(({ label, own }): DotPlotRow => {
      const valued = own.filter((o) => o.value !== null);
      return {
        id: own[0]!.id,
        label,
        note: valued.length === 0 ? "–" : valued.map((o) => tell.number(o.value!)).join(" | "),
        marks: valued.map((o) =>
          bySex
            ? { value: o.value!, ...sexMarks[o.sex as "F" | "M"] }
            : { value: o.value!, colour: 1, shape: "circle", bar: true },
        ),
        missing: valued.length === 0 ? tell.missing(own[0]!) : null,
        spoken: own.map(tell.spoken).join("; "),
        onOpen: tell.open(own[0]!),
      };
    });
  const values = known.map((o) => o.value!);
  const keys: readonly DotPlotKey[] = bySex
    ? (["F", "M"] as const).map((sex) => ({ label: tell.sex(sex), ...sexMarks[sex] }))
    : [];
  // Bars begin at zero; marks need not.
  const ticks = bySex ? valueTicks(values, 5) : niceTicks(Math.min(0, ...values), Math.max(0, ...values), 5);
  return (
    <DotPlot
      text={text}
      sentence={sentence}
      rows={rows}
      ticks={ticks}
      format={tell.number}
      keys={keys}
      noteWidth={bySex ? 92 : 60}
    />
  );
}
