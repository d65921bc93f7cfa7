// Positions and ticks of a numeric axis. Linear only: no page needs another scale yet.

export type LinearScale = {
  (value: number): number;
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
};

/** Maps numbers of a domain to positions of a range; a domain of one point lies in the middle of the range. */
export function linearScale(
  domain: readonly [number, number],
  range: readonly [number, number],
): LinearScale {
  const width = domain[1] - domain[0];
  const position = (value: number) =>
    width === 0
      ? (range[0] + range[1]) / 2
      : range[0] + ((value - domain[0]) / width) * (range[1] - range[0]);
  return Object.assign(position, { domain, range });
}

/**
 * Round tick values (steps of 1, 2 or 5 times a power of ten) that cover a domain.
 *
 * @param most about how many steps to aim at; at least 1
 * @returns ascending values; the first is at most the low end and the last at least the high end, so that
 *   they also make a good domain. Both ends equal: the value and one step above it.
 * @example
 * niceTicks(3, 97, 5) // => [0, 20, 40, 60, 80, 100]
 * niceTicks(0, 0, 4) // => [0, 0.5]
 */
export function niceTicks(low: number, high: number, most: number): readonly number[] {
  const size = Math.max(Math.abs(high), Math.abs(low));
  // Differences a picture cannot show are none: a step for them would be all digits.
  const span = high - low > 1e-9 * size && high - low > 1e-12 ? high - low : size > 1e-12 ? size : 1;
  const raw = span / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((f) => f * power >= raw * (1 - 1e-9)) ?? 10;
  const step = factor * power;
  const from = Math.floor(low / step + 1e-9);
  const to = Math.max(from + 1, Math.ceil(high / step - 1e-9));
  // Multiples of a whole number, not sums of a step: 0.1 + 0.2 would print as 0.30000000000000004.
  const digits = Math.max(0, -Math.floor(Math.log10(step)) + 1);
  return Array.from({ length: to - from + 1 }, (_, i) => Number(((from + i) * step).toFixed(digits)));
}

/**
 * The domain of a value axis: from zero when the values keep one sign and zero is not far from them, so
 * that a small change is not drawn as a large one; otherwise the round numbers around them.
 */
export function valueTicks(values: readonly number[], most: number): readonly number[] {
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (low <= 0 && high >= 0) return niceTicks(low, high, most);
  const [near, far] = low > 0 ? [low, high] : [-high, -low];
  if (near < 0.6 * far || near === far) return niceTicks(Math.min(0, low), Math.max(0, high), most);
  // A fifth of the size at least, so that 25 to 26 looks like the small step it is.
  const widen = Math.max(0, 0.2 * far - (high - low)) / 2;
  return niceTicks(low - widen, high + widen, most);
}

/** Whole years for the time axis, first and last always among them, no two nearer than `gap` positions. */
export function yearTicks(first: number, last: number, width: number, gap = 48): readonly number[] {
  if (first === last) return [first];
  const most = Math.max(1, Math.floor(width / gap));
  const span = last - first;
  const step = [1, 2, 5, 10, 20, 50, 100].find((s) => span / s <= most) ?? 100;
  const ticks = [first];
  for (let year = Math.ceil((first + 1) / step) * step; year < last; year += step) {
    const far = (a: number) => Math.abs(year - a) * (width / span) >= gap * 0.9;
    if (far(first) && far(last)) ticks.push(year);
  }
  return [...ticks, last];
}
