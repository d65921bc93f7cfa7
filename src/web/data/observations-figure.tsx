import { useNavigate } from "@tanstack/react-router";
import type { z } from "zod/mini";
import type { ReleaseShape } from "#contract";
import { useChartWords } from "../charts/chart-words.ts";
import { DotPlot, type DotPlotRow } from "../charts/dot-plot.tsx";
import { type FactColumn, type FactRow, FactTable } from "../charts/fact-table.tsx";
import { Figure } from "../charts/figure.tsx";
import type { FigureView } from "../charts/figure-views.ts";
import { LineChart, mostLines } from "../charts/line-chart.tsx";
import { valueTicks } from "../charts/linear-scale.ts";
import { linesOf, type Observed, yearOf } from "../charts/points-of.ts";
import { TraceMark } from "../charts/trace-mark.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { placeName } from "../indexes/names.ts";
import { codeText } from "../indexes/rating-text.ts";
import { OriginMark } from "../shared/origin-mark.tsx";

/** One indicator: lines over years where there are several, dots in one year; beside it the table of every cell. */
export function ObservationsFigure({
  release,
  indicator,
  unit,
  observations,
  view,
  onView,
  sort,
  onSort,
}: {
  release: z.output<typeof ReleaseShape>;
  indicator: string;
  unit: string | null;
  observations: readonly Observed[];
  view: FigureView;
  onView: (view: FigureView) => void;
  sort?: string | undefined;
  onSort?: (sort: string) => void;
}) {
  const say = useWords("charts");
  const language = useLanguage();
  const format = useFormat();
  const words = useChartWords();
  const navigate = useNavigate();

  const lines = linesOf(observations);
  const several = new Set(observations.map((o) => o.source)).size > 1;
  const place = (o: Observed) => placeName(o.area, language);
  const lineLabel = (o: Observed) =>
    [
      place(o),
      o.sex === "T" || o.sex === "_T" ? null : codeText(say, "sex", o.sex),
      ...Object.values(o.breakdowns),
      several ? o.source : null,
    ]
      .filter(Boolean)
      .join(", ");
  const reason = (o: Observed) => codeText(say, "missing", o.missing ?? "missing");
  const number = format.figure;
  const value = (o: Observed) => (o.value === null ? reason(o) : number(o.value));
  const spoken = (o: Observed) =>
    say("observationSpoken", {
      place: lineLabel(o),
      period: o.period,
      value: value(o),
      unit: unitText(unit),
    });
  const unitText = (code: string | null) => (code === null ? "" : codeText(say, "unit", code));
  const open = (o: Observed) => () => void navigate({ to: "/trace", search: { id: o.id } });

  const years = [...new Set(observations.map(yearOf))].sort((a, b) => a - b);
  const known = observations.filter((o) => o.value !== null);
  const places = new Set(observations.map((o) => o.area)).size;
  const shownLines = lines.slice(0, mostLines);
  const range = years.length > 1 ? `${years[0]}–${years.at(-1)}` : `${years[0] ?? ""}`;
  const sorted = [...known].sort((a, b) => a.value! - b.value!);
  const trend = (inOrder: readonly Observed[], bySize: readonly Observed[]) => {
    const [first, last, low, high] = [inOrder[0]!, inOrder.at(-1)!, bySize[0]!, bySize.at(-1)!];
    return say("sentenceTrend", {
      place: lineLabel(first),
      first: number(first.value!),
      firstPeriod: first.period,
      last: number(last.value!),
      lastPeriod: last.period,
      low: number(low.value!),
      lowPeriod: low.period,
      high: number(high.value!),
      highPeriod: high.period,
      missing: format.number(observations.length - known.length),
    });
  };
  const sentence =
    sorted.length === 0
      ? say("sentenceNone", { count: observations.length })
      : lines.length === 1
        ? trend(known, sorted)
        : say("sentenceRange", {
            count: known.length,
            of: format.number(observations.length),
            low: number(sorted[0]!.value!),
            lowPlace: lineLabel(sorted[0]!),
            lowPeriod: sorted[0]!.period,
            high: number(sorted.at(-1)!.value!),
            highPlace: lineLabel(sorted.at(-1)!),
            highPeriod: sorted.at(-1)!.period,
          }) +
          (lines.length > mostLines && years.length > 1
            ? ` ${say("linesLeft", { shown: mostLines, of: lines.length })}`
            : "");
  const text = {
    title: places === 1 && observations[0] ? format.named(indicator, place(observations[0])) : indicator,
    subtitle: [unitText(unit), range, say("places", { count: places })].filter(Boolean).join(" · "),
    source: words.sourceLine(
      say("sourceRelease", { title: release.title, id: release.id }),
      release.createdAt,
      release.licence,
    ),
    watermark: words.watermark([release.origin, ...observations.map((o) => o.origin)]),
  };
  const chart =
    years.length > 1 ? (
      <LineChart
        text={text}
        sentence={sentence}
        format={number}
        series={shownLines.map((line) => ({
          id: line[0]!.id,
          label: lineLabel(line[0]!),
          points: line.map((o) => ({ year: yearOf(o), value: o.value, spoken: spoken(o), onOpen: open(o) })),
        }))}
      />
    ) : (
      <DotPlot
        text={text}
        sentence={sentence}
        format={number}
        ticks={valueTicks([0, ...known.map((o) => o.value!)], 5)}
        rows={[...observations]
          .sort((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY))
          .map(
            (o): DotPlotRow => ({
              id: o.id,
              label: lineLabel(o),
              note: o.value === null ? "–" : number(o.value),
              marks: o.value === null ? [] : [{ value: o.value, colour: 1, shape: "circle" }],
              missing: o.value === null ? reason(o) : null,
              spoken: spoken(o),
              onOpen: open(o),
            }),
          )}
      />
    );

  const columns: readonly FactColumn[] = [
    { id: "area", label: say("column.area"), sortable: true },
    { id: "period", label: say("column.period"), sortable: true },
    { id: "value", label: say("column.value"), numeric: true, sortable: true },
    { id: "unit", label: say("column.unit") },
    { id: "sex", label: say("column.sex") },
    { id: "source", label: say("column.source") },
    { id: "status", label: say("column.status") },
    { id: "note", label: say("column.note") },
  ];
  const rows = observations.map(
    (o): FactRow => ({
      id: o.id,
      cells: {
        area: { show: [place(o), ...Object.values(o.breakdowns)].join(", "), by: place(o) },
        period: { show: o.period, by: o.period },
        value: {
          show: (
            <>
              {o.value === null ? <em>{reason(o)}</em> : number(o.value)}{" "}
              <TraceMark id={o.id} of={spoken(o)} />
            </>
          ),
          by: o.value,
        },
        unit: { show: unitText(o.unit) },
        sex: { show: codeText(say, "sex", o.sex) },
        source: { show: o.source },
        status: { show: o.status === null ? "" : codeText(say, "status", o.status) },
        note: {
          show: (
            <>
              {o.note} <OriginMark origin={o.origin} />
            </>
          ),
        },
      },
    }),
  );
  return (
    <Figure
      name={`socle-${release.id}-${observations[0]?.indicator ?? ""}`}
      id="observations"
      text={text}
      sentence={sentence}
      view={view}
      onView={onView}
      chart={chart}
      table={
        <FactTable
          caption={`${text.title}, ${text.subtitle}`}
          columns={columns}
          rows={rows}
          sort={sort}
          {...(onSort ? { onSort } : {})}
        />
      }
    />
  );
}
