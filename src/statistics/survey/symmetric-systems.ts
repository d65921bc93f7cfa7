import { rotateToDiagonal } from "../rotate-to-diagonal.ts";

/** Lower triangle L with `L Lᵀ = A`; `null` where A is not positive definite within rounding. */
export function choleskyFactor(a: Float64Array, n: number): Float64Array | null {
  const factor = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= factor[i * n + k]! * factor[j * n + k]!;
      if (i > j) factor[i * n + j] = sum / factor[j * n + j]!;
      else if (sum > 1e-12 * Math.abs(a[i * n + i]!)) factor[i * n + i] = Math.sqrt(sum);
      else return null;
    }
  return factor;
}

/** Solves `L x = b` in place for each column of b (n by `columns`, by rows). */
function solveLower(factor: Float64Array, n: number, b: Float64Array, columns: number): void {
  for (let c = 0; c < columns; c++)
    for (let i = 0; i < n; i++) {
      let sum = b[i * columns + c]!;
      for (let k = 0; k < i; k++) sum -= factor[i * n + k]! * b[k * columns + c]!;
      b[i * columns + c] = sum / factor[i * n + i]!;
    }
}

/** The x of `A x = b` from the factor of A, for each column of b (n by `columns`, by rows). */
export function solveFactored(
  factor: Float64Array,
  n: number,
  b: Float64Array,
  columns: number,
): Float64Array {
  const x = b.slice();
  solveLower(factor, n, x, columns);
  for (let c = 0; c < columns; c++)
    for (let i = n - 1; i >= 0; i--) {
      let sum = x[i * columns + c]!;
      for (let k = i + 1; k < n; k++) sum -= factor[k * n + i]! * x[k * columns + c]!;
      x[i * columns + c] = sum / factor[i * n + i]!;
    }
  return x;
}

/** Product of two matrices by rows: (n by k) · (k by m). */
export function product(a: Float64Array, b: Float64Array, n: number, k: number, m: number): Float64Array {
  const c = new Float64Array(n * m);
  for (let i = 0; i < n; i++)
    for (let l = 0; l < k; l++) {
      const value = a[i * k + l]!;
      if (value !== 0) for (let j = 0; j < m; j++) c[i * m + j]! += value * b[l * m + j]!;
    }
  return c;
}

export function transposed(a: Float64Array, n: number, m: number): Float64Array {
  const b = new Float64Array(n * m);
  for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) b[j * n + i] = a[i * m + j]!;
  return b;
}

/** `M V Mᵀ` for M of n by k and V of k by k. */
export const sandwich = (m: Float64Array, v: Float64Array, n: number, k: number): Float64Array =>
  product(product(m, v, n, k, k), transposed(m, n, k), n, k, n);

/**
 * Eigenvalues of `D⁻¹ N` for symmetric N and positive definite D, highest first.
 *
 * @returns `null` where D is not positive definite
 */
export function relativeEigenvalues(
  numerator: Float64Array,
  denominator: Float64Array,
  n: number,
): readonly number[] | null {
  const factor = choleskyFactor(denominator, n);
  if (factor === null) return null;
  const half = numerator.slice();
  solveLower(factor, n, half, n);
  const turned = transposed(half, n, n);
  solveLower(factor, n, turned, n);
  const rows = Array.from({ length: n }, (_, i) =>
    Float64Array.from({ length: n }, (_, j) => (turned[i * n + j]! + turned[j * n + i]!) / 2),
  );
  rotateToDiagonal(rows);
  return rows.map((row, i) => row[i]!).sort((a, b) => b - a);
}
