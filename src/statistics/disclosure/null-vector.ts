// A vector drawn at random from the null space of a sparse matrix of whole numbers, exactly, in the arithmetic of
// remainders modulo a prime: no tolerance has to tell a small number from none.

import { seededRandom } from "#kernel";

/** Rows of a matrix: the columns of each, with factors of 1 or, where `minus` says so, -1 for the first of them. */
export type SparseRows = {
  readonly columns: number;
  readonly from: Int32Array;
  readonly of: Int32Array;
  /** Whether the first column of every row counts negatively. */
  readonly firstIsMinus: boolean;
};

export type NullVector = {
  readonly prime: number;
  /** By column, a remainder. */
  readonly values: Float64Array;
  readonly iterations: number;
};

/**
 * By Lanczos's method over a finite field: with B = AᵀDA, D random and diagonal, and z a random vector, B y = B z
 * is solved in as many steps as B has rank; z − y then lies in the null space. The result is checked row by
 * row; where chance made a step impossible (one time in a million) it is drawn again. Primes lie below 2²⁶, so
 * that products are exact in double precision.
 *
 * @param onward told the steps done and the most there can be; answers whether to go on
 * @returns `null` when stopped
 * @source LaMacchia and Odlyzko (1991), Solving large sparse linear systems over finite fields, CRYPTO '90;
 *   Eberly and Kaltofen (1997), On randomized Lanczos algorithms, ISSAC '97
 */
export function nullVector(
  rows: SparseRows,
  seed: number,
  onward: (done: number, most: number) => boolean = () => true,
): NullVector | null {
  for (let attempt = 0; ; attempt++) {
    const draw = seededRandom(seed + 7919 * attempt);
    const prime = primeFrom(2 ** 25 + Math.floor(draw() * 2 ** 24.5));
    const found = lanczos(rows, prime, draw, onward);
    if (found === null) return null;
    if (isInNullSpace(rows, found.values, prime)) return { prime, ...found };
    if (attempt > 20) throw new Error("nullVector: no vector after twenty draws");
  }
}

function lanczos(
  rows: SparseRows,
  prime: number,
  draw: () => number,
  onward: (done: number, most: number) => boolean,
): { readonly values: Float64Array; readonly iterations: number } | null {
  const { columns } = rows;
  const size = rows.from.length - 1;
  const random = () => 1 + Math.floor(draw() * (prime - 1));
  const diagonal = Float64Array.from({ length: size }, random);
  const z = Float64Array.from({ length: columns }, random);
  const inner = new Float64Array(size);
  const apply = (vector: Float64Array, into: Float64Array) => {
    timesRows(rows, vector, inner);
    for (let row = 0; row < size; row++)
      inner[row] = remainder(remainder(inner[row]!, prime) * diagonal[row]!, prime);
    timesColumns(rows, inner, into);
    for (let column = 0; column < columns; column++) into[column] = remainder(into[column]!, prime);
  };
  const b = new Float64Array(columns);
  apply(z, b);
  let w: Float64Array = b.slice();
  let before: Float64Array = new Float64Array(columns);
  let applied: Float64Array = new Float64Array(columns);
  let appliedBefore: Float64Array = new Float64Array(columns);
  let normBefore = 0;
  let iterations = 0;
  for (; iterations <= columns; iterations++) {
    if (iterations % 100 === 0 && !onward(iterations, columns)) return null;
    if (w.every((value) => value === 0)) break;
    apply(w, applied);
    const norm = dot(w, applied, prime);
    if (norm === 0) break;
    const inverse = inverseOf(norm, prime);
    const share = remainder(dot(w, b, prime) * inverse, prime);
    const one = remainder(dot(applied, applied, prime) * inverse, prime);
    const two =
      normBefore === 0
        ? 0
        : remainder(dot(applied, appliedBefore, prime) * inverseOf(normBefore, prime), prime);
    // In the place of the vector before the last, which is not needed any more.
    for (let at = 0; at < columns; at++) {
      const here = w[at]!;
      z[at] = remainder(z[at]! - share * here, prime);
      before[at] = remainder(
        applied[at]! - remainder(one * here, prime) - remainder(two * before[at]!, prime),
        prime,
      );
    }
    [w, before] = [before, w];
    [applied, appliedBefore] = [appliedBefore, applied];
    normBefore = norm;
  }
  return { values: z, iterations };
}

function isInNullSpace(rows: SparseRows, vector: Float64Array, prime: number): boolean {
  const moved = new Float64Array(rows.from.length - 1);
  timesRows(rows, vector, moved);
  return moved.every((value) => remainder(value, prime) === 0);
}

function timesRows({ from, of, firstIsMinus }: SparseRows, vector: Float64Array, into: Float64Array): void {
  for (let row = 0; row < into.length; row++) {
    const start = from[row]!;
    const end = from[row + 1]!;
    let sum = 0;
    for (let at = start; at < end; at++) sum += vector[of[at]!]!;
    if (firstIsMinus && end > start) sum -= 2 * vector[of[start]!]!;
    into[row] = sum;
  }
}

function timesColumns(
  { from, of, firstIsMinus }: SparseRows,
  values: Float64Array,
  into: Float64Array,
): void {
  into.fill(0);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    const start = from[row]!;
    const end = from[row + 1]!;
    for (let at = start; at < end; at++) into[of[at]!]! += value;
    if (firstIsMinus && end > start) into[of[start]!]! -= 2 * value;
  }
}

/** Between 0 and the prime, of whole numbers of less than 2⁵³ in size. */
function remainder(value: number, prime: number): number {
  const rest = value - prime * Math.floor(value / prime);
  return rest >= prime ? rest - prime : rest < 0 ? rest + prime : rest;
}

function dot(one: Float64Array, two: Float64Array, prime: number): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += remainder(one[at]! * two[at]!, prime);
  return remainder(sum, prime);
}

/** By Fermat: the power p − 2. */
function inverseOf(value: number, prime: number): number {
  let power = 1;
  let square = value;
  for (let rest = prime - 2; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power = remainder(power * square, prime);
    square = remainder(square * square, prime);
  }
  return power;
}

function primeFrom(start: number): number {
  for (let candidate = start | 1; ; candidate += 2) {
    let divides = false;
    for (let by = 3; by * by <= candidate && !divides; by += 2) divides = candidate % by === 0;
    if (!divides) return candidate;
  }
}
