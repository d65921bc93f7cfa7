import { describe, expect, test } from "vitest";
import { seededRandom } from "#kernel";
import { compileDesign } from "./compile-design.ts";
import type { EstimateRequest, EstimateRow } from "./estimate-request.ts";
import { estimateSurvey } from "./estimate-survey.ts";
import { readSurveyRequest } from "./read-survey-request.ts";
import { makeReplicates } from "./replicate-weights.ts";
import type { DesignDeclaration } from "./sample-design.ts";
import type { SurveyTable } from "./survey-table.ts";

const tableOf = (columns: Readonly<Record<string, readonly number[]>>): SurveyTable => ({
  rows: Object.values(columns)[0]!.length,
  columns: new Map(
    Object.entries(columns).map(([name, values]) => [
      name,
      { kind: "number" as const, values: Float64Array.from(values) },
    ]),
  ),
});

const drawn = (rest: Partial<DesignDeclaration>): DesignDeclaration => ({
  clusters: [],
  strata: [],
  weights: null,
  fpc: ["p"],
  nested: false,
  singleUnit: "fail",
  pps: "brewer",
  ...rest,
});

function designOf(declaration: DesignDeclaration, table: SurveyTable) {
  const compiled = compileDesign(declaration, table);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.value;
}

function answerOf(declaration: DesignDeclaration, table: SurveyTable, request: object): EstimateRow {
  const answer = estimateSurvey({ table, design: designOf(declaration, table) }, {
    id: "a",
    statistic: "total",
    variables: ["y"],
    ...request,
  } as EstimateRequest);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.value[0] as EstimateRow;
}

const problemsOf = (declaration: DesignDeclaration, table: SurveyTable) => {
  const compiled = compileDesign(declaration, table);
  return compiled.ok ? [] : compiled.problems.map(({ code, message }) => `${code} ${message}`);
};

/** Chance of every pair under Brewer's method of drawing two units, in either order (Brewer 1963). */
function brewerPairs(size: readonly number[]) {
  const sum = size.reduce((a, b) => a + b, 0);
  const p = size.map((x) => x / sum);
  const first = p.map((x) => (x * (1 - x)) / (1 - 2 * x));
  const all = first.reduce((a, b) => a + b, 0);
  const pairs: { readonly i: number; readonly j: number; readonly chance: number }[] = [];
  for (let i = 0; i < p.length; i++)
    for (let j = i + 1; j < p.length; j++)
      pairs.push({
        i,
        j,
        chance: (first[i]! / all) * (p[j]! / (1 - p[i]!)) + (first[j]! / all) * (p[i]! / (1 - p[j]!)),
      });
  return { probability: p.map((x) => 2 * x), pairs };
}

describe("two units by Brewer's method, every sample listed", () => {
  const size = [4, 6, 7, 9, 11, 13, 15, 16];
  const y = [3, 7, 6, 11, 10, 16, 13, 19];
  const { probability, pairs } = brewerPairs(size);
  const squares = probability.reduce((sum, value) => sum + value * value, 0);

  /** Mean over all samples of the estimated variance, over the variance of the estimated totals. */
  function overTruth(declaration: Partial<DesignDeclaration>) {
    const truth = y.reduce((a, b) => a + b, 0);
    let variance = 0;
    let estimated = 0;
    let mean = 0;
    for (const { i, j, chance } of pairs) {
      const table = tableOf({
        y: [y[i]!, y[j]!],
        p: [probability[i]!, probability[j]!],
        w: [1 / probability[i]!, 1 / probability[j]!],
        s: [squares, squares],
      });
      const { estimate, standardError } = answerOf(drawn(declaration), table, {});
      mean += chance * estimate;
      variance += chance * (estimate - truth) ** 2;
      estimated += chance * standardError ** 2;
    }
    expect(mean).toBeCloseTo(truth, 10);
    return estimated / variance;
  }

  test("the chances of the pairs add up to the inclusion probabilities", () => {
    for (const [unit, value] of probability.entries())
      expect(
        pairs.reduce((sum, { i, j, chance }) => sum + (i === unit || j === unit ? chance : 0), 0),
      ).toBeCloseTo(value, 12);
  });

  test("both approximations come near the true variance, drawing with replacement overstates it", () => {
    const figures = {
      brewer: overTruth({}),
      hartleyRao: overTruth({ pps: "hartley-rao", ppsSquares: "s" }),
      withReplacement: overTruth({ pps: null, fpc: [], weights: "w" }),
    };
    expect(Math.abs(figures.brewer - 1)).toBeLessThan(0.01);
    expect(Math.abs(figures.hartleyRao - 1)).toBeLessThan(0.005);
    expect(figures.withReplacement).toBeGreaterThan(1.35);
  });
});

/** A sample by Sampford's method: drawn with replacement until all units differ (Sampford 1967). */
function sampford(probability: readonly number[], n: number, draw: () => number): readonly number[] {
  const pick = (weights: readonly number[]) => {
    const sum = weights.reduce((a, b) => a + b, 0);
    let at = draw() * sum;
    return weights.findIndex((value) => {
      at -= value;
      return at < 0;
    });
  };
  const odds = probability.map((value) => value / (1 - value));
  for (;;) {
    const chosen = [pick(probability), ...Array.from({ length: n - 1 }, () => pick(odds))];
    if (new Set(chosen).size === n && !chosen.includes(-1)) return chosen;
  }
}

test("six of thirty units by Sampford's method, 4,000 samples: the mean of the variances is within 5 per cent", () => {
  const draw = seededRandom(11);
  const size = Array.from({ length: 30 }, (_, i) => 5 + i);
  const sum = size.reduce((a, b) => a + b, 0);
  const probability = size.map((x) => (6 * x) / sum);
  const y = size.map((x) => 2 * x + 20 * draw());
  const truth = y.reduce((a, b) => a + b, 0);
  const squares = probability.reduce((all, value) => all + value * value, 0);
  let variance = 0;
  const estimated = { brewer: 0, "hartley-rao": 0, none: 0 };
  for (let round = 0; round < 4000; round++) {
    const chosen = sampford(probability, 6, draw);
    const table = tableOf({
      y: chosen.map((unit) => y[unit]!),
      p: chosen.map((unit) => probability[unit]!),
      s: chosen.map(() => squares),
      w: chosen.map((unit) => 1 / probability[unit]!),
    });
    const brewer = answerOf(drawn({}), table, {});
    variance += (brewer.estimate - truth) ** 2;
    estimated.brewer += brewer.standardError ** 2;
    estimated["hartley-rao"] +=
      answerOf(drawn({ pps: "hartley-rao", ppsSquares: "s" }), table, {}).standardError ** 2;
    estimated.none += answerOf(drawn({ pps: null, fpc: [], weights: "w" }), table, {}).standardError ** 2;
  }
  expect(Math.abs(estimated.brewer / variance - 1)).toBeLessThan(0.05);
  expect(Math.abs(estimated["hartley-rao"] / variance - 1)).toBeLessThan(0.05);
  expect(estimated.none / variance).toBeGreaterThan(1.15);
});

describe("what must hold", () => {
  const draw = seededRandom(3);
  const rows = Array.from({ length: 48 }, (_, row) => row);
  const stratum = rows.map((row) => Math.floor(row / 16));
  const unit = rows.map((row) => Math.floor(row / 4));
  const probability = unit.map((of) => 0.1 + 0.05 * (of % 7));
  const table = tableOf({
    y: rows.map(() => 10 * draw()),
    x: rows.map(() => 10 * draw()),
    stratum,
    unit,
    p: probability,
    even: rows.map(() => 0.2),
    inside: rows.map(() => 0.5),
    counts: rows.map(() => 8),
    group: rows.map((row) => row % 3),
    only: rows.map((row) => (unit[row] === 5 ? 1 : 0)),
  });
  const twoStage = drawn({ clusters: ["unit", "row"], strata: ["stratum"], fpc: ["p", "inside"] });
  const withRows = {
    ...table,
    columns: new Map(table.columns).set("row", { kind: "number", values: Float64Array.from(rows) }),
  };

  test("equal probabilities give what sampling fractions give, stage by stage", () => {
    const declared = { clusters: ["unit", "row"], strata: ["stratum"], fpc: ["even", "inside"] };
    const unequal = answerOf(drawn(declared), withRows, {});
    const equal = answerOf(drawn({ ...declared, pps: null }), withRows, {});
    expect(unequal.standardError / equal.standardError).toBeCloseTo(1, 13);
    expect(unequal.estimate).toBe(equal.estimate);
  });

  test("the published sum, by hand: strata, units and rows inside them", () => {
    // Σ m/(m−1) Σ (1−π)(z−z̄)² over units, and Σ π (n/(n−1)) (1−f) Σ (w y − mean)² over rows of each.
    const y = (table.columns.get("y") as { readonly values: Float64Array }).values;
    const weighted = rows.map((row) => y[row]! / probability[row]! / 0.5);
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    let variance = 0;
    for (const of of [0, 1, 2]) {
      const units = [0, 1, 2, 3].map((k) => 4 * of + k);
      const z = units.map((u) =>
        rows.filter((row) => unit[row] === u).reduce((sum, row) => sum + weighted[row]!, 0),
      );
      for (const [k, u] of units.entries()) {
        const pi = probability[4 * u]!;
        variance += (4 / 3) * (1 - pi) * (z[k]! - mean(z)) ** 2;
        const own = rows.filter((row) => unit[row] === u).map((row) => weighted[row]!);
        variance += pi * (4 / 3) * 0.5 * own.reduce((sum, value) => sum + (value - mean(own)) ** 2, 0);
      }
    }
    expect(answerOf(twoStage, withRows, {}).standardError / Math.sqrt(variance)).toBeCloseTo(1, 12);
  });

  test("a domain is the variable times the indicator, units without cases included", () => {
    const y = (table.columns.get("y") as { readonly values: Float64Array }).values;
    const only = (table.columns.get("only") as { readonly values: Float64Array }).values;
    const product = {
      ...withRows,
      columns: new Map(withRows.columns).set("y", {
        kind: "number",
        values: y.map((value, row) => value * only[row]!),
      }),
    };
    for (const pps of ["brewer", "hartley-rao"] as const) {
      const domain = answerOf({ ...twoStage, pps }, withRows, { where: { only: [1] } });
      const whole = answerOf({ ...twoStage, pps }, product, {});
      expect(domain.standardError / whole.standardError).toBeCloseTo(1, 12);
      expect(domain.standardError).toBeGreaterThan(0);
    }
  });

  test("JKn with a factor for each unit gives the same error of a total", () => {
    const declared = drawn({ clusters: ["unit"], strata: ["stratum"] });
    const design = designOf(declared, table);
    const replicates = makeReplicates(design, { type: "JKn", mse: true });
    if (!replicates.ok) throw new Error(JSON.stringify(replicates.problems));
    const request = { id: "a", statistic: "total", variables: ["y"] } as const;
    const answer = estimateSurvey({ table, design: { ...design, replicates: replicates.value } }, request);
    const linear = answerOf(declared, table, {});
    expect(answer.ok && (answer.value[0] as EstimateRow).standardError / linear.standardError).toBeCloseTo(
      1,
      12,
    );
  });

  test("units that were certain to be drawn change nothing", () => {
    const without = tableOf({ y: [5, 9, 4], p: [0.2, 0.5, 0.4], s: [1.2, 1.2, 1.2] });
    const certain = tableOf({
      y: [5, 70, 9, 4, 80],
      p: [0.2, 1, 0.5, 0.4, 1],
      s: [3.2, 3.2, 3.2, 3.2, 3.2],
    });
    const known = drawn({ pps: "hartley-rao", ppsSquares: "s" });
    expect(answerOf(known, certain, {}).standardError).toBeCloseTo(
      answerOf(known, without, {}).standardError,
      12,
    );
    expect(answerOf(drawn({}), certain, {}).standardError).toBeCloseTo(
      answerOf(drawn({}), without, {}).standardError,
      12,
    );
    expect(answerOf(drawn({}), certain, {}).estimate).toBeCloseTo(
      answerOf(drawn({}), without, {}).estimate + 150,
      10,
    );
    expect(answerOf(drawn({}), tableOf({ y: [1, 2], p: [1, 1] }), {}).standardError).toBe(0);
    // One unit by chance, the other certain: there is no spread to see.
    const one = tableOf({ y: [1, 2], p: [1, 0.5] });
    const answer = estimateSurvey(
      { table: one, design: designOf(drawn({}), one) },
      { id: "a", statistic: "total", variables: ["y"] },
    );
    expect(answer.ok).toBe(false);
  });

  test("what is wrong is said in words, with rows", () => {
    const bad = tableOf({ y: [1, 2, 3, 4], p: [0.2, 0, 1.5, 0.2], unit: [1, 1, 2, 3], s: [9, 9, 9, 9] });
    expect(problemsOf(drawn({}), bad)[0]).toMatch(
      /^statistics.survey-probability-invalid "p" holds no probability in 2 rows \(rows 3, 4\); the first is 0\./,
    );
    expect(problemsOf(drawn({ clusters: ["unit"] }), bad).join()).toContain(
      'survey-probability-uneven "p" differs inside one sampling unit in 1 row (row 3): it is 0.2 and 0.',
    );
    const fine = tableOf({ y: [1, 2], p: [0.9, 0.9], s: [9, 9], tiny: [1e-9, 1e-9], apart: [1, 2] });
    expect(problemsOf(drawn({ pps: "hartley-rao", ppsSquares: "s" }), fine)[0]).toContain(
      '"s" is 9 in stratum',
    );
    expect(problemsOf(drawn({ pps: "hartley-rao", ppsSquares: "apart" }), fine)[0]).toContain(
      "differs inside one stratum",
    );
    expect(problemsOf(drawn({ pps: "hartley-rao", ppsSquares: "tiny" }), fine)[0]).toContain(
      "a variance below 0",
    );
    expect(problemsOf(drawn({ pps: "hartley-rao", ppsSquares: "nowhere" }), fine)[0]).toContain("no column");
    expect(problemsOf(drawn({ fpc: [], weights: 1 }), fine)[0]).toContain("names no column that holds them");
  });
});

test("a request states the method and the column of squares", () => {
  const request = (pps: string) =>
    readSurveyRequest({
      design: { fpc: ["p"], weights: null, pps, ppsSquares: "s" },
      estimates: [{ id: "a", statistic: "total", variables: ["y"] }],
    });
  const read = request("hartley-rao");
  expect(read.ok && read.value.design).toMatchObject({ pps: "hartley-rao", ppsSquares: "s" });
  expect(read.ok && read.value.columns).toEqual(["p", "s", "y"]);
  const wrong = request("sampford");
  expect(wrong.ok ? [] : wrong.problems.map(({ at }) => at)).toMatchObject([{ field: "design.pps" }]);
});
