// Small tables of facts (lists, registries) from delimited text: rows of named cells, each with the row
// number a spreadsheet shows. Tables of observations are read by the engine of the store instead.

import { parse } from "csv-parse/sync";
import { fail, failAll, ok, type Problem, type ProblemCatalogue, problem, type Result } from "#kernel";
import { nearestName } from "./nearest-name.ts";
import { notATable, notATableProblems } from "./not-a-table.ts";

/** What each problem of a table as such means; listed in `docs/reference/problems.md`. */
export const tableProblems = {
  ...notATableProblems,
  "sources.encoding-unknown": {
    meaning: "The table is not UTF-8 text; other encodings are refused, never guessed.",
    remedy: "Save the table as CSV in UTF-8.",
  },
  "sources.table-unreadable": {
    meaning: "The text is no delimited table: a quotation mark is open or misplaced.",
    remedy: "Close or double the quotation mark in the row named.",
  },
  "sources.table-empty": {
    meaning: "The table holds no header line, or no row under it.",
    remedy: "Check that it is the file you meant.",
  },
  "sources.column-missing": {
    meaning: "A column is not there without which the rows mean nothing.",
    remedy: "Add the column, or give the one that holds it the name told.",
  },
  "sources.column-unknown": {
    meaning: "A column has a name that is not known; the nearest known one is named.",
    remedy: "Rename the column to the one meant, or take it out.",
  },
  "sources.column-repeated": {
    meaning: "Two columns mean the same, so it is open which one counts.",
    remedy: "Take one of the two out.",
  },
  "sources.row-length": {
    meaning: "A row has more or fewer cells than the header, so its cells cannot be told apart.",
    remedy: "Count the separators of the row; put cells that hold one between quotation marks.",
  },
} as const satisfies ProblemCatalogue;

export type TableRow = {
  /** 1-based, counting the header line. */
  readonly row: number;
  /** The trimmed text of a cell; empty where the cell or the whole column is. */
  cell(column: string): string;
};

export type Table = {
  readonly rows: readonly TableRow[];
  /** The header line as printed. */
  readonly header: readonly string[];
  /** The header as printed of a column, or null where the table has no such column. */
  printed(column: string): string | null;
};

export type TableColumns = {
  /** Known columns, each with the further names under which it comes. */
  readonly known: Readonly<Record<string, readonly string[]>>;
  readonly required: readonly string[];
  /** True for column names that are known by their form, such as `country_nl`. */
  readonly alsoKnown?: (name: string) => boolean;
};

/** Characters; the widest registry known has a header of two thousand. */
const longestHeader = 100_000;

/** Unknown columns named one by one: a table of a hundred is another table, not one with misspelt names. */
const listedColumns = 50;

/** Column names are compared without case, blanks and separators: `Printed ID` is `printedId`. */
const nameKey = (name: string): string => name.toLowerCase().replace(/[\s._-]+/g, "");

/**
 * Reads a table separated by commas, semicolons or tabs. A byte-order mark and empty lines are understood;
 * the separator is the one the header has most of.
 *
 * @returns rows, or all that is wrong with encoding, header and row lengths at once
 */
export function readTable(bytes: Uint8Array, name: string, columns: TableColumns): Result<Table> {
  const records = recordsOf(bytes, name);
  if (!records.ok) return records;
  const [header = [], ...rest] = records.value;
  const filled = rest
    .map((cells, index) => ({ cells, row: index + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (header.every((cell) => cell.trim() === "") || filled.length === 0)
    return fail(
      problem(
        "sources.table-empty",
        `${name} holds no row under its header line. Check that it is the file you meant. Nothing was imported.`,
        { file: name },
      ),
    );
  const names = header.map((cell) => cell.trim());
  const problems: Problem[] = [];
  const positions = positionsOf(names, name, columns, problems);
  for (const { cells, row } of filled)
    if (cells.length !== names.length)
      problems.push(
        problem(
          "sources.row-length",
          `Row ${row} has ${cells.length} cells, the header ${names.length}. Which cell belongs to which column is open; put texts that hold the separator into quotation marks. Nothing was imported.`,
          { file: name, row },
        ),
      );
  if (problems.length > 0) return failAll(problems);
  return ok({
    header: names,
    rows: filled.map(({ cells, row }) => ({
      row,
      cell: (column) => cells[positions.get(column) ?? -1]?.trim() ?? "",
    })),
    printed: (column) => names[positions.get(column) ?? -1] ?? null,
  });
}

/** Column by position; columns known by their form stand under their printed name. */
function positionsOf(
  names: readonly string[],
  file: string,
  { known, required, alsoKnown }: TableColumns,
  problems: Problem[],
): ReadonlyMap<string, number> {
  const byKey = new Map(
    Object.entries(known).flatMap(([column, aliases]) =>
      [column, ...aliases].map((alias) => [nameKey(alias), column] as const),
    ),
  );
  const positions = new Map<string, number>();
  let unknown = 0;
  for (const [position, printed] of names.entries()) {
    const column = byKey.get(nameKey(printed)) ?? (alsoKnown?.(printed) ? printed : undefined);
    const at = { file, row: 1, column: printed.slice(0, 60) };
    if (column === undefined) {
      if (++unknown > listedColumns) continue;
      const nearest = nearestName(printed, Object.keys(known));
      problems.push(
        problem(
          "sources.column-unknown",
          `Column ${position + 1} of ${file} is called "${printed.slice(0, 60)}", which is no known column${nearest === null ? "" : `; the nearest is "${nearest}"`}. What it holds would be lost; rename the column or take it out. Nothing was imported.`,
          at,
        ),
      );
    } else if (positions.has(column))
      problems.push(
        problem(
          "sources.column-repeated",
          `The columns "${names[positions.get(column)!]}" and "${printed}" of ${file} both mean ${column}. Which one counts cannot be guessed; take one out. Nothing was imported.`,
          at,
        ),
      );
    else positions.set(column, position);
  }
  if (unknown > listedColumns)
    problems.push(
      problem(
        "sources.column-unknown",
        `${unknown} columns of ${file} are not known; the first ${listedColumns} are listed. It is probably another table than this import takes. Nothing was imported.`,
        { file, row: 1 },
      ),
    );
  const absent = required.filter((column) => !positions.has(column));
  for (const column of absent)
    problems.push(
      problem(
        "sources.column-missing",
        `${file} has no column "${column}", without which its rows mean nothing. Its columns are: ${names.join(", ").slice(0, 300)}. Nothing was imported.`,
        { file, row: 1, column },
      ),
    );
  return positions;
}

function recordsOf(bytes: Uint8Array, file: string): Result<readonly (readonly string[])[]> {
  const other = notATable(bytes, file);
  if (other !== null) return fail(other);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return fail(
      problem(
        "sources.encoding-unknown",
        `${file} is not UTF-8 text, so names with accents would be misread. Save it as UTF-8 (in a spreadsheet: CSV UTF-8). Nothing was imported.`,
        { file },
      ),
    );
  }
  const head = text.slice(0, text.search(/[\r\n]|$/));
  if (head.length > longestHeader)
    return fail(
      problem(
        "sources.table-unreadable",
        `The first line of ${file} has ${head.length} characters, far more than a header. The line ends may be lost, or it is no table. Nothing was imported.`,
        { file, line: 1 },
      ),
    );
  const count = (separator: string) => head.split(separator).length;
  const delimiter = [",", ";", "\t"].reduce((best, next) => (count(next) > count(best) ? next : best));
  try {
    return ok(parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false }));
  } catch (error) {
    const said = error as Error & { readonly lines?: number };
    return fail(
      problem(
        "sources.table-unreadable",
        `${file} cannot be read as a table${said.lines === undefined ? "" : ` near line ${said.lines}`}: a quotation mark is open or stands inside a cell. Double it ("") inside quoted cells. Nothing was imported.`,
        said.lines === undefined ? { file } : { file, line: said.lines },
      ),
    );
  }
}
