import { expect, test } from "vitest";
import { compensatedSum, minMaxNormalise } from "#statistics";
import { explainScore } from "./explain-score.ts";
import type { IndexObservation } from "./index-run.ts";
import { readIndexDefinition } from "./read-index-definition.ts";
import { runIndex } from "./run-index.ts";

const read = readIndexDefinition({
  id: "mini",
  version: "1",
  title: "Mini index",
  nodes: [
    { id: "index" },
    { id: "rules", parent: "index", role: "input" },
    { id: "means", parent: "index", role: "process" },
    { id: "effect", parent: "index", role: "outcome", weight: 2 },
    { id: "I1", parent: "rules", direction: 1 },
    { id: "P1", parent: "means", direction: 1 },
    { id: "O1", parent: "effect", direction: -1 },
    { id: "O2", parent: "effect", direction: 1 },
    { id: "O3", parent: "effect", direction: 1, weight: 3 },
    { id: "O4", parent: "effect", direction: 1 },
  ],
});
if (!read.ok) throw new Error(read.problems[0]?.message);
const definition = read.value;
const cells: Record<string, readonly (number | null)[]> = {
  I1: [1, 1, 1],
  P1: [5, 15, 20],
  O1: [10, 30, 50],
  O2: [80, null, 20],
  O3: [3, 4, 7],
  O4: [2, 2, 2],
};
const observations: IndexObservation[] = ["2000", "2001"].flatMap((period, shift) =>
  Object.entries(cells).flatMap(([indicator, values]) =>
    values.map((value, i) => ({
      area: "ABC"[i]!,
      indicator,
      period,
      value: value === null ? null : value + (indicator === "O1" ? 7 * shift : 0),
      ...(value === null ? { missing: "not-collected" as const } : {}),
    })),
  ),
);
const made = runIndex(definition, observations);
if (!made.ok) throw new Error(made.problems[0]?.message);
const run = made.value;

const explain = (area: string, node: string, period = "2001") => {
  const result = explainScore(definition, run, observations, { area, node, period });
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.value;
};

test("every score of a run is its explanation worked out: weights, values, mean and stretching", () => {
  for (const score of run.scores) {
    const found = explain(score.area, score.node, score.period!);
    expect(found.score).toEqual(score);
    if (score.score === null) {
      expect(found.mean).toBeNull();
      continue;
    }
    const parts = found.contributions.filter(({ state }) => state === "used");
    expect(compensatedSum(parts.map(({ weightUsed }) => weightUsed!))).toBeCloseTo(1, 14);
    const mean = compensatedSum(parts.map(({ weightUsed, value }) => weightUsed! * value!));
    expect(found.mean).toBeCloseTo(mean, 14);
    const range = found.stretchedFrom;
    const stretched = range ? minMaxNormalise(found.mean!, range.minimum!, range.maximum!) : found.mean;
    expect(stretched).toBe(score.score);
  }
  expect(run.scores.some(({ score }) => score !== null)).toBe(true);
});

test("an indicator shows its observation, its range, its weight and the part it had", () => {
  const { contributions } = explain("A", "effect");
  expect(contributions[0]).toEqual({
    node: "O1",
    kind: "indicator",
    state: "used",
    observed: 17,
    missing: null,
    steps: [],
    range: { period: null, minimum: 10, maximum: 57, n: 6 },
    value: 40 / 47,
    weight: 1,
    weightUsed: 0.2,
  });
});

test("missing and dropped parts are named with their reason and carry no weight", () => {
  const states = explain("B", "effect").contributions.map(({ node, state, missing, weightUsed }) => [
    node,
    state,
    missing,
    weightUsed,
  ]);
  expect(states).toEqual([
    ["O1", "used", null, 0.25],
    ["O2", "missing", "not-collected", null],
    ["O3", "used", null, 0.75],
    ["O4", "dropped", null, null],
  ]);
  expect(explain("A", "index").contributions.map(({ node, state }) => [node, state])).toEqual([
    ["rules", "dropped"],
    ["means", "used"],
    ["effect", "used"],
  ]);
});

test("the observations of the one area are enough", () => {
  const own = observations.filter(({ area }) => area === "B");
  const result = explainScore(definition, run, own, { area: "B", node: "effect", period: "2000" });
  expect(result.ok && result.value).toEqual(explain("B", "effect", "2000"));
});

test("what is no score of the run is refused", () => {
  for (const place of [
    { area: "Z", node: "index", period: "2000" },
    { area: "A", node: "O1", period: "2000" },
    { area: "A", node: "index", period: null },
  ]) {
    const result = explainScore(definition, run, observations, place);
    expect(result.ok ? "accepted" : result.problems[0]?.code).toBe("securities.score-unknown");
  }
});
