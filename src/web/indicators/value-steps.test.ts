import { expect, test } from "vitest";
import { stepOf, valueSteps } from "./value-steps.ts";

test("steps hold about as many areas each, never part equal values and leave zero out", () => {
  const steps = valueSteps([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(steps.map(({ low, high }) => [low, high])).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
    [7, 8],
    [9, 10],
  ]);
  expect(valueSteps([5, 5, 5, 5, 5, 5, 5, 9]).map(({ low, high }) => [low, high])).toEqual([
    [5, 5],
    [9, 9],
  ]);
  expect(valueSteps([0, 0])).toEqual([]);
  expect([0, 1, 4, 10, -3].map((value) => stepOf(steps, value))).toEqual(["zero", 1, 2, 5, 1]);
});
