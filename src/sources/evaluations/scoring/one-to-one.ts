/**
 * Pairs each of one list with at most one of another: the pair with the highest worth first, ties by position
 * in the first list, then in the second. Greedy, so that anyone can check it by hand; the sum of worths is
 * not always the highest possible.
 *
 * @param worths one for each possible pair, in any order; a pair that is not listed is never made
 * @returns for each position of the first list that was paired, the position in the second
 * @example
 * oneToOne([{ a: 0, b: 0, worth: [0.6] }, { a: 1, b: 0, worth: [0.9] }]) // => new Map([[1, 0]])
 */
export function oneToOne(
  worths: readonly { readonly a: number; readonly b: number; readonly worth: readonly number[] }[],
): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const sorted = worths.toSorted((x, y) => {
    for (const [i, worth] of x.worth.entries()) if (worth !== y.worth[i]) return y.worth[i]! - worth;
    return x.a - y.a || x.b - y.b;
  });
  for (const { a, b } of sorted) {
    if (pairs.has(a) || taken.has(b)) continue;
    pairs.set(a, b);
    taken.add(b);
  }
  return pairs;
}
