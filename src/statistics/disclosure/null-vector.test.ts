import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nullVector, type SparseRows } from "./null-vector.ts";

const rowsOf = (columns: number, rows: readonly (readonly number[])[], firstIsMinus = false): SparseRows => {
  const from = [0];
  for (const row of rows) from.push(from.at(-1)! + row.length);
  return { columns, from: Int32Array.from(from), of: Int32Array.from(rows.flat()), firstIsMinus };
};

/** By elimination in fractions of doubles: whether the unit vector of a column is a combination of the rows. */
function isDetermined(columns: number, rows: readonly (readonly number[])[], column: number): boolean {
  const matrix = rows.map((row) => Array.from({ length: columns }, (_, at) => (row.includes(at) ? 1 : 0)));
  const wanted = Array.from({ length: columns }, (_, at) => (at === column ? 1 : 0));
  let done = 0;
  for (let pivot = 0; pivot < columns && done < matrix.length; pivot++) {
    const best = matrix.findIndex((row, at) => at >= done && Math.abs(row[pivot]!) > 1e-9);
    if (best < 0) continue;
    [matrix[done], matrix[best]] = [matrix[best]!, matrix[done]!];
    for (const row of [...matrix.slice(done + 1), wanted]) {
      const factor = row[pivot]! / matrix[done]![pivot]!;
      for (let at = 0; at < columns; at++) row[at]! -= factor * matrix[done]![at]!;
    }
    done++;
  }
  return wanted.every((value) => Math.abs(value) < 1e-9);
}

const systems = fc
  .integer({ min: 1, max: 9 })
  .chain((columns) =>
    fc.tuple(
      fc.constant(columns),
      fc.array(fc.uniqueArray(fc.integer({ min: 0, max: columns - 1 }), { minLength: 1 }), { maxLength: 9 }),
      fc.integer(),
    ),
  );

describe("a random vector of a null space", () => {
  test("is 0 at a column exactly where the rows determine it", () => {
    fc.assert(
      fc.property(systems, ([columns, rows, seed]) => {
        const { values } = nullVector(rowsOf(columns, rows), seed)!;
        for (let column = 0; column < columns; column++)
          expect(values[column] === 0).toBe(isDetermined(columns, rows, column));
      }),
    );
  });

  test("solves every row, the minus of a margin included", () => {
    const { values, prime } = nullVector(
      rowsOf(
        5,
        [
          [0, 1, 2],
          [0, 3, 4],
        ],
        true,
      ),
      3,
    )!;
    expect((values[1]! + values[2]! - values[0]! + prime) % prime).toBe(0);
    expect((values[3]! + values[4]! - values[0]! + prime) % prime).toBe(0);
    expect(values.every((value) => value > 0)).toBe(true);
  });

  test("is all chance where there is no row, and the same for the same seed", () => {
    const one = nullVector(rowsOf(50, []), 4)!;
    expect(one.values.every((value) => value > 0)).toBe(true);
    expect(nullVector(rowsOf(50, []), 4)).toEqual(one);
    expect(nullVector(rowsOf(50, []), 5)).not.toEqual(one);
  });

  test("is not made when it is stopped", () => {
    expect(nullVector(rowsOf(3, [[0, 1]]), 1, () => false)).toBe(null);
  });
});
