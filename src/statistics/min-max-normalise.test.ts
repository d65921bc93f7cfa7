import fc from "fast-check";
import { expect, test } from "vitest";
import { minMaxNormalise } from "./min-max-normalise.ts";

test("the worked values of an indicator with more and one with less as better", () => {
  expect([20, 10, 5, 15, 0].map((x) => minMaxNormalise(x, 0, 20))).toEqual([1, 0.5, 0.25, 0.75, 0]);
  expect([10, 30, 40, 50, 20].map((x) => minMaxNormalise(x, 10, 50, { direction: -1 }))).toEqual([
    1, 0.5, 0.25, 0, 0.75,
  ]);
});

test("an indicator that does not vary has no normalised value", () => {
  expect(minMaxNormalise(3, 3, 3)).toBeNull();
});

test("a value outside the reference range is not cut off", () => {
  expect(minMaxNormalise(30, 0, 20)).toBe(1.5);
});

const range = fc
  .tuple(
    fc.integer({ min: -1e6, max: 1e6 }),
    fc.integer({ min: 1, max: 1e6 }),
    fc.double({ noNaN: true, min: 0, max: 1 }),
  )
  .map(([minimum, width, share]) => ({ minimum, maximum: minimum + width, value: minimum + share * width }));

test("the ends are exact and everything between stays between, on any scale", () => {
  fc.assert(
    fc.property(range, fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 99 }), (r, low, width) => {
      const scale = { low, high: low + width };
      expect(minMaxNormalise(r.minimum, r.minimum, r.maximum, scale)).toBe(low);
      expect(minMaxNormalise(r.maximum, r.minimum, r.maximum, scale)).toBe(low + width);
      const between = minMaxNormalise(r.value, r.minimum, r.maximum, scale)!;
      expect(between).toBeGreaterThanOrEqual(low - 1e-12);
      expect(between).toBeLessThanOrEqual(low + width + 1e-12);
    }),
  );
});

test("turning the direction mirrors the scale", () => {
  fc.assert(
    fc.property(range, ({ value, minimum, maximum }) => {
      const more = minMaxNormalise(value, minimum, maximum)!;
      const less = minMaxNormalise(value, minimum, maximum, { direction: -1 })!;
      expect(more + less).toBeCloseTo(1, 9);
    }),
  );
});

test("a change of unit does not change the result", () => {
  fc.assert(
    fc.property(range, ({ value, minimum, maximum }) => {
      const [larger, plain] = [
        minMaxNormalise(4 * value, 4 * minimum, 4 * maximum)!,
        minMaxNormalise(value, minimum, maximum)!,
      ];
      // To the bit, but for the smallest doubles there are, whose halves have fewer digits.
      expect(Math.abs(larger - plain)).toBeLessThan(1e-300);
    }),
  );
});

test("the widest possible range does not overflow", () => {
  expect(minMaxNormalise(0, -Number.MAX_VALUE, Number.MAX_VALUE)).toBe(0.5);
});
