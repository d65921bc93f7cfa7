import { logFactorial } from "./log-factorial.ts";

/**
 * How many of `trials` succeed when each does so with the given probability: one draw from the binomial
 * distribution.
 *
 * Exact inversion that starts at the most likely number and steps outwards to both sides in turn, so that a
 * draw costs about the standard deviation, not the number of trials.
 *
 * @param random numbers in [0, 1), for example `seededRandom(seed)`; exactly one is used
 * @param trials whole, at least 0
 * @param probability between 0 and 1
 * @limits Probabilities below 2⁻³² are lost with a generator of 32 bits.
 * @source inversion from the mode: Kemp (1986), Communications in Statistics 15(3)
 * @example
 * binomialDraw(() => 0.5, 10, 0) // => 0
 * binomialDraw(() => 0, 10, 0.3) // => 3
 */
export function binomialDraw(random: () => number, trials: number, probability: number): number {
  if (trials <= 0 || probability <= 0) return 0;
  if (probability >= 1) return trials;
  const odds = probability / (1 - probability);
  const mode = Math.min(trials, Math.floor((trials + 1) * probability));
  const atMode = Math.exp(
    logFactorial(trials) -
      logFactorial(mode) -
      logFactorial(trials - mode) +
      mode * Math.log(probability) +
      (trials - mode) * Math.log1p(-probability),
  );
  let left = random() - atMode;
  if (left < 0) return mode;
  let below = mode;
  let above = mode;
  let pBelow = atMode;
  let pAbove = atMode;
  while (below > 0 || above < trials) {
    if (above < trials) {
      pAbove *= (odds * (trials - above)) / (above + 1);
      above++;
      left -= pAbove;
      if (left < 0) return above;
    }
    if (below > 0) {
      pBelow *= below / (odds * (trials - below + 1));
      below--;
      left -= pBelow;
      if (left < 0) return below;
    }
    // Rounding can leave a rest of 1e-16 that no outcome takes up.
    if (pAbove < 1e-300 && pBelow < 1e-300) break;
  }
  return mode;
}
