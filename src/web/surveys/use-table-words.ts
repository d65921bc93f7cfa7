import type { AnalysisUnit } from "#records";
import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { inLanguage } from "../indexes/names.ts";
import type { StudyTable, TableAxis } from "./answers.ts";
import { axesOfChart, rowsOfChart } from "./table-chart.ts";
import { useCellText } from "./use-cell-text.ts";

/** A p-value below this is called a difference. */
const level = 0.05;

/** What a table is called: what is measured, by what, of whom. */
export function useTableTitle() {
  const say = useWords("survey-tables");
  const language = useLanguage();
  const format = useFormat();
  const told = (texts: TableAxis["label"]) => inLanguage(texts, language);
  return (table: StudyTable, unit: AnalysisUnit): string => {
    const axes = [table.rows, table.columns].filter((axis) => axis !== null);
    return [
      table.variable === null
        ? say("what.units", { units: say(`units.${unit}`) })
        : say(`what.${table.statistic}`, { variable: told(table.variable.label) }),
      axes.length === 0 ? "" : say("by", { axes: format.list(axes.map(({ label }) => told(label))) }),
      table.subset === null
        ? ""
        : say("only", { variable: told(table.subset.label), level: told(table.subset.level) }),
    ]
      .filter(Boolean)
      .join(", ");
  };
}

/** What a table is called and what it says, in sentences. */
export function useTableWords(table: StudyTable, unit: AnalysisUnit) {
  const say = useWords("survey-tables");
  const language = useLanguage();
  const format = useFormat();
  const title = useTableTitle();
  const text = useCellText(table.statistic);
  const told = (texts: TableAxis["label"]) => inLanguage(texts, language);
  const axes = [table.rows, table.columns].filter((axis) => axis !== null);
  const names = (some: readonly { readonly label: TableAxis["label"] }[]) =>
    some.map(({ label }) => told(label)).join(", ");
  return {
    title: title(table, unit),
    /**
     * The whole and the span of the groups, each with its interval.
     *
     * @param drawn code of the category that is spoken of where there are several
     */
    sentence: (drawn: string | null): string => {
      const { side, picks } = axesOfChart(table);
      const category = picks ? table.levels?.levels.find(({ code }) => code === drawn) : undefined;
      const points = rowsOfChart(table, drawn).flatMap((row) =>
        row.marks.map(({ cell, level: column }) => ({
          cell,
          name: names([...row.names, ...(column === null || row.names.includes(column) ? [] : [column])]),
          isGroup:
            (table.rows === null || cell.row !== null) && (table.columns === null || cell.column !== null),
        })),
      );
      const said = (cell: (typeof points)[number]["cell"]) =>
        say("sentence.value", {
          value: text.value(cell.estimate!),
          interval: text.interval(cell) ?? say("cell.noInterval"),
        });
      const whole =
        side === table.levels && table.levels !== null
          ? undefined
          : table.cells.find(
              (cell) =>
                cell.row === null &&
                cell.column === null &&
                cell.level === (picks ? drawn : null) &&
                cell.estimate !== null,
            );
      const groups = points
        .filter(({ isGroup }) => isGroup)
        .sort((a, b) => a.cell.estimate! - b.cell.estimate!);
      const [low, high] = [groups[0], groups.at(-1)];
      return [
        category === undefined ? null : say("sentence.category", { category: told(category.label) }),
        whole === undefined
          ? null
          : say("sentence.whole", { value: said(whole), cases: text.cases(whole) ?? "" }),
        low && high && low !== high
          ? say("sentence.range", {
              low: said(low.cell),
              lowName: low.name,
              high: said(high.cell),
              highName: high.name,
            })
          : null,
        points.length === 0 ? say("sentence.nothing") : null,
        table.protection.withheld > 0 ? say("sentence.withheld", { count: table.protection.withheld }) : null,
      ]
        .filter(Boolean)
        .join(" ");
    },
    /** Whether groups differ by more than chance. */
    test: (): string | null => {
      if (table.test === null) return null;
      // Rows are compared, without rows the columns; a count of units by both tests whether they go together.
      const compared = table.variable === null ? axes : axes.slice(0, 1);
      const { pValue, statistic, degreesOfFreedom, name } = table.test;
      return say(pValue < level ? "test.differ" : "test.same", {
        axis: format.list(compared.map(({ label }) => told(label))),
        name,
        statistic: format.number(statistic, 2),
        freedom: degreesOfFreedom.map((one) => format.number(one, 1)).join("; "),
        p: pValue < 0.001 ? say("test.below") : say("test.p", { p: format.number(pValue, 3) }),
      });
    },
  };
}
