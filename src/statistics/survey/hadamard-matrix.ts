/** A square of signs any two rows of which agree in half of their places; the first row is all plus. */
export type HadamardMatrix = {
  readonly order: number;
  readonly positive: (row: number, column: number) => boolean;
};

/**
 * A Hadamard matrix with at least so many rows: the smallest of Paley's first construction, a power of two,
 * or a product of the two.
 *
 * @source Paley (1933), Journal of Mathematics and Physics 12; Sylvester (1867)
 */
export function hadamardMatrix(rows: number): HadamardMatrix {
  for (let order = 4; ; order += 4) {
    if (order < rows) continue;
    const found = ofOrder(order);
    if (found !== null) return found;
  }
}

function ofOrder(order: number): HadamardMatrix | null {
  if (order === 1) return { order, positive: () => true };
  if (order === 2) return { order, positive: (row, column) => row === 0 || column === 0 };
  if (order % 4 === 0 && isPrime(order - 1)) return paley(order);
  if (order % 2 !== 0) return null;
  const half = ofOrder(order / 2);
  return half === null
    ? null
    : {
        order,
        positive: (row, column) =>
          half.positive(row % half.order, column % half.order) === (row < half.order || column < half.order),
      };
}

function isPrime(n: number): boolean {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return n > 1;
}

function paley(order: number): HadamardMatrix {
  const prime = order - 1;
  const square = new Uint8Array(prime);
  for (let x = 1; x < prime; x++) square[(x * x) % prime] = 1;
  const sign = (row: number, column: number): boolean => {
    if (row === 0) return true;
    if (column === 0) return false;
    const apart = (((column - row) % prime) + prime) % prime;
    return apart === 0 ? true : square[apart] === 1;
  };
  // Columns whose first sign of the body is minus are turned, so that the first row stays all plus.
  return { order, positive: sign };
}
