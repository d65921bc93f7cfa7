import { Link, useNavigate } from "@tanstack/react-router";
import { type CallReply, routes } from "#contract";
import { useApi } from "../api.ts";
import { useChartWords } from "../charts/chart-words.ts";
import { FactTable } from "../charts/fact-table.tsx";
import { Figure } from "../charts/figure.tsx";
import type { FigureView } from "../charts/figure-views.ts";
import type { PictureText } from "../charts/picture.tsx";
import { PlacesMap, useInventedNote } from "../charts/places-map.tsx";
import { TraceMark } from "../charts/trace-mark.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { inLanguage, placeName } from "../indexes/names.ts";
import { codeText } from "../indexes/rating-text.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { Answered, EmptyState } from "../shared/states.tsx";
import { useSourceOfRows } from "./source-of-rows.ts";
import { stepOf, valueSteps } from "./value-steps.ts";

type Latest = CallReply<typeof routes.indicatorLatest>[number];
type Indicator = Pick<CallReply<typeof routes.indicator>, "id" | "label" | "unit">;

/** Of each area the row that stands first: the server puts them in the order of sources. */
function firstOf(rows: readonly Latest[]): ReadonlyMap<string, Latest> {
  const first = new Map<string, Latest>();
  for (const one of rows) if (!first.has(one.area)) first.set(one.area, one);
  return first;
}

/** The latest value of each country: a map of one value each, and the table of all sources. */
export function LatestFigure(props: {
  readonly indicator: Indicator;
  readonly view: FigureView;
  readonly onView: (view: FigureView) => void;
  readonly sort: string | undefined;
  readonly onSort: (sort: string) => void;
  readonly onArea: (area: string) => void;
}) {
  const say = useWords("indicators");
  const answer = useApi(routes.indicatorLatest, { params: { id: props.indicator.id } });
  return (
    <Answered answer={answer} lines={12}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState what={say("latest.none")} how={<Link to="/desk">{say("latest.noneHow")}</Link>} />
        ) : (
          <Latests rows={rows} {...props} />
        )
      }
    </Answered>
  );
}

function Latests({
  rows,
  indicator,
  view,
  onView,
  sort,
  onSort,
  onArea,
}: Parameters<typeof LatestFigure>[0] & { readonly rows: readonly Latest[] }) {
  const say = useWords("indicators");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const format = useFormat();
  const words = useChartWords();
  const navigate = useNavigate();
  const first = firstOf(rows);
  const number = format.figure;
  const shown = [...first.values()].sort((a, b) => a.value! - b.value!);
  const steps = valueSteps(shown.map((one) => one.value!));
  const years = [...new Set(shown.map(({ period }) => period.slice(0, 4)))].sort();
  const span = years.length > 1 ? `${years[0]}–${years.at(-1)}` : (years[0] ?? "");
  const unit = codeText(sayChart, "unit", indicator.unit);
  const title = inLanguage(indicator.label, language);
  const name = (one: Latest) => placeName(one.area, language);
  const [low, high] = [shown[0]!, shown.at(-1)!];
  const codes = [...first.keys()];
  const inventedNote = useInventedNote(codes);
  const inWords = say("latest.sentence", {
    count: shown.length,
    low: number(low.value!),
    lowPlace: name(low),
    lowYear: low.period,
    high: number(high.value!),
    highPlace: name(high),
    highYear: high.period,
  });
  const sentence = [inWords, inventedNote].filter(Boolean).join(" ");
  const sourceOf = useSourceOfRows();
  const picture: PictureText = {
    title,
    subtitle: [unit, span].filter(Boolean).join(" · "),
    source: sourceOf(shown),
    watermark: words.watermark(shown.map(({ origin }) => origin)),
  };
  return (
    <Figure
      name={`socle-${indicator.id}-latest`}
      id="latest"
      text={picture}
      sentence={sentence}
      view={view}
      onView={onView}
      map
      chart={
        <PlacesMap
          text={picture}
          sentence={sentence}
          codes={codes}
          placeOf={(code) => {
            const one = first.get(code);
            return {
              name: placeName(code, language),
              fill: one === undefined ? "unknown" : stepOf(steps, one.value!),
              note: one === undefined ? say("noData") : number(one.value!),
              spoken:
                one === undefined ? say("noData") : `${number(one.value!)} (${one.period}, ${one.source})`,
              onOpen: () =>
                one === undefined
                  ? void navigate({ to: "/countries/$code", params: { code } })
                  : onArea(code),
            };
          }}
          keys={[
            ...(shown.some(({ value }) => value === 0) ? [{ fill: "zero" as const, label: "0" }] : []),
            ...steps.map(({ low: from, high: to, shade }) => ({
              fill: shade,
              label: from === to ? number(from) : `${number(from)}–${number(to)}`,
            })),
            { fill: "unknown", label: say("noData") },
          ]}
        />
      }
      table={
        <FactTable
          caption={`${title}, ${unit}`}
          columns={[
            { id: "area", label: sayChart("column.area"), sortable: true },
            { id: "value", label: sayChart("column.value"), numeric: true, sortable: true },
            { id: "period", label: sayChart("column.period"), sortable: true },
            { id: "source", label: sayChart("column.source"), sortable: true },
            { id: "release", label: say("column.release") },
          ]}
          rows={rows.map((one) => ({
            id: one.id,
            cells: {
              area: {
                show: (
                  <button type="button" className="fact-sort" onClick={() => onArea(one.area)}>
                    {name(one)}
                  </button>
                ),
                by: name(one),
              },
              value: {
                show: (
                  <>
                    {number(one.value!)} <TraceMark id={one.id} of={`${name(one)}, ${one.period}`} />
                  </>
                ),
                by: one.value,
              },
              period: { show: one.period, by: one.period },
              source: {
                show: (
                  <>
                    {one.source} <OriginMark origin={one.origin} />
                  </>
                ),
                by: one.source,
              },
              release: {
                show: (
                  <Link to="/data/$release" params={{ release: one.release }}>
                    {one.release}
                  </Link>
                ),
              },
            },
          }))}
          sort={sort}
          onSort={onSort}
        />
      }
    />
  );
}
