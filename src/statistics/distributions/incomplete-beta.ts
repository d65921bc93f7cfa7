import { chiSquareBeyond } from "./incomplete-gamma.ts";
import { logBeta, logGamma } from "./log-gamma.ts";
import { rootBetween } from "./root-between.ts";

const tiny = 1e-300;

/**
 * The share of a beta distribution that lies below `x`: the regularised incomplete beta function.
 *
 * Formula: the continued fraction of I_x(a, b) by the modified Lentz method, taken from the side on which it
 * converges fast.
 *
 * @param x between 0 and 1
 * @param a above 0
 * @param b above 0
 * @param rest 1 − x, where it is known better than the difference gives it
 * @returns between 0 and 1; about 14 digits, in the lower tail too
 * @limits Work grows with the square root of the larger of a and b.
 * @source Abramowitz and Stegun (1964), 26.5.8; Lentz (1976), Applied Optics 15
 * @example
 * betaBelow(0.5, 2, 2) // => 0.5
 */
export function betaBelow(x: number, a: number, b: number, rest = 1 - x): number {
  if (!(x > 0)) return x <= 0 ? 0 : Number.NaN;
  if (!(rest > 0)) return 1;
  if (x === rest && a === b) return 0.5;
  const logX = x < 0.5 ? Math.log(x) : Math.log1p(-rest);
  const logRest = rest < 0.5 ? Math.log(rest) : Math.log1p(-x);
  const front = Math.exp(a * logX + b * logRest - logBeta(a, b));
  if (x <= (a + 1) / (a + b + 2)) return (front * fraction(x, a, b)) / a;
  return 1 - (front * fraction(rest, b, a)) / b;
}

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let value = d;
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    c = 1 + even / c;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    if (Math.abs(c) < tiny) c = tiny;
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    c = 1 + odd / c;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    if (Math.abs(c) < tiny) c = tiny;
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return value;
}

/**
 * The number below which a beta variable lies with a given probability.
 *
 * @param probability between 0 and 1
 * @param a above 0
 * @param b above 0
 * @returns between 0 and 1, about 14 digits
 * @source the root of `betaBelow`, by bisection and Newton's step
 * @example
 * Math.round(1e9 * betaQuantile(0.5, 2, 2)) / 1e9 // => 0.5
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  if (probability <= 0) return 0;
  if (probability >= 1) return 1;
  const constant = logBeta(a, b);
  return rootBetween(
    0,
    1,
    (x) => betaBelow(x, a, b) - probability,
    (x) => Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - constant),
  );
}

/**
 * The share of an F distribution beyond a value.
 *
 * @param value at least 0
 * @param numerator degrees of freedom, above 0, not whole of necessity
 * @param denominator degrees of freedom; infinity gives chi-square over its degrees of freedom
 * @returns the p-value, small ones with all their digits
 * @source Abramowitz and Stegun (1964), 26.6.2; beyond 1e8 degrees of the denominator the first two terms of
 *   the expansion in their inverse, because the continued fraction loses digits there
 * @example
 * fBeyond(0, 2, 10) // => 1
 */
export function fBeyond(value: number, numerator: number, denominator: number): number {
  if (!(value > 0)) return value <= 0 ? 1 : Number.NaN;
  const rest = numerator * value;
  if (denominator > 1e8) {
    const [a, y] = [numerator / 2, rest / 2];
    const density = Math.exp(a * Math.log(y) - y - logGamma(a));
    return chiSquareBeyond(rest, numerator) + (density * (y - a + 1)) / denominator;
  }
  const whole = denominator + rest;
  return betaBelow(denominator / whole, denominator / 2, numerator / 2, rest / whole);
}
