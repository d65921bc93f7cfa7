import { describe, expect, it } from "vitest";
import type { TraceNodeShape } from "#contract";
import { isPlainStretch, plainFraction, scaleEnds, workedScore } from "./worked-score.ts";

const node = (
  value: TraceNodeShape["value"],
  contribution: TraceNodeShape["contribution"] = null,
  inputs: TraceNodeShape[] = [],
): TraceNodeShape => ({
  id: "score:run/XAA/income",
  kind: "score",
  label: "",
  value,
  recipe: null,
  contribution,
  stretchedFrom: null,
  inputs,
  source: null,
});

describe("a score worked out", () => {
  const parts = [
    node(40.6, { value: 0.25, weight: 1 / 4, range: [10, 50.8] }),
    node(1, { value: 1, weight: 3 / 4, range: null }),
    node("not-collected", { value: null, weight: null, range: [0, 1] }),
  ];
  it("is the sum of its parts, the run and what has no value aside", () => {
    const worked = workedScore(node(0.8125, null, [node("abc"), ...parts]));
    expect(worked?.parts.map((part) => part.product)).toEqual([0.0625, 0.75]);
    expect(worked?.left).toEqual([parts[2]]);
    expect(worked?.sum).toBe(0.8125);
  });
  it("is no sum where another mean formed it", () => {
    expect(workedScore({ ...node(0.8125, null, parts), formedBy: { method: "geometric" } })).toBeNull();
  });
  it("shows how it was stretched only where that gives the score", () => {
    expect(isPlainStretch(0.5, [0.25, 0.75], 0.5)).toBe(true);
    expect(isPlainStretch(0.5, [0.25, 0.75], 50.5)).toBe(false);
  });
  it("is nothing where there is no score or no part", () => {
    expect(workedScore(node("too_few_indicators", null, parts))).toBeNull();
    expect(workedScore(node(0.5))).toBeNull();
  });
});

describe("the scale of an indicator", () => {
  it("turns round where less is better", () => {
    expect(scaleEnds(node(40, { value: 0.75, weight: 1, range: [10, 50] }))).toEqual({ zero: 10, one: 50 });
    expect(scaleEnds(node(40, { value: 0.25, weight: 1, range: [10, 50] }))).toEqual({ zero: 50, one: 10 });
  });
  it("is not guessed where neither way fits", () => {
    expect(scaleEnds(node(40, { value: 0.3, weight: 1, range: [10, 50] }))).toBeNull();
    expect(scaleEnds(node(40, { value: 0.3, weight: 1, range: null }))).toBeNull();
    expect(scaleEnds(node(40, { value: 0, weight: 1, range: [40, 40] }))).toBeNull();
  });
});

it("writes a weight as a fraction where it is one", () => {
  expect([1 / 6, 0.5, 1, 2 / 7, 0.2, Math.SQRT1_2].map(plainFraction)).toEqual([
    "1/6",
    "1/2",
    "1",
    "2/7",
    "1/5",
    null,
  ]);
});
