// The cheapest way to make a cell uncertain for good: a block of cells in which cases can be moved round without
// a sum noticing. Of two dimensions it is the rectangle of the textbooks, of three the cube.

import { type Pattern, shown } from "./complements.ts";
import type { Lattice, LatticeTable } from "./lattice.ts";

/** Finds blocks by what cells would have to be withheld for them. */
export type BlockFinder = (found: number) => readonly number[] | null;

/**
 * A block around a cell of some dimensions takes a second level of each of them. With +1 and −1 at its corners,
 * like the squares of a chessboard, no sum over one of its dimensions changes. Finer crosses are followed at one
 * level of each further dimension, the same for all corners, so that their sums are those of the block. All cells
 * of it need cases, as empty ones are said to be empty. Who moves has values of some quantities and lacks others;
 * a cell that is the same with and without them bars those for whom it would not be. The cheapest block has the
 * fewest cases in cells that are still shown.
 *
 * @returns a function from a class to the classes still to withhold for a block around it; `null` without one
 */
export function blockFinder(
  lattice: Lattice,
  pattern: Pattern,
  levels: readonly number[],
  order: number,
): BlockFinder {
  const { tables, cells, classOf, costs, members, layers } = lattice;
  const byCross = new Map(tables.map((table) => [table.dimensions.join(), table]));
  const cellAt = new Map<LatticeTable, ReadonlyMap<number, number>>(
    tables.map((table) => [table, new Map(table.keys.map((key, at) => [key, table.start + at]))]),
  );
  const tableOf = (cell: number): LatticeTable => {
    let low = 0;
    for (let high = tables.length - 1; low < high; ) {
      const middle = (low + high + 1) >> 1;
      if (tables[middle]!.start <= cell) low = middle;
      else high = middle - 1;
    }
    return tables[low]!;
  };

  return (found) => {
    // The coarsest cell of the class moves all others.
    const first = members[found]![0]!;
    const layer = Math.floor(first / cells);
    const table = tableOf(first % cells);
    const own = table.dimensions;
    if (own.length === 0 || own.length > order) return null;
    const base = levelsOf(table.keys[(first % cells) - table.start]!, own, levels);
    /** Classes that move with a cell when cases of some layers move; null where it is not possible. */
    const classesAt = (at: LatticeTable, of: ReadonlyMap<number, number>, moving: readonly number[]) => {
      let key = 0;
      for (const d of at.dimensions) key = key * (levels[d]! + 1) + of.get(d)!;
      const cell = cellAt.get(at)!.get(key);
      if (cell === undefined) return null;
      const moved = moving.map((one) => classOf[one * cells + cell]!);
      if (moved.includes(-1)) return null;
      for (let one = 0; one < layers; one++)
        if (!moving.includes(one) && moved.includes(classOf[one * cells + cell]!)) return null;
      return moved;
    };
    const others = levels.map((_, d) => d).filter((d) => !own.includes(d));
    let best: readonly number[] | null = null;
    let least = Number.POSITIVE_INFINITY;
    const all = Array.from({ length: layers }, (_, one) => one);
    const ways = [[layer], [0, layer], ...(layer === 0 ? all.map((one) => [0, one]) : []), all]
      .map((way) => [...new Set(way)])
      .filter((way, at, list) => list.findIndex((same) => same.join() === way.join()) === at);
    for (const moving of ways)
      eachAlternative(base, own, levels, (other) => {
        const corners = cornersOf(own, base, other);
        const needed = costly(corners.map((corner) => classesAt(table, corner, moving)));
        if (needed === null || needed.cost >= least) return;
        const whole = order > own.length ? extended(corners, needed, moving) : needed;
        if (whole === null || whole.cost >= least) return;
        least = whole.cost;
        best = whole.open;
      });
    return best;

    function costly(moved: readonly (readonly number[] | null)[]): Needed | null {
      const open = new Set<number>();
      let cost = 0;
      for (const classes of moved) {
        if (classes === null) return null;
        for (const at of classes) {
          if (pattern[at] !== shown || open.has(at)) continue;
          open.add(at);
          cost += costs[at]!;
        }
      }
      return { open: [...open], cost };
    }

    /** One level of each further dimension, dimension by dimension, and then the crosses of several. */
    function extended(
      corners: readonly ReadonlyMap<number, number>[],
      start: Needed,
      moving: readonly number[],
    ): Needed | null {
      let needed = start;
      const chosen = new Map<number, number>();
      for (const d of others) {
        const crosses = crossesWith(own, [...chosen.keys()], d, order);
        let pick: Needed | null = null;
        let level = -1;
        for (let code = 0; code <= levels[d]!; code++) {
          const at = crosses.flatMap((cross) =>
            corners.map((corner) =>
              classesAt(byCross.get(cross.join())!, new Map([...chosen, ...corner, [d, code]]), moving),
            ),
          );
          const here = costly(at);
          if (here !== null && (pick === null || here.cost < pick.cost)) {
            pick = here;
            level = code;
          }
        }
        if (pick === null) return null;
        chosen.set(d, level);
        needed = { open: [...new Set([...needed.open, ...pick.open])], cost: needed.cost + pick.cost };
        if (needed.cost >= least) return null;
      }
      return needed;
    }
  };
}

type Needed = { readonly open: readonly number[]; readonly cost: number };

/** Crosses of the lattice that hold all own dimensions, one more, and any of those chosen before. */
function crossesWith(own: readonly number[], chosen: readonly number[], more: number, order: number) {
  let all: (readonly number[])[] = [[...own, more]];
  for (const d of chosen)
    all = [...all, ...all.filter(({ length }) => length < order).map((cross) => [...cross, d])];
  return all.map((cross) => cross.toSorted((a, b) => a - b));
}

function levelsOf(
  key: number,
  own: readonly number[],
  levels: readonly number[],
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let rest = key;
  for (const d of own.toReversed()) {
    found.set(d, rest % (levels[d]! + 1));
    rest = Math.floor(rest / (levels[d]! + 1));
  }
  return found;
}

function eachAlternative(
  base: ReadonlyMap<number, number>,
  own: readonly number[],
  levels: readonly number[],
  work: (other: ReadonlyMap<number, number>) => void,
): void {
  const other = new Map<number, number>();
  const step = (at: number) => {
    if (at === own.length) return work(other);
    const d = own[at]!;
    for (let code = 0; code <= levels[d]!; code++) {
      if (code === base.get(d)) continue;
      other.set(d, code);
      step(at + 1);
    }
  };
  step(0);
}

const cornersOf = (
  own: readonly number[],
  base: ReadonlyMap<number, number>,
  other: ReadonlyMap<number, number>,
): readonly ReadonlyMap<number, number>[] =>
  Array.from(
    { length: 2 ** own.length },
    (_, corner) => new Map(own.map((d, at) => [d, ((corner >> at) & 1 ? other : base).get(d)!])),
  );
