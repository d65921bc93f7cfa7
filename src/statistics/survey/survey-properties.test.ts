// What must hold of every estimate, whatever the data: a wrong index, centre or factor breaks one of these.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "#kernel";
import { compileDesign } from "./compile-design.ts";
import type { EstimateRequest, EstimateRow } from "./estimate-request.ts";
import { estimateSurvey } from "./estimate-survey.ts";
import { linearEstimates } from "./linear-estimates.ts";
import { makeReplicates, type ReplicateWishes } from "./replicate-weights.ts";
import { requestDomains } from "./request-domains.ts";
import type { DesignDeclaration, SampleDesign } from "./sample-design.ts";
import type { SurveyColumn, SurveyTable } from "./survey-table.ts";
import { analysisVariables } from "./variables.ts";

type Rows = Readonly<Record<string, readonly (number | string)[]>>;

const tableOf = (rows: Rows): SurveyTable => ({
  rows: Object.values(rows)[0]!.length,
  columns: new Map(Object.entries(rows).map(([name, cells]) => [name, columnOf(cells)])),
});

function columnOf(cells: readonly (number | string)[]): SurveyColumn {
  if (cells.every((cell) => typeof cell === "number"))
    return { kind: "number", values: Float64Array.from(cells) };
  const levels = [...new Set(cells.map(String))].sort();
  return { kind: "category", levels, codes: Int32Array.from(cells, (cell) => levels.indexOf(String(cell))) };
}

const declared: DesignDeclaration = {
  clusters: ["unit"],
  strata: ["stratum"],
  weights: "w",
  fpc: ["units"],
  nested: false,
  singleUnit: "fail",
};

function designOf(table: SurveyTable, declaration = declared): SampleDesign {
  const compiled = compileDesign(declaration, table);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.value;
}

function rowsOf(table: SurveyTable, request: object, design = designOf(table)): readonly EstimateRow[] {
  const answer = estimateSurvey({ table, design }, { id: "a", ...request } as EstimateRequest);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.value as readonly EstimateRow[];
}

/** A sample of clusters in strata, with values that tie and values that do not. */
function sample(seed: number, strata: number, unitsEach: () => number): Rows {
  const draw = seededRandom(seed);
  const rows = {
    stratum: [],
    unit: [],
    w: [],
    units: [],
    y: [],
    x: [],
    tied: [],
    group: [],
    event: [],
  } as Record<string, (number | string)[]>;
  let unit = 0;
  for (let of = 0; of < strata; of++) {
    const drawn = unitsEach();
    for (let k = 0; k < drawn; k++, unit++) {
      const effect = draw();
      for (let row = 0; row < 2 + Math.floor(4 * draw()); row++) {
        rows["stratum"]!.push(`s${of}`);
        rows["unit"]!.push(unit);
        rows["w"]!.push(1 + 9 * draw());
        rows["units"]!.push(drawn + of + 1);
        rows["y"]!.push(100 + 20 * effect + 10 * draw());
        rows["x"]!.push(5 + draw());
        rows["tied"]!.push(Math.floor(5 * draw()));
        rows["group"]!.push("abc"[Math.floor(3 * draw())]!);
        rows["event"]!.push(draw() < 0.4 ? "yes" : "no");
      }
    }
  }
  return rows;
}

const someSample = fc
  .record({ seed: fc.nat(1e6), strata: fc.integer({ min: 1, max: 5 }), most: fc.integer({ min: 2, max: 6 }) })
  .map(({ seed, strata, most }) => {
    const draw = seededRandom(seed + 1);
    return sample(seed, strata, () => Math.max(2, Math.ceil(most * draw())));
  });

const requests: Readonly<Record<string, object>> = {
  mean: { statistic: "mean", variables: ["y", "x"] },
  "total by group": { statistic: "total", variables: ["y"], by: ["group"] },
  ratio: { statistic: "ratio", variables: ["y"], denominator: "x" },
  shares: { statistic: "mean", variables: ["group"] },
  proportion: { statistic: "proportion", variables: ["event"], level: "yes" },
  quantile: { statistic: "quantile", variables: ["y"], probabilities: [0.1, 0.5, 0.8] },
  "quantile of ties": { statistic: "quantile", variables: ["tied"], probabilities: [0.1, 0.5, 0.8] },
  "score interval": { statistic: "quantile", variables: ["y"], probabilities: [0.5], interval: "score" },
  regression: { statistic: "glm", family: "gaussian", response: "y", predictors: ["x", "group"] },
  test: { statistic: "chisq", variables: ["group", "event"] },
};

const taken = (rows: Rows, order: readonly number[], change: Partial<Rows> = {}): Rows =>
  Object.fromEntries(
    Object.entries({ ...rows, ...change }).map(([name, cells]) => [name, order.map((row) => cells![row]!)]),
  );

/** Every number of two answers, near enough for sums in another order. */
function expectSame(one: readonly object[], other: readonly object[], names: readonly string[]) {
  const found = (rows: readonly object[]) =>
    rows.flatMap((row) => names.flatMap((name) => (row as Record<string, unknown>)[name]));
  const given = found(other);
  expect(given.length).toBe(found(one).length);
  for (const [at, a] of found(one).entries()) {
    const b = given[at];
    if (typeof a !== "number" || Number.isNaN(a)) expect(b).toEqual(a);
    else
      expect(Math.abs(a - Number(b)), `${names}: ${a} and ${b}`).toBeLessThanOrEqual(
        1e-8 * Math.max(1e-3, Math.abs(a)),
      );
  }
}

const fields = [
  "group",
  "estimate",
  "standardError",
  "low",
  "high",
  "statistic",
  "pValue",
  "degreesOfFreedom",
];
const seed = 20_240_611;
const often = { seed, numRuns: 40 };

describe.each(Object.entries(requests))("%s", (_, request) => {
  test("does not depend on the order of rows", () =>
    fc.assert(
      fc.property(someSample, fc.nat(1e6), (rows, shuffle) => {
        const draw = seededRandom(shuffle);
        const keys = rows["y"]!.map(() => draw());
        const order = keys.map((_key, row) => row).sort((a, b) => keys[a]! - keys[b]!);
        expectSame(rowsOf(tableOf(rows), request), rowsOf(tableOf(taken(rows, order)), request), fields);
      }),
      often,
    ));

  test("does not change when a row is parted into two of half its weight", () =>
    fc.assert(
      fc.property(someSample, fc.nat(1e6), (rows, shuffle) => {
        const draw = seededRandom(shuffle);
        const order = rows["y"]!.flatMap((_value, row) => (draw() < 0.3 ? [row, row] : [row]));
        const halves = rows["w"]!.map((w, row) =>
          order.filter((of) => of === row).length === 2 ? Number(w) / 2 : w,
        );
        const parted = taken(rows, order, { w: halves });
        expectSame(rowsOf(tableOf(rows), request), rowsOf(tableOf(parted), request), fields);
      }),
      often,
    ));

  test("does not depend on the names of strata and units", () =>
    fc.assert(
      fc.property(someSample, (rows) => {
        const stratum = rows["stratum"]!.map((name) => `${9 - Number(String(name).slice(1))}.`);
        const unit = rows["unit"]!.map((name) => 1000 - 7 * Number(name));
        const renamed = { ...rows, stratum, unit };
        expectSame(rowsOf(tableOf(rows), request), rowsOf(tableOf(renamed), request), fields);
      }),
      often,
    ));
});

test("the total of a domain is the total of the variable times the indicator", () =>
  fc.assert(
    fc.property(someSample, (rows) => {
      const inside = rows["group"]!.map((of) => (of === "a" ? 1 : 0));
      if (!inside.includes(1)) return;
      const product = rows["y"]!.map((y, row) => Number(y) * inside[row]!);
      const table = tableOf({ ...rows, product, inside });
      const pick = ["estimate", "standardError"];
      const where = { group: ["a"] };
      expectSame(
        rowsOf(table, { statistic: "total", variables: ["y"], where }),
        rowsOf(table, { statistic: "total", variables: ["product"] }),
        pick,
      );
      expectSame(
        rowsOf(table, { statistic: "mean", variables: ["y"], where }),
        rowsOf(table, { statistic: "ratio", variables: ["product"], denominator: "inside" }),
        pick,
      );
    }),
    often,
  ));

test("covariances of the shares of all levels add up to 0, in every row and in all", () =>
  fc.assert(
    fc.property(someSample, (rows) => {
      const table = tableOf(rows);
      const design = designOf(table);
      const domains = requestDomains(design, table, { id: "a" });
      const variables = analysisVariables(table, ["group"], undefined, false);
      if (!domains.ok || !variables.ok) throw new Error("no domains or no variables");
      const options = { singleUnit: "fail", adjustSingleUnitsInDomains: false } as const;
      const found = linearEstimates(design, "mean", variables.value, domains.value, { variance: options });
      if (!found.ok) throw new Error(JSON.stringify(found.problems));
      const { covariance, estimate } = found.value[0]!;
      const levels = estimate.length;
      expect(estimate.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      for (let i = 0; i < levels; i++)
        expect(
          covariance.subarray(i * levels, (i + 1) * levels).reduce((sum, value) => sum + value, 0),
        ).toBeCloseTo(0, 14);
    }),
    often,
  ));

describe("replicates and linearisation", () => {
  const errorBy = (table: SurveyTable, declaration: DesignDeclaration, wishes: ReplicateWishes | null) => {
    const design = designOf(table, declaration);
    const request = { statistic: "total", variables: ["y", "x"] };
    if (wishes === null) return rowsOf(table, request, design);
    const replicates = makeReplicates(design, wishes);
    if (!replicates.ok) throw new Error(JSON.stringify(replicates.problems));
    return rowsOf(table, request, { ...design, replicates: replicates.value });
  };
  const pick = ["estimate", "standardError"];

  test("the error of a total by JKn is the linearised one, with finite populations", () =>
    fc.assert(
      fc.property(someSample, fc.boolean(), (rows, mse) => {
        const table = tableOf(rows);
        expectSame(errorBy(table, declared, null), errorBy(table, declared, { type: "JKn", mse }), pick);
      }),
      often,
    ));

  test("half-samples by a full set of Hadamard signs give the linearised error of two units a stratum", () =>
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 40 }), (of, strata) => {
        const table = tableOf(sample(of, strata, () => 2));
        const plain = { ...declared, fpc: [] };
        const linear = errorBy(table, plain, null);
        expectSame(linear, errorBy(table, plain, { type: "BRR" }), pick);
        expectSame(linear, errorBy(table, plain, { type: "Fay", rho: 0.4, mse: true }), pick);
      }),
      often,
    ));
});
