// Which references to compare at all: those that share something rare. Comparing each with each would take a
// hundred thousand references days.

import type { PreparedReference } from "./reference.ts";
import { smallWords } from "./title-words.data.ts";

/** Rarest words of a title that lead to others. */
const wordsATitle = 6;
/** A word that stands in more titles leads to too many. */
const mostTitlesAWord = 200;
/** A key that more references share leads nowhere: a template, an empty form. */
const mostAKey = 60;

/** Keys of which one is enough: an identifier, the title's beginning or end, author and page, the abstract. */
function keysOf(one: PreparedReference): readonly string[] {
  const keys: string[] = [];
  if (one.doi !== null) keys.push(`d ${one.doi}`);
  if (one.pmid !== null) keys.push(`p ${one.pmid}`);
  if (one.title.length >= 8) keys.push(`t ${one.title.slice(0, 28)}`, `e ${one.title.slice(-28)}`);
  const first = one.authors[0]?.family;
  if (first !== undefined && one.firstPage !== null)
    keys.push(`a ${first} ${one.firstPage} ${one.volume ?? one.year}`);
  if (one.abstractStart !== "") keys.push(`b ${one.abstractStart}`);
  return keys;
}

/**
 * Pairs worth a comparison, as `later * count + earlier`, each once: those that share a key, and those whose
 * titles share one of the rarest words of each and half of all.
 */
export function candidatePairs(references: readonly PreparedReference[]): Float64Array {
  const count = references.length;
  const found: number[] = [];
  const byKey = new Map<string, number[]>();
  for (const [i, reference] of references.entries())
    for (const key of keysOf(reference)) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [i]);
      else if (known.length < mostAKey) {
        for (const earlier of known) if (earlier !== i) found.push(i * count + earlier);
        known.push(i);
      }
    }
  addByWords(references, found);
  const sorted = Float64Array.from(found).sort();
  let kept = 0;
  for (let i = 0; i < sorted.length; i++)
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i]!;
  return sorted.subarray(0, kept);
}

function addByWords(references: readonly PreparedReference[], found: number[]): void {
  const count = references.length;
  const numbers = new Map<string, number>();
  const frequencies: number[] = [];
  const words = references.map((one) => {
    const own = new Set<number>();
    for (const word of one.words) {
      if (word.length < 3 || smallWords.has(word)) continue;
      let number = numbers.get(word);
      if (number === undefined) {
        number = frequencies.length;
        numbers.set(word, number);
        frequencies.push(0);
      }
      if (own.has(number)) continue;
      own.add(number);
      frequencies[number]!++;
    }
    return Uint32Array.from(own).sort();
  });
  const places: (number[] | undefined)[] = new Array(frequencies.length);
  const seenFor = new Int32Array(count).fill(-1);
  for (let i = 0; i < count; i++) {
    const mine = words[i]!;
    const rarest = [...mine]
      .filter((word) => frequencies[word]! > 1 && frequencies[word]! <= mostTitlesAWord)
      .sort((a, b) => frequencies[a]! - frequencies[b]! || a - b)
      .slice(0, wordsATitle);
    for (const word of rarest) {
      const known = places[word];
      if (known === undefined) {
        places[word] = [i];
        continue;
      }
      for (const other of known) {
        if (seenFor[other] === i) continue;
        seenFor[other] = i;
        if (areNear(mine, words[other]!)) found.push(i * count + other);
      }
      known.push(i);
    }
  }
}

/** At least half of the shorter title's words stand in the other. */
function areNear(a: Uint32Array, b: Uint32Array): boolean {
  const needed = Math.min(a.length, b.length) / 2;
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i]!, b[j]!];
    if (x === y) {
      shared++;
      i++;
      j++;
    } else if (x < y) i++;
    else j++;
  }
  return shared >= needed;
}
