import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileDesign } from "./compile-design.ts";
import type { EstimateRow, IncomeRequest } from "./estimate-request.ts";
import { estimateSurvey } from "./estimate-survey.ts";
import { densityBandwidth, incomesOf, rowsInOrder } from "./income-distribution.ts";
import type { IncomeMeasure } from "./income-measure.ts";
import { giniMeasure, payGap } from "./inequality-measures.ts";
import { meanShortfall, shortfallMeasure } from "./poverty-measures.ts";
import type { SurveyColumn } from "./survey-table.ts";

type Case = { readonly y: number; readonly w: number; readonly g?: number };
type Asked = IncomeRequest extends infer R
  ? R extends IncomeRequest
    ? Omit<R, "id" | "variables">
    : never
  : never;

const column = (values: readonly number[]): SurveyColumn => ({
  kind: "number",
  values: Float64Array.from(values),
});

function ask(cases: readonly Case[], request: Asked) {
  const table = {
    rows: cases.length,
    columns: new Map([
      ["y", column(cases.map(({ y }) => y))],
      ["w", column(cases.map(({ w }) => w))],
      ["g", column(cases.map(({ g }, at) => g ?? at % 2))],
    ]),
  };
  const design = compileDesign(
    { clusters: [], strata: [], weights: "w", fpc: [], nested: false, singleUnit: "certainty" },
    table,
  );
  if (!design.ok) throw new Error(JSON.stringify(design.problems));
  return estimateSurvey({ table, design: design.value }, {
    id: "a",
    variables: ["y"],
    ...request,
  } as IncomeRequest);
}

function rowsOf(cases: readonly Case[], request: Asked): readonly EstimateRow[] {
  const answer = ask(cases, request);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.value as readonly EstimateRow[];
}

const messages = (cases: readonly Case[], request: Asked): string => {
  const answer = ask(cases, request);
  return answer.ok ? "" : answer.problems.map(({ code, message }) => `${code} ${message}`).join();
};

const cases = fc.array(
  fc.record({ y: fc.integer({ min: 1, max: 5000 }), w: fc.integer({ min: 1, max: 9 }) }),
  { minLength: 8, maxLength: 60 },
);
const withoutUnit: readonly Asked[] = [
  { statistic: "gini" },
  { statistic: "quintile-share-ratio" },
  { statistic: "at-risk-of-poverty-rate" },
  { statistic: "relative-median-poverty-gap" },
  { statistic: "poverty-gap", order: 2, thresholdFrom: "domain", by: ["g"] },
  { statistic: "gender-pay-gap", group: "g", method: "median" },
];

const near = (a: number, b: number, tolerance = 1e-9): boolean =>
  (Number.isNaN(a) && Number.isNaN(b)) ||
  Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));

/** The numbers of an answer, none where it is refused. */
const numbers = (given: readonly Case[], request: Asked): readonly number[] => {
  const answer = ask(given, request);
  return answer.ok
    ? (answer.value as readonly EstimateRow[]).flatMap((row) => [row.estimate, row.standardError])
    : [];
};

describe("measures of incomes", () => {
  test.for(withoutUnit)("$statistic does not change with the currency, nor does its error", (request) => {
    fc.assert(
      fc.property(cases, fc.constantFrom(1 / 128, 4, 1024), (given, times) => {
        const before = numbers(given, request);
        // Powers of two: with others rounding may move a value across a line.
        const after = numbers(
          given.map((each) => ({ ...each, y: each.y * times })),
          request,
        );
        return before.length === after.length && before.every((value, at) => near(value, after[at]!));
      }),
    );
  });

  test.for(withoutUnit)("$statistic does not change when all weights are in thousands", (request) => {
    fc.assert(
      fc.property(cases, (given) => {
        const before = numbers(given, request);
        const after = numbers(
          given.map((each) => ({ ...each, w: each.w * 1024 })),
          request,
        );
        return before.length === after.length && before.every((value, at) => near(value, after[at]!));
      }),
    );
  });

  test.for(withoutUnit)("$statistic counts a case of weight 2 as two cases", (request) => {
    fc.assert(
      fc.property(cases, (given) => {
        const apart = given.map((each, at) => ({ ...each, g: at % 2 }));
        const split = apart.flatMap(({ y, w, g }) => Array.from({ length: w }, () => ({ y, w: 1, g })));
        const of = (rows: readonly Case[]) => numbers(rows, request).filter((_, at) => at % 2 === 0);
        return of(apart).every((value, at) => near(value, of(split)[at]!));
      }),
    );
  });

  test("the Gini coefficient is half the mean distance of two incomes over the mean", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const weight = given.reduce((sum, { w }) => sum + w, 0);
        const total = given.reduce((sum, { w, y }) => sum + w * y, 0);
        let distance = 0;
        for (const a of given) for (const b of given) distance += a.w * b.w * Math.abs(a.y - b.y);
        return near(rowsOf(given, { statistic: "gini" })[0]!.estimate, distance / (2 * weight * total));
      }),
    );
  });

  test("an influence is what a little more weight on a row does to the measure", () => {
    const groups = Int32Array.from({ length: 60 }, (_, row) => row % 2);
    const measures: readonly (readonly [string, IncomeMeasure])[] = [
      ["gini", giniMeasure],
      ["rate", shortfallMeasure(0)],
      ["gap", shortfallMeasure(1)],
      ["severity", shortfallMeasure(2)],
      ["shortfall", meanShortfall],
      ["pay gap", payGap(groups, 0, 1, "mean")],
    ];
    const line = 1500.5;
    fc.assert(
      fc.property(cases, fc.nat(), (given, pick) => {
        const values = Float64Array.from(given, ({ y }) => y);
        const weights = Float64Array.from(given, ({ w }) => w);
        const order = rowsInOrder(values, weights);
        const row = pick % given.length;
        for (const [name, measure] of measures) {
          const at = (more: number): number => {
            const changed = weights.slice();
            changed[row]! += more;
            return measure.estimate(incomesOf(values, changed, order), line);
          };
          const own = new Float64Array(given.length);
          measure.influence(incomesOf(values, weights, order), line, at(0), () => 0, own);
          const step = 1e-4;
          const slope = (at(step) - at(-step)) / (2 * step);
          if (!(Math.abs(own[row]! - slope) <= 1e-6 * Math.max(1e-3, at(0), slope)))
            throw new Error(`${name}: ${own[row]}, and ${slope} by a small change`);
        }
      }),
    );
  });
});

describe("what is odd about incomes", () => {
  const same = Array.from({ length: 12 }, () => ({ y: 700, w: 3 }));

  test("equal incomes have a Gini coefficient, a poverty rate and errors of 0", () => {
    for (const statistic of ["gini", "at-risk-of-poverty-rate"] as const)
      expect(rowsOf(same, { statistic })[0]).toMatchObject({ estimate: 0, standardError: 0 });
  });

  test("equal incomes have no quintile share ratio and no median of the poor, and the reason is told", () => {
    expect(messages(same, { statistic: "quintile-share-ratio" })).toMatch(
      /survey-measure-undefined .*none lies above the eighth decile/,
    );
    expect(messages(same, { statistic: "relative-median-poverty-gap" })).toMatch(
      /no income lies below the line/,
    );
  });

  test("one case has no inequality and no interval", () => {
    const [row] = rowsOf([{ y: 700, w: 3 }], { statistic: "gini" });
    expect(row).toMatchObject({ estimate: 0, n: 1, degreesOfFreedom: 0, low: Number.NaN });
  });

  test("incomes of 0 and below are taken as they are, and counted", () => {
    const given = [-50, 0, 0, 300, 900, 1000, 1100, 2000].map((y) => ({ y, w: 1 }));
    expect(rowsOf(given, { statistic: "at-risk-of-poverty-rate" })[0]).toMatchObject({
      zeros: 2,
      negatives: 1,
      threshold: 360,
      estimate: 0.5,
    });
    // An income of −50 lies more than the whole line below it.
    expect(rowsOf(given, { statistic: "poverty-gap", threshold: 100 })[0]!.estimate).toBeCloseTo(3.5 / 8, 12);
  });

  test("incomes that add up to nothing have no Gini coefficient, and the counts are told", () => {
    const given = [-50, 0, 50].map((y) => ({ y, w: 1 }));
    expect(messages(given, { statistic: "gini" })).toMatch(
      /do not add up to more than 0.*1 are 0 and 1 below/,
    );
  });

  test("a group without a value stays beside the others, with the reason", () => {
    const given = [100, 200, 900, 1000, 800, 900, 1000, 1100].map((y, at) => ({
      y,
      w: 1,
      g: at < 4 ? 1 : 2,
    }));
    const rows = rowsOf(given, { statistic: "relative-median-poverty-gap", by: ["g"] });
    expect(rows.map(({ estimate }) => Number.isNaN(estimate))).toEqual([false, true]);
    expect(rows.map(({ reason }) => reason === undefined)).toEqual([true, false]);
  });
});

test("a density is smoothed over a width of spread and cases, whatever the tails", () => {
  const width = (values: readonly number[]): number => {
    const y = Float64Array.from(values);
    const w = new Float64Array(values.length).fill(2);
    return densityBandwidth(incomesOf(y, w, rowsInOrder(y, w)));
  };
  const eight = [1, 2, 3, 4, 5, 6, 7, 8];
  expect(width(eight)).toBeCloseTo((0.9 * Math.sqrt(5.25)) / 2, 12);
  // A far tail moves the standard deviation, and the quartiles hold: 2.5 and 6.5.
  expect(width([...eight.slice(0, 7), 1e6])).toBeCloseTo((0.9 * 4) / 1.349 / 2, 12);
  expect(width([5, 5, 5, 5, 5, 5, 5, 9])).toBeCloseTo((0.9 * Math.sqrt(1.75)) / 2, 12);
  expect(width([5, 5])).toBe(0);
});

describe("the poverty line", () => {
  const given = Array.from({ length: 40 }, (_, at) => ({
    y: 100 + at * 25,
    w: 1 + (at % 3),
    g: at < 20 ? 1 : 2,
  }));

  test("is that of everyone unless that of each group is asked for", () => {
    const lines = (request: Partial<Asked>) =>
      rowsOf(given, { statistic: "at-risk-of-poverty-rate", by: ["g"], ...request } as Asked).map(
        ({ threshold }) => threshold,
      );
    const [all] = rowsOf(given, { statistic: "at-risk-of-poverty-rate" });
    expect(lines({})).toEqual([all!.threshold, all!.threshold]);
    const alone = [1, 2].map((group) =>
      rowsOf(
        given.filter(({ g }) => g === group),
        { statistic: "at-risk-of-poverty-rate" },
      ).map(({ threshold }) => threshold),
    );
    expect(lines({ thresholdFrom: "domain" })).toEqual(alone.flat());
    expect(lines({ where: { g: [1] } })).toEqual([all!.threshold]);
  });

  test("that is estimated makes an error other than one that is given", () => {
    const estimated = rowsOf(given, { statistic: "at-risk-of-poverty-rate" })[0]!;
    const fixed = rowsOf(given, {
      statistic: "at-risk-of-poverty-rate",
      threshold: estimated.threshold!,
    })[0]!;
    expect(fixed.estimate).toBe(estimated.estimate);
    expect(Math.abs(fixed.standardError / estimated.standardError - 1)).toBeGreaterThan(0.05);
  });

  test("that is no share of the median is refused with the words that would do", () => {
    const request = { statistic: "poverty-gap", threshold: "half the mean" } as unknown as Asked;
    expect(messages(given, request)).toMatch(/survey-line-invalid .*0\.6 x weighted median/);
  });

  test("of a deficit is the level given, and both share and shortfall are told", () => {
    const scores = [0, 0.2, 0.4, 0.6, 0.8].map((y) => ({ y, w: 1 }));
    const rows = rowsOf(scores, { statistic: "deficit", threshold: 0.5 });
    expect(rows.map(({ measure }) => measure)).toEqual(["share", "shortfall"]);
    expect(rows[0]!.estimate).toBeCloseTo(0.6, 12);
    expect(rows[1]!.estimate).toBeCloseTo(0.18, 12);
  });
});

test("weights that are not those of the design are refused with the first row", () => {
  expect(messages([{ y: 1, w: 2 }], { statistic: "gini", weights: "y" })).toMatch(/weights-differ .*row 2/);
});

test("a pay gap of three groups is refused with their names", () => {
  const given = [1, 2, 3].map((g) => ({ y: 10 * g, w: 1, g }));
  expect(messages(given, { statistic: "gender-pay-gap", group: "g" })).toMatch(
    /groups-wrong .*"1", "2", "3"/,
  );
});

test("a pay gap is a share of the pay of the reference", () => {
  const given = [8, 12, 15, 25].map((y, at) => ({ y, w: 1, g: at < 2 ? 1 : 2 }));
  expect(rowsOf(given, { statistic: "gender-pay-gap", group: "g" })[0]!.estimate).toBeCloseTo(0.5, 12);
  expect(rowsOf(given, { statistic: "gender-pay-gap", group: "g", reference: 1 })[0]).toMatchObject({
    level: "2",
    denominator: "1",
    estimate: -1,
  });
});
