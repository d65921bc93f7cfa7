import { describe, expect, it } from "vitest";
import { type Result, seededRandom } from "#kernel";
import { binomialDraw } from "../binomial-draw.ts";
import { logFactorial } from "../log-factorial.ts";
import { cohenKappa } from "./cohen-kappa.ts";
import { krippendorffAlpha } from "./krippendorff-alpha.ts";
import { percentAgreement } from "./percent-agreement.ts";
import { countTable, pairTable, ratingTable } from "./rating-table.ts";

const given = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.value;
};

describe("intervals", () => {
  const table = given(
    pairTable([
      [40, 9],
      [6, 45],
    ]),
  );

  it("depend on the seed alone", () => {
    const one = cohenKappa(table, { seed: 5 }).interval;
    expect(cohenKappa(table, { seed: 5 }).interval).toEqual(one);
    expect(cohenKappa(table, { seed: 6 }).interval).not.toEqual(one);
    expect(one).toMatchObject({ level: 0.95, replicates: 1000, undefinedReplicates: 0, seed: 5 });
  });

  it("are those of the binomial distribution where the statistic is a share", () => {
    // 85 of 100 agree: standard error √(0.85·0.15/100) = 0.0357, so ± 0.070 within two steps of a hundredth.
    const { lower, upper } = percentAgreement(table, { replicates: 4000 }).interval!;
    expect(Math.abs(lower - 0.78)).toBeLessThan(0.015);
    expect(Math.abs(upper - 0.92)).toBeLessThan(0.015);
  });

  it("cover a true kappa about as often as they say", () => {
    // Two raters each right with 0.9 on an even split: agreement 0.82, kappa 0.64.
    const random = seededRandom(11);
    let covered = 0;
    for (let study = 0; study < 300; study++) {
      const rows = Array.from({ length: 150 }, () => {
        const truth = random() < 0.5;
        return [random() < 0.9 ? truth : !truth, random() < 0.9 ? truth : !truth];
      });
      const { lower, upper } = cohenKappa(given(ratingTable(rows)), { replicates: 300, seed: study })
        .interval!;
      if (lower <= 0.64 && 0.64 <= upper) covered++;
    }
    // 0.95 ± 3 standard errors of 300 studies, and a little for the percentile method.
    expect(covered / 300).toBeGreaterThan(0.9);
    expect(covered / 300).toBeLessThan(0.99);
  });

  it("are the same whether units are drawn one by one or profile by profile", () => {
    // 200 units in 4 profiles are drawn by profile; the same with a meaningless third rater's 180 names one by one.
    const rows = Array.from({ length: 200 }, (_, i) => [i % 3 < 2 ? 1 : 0, i % 5 < 3 ? 1 : 0]);
    const few = krippendorffAlpha(given(ratingTable(rows)), { replicates: 4000 });
    const counts = rows.map(([a, b]) => [2 - a! - b!, a! + b!]);
    const byCounts = krippendorffAlpha(given(countTable(counts)), { replicates: 4000, seed: 2 });
    expect(few.interval!.lower).toBeCloseTo(byCounts.interval!.lower, 1);
    expect(few.interval!.upper).toBeCloseTo(byCounts.interval!.upper, 1);
    // 40 units, all different in a twelve-fold count: drawn unit by unit.
    const many = Array.from({ length: 40 }, (_, i) => [i, 80 - i]);
    const single = percentAgreement(given(countTable(many)), { replicates: 2000 });
    expect(single.interval!.lower).toBeLessThan(single.value!);
    expect(single.interval!.upper).toBeGreaterThan(single.value!);
  });

  it("keep the number of records that were read twice", () => {
    const rows = [...Array(10).fill([1, 1]), ...Array(10).fill([1, 0]), ...Array(980).fill([1, null])];
    const { interval } = percentAgreement(given(ratingTable(rows)), { replicates: 4000 });
    // Every replicate has 20 pairs, so every share is a whole number of twentieths.
    expect(interval!.lower * 20).toBeCloseTo(Math.round(interval!.lower * 20), 9);
  });

  it("are absent for one unit, without replicates, and where the statistic is mostly undefined", () => {
    expect(percentAgreement(given(pairTable([[1]]))).interval).toBeNull();
    expect(percentAgreement(table, { replicates: 0 }).interval).toBeNull();
    const nearlyOne = given(
      pairTable([
        [2, 0],
        [1, 0],
      ]),
    );
    const { interval } = cohenKappa(nearlyOne);
    expect(interval!.undefinedReplicates).toBeGreaterThan(100);
  });
});

describe("binomialDraw", () => {
  it.each([
    [12, 0.3],
    [1, 0.5],
    [40, 0.97],
  ])("follows the binomial distribution for n = %i, p = %f", (trials, probability) => {
    const random = seededRandom(4);
    const found = new Float64Array(trials + 1);
    const draws = 40_000;
    for (let i = 0; i < draws; i++) found[binomialDraw(random, trials, probability)]!++;
    for (let k = 0; k <= trials; k++) {
      const share = Math.exp(
        logFactorial(trials) -
          logFactorial(k) -
          logFactorial(trials - k) +
          k * Math.log(probability) +
          (trials - k) * Math.log(1 - probability),
      );
      // Five standard errors, and one draw for outcomes that hardly ever come.
      expect(Math.abs(found[k]! - share * draws)).toBeLessThan(5 * Math.sqrt(share * draws) + 1);
    }
  });

  it("has the right mean and spread for a hundred thousand trials", () => {
    const random = seededRandom(9);
    const draws = Array.from({ length: 2000 }, () => binomialDraw(random, 100_000, 0.02));
    const mean = draws.reduce((all, one) => all + one, 0) / 2000;
    const variance = draws.reduce((all, one) => all + (one - mean) ** 2, 0) / 1999;
    expect(Math.abs(mean - 2000)).toBeLessThan(4 * Math.sqrt(1960 / 2000));
    expect(Math.abs(variance / 1960 - 1)).toBeLessThan(4 * Math.sqrt(2 / 2000));
  });
});

describe("logFactorial", () => {
  it("agrees with exact factorials on both sides of the change from table to series", () => {
    // log of the exact integer, from its leading digits.
    const exact = (n: number) => {
      let product = 1n;
      for (let i = 2n; i <= BigInt(n); i++) product *= i;
      const digits = product.toString();
      return Math.log(Number(digits.slice(0, 17))) + (digits.length - 17) * Math.LN10;
    };
    for (const n of [20, 100, 1023, 1024, 1025, 3000])
      expect(Math.abs(logFactorial(n) / exact(n) - 1)).toBeLessThan(1e-14);
  });
});
