import { describe, expect, it } from "vitest";
import { definitionTree, nodesBelow } from "./definition-tree.ts";
import {
  type Run,
  rankInterval,
  ranking,
  rankTicks,
  type Score,
  scoreTrace,
  tiedAreas,
} from "./run-scores.ts";

const score = (area: string, value: number | null, rank: number | null): Score => ({
  area,
  node: "index",
  period: null,
  score: value,
  rank,
  rankLow: null,
  rankHigh: null,
  scoreLow: null,
  scoreHigh: null,
  n: 3,
  expected: 3,
  reason: value === null ? "part_missing" : null,
});
const scores = [score("XAC", null, null), score("XAB", 0.5, 1), score("XAA", 0.5, 1), score("XAD", 0.25, 3)];
const run = { scores } as unknown as Run;

describe("a run on its page", () => {
  it("lists the ranked first, equal ranks by code, and those without a score last", () => {
    expect(ranking(run, "index", null).map((s) => s.area)).toEqual(["XAA", "XAB", "XAD", "XAC"]);
    expect(ranking(run, "index", "2024")).toEqual([]);
  });
  it("counts areas that share a rank", () => {
    expect(tiedAreas(scores)).toBe(2);
  });
  it("has an interval only where both its ends were computed", () => {
    expect(rankInterval({ ...score("XAA", 1, 2), rankLow: 1, rankHigh: 4 })).toEqual({ low: 1, high: 4 });
    expect(rankInterval({ ...score("XAA", 1, 2), rankLow: 1 })).toBeNull();
  });
  it("has an axis of ranks from the first to the last", () => {
    expect(rankTicks(5)).toEqual([1, 2, 3, 4, 5]);
    expect(rankTicks(26)).toEqual([1, 5, 10, 15, 20, 26]);
    expect(rankTicks(196)).toEqual([1, 50, 100, 150, 196]);
    expect(rankTicks(1)).toEqual([1, 2]);
  });
  it("writes the address of a score so that any code survives", () => {
    expect(scoreTrace("run-1", { area: "XAA", node: "a/b", period: "2024" })).toBe(
      "score:run-1/XAA/a%2Fb/2024",
    );
    expect(scoreTrace("run-1", { area: "XAA", node: "index", period: null })).toBe("score:run-1/XAA/index");
  });
});

describe("a stored definition", () => {
  it("becomes a tree with the weights that were left out", () => {
    const tree = definitionTree({
      nodes: [
        { id: "index" },
        { id: "input", parent: "index", role: "input", weight: 2 },
        { id: "I1", parent: "input", direction: -1 },
      ],
    });
    expect(tree && nodesBelow(tree).map((n) => [n.id, n.weight, n.direction])).toEqual([
      ["index", 1, null],
      ["input", 2, null],
      ["I1", 1, -1],
    ]);
    expect(definitionTree(null)).toBeNull();
  });
});
