// Samples at the edge: zero weights, one level, all values the same, one case, events that never or always
// happen.

import { describe, expect, test } from "vitest";
import { compileDesign } from "./compile-design.ts";
import type { EstimateRequest } from "./estimate-request.ts";
import { estimateSurvey } from "./estimate-survey.ts";
import type { SurveyColumn, SurveyTable } from "./survey-table.ts";

const category = (...cells: readonly string[]): SurveyColumn => {
  const levels = [...new Set(cells)];
  return { kind: "category", levels, codes: Int32Array.from(cells, (cell) => levels.indexOf(cell)) };
};
const number = (...values: readonly number[]): SurveyColumn => ({
  kind: "number",
  values: Float64Array.from(values),
});

const table: SurveyTable = {
  rows: 7,
  columns: new Map([
    ["w", number(0, 0, 1, 1, 2, 3, 0.7)],
    ["y", number(100, 200, 1, 2, 3, 4, 6)],
    ["x", number(5, 5, 1, 0, 1, 0, 0)],
    ["tie", number(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1)],
    ["g", category("a", "a", "b", "b", "c", "c", "d")],
    ["one", category("x", "x", "x", "x", "x", "x", "x")],
    ["half", category("l", "r", "l", "r", "l", "r", "r")],
    ["low", number(0, 0, 1, 1, 0, 0, 0)],
  ]),
};

function answer(request: object) {
  const design = compileDesign(
    { clusters: [], strata: [], weights: "w", fpc: [], nested: false, singleUnit: "remove" },
    table,
  );
  if (!design.ok) throw new Error(JSON.stringify(design.problems));
  return estimateSurvey({ table, design: design.value }, { id: "a", ...request } as EstimateRequest);
}

// biome-ignore lint/suspicious/noExplicitAny: rows of several statistics.
function rows(request: object): readonly any[] {
  const given = answer(request);
  if (!given.ok) throw new Error(JSON.stringify(given.problems));
  return given.value;
}

const codes = (request: object) => {
  const given = answer(request);
  return given.ok ? [] : given.problems.map(({ code }) => code);
};

test("rows with weight 0 stand for nobody: they are no cases, no groups and no extremes", () => {
  const [mean] = rows({ statistic: "mean", variables: ["y"] });
  expect(mean).toMatchObject({ n: 5, estimate: expect.closeTo((1 + 2 + 6 + 12 + 4.2) / 7.7, 12) });
  expect(rows({ statistic: "mean", variables: ["y"], by: ["g"] }).map(({ group }) => group)).toEqual([
    { g: "b" },
    { g: "c" },
    { g: "d" },
  ]);
  expect(rows({ statistic: "quantile", variables: ["y"], probabilities: [1] })[0]).toMatchObject({
    estimate: 6,
  });
  expect(codes({ statistic: "mean", variables: ["y"], where: { g: ["a"] } })).toEqual([
    "statistics.survey-domain-empty",
  ]);
});

describe("no spread", () => {
  test("one level or one value has an error of 0", () => {
    for (const variables of [["one"], ["tie"]])
      expect(rows({ statistic: "mean", variables })[0].standardError).toBeCloseTo(0, 15);
    expect(rows({ statistic: "proportion", variables: ["one"], level: "x" })[0]).toMatchObject({
      low: 1,
      high: 1,
    });
    for (const interval of ["mean", "beta", "xlogit", "score"])
      expect(
        rows({ statistic: "quantile", variables: ["tie"], probabilities: [0.5], interval })[0],
      ).toMatchObject({
        estimate: 0.1,
        low: 0.1,
        high: 0.1,
      });
  });

  test("what rounding leaves is no proof of a difference", () => {
    const [difference] = rows({ statistic: "ttest", variables: ["tie"], group: "half" });
    expect(difference).toMatchObject({
      estimate: 0,
      standardError: 0,
      statistic: Number.NaN,
      pValue: Number.NaN,
    });
    const slope = rows({ statistic: "glm", family: "gaussian", response: "tie", predictors: ["y"] })[1];
    expect(slope).toMatchObject({ estimate: 0, standardError: 0, pValue: Number.NaN });
  });

  test("one case shows no variance, and its group is not left out in silence", () => {
    const groups = rows({ statistic: "variance", variables: ["y"], by: ["g"] });
    expect(groups.map(({ group }) => group.g)).toEqual(["b", "c", "d"]);
    expect(groups.map(({ estimate }) => Number.isNaN(estimate))).toEqual([false, false, true]);
    expect(groups[2].standardError).toBeNaN();
  });
});

test("a logistic regression whose cases all have the event, or are parted by a predictor, is refused", () => {
  const logit = { statistic: "glm", family: "quasibinomial-logit" };
  expect(codes({ ...logit, response: "one", level: "x", predictors: ["y"] })).toEqual([
    "statistics.survey-not-identified",
  ]);
  expect(codes({ ...logit, response: "low", predictors: ["y"] })).toEqual([
    "statistics.survey-not-identified",
  ]);
  expect(codes({ ...logit, response: "half", level: "l", predictors: ["x"] })).toEqual([
    "statistics.survey-not-identified",
  ]);
  expect(
    rows({ ...logit, response: "half", level: "l", predictors: ["y"] })[1].standardError,
  ).toBeGreaterThan(0);
});
