import { logGamma } from "./log-gamma.ts";

/**
 * The share of a gamma distribution of scale 1 beyond `x`: the regularised upper incomplete gamma function.
 *
 * Formula: the series of the lower function while `x < a + 1`, else the continued fraction of the upper one.
 *
 * @param a shape, above 0
 * @param x at least 0
 * @returns between 0 and 1, about 14 digits, small ones too
 * @source Abramowitz and Stegun (1964), 6.5.29 and 6.5.31
 * @example
 * gammaBeyond(1, 0) // => 1
 */
export function gammaBeyond(a: number, x: number): number {
  if (!(x > 0)) return x <= 0 ? 1 : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 100_000 && Math.abs(term) > 1e-17 * sum; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return 1 - front * sum;
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 100_000; n++) {
    const factor = -n * (n - a);
    b += 2;
    d = 1 / (factor * d + b);
    c = b + factor / c;
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return front * value;
}

/**
 * The share of a chi-square distribution beyond a value.
 *
 * @param value at least 0
 * @param degrees degrees of freedom, above 0, not whole of necessity
 * @returns the p-value, small ones with all their digits
 * @source Abramowitz and Stegun (1964), 26.4.19
 * @example
 * chiSquareBeyond(0, 3) // => 1
 */
export const chiSquareBeyond = (value: number, degrees: number): number =>
  gammaBeyond(degrees / 2, value / 2);
