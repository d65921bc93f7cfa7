import { useNavigate } from "@tanstack/react-router";
import { routes } from "#contract";
import { useApi } from "../api.ts";
import { useChartWords } from "../charts/chart-words.ts";
import { DotPlot, type DotPlotRow } from "../charts/dot-plot.tsx";
import { FactTable } from "../charts/fact-table.tsx";
import { Figure } from "../charts/figure.tsx";
import type { FigureView } from "../charts/figure-views.ts";
import { valueTicks } from "../charts/linear-scale.ts";
import type { PictureText } from "../charts/picture.tsx";
import type { Observed } from "../charts/points-of.ts";
import { TraceMark } from "../charts/trace-mark.tsx";
import { useIndicators } from "../data/use-indicators.ts";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { codeText } from "../indexes/rating-text.ts";
import { Answered, EmptyState } from "../shared/states.tsx";
import { latestPairs, type Pair, sexMark } from "./women-and-men.ts";

/** What a release has of a country for women and for men: two marks on one line. */
export function SexSection({
  code,
  name,
  release,
  view,
  onView,
}: {
  code: string;
  name: string;
  release: string;
  view: FigureView;
  onView: (view: FigureView) => void;
}) {
  const say = useWords("countries");
  const answer = useApi(routes.listObservations, {
    query: { release, area: [code], sex: ["F", "M"], limit: 20_000 },
  });
  return (
    <Answered answer={answer} lines={6}>
      {(value) => {
        const pairs = latestPairs(value.observations);
        return pairs.length === 0 ? (
          <EmptyState what={say("sex.empty", { name })} how={say("sex.emptyHow")} />
        ) : (
          <PairsFigure
            code={code}
            name={name}
            pairs={pairs}
            release={value.release}
            view={view}
            onView={onView}
          />
        );
      }}
    </Answered>
  );
}

function PairsFigure({
  code,
  name,
  pairs,
  release,
  view,
  onView,
}: {
  code: string;
  name: string;
  pairs: readonly Pair[];
  release: {
    readonly id: string;
    readonly title: string;
    readonly createdAt: string;
    readonly licence: string;
    readonly origin: Observed["origin"];
  };
  view: FigureView;
  onView: (view: FigureView) => void;
}) {
  const say = useWords("countries");
  const sayChart = useWords("charts");
  const format = useFormat();
  const words = useChartWords();
  const navigate = useNavigate();
  const indicators = useIndicators();
  const number = (value: number) => format.number(value, 1);
  const label = (pair: Pair) => indicators.label(pair.indicator);
  const shown = (one: Observed | null) =>
    one === null
      ? sayChart("noData")
      : one.value === null
        ? codeText(sayChart, "missing", one.missing ?? "missing")
        : number(one.value);
  const ordered = indicators.ordered(pairs, (pair) => pair.indicator);
  // One axis holds one unit: shares are drawn, all else stands in the table.
  const drawn = ordered.filter((pair) => pair.unit === "PT");
  const spoken = (pair: Pair) =>
    say("sex.spoken", {
      indicator: label(pair),
      period: pair.period,
      women: shown(pair.women),
      men: shown(pair.men),
    });
  const both = drawn.filter(({ women, men }) => women?.value != null && men?.value != null);
  const lower = both.filter(({ women, men }) => women!.value! < men!.value!).length;
  const title = say("sex.title", { name });
  const sentence = say("sex.sentence", { n: both.length, lower, rest: ordered.length - drawn.length });
  const source = words.sourceLine(
    sayChart("sourceRelease", { title: release.title, id: release.id }),
    release.createdAt,
    release.licence,
  );
  const picture: PictureText = {
    title,
    subtitle: say("sex.subtitle"),
    source,
    watermark: words.watermark([release.origin]),
  };
  return (
    <Figure
      name={`socle-${code}-women-and-men`}
      id="women-and-men"
      text={picture}
      sentence={sentence}
      view={view}
      onView={onView}
      chart={
        <DotPlot
          text={picture}
          sentence={sentence}
          ticks={valueTicks(
            [0, ...drawn.flatMap(({ women, men }) => [women?.value ?? 0, men?.value ?? 0])],
            5,
          )}
          format={(value) => format.number(value)}
          labelShare={0.45}
          keys={[
            { label: sayChart("code.sex.F"), ...sexMark.F },
            { label: sayChart("code.sex.M"), ...sexMark.M },
          ]}
          rows={drawn.map(
            (pair): DotPlotRow => ({
              id: pair.indicator,
              label: label(pair),
              note: pair.period,
              marks: [
                ...(pair.women?.value != null ? [{ value: pair.women.value, ...sexMark.F }] : []),
                ...(pair.men?.value != null ? [{ value: pair.men.value, ...sexMark.M }] : []),
              ],
              missing:
                pair.women?.value == null && pair.men?.value == null ? shown(pair.women ?? pair.men) : null,
              spoken: spoken(pair),
              onOpen: () => void navigate({ to: "/trace", search: { id: (pair.women ?? pair.men)!.id } }),
            }),
          )}
        />
      }
      table={
        <FactTable
          caption={title}
          columns={[
            { id: "indicator", label: sayChart("indicator"), wide: true },
            { id: "period", label: sayChart("column.period"), short: true },
            { id: "women", label: sayChart("code.sex.F"), numeric: true },
            { id: "men", label: sayChart("code.sex.M"), numeric: true },
            { id: "unit", label: sayChart("column.unit") },
          ]}
          rows={ordered.map((pair) => {
            const cell = (one: Observed | null) => ({
              by: one?.value ?? null,
              show: (
                <>
                  {one?.value == null ? <em>{shown(one)}</em> : shown(one)}{" "}
                  {one === null ? null : <TraceMark id={one.id} of={`${label(pair)}, ${name}`} />}
                </>
              ),
            });
            return {
              id: pair.indicator,
              cells: {
                indicator: { show: label(pair) },
                period: { show: pair.period },
                women: cell(pair.women),
                men: cell(pair.men),
                unit: { show: pair.unit === null ? "" : codeText(sayChart, "unit", pair.unit) },
              },
            };
          })}
        />
      }
    />
  );
}
