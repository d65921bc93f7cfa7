/** Coefficients B₂ₖ / (2k (2k − 1)) of Stirling's series. */
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156, -3617 / 122_400];
const halfLogTwoPi = 0.9189385332046727;

/** What Stirling's formula leaves out of ln Γ(x), for x of at least 10. */
function beyondStirling(x: number): number {
  const square = 1 / (x * x);
  let sum = 0;
  for (let k = stirling.length - 1; k >= 0; k--) sum = sum * square + stirling[k]!;
  return sum / x;
}

/**
 * The natural logarithm of the gamma function.
 *
 * Formula: Stirling's series from 10 on; below, `Γ(x) = Γ(x + n) / (x (x + 1) … (x + n − 1))`.
 *
 * @param x above 0
 * @returns about 15 digits
 * @limits Not for numbers of 0 or less.
 * @source Abramowitz and Stegun (1964), 6.1.15 and 6.1.41
 * @example
 * Math.round(Math.exp(logGamma(6))) // => 120
 */
export function logGamma(x: number): number {
  let product = 1;
  let at = x;
  while (at < 10) {
    product *= at;
    at += 1;
  }
  return (at - 0.5) * Math.log(at) - at + halfLogTwoPi + beyondStirling(at) - Math.log(product);
}

/**
 * The natural logarithm of the beta function, `ln Γ(a) + ln Γ(b) − ln Γ(a + b)`, without the loss of digits of
 * large arguments that this difference has.
 *
 * @param a above 0
 * @param b above 0
 * @source Didonato and Morris (1992), Algorithm 708, ACM TOMS 18(3)
 * @example
 * Math.round(1e12 * Math.exp(logBeta(2, 3))) // => 83333333333
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < 10) return logGamma(small) + logGamma(large) - logGamma(small + large);
  const rest = beyondStirling(large) - beyondStirling(small + large);
  if (small < 10)
    return (
      logGamma(small) +
      rest -
      (large + small - 0.5) * Math.log1p(small / large) -
      small * Math.log(large) +
      small
    );
  const share = small / large;
  return (
    -0.5 * Math.log(large) +
    halfLogTwoPi +
    beyondStirling(small) +
    rest +
    (small - 0.5) * Math.log(share / (1 + share)) -
    large * Math.log1p(share)
  );
}
