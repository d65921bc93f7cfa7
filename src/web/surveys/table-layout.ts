// How the cells of a table lie on the page. A measured variable with categories makes a third axis: its
// categories go down the side where nothing else does, else across the top.

import type { StudyTable, TableAxis, TableCell } from "./answers.ts";

type Level = TableAxis["levels"][number];
/** A line of cells, named by its level; null in a table without that axis. */
export type LayoutRow = { readonly level: Level | null; readonly cells: readonly (TableCell | undefined)[] };
export type TableLayout = {
  /** Axes down the side, outermost first. */
  readonly side: readonly TableAxis[];
  readonly top: TableAxis | null;
  /** Rows under each level of the outermost axis where two stand at the side, else one group. */
  readonly groups: readonly { readonly level: Level | null; readonly rows: readonly LayoutRow[] }[];
};

const nothing: readonly (Level | null)[] = [null];
const levelsOf = (axis: TableAxis | null): readonly (Level | null)[] => axis?.levels ?? nothing;
const codeOf = (level: Level | null) => level?.code ?? null;

export function layoutOf(table: StudyTable): TableLayout {
  const { rows, columns, levels } = table;
  const cell = (row: Level | null, column: Level | null, level: Level | null) =>
    table.cells.find(
      (one) => one.row === codeOf(row) && one.column === codeOf(column) && one.level === codeOf(level),
    );
  if (levels !== null && rows !== null && columns !== null)
    return {
      side: [rows, columns],
      top: levels,
      groups: rows.levels.map((row) => ({
        level: row,
        rows: columns.levels.map((column) => ({
          level: column,
          cells: levels.levels.map((level) => cell(row, column, level)),
        })),
      })),
    };
  const isDown = levels !== null && rows === null;
  const side = isDown ? levels : rows;
  const top = levels !== null && rows !== null ? levels : columns;
  return {
    side: side === null ? [] : [side],
    top,
    groups: [
      {
        level: null,
        rows: levelsOf(side).map((one) => ({
          level: one,
          cells: levelsOf(top).map((other) =>
            levels === null
              ? cell(one, other, null)
              : isDown
                ? cell(null, other, one)
                : cell(one, null, other),
          ),
        })),
      },
    ],
  };
}
