// Steps of a map over measured values: as many areas in each as can be, values that are equal never parted.

import type { Shade } from "../charts/map-steps.ts";

export type ValueStep = { readonly low: number; readonly high: number; readonly shade: Shade };

const shades: readonly (readonly Shade[])[] = [[], [4], [2, 5], [1, 3, 5], [1, 2, 4, 5], [1, 2, 3, 4, 5]];

/**
 * At most five steps over the values other than 0, low to high. Zero is no step: it is told apart on the map.
 *
 * @example
 * valueSteps([0, 3, 3, 9]) // => [{ low: 3, high: 3, shade: 2 }, { low: 9, high: 9, shade: 5 }]
 */
export function valueSteps(values: readonly number[]): readonly ValueStep[] {
  const sorted = values.filter((value) => value !== 0).sort((a, b) => a - b);
  const wanted = Math.min(5, new Set(sorted).size);
  const steps: { low: number; high: number; count: number }[] = [];
  for (const [i, value] of sorted.entries()) {
    const last = steps.at(-1);
    const place = Math.floor((i * wanted) / sorted.length);
    if (last && (value === last.high || place < steps.length)) {
      last.high = value;
      last.count += 1;
    } else steps.push({ low: value, high: value, count: 1 });
  }
  return steps.map(({ low, high }, i) => ({ low, high, shade: shades[steps.length]![i]! }));
}

/** How a value is filled: its step, or the pattern of zero. */
export const stepOf = (steps: readonly ValueStep[], value: number): Shade | "zero" =>
  value === 0 ? "zero" : (steps.find(({ high }) => value <= high)?.shade ?? steps.at(-1)?.shade ?? 1);
