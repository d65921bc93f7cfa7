// What a run does with every step of a definition, and with data that do not fit it.

import { expect, test } from "vitest";
import { aggregateColumns, balanceWeights } from "#statistics";
import type { IndexObservation, IndexRun } from "./index-run.ts";
import { readIndexDefinition } from "./read-index-definition.ts";
import { type RunOptions, runIndex } from "./run-index.ts";

type Cells = Readonly<Record<string, readonly (number | null)[]>>;
const rows = (cells: Cells, areas = ["A", "B", "C", "D", "E"]): IndexObservation[] =>
  Object.entries(cells).flatMap(([indicator, values]) =>
    values.map((value, i) => ({ area: areas[i]!, indicator, period: null, value })),
  );
const leaf = (id: string, more: object = {}) => ({ id, parent: "top", direction: 1, ...more });
const index = (leaves: readonly object[], more: object = {}) => ({
  id: "t",
  version: "1",
  title: "T",
  nodes: [{ id: "top" }, ...leaves],
  missing: { minimumShare: 0 },
  ...more,
});

function result(json: object, observations: readonly IndexObservation[], options?: RunOptions) {
  const definition = readIndexDefinition(json);
  return definition.ok ? runIndex(definition.value, observations, options) : definition;
}
function run(json: object, observations: readonly IndexObservation[], options?: RunOptions): IndexRun {
  const found = result(json, observations, options);
  if (!found.ok) throw new Error(found.problems.map(({ message }) => message).join("\n"));
  return found.value;
}
function problemsOf(json: object, observations: readonly IndexObservation[]) {
  const found = result(json, observations);
  return found.ok ? [] : found.problems;
}
const scoresOf = (found: IndexRun) =>
  found.scores.filter(({ node }) => node === "top").map(({ score }) => score);

test("holes are filled from areas of the same region, listed, and counted in each score", () => {
  const areas = ["KEN", "UGA", "TZA", "PER", "BOL"];
  const json = index([leaf("X"), leaf("Y")], { imputation: { method: "group-mean", groupBy: "region" } });
  const found = run(json, rows({ X: [10, 20, null, 40, 50], Y: [1, 2, 3, 4, null] }, areas));
  expect(found.cells).toEqual([
    {
      area: "TZA",
      indicator: "X",
      period: null,
      step: "imputation",
      rule: "group-mean",
      before: null,
      after: 15,
    },
    {
      area: "BOL",
      indicator: "Y",
      period: null,
      step: "imputation",
      rule: "group-mean",
      before: null,
      after: 4,
    },
  ]);
  expect(found.scores.map(({ area, n, imputed = 0 }) => [area, n, imputed])).toEqual([
    ["BOL", 2, 1],
    ["KEN", 2, 0],
    ["PER", 2, 0],
    ["TZA", 2, 1],
    ["UGA", 2, 0],
  ]);
});

test("a value of an earlier quarter fills a hole, and a hole between two is filled on the line", () => {
  const at = (period: string, figure: number | null) => ({
    area: "A",
    indicator: "X",
    period,
    value: figure,
  });
  const other = ["2019", "2019-Q3", "2020-Q1"].map((period) => ({ ...at(period, 0), area: "B" }));
  const data = [at("2019", 10), at("2019-Q3", null), at("2020-Q1", 30), ...other];
  const after = (imputation: unknown) => run(index([leaf("X")], { imputation }), data).cells?.[0]?.after;
  expect(after("linear")).toBe(20);
  expect(after({ method: "latest", mostYears: 1 })).toBe(10);
  expect(after({ method: "latest", mostYears: 0 })).toBeUndefined();
});

test("groups come from the definition or with the data; one that nobody tells is refused with those there are", () => {
  const json = index([leaf("X")], { imputation: { method: "group-mean", groupBy: "income" } });
  const data = rows({ X: [10, 20, null, 40, 50] });
  const low = new Map(["A", "B", "C"].map((area) => [area, "low"]));
  const given = run(json, data, { attributes: new Map([["income", low]]) });
  const own = run({ ...json, areaGroups: { income: { low: ["A", "B", "C"] } } }, data);
  expect(given.cells?.[0]?.after).toBe(15);
  expect(own).toEqual(given);
  const [problem] = problemsOf({ ...json, areaGroups: { incom: { low: ["A"] } } }, data);
  expect(problem?.code).toBe("securities.attribute-unknown");
  expect(problem?.message).toContain('the nearest that is known is "incom"');
  expect(problem?.message).toContain("Known: incom, region, sub-region, ilo-region");
  const regions = index([leaf("X")], { imputation: { method: "group-mean", groupBy: "region" } });
  expect(problemsOf(regions, data)[0]?.message).toContain(
    "no area of the data (A, B, C, …) is in a group of it",
  );
});

test("a part of weight 0 is shown and does not count, whatever the weights are", () => {
  const data = rows({ X: [1, 2, 3, 4, 5], Y: [5, 1, 4, 2, 3], Z: [2, 1, 3, 5, 4] });
  for (const weights of ["given", "equal", "principal-components"]) {
    const found = run(index([leaf("X"), leaf("Y", { weight: 0 })], { weights }), data);
    expect(scoresOf(found), weights).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(found.scores[0], weights).toMatchObject({ n: 1, expected: 1 });
  }
});

test("the values after each step are listed where they are asked for", () => {
  const json = index([
    leaf("X", {
      denominator: "POP",
      transformation: "log",
      normalisation: { method: "min-max", low: 0, high: 10 },
    }),
  ]);
  const data = rows({ X: [1, 10, 0, 100], POP: [1, 1, 1, 1] });
  const found = run(json, data, { stages: true });
  expect(
    found.stages?.map(({ denominated, transformed, normalised }) => [denominated, transformed, normalised]),
  ).toEqual([
    [1, 0, 0],
    [10, Math.log(10), 5],
    [0, null, null],
    [100, Math.log(100), 10],
  ]);
  expect(run(json, data).stages).toBeUndefined();
  expect(found.flags).toContain("value_without_place");
  expect(found.cells).toEqual([
    { area: "C", indicator: "X", period: null, step: "transformation", rule: "log", before: 0, after: null },
  ]);
});

test("an unknown area among countries is refused with what it may stand for; among the user's own names it is one of them", () => {
  const json = index([leaf("X")]);
  const [problem, ...more] = problemsOf(json, rows({ X: [1, 2, 3] }, ["KEN", "UGA", "KNE"]));
  expect([problem?.code, more]).toEqual(["securities.area-unknown", []]);
  expect(problem?.message).toContain(
    '"KNE" is no code of a country or region; it may stand for "KEN" (Kenya)',
  );
  expect(problemsOf(json, rows({ X: [1, 2, 3] }, ["KEN", "UGA", "Peru"]))[0]?.message).toContain(
    'it may stand for "PER"',
  );
  // One letter from KOR, and what ILOSTAT writes for another place.
  expect(problemsOf(json, rows({ X: [1, 2, 3] }, ["KEN", "UGA", "KOS"]))[0]?.message).toContain(
    'it may stand for "412" (Kosovo',
  );
  expect(problemsOf(json, rows({ X: [1, 2, 3] }, ["KEN", "UGA", "KOX"]))[0]?.message).not.toContain(
    "may stand",
  );
  expect(problemsOf(json, rows({ X: [1, 2, 3] }, ["North", "South", "KEN"]))).toEqual([]);
  expect(problemsOf({ ...json, level: "household" }, rows({ X: [1, 2, 3] }, ["KEN", "UGA", "KNE"]))).toEqual(
    [],
  );
});

test("a dissolved state keeps its place, with its successors named; a region among countries is named too", () => {
  const found = run(index([leaf("X")]), rows({ X: [1, 2, 3] }, ["CSK", "POL", "150"]));
  expect(found.flags).toEqual(["area_dissolved", "area_is_region"]);
  expect(found.areaNotes).toEqual([
    { area: "150", note: "region", until: null, successors: [] },
    { area: "CSK", note: "dissolved", until: 1993, successors: ["CZE", "SVK"] },
  ]);
  expect(scoresOf(found)).toEqual([1, 0, 0.5]);
});

test("a denominator or a reference area that the data lack, and a unit that changes, are named", () => {
  const json = index([
    leaf("X", { denominator: "POP" }),
    leaf("Y", { normalisation: { method: "distance-to-reference", area: "Z" } }),
  ]);
  const data = rows({ X: [1, 2], Y: [3, 4] });
  expect(problemsOf(json, data).map(({ code, at }) => [code, at?.field])).toEqual([
    ["securities.series-absent", "X.denominator"],
    ["securities.series-absent", "Y.normalisation.area"],
  ]);
  const units = data.map((row, i) => ({ ...row, unit: i === 1 ? "USD" : "PPP" }));
  const [problem, ...more] = problemsOf(index([leaf("X"), leaf("Y")]), units);
  expect([problem?.code, problem?.at?.field, more]).toEqual([
    "securities.units-mixed",
    "observations[1].unit",
    [],
  ]);
  expect(problem?.message).toContain('"X" is given in PPP (A) and in USD (B)');
});

test("a reference area without a value leaves its indicator without a scale, and the run says so", () => {
  const rule = { normalisation: { method: "distance-to-reference", area: "A" } };
  const found = run(index([leaf("X", rule), leaf("Y")]), rows({ X: [null, 2, 3], Y: [1, 2, 3] }));
  expect(found.withoutScale).toEqual([{ indicator: "X", reason: "reference-missing" }]);
  expect(found.flags).toEqual(["indicator_without_scale"]);
  expect(scoresOf(found)).toEqual([0, 0.5, 1]);
});

test("a negative value under a geometric mean leaves its area without a score, with the reason", () => {
  const rule = { method: "goalposts", from: 0, to: 10, truncate: false };
  const json = index([leaf("X"), leaf("Y")], { normalisation: rule, aggregation: "geometric" });
  const found = run(json, rows({ X: [-1, 5, 10], Y: [5, 5, 10] }));
  expect(scoresOf(found)).toEqual([null, expect.closeTo(0.5, 14), expect.closeTo(1, 14)]);
  expect(found.scores[0]?.reason).toBe("mean_undefined");
  expect(found.flags).toEqual(["mean_undefined"]);
});

test("weights for equal influence are refused where there is nothing to go by, and compare within a period", () => {
  // Without a role nothing drops "part", which is the same for all areas.
  const tied = index(
    [
      { id: "part", parent: "top" },
      { ...leaf("X"), parent: "part" },
      { ...leaf("Y"), parent: "part" },
      leaf("Z"),
    ],
    { weights: "correlation-balanced" },
  );
  const [problem] = problemsOf(tied, rows({ X: [1, 2, 3], Y: [3, 2, 1], Z: [1, 3, 2] }));
  expect(problem?.code).toBe("securities.weights-not-formed");
  expect(problem?.message).toContain("no correlation with the index");

  const raw = [
    [0, 1, 6, 4, 4, 1, 0, 6],
    [6, 8, 3, 4, 11, 4, 4, 8],
    [6, 0, 3, 0, 11, 14, 13, 16],
    [7, 4, 0, 5, 15, 18, 20, 18],
  ];
  const data = raw.flatMap((values, column) =>
    values.map((value, i) => ({
      area: "ABCD"[i % 4]!,
      indicator: "WXYZ"[column]!,
      period: i < 4 ? "2000" : "2010",
      value,
    })),
  );
  const copeland = { weights: "correlation-balanced", aggregation: "copeland" };
  const found = run(index([leaf("W"), leaf("X"), leaf("Y"), leaf("Z")], copeland), data);
  const columns = raw.map((values) => Float64Array.from(values));
  const periods = [
    [0, 4],
    [4, 8],
  ] as const;
  const balanced = balanceWeights(columns, (weights) => {
    const parts = columns.map((values, i) => ({ values, weight: weights[i]! }));
    return aggregateColumns(parts, { method: "copeland" }, periods).values;
  });
  expect(found.weights?.map(({ weight }) => weight)).toEqual(
    balanced!.weights.map((weight) => expect.closeTo(weight, 6)),
  );
});
