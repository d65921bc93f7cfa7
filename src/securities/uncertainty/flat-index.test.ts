// One truth: the fast path gives what the compiled index gives, whatever is set otherwise.

import { describe, expect, test } from "vitest";
import { seededRandom } from "#kernel";
import { type Aggregation, competitionRank } from "#statistics";
import { type CompiledIndex, compileIndex, type IndexChanges } from "../compiled-index.ts";
import { countryGroupIds, countryGroupOf } from "../country-groups.ts";
import type { StepChoices } from "../indicator-column.ts";
import { readIndexDefinition } from "../read-index-definition.ts";
import { gridOf } from "../run-index.ts";
import { flatIndex } from "./flat-index.ts";
import { groupAt } from "./group-tally.ts";
import { rankInto } from "./rank-tally.ts";

const pick = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

const normalisations = [
  { method: "min-max", low: 0, high: 100 },
  { method: "min-max", low: 1, high: 10 },
  { method: "z-score", mean: 5, deviation: 1 },
  { method: "rank" },
  { method: "borda" },
  { method: "percentile-rank" },
  { method: "goalposts", from: -10, to: 40, scale: 1, truncate: true },
  { method: "distance-to-reference", area: "B", cap: false },
] as const;
const aggregations: readonly Aggregation[] = [
  { method: "arithmetic" },
  { method: "geometric" },
  { method: "harmonic" },
  { method: "power", power: 2 },
  { method: "power", power: 0 },
  { method: "median" },
  { method: "copeland" },
];
const limits = { skewness: 1, kurtosis: 1 };
const treatments = [
  null,
  { limits, winsoriseAtMost: 2, otherwise: null },
  { limits, winsoriseAtMost: 1, otherwise: { method: "log-ct" as const } },
  { limits, winsoriseAtMost: 0, otherwise: { method: "box-cox" as const, lambda: 0.5 } },
];
const imputation = (method: "mean" | "group-mean" | "group-median" | "latest") => ({
  method,
  groupBy: method.startsWith("group") ? "kind" : null,
  mostYears: null,
  maximumShare: null,
});
const imputations = [
  null,
  imputation("mean"),
  imputation("group-mean"),
  imputation("group-median"),
  imputation("latest"),
];

/** An index of a random shape over random values with holes, outliers, ties and a constant indicator. */
function randomIndex(seed: number): CompiledIndex {
  const random = seededRandom(seed);
  const areas = "ABCDEFGHIJKL".slice(0, 5 + Math.floor(random() * 8)).split("");
  const periods = random() < 0.5 ? [null] : ["2019", "2020", "2021"];
  const withRoles = random() < 0.5;
  const roles = ["input", "process", "outcome"] as const;
  const parents = ["s0", "s1", "s2"];
  const leaves = Array.from({ length: 9 }, (_, i) => ({
    id: `i${i}`,
    parent: i === 8 ? "top" : parents[i % 3],
    direction: random() < 0.7 ? 1 : -1,
    weight: 0.5 + random(),
    ...(i === 1 && { denominator: "d" }),
    ...(i === 2 && { transformation: { method: "cap", low: -5, high: 30 } }),
    ...(i === 3 && { normalisation: { method: "min-max", low: 2, high: 5 } }),
  }));
  const read = readIndexDefinition({
    id: "x",
    version: "1",
    title: "x",
    nodes: [
      { id: "top" },
      ...parents.map((id, i) => ({
        id,
        parent: "top",
        weight: 1 + i,
        ...(withRoles && { role: roles[i] }),
      })),
      ...leaves,
    ],
    ...(random() < 0.3 && { screening: { minimumShare: 0.6 } }),
    ...(random() < 0.5 && periods[0] !== null && { referencePeriod: "2020" }),
    renormaliseSubIndexes: random() < 0.5,
    missing: { minimumShare: random() < 0.5 ? 0 : 0.5 },
    normalisation: pick(random, [
      { method: "min-max", low: 0, high: 1 },
      { method: "min-max", low: 1, high: 100 },
    ]),
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  // Put in afterwards: some of these means do not fit these scales, and a reader would be told so.
  const definition = {
    ...read.value,
    aggregation: pick(random, aggregations),
    nodes: read.value.nodes.map((node) =>
      node.direction === null && random() < 0.3 ? { ...node, aggregation: pick(random, aggregations) } : node,
    ),
  };
  const value = (indicator: number) => {
    if (random() < 0.12) return null;
    if (indicator === 7) return 3;
    if (random() < 0.05) return 400 * random();
    return Math.round(40 * random() - 5) / (indicator % 2 === 0 ? 1 : 7);
  };
  const observations = [...leaves.map(({ id }) => id), "d"].flatMap((indicator, i) =>
    areas.flatMap((area) => periods.map((period) => ({ area, indicator, period, value: value(i) }))),
  );
  const grid = gridOf(definition, observations);
  if (!grid.ok) throw new Error(JSON.stringify(grid.problems));
  const kinds = grid.value.areas.map(() => pick(random, ["p", "q", null]));
  return compileIndex(definition, grid.value, new Map([["kind", kinds]]));
}

/** Ways of computing that a replicate may take, and the changes that say the same. */
function randomChanges(index: CompiledIndex, random: () => number) {
  const choices: StepChoices = {
    normalisation: pick(random, normalisations),
    imputation: pick(random, imputations),
    treatment: pick(random, treatments),
  };
  // Of values that may be 0 or below, geometric means and their like are taken with a shift: see below.
  const isPositive =
    !index.definition.renormaliseSubIndexes &&
    index.definition.referencePeriod === null &&
    choices.normalisation?.method === "min-max" &&
    choices.normalisation.low > 0;
  const free = isPositive
    ? aggregations
    : aggregations.filter(
        ({ method }) => method !== "geometric" && method !== "harmonic" && method !== "power",
      );
  const aggregation = pick(random, [null, ...free]);
  const { nodes } = index.definition;
  const weights = Float64Array.from(nodes, ({ weight }) => weight * (0.5 + random()));
  const indicators = nodes.flatMap((node, i) => (node.direction === null ? [] : [i]));
  const without = random() < 0.5 ? -1 : pick(random, indicators);
  const values =
    random() < 0.5
      ? null
      : indicators.map((at) =>
          random() < 0.3
            ? null
            : index.grid.values.get(nodes[at]!.id)!.map((value) => value + random() - 0.5),
        );
  const changes: IndexChanges = {
    ...choices,
    weights: new Map(nodes.map(({ id }, i) => [id, weights[i]!])),
    ...(aggregation && { aggregation }),
    ...(without >= 0 && { without: nodes[without]!.id }),
    ...(values && {
      values: new Map(indicators.flatMap((at, i) => (values[i] ? [[nodes[at]!.id, values[i]]] : []))),
    }),
  };
  return { choices, run: { steps: 0, aggregation, weights, without, values }, changes };
}

describe("the fast path equals the compiled index", () => {
  test("scores of every node within 1e-12, for 600 random changes of 60 random indexes", () => {
    let [compared, withValue, dropped, otherMean] = [0, 0, 0, 0];
    for (let seed = 1; seed <= 60; seed++) {
      const index = randomIndex(seed);
      const random = seededRandom(1000 + seed);
      const { grid } = index;
      const asked = random() < 0.5 ? [...grid.periods.keys()] : [grid.periods.length - 1];
      for (let k = 0; k < 10; k++) {
        const { choices, run, changes } = randomChanges(index, random);
        const expected = index.run(changes);
        if (!expected.ok) continue;
        const flat = flatIndex(index, [choices], changes.weights!, asked);
        flat.run(run);
        for (const [id, column] of expected.value.nodes) {
          const at = flat.positions.get(id)!;
          expect(flat.dropped[at] === 1, `dropped ${id}, seed ${seed}`).toBe(column.dropped);
          if (column.dropped) dropped += 1;
          if (run.aggregation) otherMean += 1;
          for (const period of asked)
            for (let area = 0; area < grid.areas.length; area++) {
              const found = flat.columns[at]![flat.firstOf.get(period)! + area]!;
              const wanted = column.values[period * grid.areas.length + area]!;
              compared += 1;
              if (Number.isNaN(wanted)) expect(found, `${id}, seed ${seed}, ${k}`).toBeNaN();
              else {
                withValue += 1;
                const away = Math.abs(found - wanted) / Math.max(1, Math.abs(wanted));
                expect(away, `${id}, seed ${seed}, change ${k}: ${found} for ${wanted}`).toBeLessThan(1e-12);
              }
            }
        }
      }
    }
    expect(Math.min(compared, withValue, otherMean)).toBeGreaterThan(100);
    expect(dropped).toBeGreaterThan(0);
  });

  test("where values may be 0, a geometric mean is taken of shifted ones and shifted back", () => {
    const read = readIndexDefinition({
      id: "x",
      version: "1",
      title: "x",
      normalisation: { method: "min-max", low: 0, high: 100 },
      nodes: [
        { id: "top" },
        { id: "part", parent: "top" },
        ...["a", "b", "c"].map((id, i) => ({ id, parent: i < 2 ? "part" : "top", direction: 1 })),
      ],
    });
    if (!read.ok) throw new Error("definition");
    const rows = { a: [0, 2, 4], b: [6, 0, 3], c: [1, 2, 3] };
    const observations = Object.entries(rows).flatMap(([indicator, values]) =>
      values.map((value, i) => ({ area: "KLM"[i]!, indicator, period: null, value })),
    );
    const grid = gridOf(read.value, observations);
    if (!grid.ok) throw new Error("grid");
    const index = compileIndex(read.value, grid.value);
    const weights = new Map(read.value.nodes.map(({ id, weight }) => [id, weight]));
    const flat = flatIndex(index, [{}], weights, [0]);
    const run = {
      steps: 0,
      aggregation: { method: "geometric" } as const,
      weights: Float64Array.from(read.value.nodes, ({ weight }) => weight),
      without: -1,
      values: null,
    };
    expect(flat.run(run).undefinedCells).toBe(0);
    // The scale 0 to 100 begins a hundredth of its range above 0: 1 to 101, less 1 in the end.
    const shifted = index.run({
      normalisation: { method: "min-max", low: 1, high: 101 },
      aggregation: { method: "geometric" },
    });
    if (!shifted.ok) throw new Error("run");
    for (const [i, value] of shifted.value.nodes.get("top")!.values.entries())
      expect(flat.columns[flat.positions.get("top")!]![i]).toBeCloseTo(value - 1, 11);
  });
});

describe("ranks and groups replicate by replicate", () => {
  test("ranks are those of a run, ties and missing scores included, whatever order came before", () => {
    const random = seededRandom(4);
    for (let k = 0; k < 300; k++) {
      const scores = Float64Array.from({ length: 12 }, () =>
        random() < 0.2 ? Number.NaN : Math.round(random() * 6) + (random() < 0.3 ? 5e-13 : 0),
      );
      const order = Int32Array.from({ length: 12 }, (_, i) => (i * 5 + k) % 12);
      const ranks = new Int32Array(12);
      rankInto(scores, 0, order, ranks, 1e-12);
      const expected = competitionRank([...scores], 1e-12).map((rank) => rank ?? 0);
      expect([...ranks]).toEqual(expected);
    }
  });

  test("groups are those of the rule for every combination of high, low and missing", () => {
    const values = [Number.NaN, 0.4, 0.6];
    for (let k = 0; k < 81; k++) {
      const at = (part: number) => values[Math.floor(k / 3 ** part) % 3]!;
      const columns = [0, 1, 2, 3].map((part) => Float64Array.of(at(part)));
      const score = (part: number) => (Number.isNaN(at(part)) ? null : at(part));
      const { group } = countryGroupOf(
        { index: score(0), input: score(1), process: score(2), outcome: score(3) },
        { index: 0.5, input: 0.5, process: 0.5, outcome: 0.5 },
      );
      expect(countryGroupIds[groupAt(columns, 0, Float64Array.of(0.5, 0.5, 0.5, 0.5))]).toBe(group);
    }
  });
});
