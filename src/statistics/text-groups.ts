import type { TextPair } from "./text-pairs.ts";
import type { TextVectors } from "./text-vectors.ts";

export type TextGroup = {
  /** In ascending order. */
  readonly members: readonly number[];
  /** Mean cosine of its pairs. */
  readonly cohesion: number;
  /** Terms that at least half of the members hold, by their part in the similarity, which sums to 1 over all terms. */
  readonly terms: readonly { readonly stem: string; readonly weight: number }[];
};

export type GroupWishes = {
  /** Pairs that are one group whatever their texts. */
  readonly together: readonly (readonly [number, number])[];
  /** Pairs that are never in one group. */
  readonly apart: readonly (readonly [number, number])[];
};

type Cluster = { members: number[]; sum: Map<number, number> };

/**
 * Groups of texts that say the same. Pairs are taken from the most similar down, and two groups become one
 * only where the mean cosine over all pairs between them reaches `mean`: so a chain in which each resembles
 * the next does not become one group.
 *
 * Meaning: with vectors of length one, the mean over all pairs between two groups is the product of their sums
 * divided by the product of their sizes, so it is exact at the cost of one sparse product.
 *
 * @param pairs of `textPairs`
 * @param mean least mean cosine between two groups that are joined, 0 to 1
 * @param wishes what people have said: it comes before all similarity
 * @returns groups of two and more, in the order of their first members
 * @limits A text is in one group only; advice of two parts goes where it resembles more.
 * @source average linkage after Sokal and Michener (1958), over pairs in falling order
 * @example
 * textGroups(textVectors([["a"], ["a"], ["b"]], 1), [[1, 0, 1]], 0.5).map((g) => g.members) // => [[0, 1]]
 */
export function textGroups(
  vectors: TextVectors,
  pairs: readonly TextPair[],
  mean: number,
  wishes: GroupWishes = { together: [], apart: [] },
): readonly TextGroup[] {
  const clusters = new Map<number, Cluster>();
  const clusterOf = (text: number): Cluster => {
    let cluster = clusters.get(text);
    if (!cluster) {
      cluster = { members: [text], sum: entriesOf(vectors, text) };
      clusters.set(text, cluster);
    }
    return cluster;
  };
  const apart = new Map<number, Set<number>>();
  for (const [a, b] of wishes.apart)
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      (apart.get(one) ?? apart.set(one, new Set()).get(one)!).add(other);
  const areApart = (a: Cluster, b: Cluster) =>
    apart.size > 0 &&
    a.members.some((one) => {
      const others = apart.get(one);
      return others !== undefined && b.members.some((other) => others.has(other));
    });
  const join = (a: Cluster, b: Cluster) => {
    const [large, small] = a.members.length >= b.members.length ? [a, b] : [b, a];
    for (const [term, weight] of small.sum) large.sum.set(term, (large.sum.get(term) ?? 0) + weight);
    for (const text of small.members) {
      large.members.push(text);
      clusters.set(text, large);
    }
  };
  for (const [x, y] of wishes.together) {
    const [a, b] = [clusterOf(x), clusterOf(y)];
    if (a !== b) join(a, b);
  }
  const falling = pairs.toSorted((a, b) => b[2] - a[2] || a[0] - b[0] || a[1] - b[1]);
  for (const [x, y] of falling) {
    const [a, b] = [clusterOf(x), clusterOf(y)];
    if (a === b) continue;
    const between = product(a.sum, b.sum) / (a.members.length * b.members.length);
    if (between >= mean && !areApart(a, b)) join(a, b);
  }
  return [...new Set(clusters.values())]
    .filter(({ members }) => members.length > 1)
    .map((cluster) => describe(vectors, cluster))
    .sort((a, b) => a.members[0]! - b.members[0]!);
}

const entriesOf = ({ starts, terms, weights }: TextVectors, text: number): Map<number, number> => {
  const entries = new Map<number, number>();
  for (let k = starts[text]!; k < starts[text + 1]!; k++) entries.set(terms[k]!, weights[k]!);
  return entries;
};

function product(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}

const mostTerms = 12;

function describe(vectors: TextVectors, { members, sum }: Cluster): TextGroup {
  const n = members.length;
  // Per term: (Σw)² − Σw² is its part in the sum of all products of two different members.
  const held = new Map<number, { count: number; squares: number }>();
  for (const text of members)
    for (const [term, weight] of entriesOf(vectors, text)) {
      const one = held.get(term) ?? { count: 0, squares: 0 };
      one.count++;
      one.squares += weight * weight;
      held.set(term, one);
    }
  const parts = [...held].map(([term, { count, squares }]) => ({
    stem: vectors.stems[term]!,
    count,
    part: (sum.get(term) ?? 0) ** 2 - squares,
  }));
  const whole = parts.reduce((total, { part }) => total + part, 0);
  return {
    members: members.toSorted((a, b) => a - b),
    cohesion: Math.max(0, Math.min(1, whole / (n * (n - 1)))),
    terms: parts
      .filter(({ count, part }) => count * 2 >= n && count > 1 && part > 0)
      .sort((a, b) => b.part - a.part || (a.stem < b.stem ? -1 : 1))
      .slice(0, mostTerms)
      .map(({ stem, part }) => ({ stem, weight: part / whole })),
  };
}
