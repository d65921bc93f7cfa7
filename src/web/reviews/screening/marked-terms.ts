// Words of the criteria marked in a title or an abstract.

import type { CriterionColumn } from "#records";

export type MarkedPart = { readonly text: string; readonly column: CriterionColumn | null };
export type Terms = readonly { readonly column: CriterionColumn; readonly terms: readonly string[] }[];

const isWord = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

/** Small letters without accents, and for each where it stood. */
function folded(text: string): { readonly letters: string; readonly places: readonly number[] } {
  let letters = "";
  const places: number[] = [];
  let at = 0;
  for (const sign of text) {
    const plain = sign.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    letters += plain;
    for (let i = 0; i < plain.length; i++) places.push(at);
    at += sign.length;
  }
  places.push(text.length);
  return { letters, places };
}

/**
 * Cuts a text at the terms of the criteria. A term is found in any case, with or without accents, at the
 * beginning of a word, and takes the rest of the word along: "pension" marks "Pensions". Where terms overlap
 * the longest wins.
 *
 * @example
 * markedParts("Old boats", [{ column: "exclude", terms: ["boat"] }]) // => [{ text: "Old ", column: null }, { text: "boats", column: "exclude" }]
 */
export function markedParts(text: string, criteria: Terms): readonly MarkedPart[] {
  const { letters, places } = folded(text);
  const found: { from: number; to: number; column: CriterionColumn }[] = [];
  for (const { column, terms } of criteria)
    for (const term of terms) {
      const sought = folded(term.trim()).letters;
      if (sought === "") continue;
      for (let at = letters.indexOf(sought); at >= 0; at = letters.indexOf(sought, at + 1)) {
        if (isWord(letters[at - 1]) && isWord(sought[0])) continue;
        let to = at + sought.length;
        while (to < letters.length && isWord(letters[to])) to++;
        found.push({ from: places[at] ?? 0, to: places[to] ?? text.length, column });
      }
    }
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  const parts: MarkedPart[] = [];
  let done = 0;
  for (const { from, to, column } of found) {
    if (from < done) continue;
    if (from > done) parts.push({ text: text.slice(done, from), column: null });
    parts.push({ text: text.slice(from, to), column });
    done = to;
  }
  if (done < text.length) parts.push({ text: text.slice(done), column: null });
  return parts;
}
