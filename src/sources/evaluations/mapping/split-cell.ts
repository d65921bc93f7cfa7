// Several values in one cell, taken apart.

import type { Separator } from "./mapping.ts";
import { valueKey } from "./value-lookup.ts";

/** A comma followed by two blanks or more parts addresses that hold commas themselves. */
const patterns: Readonly<Record<Exclude<Separator, "comma">, RegExp>> = {
  newline: /\s*\n\s*/,
  semicolon: /\s*;\s*/,
  bar: /\s*\|\s*/,
  "comma-blanks": /,[ \u00a0\t]{2,}/,
  slash: /\s+\/\s+/,
  and: /\s+(?:and|et|y|e|&)\s+/,
};

/** Parts at commas that stand outside parentheses. */
function atCommas(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === "(") depth++;
    else if (char === ")") depth = Math.max(0, depth - 1);
    // Figures such as 1,200 and addresses hold commas without a blank behind.
    else if (char === "," && depth === 0 && /\s|^$/.test(text[i + 1] ?? "")) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  return [...parts, text.slice(from)];
}

/** Pieces joined again where together they are one known value: `dialogue, consultations etc` is one theme. */
function rejoined(pieces: readonly string[], isKnown: (text: string) => boolean): readonly string[] {
  const parts: string[] = [];
  for (let i = 0; i < pieces.length; ) {
    let taken = 1;
    for (let length = Math.min(pieces.length - i, 6); length > 1; length--)
      if (isKnown(pieces.slice(i, i + length).join(", "))) {
        taken = length;
        break;
      }
    parts.push(pieces.slice(i, i + taken).join(", "));
    i += taken;
  }
  return parts;
}

/**
 * The pieces of a cell, in order, with repeats.
 *
 * @param isKnown whether a text is one value of the column as it stands, though it holds a comma
 */
export function piecesOf(
  text: string,
  by: readonly Separator[],
  isKnown: (text: string) => boolean = () => false,
): readonly string[] {
  if (isKnown(text) || by.length === 0) return text.trim() === "" ? [] : [text.trim()];
  let parts: readonly string[] = [text];
  for (const separator of by)
    parts =
      separator === "comma"
        ? parts.flatMap((part) =>
            rejoined(
              atCommas(part)
                .map((piece) => piece.trim())
                .filter((piece) => piece !== ""),
              isKnown,
            ),
          )
        : parts.flatMap((part) => part.split(patterns[separator]));
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** The values of a cell, in order, without repeats. */
export function splitCell(
  text: string,
  by: readonly Separator[],
  isKnown?: (text: string) => boolean,
): readonly string[] {
  const seen = new Set<string>();
  return piecesOf(text, by, isKnown).filter((part) => {
    const key = valueKey(part);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Which separators stand in the cells of a column, in the order in which they are to be used. */
export function separatorsIn(texts: readonly string[]): readonly Separator[] {
  const found: Separator[] = [];
  for (const separator of ["newline", "semicolon", "bar", "comma-blanks"] as const)
    if (texts.some((text) => patterns[separator].test(text))) found.push(separator);
  if (texts.some((text) => atCommas(text).length > 1)) found.push("comma");
  return found;
}

/** Counts a cell of a column for `wholeValues`. */
export function countText(counts: Map<string, number>, text: string): void {
  const key = valueKey(text);
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/**
 * Whether a text with commas is one value, as far as the column shows it: it stands alone in at least two
 * cells, and its pieces never do.
 *
 * @param counts of the cells of the column, by `countText`
 * @param isOwnValue whether a piece is a value whatever the column holds: a country, a language, a code
 */
export function wholeValues(
  counts: ReadonlyMap<string, number>,
  isOwnValue: (piece: string) => boolean,
): (text: string) => boolean {
  return (text) => {
    if (!text.includes(",") || (counts.get(valueKey(text)) ?? 0) < 2) return false;
    const pieces = atCommas(text).map((piece) => piece.trim());
    return !pieces.some((piece) => counts.has(valueKey(piece))) && !pieces.every(isOwnValue);
  };
}
