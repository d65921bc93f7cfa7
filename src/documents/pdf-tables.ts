// Tables of PDF pages: takes the words that a tag or a drawn grid puts into cells out of the running lines,
// if their places on the page bear it out, and joins what goes on over page breaks.

import { beginsLower, endsSentence } from "./markers.ts";
import { linesOfPage } from "./pdf-lines.ts";
import type { TaggedTable } from "./pdf-structure.ts";
import type { Glyphs, PageLine } from "./pdf-words.ts";

/** A table of one page, however it was found. */
export type PageTable = {
  /** The same on every page of one table; null where nothing tells. */
  readonly signature: string | null;
  /** Row and position in the row, from 0; null for what stands outside. */
  readonly placeOf: (glyphs: Glyphs) => readonly [row: number, cell: number] | null;
  /** How many of the first rows are known to be heads. */
  readonly heads?: number;
  /** The upper and lower edge of a table that is drawn; its positions in rows are columns already. */
  readonly drawn?: { readonly top: number; readonly bottom: number };
};

/** The table that tags describe. */
export function tableByTags({ signature, rows, heads }: TaggedTable): PageTable {
  const places = new Map<string, readonly [number, number]>();
  for (const [r, row] of rows.entries())
    for (const [c, ids] of row.entries()) for (const id of ids) places.set(id, [r, c]);
  return {
    signature,
    heads,
    placeOf: ({ contentId }) => (contentId === undefined ? null : (places.get(contentId) ?? null)),
  };
}

type Row = {
  readonly index: number;
  readonly page: number;
  /** By position in the row as tagged; positions without words are absent. */
  readonly cells: Map<number, PageLine[]>;
};
type Gathered = {
  readonly signature: string | null;
  readonly isDrawn: boolean;
  readonly heads: number;
  readonly rows: Row[];
  /** Nothing stands below it on its last page. */
  reachesFoot: boolean;
};

/** More in one cell is a page of running text that was set or tagged as a table. */
const longestCell = 4_000;
/** Share of neighbours in rows that must really stand side by side. */
const besideShare = 0.8;

export class PdfTables {
  readonly #tables: Gathered[] = [];

  /** The lines of one page, those of tables at the place where the table begins. */
  linesOf(
    glyphs: readonly Glyphs[],
    page: number,
    pageHeight: number,
    tables: readonly PageTable[],
  ): PageLine[] {
    const believed = new Map<PageTable, readonly Row[]>();
    let isFirst = true;
    for (const table of tables) {
      const rows = rowsOf(table, glyphs, page, pageHeight);
      const last = this.#tables[this.#tables.length - 1];
      const reaches = table.drawn ? reachOf(table, table.drawn, glyphs, pageHeight) : null;
      const continued: Gathered | null =
        isFirst &&
        last &&
        (reaches === null || (reaches.head && last.reachesFoot)) &&
        goesOn(last, table, rows)
          ? last
          : null;
      if (rows.length > 0) isFirst = false;
      if (!isBorneOut(rows, continued !== null, reaches !== null)) continue;
      believed.set(table, rows);
      const reachesFoot = reaches?.foot ?? false;
      if (continued) {
        continued.rows.push(...rows);
        continued.reachesFoot = reachesFoot;
      } else
        this.#tables.push({
          signature: table.signature,
          isDrawn: reaches !== null,
          heads: table.heads ?? 0,
          rows: [...rows],
          reachesFoot,
        });
    }
    const lines: PageLine[] = [];
    let outside: Glyphs[] = [];
    const written = new Set<PageTable>();
    const taken = [...believed.keys()];
    for (const glyph of glyphs) {
      const table = taken.find(({ placeOf }) => placeOf(glyph) !== null);
      if (table === undefined) outside.push(glyph);
      else if (!written.has(table)) {
        written.add(table);
        lines.push(...linesOfPage(outside, page, pageHeight));
        outside = [];
        for (const { cells } of believed.get(table)!)
          for (const [, cell] of inOrder(cells)) lines.push(...cell);
      }
    }
    return [...lines, ...linesOfPage(outside, page, pageHeight)];
  }

  /** Tells every line of a table its cell, now that all pages are there. */
  finish(): void {
    for (const [t, { rows, isDrawn, heads }] of this.#tables.entries()) {
      // A first row that comes back on a further page is a head, whatever the tags say.
      const isRepeated = rows.some((row) => row.page !== rows[0]!.page && isSameRow(rows[0]!, row));
      const headRows = Math.max(heads, isRepeated ? 1 : 0);
      const columns = isDrawn ? null : columnStarts(rows);
      let number = -1;
      let before: Row | null = null;
      for (const row of rows) {
        if (before !== null && row.page !== before.page && isSameRow(rows[0]!, row)) {
          for (const line of linesIn(row)) line.isRepeatedHead = true;
          continue;
        }
        if (before === null || !isRestOf(before, row)) number++;
        const places = placed(row, columns);
        for (const [position, cell] of row.cells)
          for (const line of cell)
            line.cell = {
              table: t,
              row: number,
              column: places.get(position)!,
              ...(number < headRows ? { isHead: true as const } : {}),
            };
        before = row;
      }
    }
  }
}

const inOrder = (cells: Row["cells"]) => [...cells].sort(([a], [b]) => a - b);
const linesIn = (row: Row): readonly PageLine[] => inOrder(row.cells).flatMap(([, lines]) => lines);
const textOf = (lines: readonly PageLine[]) => lines.map(({ text }) => text).join(" ");
const startOf = (lines: readonly PageLine[]) => Math.min(...lines.map(({ x }) => x));

function rowsOf(
  { placeOf }: PageTable,
  glyphs: readonly Glyphs[],
  page: number,
  pageHeight: number,
): readonly Row[] {
  const rows = new Map<number, Map<number, Glyphs[]>>();
  for (const glyph of glyphs) {
    const place = placeOf(glyph);
    if (place === null) continue;
    const row = rows.get(place[0]) ?? new Map<number, Glyphs[]>();
    rows.set(place[0], row);
    const cell = row.get(place[1]);
    if (cell) cell.push(glyph);
    else row.set(place[1], [glyph]);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([index, cells]): Row => {
      const filled = [...cells]
        .map(([position, inside]) => [position, linesOfPage(inside, page, pageHeight)] as const)
        .filter(([, lines]) => lines.some(({ text }) => text !== ""));
      return { index, page, cells: new Map(filled) };
    })
    .filter(({ cells }) => cells.size > 0);
}

/** Tags may be wrong: cells of a row stand side by side, and none holds a page of text. */
function isBorneOut(rows: readonly Row[], isContinued: boolean, isDrawn: boolean): boolean {
  if (rows.length === 0) return false;
  let pairs = 0;
  let beside = 0;
  for (const row of rows) {
    const cells = inOrder(row.cells);
    for (const [i, [, cell]] of cells.entries()) {
      if (textOf(cell).length > longestCell) return false;
      const next = cells[i + 1];
      if (next === undefined) continue;
      pairs++;
      // Walls between cells prove it; words in merged cells stand at half their height.
      if (isDrawn || (startOf(next[1]) > startOf(cell) + 1 && isLevel(cell, next[1]))) beside++;
    }
  }
  return pairs === 0 ? isContinued : beside >= pairs * besideShare;
}

/** Heads and feet of pages live in the outer eleventh. */
const margin = 0.09;

/** Whether other words stand above or below a drawn table on its page, heads and feet aside. */
function reachOf(
  { placeOf }: PageTable,
  { top, bottom }: NonNullable<PageTable["drawn"]>,
  glyphs: readonly Glyphs[],
  pageHeight: number,
): { readonly head: boolean; readonly foot: boolean } {
  const outside = glyphs.filter((glyph) => glyph.text.trim() !== "" && placeOf(glyph) === null);
  return {
    head: !outside.some(({ y }) => y > top && y < pageHeight * (1 - margin)),
    foot: !outside.some(({ y }) => y < bottom && y > pageHeight * margin),
  };
}

/** Whether two cells share some of their height. */
function isLevel(a: readonly PageLine[], b: readonly PageLine[]): boolean {
  const [topA, topB] = [a, b].map((lines) => Math.max(...lines.map(({ y, size }) => y + size))) as [
    number,
    number,
  ];
  const [lowA, lowB] = [a, b].map((lines) => Math.min(...lines.map(({ y }) => y))) as [number, number];
  return Math.min(topA, topB) > Math.max(lowA, lowB);
}

/** The engine gives all rows of a table on every page: rows that were not there yet are its next ones. */
function goesOn(before: Gathered, table: PageTable, rows: readonly Row[]): boolean {
  if (table.signature === null || table.signature !== before.signature) return false;
  const last = before.rows[before.rows.length - 1]!;
  if (rows.length === 0 || rows[0]!.page !== last.page + 1) return false;
  const known = new Set(before.rows.map(({ index }) => index));
  const isNew = ({ index }: Row) => !known.has(index);
  // A row cut by the page break stands on both pages, and so may the head.
  const head = rows.some(isNew) ? before.rows[0]!.index : last.index;
  return rows.every((row) => isNew(row) || row.index === last.index || row.index === head);
}

const isSameRow = (head: Row, row: Row) =>
  head.cells.size === row.cells.size &&
  linesIn(head)
    .map(({ text }) => text)
    .join(" ") ===
    linesIn(row)
      .map(({ text }) => text)
      .join(" ");

/** A row that a page break cut: tagged as one, or every cell goes on in the middle of a sentence. */
function isRestOf(before: Row, row: Row): boolean {
  if (before.page === row.page) return false;
  if (before.index === row.index) return true;
  return [...row.cells].every(([position, lines]) => {
    const start = before.cells.get(position);
    return start !== undefined && !endsSentence(textOf(start)) && beginsLower(textOf(lines));
  });
}

/** Where the columns begin, by the rows that have most cells; null where these disagree. */
function columnStarts(rows: readonly Row[]): readonly number[] | null {
  const most = Math.max(...rows.map(({ cells }) => cells.size));
  const full = rows.filter(({ cells }) => cells.size === most);
  const starts = Array.from({ length: most }, (_, c) =>
    Math.min(...full.map(({ cells }) => startOf(inOrder(cells)[c]![1]))),
  );
  return starts.every((start, c) => c === 0 || start > starts[c - 1]! + 1) ? starts : null;
}

/** Columns of a row's cells: where cells are merged or empty, their places on the page tell. */
function placed(row: Row, columns: readonly number[] | null): Map<number, number> {
  const cells = inOrder(row.cells);
  const byTag = new Map(cells.map(([position]) => [position, position]));
  if (columns === null || cells.length >= columns.length) return byTag;
  const byPlace = new Map<number, number>();
  let taken = -1;
  for (const [position, lines] of cells) {
    const x = startOf(lines);
    // Centred words begin to the right of their column's edge, hardly ever to the left of it.
    let column = columns.findLastIndex((start) => start <= x + 3);
    if (column < 0) column = 0;
    if (column <= taken) return byTag;
    byPlace.set(position, column);
    taken = column;
  }
  return byPlace;
}
