import type { Span } from "#kernel";

/** A place where a passage can be parted, and the words that would begin the second part. */
export type SplitPlace = { readonly at: number; readonly words: string };

/**
 * The beginnings of sentences inside a passage, and of its later spans, as code points of the document: where
 * no caret says so, a passage is parted at one of these.
 *
 * @param slice cuts the document's text by code points
 */
export function splitPlaces(
  slice: (start: number, end: number) => string,
  spans: readonly Span[],
): readonly SplitPlace[] {
  const places: SplitPlace[] = [];
  for (const [index, [from, to]] of spans.entries()) {
    const text = slice(from, to);
    if (index > 0) places.push({ at: from, words: firstWords(text) });
    for (const match of text.matchAll(/[.!?;:]["”»)]*\s+(?=\S)/gu)) {
      const rest = text.slice(match.index + match[0].length);
      places.push({
        at: from + [...text.slice(0, match.index + match[0].length)].length,
        words: firstWords(rest),
      });
    }
  }
  return places;
}

const firstWords = (text: string) => {
  const words = text.trim().split(/\s+/u);
  return words.slice(0, 7).join(" ") + (words.length > 7 ? " …" : "");
};
