// The variables of a question over the rows: who falls into which cell, counted once.

import { ok, type Result } from "#kernel";
import type { SurveyTable } from "#statistics";
import type { CheckedQuestion } from "./check-question.ts";
import { type CodedVariable, codedVariable, numericValues } from "./coded-column.ts";
import type { FileContext } from "./file-context.ts";

export type Measured =
  | { readonly kind: "units" }
  | { readonly kind: "categorical"; readonly coded: CodedVariable }
  | { readonly kind: "numeric"; readonly values: Float64Array };

/** Place of a group on an axis; −1: all of them together. */
export type Place = number;
export const all: Place = -1;

export type LaidTable = {
  readonly checked: CheckedQuestion;
  readonly measured: Measured;
  readonly rows: CodedVariable | null;
  readonly columns: CodedVariable | null;
  /** 1 for the rows of the file that the table is of. */
  readonly inside: Uint8Array;
  readonly subset: { readonly coded: CodedVariable; readonly place: number } | null;
  readonly tally: Tally;
  /** Whether shares are of all cases, those without an answer among them. */
  readonly sharesOfAll: boolean;
};

/** Cases of the sample by cell, those with a weight above 0. */
export type Tally = {
  /** All that fall into a cell, whatever they answered. */
  readonly cases: (row: Place, column: Place) => number;
  /** Those of them that gave an answer to what is measured. */
  readonly answered: (row: Place, column: Place) => number;
  /** Those with one category of what is measured. */
  readonly ofLevel: (row: Place, column: Place, level: number) => number;
  /** Cases of the table without an answer on an axis: they count in the margin alone. */
  readonly offRows: number;
  readonly offColumns: number;
};

/** Names of the columns that a question needs besides those of the design. */
export const variablesAsked = ({ variable, rows, columns, subset }: CheckedQuestion): readonly string[] => [
  ...new Set(
    [variable, rows, columns, subset?.variable ?? null].flatMap((one) => (one === null ? [] : [one.name])),
  ),
];

/** A question laid out over the rows of its file. */
export function laidTable(
  checked: CheckedQuestion,
  table: SurveyTable,
  { design }: FileContext,
): Result<LaidTable> {
  const coded = (variable: CheckedQuestion["rows"]) =>
    variable === null ? null : codedVariable(variable, table.columns.get(variable.name)!);
  let measured: Measured = { kind: "units" };
  if (checked.variable?.kind === "categorical")
    measured = { kind: "categorical", coded: coded(checked.variable)! };
  else if (checked.variable !== null) {
    const values = numericValues(checked.variable, table.columns.get(checked.variable.name)!);
    if (!values.ok) return values;
    measured = { kind: "numeric", values: values.value };
  }
  const [rows, columns] = [coded(checked.rows), coded(checked.columns)];
  const inside = new Uint8Array(table.rows);
  let subset: LaidTable["subset"] = null;
  if (checked.subset !== null) {
    const of = coded(checked.subset.variable)!;
    const place = of.levels.findIndex(({ code }) => code === checked.subset!.code);
    for (let row = 0; row < table.rows; row++) if (of.codes[row] === place) inside[row] = 1;
    subset = { coded: of, place };
  } else inside.fill(1);
  for (let row = 0; row < table.rows; row++) if (!(design.weights[row]! > 0)) inside[row] = 0;
  const tally = tallyOf({ measured, rows, columns, inside });
  return ok({ checked, measured, rows, columns, inside, subset, tally, sharesOfAll: false });
}

function tallyOf({
  measured,
  rows,
  columns,
  inside,
}: Pick<LaidTable, "measured" | "rows" | "columns" | "inside">): Tally {
  const across = (columns?.levels.length ?? 0) + 1;
  const down = (rows?.levels.length ?? 0) + 1;
  // The last level is no answer; of a numeric variable there are a value and none.
  const levels = measured.kind === "categorical" ? measured.coded.levels.length : 1;
  const counts = new Float64Array(down * across * (levels + 1));
  const levelOf = (row: number): number => {
    if (measured.kind === "units") return 0;
    if (measured.kind === "numeric") return Number.isNaN(measured.values[row]!) ? levels : 0;
    const code = measured.coded.codes[row]!;
    return code < 0 ? levels : code;
  };
  const at = (row: Place, column: Place, level: number) =>
    ((row === all ? down - 1 : row) * across + (column === all ? across - 1 : column)) * (levels + 1) + level;
  let offRows = 0;
  let offColumns = 0;
  for (let row = 0; row < inside.length; row++) {
    if (inside[row] === 0) continue;
    const level = levelOf(row);
    const r = rows === null ? all : rows.codes[row]!;
    const c = columns === null ? all : columns.codes[row]!;
    counts[at(all, all, level)]! += 1;
    if (rows !== null && r >= 0) counts[at(r, all, level)]! += 1;
    else if (rows !== null) offRows += 1;
    if (columns !== null && c >= 0) counts[at(all, c, level)]! += 1;
    else if (columns !== null) offColumns += 1;
    if (rows !== null && columns !== null && r >= 0 && c >= 0) counts[at(r, c, level)]! += 1;
  }
  const ofLevel = (row: Place, column: Place, level: number) => counts[at(row, column, level)]!;
  const answered = (row: Place, column: Place) => {
    let sum = 0;
    for (let level = 0; level < levels; level++) sum += ofLevel(row, column, level);
    return sum;
  };
  return {
    ofLevel,
    answered,
    cases: (row, column) => answered(row, column) + ofLevel(row, column, levels),
    offRows,
    offColumns,
  };
}
