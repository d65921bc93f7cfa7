import { expect, test } from "vitest";
import { interpolatedLikelihood, logisticStart } from "./interpolated-likelihood.ts";
import { proportionInterval } from "./proportion-intervals.ts";

const shares = [0.03, 0.2, 0.5, 0.815, 0.97];

/** A sample of 400 with so large a share, its standard error `times` that of a simple random sample. */
function sample(share: number, times: number) {
  const events = Math.round(400 * share);
  const event = Float64Array.from({ length: 400 }, (_, row) => (row < events ? 1 : 0));
  const rows = Int32Array.from({ length: 400 }, (_, row) => row);
  const estimate = events / 400;
  return {
    estimate,
    standardError: times * Math.sqrt((estimate * (1 - estimate)) / 399),
    cases: 400,
    start: logisticStart(event, new Float64Array(400).fill(1), rows),
  };
}

test("the interpolated interval comes within 3e-4 of the exact one and holds the estimate", () => {
  for (const share of shares)
    for (const times of [0.8, 1, 1.4]) {
      const given = { ...sample(share, times), confidence: 0.95, degreesOfFreedom: 60 };
      const read = proportionInterval("likelihood", given);
      const exact = proportionInterval("likelihood-exact", given);
      expect(read.low).toBeLessThan(given.estimate);
      expect(read.high).toBeGreaterThan(given.estimate);
      expect(Math.abs(read.low / exact.low - 1)).toBeLessThan(3e-4);
      expect(Math.abs(read.high / exact.high - 1)).toBeLessThan(3e-4);
      expect(read).not.toEqual(exact);
    }
});

test("events and their opposite give the same interval turned round", () => {
  for (const share of [0.2, 0.4]) {
    const one = interpolatedLikelihood(sample(share, 1), 2);
    const other = interpolatedLikelihood(sample(1 - share, 1), 2);
    expect(one!.low).toBeCloseTo(1 - other!.high, 10);
    expect(one!.high).toBeCloseTo(1 - other!.low, 10);
  }
});

test("a profile of nine steps that does not reach the ends gives way to the exact interval", () => {
  const wide = { ...sample(0.5, 8), confidence: 0.95, degreesOfFreedom: 3 };
  expect(interpolatedLikelihood(wide, 3.18)).toBeNull();
  expect(proportionInterval("likelihood", wide)).toEqual(proportionInterval("likelihood-exact", wide));
});
