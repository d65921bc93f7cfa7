import { niceTicks } from "../charts/linear-scale.ts";

export type ScoreStep = { readonly from: number; readonly to: number; readonly shade: 1 | 2 | 3 | 4 | 5 };

const shades = [[], [3], [2, 4], [1, 3, 5], [1, 2, 4, 5], [1, 2, 3, 4, 5]] as const;

/**
 * At most five steps of equal width, at round numbers, that cover all scores.
 *
 * @example
 * scoreSteps([0, 1]).map(({ from }) => from) // => [0, 0.2, 0.4, 0.6, 0.8]
 */
export function scoreSteps(scores: readonly number[]): readonly ScoreStep[] {
  if (scores.length === 0) return [];
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  const ticks = [5, 4, 3, 2, 1]
    .map((most) => niceTicks(low, high, most))
    .find(({ length }) => length <= 6) ?? [low, high];
  return ticks.slice(0, -1).map((from, i) => ({
    from,
    to: ticks[i + 1]!,
    shade: shades[Math.min(5, ticks.length - 1)]![i]!,
  }));
}

/** The step a score lies in; the last one holds its upper end. */
export const stepOf = (steps: readonly ScoreStep[], score: number): ScoreStep | null =>
  steps.find(({ to }) => score < to) ?? steps.at(-1) ?? null;
