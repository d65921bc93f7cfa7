// The cells of a registry table that are codes, years or periods, and what is wrong with them.

import { type Problem, problem, readPeriod } from "#kernel";
import type { TableRow } from "../delimited-table.ts";
import { nearestName } from "../nearest-name.ts";
import type { EvaluationsProblemCode } from "./problems.ts";

export type TableFaults = {
  readonly problems: Problem[];
  report(code: EvaluationsProblemCode, row: TableRow, column: string, message: string): void;
  /** The text of a cell that must not be empty. */
  needed(row: TableRow, column: string, because: string): string;
  /** One of the codes, in any letter case; null for an empty or faulty cell. */
  code<T extends string>(row: TableRow, column: string, codes: readonly T[], given?: string): T | null;
  /** A year with four digits. */
  year(row: TableRow, column: string): number | null;
  /** A year or a span of years, as printed. */
  period(row: TableRow, column: string): string | null;
};

/** @param printed the header as printed of a column */
export function faultsOf(file: string, printed: (column: string) => string): TableFaults {
  const problems: Problem[] = [];
  const report: TableFaults["report"] = (code, row, column, message) =>
    problems.push(
      problem(code, `Row ${row.row}, column ${printed(column)}: ${message} Nothing was imported.`, {
        file,
        row: row.row,
        column: printed(column),
      }),
    );
  return {
    problems,
    report,
    needed(row, column, because) {
      const text = row.cell(column);
      if (text === "")
        report("evaluations.table-cell-empty", row, column, `the cell is empty; ${because}. Fill it in.`);
      return text;
    },
    code(row, column, codes, given = row.cell(column).toLowerCase()) {
      const found = codes.find((code) => code === given);
      if (found !== undefined || given === "") return found ?? null;
      const nearest = nearestName(given, codes);
      report(
        "evaluations.table-code-unknown",
        row,
        column,
        `"${row.cell(column).slice(0, 40)}" is no code of this column, so filters and counts would miss the record${nearest === null ? "" : `; perhaps "${nearest}" is meant`}. The codes are ${codes.join(", ")}; leave the cell empty where the source does not say.`,
      );
      return null;
    },
    year(row, column) {
      const text = row.cell(column);
      if (text === "") return null;
      if (/^(?:19|20)\d\d$/.test(text)) return Number(text);
      report(
        "evaluations.table-year-invalid",
        row,
        column,
        `"${text.slice(0, 40)}" is no year. Write four digits from 1900 to 2099, or leave the cell empty.`,
      );
      return null;
    },
    period(row, column) {
      const text = row.cell(column);
      if (text === "" || readPeriod(text).ok) return text || null;
      report(
        "evaluations.table-period-invalid",
        row,
        column,
        `"${text.slice(0, 40)}" is no period. Write a year or a span of years (2012-2018), or leave the cell empty.`,
      );
      return null;
    },
  };
}
