// The audit: whether anything that is withheld could be computed from what is open, by any number of questions.

import { type Pattern, shown } from "./complements.ts";
import { eachType, type Lattice } from "./lattice.ts";
import { nullVector, type SparseRows } from "./null-vector.ts";

/** What one vector showed. */
export type Audit = {
  /** Classes that are withheld and do not move while the open ones stand still: they can be computed. */
  readonly determined: readonly number[];
  /** Withheld classes, unknowns and equations of the system, and the steps that it took. */
  readonly withheld: number;
  readonly unknowns: number;
  readonly equations: number;
  readonly iterations: number;
  readonly prime: number;
};

type Watch = (done: number, most: number) => boolean;

/**
 * The witness over tables: unknown is every withheld cell, known is that each margin is the sum of its parts. A
 * random solution of these sums in which open cells stand still moves every withheld cell, save those that some
 * combination of open cells gives away.
 *
 * @param apart takes the cells of those with a value as others than the cells of all, also where nobody lacks one
 */
export function auditTables(
  lattice: Lattice,
  pattern: Pattern,
  seed: number,
  watch: Watch,
  apart = false,
): Audit | null {
  const { sums, classes, layers, cells, members } = lattice;
  const place = new Int32Array(classes * layers).fill(-1);
  const unknown: number[] = [];
  const at = (found: number, layer: number) => (apart ? layer * classes + found : found);
  members.forEach((list, found) => {
    if (pattern[found] === shown) return;
    for (const layer of new Set(list.map((cell) => Math.floor(cell / cells)))) {
      const own = at(found, layer);
      if (place[own]! < 0) place[own] = unknown.push(found) - 1;
    }
  });
  // One more unknown stands in the place of open margins, and a row of its own holds it at 0.
  const still = unknown.length;
  const from = [0];
  const of: number[] = [];
  for (let sum = 0; sum < sums.margin.length; sum++) {
    const layer = sums.layer[sum]!;
    const margin = place[at(sums.margin[sum]!, layer)]!;
    const begin = of.push(margin < 0 ? still : margin);
    for (let part = sums.from[sum]!; part < sums.from[sum + 1]!; part++) {
      const own = place[at(sums.parts[part]!, layer)]!;
      if (own >= 0) of.push(own);
    }
    if (margin < 0 && of.length === begin) of.pop();
    else from.push(of.length);
  }
  of.push(still);
  from.push(of.length);
  const rows = {
    columns: still + 1,
    from: Int32Array.from(from),
    of: Int32Array.from(of),
    firstIsMinus: true,
  };
  const vector = nullVector(rows, seed, watch);
  if (vector === null) return null;
  return {
    determined: [...new Set(unknown.filter((_, one) => vector.values[one] === 0))],
    withheld: new Set(unknown).size,
    unknowns: unknown.length,
    equations: rows.from.length - 1,
    iterations: vector.iterations,
    prime: vector.prime,
  };
}

/**
 * The witness over respondents, which asks for more: unknown is how many respondents there are of every type that
 * occurs, known are the open cells. Who knew which combinations of all answers occur, and nothing of how often,
 * could still not compute what moves here; and as every such number is above 0, a little of the movement added
 * to it gives other respondents with the same open cells.
 */
export function auditRespondents(
  lattice: Lattice,
  pattern: Pattern,
  seed: number,
  watch: Watch,
): Audit | null {
  const { types, classes } = lattice;
  const rows = openRows(lattice, pattern);
  const vector = nullVector(rows, seed, watch);
  if (vector === null) return null;
  const moved = new Float64Array(classes);
  eachMember(lattice, (type, found) => {
    moved[found]! += vector.values[type]!;
  });
  const withheld = Array.from(moved.keys()).filter((found) => pattern[found] !== shown);
  return {
    determined: withheld.filter((found) => moved[found]! % vector.prime === 0),
    withheld: withheld.length,
    unknowns: types,
    equations: rows.from.length - 1,
    iterations: vector.iterations,
    prime: vector.prime,
  };
}

/** The open cells, as sums of types: without those whose parts in one dimension are all open. */
function openRows(lattice: Lattice, pattern: Pattern): SparseRows {
  const { sums, types, classes } = lattice;
  const used = Uint8Array.from(pattern, (state) => (state === shown ? 1 : 0));
  for (let sum = 0; sum < sums.margin.length; sum++) {
    let all = true;
    for (let at = sums.from[sum]!; at < sums.from[sum + 1]! && all; at++)
      all = pattern[sums.parts[at]!] === shown;
    if (all) used[sums.margin[sum]!] = 0;
  }
  const starts = new Int32Array(classes + 1);
  eachMember(lattice, (_, found) => {
    if (used[found] === 1) starts[found + 1]!++;
  });
  for (let at = 0; at < classes; at++) starts[at + 1]! += starts[at]!;
  const next = starts.slice();
  const of = new Int32Array(starts[classes]!);
  eachMember(lattice, (type, found) => {
    if (used[found] === 1) of[next[found]!++] = type;
  });
  const from = [0];
  for (let found = 0; found < classes; found++) if (used[found] === 1) from.push(starts[found + 1]!);
  return { columns: types, from: Int32Array.from(from), of, firstIsMinus: false };
}

/** Calls for each class with each type in it, once. */
function eachMember(lattice: Lattice, work: (type: number, found: number) => void): void {
  const { tables, layers, cells, classOf, members } = lattice;
  for (let layer = 0; layer < layers; layer++)
    for (const { cellOf } of tables)
      eachType(lattice, layer, (type) => {
        const cell = layer * cells + cellOf[type]!;
        const found = classOf[cell]!;
        if (members[found]![0] === cell) work(type, found);
      });
}
