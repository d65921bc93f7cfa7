// Complements: cells withheld because the sums they stand in would give back another withheld one. This looks
// at one sum at a time; what several sums together give back is found by the witness.

import type { Lattice } from "./lattice.ts";

/** By class: shown, withheld for its own sake, or withheld as a complement. */
export type Pattern = Uint8Array;
export const shown = 0;
export const small = 1;
export const complement = 2;

/**
 * Withholds more until every sum leaves open what it must: a withheld margin has a withheld part; of an open
 * margin either no part is withheld, or at least two, which together could be shown as one cell and have more
 * cases than there are parts (else each of them would be known to be 1). The cells with the fewest cases are
 * taken first; where no part is left, the margin. What is withheld over all cases is withheld over those with a
 * value, too.
 *
 * @param touched classes that were withheld since the last call
 * @param mayShowTogether whether cells could be shown as one: their sum is what is given away of them
 */
export function addComplements(
  lattice: Lattice,
  pattern: Pattern,
  touched: readonly number[],
  mayShowTogether: (classes: readonly number[]) => boolean,
): void {
  const { sums, sumsOf, counts, costs, measuredOf } = lattice;
  const waiting: number[] = [];
  const waits = new Uint8Array(sums.margin.length);
  const spread = (found: number) => {
    for (let at = sumsOf.from[found]!; at < sumsOf.from[found + 1]!; at++) {
      const sum = sumsOf.sums[at]!;
      if (waits[sum] === 1) continue;
      waits[sum] = 1;
      waiting.push(sum);
    }
    for (const below of measuredOf(found)) if (pattern[below] === shown) withhold(below);
  };
  const withhold = (found: number) => {
    pattern[found] = complement;
    spread(found);
  };
  const isEnough = (margin: number, withheld: readonly number[]): boolean => {
    if (pattern[margin] !== shown) return withheld.length > 0;
    if (withheld.length < 2) return withheld.length === 0;
    const cases = withheld.reduce((sum, part) => sum + counts[part]!, 0);
    return cases > withheld.length && mayShowTogether(withheld);
  };

  /** Further sums in which a part would stand alone among open ones, so that each would need a complement. */
  const sumsAlone = (part: number, but: number): number => {
    let alone = 0;
    for (let at = sumsOf.from[part]!; at < sumsOf.from[part + 1]!; at++) {
      const sum = sumsOf.sums[at]!;
      if (sum === but || sums.margin[sum] === part || pattern[sums.margin[sum]!] !== shown) continue;
      const others = sums.parts.subarray(sums.from[sum]!, sums.from[sum + 1]!);
      if (others.every((other) => other === part || pattern[other] === shown)) alone++;
    }
    return alone;
  };

  for (const found of touched) spread(found);
  for (let at = 0; at < waiting.length; at++) {
    const sum = waiting[at]!;
    waits[sum] = 0;
    const parts = sums.parts.subarray(sums.from[sum]!, sums.from[sum + 1]!);
    const margin = sums.margin[sum]!;
    const withheld = Array.from(parts).filter((part) => pattern[part] !== shown);
    while (!isEnough(margin, withheld)) {
      let chosen = -1;
      let least = Number.POSITIVE_INFINITY;
      for (const part of parts) {
        if (pattern[part] !== shown) continue;
        const cost = costs[part]! * (1 + 3 * sumsAlone(part, sum));
        if (cost >= least) continue;
        chosen = part;
        least = cost;
      }
      if (chosen < 0) {
        withhold(margin);
        break;
      }
      withheld.push(chosen);
      withhold(chosen);
    }
  }
}
