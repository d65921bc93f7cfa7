// Tables of PDF pages without tags and without lines: words in columns that white space alone parts. Better to
// miss one than to make prose a table: three rows at least, of two columns four, must begin cells at the same places, cells
// are short, and nothing may cross a gutter.

import type { PageTable } from "./pdf-tables.ts";
import type { Glyphs } from "./pdf-words.ts";

/** Words of one baseline that belong together. */
type Segment = { readonly x: number; right: number; readonly y: number; readonly size: number; text: string };
type Row = readonly Segment[];

/** Two columns of three rows are also an address or a signature. */
const fewestRows = (columns: number) => (columns > 2 ? 3 : 4);
/** White space between cells, in type sizes. */
const cellGap = 1.6;
const wordGap = 0.9;
/** Starts of cells in one column differ by so much at most. */
const aligned = 2.5;
/** Baselines of rows, and of lines in a cell, are at most so many type sizes apart. */
const farthest = 2.8;
/** Longer cells, on average, are running text in columns. */
const longestCell = 42;
/** Share of the rows that must fill at least two columns. */
const fullShare = 0.6;
const label = /^(?:[•●○▪■◦‣▶►➢✓✔·§–-]|\(?(?:[a-z]|[ivx]{1,5}|\d{1,3})[.)])$/i;
const leader = /\.{4,}|…{2,}/;

/** The tables that white space makes, from the top of the page downwards. */
export function spacedTables(glyphs: readonly Glyphs[]): readonly PageTable[] {
  const rows = rowsOf(glyphs);
  const tables: PageTable[] = [];
  for (let r = 0; r < rows.length; ) {
    const found = tableFrom(rows, r);
    if (found === null) r++;
    else {
      tables.push(found.table);
      r = found.end;
    }
  }
  return tables;
}

/** Segments by baseline, from the top downwards. */
function rowsOf(glyphs: readonly Glyphs[]): readonly Row[] {
  const lines = new Map<number, Glyphs[]>();
  for (const glyph of glyphs) {
    if (glyph.text.trim() === "") continue;
    const key = Math.round(glyph.y);
    const at = [key, key - 1, key + 1].find((each) => lines.has(each)) ?? key;
    const line = lines.get(at);
    if (line) line.push(glyph);
    else lines.set(at, [glyph]);
  }
  return [...lines]
    .sort(([a], [b]) => b - a)
    .map(([, line]) => segmentsOf(line.toSorted((a, b) => a.x - b.x)));
}

function segmentsOf(line: readonly Glyphs[]): Row {
  const row: Segment[] = [];
  for (const { text, x, y, width, size } of line) {
    const last = row[row.length - 1];
    // A bullet or number belongs to the words behind it.
    const gap = last && label.test(last.text.trim()) ? cellGap * 3 : cellGap;
    if (last && x - last.right <= gap * size) {
      last.text += x - last.right > wordGap * 0.2 * size ? ` ${text}` : text;
      last.right = Math.max(last.right, x + width);
    } else row.push({ x, right: x + width, y, size, text });
  }
  return row;
}

function tableFrom(rows: readonly Row[], start: number): { table: PageTable; end: number } | null {
  const first = rows[start]!;
  if (first.length < 2) return null;
  const starts = first.map(({ x }) => x);
  const members: Row[] = [first];
  let end = start + 1;
  for (; end < rows.length; end++) {
    const row = rows[end]!;
    const [above, here] = [members[members.length - 1]![0]!, row[0]!];
    if (above.y - here.y > farthest * Math.max(above.size, here.size)) break;
    if (!row.every((segment) => fits(segment, starts))) break;
    members.push(row);
  }
  // Words below the last row that fills two columns go on in its cells only if they stand close.
  while (members.length > 0 && members[members.length - 1]!.length < 2 && isLoose(members)) {
    members.pop();
    end--;
  }
  const table = tableOf(members, starts);
  return table === null ? null : { table, end };
}

/** Whether a segment begins a cell of one column and ends before the next. */
function fits({ x, right }: Segment, starts: readonly number[]): boolean {
  const column = columnOf(x, starts);
  const next = starts[column + 1];
  return column >= 0 && Math.abs(starts[column]! - x) <= aligned && (next === undefined || right < next - 2);
}

const columnOf = (x: number, starts: readonly number[]) =>
  starts.findLastIndex((place) => place <= x + aligned);

const isLoose = (members: readonly Row[]) => {
  const [above, last] = [members[members.length - 2]?.[0], members[members.length - 1]![0]!];
  return above === undefined || above.y - last.y > 1.35 * last.size;
};

/** The table of rows that begin at the same places; null where they read like anything else. */
function tableOf(members: readonly Row[], starts: readonly number[]): PageTable | null {
  const full = members.filter((row) => row.length >= 2);
  if (full.length < fewestRows(starts.length) || full.length < members.length * fullShare) return null;
  if (full.filter((row) => row.length === starts.length).length < fewestRows(starts.length)) return null;
  const segments = members.flat();
  if (segments.some(({ text }) => leader.test(text))) return null;
  // Page numbers behind titles are a table of contents; labels before paragraphs are a list.
  const firsts = members.map((row) => row[0]!.text.trim());
  if (firsts.filter((text) => label.test(text)).length * 2 > firsts.length) return null;
  const letters = segments.reduce((sum, { text }) => sum + text.length, 0);
  if (letters > segments.length * longestCell) return null;
  // A line without its first cell goes on with the row above.
  const heads = members.filter((row, r) => r === 0 || isRowHead(row, starts)).map((row) => row[0]!);
  if (heads.length < fewestRows(starts.length)) return null;
  const tops = heads.map(({ y, size }) => y + size * 0.8);
  const bottom = Math.min(...members.map((row) => row[0]!.y)) - 2;
  const [left, right] = [starts[0]! - aligned, Math.max(...segments.map((segment) => segment.right)) + 2];
  return {
    signature: null,
    placeOf: ({ x, y, size, text }) => {
      if (text.trim() === "" || x < left || x > right || y < bottom || y > tops[0]! - size * 0.1) return null;
      const row = tops.findLastIndex((top) => y < top);
      const column = columnOf(x, starts);
      return row < 0 || column < 0 ? null : [row, column];
    },
  };
}

const isRowHead = (row: Row, starts: readonly number[]) =>
  Math.abs(row[0]!.x - starts[0]!) <= aligned && row.length >= 2;
