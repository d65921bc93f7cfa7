// Text set in lines: stretches with their face and language, links, and columns of a table beside each other.

import type { ReportText } from "#records";
import type { Element, TaggedPages } from "./tagged-pages.ts";
import type { Face } from "./true-type.ts";

/** A stretch on one line. */
export type Piece = {
  text: string;
  readonly from: ReportText;
  readonly face: Face;
  readonly width: number;
};
export type SetLine = readonly Piece[];

const faceOf = ({ bold, italic }: ReportText, isBold: boolean): Face =>
  bold || isBold ? "Bold" : italic ? "Italic" : "Regular";

/** Tabs, breaks and what has no shape become blanks. */
const settable = (text: string): string => text.toWellFormed().replace(/[\p{Cc}\u2028\u2029]+/gu, " ");

/** Breaks a word that is wider than the column, such as an address. */
function* broken(
  pages: TaggedPages,
  word: string,
  face: Face,
  size: number,
  width: number,
): Generator<string> {
  let part = "";
  for (const letter of word) {
    if (part !== "" && pages.widthOf(part + letter, face, size) > width) {
      yield part;
      part = "";
    }
    part += letter;
  }
  yield part;
}

/** The content in lines of at most a width. Each line ends in a blank, so that words do not run together when read. */
export function setLines(
  pages: TaggedPages,
  content: readonly ReportText[],
  size: number,
  width: number,
  isBold = false,
): readonly SetLine[] {
  const lines: Piece[][] = [[]];
  let used = 0;
  for (const from of content) {
    const face = faceOf(from, isBold);
    for (const token of settable(from.text).split(/(?<= )/u))
      for (const part of broken(pages, token, face, size, width)) {
        const wide = pages.widthOf(part.trimEnd(), face, size);
        if (used > 0 && used + wide > width) {
          lines.push([]);
          used = 0;
        }
        const line = lines.at(-1) as Piece[];
        if (part.trim() === "" && line.length === 0) continue;
        const whole = pages.widthOf(part, face, size);
        const last = line.at(-1);
        if (last && last.from === from) {
          line[line.length - 1] = { ...last, text: last.text + part, width: last.width + whole };
        } else line.push({ text: part, from, face, width: whole });
        used += whole;
      }
  }
  const set = lines.filter((line) => line.length > 0);
  for (const line of set) {
    const last = line.at(-1);
    if (last && !last.text.endsWith(" ")) last.text += " ";
  }
  return set;
}

/** Draws one line at the present height. */
export function drawLine(pages: TaggedPages, owner: Element, line: SetLine, x: number, size: number): void {
  let at = x;
  for (const { text, from, face, width } of line) {
    const { href, language } = from;
    const holder = href === undefined ? owner : pages.element("Link", owner);
    pages.text(holder, text, { x: at, y: pages.y, face, size }, language);
    if (href !== undefined) {
      pages.link(holder, href, [at, pages.y - 2, at + width, pages.y + size], text.trim());
      pages.decoration(
        `0.4 w ${at.toFixed(2)} ${(pages.y - 1.5).toFixed(2)} m ${(at + width).toFixed(2)} ${(pages.y - 1.5).toFixed(2)} l S\n`,
      );
    }
    at += width;
  }
}

/** Draws lines below each other, over pages. */
export function drawLines(
  pages: TaggedPages,
  owner: Element,
  lines: readonly SetLine[],
  x: number,
  size: number,
): void {
  for (const line of lines) {
    pages.ensure(size * 1.4);
    pages.y -= size * 1.4;
    drawLine(pages, owner, line, x, size);
  }
}
