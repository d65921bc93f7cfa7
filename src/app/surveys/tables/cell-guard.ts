// What of a table whoever does not see the rows may see: decided once for all tables of a file, asked here cell by
// cell.

import { all, type LaidTable, type Place } from "./laid-table.ts";

export type Withheld = "small" | "complement" | "dominance";
export type CellState = "open" | "empty" | Withheld;

/** The decision on every cell that can be asked for. */
export type CellGuard = {
  readonly minimumCases: number;
  /**
   * @param levels by opened variable the code, or `null` for those who gave no answer to it
   * @param value a numeric variable: the cell of those with a value of it
   */
  readonly stateOf: (levels: ReadonlyMap<string, string | null>, value: string | null) => CellState;
};

/** Cases from which on a median is shown: it is the answer of one of them. */
export const leastForMedian = (minimumCases: number): number => 2 * minimumCases;

export type TableGuard = {
  /**
   * Whether shares are of all cases, those without an answer among them: how many gave none is withheld somewhere in
   * the table, and shares of those who answered would tell it.
   */
  readonly sharesOfAll: boolean;
  /** Why a cell is withheld; null where it may be seen. */
  readonly withheld: (row: Place, column: Place, level: number | null) => Withheld | null;
  /** Whether the cases without an answer to what is measured may be counted. */
  readonly showsMissing: (row: Place, column: Place) => boolean;
  /** Whether the cases without an answer on an axis may be counted. */
  readonly showsOff: (axis: "rows" | "columns") => boolean;
};

/** For those who may see the rows. */
export const openGuard: TableGuard = {
  sharesOfAll: false,
  withheld: () => null,
  showsMissing: () => true,
  showsOff: () => true,
};

const closed = (state: CellState): Withheld | null => (state === "open" || state === "empty" ? null : state);

/** The decision as it holds for one table. */
export function tableGuard(guard: CellGuard, laid: LaidTable): TableGuard {
  const { rows, columns, subset, measured, tally } = laid;
  const { statistic, variable } = laid.checked.question;
  const cell = (row: Place, column: Place): Map<string, string | null> => {
    const levels = new Map<string, string | null>();
    if (rows !== null && row !== all) levels.set(rows.variable.name, rows.levels[row]!.code);
    if (columns !== null && column !== all) levels.set(columns.variable.name, columns.levels[column]!.code);
    if (subset !== null) levels.set(subset.coded.variable.name, subset.coded.levels[subset.place]!.code);
    return levels;
  };
  const ofAll = (row: Place, column: Place) => closed(guard.stateOf(cell(row, column), null));
  const ofLevel = (row: Place, column: Place, code: string | null) =>
    closed(guard.stateOf(cell(row, column).set(variable!, code), null));
  const withheld: TableGuard["withheld"] = (row, column, level) => {
    if (measured.kind === "units") return ofAll(row, column);
    if (measured.kind === "numeric") {
      const found = ofAll(row, column) ?? closed(guard.stateOf(cell(row, column), variable));
      if (found !== null || statistic !== "median") return found;
      const cases = tally.answered(row, column);
      return cases > 0 && cases < leastForMedian(guard.minimumCases) ? "small" : null;
    }
    const own = ofLevel(row, column, measured.coded.levels[level!]!.code);
    if (own !== null || statistic === "count") return own;
    // A share and its category give the number that the share is of: that must be open, too.
    return ofAll(row, column);
  };
  const places = (axis: typeof rows): readonly Place[] =>
    axis === null ? [all] : [...axis.levels.keys(), all];
  const sharesOfAll =
    statistic === "share" &&
    places(rows).some((row) =>
      places(columns).some((column) => ofAll(row, column) === null && ofLevel(row, column, null) !== null),
    );
  const showsMissing: TableGuard["showsMissing"] = (row, column) => {
    if (ofAll(row, column) !== null) return false;
    if (measured.kind === "categorical") return ofLevel(row, column, null) === null;
    return measured.kind === "units" || closed(guard.stateOf(cell(row, column), variable)) === null;
  };
  return {
    sharesOfAll,
    withheld,
    showsMissing,
    showsOff(axis) {
      const of = axis === "rows" ? rows : columns;
      return of === null || closed(guard.stateOf(cell(all, all).set(of.variable.name, null), null)) === null;
    },
  };
}
