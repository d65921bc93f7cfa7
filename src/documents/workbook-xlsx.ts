// XLSX to rows of cells: stored values of formulas, dates of both systems, merged and hidden cells.

import type { Cell, Workbook } from "@cj-tech-master/excelts";
import { fail, ok, type Problem, problem, type Result } from "#kernel";
import type { RawSheet, WorkbookCell, WorkbookCellFlag, WorkbookLimits } from "./workbook.ts";
import { cellOf, emptyCell, textCell } from "./workbook-cells.ts";
import { type SheetRanges, xlsxPackage } from "./workbook-xlsx-package.ts";

/** Sheets of a workbook, or why it cannot be read. */
export async function readXlsx(
  bytes: Uint8Array,
  file: string,
  limits: WorkbookLimits,
): Promise<Result<{ readonly sheets: readonly RawSheet[]; readonly problems: readonly Problem[] }>> {
  const opened = xlsxPackage(bytes, file, limits);
  if (!opened.ok) return opened;
  // A heavy package that is needed only when somebody brings a workbook.
  const excelts = await import("@cj-tech-master/excelts");
  const workbook = new excelts.Workbook();
  try {
    await workbook.xlsx.loadFromFiles({ ...opened.value.parts });
  } catch {
    return fail(
      problem(
        "documents.damaged",
        `${file} is a workbook whose parts cannot be read. Open it in a spreadsheet, save it again as XLSX, and give that copy.`,
        { file },
      ),
    );
  }
  const ranges = rangesByName(opened.value.parts, opened.value.ranges);
  const problems: Problem[] = [];
  const sheets = workbook.worksheets.map((sheet) =>
    rawSheet(sheet, ranges.get(sheet.name) ?? { merged: [], hiddenColumns: [] }, file, problems),
  );
  return ok({ sheets, problems });
}

const decodedXml = (text: string): string =>
  text
    .replace(/&(lt|gt|quot|apos);/g, (_, name: "lt" | "gt" | "quot" | "apos") =>
      name === "lt" ? "<" : name === "gt" ? ">" : name === "quot" ? '"' : "'",
    )
    .replace(/&#(x?)([\da-f]+);/gi, (_, hex: string, code: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(code, hex === "" ? 10 : 16) || 0xfffd, 0x10ffff)),
    )
    .replaceAll("&amp;", "&");

/** Which part holds which sheet stands in the workbook and its relationships. */
function rangesByName(
  parts: Readonly<Record<string, Uint8Array>>,
  ranges: ReadonlyMap<string, SheetRanges>,
): ReadonlyMap<string, SheetRanges> {
  const textOf = (part: string) => new TextDecoder().decode(parts[part] ?? new Uint8Array());
  const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  const targets = new Map<string, string>();
  for (const [tag] of textOf("xl/_rels/workbook.xml.rels").matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    const [id, target] = [attribute(tag, "Id"), attribute(tag, "Target")];
    if (id !== undefined && target !== undefined)
      targets.set(id, target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  }
  const byName = new Map<string, SheetRanges>();
  for (const [tag] of textOf("xl/workbook.xml").matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    const found = ranges.get(targets.get(attribute(tag, "r:id") ?? attribute(tag, "\\w+:id") ?? "") ?? "");
    const name = attribute(tag, "name");
    if (found !== undefined && name !== undefined) byName.set(decodedXml(name), found);
  }
  return byName;
}

type Sheet = Workbook["worksheets"][number];
type Rectangle = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

function rectangleOf(ref: string): Rectangle | null {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref);
  if (match === null) return null;
  const [, a = "", top = "", b = "", bottom = ""] = match;
  return { left: columnOf(a), top: Number(top), right: columnOf(b), bottom: Number(bottom) };
}

const mostMerges = 20_000;
const mostColumns = 1_000;

/** Whether a cell is part of a merged range without being its first; looked up by row. */
function mergedLookup(refs: readonly string[]): (row: number, column: number) => boolean {
  const rectangles = refs.slice(0, mostMerges).flatMap((ref) => rectangleOf(ref) ?? []);
  const tall = rectangles.filter(({ top, bottom }) => bottom - top > 1_000);
  const byRow = new Map<number, Rectangle[]>();
  for (const rectangle of rectangles)
    if (!tall.includes(rectangle))
      for (let row = rectangle.top; row <= rectangle.bottom; row++)
        byRow.set(row, [...(byRow.get(row) ?? []), rectangle]);
  return (row, column) =>
    [...(byRow.get(row) ?? []), ...tall].some(
      ({ left, top, right, bottom }) =>
        column >= left && column <= right && row >= top && row <= bottom && !(column === left && row === top),
    );
}

function rawSheet(sheet: Sheet, ranges: SheetRanges, file: string, problems: Problem[]): RawSheet {
  const isHiddenSheet = sheet.state !== "visible";
  const hiddenColumns = new Set<number>();
  for (const [from, to] of ranges.hiddenColumns)
    for (let column = from; column <= Math.min(to, 16_384); column++) hiddenColumns.add(column);
  const isMerged = mergedLookup(ranges.merged);
  const rows: { row: number; cells: WorkbookCell[] }[] = [];
  // Merged cells without an element of their own are marked as well, within the columns in use.
  const columnsInUse = ranges.merged.length > 0 ? Math.min(sheet.columnCount, mostColumns) : 0;
  sheet.eachRow((row, number) => {
    const cells: WorkbookCell[] = [];
    const flagsAt = (column: number): WorkbookCellFlag[] => [
      ...(isMerged(number, column) ? (["merged"] as const) : []),
      ...(isHiddenSheet || row.hidden || hiddenColumns.has(column) ? (["hidden"] as const) : []),
    ];
    const present = new Set<number>();
    row.eachCell((cell, column) => {
      present.add(column);
      cells.push(cellFrom(cell, number, column, flagsAt(column)));
    });
    for (let column = 1; column <= columnsInUse; column++)
      if (!present.has(column) && isMerged(number, column))
        cells.push(emptyCell(number, column, { flags: flagsAt(column) }));
    if (cells.length > 0) rows.push({ row: number, cells });
  });
  sayWhatIsOdd(sheet, rows, hiddenColumns, file, problems);
  return { sheet: sheet.name, hidden: isHiddenSheet, rows, hiddenColumns };
}

type Stored = string | number | boolean | Date | { readonly error: string } | null | undefined;

/** ISO date, with the time where there is one. Spreadsheets know no time zone: the figures are taken as shown. */
function isoOf(date: Date): string | null {
  if (Number.isNaN(date.getTime())) return null;
  const iso = date.toISOString();
  return iso.slice(11, 19) === "00:00:00" ? iso.slice(0, 10) : iso.slice(0, 19);
}

function cellFrom(cell: Cell, row: number, column: number, flags: WorkbookCellFlag[]): WorkbookCell {
  const value = cell.value;
  const plain = (stored: Stored, extra: { formula?: string; link?: string } = {}): WorkbookCell => {
    const with_ = { ...extra, flags };
    if (stored === null || stored === undefined) return emptyCell(row, column, with_);
    if (typeof stored === "string") return textCell(row, column, stored, with_);
    if (typeof stored === "number") return cellOf(row, column, "number", String(stored), with_);
    if (typeof stored === "boolean") return cellOf(row, column, "boolean", String(stored), with_);
    if (stored instanceof Date) {
      const iso = isoOf(stored);
      return iso === null ? emptyCell(row, column, with_) : cellOf(row, column, "date", iso, with_);
    }
    return cellOf(row, column, "error", stored.error, with_);
  };
  if (value === null || value === undefined) return plain(null);
  if (typeof value !== "object" || value instanceof Date) return plain(value);
  if ("error" in value) return plain(value);
  if ("hyperlink" in value) return plain(String(value.text ?? ""), { link: value.hyperlink });
  if ("richText" in value) return plain(value.richText.map(({ text }) => text).join(""));
  if ("checkbox" in value) return plain(value.checkbox);
  const formula = value.formula ?? ("sharedFormula" in value ? value.sharedFormula : "");
  const hasValue = value.result !== undefined && value.result !== null;
  flags.push(hasValue ? "formula" : "formula-without-value");
  return plain(hasValue ? value.result : null, { formula });
}

/** Cells of one oddity are named one by one up to here. */
const named = 10;

function sayWhatIsOdd(
  sheet: Sheet,
  rows: readonly { readonly row: number; readonly cells: readonly WorkbookCell[] }[],
  hiddenColumns: ReadonlySet<number>,
  file: string,
  problems: Problem[],
): void {
  const cells = rows.flatMap((row) => row.cells);
  const at = { file, sheet: sheet.name };
  const addresses = (found: readonly WorkbookCell[]) =>
    `${found
      .slice(0, named)
      .map(({ row, column }) => sheet.getCell(row, column).address)
      .join(", ")}${found.length > named ? " and others" : ""}`;
  const place = (found: readonly WorkbookCell[]) => ({ ...at, row: found[0]!.row });
  const flagged = (flag: WorkbookCellFlag) => cells.filter(({ flags }) => flags?.includes(flag));
  const formulas = flagged("formula");
  if (formulas.length > 0)
    problems.push(
      problem(
        "documents.formula-value-taken",
        `Sheet "${sheet.name}": ${formulas.length} cells hold formulas (${addresses(formulas)}). The values stored with them were taken; nothing was calculated.`,
        place(formulas),
      ),
    );
  const without = flagged("formula-without-value");
  if (without.length > 0)
    problems.push(
      problem(
        "documents.formula-without-value",
        `Sheet "${sheet.name}": ${without.length} cells hold a formula without a stored value (${addresses(without)}), so there is nothing to read there. Open the file in a spreadsheet, let it calculate, and save it again.`,
        place(without),
      ),
    );
  const errors = cells.filter(({ kind }) => kind === "error");
  if (errors.length > 0)
    problems.push(
      problem(
        "documents.cell-error",
        `Sheet "${sheet.name}": ${errors.length} cells hold an error such as ${errors[0]!.text} (${addresses(errors)}). They count as missing; correct the formulas or empty the cells.`,
        place(errors),
      ),
    );
  const merged = flagged("merged");
  if (merged.length > 0)
    problems.push(
      problem(
        "documents.cells-merged",
        `Sheet "${sheet.name}": ${merged.length} cells are covered by merged ones (${addresses(merged)}). A merged value belongs to the first cell; the others are empty and marked.`,
        place(merged),
      ),
    );
  const hiddenRows = rows.filter(({ row }) => sheet.getRow(row).hidden).length;
  if (sheet.state !== "visible" || hiddenRows > 0 || hiddenColumns.size > 0)
    problems.push(
      problem(
        "documents.sheet-hidden",
        sheet.state !== "visible"
          ? `Sheet "${sheet.name}" is hidden. It was read and is marked; check whether it is meant.`
          : `Sheet "${sheet.name}" has ${hiddenRows} hidden rows and ${hiddenColumns.size} hidden columns. They were read and are marked; check whether they are meant.`,
        at,
      ),
    );
}
