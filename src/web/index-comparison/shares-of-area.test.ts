import { expect, test } from "vitest";
import { type AreaChange, hasMoved, inOrder, placeTicks, reach, shownChange } from "./shares-of-area.ts";

const standing = (rank: number) => ({ rank, score: 1 / rank, rankLow: null, rankHigh: null });
const change = (area: string, from: number, to: number, places: readonly number[]): AreaChange => ({
  area,
  state: "both",
  from: standing(from),
  to: standing(to),
  places: [...places],
  scores: [],
  parts: [],
  withoutRank: 0,
});

test("shares are shown so that they sum to the places gained", () => {
  const shown = shownChange(change("XAA", 14, 13, [1 / 3, 1 / 3, 1 / 3]));
  expect(shown.gained).toBe(1);
  expect(shown.shares).toEqual([0.4, 0.3, 0.3]);
});

test("gains stand first, areas of one run last, and shares that cancel are a movement", () => {
  const still = shownChange(change("XAA", 3, 3, [2, -2]));
  const quiet = shownChange(change("XAB", 4, 4, [0, 0]));
  const left = shownChange({ ...change("XAC", 1, 1, []), state: "left", to: null });
  const up = shownChange(change("XAD", 9, 5, [4, 0]));
  expect(inOrder([left, quiet, still, up]).map(({ area }) => area)).toEqual(["XAD", "XAA", "XAB", "XAC"]);
  expect([left, quiet, still, up].map(hasMoved)).toEqual([true, false, true, true]);
});

test("the axis holds the longest bar to either side and has whole places", () => {
  const changes = [change("XAA", 9, 4, [7, -2]), change("XAB", 2, 5, [0, -3])].map(shownChange);
  expect(reach(changes)).toEqual({ low: -3, high: 7 });
  expect(placeTicks({ low: -3, high: 7 })).toEqual([-4, -2, 0, 2, 4, 6, 8]);
  expect(placeTicks({ low: -1, high: 1 })).toEqual([-1, 0, 1]);
});
