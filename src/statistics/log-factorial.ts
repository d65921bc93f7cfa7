/** Sums of logarithms up to here; beyond, Stirling's series is exact to the last digits. */
const tableSize = 1024;

const table = (() => {
  const sums = new Float64Array(tableSize);
  let sum = 0;
  let lost = 0;
  for (let n = 2; n < tableSize; n++) {
    // Neumaier's correction: a thousand roundings would cost three digits.
    const term = Math.log(n);
    const next = sum + term;
    lost += sum >= term ? sum - next + term : term - next + sum;
    sum = next;
    sums[n] = sum + lost;
  }
  return sums;
})();

const halfLogTwoPi = 0.9189385332046727;

/**
 * The natural logarithm of n!, for probabilities whose factorials no number can hold.
 *
 * Formula: sums of logarithms below 1,024; beyond, Stirling's series
 * `(n + ½) ln n − n + ½ ln 2π + 1/(12n) − 1/(360n³) + 1/(1260n⁵)`, whose next term is below 1e-24 there.
 *
 * @param n whole, at least 0
 * @limits Relative error about 2e-16: at n = 100,000 a ratio of factorials is good to nine digits.
 * @source Abramowitz and Stegun (1964), 6.1.41
 * @example
 * logFactorial(0) // => 0
 * Math.round(Math.exp(logFactorial(10))) // => 3628800
 */
export function logFactorial(n: number): number {
  if (n < tableSize) return table[n] ?? Number.NaN;
  const inverse = 1 / n;
  const square = inverse * inverse;
  return (
    (n + 0.5) * Math.log(n) - n + halfLogTwoPi + inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260)))
  );
}
