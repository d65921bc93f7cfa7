import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "#kernel";
import { orderByValue } from "./order-by-value.ts";

/** Each row once, values rising, and rows of one value as the given order had them. */
function expectSorted(values: Float64Array, rows: Int32Array) {
  const order = orderByValue(values, rows);
  const compared = [...rows].map((row, place) => ({ row, place }));
  compared.sort((a, b) => compare(values[a.row]!, values[b.row]!) || a.place - b.place);
  let wrong = 0;
  for (const [at, { row }] of compared.entries()) if (order[at] !== row) wrong += 1;
  expect(wrong).toBe(0);
}

// The difference of two infinite values is no number.
const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

const all = (count: number) => Int32Array.from({ length: count }, (_, row) => row);

const count = 5000;
const draw = seededRandom(5);
const columns: Readonly<Record<string, (row: number) => number>> = {
  "one value": () => 3,
  "five values": () => Math.floor(5 * draw()),
  "already in order": (row) => row / 7,
  "in falling order": (row) => -row,
  "with infinities": (row) =>
    row % 3 === 0 ? Number.POSITIVE_INFINITY : row % 5 === 0 ? Number.NEGATIVE_INFINITY : draw(),
  "infinities alone": (row) => (row % 2 === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY),
  denormals: () => Math.floor(100 * draw()) * Number.MIN_VALUE,
  "a span that no number holds": (row) => (row % 2 === 0 ? -1 : 1) * 1.7e308 * draw(),
  "numbers near the largest": () => 1.7e308 + 1e300 * draw(),
  "two clusters far apart": (row) => (row % 2 === 0 ? draw() : 1e15 + Math.floor(1e6 * draw())),
  "one far outlier": (row) => (row === 17 ? 1e300 : draw()),
  "powers of ten": () => 10 ** (600 * draw() - 300),
  "outliers of outliers": (row) => 2 ** -(row % 1000),
  "zeros of both signs": (row) => (row % 2 === 0 ? 0 : -0),
  "differing in the last bit": (row) => 1 + (row % 50) * Number.EPSILON,
};

test.each(Object.entries(columns))("%s", (_, value) => {
  const values = Float64Array.from({ length: count }, (_value, row) => value(row));
  expectSorted(values, all(count));
});

test("rows of a part, in any order", () => {
  const values = Float64Array.from({ length: count }, () => Math.floor(50 * draw()));
  const rows = all(count)
    .filter((row) => row % 3 !== 0)
    .reverse();
  expectSorted(values, rows);
});

test("any doubles but those that are no number", () =>
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true }), { minLength: 0, maxLength: 300 }), (given) => {
      expectSorted(Float64Array.from(given), all(given.length));
    }),
    { seed: 7, numRuns: 300 },
  ));

test("columns that are dealt again and again stay fast", () => {
  const values = Float64Array.from({ length: 200_000 }, (_, row) => 2 ** -(row % 1000));
  const begun = performance.now();
  expectSorted(values, all(values.length));
  expect(performance.now() - begun).toBeLessThan(5000);
});
