import fc from "fast-check";
import { expect, test } from "vitest";
import { competitionRank } from "./competition-rank.ts";

test("equals share the better place and the next places stay empty", () => {
  expect(competitionRank([0.9375, 0.5, 0.3125, 0.4375, 0.4375])).toEqual([1, 2, 5, 3, 3]);
  expect(competitionRank([3, 2, 2, 1])).toEqual([1, 2, 2, 4]);
});

test("a missing value has no rank and takes no place", () => {
  expect(competitionRank([0.2, null, 0.7, Number.NaN])).toEqual([2, null, 1, null]);
  expect(competitionRank([])).toEqual([]);
});

test("values closer than the tolerance are equal, values farther apart are not", () => {
  expect(competitionRank([0.1 + 0.2, 0.3])).toEqual([1, 1]);
  expect(competitionRank([0.5, 0.5 + 5e-13])).toEqual([1, 1]);
  expect(competitionRank([0.5, 0.5 + 5e-12])).toEqual([2, 1]);
  expect(competitionRank([5, 4, 2], 1)).toEqual([1, 1, 3]);
});

test("a chain of small steps is not one tie", () => {
  expect(competitionRank([3, 2, 1], 1)).toEqual([1, 1, 3]);
});

const scores = fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }), { maxLength: 30 });

test("a rank is one more than the number of higher values", () => {
  fc.assert(
    fc.property(scores, (values) => {
      const expected = values.map((value) =>
        value === null ? null : 1 + values.filter((other) => other !== null && other > value).length,
      );
      expect(competitionRank(values)).toEqual(expected);
    }),
  );
});

test("a value keeps its rank wherever it stands", () => {
  fc.assert(
    fc.property(scores, (values) => {
      expect(competitionRank([...values].reverse())).toEqual([...competitionRank(values)].reverse());
    }),
  );
});
