// Texts compared by their letters and digits alone: broken words, line ends, quotation marks and dashes do
// not count. Finds where the words of a label stand in a document, also across a page break.

import { codePointsOf, type Span } from "#kernel";

/** A text reduced to letters and digits in lower case, with the code point each of them stands at. */
export type Letters = {
  readonly text: string;
  /** Code point in the full text, one for each UTF-16 unit of `text`, ascending. */
  readonly at: readonly number[];
};

export function lettersOf(text: string): Letters {
  const kept: string[] = [];
  const at: number[] = [];
  const points = codePointsOf(text);
  for (const match of text.matchAll(/[\p{L}\p{N}]/gu)) {
    const lower = match[0].toLowerCase();
    const place = points.toCodePoint(match.index);
    kept.push(lower);
    for (let i = 0; i < lower.length; i++) at.push(place);
  }
  return { text: kept.join(""), at };
}

/** How many letters and digits stand in the spans. */
export function lettersIn(letters: Letters, spans: readonly Span[]): number {
  return spans.reduce((sum, [start, end]) => sum + firstAt(letters, end) - firstAt(letters, start), 0);
}

/** The stretches two lists of spans have in common. Within one list spans do not overlap. */
export function commonSpans(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  return a.flatMap(([start, end]) =>
    b.flatMap(([from, to]): readonly Span[] =>
      Math.max(start, from) < Math.min(end, to) ? [[Math.max(start, from), Math.min(end, to)]] : [],
    ),
  );
}

function firstAt(letters: Letters, codePoint: number): number {
  let low = 0;
  let high = letters.at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (letters.at[middle]! < codePoint) low = middle + 1;
    else high = middle;
  }
  return low;
}

// A running head, a foot with notes or another column may stand between two halves of a passage, no more.
const longestGap = 1_500;
const anchorLength = 8;

/**
 * All places where the words stand in the document. White space, punctuation and the case of letters play no
 * part. Where the words stand nowhere in one piece, the tightest place is taken at which they follow one
 * another with gaps (a page break, a cell between); none if a piece is missing.
 */
export function placesOf(document: Letters, words: string): readonly (readonly Span[])[] {
  const wanted = lettersOf(words).text;
  if (wanted === "") return [];
  const places: (readonly Span[])[] = [];
  for (let from = document.text.indexOf(wanted); from >= 0; from = document.text.indexOf(wanted, from + 1))
    places.push([spanOf(document, from, from + wanted.length)]);
  if (places.length > 0) return places;
  const broken = inPieces(document, wanted);
  return broken === null ? [] : [broken.map(([start, end]) => spanOf(document, start, end))];
}

const spanOf = (document: Letters, start: number, end: number): Span => [
  document.at[start]!,
  document.at[end - 1]! + 1,
];

type Piece = readonly [start: number, end: number];

function inPieces(document: Letters, wanted: string): readonly Piece[] | null {
  const anchor = wanted.slice(0, anchorLength);
  let best: readonly Piece[] | null = null;
  const extent = (pieces: readonly Piece[]) => pieces.at(-1)![1] - pieces[0]![0];
  for (let from = document.text.indexOf(anchor); from >= 0; from = document.text.indexOf(anchor, from + 1)) {
    const pieces = follow(document.text, wanted, from);
    if (pieces !== null && (best === null || extent(pieces) < extent(best))) best = pieces;
  }
  return best;
}

function follow(text: string, wanted: string, from: number): readonly Piece[] | null {
  const pieces: Piece[] = [];
  let done = 0;
  let start = from;
  while (done < wanted.length) {
    let run = 0;
    while (done + run < wanted.length && text[start + run] === wanted[done + run]) run++;
    done += run;
    pieces.push([start, start + run]);
    if (done === wanted.length) break;
    // The first letters after a break may agree by chance with what stands between; then step back.
    let next = -1;
    for (let back = 0; back <= Math.min(4, run - 1); back++) {
      const anchor = wanted.slice(done - back, done - back + anchorLength);
      next = text.indexOf(anchor, start + run - back);
      if (next >= 0 && next - start - run <= longestGap) {
        pieces[pieces.length - 1] = [start, start + run - back];
        done -= back;
        break;
      }
      next = -1;
    }
    if (next < 0) return null;
    start = next;
  }
  return pieces;
}
