import { expect, it } from "vitest";
import { isSamePlace, lengthOf, overlapOf } from "./overlap.ts";

it("counts the code points two places share, over all their spans", () => {
  expect(
    overlapOf(
      [
        [0, 10],
        [20, 30],
      ],
      [[5, 25]],
    ),
  ).toBe(10);
  expect(overlapOf([[0, 10]], [[10, 20]])).toBe(0);
  expect(
    lengthOf([
      [0, 10],
      [20, 25],
    ]),
  ).toBe(15);
});

it("takes two places for the same from half of what they cover together", () => {
  expect(isSamePlace([[0, 100]], [[50, 100]])).toBe(true);
  expect(isSamePlace([[0, 100]], [[51, 100]])).toBe(false);
  expect(isSamePlace([[0, 100]], [[0, 201]])).toBe(false);
  expect(isSamePlace([], [])).toBe(false);
});
