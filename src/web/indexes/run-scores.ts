// Arranges the scores of a run for a page: one node, one period, all areas.

import type { z } from "zod/mini";
import type { IndexRunShape } from "#contract";

export type Run = z.output<typeof IndexRunShape>;
export type Score = Run["scores"][number];

/** Periods of a run in order; `[null]` where the data have none. */
export const periodsOf = (run: Run): readonly (string | null)[] => {
  const periods = [...new Set(run.scores.map((score) => score.period))];
  return periods.sort((a, b) => ((a ?? "") < (b ?? "") ? -1 : 1));
};

/** Scores of one node in one period: ranked first, then those without a rank, each group by area. */
export function ranking(run: Run, node: string, period: string | null): readonly Score[] {
  return run.scores
    .filter((score) => score.node === node && score.period === period)
    .sort(
      (a, b) =>
        (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY) ||
        (a.area < b.area ? -1 : 1),
    );
}

/** Areas that share a rank with another: where they are many, small changes move many areas. */
export function tiedAreas(scores: readonly Score[]): number {
  const counts = new Map<number, number>();
  for (const { rank } of scores) if (rank !== null) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => (count > 1 ? sum + count : sum), 0);
}

/** The address of a score's path, as the API writes it; parts are encoded so that any code survives. */
export const scoreTrace = (run: string, score: Pick<Score, "area" | "node" | "period">): string =>
  `score:${[run, score.area, score.node, ...(score.period === null ? [] : [score.period])]
    .map(encodeURIComponent)
    .join("/")}`;
