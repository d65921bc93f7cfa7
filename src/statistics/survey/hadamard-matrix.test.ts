import { expect, test } from "vitest";
import { hadamardMatrix } from "./hadamard-matrix.ts";

test("all orders up to 200: rows are orthogonal, the first is all plus", () => {
  const orders = new Set<number>();
  for (let rows = 1; rows <= 200; rows++) {
    const { order, positive } = hadamardMatrix(rows);
    expect(order).toBeGreaterThanOrEqual(rows);
    if (orders.has(order)) continue;
    orders.add(order);
    const signs = Array.from({ length: order }, (_, row) =>
      Int8Array.from({ length: order }, (_sign, column) => (positive(row, column) ? 1 : -1)),
    );
    expect(signs[0]!.every((sign) => sign === 1)).toBe(true);
    let crossed = 0;
    for (let i = 0; i < order; i++)
      for (let j = 0; j < i; j++) {
        let product = 0;
        for (let k = 0; k < order; k++) product += signs[i]![k]! * signs[j]![k]!;
        if (product !== 0) crossed += 1;
      }
    expect(crossed, `order ${order}`).toBe(0);
  }
  // Paley's first construction and doubling leave gaps; the next order takes their place.
  expect(orders.size).toBeGreaterThan(30);
  expect(hadamardMatrix(3).order).toBe(4);
  expect(hadamardMatrix(21).order).toBe(24);
});
