// From the lines of all pages to the text of the document and the lines the block reader understands:
// sizes become headings, spaces become gaps, margins become running heads, small print becomes notes.

import { type CodePoints, codePointsOf, type Span } from "#kernel";
import { markFurniture } from "./furniture.ts";
import type { Line } from "./lines.ts";
import { endsSentence } from "./markers.ts";
import type { PageLine } from "./pdf-lines.ts";

type LaidOut = {
  readonly text: string;
  readonly points: CodePoints;
  readonly lines: readonly Line[];
  readonly pageSpans: readonly Span[];
};

type Style = {
  readonly size: number;
  readonly font: string;
  /** Usual distance of baselines, in type sizes. */
  readonly leading: number;
  /** Fonts in which headings are set; at the start of a line of ordinary size they set labels. */
  readonly headingFonts: ReadonlySet<string>;
  /** Sizes above the body's, largest first. */
  readonly headingSizes: readonly number[];
};

/** Heads and feet live in the outer eleventh of a page. */
const margin = 0.09;
const rounded = (size: number) => Math.round(size * 2) / 2;

function styleOf(pages: readonly (readonly PageLine[])[]): Style {
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  for (const lines of pages)
    for (const line of lines) {
      const size = rounded(line.size);
      sizes.set(size, (sizes.get(size) ?? 0) + line.text.length);
      if (line.oneFont) fonts.set(line.firstFont, (fonts.get(line.firstFont) ?? 0) + line.text.length);
    }
  const most = <K>(map: Map<K, number>, none: K): K => {
    let best = none;
    let count = -1;
    for (const [key, value] of map) if (value > count) [best, count] = [key, value];
    return best;
  };
  const size = most(sizes, 10);
  const steps = new Map<number, number>();
  for (const lines of pages)
    for (let i = 1; i < lines.length; i++) {
      const [a, b] = [lines[i - 1]!, lines[i]!];
      if (rounded(a.size) !== size || rounded(b.size) !== size || Math.abs(a.x - b.x) > 2) continue;
      const step = Math.round(((a.y - b.y) / size) * 20) / 20;
      if (step > 0.8 && step < 3) steps.set(step, (steps.get(step) ?? 0) + 1);
    }
  const headingSizes = recurringSizes(pages, size);
  const font = most(fonts, "");
  const headingFonts = new Set<string>();
  for (const lines of pages)
    for (const line of lines)
      if (line.oneFont && line.firstFont !== font && rounded(line.size) >= size * 1.12)
        headingFonts.add(line.firstFont);
  return { size, font, leading: most(steps, 1.25), headingFonts, headingSizes };
}

/** Sizes above the body's that head something on at least two pages; covers use others. */
function recurringSizes(pages: readonly (readonly PageLine[])[], body: number): readonly number[] {
  const on = new Map<number, Set<number>>();
  for (const lines of pages)
    for (const line of lines) {
      const size = rounded(line.size);
      if (size < body * 1.12 || !/\p{L}{3}/u.test(line.text)) continue;
      const seen = on.get(size);
      if (seen) seen.add(line.page);
      else on.set(size, new Set([line.page]));
    }
  return [...on]
    .filter(([, seen]) => seen.size >= 2)
    .map(([size]) => size)
    .sort((a, b) => b - a);
}

/** Text and lines of a document. */
export function layOut(pages: readonly (readonly PageLine[])[]): LaidOut {
  const style = styleOf(pages);
  const parts: string[] = [];
  const lines: Line[] = [];
  const pageStarts: number[] = [];
  const inMargin: boolean[] = [];
  let at = 0;
  for (const [p, unordered] of pages.entries()) {
    if (p > 0) {
      parts.push("\f");
      at++;
    }
    pageStarts.push(at);
    const ordered = asPlaced(unordered);
    let previous: PageLine | null = null;
    const edgeOf = rightEdges(ordered);
    for (const line of ordered) {
      if (line.text === "") continue;
      const breaks = previous === null ? "\n\n" : breakBefore(previous, line, style, edgeOf(previous));
      const gap = breaks === "\n\n";
      if (previous !== null) {
        parts.push(breaks);
        at += breaks.length;
      }
      parts.push(line.text);
      const heading = line.cell ? null : headingOf(line, style);
      lines.push({
        start: at,
        end: at + line.text.length,
        text: line.text,
        page: p + 1,
        gap,
        seam: previous === null && p > 0,
        heading: gap || isHeading(lines[lines.length - 1]) ? heading : null,
        ...(line.cell
          ? { cell: line.cell }
          : line.isRepeatedHead || isFoot(line, style)
            ? { role: "page-furniture" as const }
            : isNote(line, previous, lines[lines.length - 1], style)
              ? { role: "footnote" as const }
              : {}),
      });
      // A row of a table stays in its table, however low it stands.
      inMargin.push(
        !line.cell && (line.y < line.pageHeight * margin || line.y > line.pageHeight * (1 - margin)),
      );
      at += line.text.length;
      previous = line;
    }
  }
  dropRunningBold(lines, style.headingSizes.length + 2);
  const text = parts.join("");
  const points = codePointsOf(text);
  return {
    text,
    points,
    lines: markFurniture(lines, (i) => inMargin[i]!),
    pageSpans: pageStarts.map((start, i): Span => {
      const next = pageStarts[i + 1];
      return [points.toCodePoint(start), next === undefined ? points.length : points.toCodePoint(next - 1)];
    }),
  };
}

/** The first lines of a whole paragraph in bold type look like headings; the lines that flow on give it away. */
function dropRunningBold(lines: Line[], level: number): void {
  for (let i = lines.length - 1; i > 0; i--) {
    const [line, next] = [lines[i - 1]!, lines[i]!];
    if (line.heading === level && !next.gap && !next.seam && next.heading !== level)
      lines[i - 1] = { ...line, heading: null };
  }
}

/** Feet are often written first and heads of pages last; in the text they stand where they stand on the page. */
function asPlaced(lines: readonly PageLine[]): readonly PageLine[] {
  const isFoot = (line: PageLine) => !line.cell && line.y < line.pageHeight * margin;
  const first = lines[0];
  const footed =
    first !== undefined && isFoot(first)
      ? [...lines.filter((line) => !isFoot(line)), ...lines.filter(isFoot)]
      : lines;
  let body = footed.length;
  while (body > 0 && isFoot(footed[body - 1]!)) body--;
  let top = 0;
  const highest = footed.slice(0, body).map(({ y }) => {
    top = Math.max(top, y);
    return top;
  });
  let from = body;
  while (from > 1 && footed[from - 1]!.y > highest[from - 2]!) from--;
  if (from === body || from === 1) return footed;
  return [...footed.slice(from, body), ...footed.slice(0, from), ...footed.slice(body)];
}

/** How far to the right lines reach that begin about where a line begins: the edge of its column. */
function rightEdges(lines: readonly PageLine[]): (line: PageLine) => number {
  const bucket = 24;
  const edges = new Map<number, number>();
  for (const { x, right } of lines) {
    const key = Math.round(x / bucket);
    edges.set(key, Math.max(edges.get(key) ?? 0, right));
  }
  return ({ x, right }) => {
    const key = Math.round(x / bucket);
    return Math.max(right, edges.get(key - 1) ?? 0, edges.get(key) ?? 0, edges.get(key + 1) ?? 0);
  };
}

/**
 * What stands between two lines in the text: cells of a row are parted by one tab for each column, rows by a
 * line end, as in a table of plain text.
 */
function breakBefore(previous: PageLine, line: PageLine, style: Style, edge: number): string {
  const [a, b] = [previous.cell, line.cell];
  if (a === undefined && b === undefined) return isGap(previous, line, style, edge) ? "\n\n" : "\n";
  if (a === undefined || b === undefined || a.table !== b.table) return "\n\n";
  return a.row === b.row && a.column < b.column ? "\t".repeat(b.column - a.column) : "\n";
}

const startsItem = /^(?:[•●○▪■◦‣▶►➢–-]|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])\s/;

/** @param edge how far the column of the previous line reaches */
function isGap(previous: PageLine, line: PageLine, style: Style, edge: number): boolean {
  const size = Math.max(previous.size, line.size);
  const down = previous.y - line.y;
  // Beside or above: another cell or column.
  if (down < 0.3 * size)
    return Math.abs(down) >= 0.3 * size || line.x > previous.right || line.x < previous.x;
  if (Math.abs(rounded(previous.size) - rounded(line.size)) >= 1 && down > 0.8 * size) return true;
  if (down > size * style.leading * 1.22) return true;
  const isShort = previous.right < edge - 0.12 * (edge - previous.x);
  const ends = endsSentence(previous.text);
  if (startsItem.test(line.text)) return isShort || ends;
  // A word in other type at the start of a line, after a line that ends early: a label such as “Response:”.
  const inOther = line.firstFont !== style.font && previous.lastFont !== line.firstFont;
  if (inOther && (isShort || ends || (style.headingFonts.has(line.firstFont) && /^\p{Lu}/u.test(line.text))))
    return true;
  // A short line wholly in other type, then the body's: a heading without space behind it.
  if (previous.oneFont && previous.firstFont !== style.font && line.firstFont === style.font && isShort)
    return true;
  // Two short lines in heading type under each other are two headings: one heading breaks where its line is full.
  const bothOther =
    previous.oneFont &&
    line.oneFont &&
    previous.firstFont === line.firstFont &&
    line.firstFont !== style.font;
  const half = previous.right - previous.x < 0.5 * (edge - previous.x);
  if (bothOther && half && Math.abs(line.x - previous.x) < 2 && /^\p{Lu}/u.test(line.text)) return true;
  const indented = line.x > previous.x + 0.8 * size && line.x < previous.x + 5 * size;
  return ends && isShort && edge - previous.x > 12 * size && (indented || Math.abs(line.x - previous.x) < 2);
}

const isHeading = (line: Line | undefined) => line?.heading != null;

/** Small print in the outermost margin is a running foot even if it stands on one page only. */
const isFoot = (line: PageLine, style: Style) =>
  line.y < line.pageHeight * 0.055 && line.size <= style.size * 0.85;

function headingOf(line: PageLine, style: Style): number | null {
  const size = rounded(line.size);
  if (!/\p{L}/u.test(line.text) || line.text.length > 160 || (line.beside && line.text.length > 60))
    return null;
  const larger = style.headingSizes.findIndex((other) => size >= other);
  if (size >= style.size * 1.12) return larger >= 0 ? larger + 1 : style.headingSizes.length + 1;
  // A whole short line in another font of the same size: a heading below those that are set larger.
  const isOther = line.oneFont && line.firstFont !== style.font && size >= style.size * 0.95;
  if (!isOther || line.beside || line.text.length > 90 || endsSentence(line.text)) return null;
  return /^[\p{Lu}\d¿¡“"«]/u.test(line.text) && !/[,–—-]$/.test(line.text)
    ? style.headingSizes.length + 2
    : null;
}

/** Small print that starts with a number, low on the page, and its further lines. */
function isNote(line: PageLine, previous: PageLine | null, before: Line | undefined, style: Style): boolean {
  if (line.size > style.size * 0.9) return false;
  if (before?.role === "footnote" && previous !== null && previous.y > line.y && before.page === line.page)
    return true;
  return line.y < line.pageHeight * 0.45 && /^\d{1,3}\s*[\p{L}“"«<(]/u.test(line.text);
}
