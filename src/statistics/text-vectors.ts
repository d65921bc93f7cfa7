/** Texts as sparse vectors of length one: of text `i` the entries from `starts[i]` to `starts[i + 1]`. */
export type TextVectors = {
  readonly starts: Uint32Array;
  /** Number of the term, ascending within a text. */
  readonly terms: Uint32Array;
  readonly weights: Float64Array;
  /** Stem of each term. */
  readonly stems: readonly string[];
  /** Number of texts each term stands in. */
  readonly frequencies: Uint32Array;
};

/** Below so many texts no term is too common: a share of few says nothing. */
const fewTexts = 40;

/**
 * Texts as vectors of term weights, so that the cosine of two tells how much they say the same.
 *
 * Weight of a term: `(1 + ln count) · ln(N / df)`, with `N` texts and `df` of them holding the term; then each
 * vector is divided by its length. A term in more than `commonest` of the texts weighs nothing (from 40 texts on).
 *
 * Cost: one pass over the terms.
 *
 * @param texts the stems of each text, in any order
 * @param commonest share of the texts, 0 to 1
 * @returns vectors of length one; of length nothing where a text has no term of weight
 * @limits Weights depend on the collection: vectors of two collections cannot be compared.
 * @source Salton and Buckley (1988), Term-weighting approaches in automatic text retrieval
 * @example
 * textVectors([["a", "b"], ["a", "c"]], 0.5).stems // => ["a", "b", "c"]
 */
export function textVectors(texts: readonly (readonly string[])[], commonest: number): TextVectors {
  const numbers = new Map<string, number>();
  const stems: string[] = [];
  const frequencies: number[] = [];
  const counted = texts.map((text) => {
    const counts = new Map<number, number>();
    for (const stem of text) {
      let number = numbers.get(stem);
      if (number === undefined) {
        number = stems.length;
        numbers.set(stem, number);
        stems.push(stem);
        frequencies.push(0);
      }
      const count = counts.get(number) ?? 0;
      if (count === 0) frequencies[number]!++;
      counts.set(number, count + 1);
    }
    return counts;
  });
  const most = texts.length < fewTexts ? texts.length : commonest * texts.length;
  const size = counted.reduce((sum, counts) => sum + counts.size, 0);
  const starts = new Uint32Array(texts.length + 1);
  const terms = new Uint32Array(size);
  const weights = new Float64Array(size);
  let at = 0;
  counted.forEach((counts, i) => {
    starts[i] = at;
    let squares = 0;
    for (const [term, count] of [...counts].sort(([a], [b]) => a - b)) {
      const df = frequencies[term]!;
      const weight = df > most ? 0 : (1 + Math.log(count)) * Math.log(texts.length / df);
      if (weight <= 0) continue;
      terms[at] = term;
      weights[at] = weight;
      squares += weight * weight;
      at++;
    }
    const length = Math.sqrt(squares);
    for (let k = starts[i]!; k < at; k++) weights[k]! /= length;
  });
  starts[texts.length] = at;
  return {
    starts,
    terms: terms.slice(0, at),
    weights: weights.slice(0, at),
    stems,
    frequencies: Uint32Array.from(frequencies),
  };
}
