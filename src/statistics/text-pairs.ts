import type { TextVectors } from "./text-vectors.ts";

export type TextPair = readonly [a: number, b: number, similarity: number];

/**
 * All pairs of texts whose cosine reaches a threshold, found over the terms they share instead of by
 * comparing each with each.
 *
 * Meaning: candidates are texts that share a term standing in at most `rarest` texts. Of a candidate the rare
 * part of the product is summed over the index; the common part is at most the product of the two common
 * lengths (Cauchy and Schwarz), and only where that bound reaches the threshold is it worked out. So nothing
 * is lost but pairs that share common terms alone. Of each text at most `neighbours` of the closest earlier ones are kept.
 *
 * Cost: the sum over rare terms of half their squared frequency, instead of half the squared number of texts.
 * A generator: it yields after every 50 texts, so that whoever drives it can show progress, rest or stop.
 *
 * @param vectors as `textVectors` makes them
 * @param threshold cosine, above 0 and at most 1
 * @param rarest greatest number of texts of a term that makes candidates
 * @param neighbours greatest number of pairs a text brings in
 * @returns pairs `[a, b, cosine]` with `b < a`, in the order of `a`
 * @limits A pair that shares only terms commoner than `rarest` is not found.
 * @source Bayardo, Ma and Srikant (2007), Scaling up all pairs similarity search
 * @example
 * [...textPairs(textVectors([["a", "b"], ["a", "b"], ["c"]], 1), 0.9, 9, 9)] // => []
 */
export function* textPairs(
  vectors: TextVectors,
  threshold: number,
  rarest: number,
  neighbours: number,
): Generator<{ readonly done: number; readonly total: number }, readonly TextPair[]> {
  const { starts, terms, weights, frequencies } = vectors;
  const total = starts.length - 1;
  const isRare = (term: number) => frequencies[term]! <= rarest;
  // Postings of rare terms, grown text by text: only earlier texts are met.
  const postings = new Map<number, { texts: number[]; weights: number[] }>();
  const commonLength = new Float64Array(total);
  for (let i = 0; i < total; i++) {
    let squares = 0;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) if (!isRare(terms[k]!)) squares += weights[k]! ** 2;
    commonLength[i] = Math.sqrt(squares);
  }
  const pairs: TextPair[] = [];
  const score = new Float64Array(total);
  const met: number[] = [];
  for (let i = 0; i < total; i++) {
    met.length = 0;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const term = terms[k]!;
      if (!isRare(term)) continue;
      const weight = weights[k]!;
      let list = postings.get(term);
      if (!list) {
        list = { texts: [], weights: [] };
        postings.set(term, list);
      }
      for (let p = 0; p < list.texts.length; p++) {
        const other = list.texts[p]!;
        if (score[other] === 0) met.push(other);
        score[other]! += weight * list.weights[p]!;
      }
      list.texts.push(i);
      list.weights.push(weight);
    }
    const mine: TextPair[] = [];
    for (const other of met) {
      // The text itself was posted last and may meet itself over a later term's list only; it never is `other`.
      const rare = score[other]!;
      score[other] = 0;
      if (rare + commonLength[i]! * commonLength[other]! < threshold) continue;
      const similarity = rare + commonProduct(vectors, i, other, rarest);
      if (similarity >= threshold) mine.push([i, other, Math.min(1, similarity)]);
    }
    if (mine.length > neighbours) mine.sort((a, b) => b[2] - a[2] || a[1] - b[1]).length = neighbours;
    pairs.push(...mine);
    if ((i + 1) % 50 === 0) yield { done: i + 1, total };
  }
  return pairs;
}

/** The part of the product over common terms: two ascending lists walked side by side. */
function commonProduct(
  { starts, terms, weights, frequencies }: TextVectors,
  a: number,
  b: number,
  rarest: number,
): number {
  let sum = 0;
  let i = starts[a]!;
  let j = starts[b]!;
  const iEnd = starts[a + 1]!;
  const jEnd = starts[b + 1]!;
  while (i < iEnd && j < jEnd) {
    const x = terms[i]!;
    const y = terms[j]!;
    if (x === y) {
      if (frequencies[x]! > rarest) sum += weights[i]! * weights[j]!;
      i++;
      j++;
    } else if (x < y) i++;
    else j++;
  }
  return sum;
}
