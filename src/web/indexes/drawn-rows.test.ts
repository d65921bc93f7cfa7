import { describe, expect, it } from "vitest";
import { drawnOf, drawnRows, ranksReached } from "./drawn-rows.ts";
import type { Score } from "./run-scores.ts";

const row = (at: number, rank: number | null): Score => ({
  ...{ area: `A${String(at).padStart(3, "0")}`, node: "index", period: null, score: rank && 1 / rank, rank },
  ...{ rankLow: rank && Math.max(1, rank - 5), rankHigh: rank && rank + 5, scoreLow: null, scoreHigh: null },
  ...{ n: 1, expected: 1, reason: null },
});
const long = Array.from({ length: 200 }, (_, i) => row(i, i < 190 ? i + 1 : null));
const ranksOf = (rows: readonly Score[]) => [rows[0]!.rank, rows.at(-1)!.rank, rows.length];

describe("the rows of a ranking that are drawn", () => {
  it("are all of a short ranking, and the first of a long one", () => {
    expect(drawnOf({}, long.slice(0, 60))).toBe("all");
    expect(drawnOf({}, long)).toBe("top");
    expect(ranksOf(drawnRows(long, "top"))).toEqual([1, 30, 30]);
    expect(ranksOf(drawnRows(long, "bottom"))).toEqual([161, 190, 30]);
    expect(drawnRows(long, "all")).toHaveLength(200);
  });
  it("lie around a country that is named, also at an end, and not around one without a rank", () => {
    expect(drawnOf({ place: "A099" }, long)).toBe("around");
    expect(ranksOf(drawnRows(long, "around", "A099"))).toEqual([88, 112, 25]);
    expect(ranksOf(drawnRows(long, "around", "A002"))).toEqual([1, 25, 25]);
    expect(ranksOf(drawnRows(long, "around", "A189"))).toEqual([166, 190, 25]);
    expect(drawnOf({ place: "A195" }, long)).toBe("top");
    expect(drawnOf({ drawn: "around", place: "nobody" }, long)).toBe("top");
    expect(ranksOf(drawnRows(long.slice(0, 8), "around", "A002"))).toEqual([1, 8, 8]);
  });
  it("have an axis as far as their intervals reach", () => {
    expect(ranksReached(drawnRows(long, "around", "A099"))).toEqual([83, 117]);
    expect(ranksReached([])).toEqual([1, 1]);
  });
});
