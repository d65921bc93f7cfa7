export type YearPoint = { readonly year: number; readonly value: number | null };

/**
 * The unbroken stretches of a series: a line is never drawn across a year that has no value, nor across
 * years that are not there at all, because the picture would state figures nobody gave.
 *
 * @param points one per year, any order
 * @param step distance of neighbouring years in this series; null: the smallest distance found in it
 * @example
 * lineSegments([{ year: 2000, value: 1 }, { year: 2001, value: null }, { year: 2002, value: 3 }]).length // => 2
 */
export function lineSegments<P extends YearPoint>(
  points: readonly P[],
  step: number | null = null,
): readonly (readonly P[])[] {
  const sorted = [...points].sort((a, b) => a.year - b.year);
  const distance =
    step ??
    sorted
      .slice(1)
      .reduce((least, p, i) => Math.min(least, p.year - sorted[i]!.year), Number.POSITIVE_INFINITY);
  const segments: P[][] = [];
  let previous: P | null = null;
  for (const point of sorted) {
    if (point.value === null) {
      previous = null;
      continue;
    }
    if (previous && point.year - previous.year <= distance) segments.at(-1)!.push(point);
    else segments.push([point]);
    previous = point;
  }
  return segments;
}
