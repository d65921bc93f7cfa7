// Cells that both lists have: codes, days, and whether a row was checked against the register.

import { type Problem, problem, readPeriod } from "#kernel";
import type { TableRow } from "../delimited-table.ts";
import type { StandardsProblemCode } from "./problems.ts";

/** The first Conventions were adopted in Washington in October and November 1919. */
const firstYear = 1919;

/** Reads the cells of one table and gathers what is wrong with them. */
export type CellReader = {
  readonly problems: Problem[];
  report(code: StandardsProblemCode, row: TableRow, column: string, message: string): void;
  code(row: TableRow, column: string): string | null;
  /** An ISO day; null for an empty or faulty cell. */
  day(row: TableRow, column: string, printedColumn: string): string | null;
  verified(row: TableRow): boolean;
};

export function cellReader(file: string): CellReader {
  const problems: Problem[] = [];
  const report: CellReader["report"] = (code, row, column, message) =>
    problems.push(
      problem(code, `Row ${row.row}, column ${column}: ${message} Nothing was imported.`, {
        file,
        row: row.row,
        column,
      }),
    );
  return {
    problems,
    report,
    code(row, column) {
      const printed = row.cell(column);
      const match = /^([CP])0*(\d{1,3})$/i.exec(printed);
      if (match) return `${match[1]!.toUpperCase()}${match[2]!.padStart(3, "0")}`;
      report(
        "standards.convention-code-invalid",
        row,
        column,
        `"${printed.slice(0, 40)}" is no code of a Convention or Protocol, so the row belongs to none. Write C and the number (C102), or P for a Protocol (P029).`,
      );
      return null;
    },
    day(row, column, printedColumn) {
      const printed = row.cell(column);
      if (printed === "") return null;
      const period = readPeriod(printed);
      if (!period.ok || !/^\d{4}-\d{2}-\d{2}$/.test(period.value)) {
        report(
          "standards.date-invalid",
          row,
          printedColumn,
          `"${printed.slice(0, 40)}" is no day of the calendar, so the event cannot be dated. Write year, month and day (1952-06-28), or leave the cell empty where the list gives none.`,
        );
        return null;
      }
      if (Number(period.value.slice(0, 4)) < firstYear)
        report(
          "standards.date-before-convention",
          row,
          printedColumn,
          `${period.value} lies before ${firstYear}, the year of the first Conventions. Correct the year.`,
        );
      return period.value;
    },
    verified(row) {
      const printed = row.cell("verified").toLowerCase();
      if (printed === "true") return true;
      if (printed !== "" && printed !== "false")
        report(
          "standards.verified-unclear",
          row,
          "verified",
          `"${printed.slice(0, 40)}" is neither true nor false. Whether the row was checked against the register must be said plainly; write true or false.`,
        );
      return false;
    },
  };
}
