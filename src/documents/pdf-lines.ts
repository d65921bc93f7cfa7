// Pieces of text on a PDF page to lines: what stands on one baseline, in the order in which the page's
// author wrote it. Content order is reading order in nearly all reports made by word processors; only rows
// that jump across a gutter are put back into columns.

import { inColumns } from "./pdf-columns.ts";
import type { Glyphs, PageLine } from "./pdf-words.ts";

/** More than this many type sizes of white is a gap between cells or columns, not between words. */
const cellGap = 2.2;
const wordGap = 0.18;
/** A label that hangs before its paragraph stands at most so many type sizes before it. */
const hangingGap = 5;
const hangingLabel =
  /^(?:[•●○▪■◦‣▶►➢✓✔·§–-]|\(?(?:[a-z]|[ivx]{1,5}|\d{1,3})[.)]|(?:\d{1,3}\.){1,4}\d{0,3}|(?:\d{1,2}\.){1,3}\d{1,2})$/i;

/** Dots that lead to the number of a page, however far it stands to the right. */
const leads = /(?:(?:\. ?){4}|…{2})$/;
const pageNumber = /^\s*(?:\d{1,4}|[ivxlc]{1,7})\s*$/i;

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
      const isLed = pageNumber.test(glyph.text) && leads.test(line.text);
      if (gap <= cellGap * Math.max(line.size, size, 1) || (isHanging && !blank) || isLed) {
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
  return inColumns(joinSpread(lines));
}

/** Words of a justified line are at most so many type sizes apart. */
const widestSpace = 6;

/**
 * Justified lines of narrow columns have gaps as wide as those between cells. Where the line above or below
 * runs from the same left edge to the same right edge and over the gap, it is one line.
 */
function joinSpread(lines: PageLine[]): PageLine[] {
  const joined: PageLine[] = [];
  for (const [i, line] of lines.entries()) {
    const before = joined[joined.length - 1];
    if (
      before === undefined ||
      !line.beside ||
      line.role !== before.role ||
      !isSpread(before, line, joined[joined.length - 2], lines, i)
    ) {
      joined.push(line);
      continue;
    }
    before.text += ` ${line.text}`;
    before.right = line.right;
    before.lastFont = line.lastFont;
    if (line.firstFont !== before.firstFont || !line.oneFont) before.oneFont = false;
    if (!isOneRow(line, lines[i + 1])) before.beside = false;
  }
  return joined;
}

const isOneRow = (a: PageLine, b: PageLine | undefined) =>
  b !== undefined && Math.abs(a.y - b.y) < 1 && b.x > a.right;

function isSpread(
  a: PageLine,
  b: PageLine,
  above: PageLine | undefined,
  lines: readonly PageLine[],
  index: number,
): boolean {
  const size = a.size;
  if (!isOneRow(a, b) || b.x - a.right > widestSpace * size || Math.abs(a.size - b.size) > 0.5) return false;
  if (!/\p{L}/u.test(a.text) || !/\p{L}/u.test(b.text)) return false;
  let last = index;
  while (isOneRow(lines[last]!, lines[last + 1])) last++;
  const right = lines[last]!.right;
  return [above, lines[last + 1]].some(
    (other) =>
      other !== undefined &&
      Math.abs(other.y - a.y) < 2.2 * size &&
      Math.abs(other.size - size) <= 0.5 &&
      Math.abs(other.x - a.x) < 2.5 * size &&
      Math.abs(other.right - right) < 1.5 &&
      other.right > b.x,
  );
}
