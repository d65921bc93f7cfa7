export type Step = { readonly from: number; readonly to: number };

/**
 * Steps of whole numbers for a map key: at most five, all numbers from 1 to the highest covered, none empty.
 *
 * @example
 * countSteps(3) // => [{ from: 1, to: 1 }, { from: 2, to: 2 }, { from: 3, to: 3 }]
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
    return { from, to: next === undefined ? highest : Math.max(from, next - 1) };
  });
}

/** The 1-based step a count falls into. */
export const stepOf = (steps: readonly Step[], count: number): 1 | 2 | 3 | 4 | 5 =>
  (steps.findLastIndex((step) => count >= step.from) + 1) as 1 | 2 | 3 | 4 | 5;
