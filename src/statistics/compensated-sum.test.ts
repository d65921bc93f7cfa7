import fc from "fast-check";
import { expect, test } from "vitest";
import { compensatedSum } from "./compensated-sum.ts";

test("what a plain sum loses is kept", () => {
  expect(compensatedSum([1, 1e100, 1, -1e100])).toBe(2);
  expect(compensatedSum([0.1, 0.2, 0.3])).toBe(0.6);
  expect(compensatedSum(Array.from({ length: 10 }, () => 0.1))).toBe(1);
});

test("nothing sums to 0, and an infinity stays one", () => {
  expect(compensatedSum([])).toBe(0);
  expect(compensatedSum([1, Number.POSITIVE_INFINITY, 2])).toBe(Number.POSITIVE_INFINITY);
  expect(compensatedSum([1, Number.NaN])).toBeNaN();
});

test("sums of whole numbers are exact, whatever the order", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), { maxLength: 200 }), (values) => {
      const exact = Number(values.reduce((sum, value) => sum + BigInt(value), 0n));
      expect(compensatedSum(values)).toBe(exact + 0);
      expect(compensatedSum([...values].reverse())).toBe(exact + 0);
    }),
  );
});

test("adding each number and its opposite gives 0 to within the last digit of the largest", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { maxLength: 100 }), (values) => {
      const sum = compensatedSum([...values, ...values.map((value) => -value)]);
      expect(Math.abs(sum)).toBeLessThanOrEqual(1e-15 * Math.max(1, ...values.map(Math.abs)));
    }),
  );
});
