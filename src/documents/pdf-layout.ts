// From the lines of all pages to the text of the document and the lines the block reader understands:
// sizes become headings, spaces become gaps, margins become running heads, small print becomes notes.

import { type CodePoints, codePointsOf, type Span } from "#kernel";
import { markFurniture } from "./furniture.ts";
import { hasLeader } from "./headings.ts";
import type { Line } from "./lines.ts";
import { endsSentence, isHanging } from "./markers.ts";
import { BulletDepths } from "./pdf-bullet-depths.ts";
import { inPlace } from "./pdf-order.ts";
import { numberedFeet, repeatedHeads, runningByPlace } from "./pdf-running-lines.ts";
import { headingOf, rounded, type Style, styleOf } from "./pdf-style.ts";
import type { PageLine } from "./pdf-words.ts";

type LaidOut = {
  readonly text: string;
  readonly points: CodePoints;
  readonly lines: readonly Line[];
  readonly pageSpans: readonly Span[];
};

/** Heads and feet live in the outer eleventh of a page. */
const margin = 0.09;
const outerMargin = 0.15;
/** Text and lines of a document. */
export function layOut(pages: readonly (readonly PageLine[])[]): LaidOut {
  const style = styleOf(pages);
  const running = new Set([
    ...runningByPlace(pages),
    ...numberedFeet(pages),
    ...(style.isOneType ? repeatedHeads(pages) : []),
  ]);
  const parts: string[] = [];
  const lines: Line[] = [];
  const pageStarts: number[] = [];
  const inMargin: boolean[] = [];
  let at = 0;
  // The page whose last note has no end yet; -1 where there is none.
  let openNote = -1;
  for (const [p, unordered] of pages.entries()) {
    if (p > 0) {
      parts.push("\f");
      at++;
    }
    pageStarts.push(at);
    const ordered = inPlace(unordered);
    const depths = new BulletDepths();
    let previous: PageLine | null = null;
    const edgeOf = rightEdges(ordered);
    let before = -1;
    for (const [index, line] of ordered.entries()) {
      if (line.text === "") continue;
      const note =
        !running.has(line) &&
        (isNote(line, previous, lines[lines.length - 1], style) ||
          (openNote >= 0 && openNote === p - 1 && isRestFromPageBefore(line, previous, style)));
      const breaks =
        previous === null
          ? "\n\n"
          : note && lines[lines.length - 1]?.role === "footnote" && !line.role && isRestOfNote(previous, line)
            ? "\n"
            : breakBefore(previous, line, style, () => edgeOf(before));
      const gap = breaks === "\n\n";
      const beginsByTags = line.role?.kind === "item" && line.role !== previous?.role;
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
        ...(style.isOneType && !line.cell
          ? {}
          : { heading: gap || isHeading(lines[lines.length - 1]) ? heading : null }),
        ...(beginsByTags ? { beginsItem: true as const } : {}),
        ...(line.bullet ? { beginsItem: true as const, bullet: true as const } : {}),
        ...depths.of(line, beginsByTags),
        ...(line.cell
          ? { cell: line.cell }
          : line.isRepeatedHead || isFoot(line, style) || isOutside(line) || running.has(line)
            ? { role: "page-furniture" as const }
            : line.role?.kind === "note" || note
              ? { role: "footnote" as const }
              : line.role?.kind === "caption"
                ? { isCaption: true as const }
                : {}),
        size: rounded(line.size),
      });
      if (lines[lines.length - 1]!.role === "footnote") openNote = endsSentence(line.text) ? -1 : p;
      // A row of a table stays in its table, however low it stands.
      inMargin.push(
        !line.cell && (line.y < line.pageHeight * margin || line.y > line.pageHeight * (1 - margin)),
      );
      at += line.text.length;
      previous = line;
      before = index;
    }
  }
  dropRunningBold(lines, style.size);
  dropLabelsOfCharts(lines);
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

/** The first lines of a paragraph in bold type look like headings; the lines that flow on give it away. */
function dropRunningBold(lines: Line[], body: number): void {
  for (let i = lines.length - 1; i > 0; i--) {
    const [line, next] = [lines[i - 1]!, lines[i]!];
    if (line.heading == null || (line.size ?? body) >= body * 1.12) continue;
    if (!next.gap && !next.seam && next.heading == null && !next.role)
      lines[i - 1] = { ...line, heading: null };
  }
}

const isOfValues = (line: Line | undefined) =>
  line !== undefined && !line.cell && /^[^\p{L}]*\d[^\p{L}]*$/u.test(line.text);

/** The large words between the values on the axes of two charts head no text. */
function dropLabelsOfCharts(lines: Line[]): void {
  for (const [i, line] of lines.entries())
    if (line.heading != null && isOfValues(lines[i - 1]) && isOfValues(lines[i + 1]))
      lines[i] = { ...line, heading: null };
}

/** Lines before and behind that tell how wide a column is. */
const nearby = 14;
/** Share of a column's lines that may be wider than it: a heading over two columns begins where the first does. */
const wider = 0.15;

/** How far to the right the lines around one reach that begin about where it begins: the edge of its column. */
function rightEdges(lines: readonly PageLine[]): (index: number) => number {
  const bucket = 24;
  return (index) => {
    const { x, right } = lines[index]!;
    const rights: number[] = [];
    for (let i = Math.max(0, index - nearby); i < Math.min(lines.length, index + nearby); i++)
      if (Math.abs(lines[i]!.x - x) <= bucket) rights.push(lines[i]!.right);
    rights.sort((a, b) => b - a);
    return Math.max(right, rights[Math.floor(rights.length * wider)]!);
  };
}

/**
 * What stands between two lines in the text: cells of a row are parted by one tab for each column, rows by a
 * line end, as in a table of plain text.
 */
function breakBefore(previous: PageLine, line: PageLine, style: Style, edgeOf: () => number): string {
  const [a, b] = [previous.cell, line.cell];
  if (a === undefined && b === undefined)
    return (byTags(previous, line, style) ?? isGap(previous, line, style, edgeOf())) ? "\n\n" : "\n";
  if (a === undefined || b === undefined || a.table !== b.table) return "\n\n";
  return a.row === b.row && a.column < b.column ? "\t".repeat(b.column - a.column) : "\n";
}

/** Whether a paragraph begins, as far as the tags tell; null where they do not. */
function byTags({ role: a }: PageLine, { role: b }: PageLine, style: Style): boolean | null {
  if (a === undefined || b === undefined) return null;
  const isSure = (kind: string) =>
    kind === "note" || (kind === "heading" ? style.taggedSizes.length > 0 : style.hasTaggedParagraphs);
  if (a === b) return isSure(a.kind) && a.kind !== "artifact" && a.kind !== "contents" ? false : null;
  return isSure(a.kind) && isSure(b.kind) ? true : null;
}

const startsItem = /^(?:[•●○▪■◦‣▶►➢–-]|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])\s/;

/** @param edge how far the column of the previous line reaches */
function isGap(previous: PageLine, line: PageLine, style: Style, edge: number): boolean {
  const size = Math.max(previous.size, line.size);
  const down = previous.y - line.y;
  // Beside or above: another cell or column.
  if (down < 0.3 * size)
    return Math.abs(down) >= 0.3 * size || line.x > previous.right || line.x < previous.x;
  const smaller = Math.min(previous.size, line.size);
  if (Math.abs(rounded(previous.size) - rounded(line.size)) >= 1 && down > 0.8 * smaller) return true;
  if (down > size * style.leading * 1.22 || hasLeader(previous.text)) return true;
  const isShort = previous.right < edge - 0.12 * (edge - previous.x);
  const ends = endsSentence(previous.text);
  // The further lines of an item stand where its words begin, never before its label.
  if ((isShort || startsItem.test(previous.text)) && line.x < previous.x - 0.8 * size) return true;
  if (startsItem.test(line.text))
    return isShort || ends || (startsItem.test(previous.text) && Math.abs(line.x - previous.x) < 2);
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
  if (isForced(previous, line, edge)) return true;
  const indented = line.x > previous.x + 0.8 * size && line.x < previous.x + 5 * size;
  return ends && isShort && edge - previous.x > 12 * size && (indented || Math.abs(line.x - previous.x) < 2);
}

/** The next word would have had room: the line was ended on purpose. */
function isForced(previous: PageLine, line: PageLine, edge: number): boolean {
  if (!/^[\p{Lu}\d¿¡“"«]/u.test(line.text) || isHanging(previous.text)) return false;
  const size = Math.max(previous.size, line.size);
  if (edge - previous.x < 15 * size || Math.abs(line.x - previous.x) > 2) return false;
  const first = line.text.indexOf(" ");
  const share = first < 0 ? 1 : (first + 1) / line.text.length;
  return edge - previous.right > share * (line.right - line.x) * 1.5 + 2 * size;
}

const isHeading = (line: Line | undefined) => line?.heading != null;

/** What the tags call no part of the text and what stands at the edge of the page: a running head or foot. */
const isOutside = ({ role, y, pageHeight }: PageLine) =>
  role?.kind === "artifact" && (y < pageHeight * outerMargin || y > pageHeight * (1 - outerMargin));

/** Small print in the outermost margin is a running foot even if it stands on one page only. */
const isFoot = (line: PageLine, style: Style) =>
  line.y < line.pageHeight * 0.055 && line.size <= style.size * 0.85;

/** Small print low on the page, below the text: the note that the page before began. */
const isRestFromPageBefore = (line: PageLine, previous: PageLine | null, style: Style) =>
  line.role === undefined &&
  line.size <= style.size * 0.9 &&
  line.y < line.pageHeight * 0.45 &&
  line.text.length > 30 &&
  !startsItem.test(line.text) &&
  previous !== null &&
  previous.size > line.size &&
  previous.y - line.y > line.size * 1.5 &&
  /\p{L}/u.test(line.text);

/** A further line of a note: close below, and no new mark. */
const isRestOfNote = (previous: PageLine, line: PageLine) =>
  previous.y - line.y < 2.2 * line.size && !startsNote.test(line.text);

const startsNote = /^(?:\d{1,3}\s*[\p{L}“"«<(]|[*†‡])/u;

/** Small print that starts with a number, low on the page, and its further lines. */
function isNote(line: PageLine, previous: PageLine | null, before: Line | undefined, style: Style): boolean {
  if (line.size > style.size * 0.9) return false;
  if (before?.role === "footnote" && previous !== null && previous.y > line.y && before.page === line.page)
    return true;
  return line.y < line.pageHeight * 0.45 && /^\d{1,3}\s*[\p{L}“"«<(]/u.test(line.text);
}
