// A cell freed by two respondents who could have each other's answers: for respondents who stand alone in so
// many crosses that no block of cells can hold them all.

import { type Pattern, shown } from "./complements.ts";
import type { Lattice } from "./lattice.ts";

/** As many of those who are most like a respondent are tried. */
const mostPartners = 400;
const mostDifferences = 6;
const mostRespondents = 4;

/**
 * Two respondents exchange their answers to some questions. Only cells that cross one of these questions with one
 * of the others, both of which the two answer differently, notice it; withheld, they hide which of the two sets
 * of answers is the true one. Both new respondents must lie in cells with cases, as empty ones are said to be
 * empty. The cheapest exchange has the fewest cases in cells that are still shown.
 *
 * @returns a function from a class to the classes still to withhold; `null` where no exchange is found
 * @source Dalenius and Reiss (1982), Data-swapping, Journal of Statistical Planning and Inference 6
 */
export function swapFinder(
  lattice: Lattice,
  pattern: Pattern,
  levels: readonly number[],
): (found: number) => readonly number[] | null {
  const { tables, cells, classOf, costs, members, types, layers, typesOf } = lattice;
  const cellAt = tables.map((table) => new Map(table.keys.map((key, at) => [key, table.start + at])));
  const codes = tables
    .filter(({ dimensions }) => dimensions.length === 1)
    .map(({ cellOf, keys, start }) => Int32Array.from(cellOf, (cell) => keys[cell - start]!));
  // Only who has values of the same quantities: else the exchange would move cases between the layers.
  const valued = new Float64Array(types);
  for (const [layer, list] of typesOf.entries()) for (const type of list ?? []) valued[type]! += 2 ** layer;

  const respondentsOf = (found: number): readonly number[] => {
    const cell = members[found]![0]!;
    const layer = Math.floor(cell / cells);
    const table = tables.findLast(({ start }) => start <= cell % cells)!;
    const list = typesOf[layer] ?? Array.from(codes[0] ?? [], (_, type) => type);
    return Array.from(list)
      .filter((type) => table.cellOf[type] === cell % cells)
      .slice(0, mostRespondents);
  };

  const partnersOf = (one: number): readonly (readonly number[])[] => {
    const near: { readonly differ: readonly number[]; readonly type: number }[] = [];
    for (let type = 0; type < types; type++) {
      if (type === one || valued[type] !== valued[one]) continue;
      const differ: number[] = [];
      for (let d = 0; d < codes.length && differ.length <= mostDifferences; d++)
        if (codes[d]![type] !== codes[d]![one]) differ.push(d);
      if (differ.length >= 2 && differ.length <= mostDifferences) near.push({ differ, type });
    }
    return near
      .sort((a, b) => a.differ.length - b.differ.length || a.type - b.type)
      .slice(0, mostPartners)
      .map(({ differ, type }) => [type, ...differ]);
  };

  return (found) => {
    let best: readonly number[] | null = null;
    let least = Number.POSITIVE_INFINITY;
    // Half of the subsets: who keeps and who gives is the same exchange.
    for (const one of respondentsOf(found))
      for (const [other, ...differ] of partnersOf(one))
        for (let subset = 1; subset < 2 ** (differ.length - 1); subset++) {
          const given = new Set(differ.filter((_, at) => (subset >> at) & 1));
          const kept = new Set(differ.filter((d) => !given.has(d)));
          const cost = exchange(one, other!, given, kept, found, least);
          if (cost === null) continue;
          least = cost.cost;
          best = cost.open;
        }
    return best;
  };

  function exchange(
    one: number,
    other: number,
    given: ReadonlySet<number>,
    kept: ReadonlySet<number>,
    wanted: number,
    least: number,
  ): { readonly open: readonly number[]; readonly cost: number } | null {
    const open = new Set<number>();
    let cost = 0;
    let hits = false;
    for (const [at, { dimensions, cellOf }] of tables.entries()) {
      if (!dimensions.some((d) => given.has(d)) || !dimensions.some((d) => kept.has(d))) continue;
      let first = 0;
      let second = 0;
      for (const d of dimensions) {
        const size = levels[d]! + 1;
        const swapped = given.has(d);
        first = first * size + codes[d]![swapped ? other : one]!;
        second = second * size + codes[d]![swapped ? one : other]!;
      }
      const made = [cellAt[at]!.get(first), cellAt[at]!.get(second)];
      for (const cell of [...made, cellOf[one]!, cellOf[other]!]) {
        if (cell === undefined) return null;
        for (let layer = 0; layer < layers; layer++) {
          const changed = classOf[layer * cells + cell]!;
          if (layer > 0 && Math.floor(valued[one]! / 2 ** layer) % 2 === 0) {
            // Who lacks a value cannot enter a cell in which everybody is seen to have one.
            if (changed === classOf[cell]) return null;
            continue;
          }
          if (changed < 0) return null;
          if (changed === wanted) hits = true;
          if (pattern[changed] !== shown || open.has(changed)) continue;
          open.add(changed);
          cost += costs[changed]!;
          if (cost >= least) return null;
        }
      }
    }
    return hits ? { open: [...open], cost } : null;
  }
}
