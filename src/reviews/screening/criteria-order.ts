// The order in which records deserve reading while nobody has decided anything: by the words of the criteria.

import type { Criterion } from "#records";

/** Words of two letters or more, without accents and case. */
const wordsOf = (text: string): readonly string[] =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]{3,}/gu) ?? [];

const k1 = 1.2;
const b = 0.75;

/** A term given by name weighs as much as this many words of a sentence. */
const namedWeight = 2;

/**
 * How well each text fits what is to be included: BM25 with the words of the criteria of inclusion and of
 * possible inclusion as the query; the terms to mark weigh double. Criteria of exclusion play no part: their
 * sentences name the theme as well.
 *
 * Formula: `Σ w · idf · f(k₁ + 1) / (f + k₁(1 − b + b·l/l̄))`, f how often the word stands in the text, l its
 * length, `idf = ln(1 + (N − n + ½)/(n + ½))`, k₁ = 1.2, b = 0.75.
 *
 * @param texts one for each record: title, abstract, keywords
 * @returns a score for each text, 0 where no word fits
 * @source Robertson and Zaragoza (2009), The Probabilistic Relevance Framework: BM25 and Beyond
 * @example
 * [...criteriaScores([{ id: "I1", column: "include", text: "pensions", terms: [] }], ["old boats", "pensions"])].map((s) => s > 0) // => [false, true]
 */
export function criteriaScores(criteria: readonly Criterion[], texts: readonly string[]): Float64Array {
  const weights = new Map<string, number>();
  for (const { column, text, terms } of criteria) {
    if (column === "exclude") continue;
    for (const word of new Set(wordsOf(text))) weights.set(word, Math.max(weights.get(word) ?? 0, 1));
    for (const term of terms) for (const word of wordsOf(term)) weights.set(word, namedWeight);
  }
  const counts = texts.map((text) => {
    const words = wordsOf(text);
    const found = new Map<string, number>();
    for (const word of words) if (weights.has(word)) found.set(word, (found.get(word) ?? 0) + 1);
    return { length: words.length, found };
  });
  const inTexts = new Map<string, number>();
  let total = 0;
  for (const { length, found } of counts) {
    total += length;
    for (const word of found.keys()) inTexts.set(word, (inTexts.get(word) ?? 0) + 1);
  }
  const mean = total / Math.max(texts.length, 1);
  return Float64Array.from(counts, ({ length, found }) => {
    let score = 0;
    for (const [word, times] of found) {
      const n = inTexts.get(word) ?? 0;
      const idf = Math.log(1 + (texts.length - n + 0.5) / (n + 0.5));
      score +=
        ((weights.get(word) ?? 0) * idf * times * (k1 + 1)) / (times + k1 * (1 - b + (b * length) / mean));
    }
    return score;
  });
}
