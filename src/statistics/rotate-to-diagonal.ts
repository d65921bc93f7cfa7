/**
 * Turns a symmetric matrix in place until it is diagonal; the columns of the answer are its vectors.
 *
 * @source Golub and Van Loan, Matrix Computations, section 8.5 (Jacobi's rotations)
 */
export function rotateToDiagonal(matrix: readonly Float64Array[]): readonly Float64Array[] {
  const n = matrix.length;
  const vectors = matrix.map((_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 100; sweep++) {
    let off = 0;
    let diagonal = 0;
    for (let i = 0; i < n; i++) {
      diagonal += matrix[i]![i]! ** 2;
      for (let j = i + 1; j < n; j++) off += matrix[i]![j]! ** 2;
    }
    if (off <= 1e-32 * diagonal) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(matrix, vectors, p, q);
  }
  return vectors;
}

function rotate(
  matrix: readonly Float64Array[],
  vectors: readonly Float64Array[],
  p: number,
  q: number,
): void {
  const apart = matrix[p]![q]!;
  if (apart === 0) return;
  const theta = (matrix[q]![q]! - matrix[p]![p]!) / (2 * apart);
  const tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  const turn = (row: Float64Array) => {
    const [a, b] = [row[p]!, row[q]!];
    row[p] = cosine * a - sine * b;
    row[q] = sine * a + cosine * b;
  };
  for (const row of matrix) turn(row);
  for (let k = 0; k < matrix.length; k++) {
    const [a, b] = [matrix[p]![k]!, matrix[q]![k]!];
    matrix[p]![k] = cosine * a - sine * b;
    matrix[q]![k] = sine * a + cosine * b;
  }
  for (const row of vectors) turn(row);
}
