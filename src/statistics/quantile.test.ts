import fc from "fast-check";
import { expect, test } from "vitest";
import { type QuantileType, quantile, quantileTypes } from "./quantile.ts";

// Expected numbers: the definitions of Hyndman and Fan (1996), table 1, worked in exact fractions.
const seven = [3.1, 0.4, 7.7, 5.5, 1.2, 9.9, 2.6];
const ten = [10, 2, 9, 4, 5, 7, 6, 8, 3, 1];
const table: readonly (readonly [readonly number[], number, readonly number[]])[] = [
  [seven, 0, [0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4]],
  [seven, 0.1, [0.4, 0.4, 0.4, 0.4, 0.56, 0.4, 0.88, 0.453333333333, 0.48]],
  [seven, 0.25, [1.2, 1.2, 1.2, 1, 1.55, 1.2, 1.9, 1.433333333333, 1.4625]],
  [seven, 0.5, [3.1, 3.1, 3.1, 2.85, 3.1, 3.1, 3.1, 3.1, 3.1]],
  [seven, 0.6, [5.5, 5.5, 3.1, 3.58, 4.78, 5.02, 4.54, 4.86, 4.84]],
  [seven, 0.9, [9.9, 9.9, 7.7, 8.36, 9.46, 9.9, 8.58, 9.753333333333, 9.68]],
  [ten, 0.1, [1, 1.5, 1, 1, 1.5, 1.1, 1.9, 1.366666666667, 1.4]],
  [ten, 0.25, [3, 3, 2, 2.5, 3, 2.75, 3.25, 2.916666666667, 2.9375]],
  [ten, 0.5, [5, 5.5, 5, 5, 5.5, 5.5, 5.5, 5.5, 5.5]],
  [ten, 0.6, [6, 6.5, 6, 6, 6.5, 6.6, 6.4, 6.533333333333, 6.525]],
  [ten, 0.9, [9, 9.5, 9, 9, 9.5, 9.9, 9.1, 9.633333333333, 9.6]],
  [ten, 1, [10, 10, 10, 10, 10, 10, 10, 10, 10]],
];

const quantileOf = (values: readonly number[], p: number, type?: QuantileType): number => {
  const result = quantile(values, p, type);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.value;
};

test.each(table)("all nine definitions agree with exact fractions: %j at %d", (values, p, expected) => {
  for (const type of quantileTypes) expect(quantileOf(values, p, type)).toBeCloseTo(expected[type - 1]!, 11);
});

test("the default is type 7", () => {
  expect(quantileOf(seven, 0.6)).toBe(quantileOf(seven, 0.6, 7));
  expect(quantileOf([0.875, 0.5, 0.25, 0, 0.875], 0.6)).toBeCloseTo(0.65, 14);
});

const sample = fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 40 });
const anyType = fc.constantFrom(...quantileTypes);
const share = fc.double({ noNaN: true, min: 0, max: 1 });

test("a quantile lies between the lowest and the highest value", () => {
  fc.assert(
    fc.property(sample, share, anyType, (values, p, type) => {
      const q = quantileOf(values, p, type);
      return q >= Math.min(...values) && q <= Math.max(...values);
    }),
  );
});

test("a larger probability never gives a smaller quantile", () => {
  fc.assert(
    fc.property(sample, share, share, anyType, (values, p, r, type) => {
      const slack = 1e-6; // interpolation rounds; the values go up to 1e9
      expect(quantileOf(values, Math.min(p, r), type)).toBeLessThanOrEqual(
        quantileOf(values, Math.max(p, r), type) + slack,
      );
    }),
  );
});

test("the order of the values does not matter, to the bit", () => {
  fc.assert(
    fc.property(sample, share, anyType, (values, p, type) => {
      expect(quantileOf([...values].reverse(), p, type)).toBe(quantileOf(values, p, type));
    }),
  );
});

test("doubling all values doubles the quantile, to the bit", () => {
  fc.assert(
    fc.property(sample, share, anyType, (values, p, type) => {
      const doubled = quantileOf(
        values.map((v) => 2 * v),
        p,
        type,
      );
      expect(Math.abs(doubled - 2 * quantileOf(values, p, type))).toBeLessThanOrEqual(1e-300);
    }),
  );
});

test("no values, a value that is not finite and a probability outside 0 to 1 are refused", () => {
  for (const [values, p, code] of [
    [[], 0.5, "statistics.no-values"],
    [[1, Number.NaN], 0.5, "statistics.value-not-finite"],
    [[1], 60, "statistics.probability-out-of-range"],
    [[1], Number.NaN, "statistics.probability-out-of-range"],
  ] as const) {
    const result = quantile(values, p);
    expect(result.ok ? "accepted" : result.problems[0]?.code).toBe(code);
  }
});

test("a place that misses a whole number by rounding only counts as that number", () => {
  expect(0.07 * 100).toBeGreaterThan(7);
  const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
  expect(quantileOf(hundred, 0.07, 1)).toBe(7);
  expect(quantileOf(hundred, 0.07, 2)).toBe(7.5);
  expect(quantileOf(hundred, 0.07, 4)).toBe(7);
});
