// Pieces of text on a PDF page to lines: what stands on one baseline, in the order in which the page's
// author wrote it. Content order is reading order in nearly all reports made by word processors; only rows
// that jump across a gutter are put back into columns.

import type { CellPlace } from "./lines.ts";
import type { ContentRole } from "./pdf-structure.ts";

/** A run of characters as the PDF engine gives it; y grows upwards. */
export type Glyphs = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
  /** The marked content it belongs to, in a tagged PDF that was asked for it. */
  readonly contentId?: string;
  /** What its tag says it is. */
  readonly role?: ContentRole;
};

export type PageLine = {
  readonly page: number;
  text: string;
  readonly x: number;
  right: number;
  readonly y: number;
  /** Type size of most of its characters. */
  size: number;
  /** The font of the first and of the last word, and of all words where they agree. */
  readonly firstFont: string;
  lastFont: string;
  oneFont: boolean;
  /** Another piece stands on the same baseline, across a gap. */
  beside: boolean;
  /** The page's height, for margins. */
  readonly pageHeight: number;
  /** The cell of a table that it stands in. */
  cell?: CellPlace;
  /** What the tags say of all its words. */
  role?: ContentRole;
  /** The head of a table again, on a further page. */
  isRepeatedHead?: boolean;
};

/** More than this many type sizes of white is a gap between cells or columns, not between words. */
const cellGap = 2.2;
const wordGap = 0.18;
/** A label that hangs before its paragraph stands at most so many type sizes before it. */
const hangingGap = 5;
const hangingLabel =
  /^(?:[•●○▪■◦‣▶►➢✓✔·§–-]|\(?(?:[a-z]|[ivx]{1,5}|\d{1,3})[.)]|(?:\d{1,3}\.){1,4}\d{0,3}|(?:\d{1,2}\.){1,3}\d{1,2})$/i;

/** The lines of one page, in content order. */
export function linesOfPage(glyphs: Iterable<Glyphs>, page: number, pageHeight: number): PageLine[] {
  const lines: PageLine[] = [];
  let line: PageLine | null = null;
  let largest = 0;
  for (const glyph of glyphs) {
    if (glyph.text === "") continue;
    const blank = glyph.text.trim() === "";
    const size = glyph.size;
    const same: boolean =
      line !== null &&
      Math.abs(glyph.y - line.y) < 0.55 * Math.max(size, line.size) &&
      glyph.x > line.right - 0.6 * Math.max(size, line.size) - 1;
    if (line !== null && same) {
      const gap = glyph.x - line.right;
      const isHanging = gap <= hangingGap * line.size && hangingLabel.test(line.text.trimEnd());
      if (gap <= cellGap * Math.max(line.size, size, 1) || (isHanging && !blank)) {
        if (blank) {
          if (!line.text.endsWith(" ")) line.text += " ";
          continue;
        }
        const needsBlank = gap > wordGap * size && !line.text.endsWith(" ") && !glyph.text.startsWith(" ");
        line.text += needsBlank ? ` ${glyph.text}` : glyph.text;
        line.right = Math.max(line.right, glyph.x + glyph.width);
        line.lastFont = glyph.font;
        if (glyph.font !== line.firstFont) line.oneFont = false;
        // A mark of a note in a heading is tagged as a note's.
        if (glyph.role !== line.role && glyph.text.trim().length > 3) delete line.role;
        if (glyph.text.length > largest) {
          largest = glyph.text.length;
          line.size = size;
        }
        continue;
      }
    }
    if (blank) continue;
    const beside: boolean = line !== null && Math.abs(glyph.y - line.y) < 0.3 * size;
    if (beside && line !== null) line.beside = true;
    line = {
      page,
      text: glyph.text.trimStart(),
      x: glyph.x,
      right: glyph.x + glyph.width,
      y: glyph.y,
      size,
      firstFont: glyph.font,
      lastFont: glyph.font,
      oneFont: true,
      beside,
      pageHeight,
      ...(glyph.role ? { role: glyph.role } : {}),
    };
    largest = glyph.text.length;
    lines.push(line);
  }
  for (const each of lines) each.text = each.text.trimEnd();
  return inColumns(lines);
}

/** At least so many rows must jump the same gutter before a page counts as set in two columns. */
const columnRows = 8;
/** Cells of tables are shorter than lines of columns. */
const columnText = 22;

/** Puts lines of a two-column page that were written row by row into column order; else leaves them. */
function inColumns(lines: PageLine[]): PageLine[] {
  const pairs: number[] = [];
  for (let i = 0; i + 1 < lines.length; i++) {
    const [a, b] = [lines[i]!, lines[i + 1]!];
    if (
      Math.abs(a.y - b.y) < 2 &&
      b.x > a.right &&
      a.text.length >= columnText &&
      b.text.length >= columnText
    )
      pairs.push(i);
  }
  if (pairs.length < columnRows || pairs.length * 2 < lines.length * 0.6) return lines;
  const gutter = Math.max(...pairs.map((i) => lines[i]!.right));
  const starts = pairs.map((i) => lines[i + 1]!.x);
  if (Math.min(...starts) < gutter) return lines;
  const first = pairs[0]!;
  const last = pairs[pairs.length - 1]! + 1;
  const middle = lines.slice(first, last + 1);
  return [
    ...lines.slice(0, first),
    ...middle.filter(({ x }) => x < gutter),
    ...middle.filter(({ x }) => x >= gutter),
    ...lines.slice(last + 1),
  ];
}
