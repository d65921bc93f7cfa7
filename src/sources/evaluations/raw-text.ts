// The exact characters of a stretch of a document, and the way back from a place in them to its spans.

import type { Span } from "#kernel";

export type Slice = (start: number, end: number) => string;

export type RawText = {
  /** The slices of the spans joined by one blank. */
  readonly text: string;
  /** The spans of the UTF-16 units from `start` to `end`, white space at both ends left out. */
  readonly spansOf: (start: number, end: number) => readonly Span[];
};

const codePoints = (text: string) => {
  let count = 0;
  for (const _ of text) count++;
  return count;
};

export function rawText(spans: readonly Span[], slice: Slice): RawText {
  const pieces: { readonly at: number; readonly first: number; readonly text: string }[] = [];
  let text = "";
  for (const [start, end] of spans) {
    if (text !== "") text += " ";
    const piece = slice(start, end);
    pieces.push({ at: text.length, first: start, text: piece });
    text += piece;
  }
  const spansOf = (start: number, end: number): readonly Span[] => {
    let from = Math.max(0, start);
    let to = Math.min(end, text.length);
    while (from < to && /\s/.test(text[from]!)) from++;
    while (to > from && /\s/.test(text[to - 1]!)) to--;
    return pieces.flatMap((piece): Span[] => {
      const a = Math.max(from - piece.at, 0);
      const b = Math.min(to - piece.at, piece.text.length);
      if (a >= b) return [];
      const first = piece.first + codePoints(piece.text.slice(0, a));
      return [[first, first + codePoints(piece.text.slice(a, b))]];
    });
  };
  return { text, spansOf };
}
