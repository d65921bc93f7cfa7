/**
 * The lowest place at or below which a given share of counted things lies.
 *
 * Meaning: `counts[i]` things are at place i. Half of 4 things at places 1, 1, 2, 3 are reached at 1, so that
 * the answer is always a place that occurred: a rank stays a whole number.
 *
 * @param counts whole numbers of at least 0, by place
 * @param probability between 0 and 1
 * @returns the place, −1 where nothing was counted
 * @limits A place that occurred, never one in between: with few things counted it moves in steps.
 * @source Hyndman and Fan (1996), type 1: the inverse of the distribution function
 * @example
 * countQuantile([0, 2, 1, 1], 0.5) // => 1
 */
export function countQuantile(counts: ArrayLike<number>, probability: number): number {
  let whole = 0;
  for (let i = 0; i < counts.length; i++) whole += counts[i]!;
  if (whole === 0) return -1;
  // 0.025 of 2,000 is 50 and a little by rounding; the next place would be wrong.
  const wanted = Math.max(1, Math.ceil(whole * probability - 1e-9 * whole));
  let reached = 0;
  for (let i = 0; i < counts.length; i++) {
    reached += counts[i]!;
    if (reached >= wanted) return i;
  }
  return counts.length - 1;
}
