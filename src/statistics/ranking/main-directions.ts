// What a collection is about in a few dozen directions, found from which terms stand together in its records.

import { seededRandom } from "#kernel";
import type { TermRows } from "./term-rows.ts";

/** Places of the records along the directions: record `i` has `width` numbers from `i · width`. */
export type MainDirections = {
  readonly width: number;
  readonly places: Float64Array;
  /** Part of a term in each direction before a record's place is scaled: `width` numbers from `slot · width`. */
  readonly parts: Float32Array;
  /** Slot of each shared column; -1 where no record of the sample has the term. */
  readonly slots: Int32Array;
  /** The middle of the sample, by direction. */
  readonly middle: Float64Array;
  /** What each record's place was divided by. */
  readonly lengths: Float64Array;
};

/** Records the directions are found from; all others are placed along them. */
const sampleSize = 2_000;
const rounds = 5;
/** Keeps records that share little with any other near the middle. */
const reserve = 0.3;

/**
 * Places each record along the main directions of the collection, so that two records that use different words
 * of one subject come near each other.
 *
 * With `K` the products of all rows, centred, two records are alike in the second order when they are like the
 * same third records: `K²`. Its leading `width` eigenvectors `u` with eigenvalues `λ` of `K` give the places
 * `zᵢ = uᵢ (λ − μ)`, with `μ` the mean square of the rows, which every record shares with itself alone; each
 * place is then divided by `√(0.3 + |zᵢ|²)`. Found by subspace iteration from seeded starts over at most 2,000
 * records spread over the collection.
 *
 * @param rows of `termRows`
 * @param width number of directions; fewer where there are fewer records
 * @limits Found from the words of this collection alone: in small ones they say little, which is why places
 *   near the middle stay short. With more than 2,000 records, subjects of a handful of them may have no
 *   direction.
 * @returns places, and what is needed to lead a place back to terms
 * @source latent semantic analysis after Deerwester et al. (1990), JASIS 41(6), with squared eigenvalues;
 *   subspace iteration after Halko, Martinsson and Tropp (2011), SIAM Review 53(2)
 */
export function mainDirections(rows: TermRows, width: number): MainDirections {
  const size = Math.min(rows.size, sampleSize);
  const wide = Math.max(0, Math.min(width, size - 2));
  const sample = Uint32Array.from({ length: size }, (_, i) => Math.floor((i * rows.size) / size));
  const { slots, used } = slotsOf(rows, sample);
  const parts = new Float32Array(used * wide);
  const random = seededRandom(1);
  const basis = Array.from({ length: wide }, () => Float64Array.from(sample, () => random() - 0.5));
  let strengths = orthonormal(basis);
  for (let round = 0; round < rounds; round++) {
    gather(rows, sample, slots, basis, parts);
    sample.forEach((row, i) => {
      const place = placeOf(rows, row, slots, parts, wide);
      for (let a = 0; a < wide; a++) basis[a]![i] = place[a]!;
    });
    strengths = orthonormal(basis);
  }
  const itself = sample.reduce((sum, row) => sum + sharedSquare(rows, row), 0) / Math.max(1, size);
  basis.forEach((direction, a) => {
    const share = Math.max(0, 1 - itself / (strengths[a]! || 1));
    for (let i = 0; i < size; i++) direction[i]! *= share;
  });
  gather(rows, sample, slots, basis, parts);
  return { width: wide, parts, slots, ...placed(rows, sample, slots, parts, wide) };
}

function slotsOf(rows: TermRows, sample: Uint32Array) {
  const slots = new Int32Array(rows.shared).fill(-1);
  let used = 0;
  for (const row of sample)
    for (let k = rows.starts[row]!; k < rows.alone[row]!; k++)
      if (slots[rows.columns[k]!] === -1) slots[rows.columns[k]!] = used++;
  return { slots, used };
}

const sharedSquare = ({ starts, alone, values }: TermRows, row: number): number => {
  let sum = 0;
  for (let k = starts[row]!; k < alone[row]!; k++) sum += values[k]! ** 2;
  return sum;
};

/** `parts = Xᵀ basis` over the sample. */
function gather(
  rows: TermRows,
  sample: Uint32Array,
  slots: Int32Array,
  basis: readonly Float64Array[],
  parts: Float32Array,
): void {
  const wide = basis.length;
  const own = new Float64Array(wide);
  parts.fill(0);
  sample.forEach((row, i) => {
    for (let a = 0; a < wide; a++) own[a] = basis[a]![i]!;
    for (let k = rows.starts[row]!; k < rows.alone[row]!; k++) {
      const at = slots[rows.columns[k]!]! * wide;
      const value = rows.values[k]!;
      for (let a = 0; a < wide; a++) parts[at + a]! += value * own[a]!;
    }
  });
}

/** A row times the parts. */
function placeOf(
  rows: TermRows,
  row: number,
  slots: Int32Array,
  parts: Float32Array,
  wide: number,
): Float64Array {
  const place = new Float64Array(wide);
  for (let k = rows.starts[row]!; k < rows.alone[row]!; k++) {
    const slot = slots[rows.columns[k]!]!;
    if (slot === -1) continue;
    const value = rows.values[k]!;
    for (let a = 0; a < wide; a++) place[a]! += value * parts[slot * wide + a]!;
  }
  return place;
}

/** Centres the vectors and makes them orthogonal and of length one; returns their lengths before. */
function orthonormal(basis: readonly Float64Array[]): Float64Array {
  const lengths = new Float64Array(basis.length);
  basis.forEach((vector, a) => {
    const mean = vector.reduce((sum, value) => sum + value, 0) / vector.length;
    for (let i = 0; i < vector.length; i++) vector[i]! -= mean;
    const before = Math.sqrt(dot(vector, vector));
    // Twice is enough: what rounding leaves after the first pass goes with the second.
    for (let pass = 0; pass < 2; pass++)
      for (const other of basis.slice(0, a)) {
        const share = dot(vector, other);
        for (let i = 0; i < vector.length; i++) vector[i]! -= share * other[i]!;
      }
    const length = Math.sqrt(dot(vector, vector));
    lengths[a] = length;
    const scale = length > 1e-9 * before ? 1 / length : 0;
    for (let i = 0; i < vector.length; i++) vector[i]! *= scale;
  });
  return lengths;
}

const dot = (one: Float64Array, other: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += one[i]! * other[i]!;
  return sum;
};

function placed(rows: TermRows, sample: Uint32Array, slots: Int32Array, parts: Float32Array, wide: number) {
  const middle = new Float64Array(wide);
  for (const row of sample)
    placeOf(rows, row, slots, parts, wide).forEach((value, a) => {
      middle[a]! += value / sample.length;
    });
  const places = new Float64Array(rows.size * wide);
  const lengths = new Float64Array(rows.size);
  for (let row = 0; row < rows.size; row++) {
    const place = placeOf(rows, row, slots, parts, wide);
    let square = reserve;
    for (let a = 0; a < wide; a++) square += (place[a]! - middle[a]!) ** 2;
    const length = Math.sqrt(square);
    lengths[row] = length;
    for (let a = 0; a < wide; a++) places[row * wide + a] = (place[a]! - middle[a]!) / length;
  }
  return { middle, places, lengths };
}
