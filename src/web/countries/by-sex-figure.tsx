import { Link } from "@tanstack/react-router";
import type { z } from "zod/mini";
import type { IndexBySexShape } from "#contract";
import { areaName, isInventedAreaCode } from "#kernel";
import { useChartWords } from "../charts/chart-words.ts";
import { DotPlot, type DotPlotRow } from "../charts/dot-plot.tsx";
import { FactTable } from "../charts/fact-table.tsx";
import { Figure } from "../charts/figure.tsx";
import type { FigureView } from "../charts/figure-views.ts";
import { intervalCells, intervalColumns } from "../charts/interval-columns.ts";
import type { PictureText } from "../charts/picture.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { OriginMark } from "../shared/origin-mark.tsx";
import { intervalOf } from "./placed-scores.ts";
import { usePlaceText } from "./use-place-text.ts";
import { sexMark } from "./women-and-men.ts";

type BySex = z.output<typeof IndexBySexShape>;
type Score = BySex["scores"][number];

/** Women and men of every country on one line, with the intervals of both. */
export function BySexFigure({
  value,
  release,
  view,
  onView,
  sort,
  onSort,
  onArea,
}: {
  value: BySex;
  release: NonNullable<BySex["release"]>;
  view: FigureView;
  onView: (view: FigureView) => void;
  sort: string | undefined;
  onSort: (sort: string) => void;
  /** A country was opened in the picture. */
  onArea: (area: string) => void;
}) {
  const say = useWords("old-age");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const format = useFormat();
  const words = useChartWords();
  const text = usePlaceText();
  const rows = [...new Set(value.scores.map(({ area }) => area))]
    .map((area) => {
      const of = (sex: Score["sex"]) => value.scores.find((one) => one.area === area && one.sex === sex);
      const [women, men] = [of("F"), of("M")];
      const gap = women?.score != null && men?.score != null ? women.score - men.score : null;
      return { area, name: areaName(area, language), women, men, gap };
    })
    .sort((a, b) => (b.women?.score ?? -1) - (a.women?.score ?? -1) || (a.area < b.area ? -1 : 1));
  const spoken = (row: (typeof rows)[number]) =>
    `${row.name}. ${[row.women, row.men]
      .map((one, i) =>
        say(i === 0 ? "spoken.women" : "spoken.men", {
          score: one?.score == null ? text.reason(one) : text.score(one),
          rank: one ? text.rank(one) : "–",
        }),
      )
      .join(" ")}`;
  const known = rows.filter(({ gap }) => gap !== null);
  const behind = known.filter(({ gap }) => gap! < 0);
  const widest = [...known].sort((a, b) => a.gap! - b.gap!)[0];
  const sentence =
    widest === undefined
      ? say("sentence.none")
      : behind.length === 0
        ? say("sentence.noneBehind", { n: known.length })
        : say("sentence", {
            n: known.length,
            behind: behind.length,
            widest: widest.name,
            gap: format.number(Math.abs(widest.gap!), 2, true),
          });
  const title = say("figure.title");
  const source = words.sourceLine(
    sayChart("sourceRelease", { title: release.title, id: release.id }),
    release.createdAt,
    release.licence,
  );
  const picture: PictureText = {
    title,
    subtitle: say("figure.subtitle", { period: value.period ?? "–" }),
    source,
    watermark: words.watermark([release.origin]),
  };
  return (
    <Figure
      name={`socle-old-age-${value.period ?? "all"}`}
      id="old-age"
      text={picture}
      sentence={sentence}
      view={view}
      onView={onView}
      chart={
        <DotPlot
          text={picture}
          sentence={sentence}
          ticks={[0, 0.25, 0.5, 0.75, 1]}
          format={(tick) => format.number(tick, 2)}
          labelShare={0.24}
          noteWidth={56}
          rowHeight={30}
          keys={[
            { label: say("women"), ...sexMark.F },
            { label: say("men"), ...sexMark.M },
          ]}
          rows={rows.map(
            (row): DotPlotRow => ({
              id: row.area,
              label: row.name,
              note: row.gap === null ? "–" : signed(format.number(Math.abs(row.gap), 2, true), row.gap),
              marks: [
                ...(row.women?.score != null
                  ? [{ value: row.women.score, ...sexMark.F, interval: intervalOf(row.women) }]
                  : []),
                ...(row.men?.score != null
                  ? [{ value: row.men.score, ...sexMark.M, interval: intervalOf(row.men) }]
                  : []),
              ],
              missing:
                row.women?.score == null && row.men?.score == null ? text.reason(row.women ?? row.men) : null,
              spoken: spoken(row),
              onOpen: () => onArea(row.area),
            }),
          )}
        />
      }
      table={
        <FactTable
          caption={title}
          columns={[
            { id: "area", label: sayChart("column.country"), sortable: true },
            { id: "women", label: say("women"), numeric: true, sortable: true },
            ...intervalColumns(sayChart, { id: "women", label: say("women") }),
            { id: "womenRank", label: say("column.womenRank"), numeric: true },
            { id: "men", label: say("men"), numeric: true, sortable: true },
            ...intervalColumns(sayChart, { id: "men", label: say("men") }),
            { id: "menRank", label: say("column.menRank"), numeric: true },
            { id: "gap", label: say("column.gap"), numeric: true, sortable: true },
          ]}
          rows={rows.map((row) => {
            const cell = (one: Score | undefined) => ({
              by: one?.score ?? null,
              show: one?.score == null ? <em>{text.reason(one)}</em> : text.score(one),
            });
            return {
              id: row.area,
              cells: {
                area: {
                  by: row.name,
                  show: (
                    <>
                      <Link
                        to="/countries/old-age"
                        search={{ area: row.area, ...(value.period && { period: value.period }) }}
                      >
                        {row.name}
                      </Link>{" "}
                      {isInventedAreaCode(row.area) ? <OriginMark origin="invented" /> : null}
                    </>
                  ),
                },
                women: cell(row.women),
                ...intervalCells("women", intervalOf(row.women)),
                ...intervalCells("men", intervalOf(row.men)),
                womenRank: { show: row.women ? text.rank(row.women) : "–" },
                men: cell(row.men),
                menRank: { show: row.men ? text.rank(row.men) : "–" },
                gap: {
                  by: row.gap,
                  show: row.gap === null ? "–" : signed(format.number(Math.abs(row.gap), 2, true), row.gap),
                },
              },
            };
          })}
          sort={sort}
          onSort={onSort}
        />
      }
    />
  );
}

const signed = (text: string, value: number) => `${value < 0 ? "−" : value > 0 ? "+" : ""}${text}`;
