import { useChartWords } from "../charts/chart-words.ts";
import { DotPlot, type DotPlotRow } from "../charts/dot-plot.tsx";
import { FactTable } from "../charts/fact-table.tsx";
import { Figure } from "../charts/figure.tsx";
import type { FigureView } from "../charts/figure-views.ts";
import { intervalCells, intervalColumns } from "../charts/interval-columns.ts";
import type { PictureText } from "../charts/picture.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { inLanguage } from "../indexes/names.ts";
import type { MicroCell, MicroResult, StudyAnswer } from "./answers.ts";
import { cellOf, isWhole, orderedScores } from "./index-scores.ts";
import { marksOf } from "./table-chart.ts";
import { useCellText } from "./use-cell-text.ts";

const alone = { colour: 1, shape: "circle" } as const;
const ticks = [0, 0.25, 0.5, 0.75, 1];

/** Scores as dots with intervals, the groups as marks on one line. */
export function IndexFigure({
  result,
  found,
  statistic,
  withParts,
  view,
  onView,
}: {
  readonly result: MicroResult;
  readonly found: StudyAnswer;
  readonly statistic: MicroCell["statistic"];
  /** Whether the parts of each form or step are drawn, too. */
  readonly withParts: boolean;
  readonly view: FigureView;
  readonly onView: (view: FigureView) => void;
}) {
  const say = useWords("survey-tables");
  const sayChart = useWords("charts");
  const language = useLanguage();
  const format = useFormat();
  const charts = useChartWords();
  const text = useCellText(statistic, "score");
  const { definition, by } = result;
  const levels = by?.levels ?? [null];
  const marks = by === null ? null : marksOf(by);
  const levelName = (level: (typeof levels)[number]) =>
    level === null ? say("index.all") : inLanguage(level.label, language);
  const title = format.named(
    inLanguage(definition.title, language),
    say(`index.${statistic}`, { deficit: format.number(result.deficitBelow, 2) }),
  );
  const rows = orderedScores(result).map((score) => ({
    ...score,
    name: inLanguage(score.label, language),
    cells: levels.map((level) => ({
      level,
      cell: cellOf(result, statistic, score.part, level?.code ?? null),
    })),
  }));
  const spokenCell = (cell: MicroCell | undefined) =>
    cell === undefined || cell.estimate === null
      ? text.missing(cell)
      : [text.value(cell.estimate), text.interval(cell), text.cases(cell)].filter(Boolean).join(", ");
  const spoken = (row: (typeof rows)[number]) =>
    `${row.name}. ${row.cells
      .map(({ level, cell }) => say("figure.spoken", { name: levelName(level), value: spokenCell(cell) }))
      .join(" ")}`;
  const whole = rows.flatMap((row) => {
    const cell = cellOf(result, statistic, row.part, null);
    return cell && cell.estimate !== null && isWhole(row) ? [{ name: row.name, cell }] : [];
  });
  const sorted = [...whole].sort((a, b) => a.cell.estimate! - b.cell.estimate!);
  const said = (cell: MicroCell) =>
    say("sentence.value", {
      value: text.value(cell.estimate!),
      interval: text.interval(cell) ?? say("cell.noInterval"),
    });
  const [low, high] = [sorted[0], sorted.at(-1)];
  const sentence =
    low && high && low !== high
      ? say("index.sentence", {
          low: said(low.cell),
          lowName: low.name,
          high: said(high.cell),
          highName: high.name,
        })
      : low
        ? say("index.one", { name: low.name, value: said(low.cell) })
        : say("sentence.nothing");
  const { study, edition } = found;
  const picture: PictureText = {
    title,
    subtitle: inLanguage(study.universe.text, language),
    source: charts.sourceLine(
      say("figure.source", {
        study: inLanguage(study.title, language),
        id: study.id,
        edition: result.edition,
      }),
      edition?.publishedAt ?? edition?.createdAt ?? null,
      study.licence,
    ),
    watermark: charts.watermark([study.origin]),
  };
  return (
    <Figure
      name={`socle-${study.id}-${definition.id}`}
      id="survey-index"
      text={picture}
      sentence={sentence}
      view={view}
      onView={onView}
      chart={
        <DotPlot
          text={picture}
          sentence={sentence}
          ticks={ticks}
          format={(tick) => (statistic === "mean" ? format.number(tick, 2) : format.percent(tick))}
          noteWidth={8}
          rowHeight={30}
          guides={statistic === "mean" ? [{ value: result.deficitBelow, label: say("index.line") }] : []}
          keys={
            by === null
              ? []
              : by.levels.map((level) => ({ label: levelName(level), ...marks!.get(level.code)! }))
          }
          rows={rows
            .filter((row) => withParts || isWhole(row))
            .map((row): DotPlotRow => {
              const known = row.cells.filter(({ cell }) => cell !== undefined && cell.estimate !== null);
              return {
                id: row.part,
                label: row.name,
                note: "",
                marks: known.map(({ level, cell }) => ({
                  ...(marks?.get(level?.code ?? null) ?? alone),
                  value: cell!.estimate!,
                  interval:
                    cell!.low === null || cell!.high === null ? null : { low: cell!.low, high: cell!.high },
                })),
                missing: known.length > 0 ? null : text.missing(row.cells[0]?.cell),
                spoken: spoken(row),
              };
            })}
        />
      }
      table={
        <FactTable
          caption={title}
          columns={[
            { id: "score", label: say("index.score") },
            ...levels.flatMap((level) => {
              const column = { id: level?.code ?? "all", label: levelName(level), numeric: true };
              return [column, ...intervalColumns(sayChart, column)];
            }),
          ]}
          rows={rows.map((row) => ({
            id: row.part,
            cells: {
              score: { show: row.name },
              ...Object.fromEntries(
                row.cells.flatMap(({ level, cell }) => {
                  const id = level?.code ?? "all";
                  return [
                    [
                      id,
                      {
                        by: cell?.estimate ?? null,
                        show:
                          cell === undefined || cell.estimate === null ? (
                            <em>{text.missing(cell)}</em>
                          ) : (
                            text.value(cell.estimate)
                          ),
                      },
                    ],
                    ...Object.entries(
                      intervalCells(
                        id,
                        cell === undefined || cell.low === null || cell.high === null
                          ? null
                          : { low: cell.low, high: cell.high },
                      ),
                    ),
                  ];
                }),
              ),
            },
          }))}
        />
      }
    />
  );
}
