// Spans count Unicode code points; JavaScript strings count UTF-16 units. These convert in one pass.

/**
 * A two-way map between UTF-16 offsets and code-point offsets of one text. Text without astral
 * characters (nearly all) costs nothing; otherwise one array of the astral positions is kept and
 * searched by bisection: O(log k) a question, k = astral characters.
 */
export type CodePoints = {
  /** Code points in the text; a lone surrogate counts as one. */
  readonly length: number;
  /** An offset inside a surrogate pair counts as the start of its character. */
  toCodePoint(utf16: number): number;
  toUtf16(codePoint: number): number;
  /** The text from code point `start` up to, not including, `end`; bounds outside the text are cut off. */
  slice(start: number, end: number): string;
};

/**
 * The code points of a text, for spans.
 *
 * @example
 * codePointsOf("a😀b").length // => 3
 * codePointsOf("a😀b").toUtf16(2) // => 3
 * codePointsOf("a😀b").slice(1, 3) // => "😀b"
 */
export function codePointsOf(text: string): CodePoints {
  const astral: number[] = [];
  for (let i = 0; i < text.length - 1; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const next = text.charCodeAt(i + 1);
      if (next >= 0xdc00 && next <= 0xdfff) astral.push(i++);
    }
  }
  const countBelow = (limit: number, at: (k: number) => number) => {
    let low = 0;
    let high = astral.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(middle) < limit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const toCodePoint = (utf16: number) => utf16 - countBelow(utf16, (k) => astral[k]!);
  const toUtf16 = (codePoint: number) => codePoint + countBelow(codePoint, (k) => astral[k]! - k);
  return {
    length: text.length - astral.length,
    toCodePoint,
    toUtf16,
    slice: (start, end) => text.slice(toUtf16(Math.max(0, start)), toUtf16(Math.max(0, end))),
  };
}
