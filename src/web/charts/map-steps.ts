/** A shade of the map's scale, light to dark. */
export type Shade = 1 | 2 | 3 | 4 | 5;
export type Step = { readonly from: number; readonly to: number; readonly shade: Shade };

/** Few steps are set far apart, so that two of them are told apart at a glance. */
const shades: readonly (readonly Shade[])[] = [[], [4], [2, 5], [1, 3, 5], [1, 2, 4, 5], [1, 2, 3, 4, 5]];

/**
 * Steps of whole numbers for a map key: at most five, all numbers from 1 to the highest covered, none empty.
 *
 * @example
 * countSteps(2) // => [{ from: 1, to: 1, shade: 2 }, { from: 2, to: 2, shade: 5 }]
 * countSteps(12).length // => 5
 */
export function countSteps(highest: number): readonly Step[] {
  if (highest < 1) return [];
  const number = Math.min(5, highest);
  // Widths grow with the numbers: counts of evaluations are many ones and few tens.
  const edges = Array.from({ length: number }, (_, i) =>
    highest <= 5 ? i + 1 : Math.max(i + 1, Math.round(highest ** (i / (number - 1)))),
  );
  return edges.map((from, i) => {
    const next = edges[i + 1];
    const to = next === undefined ? highest : Math.max(from, next - 1);
    return { from, to, shade: shades[number]![i]! };
  });
}

/** The shade of a count of at least 1. */
export const shadeOf = (steps: readonly Step[], count: number): Shade =>
  steps.findLast((step) => count >= step.from)?.shade ?? 1;
