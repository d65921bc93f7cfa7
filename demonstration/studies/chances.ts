// Draws from a stream of uniform numbers: what the simulated answers are made of.

import { normal, streamOf } from "../make-indicators.ts";

export { normal, streamOf };

export type Stream = () => number;

/** Whether something happens whose log-odds are given. */
export const happens = (random: Stream, logOdds: number): boolean => random() < 1 / (1 + Math.exp(-logOdds));

/** A whole number from one to another, each as likely. */
export const between = (random: Stream, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

/** A place in a list of weights, with chances in their proportion. */
export function placeOf(random: Stream, weights: readonly number[]): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const at = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return at === -1 ? weights.length - 1 : at;
}

/**
 * A step of a scale, 1 the best: 1 above the first cut, 2 above the second and so on. How somebody stands
 * moves the answer, chance too.
 */
export const step = (random: Stream, standing: number, cuts: readonly number[]): number => {
  const felt = standing + 0.9 * normal(random);
  return 1 + cuts.filter((cut) => felt < cut).length;
};

export const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));

/** So many of a list, drawn without putting back, in the order of the list. */
export function sampleOf<T>(random: Stream, list: readonly T[], size: number): readonly T[] {
  const chosen: T[] = [];
  for (const [at, one] of list.entries())
    if (random() * (list.length - at) < size - chosen.length) chosen.push(one);
  return chosen;
}

/** Now and then no answer: the code for it in place of the answer. */
export function orNoAnswer<T>(
  random: Stream,
  answer: T,
  {
    unsure = 0,
    refuses = 0,
    codes = [8, 9],
  }: { unsure?: number; refuses?: number; codes?: readonly [number, number] },
): T | number {
  const chance = random();
  if (chance < unsure) return codes[0];
  return chance < unsure + refuses ? codes[1] : answer;
}
