// Columns that were written row by row, as scanners and some programs do, are put into reading order: one
// column after the other, headings and boxes over the whole width where they stand. Content that is in order
// already, and tables, stay as they are.

import type { PageLine } from "./pdf-words.ts";

/** At least so many rows must jump the same gutter before lines count as set in columns. */
const columnRows = 6;
/** Share of the rows of a stretch that must have words in at least two columns. */
const fullShare = 0.55;
/** Cells of tables are shorter than lines of columns. */
const columnText = 18;
/** Share of a column's lines that must reach nearly to its edge: prose fills its lines, cells do not. */
const filledShare = 0.6;
const narrowestGutter = 6;

type Row = readonly PageLine[];
type Gutter = readonly [from: number, to: number];

/** The lines, stretches of columns written row by row put into column order. */
export function inColumns(lines: PageLine[]): PageLine[] {
  if (lines.filter(({ beside }) => beside).length < columnRows * 2) return lines;
  const rows = rowsOf(lines);
  const ordered: PageLine[] = [];
  for (let r = 0; r < rows.length; ) {
    const stretch = stretchFrom(rows, r);
    if (stretch === null) ordered.push(...rows[r++]!);
    else {
      const { end, gutters } = stretch;
      const inside = rows.slice(r, end).flat();
      for (let c = 0; c <= gutters.length; c++)
        ordered.push(...inside.filter((line) => columnOf(line, gutters) === c));
      r = end;
    }
  }
  return ordered;
}

/** Lines that follow each other on one baseline, from left to right. */
function rowsOf(lines: readonly PageLine[]): readonly Row[] {
  const rows: PageLine[][] = [];
  for (const line of lines) {
    const row = rows[rows.length - 1];
    const last = row?.[row.length - 1];
    if (row && last && Math.abs(last.y - line.y) < 2 && line.x > last.right) row.push(line);
    else rows.push([line]);
  }
  return rows;
}

const columnOf = (line: PageLine, gutters: readonly Gutter[]) =>
  gutters.filter(([from]) => line.x >= from).length;

/** The longest stretch of rows from one on that keeps the same gutters free, if it is set in columns. */
function stretchFrom(
  rows: readonly Row[],
  start: number,
): { readonly end: number; readonly gutters: readonly Gutter[] } | null {
  const first = rows[start]!;
  if (first.length < 2) return null;
  let gutters: readonly Gutter[] = first.slice(1).map((line, i) => [first[i]!.right, line.x]);
  let end = start + 1;
  for (; end < rows.length; end++) {
    const row = rows[end]!;
    // Above, on the same page, something else begins.
    if (row[0]!.y > rows[end - 1]![0]!.y + 2) break;
    const narrowed = gutters.flatMap((gutter) => narrowedBy(gutter, row));
    if (narrowed.length < gutters.length) break;
    gutters = narrowed;
  }
  // A single line at the end, below the columns, is the beginning of what follows over the whole width.
  while (end > start && rows[end - 1]!.length < 2 && isApart(rows, end - 1)) end--;
  return isProse(rows.slice(start, end), gutters) ? { end, gutters } : null;
}

function narrowedBy([from, to]: Gutter, row: Row): readonly Gutter[] {
  let [left, right] = [from, to];
  for (const line of row) {
    if (line.right <= left || line.x >= right) continue;
    if (line.x <= left && line.right >= right) return [];
    if (line.x <= left) left = line.right;
    else right = line.x;
    if (right - left < narrowestGutter) return [];
  }
  return right - left < narrowestGutter ? [] : [[left, right]];
}

const isApart = (rows: readonly Row[], at: number) => {
  const [above, line] = [rows[at - 1]?.[0], rows[at]![0]!];
  return above !== undefined && above.y - line.y > 1.8 * line.size;
};

function isProse(rows: readonly Row[], gutters: readonly Gutter[]): boolean {
  const full = rows.filter((row) => row.length > gutters.length);
  if (full.length < columnRows || full.length < rows.length * fullShare) return false;
  const lines = rows.flat();
  for (let c = 0; c <= gutters.length; c++) {
    const column = lines.filter((line) => columnOf(line, gutters) === c);
    const letters = column.reduce((sum, { text }) => sum + text.length, 0);
    if (letters < column.length * columnText) return false;
    const left = Math.min(...column.map(({ x }) => x));
    const right = Math.max(...column.map((line) => line.right));
    const filled = column.filter((line) => line.right > right - 0.25 * (right - left));
    if (filled.length < column.length * filledShare) return false;
  }
  return true;
}
