import { describe, expect, test } from "vitest";
import { normalQuantile } from "../sensitivity/normal-quantile.ts";
import { betaBelow, betaQuantile, fBeyond } from "./incomplete-beta.ts";
import { chiSquareBeyond, gammaBeyond } from "./incomplete-gamma.ts";
import { logBeta, logGamma } from "./log-gamma.ts";
import { normalBeyond, studentBeyond, studentQuantile } from "./student-t.ts";
import { weightedChiSquaresBeyond } from "./weighted-chi-squares.ts";

/** The relative difference, or the plain one near 0. */
function near(given: number, wanted: number, tolerance = 1e-12) {
  const off = wanted === 0 ? Math.abs(given) : Math.abs(given / wanted - 1);
  expect(off, `${given}, expected ${wanted}`).toBeLessThanOrEqual(tolerance);
}

describe("Student's t", () => {
  test("one and two degrees of freedom have closed forms, far into the tails", () => {
    for (const t of [1e-8, 0.3, 1, 2.5, 12.706, 1e3, 1e8, 1e150]) {
      near(studentBeyond(t, 1), Math.atan2(1, t) / Math.PI);
      // (1 − t / √(2 + t²)) / 2 without the loss of digits that the difference has.
      near(studentBeyond(t, 2), 1 / (2 + t * t + t * Math.sqrt(2 + t * t)), 1e-12);
    }
  });

  test("quantiles of one and two degrees", () => {
    for (const p of [0.6, 0.9, 0.975, 0.9995]) {
      near(studentQuantile(p, 1), Math.tan(Math.PI * (p - 0.5)), 1e-11);
      near(studentQuantile(p, 2), (2 * p - 1) / Math.sqrt(2 * p * (1 - p)), 1e-11);
      expect(studentQuantile(1 - p, 2)).toBe(-studentQuantile(1 - (1 - p), 2));
    }
  });

  test("a million and a billion degrees come near the normal distribution as 1 / degrees", () => {
    for (const p of [0.6, 0.975, 0.9999])
      for (const degrees of [1e6, 1e9]) {
        const z = normalQuantile(p);
        near(studentQuantile(p, degrees), z + (z ** 3 + z) / (4 * degrees), 2e-10);
        near(studentBeyond(studentQuantile(p, degrees), degrees), 1 - p, 1e-9);
      }
    expect(studentQuantile(0.975, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.975));
  });

  test("both ways of computing meet at 100,000 degrees", () => {
    for (const t of [0.01, 1, 1.96, 8, 30]) {
      const [below, above] = [studentBeyond(t, 1e5), studentBeyond(t, 1e5 + 1e-9)];
      near(below, above, 1e-10);
    }
  });

  test("the quantile turns the tail back, for degrees that are not whole too", () => {
    for (const degrees of [0.5, 1.5, 3, 14, 197, 5e4])
      for (const p of [0.51, 0.9, 0.975, 0.999999])
        near(studentBeyond(studentQuantile(p, degrees), degrees), 1 - p, 1e-9);
  });
});

describe("beta and F", () => {
  test("tails of 1e-300 keep their digits", () => {
    near(betaBelow(1e-300, 1, 1), 1e-300);
    near(betaBelow(1e-100, 3, 1), 1e-300, 1e-11);
    near(betaBelow(1e-150, 2, 2), 3e-300, 1e-11);
    near(betaBelow(1 - 1e-10, 1, 30, 1e-10), 1, 1e-15);
    near(betaBelow(1e-10, 30, 1), 1e-300, 1e-11);
  });

  test("the two tails add up to 1, and I_x(a, b) = I_x(a + 1, b) + x^a (1 − x)^b / (a B(a, b))", () => {
    for (const a of [0.01, 0.5, 1, 7.3, 150, 2e4])
      for (const b of [0.02, 0.5, 3, 88, 1e4])
        for (const x of [1e-9, 0.02, 0.4, 0.5, 0.77, 0.999]) {
          near(betaBelow(x, a, b) + betaBelow(1 - x, b, a, x), 1, 1e-11);
          const step = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)) / a;
          expect(Math.abs(betaBelow(x, a, b) - betaBelow(x, a + 1, b) - step)).toBeLessThan(1e-10);
        }
  });

  test("the quantile turns the share back, small shares too", () => {
    for (const a of [0.5, 1, 20, 163.5])
      for (const b of [0.5, 4, 38])
        for (const p of [1e-12, 0.025, 0.5, 0.975]) near(betaBelow(betaQuantile(p, a, b), a, b), p, 1e-8);
    expect(betaQuantile(0, 2, 3)).toBe(0);
    expect(betaQuantile(1, 2, 3)).toBe(1);
  });

  test("F with one numerator is the square of t, and with infinite denominator chi-square over its degrees", () => {
    for (const t of [0.1, 1, 2.5, 40]) near(fBeyond(t * t, 1, 14), 2 * studentBeyond(t, 14));
    for (const value of [0.5, 1, 3]) near(fBeyond(value, 4, 1e12), chiSquareBeyond(4 * value, 4), 1e-9);
    expect(fBeyond(1.7, 4, Number.POSITIVE_INFINITY)).toBe(chiSquareBeyond(6.8, 4));
    // With two degrees of the numerator the tail is (1 + 2 F / m)^(−m / 2).
    for (const m of [1e6, 0.9e8, 1.1e8, 1e12])
      near(fBeyond(3, 2, m), Math.exp((-m / 2) * Math.log1p(6 / m)), 1e-9);
    near(fBeyond(2, 2, 10), (1 + (2 * 2) / 10) ** -5);
  });
});

describe("gamma, chi-square and normal", () => {
  test("closed forms of whole shapes, far into the tails", () => {
    for (const x of [1e-12, 0.4, 3, 40, 600]) {
      near(gammaBeyond(1, x), Math.exp(-x));
      near(gammaBeyond(3, x), Math.exp(-x) * (1 + x + (x * x) / 2), 2e-12);
    }
    near(chiSquareBeyond(1381.551, 2), Math.exp(-690.7755), 1e-10);
  });

  test("ln Γ doubles as the gamma function does, and ln B keeps its digits with large arguments", () => {
    for (const x of [0.001, 0.5, 3.7, 42, 1e5]) {
      const doubled = logGamma(x) + logGamma(x + 0.5) + (2 * x - 1) * Math.LN2 - 0.5 * Math.log(Math.PI);
      expect(Math.abs(logGamma(2 * x) - doubled)).toBeLessThan(
        1e-13 * Math.max(1, Math.abs(doubled)) + 1e-13,
      );
    }
    // B(x, 1) = 1 / x, B(x, 2) = 1 / (x (x + 1)).
    for (const x of [0.3, 12, 1e6, 1e12]) {
      expect(Math.abs(logBeta(x, 1) + Math.log(x))).toBeLessThan(1e-12);
      expect(Math.abs(logBeta(2, x) + Math.log(x) + Math.log1p(x))).toBeLessThan(1e-12);
    }
  });

  test("the normal tail keeps its digits down to 1e-300", () => {
    // The asymptotic series of Mills' ratio at 37 is exact to 1e-14 with six terms.
    const z = 37;
    let term = 1;
    let sum = 1;
    for (let k = 1; k <= 6; k++) sum += term *= -(2 * k - 1) / (z * z);
    near(normalBeyond(z), (Math.exp((-z * z) / 2) / (z * Math.sqrt(2 * Math.PI))) * sum, 1e-11);
    near(normalBeyond(-1.3) + normalBeyond(1.3), 1, 1e-15);
    for (const p of [0.5001, 0.8, 0.975, 1 - 1e-9]) near(normalBeyond(normalQuantile(p)), 1 - p, 1e-7);
  });

  test("a sum with one chi-square comes near chi-square itself", () => {
    for (const value of [0.5, 3.841, 12])
      near(weightedChiSquaresBeyond(2 * value, [{ factor: 2, degrees: 3 }]), chiSquareBeyond(value, 3), 0.03);
  });
});
