// A table of estimates as rows of a dot plot: one row per group, the groups of the columns as marks on one
// line where they are few, women and men by their own marks.

import type { DotPlotKey } from "../charts/dot-plot.tsx";
import { shapeNames } from "../charts/mark-shape.tsx";
import { sexMark } from "../countries/women-and-men.ts";
import type { StudyTable, TableAxis, TableCell } from "./answers.ts";

type Level = TableAxis["levels"][number];
type Mark = Pick<DotPlotKey, "colour" | "shape">;

/** More marks than this on one line cannot be told apart. */
const mostMarks = 4;
const everybody: Mark = { colour: 6, shape: "diamond" };

/** Women's and men's own marks, where a level is one of them. */
function markOfSex(level: Level): Mark | null {
  const name = level.label.en.toLowerCase();
  return /^(wom[ae]n|female)/.test(name) ? sexMark.F : /^(m[ae]n|male)\b/.test(name) ? sexMark.M : null;
}

/** Marks of the levels of an axis: those of women and men, else colours and forms in order. */
export const marksOf = (axis: TableAxis): ReadonlyMap<string | null, Mark> => {
  const own = axis.levels.filter(({ code }) => code !== null);
  const bySex = own.length > 0 && own.every((level) => markOfSex(level) !== null);
  return new Map(
    axis.levels.map((level, i) => [
      level.code,
      level.code === null
        ? everybody
        : bySex
          ? markOfSex(level)!
          : { colour: (i % 5) + 1, shape: shapeNames[i % shapeNames.length]! },
    ]),
  );
};

export type ChartRow = {
  readonly id: string;
  readonly names: readonly Level[];
  /** All of it, in the order of the levels. */
  readonly cells: readonly { readonly level: Level | null; readonly cell: TableCell }[];
  /** Those that have an estimate. */
  readonly marks: readonly { readonly level: Level | null; readonly mark: Mark; readonly cell: TableCell }[];
  /** A cell of the row without an estimate, where none has one. */
  readonly withoutEstimate: TableCell | null;
};

/** The axis that is drawn down the side, the one on the line, and the category where only one can be drawn. */
export function axesOfChart(table: StudyTable): {
  readonly side: TableAxis | null;
  readonly line: TableAxis | null;
  readonly picks: boolean;
} {
  const picks = table.levels !== null && table.rows !== null;
  return { side: table.levels !== null && !picks ? table.levels : table.rows, line: table.columns, picks };
}

/**
 * @param drawn code of the category that is drawn where the rows are groups
 */
export function rowsOfChart(table: StudyTable, drawn: string | null): readonly ChartRow[] {
  const { side, line, picks } = axesOfChart(table);
  const cellOf = (row: Level | null, column: Level | null) => {
    const isLevel = table.levels !== null && !picks;
    return table.cells.find(
      (one) =>
        one.row === (isLevel ? null : (row?.code ?? null)) &&
        one.column === (column?.code ?? null) &&
        one.level === (isLevel ? (row?.code ?? null) : picks ? drawn : null),
    );
  };
  const marks = line === null ? null : marksOf(line);
  const sides: readonly (Level | null)[] = side?.levels ?? [null];
  const lines: readonly (Level | null)[] = line?.levels ?? [null];
  const rowOf = (row: Level | null, columns: readonly (Level | null)[], isApart: boolean): ChartRow => {
    const cells = columns.flatMap((column) => {
      const cell = cellOf(row, column);
      const mark =
        isApart || column === null ? { colour: 1, shape: "circle" as const } : marks!.get(column.code)!;
      return cell === undefined ? [] : [{ level: column, mark, cell }];
    });
    const known = cells.filter(({ cell }) => cell.estimate !== null);
    return {
      id: `${row?.code ?? "all"} ${isApart ? (columns[0]?.code ?? "all") : ""}`,
      names: [row, isApart ? (columns[0] ?? null) : null].filter((one) => one !== null),
      cells,
      marks: known,
      withoutEstimate: known.length > 0 ? null : (cells[0]?.cell ?? null),
    };
  };
  const few = lines.filter((one) => one === null || one.code !== null).length <= mostMarks;
  return few
    ? sides.map((row) => rowOf(row, lines, false))
    : sides.flatMap((row) => lines.map((column) => rowOf(row, [column], true)));
}
