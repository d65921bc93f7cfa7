// Whether the means of several groups are equal: with two groups the square of the t test, with more by hand.

import { expect, it } from "vitest";
import { estimateSurvey } from "./estimate-survey.ts";
import { readSurveyRequest } from "./read-survey-request.ts";
import { surveyContext } from "./survey-context.ts";
import type { SurveyColumn } from "./survey-table.ts";

const number = (values: readonly number[]): SurveyColumn => ({
  kind: "number",
  values: Float64Array.from(values),
});

const columns: Readonly<Record<string, SurveyColumn>> = {
  stratum: number([1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2]),
  unit: number([1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6]),
  weight: number([3, 2, 1, 4, 2, 2, 5, 1, 2, 3, 1, 2]),
  two: number([1, 2, 1, 2, 2, 1, 1, 2, 2, 1, 1, 2]),
  three: number([1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 3, 2]),
  y: number([5, 7, 6, 9, 3, 4, 8, Number.NaN, 2, 6, 5, 7]),
};
const design = { strata: ["stratum"], clusters: ["unit"], weights: "weight" };

const answer = (estimate: object, of = design as object, given = columns) => {
  const request = readSurveyRequest({ design: of, estimates: [{ id: "a", variables: ["y"], ...estimate }] });
  if (!request.ok) throw new Error(JSON.stringify(request.problems));
  const context = surveyContext(request.value.design, {
    rows: 12,
    columns: new Map(Object.entries(given)),
  });
  if (!context.ok) throw new Error(JSON.stringify(context.problems));
  return estimateSurvey(context.value, request.value.estimates[0]!);
};
// biome-ignore lint/suspicious/noExplicitAny: rows of several statistics
const row = (...given: Parameters<typeof answer>): any => {
  const found = answer(...given);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value[0];
};

it("of two groups is the t test squared", () => {
  const t = row({ statistic: "ttest", group: "two" });
  const f = row({ statistic: "equal-means", group: "two" });
  expect(f.statistic).toBeCloseTo(t.statistic ** 2, 12);
  expect(f.degreesOfFreedom).toEqual([1, ...t.degreesOfFreedom]);
  expect(f.pValue).toBeCloseTo(t.pValue, 12);
  expect(f).toMatchObject({ n: 11, missing: 1 });
});

it("of three groups drawn row by row is the sum of squares by hand", () => {
  // One stratum, equal weights, no units: groups share no row, but with the sample's mean of influences being 0
  // their covariances are 0 and each variance is n/(n − 1) Σ(y − ȳ_g)²/n_g².
  const y = [5, 7, 6, 9, 3, 4, 8, 1, 2, 6, 5, 7];
  const found = row(
    { statistic: "equal-means", group: "three" },
    { weights: 1 },
    { ...columns, y: number(y) },
  );
  const groups = [1, 2, 3].map((group) =>
    y.filter((_, at) => (columns["three"] as { values: Float64Array }).values[at] === group),
  );
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = groups.map(
    (own) => ((12 / 11) * own.reduce((sum, value) => sum + (value - mean(own)) ** 2, 0)) / own.length ** 2,
  );
  const precision = variance.map((value) => 1 / value);
  const common =
    groups.reduce((sum, own, at) => sum + precision[at]! * mean(own), 0) /
    precision.reduce((sum, value) => sum + value, 0);
  const wald = groups.reduce((sum, own, at) => sum + precision[at]! * (mean(own) - common) ** 2, 0);
  expect(found.statistic).toBeCloseTo(wald / 2, 12);
  expect(found.degreesOfFreedom).toEqual([2, 9]);
});

it("of one group, or of more than units can tell, is refused", () => {
  expect(answer({ statistic: "equal-means", group: "two", where: { two: [1] } })).toMatchObject({
    ok: false,
    problems: [{ code: "statistics.survey-groups-wrong" }],
  });
  expect(answer({ statistic: "equal-means", group: "unit" })).toMatchObject({
    ok: false,
    problems: [{ code: "statistics.survey-not-identified" }],
  });
});
