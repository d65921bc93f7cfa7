import { useNavigate } from "@tanstack/react-router";
import { useChartWords } from "../charts/chart-words.ts";
import { DotPlot, type DotPlotRow } from "../charts/dot-plot.tsx";
import { FactTable } from "../charts/fact-table.tsx";
import { Figure } from "../charts/figure.tsx";
import type { FigureView } from "../charts/figure-views.ts";
import { intervalCells, intervalColumns } from "../charts/interval-columns.ts";
import type { PictureText } from "../charts/picture.tsx";
import { TraceMark } from "../charts/trace-mark.tsx";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { countryMarks } from "./country-marks.ts";
import { type ComparedIndex, intervalOf, isOnUnitScale, latestOf, scoreAt, setAt } from "./placed-scores.ts";
import { usePlaceText } from "./use-place-text.ts";

export type BesideRow = { readonly index: ComparedIndex; readonly node: string; readonly label: string };

/** Some scores of several countries: one row each, one mark for each country, with its interval. */
export function BesideFigure({
  id,
  areas,
  nameOf,
  title,
  rows,
  view,
  onView,
}: {
  id: string;
  areas: readonly string[];
  nameOf: (code: string) => string;
  title: string;
  rows: readonly BesideRow[];
  view: FigureView;
  onView: (view: FigureView) => void;
}) {
  const say = useWords("countries");
  const sayChart = useWords("charts");
  const format = useFormat();
  const words = useChartWords();
  const text = usePlaceText();
  const navigate = useNavigate();
  const key = ({ index, node }: BesideRow) => `${index.run} ${node}`;
  const figures = (row: BesideRow) =>
    areas.map((area) => ({ area, score: scoreAt(row.index, area, row.node) }));
  const medianOf = (row: BesideRow) => setAt(row.index, "all", null, row.node)?.median ?? null;
  const spoken = (row: BesideRow) =>
    `${row.label}. ${figures(row)
      .map(({ area, score }) =>
        score && score.score !== null
          ? say("beside.spoken", { name: nameOf(area), score: text.score(score), rank: text.rank(score) })
          : say("beside.spokenNone", { name: nameOf(area), reason: text.reason(score) }),
      )
      .join(" ")}`;
  const apart = rows
    .filter(({ index }) => isOnUnitScale(index))
    .map((row) => {
      const values = figures(row).flatMap(({ score }) => score?.score ?? []);
      return { row, gap: values.length < 2 ? 0 : Math.max(...values) - Math.min(...values) };
    });
  const widest = [...apart].sort((a, b) => b.gap - a.gap)[0];
  // Scores on another scale cannot stand on one axis with these.
  const elsewhere = rows.filter(({ index }) => !isOnUnitScale(index));
  const compared =
    areas.length < 2 || !widest || widest.gap === 0
      ? say("beside.sentenceOne", { n: rows.length })
      : say("beside.sentence", { n: areas.length, row: widest.row.label, gap: format.number(widest.gap, 2) });
  const sentence =
    elsewhere.length === 0
      ? compared
      : `${compared} ${say("forms.otherScale", { names: format.list(elsewhere.map(({ label }) => label)) })}`;
  const runs = [...new Map(rows.map(({ index }) => [index.run, index])).values()];
  const source = words.sourceLine(
    say("ratings.source", { releases: [...new Set(runs.map(({ release }) => release))].join(", ") }),
    runs[0]?.createdAt ?? null,
    [...new Set(runs.map(({ licence }) => licence).filter(Boolean))].join("; ") || null,
  );
  const period = runs.map(latestOf).find((one) => one !== null) ?? say("ratings.noPeriod");
  const picture: PictureText = {
    title,
    subtitle: say("beside.subtitle", { period }),
    source,
    watermark: words.watermark(runs.map(({ origin }) => origin)),
  };
  return (
    <Figure
      name={`socle-${areas.join("-")}-${id}`}
      id={id}
      text={picture}
      sentence={sentence}
      view={view}
      onView={onView}
      chart={
        <DotPlot
          text={picture}
          sentence={sentence}
          ticks={[0, 0.25, 0.5, 0.75, 1]}
          format={(value) => format.number(value, 2)}
          keys={areas.map((area, i) => ({ label: nameOf(area), ...countryMarks[i]! }))}
          noteWidth={12}
          rowHeight={Math.max(26, 14 + areas.length * 8)}
          rows={rows
            .filter(({ index }) => isOnUnitScale(index))
            .map((row): DotPlotRow => {
              const known = figures(row).flatMap(({ score }, i) =>
                score && score.score !== null ? [{ score, mark: countryMarks[i]! }] : [],
              );
              const median = medianOf(row);
              return {
                id: key(row),
                label: row.label,
                note: "",
                marks: known.map(({ score, mark }) => ({
                  value: score.score!,
                  ...mark,
                  interval: intervalOf(score),
                })),
                strokes: median === null ? [] : [median],
                missing: known.length === 0 ? text.reason(figures(row)[0]?.score) : null,
                spoken: spoken(row),
                onOpen: () => void navigate({ to: "/indexes/runs/$id", params: { id: row.index.run } }),
              };
            })}
        />
      }
      table={
        <FactTable
          caption={title}
          columns={[
            { id: "label", label: say("beside.what") },
            ...areas.flatMap((area) => [
              { id: area, label: nameOf(area), numeric: true },
              ...intervalColumns(sayChart, { id: area, label: nameOf(area) }),
              { id: `${area} rank`, label: say("beside.rankOf", { name: nameOf(area) }), numeric: true },
            ]),
            { id: "median", label: say("forms.median", { set: say("set.all") }), numeric: true },
          ]}
          rows={rows.map((row) => ({
            id: key(row),
            cells: {
              label: { show: row.label },
              median: { show: text.number(medianOf(row)), by: medianOf(row) },
              ...Object.fromEntries(
                figures(row).flatMap(({ area, score }) => [
                  [
                    area,
                    {
                      by: score?.score ?? null,
                      show:
                        score && score.score !== null ? (
                          <>
                            {text.score(score)}{" "}
                            <TraceMark id={score.trace} of={`${row.label}, ${nameOf(area)}`} />
                          </>
                        ) : (
                          <em>{text.reason(score)}</em>
                        ),
                    },
                  ],
                  ...Object.entries(intervalCells(area, intervalOf(score))),
                  [`${area} rank`, { show: score ? text.rank(score) : "–" }],
                ]),
              ),
            },
          }))}
        />
      }
    />
  );
}
