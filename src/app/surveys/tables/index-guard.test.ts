// What may be seen of a score: small groups, what would give them back, and lines that few lie on one side of.

import { expect, it } from "vitest";
import type { StudyVariable } from "#records";
import type { CellGuard } from "./cell-guard.ts";
import type { CodedVariable } from "./coded-column.ts";
import { scoreGuard } from "./index-guard.ts";

const open: CellGuard = { minimumCases: 5, stateOf: () => "open" };
const coded = (name: string, codes: readonly number[], levels: readonly string[]): CodedVariable => ({
  variable: { name } as StudyVariable,
  levels: levels.map((code) => ({ code, label: { en: code } })),
  codes: Int32Array.from(codes),
});
const repeated = <T>(...parts: readonly (readonly [T, number])[]): readonly T[] =>
  parts.flatMap(([value, times]) => new Array<T>(times).fill(value));

/** Scores of many different values, so that a mean tells of no category. */
const spread = (count: number, from: number) => Array.from({ length: count }, (_, at) => from + at / 1000);

const guardOf = (
  values: readonly number[],
  by: CodedVariable | null,
  guard = open,
  items: readonly CodedVariable[] = [],
  unopened = 1,
) =>
  scoreGuard(
    guard,
    { values: Float64Array.from(values) },
    { inside: new Uint8Array(values.length).fill(1), by, items, unopened },
    0.5,
  );

it("withholds a small group and the smallest of the others with it, not the whole", () => {
  const by = coded("region", repeated([0, 30], [1, 20], [2, 3]), ["n", "s", "w"]);
  const may = guardOf([...spread(25, 0.1), ...spread(28, 0.6)], by);
  expect([-1, 0, 1, 2].map((level) => may(level, "mean"))).toEqual([true, true, false, false]);
});

it("withholds the whole where there is no other group to go with it", () => {
  const may = guardOf([...spread(2, 0.1), ...spread(1, 0.6)], coded("sex", [0, 0, 0], ["f", "m"]));
  expect([-1, 0].map((level) => may(level, "mean"))).toEqual([false, false]);
});

it("counts those without an answer among what is taken off the whole", () => {
  const by = coded("sex", repeated([0, 30], [1, 20], [-1, 2]), ["f", "m"]);
  const may = guardOf([...spread(25, 0.1), ...spread(27, 0.6)], by);
  expect([0, 1].map((level) => may(level, "mean"))).toEqual([true, false]);
});

it("withholds a share where few lie on one side of the line, and the mean of a score of few values with it", () => {
  const by = coded("sex", repeated([0, 30], [1, 30]), ["f", "m"]);
  // Of the women two lie below the line.
  const uneven = [...spread(2, 0.1), ...spread(28, 0.6), ...spread(15, 0.1), ...spread(15, 0.6)];
  const may = guardOf(uneven, by);
  expect([-1, 0, 1].map((level) => may(level, "share-below"))).toEqual([true, false, false]);
  expect([-1, 0, 1].map((level) => may(level, "mean"))).toEqual([true, true, true]);
  const coarse = guardOf(
    uneven.map((value) => (value < 0.5 ? 0 : 1)),
    by,
  );
  expect([0, 1].map((level) => coarse(level, "mean"))).toEqual([false, false]);
});

it("withholds the mean of a score whose one unknown item has a withheld cell", () => {
  const by = coded("sex", repeated([0, 30], [1, 30]), ["f", "m"]);
  const item = coded("union", repeated([0, 30], [1, 30]), ["yes", "no"]);
  const values = [...spread(30, 0.1), ...spread(30, 0.6)].map((value, at) =>
    at % 2 ? value : 0.9 - value / 9,
  );
  const guard: CellGuard = {
    minimumCases: 5,
    stateOf: (levels) => (levels.get("sex") === "f" && levels.get("union") === "yes" ? "small" : "open"),
  };
  expect(guardOf(values, by, guard, [item], 0)(0, "mean")).toBe(false);
  // With another item that no table shows, one sum has two unknowns.
  expect(guardOf(values, by, guard, [item], 1)(0, "mean")).toBe(true);
});
