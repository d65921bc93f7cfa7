import { wordRuns } from "./word-runs.ts";

/** How soon more of the same word stops counting, and how much long texts are held back. */
const saturation = 1.2;
const lengthShare = 0.75;

/**
 * How well each text answers a query of words (BM25), for an order before anything was judged.
 *
 * Sum over the distinct words of the query of `idf · c (k + 1) / (c + k (1 − b + b · length / mean length))`
 * with `idf = ln(1 + (N − df + ½)/(df + ½))`, k = 1.2, b = 0.75, c the count in the text, df the number of
 * texts with the word. A word of half the texts weighs a third of one that stands in one of ten.
 *
 * @param texts one for each record
 * @param query criteria, questions, keywords, in running text; words as `wordRuns` cuts them
 * @returns one score for each text, 0 where no word is shared
 * @limits Words are compared as they are: synonyms and other forms of a word are not found. A rich list of the
 *   theme's words matters more than the formula.
 * @source Robertson and Zaragoza (2009), The Probabilistic Relevance Framework: BM25 and Beyond
 * @example
 * [...keywordScores(["river fish", "cash transfer"], "transfers of cash")].map((score) => score > 0) // => [false, true]
 */
export function keywordScores(texts: readonly string[], query: string): Float64Array {
  const numberOf = new Map([...new Set(wordRuns(query))].map((word, number) => [word, number]));
  const frequency = new Float64Array(numberOf.size);
  const lengths = new Float64Array(texts.length);
  const counts = texts.map((text, i) => {
    const words = wordRuns(text);
    lengths[i] = words.length;
    const found = new Map<number, number>();
    for (const word of words) {
      const number = numberOf.get(word);
      if (number === undefined) continue;
      const count = found.get(number) ?? 0;
      if (count === 0) frequency[number]!++;
      found.set(number, count + 1);
    }
    return found;
  });
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, texts.length);
  return Float64Array.from(counts, (found, i) => {
    const held = saturation * (1 - lengthShare + (lengthShare * lengths[i]!) / (mean || 1));
    let score = 0;
    for (const [number, count] of found) {
      const df = frequency[number]!;
      score +=
        (Math.log(1 + (texts.length - df + 0.5) / (df + 0.5)) * count * (saturation + 1)) / (count + held);
    }
    return score;
  });
}
