import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type Period, yearsOf } from "#kernel";
import { FactTable } from "../charts/fact-table.tsx";
import { Figure } from "../charts/figure.tsx";
import type { FigureView } from "../charts/figure-views.ts";
import { valueTicks } from "../charts/linear-scale.ts";
import { type Multiple, SmallMultiples } from "../charts/small-multiples.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { placeName } from "./names.ts";
import { codeText } from "./rating-text.ts";
import { useRunPicture } from "./run-picture.ts";
import type { Score } from "./run-scores.ts";
import type { RunView } from "./run-view.ts";

const mostAtFirst = 24;

/** The scores of each country over the periods of the run, one small picture for each, all on one scale. */
export function YearsFigure({
  view,
  title,
  scores,
  all,
  onAll,
  shown,
  onView,
}: {
  readonly view: RunView;
  readonly title: string;
  /** Of the chosen period, in the order in which the countries are shown. */
  readonly scores: readonly Score[];
  readonly all: boolean;
  readonly onAll: () => void;
  readonly shown: FigureView;
  readonly onView: (shown: FigureView) => void;
}) {
  const say = useWords("indexes");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const format = useFormat();
  const navigate = useNavigate();
  const { run, node, periods } = view;
  const pictureOf = useRunPicture(run);
  const byCell = new Map(
    run.scores.filter((one) => one.node === node).map((one) => [`${one.area} ${one.period}`, one]),
  );
  const scoreOf = (area: string, period: string | null) => byCell.get(`${area} ${period}`)?.score ?? null;
  const number = (value: number) => format.number(value, 3, true);
  const [first, last] = [periods[0]!, periods.at(-1)!];
  const changes = scores.flatMap(({ area }) => {
    const [from, to] = [scoreOf(area, first), scoreOf(area, last)];
    return from === null || to === null ? [] : [{ area, by: to - from }];
  });
  const best = changes.toSorted((a, b) => b.by - a.by)[0];
  const worst = changes.toSorted((a, b) => a.by - b.by)[0];
  const sentence =
    best && worst
      ? say("years.sentence", {
          from: first,
          to: last,
          best: placeName(best.area, language),
          bestBy: signed(format.number(best.by, 3, true), best.by),
          worst: placeName(worst.area, language),
          worstBy: signed(format.number(worst.by, 3, true), worst.by),
          count: changes.length,
        })
      : say("years.sentenceNone");
  const drawn = all ? scores : scores.slice(0, mostAtFirst);
  const years = periods.map((period, i) => (period === null ? i : yearsOf(period as Period)[1]));
  const panels = drawn.map(({ area }): Multiple => {
    const name = placeName(area, language);
    const values = periods.map((period) => scoreOf(area, period));
    const known = values.flatMap((value, i) => (value === null ? [] : [`${periods[i]}: ${number(value)}`]));
    const spoken = `${name}. ${known.length > 0 ? known.join("; ") : sayChart("noData")}`;
    return {
      id: area,
      title: name,
      lines: [
        { id: area, colour: 1, points: values.map((value, i) => ({ year: years[i]!, value, spoken })) },
      ],
      missing: known.length > 0 ? null : sayChart("noData"),
      spoken,
      onOpen: () => void navigate({ to: "/countries/$code", params: { code: area } }),
    };
  });
  const figureTitle = say("years.title", { title });
  const picture = pictureOf(figureTitle, say("years.subtitle", { from: first, to: last }));
  return (
    <>
      <Figure
        name={`socle-${run.id}-years`}
        id="years"
        text={picture}
        sentence={sentence}
        view={shown}
        onView={onView}
        chart={
          <SmallMultiples
            text={picture}
            sentence={sentence}
            panels={panels}
            years={[Math.min(...years), Math.max(...years)]}
            ticks={valueTicks(
              drawn.flatMap(({ area }) => periods.flatMap((period) => scoreOf(area, period) ?? [])),
              2,
            )}
            format={(value) => format.number(value, 2)}
          />
        }
        table={
          <FactTable
            caption={figureTitle}
            columns={[
              { id: "area", label: sayChart("column.area") },
              ...periods.map((period) => ({ id: `${period}`, label: period ?? "–", numeric: true })),
            ]}
            rows={scores.map(({ area }) => ({
              id: area,
              cells: {
                area: { show: placeName(area, language) },
                ...Object.fromEntries(
                  periods.map((period) => {
                    const own = byCell.get(`${area} ${period}`);
                    const value = own?.score ?? null;
                    return [
                      `${period}`,
                      {
                        show:
                          value === null ? (
                            <em>
                              {own?.reason ? codeText(sayChart, "reason", own.reason) : sayChart("noData")}
                            </em>
                          ) : (
                            number(value)
                          ),
                        by: value,
                      },
                    ];
                  }),
                ),
              },
            }))}
          />
        }
      />
      {scores.length > mostAtFirst && shown === "chart" ? (
        <Button variant="default" size="xs" onClick={onAll} data-print="hide">
          {all ? say("years.fewer", { count: mostAtFirst }) : say("years.all", { count: scores.length })}
        </Button>
      ) : null}
    </>
  );
}

const signed = (text: string, value: number) => (value > 0 ? `+${text}` : text);
