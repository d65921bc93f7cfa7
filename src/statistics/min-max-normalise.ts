/** The scale that minimum and maximum are laid on, and which end of the values is the good one. */
export type NormalisationScale = {
  /** 1: more is better; -1: less is better, so that the minimum gets `high`. Default 1. */
  readonly direction?: 1 | -1;
  /** What the worst value gets. Default 0. */
  readonly low?: number;
  /** What the best value gets. Default 1. */
  readonly high?: number;
};

/**
 * Where a value lies between a minimum and a maximum, laid on the scale `low` to `high`.
 *
 * Formula: `s = (x − min)/(max − min)`, or `(max − x)/(max − min)` when less is better; then
 * `low·(1 − s) + high·s`. The ends are exact: the minimum gives `low`, the maximum `high`.
 * The result is relative to the set the minimum and maximum were taken over: one more member can change
 * every figure. A value outside the range (a later year against a reference year) falls outside the scale
 * and is not cut off.
 *
 * @param value unit of the indicator; finite
 * @param minimum lowest value of the reference set, same unit
 * @param maximum highest value of the reference set, same unit
 * @param scale direction and ends of the scale
 * @returns a number without unit, or `null` where maximum = minimum: an indicator that does not vary
 *   tells nothing, and neither 0, 1 nor a half would be true
 * @limits Relative to the reference set: one more member can change every figure.
 * @limits One extreme value presses all others together.
 * @source methods 2, step 1; OECD/JRC (2008), Handbook on Constructing Composite Indicators, section 5
 * @example
 * minMaxNormalise(15, 0, 20) // => 0.75
 * minMaxNormalise(10, 10, 50, { direction: -1 }) // => 1
 * minMaxNormalise(3, 3, 3) // => null
 */
export function minMaxNormalise(
  value: number,
  minimum: number,
  maximum: number,
  scale: NormalisationScale = {},
): number | null {
  const { direction = 1, low = 0, high = 1 } = scale;
  if (!(maximum > minimum)) return null;
  // Halves, exact in binary: the difference of two doubles can exceed the largest double.
  const range = maximum / 2 - minimum / 2;
  const share = (direction === 1 ? value / 2 - minimum / 2 : maximum / 2 - value / 2) / range;
  return low * (1 - share) + high * share;
}
