// The error of a share below a fixed line is that of the mean of an indicator; every way a design can go must
// give the same for both.

import { expect, test } from "vitest";
import { adjustWeights } from "./adjust-weights.ts";
import { compileDesign } from "./compile-design.ts";
import type { EstimateRequest, EstimateRow } from "./estimate-request.ts";
import { estimateSurvey } from "./estimate-survey.ts";
import { makeReplicates } from "./replicate-weights.ts";
import type { SampleDesign } from "./sample-design.ts";
import type { SurveyColumn } from "./survey-table.ts";

const line = 40;
const column = (value: (row: number) => number): readonly [SurveyColumn] => [
  { kind: "number", values: Float64Array.from({ length: 96 }, (_, row) => value(row)) },
];
const income = (row: number): number => (row % 31 === 7 ? Number.NaN : ((row * 37) % 89) + (row % 5));
const table = {
  rows: 96,
  columns: new Map(
    Object.entries({
      income: column(income)[0],
      poor: column((row) => (Number.isNaN(income(row)) ? Number.NaN : income(row) < line ? 1 : 0))[0],
      weight: column((row) => 1 + (row % 7))[0],
      unit: column((row) => Math.floor(row / 6))[0],
      stratum: column((row) => Math.floor(row / 48))[0],
      area: column((row) => (row * 7) % 3)[0],
      one: column(() => 1)[0],
    }),
  ),
};

function compiled(clusters: readonly string[], strata: readonly string[]): SampleDesign {
  const design = compileDesign(
    { clusters, strata, weights: "weight", fpc: [], nested: false, singleUnit: "fail" },
    table,
  );
  if (!design.ok) throw new Error(JSON.stringify(design.problems));
  return design.value;
}

function fitted(design: SampleDesign, by: string, totals: readonly number[]): SampleDesign {
  const adjusted = adjustWeights(design, table, {
    type: "poststratify",
    by: [by],
    totals: totals.map((total, at) => ({ [by]: by === "one" ? 1 : at, total })),
  });
  if (!adjusted.ok) throw new Error(JSON.stringify(adjusted.problems));
  return adjusted.value;
}

function errors(design: SampleDesign, request: Record<string, unknown>): readonly number[] {
  const answer = estimateSurvey({ table, design }, {
    id: "a",
    by: ["area"],
    ...request,
  } as unknown as EstimateRequest);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return (answer.value as readonly EstimateRow[]).flatMap((row) => [row.estimate, row.standardError]);
}

const clustered = compiled(["unit"], ["stratum"]);
const made = makeReplicates(clustered, { type: "JKn" });

test.for([
  ["clusters in strata", clustered],
  ["post-strata", fitted(clustered, "stratum", [300, 420])],
  ["replicates", made.ok ? { ...clustered, replicates: made.value } : clustered],
] as const)("the share below a fixed line has the error of a mean: %s", ([, design]) => {
  const asMean = errors(design, { statistic: "mean", variables: ["poor"] });
  const asRate = errors(design, {
    statistic: "at-risk-of-poverty-rate",
    variables: ["income"],
    threshold: line,
  });
  expect(asRate.length).toBe(6);
  for (const [at, value] of asRate.entries()) expect(value).toBeCloseTo(asMean[at]!, 12);
});

test("weights fitted to their own sum change no error, also where the line is estimated from everyone", () => {
  const drawn = compiled([], []);
  const sum = drawn.weights.reduce((total, weight) => total + weight, 0);
  for (const thresholdFrom of ["population", "domain"]) {
    const request = { statistic: "poverty-gap", variables: ["income"], thresholdFrom };
    const before = errors(drawn, request);
    const after = errors(fitted(drawn, "one", [sum]), request);
    for (const [at, value] of after.entries()) expect(value).toBeCloseTo(before[at]!, 10);
  }
});
