// Linearised errors of poverty and inequality on microdata beside those of replicates of the same design.
// Delete-one-unit jackknife replicates move a median by the distance to its neighbour and are no yardstick where
// the line is estimated: there stands the bootstrap.

import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { estimateSurvey, readSurveyRequest, surveyContext } from "#statistics";
import { type Loose, microdata, microdataAbsent, tableOf } from "./reference-tests.ts";

const households = {
  data: "households.csv",
  variable: "pc_exp",
  design: { clusters: ["ea"], strata: ["stratum"], weights: "hhweight", nested: true },
};
const employees = {
  data: "enterprise-employees.csv",
  variable: "earningsHour",
  design: { clusters: ["IDunit"], weights: "weights" },
};
const people = {
  data: "income-living-conditions.csv",
  variable: "eqIncome",
  design: { clusters: ["db030"], weights: "rb050" },
};

function errors(
  { data, variable, design }: typeof households | typeof employees,
  replicates: Loose,
  request: Loose,
) {
  const read = readSurveyRequest({
    data,
    design: { ...design, replicates },
    estimates: [{ id: "a", variables: [variable], ...request }],
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const context = surveyContext(read.value.design, tableOf(resolve(microdata, data)));
  if (!context.ok) throw new Error(JSON.stringify(context.problems));
  const answer = estimateSurvey(context.value, read.value.estimates[0]!);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.value as readonly Loose[];
}

const jackknife = { type: "JKn" };
const single = { type: "JK1" };
const bootstrap = { type: "bootstrap", replicates: 400, seed: 5 };
const rate = "at-risk-of-poverty-rate";
const gap = "relative-median-poverty-gap";

describe.skipIf(microdataAbsent)("linearised errors beside those of replicates", () => {
  test.for([
    // How far apart the two may be: exactly linear measures, smooth ones, those with estimated quantiles.
    ["households", households, jackknife, { statistic: rate, threshold: 2000 }, 0.01],
    ["households by area", households, jackknife, { statistic: rate, threshold: 2000, by: ["urbrur"] }, 0.01],
    ["households", households, jackknife, { statistic: "poverty-gap", threshold: 2000 }, 0.01],
    ["households", households, jackknife, { statistic: "deficit", threshold: 1500 }, 0.01],
    ["households", households, jackknife, { statistic: "gini" }, 0.02],
    ["households by area", households, jackknife, { statistic: "gini", by: ["urbrur"] }, 0.02],
    ["households", households, jackknife, { statistic: "quintile-share-ratio" }, 0.04],
    ["employees", employees, single, { statistic: "gini" }, 0.02],
    ["employees by sex", employees, single, { statistic: "poverty-gap", by: ["sex"] }, 0.02],
    ["employees", employees, single, { statistic: "gender-pay-gap", group: "sex" }, 0.02],
    ["households", households, bootstrap, { statistic: rate }, 0.08],
    ["households by area", households, bootstrap, { statistic: rate, by: ["urbrur"] }, 0.08],
    ["households", households, bootstrap, { statistic: gap }, 0.08],
    ["people", people, bootstrap, { statistic: rate }, 0.08],
    ["people", people, bootstrap, { statistic: "poverty-gap", thresholdFrom: "domain" }, 0.08],
  ] as const)("$0 $3", ([name, given, replicates, request, allowed]) => {
    const linearised = errors(given, null, request);
    const replicated = errors(given, replicates, request);
    for (const [at, row] of linearised.entries()) {
      expect(replicated[at].estimate).toBe(row.estimate);
      const off = Math.abs(row.standardError / replicated[at].standardError - 1);
      expect(off, `${name} ${JSON.stringify([request, row.group])}`).toBeLessThan(allowed);
    }
  });
});
