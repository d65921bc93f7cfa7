// Arranges the scores of a run for a page: one node, one period, all areas.

import type { z } from "zod/mini";
import type { IndexRunShape } from "#contract";
import type { Say } from "../i18n.ts";

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

export type RankInterval = { readonly low: number; readonly high: number };

/** Where a rank lies in 95 of 100 recomputations; `null` where none has been computed. */
export const rankInterval = ({
  rankLow,
  rankHigh,
}: Pick<Score, "rankLow" | "rankHigh">): RankInterval | null =>
  rankLow === null || rankHigh === null ? null : { low: rankLow, high: rankHigh };

/** A rank never stands alone: with its interval, or with the words that there is none (yet). */
export const rankWithInterval = (
  say: Say,
  rank: number,
  interval: RankInterval | null,
  isComing: boolean,
): string =>
  interval
    ? say("rank.interval", { rank, low: interval.low, high: interval.high })
    : isComing
      ? say("rank.intervalComing", { rank })
      : say("rank.intervalNone", { rank });

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

/** Ticks of an axis of ranks: the first, the last, and round places between. */
export function rankTicks(last: number, first = 1): readonly number[] {
  const step = [1, 2, 5, 10, 20, 25, 50, 100].find((one) => (last - first) / one <= 6) ?? 100;
  const round = Array.from({ length: Math.floor(last / step) }, (_, i) => (i + 1) * step);
  const between = round.filter((rank) => rank > first && last - rank >= step / 2);
  return last <= first ? [first, first + 1] : [first, ...between, last];
}
