// Which cells may not be shown for their own sake, and whether several together could be shown as one.

import { eachType, type Lattice } from "./lattice.ts";

export type SensitiveCells = {
  /** By class. */
  readonly isSensitive: (found: number) => boolean;
  readonly mayShowTogether: (classes: readonly number[]) => boolean;
};

/** By class of one layer: what its cases contribute, and the two largest of them. */
type Contributions = {
  readonly has: Uint8Array;
  readonly total: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
};

/**
 * A cell is sensitive with fewer cases than the minimum; and, where a percentage is given, if the case with the
 * second largest value could compute the largest one to within that percentage from the cell's total: what the
 * others contribute is less than p % of the largest (the p-percent rule, over absolute values).
 *
 * @source Hundepool et al. (2012), Statistical Disclosure Control, section 4.2.2
 */
export function sensitiveCells(
  lattice: Lattice,
  measured: readonly Float64Array[],
  minimumCases: number,
  dominancePercent: number | null,
): SensitiveCells {
  const { counts } = lattice;
  const layers = dominancePercent === null ? [] : contributionsOf(lattice, measured);
  const isDominated = (total: number, first: number, second: number) =>
    first > 0 && total - first - second < (dominancePercent! / 100) * first;
  return {
    isSensitive: (found) =>
      counts[found]! < minimumCases ||
      layers.some(
        ({ has, total, first, second }) =>
          has[found] === 1 && isDominated(total[found]!, first[found]!, second[found]!),
      ),
    mayShowTogether: (classes) => {
      let cases = 0;
      for (const found of classes) cases += counts[found]!;
      if (cases < minimumCases) return false;
      return layers.every(({ has, total, first, second }) => {
        if (!classes.every((found) => has[found] === 1)) return true;
        let sum = 0;
        let largest = 0;
        let next = 0;
        for (const found of classes) {
          sum += total[found]!;
          for (const value of [first[found]!, second[found]!])
            if (value > largest) {
              next = largest;
              largest = value;
            } else if (value > next) next = value;
        }
        return !isDominated(sum, largest, next);
      });
    },
  };
}

function contributionsOf(lattice: Lattice, measured: readonly Float64Array[]): readonly Contributions[] {
  const { tables, cells, types, typeOfRow, classOf, classes, members } = lattice;
  const rowsOf: number[][] = Array.from({ length: types }, () => []);
  typeOfRow.forEach((type, row) => {
    if (type >= 0) rowsOf[type]!.push(row);
  });
  return measured.map((values, at) => {
    const layer = at + 1;
    const found = {
      has: new Uint8Array(classes),
      total: new Float64Array(classes),
      first: new Float64Array(classes),
      second: new Float64Array(classes),
    };
    const { has, total, first, second } = found;
    // A class is added up once, at the first of its cells in this layer.
    const own = members.map((list) => list.find((cell) => Math.floor(cell / cells) === layer) ?? -1);
    for (const { cellOf } of tables)
      eachType(lattice, layer, (type) => {
        const cell = layer * cells + cellOf[type]!;
        const of = classOf[cell]!;
        if (own[of] !== cell) return;
        has[of] = 1;
        for (const row of rowsOf[type]!) {
          const value = Math.abs(values[row]!);
          total[of]! += value;
          if (value > first[of]!) {
            second[of] = first[of]!;
            first[of] = value;
          } else if (value > second[of]!) second[of] = value;
        }
      });
    return found;
  });
}
