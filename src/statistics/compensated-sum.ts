/**
 * The sum of numbers, carried with a correction for what rounding loses, so that a sum of many small
 * and few large numbers keeps its last digits.
 *
 * Meaning: the numbers are added in the order given; the low-order part lost in each addition is kept
 * apart and added at the end. The same order gives the same bits on every machine. Two orders agree to
 * the last digit or two, and are not promised to agree in the last bit: where results are stored and
 * compared, fix the order first.
 *
 * Formula: Neumaier's variant of Kahan's summation, one pass, error about 2u·|Σx| + O(nu²)·Σ|x| with
 * u = 2⁻⁵³.
 *
 * @param values any unit, finite; a NaN or an infinity spreads to the result as in a plain sum
 * @returns the sum in the unit of the values; 0 for none
 * @limits Not for sums whose true value exceeds the largest double.
 * @limits Two orders of the same numbers may differ in the last digit or two: fix the order before results
 *   are compared.
 * @source Neumaier (1974), Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54
 * @example
 * compensatedSum([1, 1e100, 1, -1e100]) // => 2
 * compensatedSum([0.1, 0.2, 0.3]) // => 0.6
 */
export function compensatedSum(values: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  // An infinite sum makes the correction NaN; the plain sum is then the answer.
  return Number.isFinite(sum) ? sum + lost : sum;
}
