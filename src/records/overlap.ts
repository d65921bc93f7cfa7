import type { Span } from "#kernel";

/** Code points two places of one text have in common. Spans of one place do not overlap each other. */
export function overlapOf(a: readonly Span[], b: readonly Span[]): number {
  let common = 0;
  for (const [from, to] of a)
    for (const [start, end] of b) common += Math.max(0, Math.min(to, end) - Math.max(from, start));
  return common;
}

/** Code points of a place. */
export const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, [from, to]) => sum + Math.max(0, to - from), 0);

/**
 * Whether two places are the same for a person who rejected one of them: what they have in common is at
 * least half of what they cover together (intersection over union of code points at least 0.5).
 *
 * @example
 * isSamePlace([[0, 100]], [[2, 96]]) // => true
 * isSamePlace([[0, 100]], [[60, 200]]) // => false
 */
export function isSamePlace(a: readonly Span[], b: readonly Span[]): boolean {
  const common = overlapOf(a, b);
  return common > 0 && common * 2 >= lengthOf(a) + lengthOf(b) - common;
}
