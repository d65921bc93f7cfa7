import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Result, seededRandom } from "#kernel";
import { type AgreementFigure, undefinedReasons } from "./agreement-figure.ts";
import { agreementSummary } from "./agreement-summary.ts";
import { cohenKappa } from "./cohen-kappa.ts";
import { fleissKappa } from "./fleiss-kappa.ts";
import { gwetAgreement } from "./gwet-agreement.ts";
import { krippendorffAlpha } from "./krippendorff-alpha.ts";
import { percentAgreement } from "./percent-agreement.ts";
import { prevalenceAdjustedKappa } from "./prevalence-adjusted-kappa.ts";
import { type Category, countTable, pairTable, ratingTable } from "./rating-table.ts";

const given = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.value;
};
const close = (found: number | null, numerator: number, denominator: number) =>
  expect(Math.abs(found! - numerator / denominator)).toBeLessThan(1e-9);

const all = {
  percent: percentAgreement,
  cohen: cohenKappa,
  fleiss: fleissKappa,
  gwet: gwetAgreement,
  prevalence: prevalenceAdjustedKappa,
  alpha: krippendorffAlpha,
};
const none = { replicates: 0 };

describe("by hand, two raters, 20 and 15 agreed, 5 and 10 not", () => {
  const table = given(
    pairTable(
      [
        [20, 5],
        [10, 15],
      ],
      ["include", "exclude"],
    ),
  );

  it("gives the fractions", () => {
    close(percentAgreement(table).value, 35, 50);
    // pₑ = (25·30 + 25·20)/50² = 1/2
    close(cohenKappa(table).value, 2, 5);
    // pₑ = (55² + 45²)/100² = 101/200
    close(fleissKappa(table).value, 39, 99);
    // AC1: pₑ = 2·(55/100)(45/100) = 99/200
    close(gwetAgreement(table).value, 41, 101);
    close(prevalenceAdjustedKappa(table).value, 2, 5);
    // alpha: 1 − 99·30/(2·55·45)
    close(krippendorffAlpha(table).value, 4950 - 2970, 4950);
  });

  it("gives specific agreement, 2a/(2a + b + c)", () => {
    const { categories } = percentAgreement(table);
    expect(categories.map(({ category }) => category)).toEqual(["include", "exclude"]);
    close(categories[0]!.value, 40, 55);
    close(categories[1]!.value, 30, 45);
  });
});

describe("100 records of which both reviewers have read 60", () => {
  // 25 and 20 agreed, 10 and 5 not; 30 read by the first only, 10 by the second only.
  const times = (count: number, ...row: (Category | null)[]) => Array.from({ length: count }, () => row);
  const rows = [
    ...times(25, "in", "in"),
    ...times(20, "out", "out"),
    ...times(10, "in", "out"),
    ...times(5, "out", "in"),
    ...times(30, "in", null),
    ...times(10, null, "out"),
  ];
  const summary = agreementSummary(given(ratingTable(rows)), none);

  it("every statistic says that it rests on 60 units and 60 pairs of the 100", () => {
    expect(summary.units).toBe(100);
    for (const one of [
      summary.percent,
      summary.cohen,
      summary.fleiss,
      summary.gwet,
      summary.alpha,
      summary.prevalenceAdjusted,
    ])
      expect([one.units, one.pairs, one.ratings]).toEqual([60, 60, 120]);
  });

  it("kappa, alpha and per cent use the pairs, AC1 all ratings for its frequencies", () => {
    close(summary.percent.value, 45, 60);
    // rows 35 and 25, columns 30 and 30: pₑ = 1/2
    close(summary.cohen.value, 1, 2);
    // 65 and 55 of 120 ratings: 1 − 119·30/(2·65·55)
    close(summary.alpha.value, 7150 - 3570, 7150);
    // share of "in": (25 + 20·0 + 15/2 + 30)/100 = 62.5/100
    const chance = 2 * 0.625 * 0.375;
    close(summary.gwet.value, 0.75 - chance, 1 - chance);
  });

  it("with a third who read forty records more, pairs are counted within units", () => {
    const three = agreementSummary(
      given(ratingTable(rows.map((row, i) => [...row, i < 40 ? "in" : null]))),
      none,
    );
    expect([three.alpha.units, three.alpha.pairs, three.alpha.ratings]).toEqual([60, 140, 160]);
    expect(three.cohen.reason).toBe("not-two-raters");
    expect(three.ofPairs.map(({ raters, kappa }) => [raters, kappa.units])).toEqual([
      [[0, 1], 60],
      [[0, 2], 40],
      [[1, 2], 40],
    ]);
    expect(three.ofPairs[0]!.kappa.value).toBe(summary.cohen.value);
  });
});

describe("where there is no value there is a reason, and never NaN", () => {
  const reasonOf = (figure: AgreementFigure) => {
    expect(figure.value).toBeNull();
    expect(figure.interval).toBeNull();
    expect(undefinedReasons[figure.reason!]).toMatch(/\.$/);
    return figure.reason;
  };

  it("no unit with two ratings", () => {
    for (const table of [
      given(
        ratingTable([
          ["a", null],
          [null, "b"],
        ]),
      ),
      given(ratingTable([])),
    ])
      for (const statistic of Object.values(all))
        expect(["no-pairs", "raters-unknown"]).toContain(reasonOf(statistic(table)));
  });

  it("one category only: nothing goes beyond chance", () => {
    const table = given(ratingTable(Array.from({ length: 9 }, () => ["out", "out"])));
    for (const name of ["cohen", "fleiss", "alpha", "gwet", "prevalence"] as const)
      expect(reasonOf(all[name](table))).toBe("one-category");
    expect(percentAgreement(table).value).toBe(1);
    // With the whole list of categories AC1 and PABAK are defined.
    const whole = given(
      ratingTable(
        Array.from({ length: 9 }, () => ["out", "out"]),
        ["in", "out"],
      ),
    );
    expect(gwetAgreement(whole).value).toBe(1);
    expect(prevalenceAdjustedKappa(whole).value).toBe(1);
    expect(reasonOf(krippendorffAlpha(whole))).toBe("one-category");
  });

  it("scales and weights that do not fit", () => {
    const words = given(ratingTable([["a", "b"]]));
    expect(reasonOf(krippendorffAlpha(words, { scale: "interval" }))).toBe("not-numbers");
    const below = given(ratingTable([[-1, 2]]));
    expect(reasonOf(krippendorffAlpha(below, { scale: "ratio" }))).toBe("not-ratio");
    expect(reasonOf(cohenKappa(words, { weights: [[1, 2]] }))).toBe("weights-invalid");
    expect(reasonOf(cohenKappa(given(countTable([[1, 1]]))))).toBe("raters-unknown");
  });

  it("whatever the ratings", () => {
    const rating = fc.constantFrom(0, 1, 2, null);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(rating, rating, rating), { maxLength: 12 }),
        fc.constantFrom("nominal", "ordinal", "interval", "ratio"),
        (rows, scale) => {
          const table = given(ratingTable(rows));
          for (const statistic of Object.values(all)) {
            const figure = statistic(table, { replicates: 20, scale });
            for (const one of [figure, ...figure.categories]) {
              expect(one.value === null).toBe(one.reason !== null);
              if (one.value === null) continue;
              expect(Number.isFinite(one.value)).toBe(true);
              expect(one.value).toBeLessThanOrEqual(1 + 1e-12);
              if (one.interval) expect(one.interval.lower).toBeLessThanOrEqual(one.interval.upper);
            }
          }
        },
      ),
    );
  });
});

describe("wrong tables", () => {
  it("are refused with all that is wrong in them", () => {
    const result = ratingTable([["a", "b"], ["a"], ["a", "z"]], ["a", "b"]);
    expect(result.ok ? [] : result.problems.map(({ code, at }) => [code, at?.row])).toEqual([
      ["statistics.ratings-uneven", 2],
      ["statistics.category-unknown", 3],
    ]);
    expect(ratingTable([[Number.NaN, 1]]).ok).toBe(false);
    expect(ratingTable([], ["a", "a"]).ok).toBe(false);
    expect(pairTable([[1, 2]]).ok).toBe(false);
    expect(countTable([[1, -1]]).ok).toBe(false);
    expect(countTable([[1, 1], [1]]).ok).toBe(false);
  });
});

describe("what does not matter", () => {
  const rating = fc.constantFrom("a", "b", "c", null);
  const rowsOf = fc.array(fc.tuple(rating, rating, rating), { minLength: 2, maxLength: 15 });
  const same = (one: number | null, other: number | null) => {
    if (one === null || other === null) expect(one).toBe(other);
    else expect(one).toBeCloseTo(other, 12);
  };

  it("the order of units and of raters, and the names of categories", () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const table = given(ratingTable(rows, ["a", "b", "c"]));
        const turned = given(ratingTable(rows.map(([x, y, z]) => [z, x, y]).reverse(), ["a", "b", "c"]));
        const named = given(
          ratingTable(
            rows.map((row) => row.map((one) => one && { a: "x", b: "m", c: "k" }[one])),
            ["x", "m", "k"],
          ),
        );
        for (const statistic of [fleissKappa, gwetAgreement, krippendorffAlpha, percentAgreement]) {
          same(statistic(table, none).value, statistic(turned, none).value);
          same(statistic(table, none).value, statistic(named, none).value);
        }
      }),
    );
  });

  it("whether ratings or their counts are given", () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const table = given(ratingTable(rows, ["a", "b", "c"]));
        const counts = given(
          countTable(rows.map((row) => ["a", "b", "c"].map((k) => row.filter((one) => one === k).length))),
        );
        for (const statistic of [fleissKappa, gwetAgreement, krippendorffAlpha, percentAgreement])
          same(statistic(table, none).value, statistic(counts, none).value);
      }),
    );
  });

  it("for interval alpha the zero and the unit, for ratio alpha the unit", () => {
    const numbers = fc.constantFrom(1, 2, 4, null);
    fc.assert(
      fc.property(fc.array(fc.tuple(numbers, numbers), { minLength: 2, maxLength: 12 }), (rows) => {
        const moved = (by: number, times: number) =>
          given(ratingTable(rows.map((row) => row.map((one) => one && one * times + by))));
        const alpha = (by: number, times: number, scale: "interval" | "ratio") =>
          krippendorffAlpha(moved(by, times), { ...none, scale }).value;
        same(alpha(0, 1, "interval"), alpha(8, 4, "interval"));
        same(alpha(0, 1, "ratio"), alpha(0, 4, "ratio"));
      }),
    );
  });
});

describe("many raters and categories beyond direct numbering", () => {
  it("are grouped all the same", () => {
    const random = seededRandom(3);
    const rows = Array.from({ length: 60 }, () =>
      Array.from({ length: 12 }, () => (random() < 0.2 ? null : Math.floor(random() * 7))),
    );
    const table = given(ratingTable([...rows, ...rows]));
    expect(table.weights.length).toBe(60);
    // Alpha by its definition, over all pairs of values.
    const units = rows.map((row) => row.filter((one) => one !== null)).filter((row) => row.length > 1);
    const twice = [...units, ...units];
    const values = twice.flat();
    const n = values.length;
    let observed = 0;
    for (const unit of twice)
      for (const [i, x] of unit.entries())
        for (const [j, y] of unit.entries()) if (i !== j && x !== y) observed += 1 / (unit.length - 1);
    let expected = 0;
    for (const [i, x] of values.entries())
      for (const [j, y] of values.entries()) if (i !== j && x !== y) expected += 1;
    expect(krippendorffAlpha(table, none).value).toBeCloseTo(1 - ((n - 1) * observed) / expected, 10);
  });
});
