// How often the 95 % interval of a measure holds the value of a known population: four strata with 100 places of
// 50 people, incomes log-normal with a part common to the place. All is drawn from one seed.

import { expect, test } from "vitest";
import { seededRandom } from "#kernel";
import { compileDesign } from "./compile-design.ts";
import type { EstimateRow, IncomeRequest } from "./estimate-request.ts";
import { estimateSurvey } from "./estimate-survey.ts";
import type { SurveyColumn } from "./survey-table.ts";

const strata = 4;
const places = 100;
const people = 50;
const samples = 400;
/** Places drawn in a stratum, people in a place. */
const placesDrawn = (stratum: number): number => 30 + 8 * (stratum % 2);
const peopleDrawn = 15;

const draw = seededRandom(20261122);
const normal = (): number => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());

type Person = { readonly stratum: number; readonly sex: number; readonly income: number };
type Drawn = Person & { readonly unit: number; readonly weight: number };

const population: readonly (readonly (readonly Person[])[])[] = Array.from({ length: strata }, (_, stratum) =>
  Array.from({ length: places }, () => {
    const common = 0.2 * stratum + 0.25 * normal();
    return Array.from({ length: people }, () => {
      const sex = draw() < 0.5 ? 0 : 1;
      return { stratum, sex, income: Math.round(1000 * Math.exp(common - 0.15 * sex + 0.5 * normal())) };
    });
  }),
);

const requests: readonly IncomeRequest[] = (
  [
    { statistic: "at-risk-of-poverty-rate" },
    { statistic: "at-risk-of-poverty-rate", by: ["sex"] },
    { statistic: "at-risk-of-poverty-rate", by: ["sex"], thresholdFrom: "domain" },
    { statistic: "poverty-gap" },
    { statistic: "poverty-gap", order: 2 },
    { statistic: "relative-median-poverty-gap" },
    { statistic: "relative-median-poverty-gap", by: ["sex"] },
    { statistic: "quintile-share-ratio" },
    { statistic: "gini", by: ["sex"] },
    { statistic: "gender-pay-gap", group: "sex" },
    { statistic: "gender-pay-gap", group: "sex", method: "median" },
    { statistic: "deficit", threshold: 800 },
  ] as const
).map((request, at) => ({ id: String(at), variables: ["income"], ...request }));

function estimates(rows: readonly Drawn[]): readonly EstimateRow[] {
  const column = (value: (row: Drawn) => number): SurveyColumn => ({
    kind: "number",
    values: Float64Array.from(rows, value),
  });
  const table = {
    rows: rows.length,
    columns: new Map([
      ["income", column(({ income }) => income)],
      ["sex", column(({ sex }) => sex)],
      ["stratum", column(({ stratum }) => stratum)],
      ["unit", column(({ unit }) => unit)],
      ["weight", column(({ weight }) => weight)],
    ]),
  };
  const declared = { clusters: ["unit"], strata: ["stratum"], weights: "weight", fpc: [], nested: false };
  const design = compileDesign({ ...declared, singleUnit: "fail" }, table);
  if (!design.ok) throw new Error(JSON.stringify(design.problems));
  return requests.flatMap((request) => {
    const answer = estimateSurvey({ table, design: design.value }, request);
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    return answer.value as readonly EstimateRow[];
  });
}

/** Places with replacement, as the design counts them; people without. */
function sample(): readonly Drawn[] {
  const rows: Drawn[] = [];
  let unit = 0;
  for (const [stratum, ofStratum] of population.entries()) {
    const drawn = placesDrawn(stratum);
    const weight = (places / drawn) * (people / peopleDrawn);
    for (let i = 0; i < drawn; i++) {
      const left = ofStratum[Math.floor(draw() * places)]!.slice();
      unit += 1;
      for (let k = 0; k < peopleDrawn; k++)
        rows.push({ ...left.splice(Math.floor(draw() * left.length), 1)[0]!, unit, weight });
    }
  }
  return rows;
}

test("intervals at 95 % hold the value of the population in 92 to 97 % of samples", () => {
  const truth = estimates(
    population.flat().flatMap((place, unit) => place.map((person) => ({ ...person, unit, weight: 1 }))),
  );
  const held = truth.map(() => 0);
  const errors = truth.map(() => 0);
  const found = truth.map(() => [] as number[]);
  for (let s = 0; s < samples; s++)
    for (const [at, { estimate, standardError, low, high }] of estimates(sample()).entries()) {
      const value = truth[at]!.estimate;
      if (low <= value && value <= high) held[at]! += 1;
      errors[at]! += standardError / samples;
      found[at]!.push(estimate);
    }
  for (const [at, { group, measure }] of truth.entries()) {
    const mean = found[at]!.reduce((sum, value) => sum + value, 0) / samples;
    const spread = Math.sqrt(found[at]!.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (samples - 1));
    const what = `${at} ${JSON.stringify(group)} ${measure ?? ""} se/spread ${(errors[at]! / spread).toFixed(3)} held ${held[at]} of ${samples}`;
    expect(held[at]!, what).toBeGreaterThanOrEqual(0.92 * samples);
    expect(held[at]!, what).toBeLessThanOrEqual(0.97 * samples);
    expect(errors[at]! / spread, what).toBeGreaterThan(0.93);
    expect(errors[at]! / spread, what).toBeLessThan(1.1);
  }
});
