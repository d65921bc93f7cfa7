// Which of many short texts say nearly the same, without comparing each with each.

/** Two texts by their places in the list, the earlier first, and how alike they are. */
export type SimilarPair = { readonly first: number; readonly second: number; readonly likeness: number };

/** A word that stands in more texts than this leads to no candidates: it would lead to most of them. */
const mostTextsAWord = 200;

/**
 * Pairs of short texts whose words overlap enough, each word counted by how rare it is among all of them.
 *
 * Likeness is the weighted Jaccard coefficient `Σ w(both) / Σ w(either)` over the distinct words, with
 * `w = ln(1 + N / texts with the word)`: 1 for the same words in any order, 0 for none in common. Texts
 * without words are like nothing. Letter case, accents and punctuation do not count.
 *
 * Candidates are texts that share one of the rarest words of either. Cost: N times the length of the lists
 * of rare words, each at most 200.
 *
 * @param texts any number of titles; missing ones as empty strings
 * @param threshold between 0 and 1; 0.8 finds misspellings and a changed word in ten
 * @returns pairs with likeness at or above the threshold, in the order of the texts
 * @limits A pair all of whose shared words stand in more than 200 texts is not found: for titles that means
 *   a pair of common words only. Words are compared as they are, not by their stems or meaning.
 * @source Jaccard (1901), Bulletin de la Société vaudoise des sciences naturelles 37; inverse document
 *   frequency after Spärck Jones (1972), Journal of Documentation 28(1)
 * @example
 * similarTitles(["Pension reform in Alvane", "Pension reform in ALVANE", "School meals"], 0.8) // => [{ first: 0, second: 1, likeness: 1 }]
 */
export function similarTitles(texts: readonly string[], threshold: number): readonly SimilarPair[] {
  const words = texts.map(wordsOf);
  const places = new Map<string, number[]>();
  words.forEach((set, place) => {
    for (const word of set) {
      const known = places.get(word);
      if (known) known.push(place);
      else places.set(word, [place]);
    }
  });
  const weight = new Map(
    [...places].map(([word, { length }]) => [word, Math.log(1 + texts.length / length)] as const),
  );
  const weightOf = (word: string) => weight.get(word) ?? 0;
  const total = words.map((set) => sum([...set].map(weightOf)));

  const pairs: SimilarPair[] = [];
  words.forEach((set, second) => {
    const candidates = new Set<number>();
    // Two texts as alike as asked share a word among those that weigh more than `1 - threshold` of either.
    const rarestFirst = [...set].sort((a, b) => weightOf(b) - weightOf(a) || (a < b ? -1 : 1));
    let passed = 0;
    for (const word of rarestFirst) {
      if (passed > (1 - threshold) * (total[second] ?? 0)) break;
      passed += weightOf(word);
      const others = places.get(word) ?? [];
      if (others.length <= mostTextsAWord)
        for (const other of others) if (other < second) candidates.add(other);
    }
    for (const first of [...candidates].sort((a, b) => a - b)) {
      const shared = sum([...set].filter((word) => words[first]?.has(word)).map(weightOf));
      const either = (total[first] ?? 0) + (total[second] ?? 0) - shared;
      const likeness = either > 0 ? shared / either : 0;
      if (likeness >= threshold) pairs.push({ first, second, likeness: Math.min(1, likeness) });
    }
  });
  return pairs.sort((a, b) => a.first - b.first || a.second - b.second);
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
