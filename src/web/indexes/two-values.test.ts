import { describe, expect, it } from "vitest";
import type { RunInputs } from "./live/live-index.ts";
import type { Run } from "./run-scores.ts";
import { scoreSteps, stepOf } from "./score-steps.ts";
import { pairsOf, valuesOf } from "./two-values.ts";

const inputs: RunInputs = {
  areas: ["XAA", "XAB", "XAC"],
  periods: ["2015", "2016"],
  columns: [{ indicator: "I1", values: [1, 2, 3, 10, null, 1000], standardErrors: null }],
  groups: [],
};
const run = {
  scores: [
    { area: "XAA", node: "index", period: "2016", score: 1 },
    { area: "XAB", node: "index", period: "2016", score: 2 },
    { area: "XAC", node: "index", period: "2016", score: 3 },
    { area: "XAD", node: "index", period: "2016", score: null },
  ],
} as unknown as Run;

describe("two values of each country", () => {
  it("are those of the period; a missing one is no zero", () => {
    const xs = valuesOf(run, inputs, "I1", "2016");
    expect([...xs]).toEqual([
      ["XAA", 10],
      ["XAC", 1000],
    ]);
    const ys = valuesOf(run, null, "index", "2016");
    expect(pairsOf(xs, ys, { x: false, y: false })).toEqual({
      pairs: [
        { area: "XAA", x: 10, y: 1 },
        { area: "XAC", x: 1000, y: 3 },
      ],
      withoutLog: 0,
      correlation: null,
    });
  });
  it("have no logarithm where they are not above zero, and are counted", () => {
    const xs = new Map([
      ["A", 0],
      ["B", 1],
      ["C", 10],
      ["D", 100],
    ]);
    const ys = new Map([...xs.keys()].map((area, i) => [area, i]));
    const found = pairsOf(xs, ys, { x: true, y: false });
    expect(found.withoutLog).toBe(1);
    expect(found.correlation).toBeCloseTo(1, 12);
    expect(pairsOf(xs, ys, { x: false, y: false }).correlation).toBeLessThan(0.9);
  });
  it("have no correlation where one does not vary", () => {
    const same = new Map([
      ["A", 5],
      ["B", 5],
    ]);
    expect(pairsOf(same, same, { x: false, y: false }).correlation).toBeNull();
  });
  it("have none of two points, which always lie on a line", () => {
    const two = new Map([
      ["A", 1],
      ["B", 9],
    ]);
    expect(pairsOf(two, two, { x: false, y: false }).correlation).toBeNull();
    expect(pairsOf(new Map([...two, ["C", 4]]), two, { x: false, y: false }).correlation).toBeNull();
    const three = new Map([...two, ["C", 4]]);
    expect(pairsOf(three, three, { x: false, y: false }).correlation).toBeCloseTo(1, 12);
  });
});

describe("the steps", () => {
  it("of the map are at most five and leave no score out", () => {
    for (const scores of [[0.1, 0.9], [0, 1], [42], [-3, 3], [55.1, 55.2, 55.9], [0, 0]]) {
      const steps = scoreSteps(scores);
      expect(steps.length).toBeLessThanOrEqual(5);
      for (const score of scores) {
        const step = stepOf(steps, score)!;
        expect(step.from).toBeLessThanOrEqual(score);
        expect(step.to).toBeGreaterThanOrEqual(score);
      }
    }
    expect(scoreSteps([])).toEqual([]);
  });
});
