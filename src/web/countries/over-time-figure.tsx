import { useChartWords } from "../charts/chart-words.ts";
import { FactTable } from "../charts/fact-table.tsx";
import { Figure } from "../charts/figure.tsx";
import type { FigureView } from "../charts/figure-views.ts";
import { intervalCells, intervalColumns } from "../charts/interval-columns.ts";
import type { PictureText } from "../charts/picture.tsx";
import { type Multiple, SmallMultiples } from "../charts/small-multiples.tsx";
import { TraceMark } from "../charts/trace-mark.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { placeName } from "../indexes/names.ts";
import {
  type ComparedIndex,
  intervalOf,
  isOnUnitScale,
  type SetSummary,
  scoreAt,
  yearOfPeriod,
} from "./placed-scores.ts";
import { usePlaceText } from "./use-place-text.ts";

/** Each form over the years, the same small chart for each: one line for each country, and the median. */
export function OverTimeFigure({
  id,
  areas,
  indexes,
  setOf,
  setName,
  view,
  onView,
}: {
  /** Of the figure on its page. */
  id: string;
  areas: readonly string[];
  indexes: readonly ComparedIndex[];
  setOf: (index: ComparedIndex, period: string | null) => SetSummary | undefined;
  setName: string;
  view: FigureView;
  onView: (view: FigureView) => void;
}) {
  const say = useWords("countries");
  const sayChart = useWords("charts");
  const format = useFormat();
  const language = useLanguage();
  const words = useChartWords();
  const text = usePlaceText();
  const name = (area: string) => placeName(area, language);
  const dated = (index: ComparedIndex) =>
    index.periods.flatMap((period) => {
      const year = yearOfPeriod(period);
      return year === null ? [] : [{ period, year }];
    });
  const years = indexes.flatMap(dated).map(({ year }) => year);
  if (years.length === 0 || new Set(years).size < 2) return <p>{say("time.none")}</p>;
  const [first, last] = [Math.min(...years), Math.max(...years)];

  const panels = indexes.filter(isOnUnitScale).map((index): Multiple => {
    const label = text.indexName(index);
    const own = areas.map((area, i) => ({
      id: area,
      colour: i + 1,
      points: dated(index).map(({ period, year }) => {
        const score = scoreAt(index, area, undefined, period);
        return { year, value: score?.score ?? null, interval: intervalOf(score), spoken: "" };
      }),
    }));
    const median = {
      id: "median",
      colour: 6,
      beside: true,
      points: dated(index).map(({ period, year }) => ({
        year,
        value: setOf(index, period)?.median ?? null,
        spoken: "",
      })),
    };
    const told = own.map(({ id: area, points }) => {
      const known = points.filter(({ value }) => value !== null);
      const [from, to] = [known[0], known.at(-1)];
      return from && to
        ? say("time.spoken", {
            name: name(area),
            from: text.number(from.value),
            fromYear: from.year,
            to: text.number(to.value),
            toYear: to.year,
            gaps: points.length - known.length,
          })
        : say("time.spokenNone", { name: name(area) });
    });
    const isEmpty = own.every(({ points }) => points.every(({ value }) => value === null));
    return {
      id: index.run,
      title: label,
      lines: [median, ...own],
      missing: isEmpty ? say("time.spokenNone", { name: areas.map(name).join(", ") }) : null,
      spoken: `${label}. ${told.join(" ")}`,
    };
  });
  const title = say("time.title", { names: format.list(areas.map(name)) });
  const elsewhere = indexes.filter((index) => !isOnUnitScale(index)).map(text.indexName);
  const sentence = [
    say("time.sentence", { first, last, indexes: panels.length, set: setName }),
    elsewhere.length > 0 ? say("forms.otherScale", { names: format.list(elsewhere) }) : "",
  ]
    .filter(Boolean)
    .join(" ");
  const source = words.sourceLine(
    say("ratings.source", { releases: [...new Set(indexes.map(({ release }) => release))].join(", ") }),
    indexes[0]?.createdAt ?? null,
    [...new Set(indexes.map(({ licence }) => licence).filter(Boolean))].join("; ") || null,
  );
  const scoreColumn = { id: "score", label: say("forms.score"), numeric: true };
  const picture: PictureText = {
    title,
    subtitle: say("time.subtitle", { first, last }),
    source,
    watermark: words.watermark(indexes.map(({ origin }) => origin)),
  };
  return (
    <Figure
      name={`socle-${areas.join("-")}-over-time`}
      id={id}
      text={picture}
      sentence={sentence}
      view={view}
      onView={onView}
      chart={
        <SmallMultiples
          text={picture}
          sentence={sentence}
          panels={panels}
          years={[first, last]}
          ticks={[0, 0.5, 1]}
          format={(value) => format.number(value, 1)}
          keys={[
            ...areas.map((area, i) => ({ label: name(area), colour: i + 1 })),
            { label: say("time.median", { set: setName }), colour: 6, beside: true },
          ]}
        />
      }
      table={
        <FactTable
          caption={title}
          columns={[
            { id: "form", label: say("ratings.form") },
            { id: "country", label: say("column.country") },
            { id: "period", label: say("time.year"), short: true },
            scoreColumn,
            ...intervalColumns(sayChart, scoreColumn),
            { id: "rank", label: say("forms.rank"), numeric: true },
            { id: "median", label: say("forms.median", { set: setName }), numeric: true },
          ]}
          rows={indexes.flatMap((index) =>
            areas.flatMap((area) =>
              dated(index).map(({ period }) => {
                const score = scoreAt(index, area, undefined, period);
                const median = setOf(index, period)?.median ?? null;
                const label = text.indexName(index);
                return {
                  id: `${index.run} ${area} ${period}`,
                  cells: {
                    form: { show: label },
                    country: { show: name(area) },
                    period: { show: period },
                    score: {
                      by: score?.score ?? null,
                      show:
                        score === undefined || score.score === null ? (
                          <em>{text.reason(score)}</em>
                        ) : (
                          <>
                            {text.score(score)}{" "}
                            <TraceMark id={score.trace} of={`${label}, ${name(area)}, ${period}`} />
                          </>
                        ),
                    },
                    ...intervalCells("score", intervalOf(score)),
                    rank: { show: score ? text.rank(score) : "–" },
                    median: { show: text.number(median), by: median },
                  },
                };
              }),
            ),
          )}
        />
      }
    />
  );
}
