// A file of survey rows: delimited text, a workbook, Parquet, SPSS or Stata, told apart by its first bytes.

import { proposedRepair, readWorkbook, workbookLimits } from "#documents";
import { fail, ok, type Problem, problem, type Result } from "#kernel";
import { type PackageTable, readSav, readStata } from "#sources";
import { columnOfCells, type SurveyColumn, type SurveyTable } from "#statistics";
import { readParquet } from "#store";
import { type Onward, readDelimited, stopped } from "./read-delimited.ts";
import { surveyCells, type WantedColumns } from "./survey-cells.ts";

export type SurveyFile = {
  /** As the request names it, for messages. */
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
};

export type ReadTable = { readonly table: SurveyTable; readonly notes: readonly Problem[] };

/** The columns wanted of a file, and what is odd about the file and still leaves it readable. */
export async function readSurveyFile(
  file: SurveyFile,
  wanted: WantedColumns,
  onward: Onward,
): Promise<Result<ReadTable>> {
  const read = await tableOf(file, wanted, onward);
  if (!read.ok) return read;
  const { table, notes } = read.value;
  return ok({ table, notes: [...notes, ...garbledLabels(file.name, table)] });
}

async function tableOf(file: SurveyFile, wanted: WantedColumns, onward: Onward): Promise<Result<ReadTable>> {
  const { bytes, name, path } = file;
  if (bytes.length === 0)
    return fail(
      problem("survey.table-unreadable", `${name} holds no bytes. Check that it was saved completely.`, {
        file: name,
      }),
    );
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  if (head.startsWith("PAR1")) {
    const read = await readParquet(path, wanted.columns, onward);
    if (!read.ok) return read;
    if (read.value === "stopped") return fail(stopped());
    const { rows, columns, unread } = read.value;
    const typed = [...columns].map(([column, values]): readonly [string, SurveyColumn] => {
      if (values instanceof Float64Array) return [column, { kind: "number", values }];
      const cells = columnOfCells(wanted.missing);
      for (const cell of values) cells.take(cell);
      return [column, cells.column()];
    });
    return ok({ table: { rows, columns: new Map(typed), unread }, notes: [] });
  }
  if (head.startsWith("PK\u0003\u0004")) return ofWorkbook(file, wanted);
  if (/^\$FL[23]/.test(head))
    return ofPackage(wanted, await readSav(bytes, name, async (done, total) => onward(done, total)));
  if (isStata(bytes))
    return ofPackage(wanted, await readStata(bytes, name, async (done, total) => onward(done, total)));
  const kind = otherKind(head);
  return kind === null
    ? readDelimited(bytes, name, wanted, onward)
    : fail(
        problem(
          "survey.table-unreadable",
          `${name} is ${kind}. Save the table as CSV in UTF-8, XLSX, Parquet, SPSS or Stata, and give that.`,
          { file: name },
        ),
      );
}

const otherKind = (head: string): string | null =>
  head.startsWith("%PDF-")
    ? "a PDF document"
    : head.startsWith("\u001f\u008b")
      ? "compressed (gzip)"
      : head.startsWith("\u00d0\u00cf\u0011\u00e0")
        ? "an Office file of the format before 2007, or one with a password"
        : /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype|html|\?xml)/i.test(head)
          ? "a web page or XML"
          : null;

/** Files of Stata 12 and before begin with their version, the order of bytes and a 1. */
export const isStata = (bytes: Uint8Array): boolean =>
  new TextDecoder("latin1").decode(bytes.subarray(0, 11)) === "<stata_dta>" ||
  (bytes[0]! >= 102 && bytes[0]! <= 115 && (bytes[1] === 1 || bytes[1] === 2) && bytes[2] === 1);

/** Columns of SPSS and Stata files; the codes that they declare to be no answers are missing values. */
function ofPackage(wanted: WantedColumns, read: Result<PackageTable>): Result<ReadTable> {
  if (!read.ok) return read;
  const { rows, columns, notes } = read.value;
  const isWanted = (name: string) => wanted.columns === null || wanted.columns.includes(name);
  const typed = columns
    .filter(({ name }) => isWanted(name))
    .map(({ name, values, missingCodes }): readonly [string, SurveyColumn] => {
      const absent = new Set<number | string | null>(missingCodes);
      if (values instanceof Float64Array)
        return [
          name,
          { kind: "number", values: values.map((value) => (absent.has(value) ? Number.NaN : value)) },
        ];
      const cells = columnOfCells(wanted.missing);
      for (const value of values) cells.take(value === null || absent.has(value) ? "" : value);
      return [name, cells.column()];
    });
  const unread = columns.flatMap(({ name }) => (isWanted(name) ? [] : [name]));
  return ok({ table: { rows, columns: new Map(typed), unread }, notes });
}

async function ofWorkbook({ bytes, name }: SurveyFile, wanted: WantedColumns): Promise<Result<ReadTable>> {
  const read = await readWorkbook(bytes, name, {
    ...workbookLimits,
    rows: 1_048_576,
    columns: 16_384,
    cells: 20_000_000,
  });
  if (!read.ok) return read;
  const [sheet, ...others] = read.value.tables.filter(({ hidden }) => !hidden);
  if (sheet === undefined)
    return fail(
      problem("survey.table-unreadable", `${name} has no sheet with names of columns and rows below them.`, {
        file: name,
      }),
    );
  const gap = sheet.rows.findIndex((cells, at) => cells[0]!.row !== at + 2);
  if (sheet.headerRow !== 1 || gap >= 0)
    return fail(
      problem(
        "survey.rows-uneven",
        sheet.headerRow === 1
          ? `Sheet "${sheet.sheet}" of ${name} has empty rows before row ${sheet.rows[gap]![0]!.row}. Take them out, so that rows can be named as they stand.`
          : `The names of the columns of ${name} stand in row ${sheet.headerRow} of sheet "${sheet.sheet}". Take out what is above them.`,
        { file: name, row: sheet.headerRow },
      ),
    );
  const cells = surveyCells(name, wanted);
  cells.row(sheet.header.map((column) => column.name));
  for (const row of sheet.rows) cells.row(row.map(({ kind, text }) => (kind === "error" ? "" : text)));
  const table = cells.table();
  if (!table.ok) return table;
  const left = others.map((other) => `"${other.sheet}"`).join(", ");
  const notes = [
    ...read.value.problems,
    ...(left === ""
      ? []
      : [
          problem(
            "survey.sheets-left",
            `${name} has several sheets; the first, "${sheet.sheet}", was taken and ${left} left aside.`,
            { file: name },
          ),
        ]),
  ];
  return ok({ table: table.value, notes });
}

/** Categories with two signs where an accent was: counted, and what they probably mean. */
function garbledLabels(file: string, { columns }: SurveyTable): readonly Problem[] {
  return [...columns].flatMap(([name, column]) => {
    if (column.kind !== "category") return [];
    const garbled = column.levels.flatMap((level) => {
      const meant = proposedRepair(level);
      return meant === null ? [] : [`"${level.slice(0, 40)}" is probably "${meant.slice(0, 40)}"`];
    });
    return garbled.length === 0
      ? []
      : [
          problem(
            "survey.labels-garbled",
            `Column "${name}": ${garbled.length} of ${column.levels.length} categories were once read in the wrong encoding (${garbled.slice(0, 5).join(", ")}${garbled.length > 5 ? " and others" : ""}). They are kept as they stand; correct the file.`,
            { file, column: name },
          ),
        ];
  });
}
