import { describe, expect, it } from "vitest";
import type { Observed } from "../charts/points-of.ts";
import { mostMoving } from "./most-moving.ts";
import {
  bestAndWorst,
  type ComparedIndex,
  type Driver,
  inFormOrder,
  intervalOf,
  isOnUnitScale,
  type PlacedScore,
  placesOf,
  scoreAt,
  setAt,
  yearOfPeriod,
} from "./placed-scores.ts";
import { latestPairs } from "./women-and-men.ts";
import { yearRanges } from "./year-ranges.ts";

const score = (part: Partial<PlacedScore>): PlacedScore => ({
  area: "XAA",
  node: "root",
  period: "2024",
  score: 0.5,
  scoreLow: 0.4,
  scoreHigh: 0.6,
  rank: 3,
  rankLow: 2,
  rankHigh: 5,
  of: 10,
  n: 3,
  expected: 3,
  reason: null,
  trace: "score:x",
  ...part,
});
const index = (form: string | null, part: Partial<PlacedScore> = {}): ComparedIndex => ({
  run: `${form}-run`,
  definitionId: `${form}`,
  title: { en: "An index", fr: "", es: "", pt: "" },
  form,
  reconstruction: true,
  origin: "simulated",
  release: "r-1",
  licence: "CC0-1.0",
  createdAt: "2026-01-01T00:00:00Z",
  incomeGroups: null,
  periods: ["2023", "2024"],
  nodes: [
    { node: "root", title: null, role: null },
    { node: "part", title: null, role: "input" },
  ],
  scores: [score({ period: "2023", score: 0.2 }), score(part)],
  sets: [
    { set: "all", group: null, node: "root", period: "2024", n: 10, low: 0, median: 0.4, high: 1 },
    { set: "region", group: "africa", node: "root", period: "2024", n: 4, low: 0.1, median: 0.3, high: 0.6 },
  ],
});

describe("a country in several indexes", () => {
  it("has the forms in their order, then the index over all, then what is of no form", () => {
    const order = inFormOrder([index(null), index("composite"), index("income"), index("job")]);
    expect(order.map(({ form }) => form)).toEqual(["job", "income", "composite", null]);
  });

  it("has a place in an index of no form too, also where it has no rank, and none where it does not stand", () => {
    const places = placesOf([index(null), index("job", { rank: null, score: null })], "XAA");
    expect(places.map(({ index: { form }, score: { rank } }) => [form, rank])).toEqual([
      [null, 3],
      ["job", null],
    ]);
    expect(placesOf([index(null)], "XAB")).toEqual([]);
  });
  it("stands best and lowest by its place among those compared, never in the index over all", () => {
    const ends = bestAndWorst(
      [
        index("composite", { rank: 1 }),
        index("job", { rank: 3, of: 30 }),
        index("income", { rank: 2, of: 4 }),
        index("work", { rank: null, score: null }),
      ],
      "XAA",
    );
    expect([ends?.best.index.form, ends?.worst.index.form]).toEqual(["job", "income"]);
    expect(bestAndWorst([index("job")], "XAA")).toBeNull();
    const alike = [index("job", { rank: 3, of: 9 }), index("income", { rank: 2, of: 6 })];
    expect(bestAndWorst(alike, "XAA")).toBeNull();
  });
  it("is read at the root and the latest period unless asked otherwise, beside the set of that place", () => {
    const one = index("job");
    expect(scoreAt(one, "XAA")?.score).toBe(0.5);
    expect(scoreAt(one, "XAA", "root", "2023")?.score).toBe(0.2);
    expect(scoreAt(one, "XAB")).toBeUndefined();
    expect(setAt(one, "region", "africa")?.median).toBe(0.3);
    expect(setAt(one, "region", "americas")).toBeUndefined();
  });
  it("has an interval only where both ends are known", () => {
    expect(intervalOf(score({}))).toEqual({ low: 0.4, high: 0.6 });
    expect(intervalOf(score({ scoreLow: null }))).toBeNull();
    expect(intervalOf(undefined)).toBeNull();
  });
  it("is not drawn on the axis from 0 to 1 where its scores lie elsewhere", () => {
    expect(isOnUnitScale(index("job"))).toBe(true);
    expect(isOnUnitScale(index("job", { score: 55 }))).toBe(false);
  });
  it("stands on the axis of years at the last year of its period", () => {
    expect([yearOfPeriod("2024"), yearOfPeriod("2019/2021"), yearOfPeriod(null)]).toEqual([2024, 2021, null]);
  });
});

describe("years with a value", () => {
  it("are written as spans, a year alone as itself", () => {
    expect(yearRanges([2004, 2006, 2007, 2008, 2011])).toBe("2004, 2006–2008, 2011");
    expect(yearRanges([])).toBe("");
  });
});

describe("what drives a score", () => {
  it("is listed from what lifts it most to what lowers it most; what changes nothing is left out", () => {
    const driver = (indicator: string, shift: number | null) => ({ indicator, shift }) as Driver;
    const { lifting, lowering } = mostMoving(
      [
        driver("a", 0.1),
        driver("b", -0.3),
        driver("c", 1e-12),
        driver("d", null),
        driver("e", 0.2),
        driver("f", -0.1),
      ],
      1,
    );
    expect(lifting.map(({ indicator }) => indicator)).toEqual(["e"]);
    expect(lowering.map(({ indicator }) => indicator)).toEqual(["b"]);
  });
});

describe("women and men", () => {
  const observed = (part: Partial<Observed>): Observed => ({
    id: "o",
    area: "XAA",
    indicator: "P",
    period: "2020",
    source: "A",
    sex: "F",
    breakdowns: {},
    unit: "PT",
    value: 1,
    missing: null,
    status: null,
    note: null,
    origin: "simulated",
    ...part,
  });
  it("are paired in the last period with a value, from one source, without further breakdowns", () => {
    const [pair, ...rest] = latestPairs([
      observed({ period: "2019", value: 5 }),
      observed({ period: "2019", value: 6, sex: "M" }),
      observed({ period: "2020", value: null, missing: "not-collected" }),
      observed({ period: "2019", value: 9, source: "B" }),
      observed({ period: "2021", value: 9, breakdowns: { age: "65+" } }),
      observed({ period: "2021", value: 9, sex: "T" }),
    ]);
    expect(rest).toEqual([]);
    expect([pair?.period, pair?.women?.value, pair?.men?.value]).toEqual(["2019", 5, 6]);
  });
  it("say why where there never was a value", () => {
    const [pair] = latestPairs([observed({ value: null, missing: "suppressed" })]);
    expect([pair?.women?.missing, pair?.men]).toEqual(["suppressed", null]);
  });
});
