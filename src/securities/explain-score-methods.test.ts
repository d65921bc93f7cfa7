// The explanation of a score under every method: the value after each step, the weight that counted, and
// what the values became together, worked out again from what the explanation says.

import { expect, test } from "vitest";
import { minMaxNormalise } from "#statistics";
import { explainScore, restsOnWholeSet } from "./explain-score.ts";
import type { IndexObservation, IndexRun } from "./index-run.ts";
import { readIndexDefinition } from "./read-index-definition.ts";
import { runIndex } from "./run-index.ts";

const cells: Readonly<Record<string, readonly (number | null)[]>> = {
  X: [3, 9, 4, null, 8, 2],
  Y: [10, 30, 20, 60, 50, 900],
  Z: [7, 2, 5, 4, 9, 1],
  POP: [1, 2, 2, 3, 4, 5],
};
const observations: IndexObservation[] = Object.entries(cells).flatMap(([indicator, values]) =>
  values.map((value, i) => ({ area: "ABCDEF"[i]!, indicator, period: null, value })),
);
function made(more: object, leaves: Readonly<Record<string, object>> = {}) {
  const leaf = (id: string, parent: string) => ({ id, parent, direction: 1, ...leaves[id] });
  const nodes = [
    { id: "top" },
    { id: "part", parent: "top", role: "outcome" },
    leaf("X", "part"),
    leaf("Y", "part"),
    leaf("Z", "top"),
  ];
  const read = readIndexDefinition({
    id: "t",
    version: "1",
    title: "T",
    nodes,
    missing: { minimumShare: 0 },
    ...more,
  });
  if (!read.ok) throw new Error(read.problems[0]?.message);
  const run = runIndex(read.value, observations);
  if (!run.ok) throw new Error(run.problems[0]?.message);
  return { definition: read.value, run: run.value };
}

const means: Readonly<
  Record<string, (parts: readonly (readonly [value: number, share: number])[]) => number>
> = {
  arithmetic: (parts) => parts.reduce((sum, [value, share]) => sum + share * value, 0),
  geometric: (parts) => parts.reduce((product, [value, share]) => product * value ** share, 1),
  harmonic: (parts) => 1 / parts.reduce((sum, [value, share]) => sum + share / value, 0),
  power: (parts) => Math.sqrt(parts.reduce((sum, [value, share]) => sum + share * value * value, 0)),
};

const stretch = (run: IndexRun, node: string, mean: number) => {
  const range = run.renormalisation.find((one) => one.node === node);
  return range ? minMaxNormalise(mean, range.minimum!, range.maximum!, { low: 1, high: 10 })! : mean;
};
const onScale = { normalisation: { method: "min-max", low: 1, high: 10 } };

test.each([
  ["arithmetic", onScale],
  ["geometric", { ...onScale, aggregation: "geometric" }],
  ["harmonic", { ...onScale, aggregation: "harmonic" }],
  ["power", { ...onScale, aggregation: { method: "power", power: 2 } }],
  ["arithmetic", { ...onScale, weights: "equal" }],
  ["arithmetic", { ...onScale, imputation: "median", treatment: { method: "winsorise", atMost: 2 } }],
])("under the %s mean of %j each score is the mean of what its explanation lists", (mean, more) => {
  const { definition, run } = made(more, { X: { weight: 3 } });
  for (const score of run.scores) {
    const found = explainScore(definition, run, observations, score);
    if (!found.ok) throw new Error(found.problems[0]?.message);
    const { contributions, aggregation } = found.value;
    expect(aggregation.method).toBe(mean);
    const parts = contributions.flatMap(({ value, weightUsed }) =>
      weightUsed === null ? [] : [[value!, weightUsed] as const],
    );
    if (score.score === null) expect(found.value.mean).toBeNull();
    else {
      expect(found.value.mean).toBeCloseTo(means[mean]!(parts), 12);
      expect(stretch(run, score.node, found.value.mean!)).toBeCloseTo(score.score, 12);
    }
  }
});

test.each([
  { normalisation: "z-score", renormaliseSubIndexes: false },
  { normalisation: "rank", renormaliseSubIndexes: false },
  { normalisation: "percentile-rank", aggregation: "median", renormaliseSubIndexes: false },
  { aggregation: "copeland", renormaliseSubIndexes: false },
  { weights: "principal-components", screening: { minimumShare: 1 }, renormaliseSubIndexes: false },
])("with %j every score that is not stretched is the mean its explanation gives", (more) => {
  const isFound = "weights" in more;
  // Parts that move together, where weights are found from it.
  const { definition, run } = made(more, isFound ? { Y: { direction: -1 }, Z: { weight: 2 } } : {});
  for (const score of run.scores) {
    const found = explainScore(definition, run, observations, score);
    if (!found.ok) throw new Error(found.problems[0]?.message);
    if (score.score === null) expect(found.value.mean).toBeNull();
    else expect(found.value.mean).toBeCloseTo(score.score, 12);
    for (const { node, weight } of found.value.contributions)
      expect(weight).toBe(isFound ? run.weights!.find((one) => one.node === node)!.weight : 1);
  }
});

test("a filled, a divided, a bent and a drawn-in value show what each step made of them", () => {
  const { definition, run } = made(
    { imputation: "median" },
    {
      X: { transformation: "square-root" },
      Y: { denominator: "POP", imputation: "none", treatment: { method: "winsorise", atMost: 1 } },
    },
  );
  const of = (area: string) => {
    const found = explainScore(definition, run, observations, { area, node: "part", period: null });
    if (!found.ok) throw new Error(found.problems[0]?.message);
    return found.value.contributions;
  };
  expect(of("D")[0]).toMatchObject({
    state: "used",
    observed: null,
    missing: "missing",
    steps: [
      { step: "imputation", rule: "median", value: 4 },
      { step: "transformation", rule: "square-root", value: 2 },
    ],
  });
  expect(of("F")[1]).toMatchObject({
    observed: 900,
    steps: [
      { step: "denominator", rule: "POP", value: 180 },
      { step: "treatment", rule: "winsorise", value: 20 },
    ],
    value: 1,
  });
});

test("a part of weight 0 is shown and not counted", () => {
  const { definition, run } = made({}, { Y: { weight: 0 } });
  const found = explainScore(definition, run, observations, { area: "A", node: "part", period: null });
  expect(found.ok && found.value.contributions[1]).toMatchObject({
    state: "uncounted",
    weightUsed: null,
    observed: 10,
  });
});

test("observations that are not those of the run explain nothing", () => {
  const { definition, run } = made({ normalisation: "rank", renormaliseSubIndexes: false });
  expect(restsOnWholeSet(definition)).toBe(true);
  const own = observations.filter(({ area }) => area === "A");
  const found = explainScore(definition, run, own, { area: "A", node: "top", period: null });
  expect(found.ok ? "accepted" : found.problems[0]?.code).toBe("securities.score-differs");
});
