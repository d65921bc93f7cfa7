// Puts what there is for women beside what there is for men.

import type { Observed } from "../charts/points-of.ts";

/** Colour and form of women's and men's marks, the same on every page. */
export const sexMark = {
  F: { colour: 2, shape: "circle" },
  M: { colour: 1, shape: "square" },
} as const;

export type Pair = {
  readonly indicator: string;
  readonly unit: string | null;
  readonly period: string;
  readonly women: Observed | null;
  readonly men: Observed | null;
};

/**
 * For each indicator the last period in which there is a value for women or for men, and both of it; where
 * there never was one, the last period that says why. Further breakdowns and second sources are left out:
 * the first source in the order of codes counts.
 */
export function latestPairs(observations: readonly Observed[]): readonly Pair[] {
  const byIndicator = new Map<string, Observed[]>();
  for (const one of observations)
    if ((one.sex === "F" || one.sex === "M") && Object.keys(one.breakdowns).length === 0)
      byIndicator.set(one.indicator, [...(byIndicator.get(one.indicator) ?? []), one]);
  return [...byIndicator].map(([indicator, all]) => {
    const source = all.map((one) => one.source).sort()[0]!;
    const own = all.filter((one) => one.source === source);
    const last = (some: readonly Observed[]) =>
      some
        .map((one) => one.period)
        .sort()
        .at(-1)!;
    const known = own.filter(({ value }) => value !== null);
    const period = last(known.length > 0 ? known : own);
    const of = (sex: string) => own.find((one) => one.sex === sex && one.period === period) ?? null;
    const [women, men] = [of("F"), of("M")];
    return { indicator, unit: (women ?? men)!.unit, period, women, men };
  });
}
