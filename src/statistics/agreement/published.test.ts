// Worked examples as they were printed. Digits are those of the publication; the sources stand at each.

import { describe, expect, it } from "vitest";
import type { Result } from "#kernel";
import { cohenKappa } from "./cohen-kappa.ts";
import { fleissKappa } from "./fleiss-kappa.ts";
import { gwetAgreement } from "./gwet-agreement.ts";
import { krippendorffAlpha } from "./krippendorff-alpha.ts";
import { percentAgreement } from "./percent-agreement.ts";
import { prevalenceAdjustedKappa } from "./prevalence-adjusted-kappa.ts";
import { countTable, pairTable, ratingTable } from "./rating-table.ts";
import { spanCodings } from "./span-codings.ts";
import { unitizingAlpha } from "./unitizing-alpha.ts";

const given = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.value;
};
const none = { replicates: 0 };

describe("Krippendorff (2011), Computing Krippendorff's Alpha-Reliability: 4 observers, 12 units", () => {
  const table = given(
    ratingTable([
      [1, 1, null, 1],
      [2, 2, 3, 2],
      [3, 3, 3, 3],
      [3, 3, 3, 3],
      [2, 2, 2, 2],
      [1, 2, 3, 4],
      [4, 4, 4, 4],
      [1, 1, 2, 1],
      [2, 2, 2, 2],
      [null, 5, 5, 5],
      [null, null, 1, 1],
      [null, null, 3, null],
    ]),
  );

  it.each([
    ["nominal", 0.743],
    ["ordinal", 0.815],
    ["interval", 0.849],
    ["ratio", 0.797],
  ] as const)("alpha %s is %f", (scale, printed) => {
    const { value, units, ratings } = krippendorffAlpha(table, { ...none, scale });
    expect(value).toBeCloseTo(printed, 3);
    expect([units, ratings]).toEqual([11, 40]);
  });

  it("by hand, nominal: the matches 7, 10, 8, 4, 3 of 9, 13, 10, 5, 3 ratings give 113/152", () => {
    // (39·32 − (9·8 + 13·12 + 10·9 + 5·4 + 3·2)) / (40·39 − 344) = 904/1216
    expect(Math.abs(krippendorffAlpha(table, none).value! - 113 / 152)).toBeLessThan(1e-12);
  });

  // The same data: Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition, p. 120; figures of irrCAC.
  it.each([
    ["identity", 0.77544, 0.76117],
    ["linear", 0.859, 0.818],
    ["quadratic", 0.914, 0.865],
    ["ordinal", 0.899, 0.85],
  ] as const)("Gwet's AC and Fleiss's kappa with weights %s are %f and %f", (weights, ac, kappa) => {
    const digits = weights === "identity" ? 5 : 3;
    expect(gwetAgreement(table, { ...none, weights }).value).toBeCloseTo(ac, digits);
    expect(fleissKappa(table, { ...none, weights }).value).toBeCloseTo(kappa, digits);
  });
});

describe("Krippendorff (1980), Content Analysis", () => {
  it("p. 133: two observers, ten units, alpha 0.095 and 60 per cent", () => {
    const rows = ["00", "11", "01", "00", "00", "01", "00", "01", "10", "00"].map((row) => [...row]);
    const table = given(ratingTable(rows));
    expect(krippendorffAlpha(table, none).value).toBeCloseTo(0.095, 3);
    expect(percentAgreement(table, none).value).toBeCloseTo(0.6, 12);
  });

  it("p. 139: three observers, nine units, alpha 0.642, interval 0.547, ratio 0.483, and by category", () => {
    const table = given(
      ratingTable(
        ["111", "122", "222", "444", "144", "222", "123", "333", "222"].map((row) => [...row].map(Number)),
      ),
    );
    const alpha = krippendorffAlpha(table, none);
    expect(alpha.value).toBeCloseTo(0.642, 3);
    // The book cuts 0.3816 and 0.7648 off after three places.
    for (const [at, printed] of [0.381, 0.711, 0.717, 0.764].entries())
      expect(Math.abs(alpha.categories[at]!.value! - printed)).toBeLessThan(0.001);
    expect(Math.abs(krippendorffAlpha(table, { ...none, scale: "interval" }).value! - 0.547)).toBeLessThan(
      0.001,
    );
    expect(krippendorffAlpha(table, { ...none, scale: "ratio" }).value).toBeCloseTo(0.483, 3);
  });
});

it("Hayes and Krippendorff (2007), p. 84: five observers, forty units, ordinal alpha 0.7598, nominal 0.477, interval 0.757", () => {
  const rows =
    `112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111. .100. 0000. 1222. 33223 111.1 111.1
    212.2 1233. 1101. 000.0 0011. 00.00 2333. 0000. 12.22 0111. 00010 1212. 1122. 112.2 110.0 2121. 22.22 3222.
    222.2 223.2 222.2 22.12 2222. 111.1`
      .split(/\s+/)
      .map((row) => [...row].map((one) => (one === "." ? null : Number(one))));
  expect(rows).toHaveLength(40);
  const table = given(ratingTable(rows));
  expect(krippendorffAlpha(table, { ...none, scale: "ordinal" }).value).toBeCloseTo(0.7598, 4);
  expect(krippendorffAlpha(table, none).value).toBeCloseTo(0.477, 3);
  expect(krippendorffAlpha(table, { ...none, scale: "interval" }).value).toBeCloseTo(0.757, 3);
});

describe("Cohen", () => {
  const table = given(
    pairTable([
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ]),
  );

  it("(1960), p. 45: 200 patients, observed 0.70, by chance 0.41, kappa 0.492", () => {
    const kappa = cohenKappa(table, none);
    expect(kappa.value).toBeCloseTo(0.492, 3);
    expect(kappa.observed).toBeCloseTo(0.7, 12);
    expect(kappa.expected).toBeCloseTo(0.41, 12);
    expect(Math.abs(kappa.value! - 29 / 59)).toBeLessThan(1e-12);
  });

  it("(1968): the same patients, disagreements of 1, 3 and 6, weighted kappa 0.348", () => {
    // By hand: 1 − 0.90/1.38 = 8/23.
    const weights = [
      [1, 5 / 6, 3 / 6],
      [5 / 6, 1, 0],
      [3 / 6, 0, 1],
    ];
    const { value } = cohenKappa(table, { ...none, weights });
    expect(value).toBeCloseTo(0.348, 3);
    expect(Math.abs(value! - 8 / 23)).toBeLessThan(1e-12);
  });
});

it("Landis and Koch (1977), Biometrics 33, in Agresti (1992): kappa 0.493; by category, frequencies of both together, 0.781, 0.247, 0.402, 0.435", () => {
  const table = given(
    pairTable([
      [22, 2, 2, 0],
      [5, 7, 14, 0],
      [0, 2, 36, 0],
      [0, 1, 17, 10],
    ]),
  );
  expect(cohenKappa(table, none).value).toBeCloseTo(0.493, 3);
  for (const [at, printed] of [0.781, 0.247, 0.402, 0.435].entries())
    expect(fleissKappa(table, none).categories[at]!.value).toBeCloseTo(printed, 3);
});

it("Fleiss (1971): six psychiatrists, thirty patients, kappa 0.430, by diagnosis", () => {
  const patients = `444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333
    144444 224445 333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444
    133333 555555`.split(/\s+/);
  const counts = patients.map((one) => [1, 2, 3, 4, 5].map((d) => [...one].filter((x) => +x === d).length));
  const kappa = fleissKappa(given(countTable(counts)), none);
  expect(kappa.value).toBeCloseTo(0.43, 3);
  expect(kappa.observed).toBeCloseTo(0.5556, 3);
  expect(kappa.expected).toBeCloseTo(0.2201, 3);
  expect([kappa.units, kappa.pairs]).toEqual([30, 450]);
  // The paper works from rounded proportions and prints 0.248, 0.248, 0.517, 0.470, 0.565.
  for (const [at, printed] of [0.248, 0.248, 0.517, 0.47, 0.565].entries())
    expect(Math.abs(kappa.categories[at]!.value! - printed)).toBeLessThan(0.004);
});

describe("Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition; figures of irrCAC", () => {
  const abstractors = given(
    pairTable([
      [13, 0, 0],
      [0, 20, 7],
      [0, 4, 56],
    ]),
  );
  const diagnoses = given(
    pairTable([
      [40, 4, 4, 17],
      [6, 25, 2, 13],
      [4, 1, 21, 12],
      [15, 5, 9, 45],
    ]),
  );

  it.each([
    ["identity", 0.849, 0.796, 0.456, 0.432],
    ["linear", 0.9, 0.843, 0.377, 0.407],
    ["quadratic", 0.94, 0.892, 0.299, 0.383],
    ["ordinal", 0.925, 0.872, 0.324, 0.39],
  ] as const)("two abstractors and two diagnoses, weights %s", (weights, ac1, kappa1, ac2, kappa2) => {
    const options = { ...none, weights };
    expect(gwetAgreement(abstractors, options).value).toBeCloseTo(ac1, 3);
    expect(cohenKappa(abstractors, options).value).toBeCloseTo(kappa1, 3);
    expect(gwetAgreement(diagnoses, options).value).toBeCloseTo(ac2, 3);
    expect(cohenKappa(diagnoses, options).value).toBeCloseTo(kappa2, 3);
  });

  it("five observers with missing ratings: AC1 0.497, Fleiss 0.458, alpha 0.481", () => {
    const rows =
      "112.2 1101. 2333. .00.0 000.0 000.0 102.1 1.20. 222.2 2111. .100. 0000. 1222. 33223 111.1".split(" ");
    const table = given(
      ratingTable(rows.map((row) => [...row].map((one) => (one === "." ? null : Number(one))))),
    );
    expect(gwetAgreement(table, none).value).toBeCloseTo(0.497, 3);
    expect(fleissKappa(table, none).value).toBeCloseTo(0.458, 3);
    expect(krippendorffAlpha(table, none).value).toBeCloseTo(0.481, 3);
  });
});

it("Feinstein and Cicchetti (1990): the same agreement of 85 per cent, kappa 0.70 and 0.32; PABAK 0.70 in both", () => {
  for (const [counts, printed] of [
    [
      [
        [40, 9],
        [6, 45],
      ],
      0.7,
    ],
    [
      [
        [80, 10],
        [5, 5],
      ],
      0.32,
    ],
  ] as const) {
    const table = given(pairTable(counts));
    expect(percentAgreement(table, none).value).toBeCloseTo(0.85, 12);
    expect(cohenKappa(table, none).value).toBeCloseTo(printed, 2);
    expect(prevalenceAdjustedKappa(table, none).value).toBeCloseTo(0.7, 12);
  }
});

it("Krippendorff (2004), Quality and Quantity 38, appendix: two observers on 300 lines, alpha of c 0.7286, of k 1, both 0.859", () => {
  // The paper counts from line 150 and gives beginnings and lengths.
  const spans = (code: string, ...units: readonly (readonly [number, number])[]) =>
    units.map(([begin, length]) => ({ from: begin - 150, to: begin - 150 + length, code }));
  const k = spans("k", [180, 60], [300, 50]);
  const alpha = unitizingAlpha(
    given(
      spanCodings([
        {
          length: 300,
          coders: [
            [...k, ...spans("c", [225, 70], [370, 30])],
            [...k, ...spans("c", [220, 80], [355, 20], [400, 20])],
          ],
        },
      ]),
    ),
    none,
  );
  expect(alpha.codes.map(({ code }) => code)).toEqual(["c", "k"]);
  expect(alpha.codes[0]!.value).toBeCloseTo(0.7286, 4);
  expect(alpha.codes[1]!.value).toBe(1);
  // 0.8591 is printed, from disagreements rounded to four places: 1 − 0.0144/(0.0532 + 0.0490).
  expect(Math.abs(alpha.value! - 0.8591)).toBeLessThan(0.0005);
});
