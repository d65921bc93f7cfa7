import { linearScale, niceTicks } from "./linear-scale.ts";

export type Axis = {
  /** Position of a value; NaN where the axis has no place for it (zero and below on a log axis). */
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
};

/**
 * An axis of values, linear or by powers of ten.
 *
 * @param values what must fit; on a log axis only those above zero count
 * @example
 * valueAxis([1, 100], [0, 20], "log").at(10) // => 10
 */
export function valueAxis(
  values: readonly number[],
  range: readonly [number, number],
  kind: "linear" | "log",
): Axis {
  if (kind === "linear") {
    const ticks = values.length === 0 ? [0, 1] : niceTicks(Math.min(...values), Math.max(...values), 5);
    return { at: linearScale([ticks[0]!, ticks.at(-1)!], range), ticks };
  }
  const above = values.filter((value) => value > 0);
  const low = above.length === 0 ? 0 : Math.floor(Math.log10(Math.min(...above)) + 1e-9);
  const high = above.length === 0 ? 1 : Math.max(low + 1, Math.ceil(Math.log10(Math.max(...above)) - 1e-9));
  const scale = linearScale([low, high], range);
  const step = Math.max(1, Math.ceil((high - low) / 6));
  const powers = Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => low + i * step);
  return {
    at: (value) => (value > 0 ? scale(Math.log10(value)) : Number.NaN),
    // Below a power of zero the text of 10 ** n is a sum of fractions.
    ticks: powers.map((power) => Number(`1e${power}`)),
  };
}
