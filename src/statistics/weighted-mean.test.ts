import fc from "fast-check";
import { expect, test } from "vitest";
import { weightedMean } from "./weighted-mean.ts";

const meanOf = (values: readonly number[], weights: readonly number[]): number => {
  const result = weightedMean(values, weights);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.value;
};

test("outcome counts twice in the worked example", () => {
  expect(meanOf([1, 1, 0.875], [1, 1, 2])).toBe(0.9375);
});

const pairs = fc.array(
  fc.tuple(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 100 })),
  { minLength: 1, maxLength: 30 },
);
const split = (list: readonly (readonly [number, number])[]) =>
  [list.map(([value]) => value), list.map(([, weight]) => weight)] as const;

test("the mean lies between the lowest and the highest value", () => {
  fc.assert(
    fc.property(pairs, (list) => {
      const [values, weights] = split(list);
      const mean = meanOf(values, weights);
      return mean >= Math.min(...values) && mean <= Math.max(...values);
    }),
  );
});

test("equal values give that value exactly", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), pairs, (value, list) => {
      const [, weights] = split(list);
      expect(
        meanOf(
          weights.map(() => value),
          weights,
        ),
      ).toBe(value);
    }),
  );
});

test("only the proportions of the weights matter", () => {
  fc.assert(
    fc.property(pairs, (list) => {
      const [values, weights] = split(list);
      expect(
        meanOf(
          values,
          weights.map((w) => 8 * w),
        ),
      ).toBe(meanOf(values, weights));
    }),
  );
});

test("a whole weight counts a value that often", () => {
  expect(meanOf([1, 4], [3, 1])).toBe(meanOf([1, 1, 1, 4], [1, 1, 1, 1]));
});

test("what is no mean is refused with its reason", () => {
  for (const [values, weights, code] of [
    [[], [], "statistics.no-values"],
    [[1, 2], [1], "statistics.lengths-differ"],
    [[1, Number.NaN], [1, 1], "statistics.value-not-finite"],
    [[1, 2], [1, -1], "statistics.weights-invalid"],
    [[1, 2], [0, 0], "statistics.weights-invalid"],
    [[1], [Number.POSITIVE_INFINITY], "statistics.weights-invalid"],
  ] as const) {
    const result = weightedMean(values, weights);
    expect(result.ok ? "accepted" : result.problems[0]?.code).toBe(code);
  }
});
