// Finds the words of a passage again in another text of the same document. Pure: texts in, spans out.

import type { Span } from "#kernel";

/** A passage as far as its words and its old place go. */
export type Anchored = { readonly text: string; readonly spans: readonly Span[] };

const isBlank = (sign: string) => /\s/u.test(sign);
const isWordSign = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

/** White space joined to one blank each, and for each UTF-16 unit the code point of the text it came from. */
function joined(text: string): { readonly text: string; readonly at: readonly number[] } {
  const parts: string[] = [];
  const at: number[] = [];
  let point = 0;
  let blank = true; // none at the beginning
  for (const sign of text) {
    if (!isBlank(sign)) {
      parts.push(sign);
      for (let unit = 0; unit < sign.length; unit++) at.push(point);
      blank = false;
    } else if (!blank) {
      parts.push(" ");
      at.push(point);
      blank = true;
    }
    point++;
  }
  return { text: parts.join(""), at };
}

/**
 * Looks in a text for words: exactly the same ones, white space aside, not inside longer words. Where they
 * stand several times, the place nearest to the old one counts. Words that were broken by a page or a note
 * and are not found in one piece are looked for span by span, in their order.
 *
 * Cost: one pass over the text when made; each search reads the text once per place found.
 *
 * @param scale length of this text to that of the one the old spans count in
 * @returns the spans in this text, or null where the words are not there
 */
export function anchorsIn(text: string, scale = 1): (passage: Anchored) => readonly Span[] | null {
  const hay = joined(text);
  const stands = (from: number, length: number, needle: string) =>
    !(isWordSign(needle[0]) && isWordSign(hay.text[from - 1])) &&
    !(isWordSign(needle.at(-1)) && isWordSign(hay.text[from + length]));
  /** The unit where the words stand, nearest to a code point, or first from a unit on. */
  const find = (words: string, wanted: { near: number } | { from: number }): number | null => {
    const needle = joined(words).text.trim();
    if (needle === "") return null;
    let best: number | null = null;
    let from = "from" in wanted ? wanted.from : 0;
    for (;;) {
      const found = hay.text.indexOf(needle, from);
      if (found < 0) return best;
      if (stands(found, needle.length, needle)) {
        if ("from" in wanted) return found;
        const distance = (unit: number) => Math.abs((hay.at[unit] ?? 0) - wanted.near);
        if (best === null || distance(found) < distance(best)) best = found;
        else return best; // places come in order: from here on they only lie farther away
      }
      from = found + 1;
    }
  };
  const spanAt = (unit: number, words: string): Span => {
    const length = joined(words).text.trim().length;
    return [hay.at[unit]!, hay.at[unit + length - 1]! + 1];
  };
  return (passage) => {
    const near = (passage.spans[0]?.[0] ?? 0) * scale;
    const whole = find(passage.text, { near });
    if (whole !== null) return [spanAt(whole, passage.text)];
    const pieces = piecesOf(passage).filter((piece) => piece.trim() !== "");
    if (pieces.length < 2) return null;
    const spans: Span[] = [];
    let from: number | null = null;
    for (const piece of pieces) {
      const unit: number | null = find(piece, from === null ? { near } : { from });
      if (unit === null) return null;
      spans.push(spanAt(unit, piece));
      from = unit + joined(piece).text.trim().length;
    }
    return spans;
  };
}

/** The slices a passage's text was joined from, by the lengths of its spans. */
function piecesOf({ text, spans }: Anchored): readonly string[] {
  const points = [...text];
  let at = 0;
  return spans.map(([from, to]) => {
    const piece = points.slice(at, at + to - from).join("");
    at += to - from + 1;
    return piece;
  });
}
