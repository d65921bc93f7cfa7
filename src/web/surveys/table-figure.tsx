import { NativeSelect } from "@mantine/core";
import type { AnalysisUnit } from "#records";
import { useChartWords } from "../charts/chart-words.ts";
import { DotPlot, type DotPlotRow } from "../charts/dot-plot.tsx";
import { FactTable } from "../charts/fact-table.tsx";
import { Figure } from "../charts/figure.tsx";
import type { FigureView } from "../charts/figure-views.ts";
import { valueTicks } from "../charts/linear-scale.ts";
import type { PictureText } from "../charts/picture.tsx";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { inLanguage } from "../indexes/names.ts";
import type { StudyTable, TableAxis } from "./answers.ts";
import style from "./surveys.module.css";
import { axesOfChart, marksOf, rowsOfChart } from "./table-chart.ts";
import { useCellText } from "./use-cell-text.ts";
import { useTableWords } from "./use-table-words.ts";

/** The category that is drawn: the chosen one, else the first. */
export const drawnLevel = (table: StudyTable, chosen: string | undefined): string | null =>
  table.levels === null
    ? null
    : ((table.levels.levels.find(({ code }) => code === chosen) ?? table.levels.levels[0])?.code ?? null);

/** The table as dots with their intervals, and every cell of it in one long table for programs. */
export function TableFigure({
  table,
  unit,
  date,
  view,
  onView,
  level,
  onLevel,
}: {
  readonly table: StudyTable;
  readonly unit: AnalysisUnit;
  /** Of the edition. */
  readonly date: string | null;
  readonly view: FigureView;
  readonly onView: (view: FigureView) => void;
  readonly level: string | undefined;
  readonly onLevel: (level: string) => void;
}) {
  const say = useWords("survey-tables");
  const language = useLanguage();
  const format = useFormat();
  const charts = useChartWords();
  const words = useTableWords(table, unit);
  const text = useCellText(table.statistic);
  const told = (texts: TableAxis["label"]) => inLanguage(texts, language);
  const drawn = drawnLevel(table, level);
  const { line, picks } = axesOfChart(table);
  const drawnName = picks ? table.levels?.levels.find(({ code }) => code === drawn) : undefined;
  const rows = rowsOfChart(table, drawn);
  const values = rows.flatMap(({ marks }) =>
    marks.flatMap(({ cell }) => [cell.estimate!, cell.low ?? cell.estimate!, cell.high ?? cell.estimate!]),
  );
  const sentence = words.sentence(drawn);
  const title = drawnName ? format.named(words.title, told(drawnName.label)) : words.title;
  const picture: PictureText = {
    title,
    subtitle: say("figure.subtitle", {
      universe: told(table.universe),
      confidence: format.percent(table.confidence, 1),
    }),
    source: charts.sourceLine(
      say("figure.source", { study: told(table.title), id: table.study, edition: table.edition }),
      date,
      table.licence,
    ),
    watermark: charts.watermark([table.origin]),
  };
  const spokenCell = (cell: StudyTable["cells"][number]) =>
    cell.estimate === null
      ? text.missing(cell)
      : [text.value(cell.estimate), text.interval(cell), text.cases(cell)].filter(Boolean).join(", ");
  const marks = line === null ? null : marksOf(line);
  const isJoined = line !== null && rows.some((row) => row.marks.length > 1);
  return (
    <>
      {picks && table.levels ? (
        <NativeSelect
          className={style["pick"]}
          label={say("figure.level")}
          value={drawn ?? ""}
          onChange={(event) => onLevel(event.currentTarget.value)}
          data={table.levels.levels.map(({ code, label }) => ({ value: code ?? "", label: told(label) }))}
          data-print="hide"
        />
      ) : null}
      <Figure
        name={`socle-${table.study}-table`}
        id="survey-table"
        text={picture}
        sentence={sentence}
        view={view}
        onView={onView}
        chart={
          <DotPlot
            text={picture}
            sentence={sentence}
            ticks={valueTicks(values, 5)}
            format={text.value}
            noteWidth={isJoined ? 8 : 70}
            rowHeight={isJoined ? 34 : 26}
            keys={
              isJoined
                ? line.levels.map(({ code, label }) => ({ label: told(label), ...marks!.get(code)! }))
                : []
            }
            rows={rows.map((row): DotPlotRow => {
              const name = row.names.map(({ label }) => told(label)).join(", ") || told(table.universe);
              return {
                id: row.id,
                label: name,
                note: !isJoined && row.marks[0] ? text.value(row.marks[0].cell.estimate!) : "",
                marks: row.marks.map(({ cell, mark }) => ({
                  ...mark,
                  value: cell.estimate!,
                  interval:
                    cell.low === null || cell.high === null ? null : { low: cell.low, high: cell.high },
                })),
                missing: row.marks.length > 0 ? null : text.missing(row.withoutEstimate ?? undefined),
                spoken:
                  row.marks.length === 0
                    ? `${name}: ${text.missing(row.withoutEstimate ?? undefined)}`
                    : `${name}. ${row.cells
                        .map(({ level: one, cell }) =>
                          one === null
                            ? spokenCell(cell)
                            : say("figure.spoken", { name: told(one.label), value: spokenCell(cell) }),
                        )
                        .join(" ")}`,
              };
            })}
          />
        }
        table={<CellList table={table} caption={words.title} />}
      />
    </>
  );
}

/** Every cell a row of its own, with numbers unrounded for the file. */
function CellList({ table, caption }: { readonly table: StudyTable; readonly caption: string }) {
  const say = useWords("survey-tables");
  const language = useLanguage();
  const format = useFormat();
  const text = useCellText(table.statistic);
  const axes = (
    [
      ["row", table.rows],
      ["column", table.columns],
      ["level", table.levels],
    ] as const
  ).flatMap(([id, axis]) => (axis === null ? [] : [{ id, axis }]));
  const number = (value: number | null, show: (value: number) => string) => ({
    by: value,
    show: value === null ? "–" : show(value),
  });
  return (
    <FactTable
      caption={caption}
      columns={[
        ...axes.map(({ id, axis }) => ({ id, label: inLanguage(axis.label, language) })),
        { id: "estimate", label: say("estimate"), numeric: true },
        { id: "error", label: say("part.error"), numeric: true },
        { id: "low", label: say("column.low"), numeric: true },
        { id: "high", label: say("column.high"), numeric: true },
        { id: "variation", label: say("part.variation"), numeric: true },
        { id: "cases", label: say("part.cases"), numeric: true },
        { id: "quality", label: say("part.quality") },
      ]}
      rows={table.cells.map((cell) => ({
        id: `${cell.row} ${cell.column} ${cell.level}`,
        cells: {
          ...Object.fromEntries(
            axes.map(({ id, axis }) => {
              const level = axis.levels.find(({ code }) => code === cell[id]);
              return [id, { show: level ? inLanguage(level.label, language) : "–" }];
            }),
          ),
          estimate: {
            by: cell.estimate,
            show: cell.estimate === null ? <em>{text.missing(cell)}</em> : text.value(cell.estimate),
          },
          error: number(cell.standardError, (one) => format.number(one, 4)),
          low: number(cell.low, text.value),
          high: number(cell.high, text.value),
          variation: number(cell.coefficientOfVariation, (one) => format.percent(one, 1)),
          cases: number(cell.cases, (one) => format.number(one)),
          quality: { show: cell.quality === null ? "–" : say(`quality.${cell.quality}`) },
        },
      }))}
    />
  );
}
