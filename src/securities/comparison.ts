// Comparisons that do not depend on how sums were rounded.

/** At or above, where "at" includes what falls short by no more than the tolerance. */
export const atLeast = (value: number, threshold: number, tolerance: number): boolean =>
  value >= threshold - tolerance;

/**
 * How far two scores may lie apart and still count as equal: 1e-12 as the contract fixes it. Only scales
 * beyond some hundreds get more, since there one rounding alone exceeds it.
 */
export function scoreTolerance({ low, high }: { readonly low: number; readonly high: number }): number {
  return Math.max(1e-12, 16 * Number.EPSILON * Math.max(Math.abs(low), Math.abs(high)));
}

/**
 * Whether enough of the expected indicators have a value. Two thirds are compared in whole numbers:
 * a decimal 0.67 would refuse 2 of 3. Nothing at all is never enough.
 *
 * @param minimumShare 0 to 1, or `null` for exactly two thirds
 */
export function hasMinimumShare(available: number, expected: number, minimumShare: number | null): boolean {
  if (available === 0) return false;
  if (minimumShare === null) return 3 * available >= 2 * expected;
  return atLeast(available / expected, minimumShare, 1e-12);
}
