// Streams of a PDF that would unfold to far more than any page needs, found before the engine unfolds them.
// Pictures are left out: the engine is told not to read them.

import { Unzlib } from "fflate";

/** Deflate unfolds at most so many times: shorter streams cannot reach the limit. */
const greatestRatio = 1_032;
/** Read in steps, so that a file of any size costs little memory. */
const step = 1 << 20;
/** What stands before a stream's bytes: its dictionary. */
const longestDictionary = 2_000;
const piece = 1 << 14;

/**
 * Whether a stream of the file unfolds to more bytes than allowed.
 *
 * @param most bytes that one stream may unfold to
 */
export function hasBomb(bytes: Uint8Array, most: number): boolean {
  const latin1 = new TextDecoder("latin1");
  for (let at = 0; at < bytes.length; at += step) {
    const from = Math.max(0, at - longestDictionary);
    const text = latin1.decode(bytes.subarray(from, at + step + 16));
    for (const match of text.matchAll(/stream\r?\n/g)) {
      const begins = from + match.index + match[0].length;
      if (begins <= at || begins > at + step || text.startsWith("end", match.index - 3)) continue;
      const dictionary = dictionaryBefore(text, match.index);
      if (!/\/(?:FlateDecode|Fl)\b/.test(dictionary) || /\/Subtype\s*\/Image\b/.test(dictionary)) continue;
      const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN);
      const isTwice = /\/(?:FlateDecode|Fl)\b[^\]]*\/(?:FlateDecode|Fl)\b/.test(dictionary);
      if (!isTwice && length * greatestRatio < most) continue;
      if (unfoldsTo(bytes, begins, length, isTwice, most) > most) return true;
    }
  }
  return false;
}

function dictionaryBefore(text: string, end: number): string {
  const before = text.slice(Math.max(0, end - longestDictionary), end);
  return before.slice(before.lastIndexOf(" obj") + 1);
}

/** How many bytes come out, counted only as far as it matters. */
function unfoldsTo(bytes: Uint8Array, begin: number, length: number, isTwice: boolean, most: number): number {
  let count = 0;
  const inner = isTwice ? counting((size) => (count += size)) : null;
  const outer = new Unzlib((chunk) => {
    if (inner) inner.push(chunk);
    else count += chunk.length;
  });
  const end = Number.isNaN(length) ? bytes.length : Math.min(bytes.length, begin + length);
  try {
    for (let at = begin; at < end && count <= most; at += piece)
      outer.push(bytes.subarray(at, Math.min(end, at + piece)), false);
  } catch {
    // Damaged streams, and what follows a stream whose length is not stated: counted as far as they went.
  }
  return count;
}

function counting(add: (size: number) => void): Unzlib {
  return new Unzlib((chunk) => add(chunk.length));
}
