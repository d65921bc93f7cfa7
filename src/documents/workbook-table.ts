// Rows of a sheet to a table: which line is the header, names of columns, and cells for every column.

import { type Problem, problem } from "#kernel";
import type { RawSheet, WorkbookCell, WorkbookColumn, WorkbookTable } from "./workbook.ts";
import { columnLetters, emptyCell } from "./workbook-cells.ts";

const searchedRows = 15;
/** Rows with too many cells are named one by one up to here. */
const named = 20;

const filledIn = (cells: readonly WorkbookCell[]) => cells.filter(({ kind }) => kind !== "empty").length;

/**
 * Position of the header: the first line that has at least half as many filled cells as the fullest of the
 * first lines, so that a title above the table is none.
 */
function headerPosition(rows: RawSheet["rows"]): number {
  const first = rows.slice(0, searchedRows);
  const most = Math.max(...first.map(({ cells }) => filledIn(cells)));
  return first.findIndex(({ cells }) => filledIn(cells) * 2 >= most && (filledIn(cells) > 1 || most === 1));
}

/** Names made unique: an empty one is called after its column, a repeated one is numbered. */
function uniqueNames(printed: readonly string[]): { names: string[]; repeated: string[] } {
  const seen = new Set<string>();
  const repeated: string[] = [];
  const names = printed.map((text, i) => {
    const base = text === "" ? `column ${columnLetters(i + 1)}` : text;
    let name = base;
    for (let n = 2; seen.has(name); n++) name = `${base} (${n})`;
    if (name !== base && text !== "") repeated.push(base);
    seen.add(name);
    return name;
  });
  return { names, repeated: [...new Set(repeated)] };
}

/** The table of a sheet and what is odd about its form; null where there is no row under a header. */
export function tableOf(
  sheet: RawSheet,
  file: string,
): { readonly table: WorkbookTable | null; readonly problems: readonly Problem[] } {
  const { rows, statedHeader, hiddenColumns } = sheet;
  const problems: Problem[] = [];
  const at = { file, ...(sheet.sheet === null ? {} : { sheet: sheet.sheet }) };
  if (rows.length === 0) return { table: null, problems };
  const position = statedHeader === undefined ? Math.max(headerPosition(rows), 0) : -1;
  const headerLine = rows[position];
  const body = rows.slice(position + 1).filter(({ cells }) => filledIn(cells) > 0);
  if (body.length === 0) return { table: null, problems };
  if (position > 0)
    problems.push(
      problem(
        "documents.table-header-below",
        `Row ${headerLine!.row} was taken for the header; ${position} filled line${position === 1 ? "" : "s"} above it, beginning with "${(rows[0]!.cells.find(({ kind }) => kind !== "empty")?.text ?? "").slice(0, 60)}", ${position === 1 ? "is" : "are"} no part of the table.`,
        { ...at, row: headerLine!.row },
      ),
    );
  const printed = statedHeader ?? printedHeader(headerLine?.cells ?? []);
  const widest = body.reduce((most, { cells }) => Math.max(most, lastFilled(cells)), printed.length);
  const tooLong = body.filter(({ cells }) => lastFilled(cells) > printed.length);
  if (statedHeader === undefined) problems.push(...longRows(tooLong, printed.length, at));
  const { names, repeated } = uniqueNames(
    Array.from({ length: widest }, (_, i) => (printed[i] ?? "").replace(/\s+/g, " ").trim()),
  );
  for (const name of repeated)
    problems.push(
      problem(
        "documents.table-header-repeated",
        `Several columns are called "${name.slice(0, 60)}"; the later ones are read as "${name.slice(0, 60)} (2)" and so on.`,
        { ...at, row: headerLine?.row ?? 1, column: name.slice(0, 60) },
      ),
    );
  const header = names.map(
    (name, i): WorkbookColumn => ({ column: i + 1, name, hidden: hiddenColumns.has(i + 1) }),
  );
  return {
    table: {
      sheet: sheet.sheet,
      hidden: sheet.hidden,
      headerRow: headerLine?.row ?? 1,
      header,
      rows: body.map(({ row, cells }) => filledRow(row, cells, widest)),
    },
    problems,
  };
}

const lastFilled = (cells: readonly WorkbookCell[]): number =>
  cells.reduce((last, { kind, column }) => (kind === "empty" ? last : Math.max(last, column)), 0);

function printedHeader(cells: readonly WorkbookCell[]): string[] {
  const printed: string[] = Array.from({ length: lastFilled(cells) }, () => "");
  for (const { column, text } of cells) if (column <= printed.length) printed[column - 1] = text;
  return printed;
}

function filledRow(row: number, cells: readonly WorkbookCell[], width: number): readonly WorkbookCell[] {
  const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
  return Array.from({ length: width }, (_, i) => byColumn.get(i + 1) ?? emptyCell(row, i + 1));
}

function longRows(
  rows: RawSheet["rows"],
  columns: number,
  at: { readonly file: string; readonly sheet?: string },
): readonly Problem[] {
  const problems = rows
    .slice(0, named)
    .map(({ row, cells }) =>
      problem(
        "documents.table-row-length",
        `Row ${row} has ${lastFilled(cells)} cells, the header ${columns}. The last ones stand under no name, and the others may be shifted; put texts that hold the separator into quotation marks.`,
        { ...at, row },
      ),
    );
  if (rows.length > named)
    problems.push(
      problem(
        "documents.table-row-length",
        `${rows.length - named} further rows have more cells than the header.`,
        at,
      ),
    );
  return problems;
}
