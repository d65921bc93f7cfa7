import { Link, useNavigate } from "@tanstack/react-router";
import { type CallReply, routes } from "#contract";
import { useApi } from "../api.ts";
import { useChartWords } from "../charts/chart-words.ts";
import { FactTable } from "../charts/fact-table.tsx";
import { Figure } from "../charts/figure.tsx";
import type { FigureView } from "../charts/figure-views.ts";
import { LineChart, mostLines } from "../charts/line-chart.tsx";
import type { PictureText } from "../charts/picture.tsx";
import { linesOf, type Observed, yearOf } from "../charts/points-of.ts";
import { TraceMark } from "../charts/trace-mark.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { inLanguage, placeName } from "../indexes/names.ts";
import { codeText } from "../indexes/rating-text.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { useSourceOfRows } from "./source-of-rows.ts";

type Series = CallReply<typeof routes.indicatorSeries>;
type Indicator = Pick<CallReply<typeof routes.indicator>, "id" | "label" | "unit">;
type Props = {
  readonly indicator: Indicator;
  readonly area: string;
  readonly selection: string | undefined;
  readonly view: FigureView;
  readonly onView: (view: FigureView) => void;
};

/** One country's series of an indicator from all sources side by side, and what a selection took of them. */
export function SeriesFigure(props: Props) {
  const say = useWords("indicators");
  const answer = useApi(
    routes.indicatorSeries,
    {
      params: { id: props.indicator.id },
      query: { area: props.area, ...(props.selection ? { selection: props.selection } : {}) },
    },
    { keep: true },
  );
  const language = useLanguage();
  return (
    <Answered answer={answer} lines={10}>
      {(series) =>
        series.observations.length === 0 ? (
          <EmptyState what={say("series.none", { place: placeName(series.area, language) })} />
        ) : (
          <Shown series={series} {...props} />
        )
      }
    </Answered>
  );
}

function Shown({ series, indicator, view, onView }: Props & { readonly series: Series }) {
  const say = useWords("indicators");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const format = useFormat();
  const words = useChartWords();
  const navigate = useNavigate();
  const place = placeName(series.area, language);
  const number = format.figure;
  const chosen = new Map(series.chosen.flatMap((one) => (one.id === null ? [] : [[one.id, one] as const])));
  // Series of one agency under two codes are two lines: sources are never merged.
  const bySeries = new Map<string, Observed[]>();
  for (const one of series.observations)
    bySeries.set(one.indicator, [...(bySeries.get(one.indicator) ?? []), one]);
  const lines = [...bySeries.values()].flatMap((own) => linesOf(own));
  const lineLabel = (o: Observed) =>
    [
      o.source || sayChart("code.missing.not-stated"),
      o.indicator === indicator.id ? null : o.indicator,
      o.sex === "T" || o.sex === "_T" ? null : codeText(sayChart, "sex", o.sex),
      ...Object.values(o.breakdowns),
    ]
      .filter(Boolean)
      .join(", ");
  const value = (o: Observed) =>
    o.value === null ? codeText(sayChart, "missing", o.missing ?? "missing") : number(o.value);
  const mark = (o: Observed) => {
    const one = chosen.get(o.id);
    return one === undefined ? "" : say(`taken.${one.why}`, { year: one.year });
  };
  const spoken = (o: Observed) =>
    [`${lineLabel(o)}, ${o.period}: ${value(o)}`, mark(o)].filter(Boolean).join(", ");
  const taken = series.observations.filter(({ id }) => chosen.has(id));
  const title = format.named(inLanguage(indicator.label, language), place);
  const unit = codeText(sayChart, "unit", indicator.unit);
  const known = series.observations.filter((o) => o.value !== null);
  // One place is kept for what a selection took.
  const linesDrawn = taken.length > 0 ? mostLines - 1 : mostLines;
  const sentence = [
    say("series.sentence", { count: lines.length, values: format.number(known.length) }),
    series.selection === null
      ? say("series.noSelection")
      : taken.length === 0
        ? say("series.noneTaken", { id: series.selection.id })
        : say("series.taken", {
            id: series.selection.id,
            list: format.list(taken.slice(0, 5).map((o) => `${value(o)} (${lineLabel(o)}, ${o.period})`)),
          }),
    ...(lines.length > linesDrawn ? [sayChart("linesLeft", { shown: linesDrawn, of: lines.length })] : []),
  ].join(" ");
  /** Marks of their own over the lines, one for each value taken; apart, because a line between them says nothing. */
  const takenSeries = taken.slice(0, 1).map(() => ({
    id: "taken",
    label: say("series.takenLine", { id: series.selection?.id }),
    points: taken
      .map((o) => ({ year: yearOf(o), value: o.value, spoken: spoken(o) }))
      .sort((a, b) => a.year - b.year),
  }));
  const sourceOf = useSourceOfRows();
  const picture: PictureText = {
    title,
    subtitle: unit,
    source: sourceOf(series.observations),
    watermark: words.watermark(series.observations.map(({ origin }) => origin)),
  };
  return (
    <Figure
      name={`socle-${indicator.id}-${series.area}`}
      id="series"
      text={picture}
      sentence={sentence}
      view={view}
      onView={onView}
      chart={
        <LineChart
          text={picture}
          sentence={sentence}
          format={number}
          series={[
            ...lines.slice(0, linesDrawn).map((line) => ({
              id: line[0]!.id,
              label: lineLabel(line[0]!),
              points: line.map((o) => ({
                year: yearOf(o),
                value: o.value,
                spoken: spoken(o),
                onOpen: () => void navigate({ to: "/trace", search: { id: o.id } }),
              })),
            })),
            ...takenSeries,
          ]}
        />
      }
      table={
        <FactTable
          caption={`${title}, ${unit}`}
          columns={[
            { id: "period", label: sayChart("column.period"), short: true },
            { id: "line", label: sayChart("column.source") },
            { id: "value", label: sayChart("column.value"), numeric: true },
            { id: "unit", label: sayChart("column.unit") },
            { id: "status", label: sayChart("column.status") },
            { id: "release", label: say("column.release") },
            { id: "taken", label: say("column.taken") },
          ]}
          rows={[...series.observations]
            .sort((a, b) => (a.period < b.period ? 1 : a.period > b.period ? -1 : 0))
            .map((o) => ({
              id: o.id,
              cells: {
                period: { show: o.period },
                line: {
                  show: (
                    <>
                      {lineLabel(o)} <OriginMark origin={o.origin} />
                    </>
                  ),
                },
                value: {
                  show: (
                    <>
                      {o.value === null ? <em>{value(o)}</em> : value(o)}{" "}
                      <TraceMark id={o.id} of={spoken(o)} />
                    </>
                  ),
                  by: o.value,
                },
                unit: { show: o.unit === null ? "" : codeText(sayChart, "unit", o.unit) },
                status: { show: o.status === null ? "" : codeText(sayChart, "status", o.status) },
                release: {
                  show: (
                    <Link to="/data/$release" params={{ release: o.release }}>
                      {o.release}
                    </Link>
                  ),
                },
                taken: { show: mark(o) === "" ? "" : <strong>{mark(o)}</strong> },
              },
            }))}
        />
      }
    />
  );
}
