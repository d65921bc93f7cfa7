// Replicates adjusted one by one: held against a second way to the same error, and against what must be.

import { describe, expect, it } from "vitest";
import { seededRandom } from "#kernel";
import { estimateSurvey } from "./estimate-survey.ts";
import type { SurveyDesign } from "./read-survey-request.ts";
import { surveyContext } from "./survey-context.ts";
import type { SurveyTable } from "./survey-table.ts";

const strata = 8;
const places = 6;
const each = 10;

/** Persons in places in strata; the value leans on the group, whose numbers in the population are known. */
function table(): SurveyTable {
  const rows = strata * places * each;
  const draw = seededRandom(7);
  const stratum = new Float64Array(rows);
  const place = new Float64Array(rows);
  const weight = new Float64Array(rows);
  const group = new Int32Array(rows);
  const value = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    stratum[row] = Math.floor(row / (places * each));
    place[row] = Math.floor(row / each);
    weight[row] = 20 + 10 * (stratum[row]! % 3);
    group[row] = Math.floor(draw() * 3);
    value[row] = 10 * group[row]! + stratum[row]! + 4 * draw();
  }
  return {
    rows,
    columns: new Map([
      ["stratum", { kind: "number", values: stratum }],
      ["place", { kind: "number", values: place }],
      ["weight", { kind: "number", values: weight }],
      ["group", { kind: "category", codes: group, levels: ["a", "b", "c"] }],
      ["value", { kind: "number", values: value }],
    ]),
  };
}

const design: SurveyDesign = {
  clusters: ["place"],
  strata: ["stratum"],
  weights: "weight",
  fpc: [],
  nested: false,
  singleUnit: "fail",
};
const known = {
  type: "poststratify",
  by: ["group"],
  totals: [
    { group: "a", total: 5000 },
    { group: "b", total: 4500 },
    { group: "c", total: 5200 },
  ],
} as const;

function row(declared: SurveyDesign, estimate: object) {
  const context = surveyContext(declared, table());
  if (!context.ok) throw new Error(JSON.stringify(context.problems));
  const answer = estimateSurvey(context.value, { id: "a", ...estimate } as never);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.value as readonly { readonly estimate: number; readonly standardError: number }[];
}

describe("replicates of adjusted weights", () => {
  const mean = { statistic: "mean", variables: ["value"] };
  const jackknife = { type: "JKn", mse: true } as const;

  it("give totals of what was adjusted to without an error, as they are known", () => {
    for (const replicates of [
      jackknife,
      { type: "bootstrap", mse: true, replicates: 60, seed: 3 } as const,
    ]) {
      const found = row(
        { ...design, adjust: [known], replicates },
        { statistic: "total", variables: ["group"] },
      );
      for (const [at, { estimate, standardError }] of found.entries()) {
        expect(estimate).toBeCloseTo(known.totals[at]!.total, 6);
        expect(standardError).toBeLessThan(1e-8);
      }
    }
  });

  it("come near the linearised error, and far from that of weights left alone", () => {
    const [linear] = row({ ...design, adjust: [known] }, mean);
    const [replicated] = row({ ...design, adjust: [known], replicates: jackknife }, mean);
    const [alone] = row({ ...design, replicates: jackknife }, mean);
    expect(replicated!.estimate).toBeCloseTo(linear!.estimate, 12);
    expect(replicated!.standardError / linear!.standardError).toBeGreaterThan(0.95);
    expect(replicated!.standardError / linear!.standardError).toBeLessThan(1.1);
    expect(alone!.standardError).toBeGreaterThan(3 * replicated!.standardError);
  });

  it("are the jackknife written out: leave a place out, adjust, estimate", () => {
    const of = table();
    const numbers = (name: string) => (of.columns.get(name) as { values: Float64Array }).values;
    const { codes } = of.columns.get("group") as { codes: Int32Array };
    const estimate = (weights: Float64Array) => {
      const sums = [0, 0, 0];
      for (const [at, weight] of weights.entries()) sums[codes[at]!]! += weight;
      let top = 0;
      let all = 0;
      for (const [at, weight] of weights.entries()) {
        const fitted = (weight * known.totals[codes[at]!]!.total) / sums[codes[at]!]!;
        top += fitted * numbers("value")[at]!;
        all += fitted;
      }
      return top / all;
    };
    const whole = estimate(numbers("weight"));
    let variance = 0;
    for (let left = 0; left < strata * places; left++) {
      const own = Math.floor(left / places);
      const weights = numbers("weight").map((weight, at) =>
        numbers("place")[at] === left
          ? 0
          : numbers("stratum")[at] === own
            ? (weight * places) / (places - 1)
            : weight,
      );
      variance += ((places - 1) / places) * (estimate(weights) - whole) ** 2;
    }
    const [replicated] = row({ ...design, adjust: [known], replicates: jackknife }, mean);
    expect(replicated!.standardError).toBeCloseTo(Math.sqrt(variance), 12);
  });

  it("are refused where one leaves a category without a case", () => {
    const given = table();
    const { codes } = given.columns.get("group") as { codes: Int32Array };
    // All of group c live in one place.
    const placed = codes.map((code, at) => (at < each ? 2 : code === 2 ? 1 : code));
    const columns = new Map(given.columns).set("group", {
      kind: "category",
      codes: placed,
      levels: ["a", "b", "c"],
    });
    const context = surveyContext(
      { ...design, adjust: [known], replicates: jackknife },
      { ...given, columns },
    );
    expect(context).toMatchObject({
      ok: false,
      problems: [
        {
          code: "statistics.survey-replicates-impossible",
          message: expect.stringContaining("leaves a category"),
        },
      ],
    });
  });
});
