// Which rows of a long ranking are drawn: two hundred dots tell nobody anything. The table has all.

import { rankInterval, type Score } from "./run-scores.ts";

export const drawnChoices = ["top", "bottom", "around", "all"] as const;
export type Drawn = (typeof drawnChoices)[number];

/** As many are drawn without being asked for. */
export const mostDrawn = 60;
const atAnEnd = 30;
const toEachSide = 12;

/** What the address asks for; a short ranking is drawn whole, a long one from the top, or around a named country. */
export function drawnOf(
  asked: { readonly drawn?: Drawn | undefined; readonly place?: string | undefined },
  scores: readonly Score[],
): Drawn {
  const isThere = scores.some(({ area, rank }) => area === asked.place && rank !== null);
  if (asked.drawn === "around" && !isThere) return scores.length > mostDrawn ? "top" : "all";
  return asked.drawn ?? (isThere ? "around" : scores.length > mostDrawn ? "top" : "all");
}

/**
 * The rows drawn, in the order of the ranking.
 *
 * @param scores of one node and period, ranked first, then those without a rank
 */
export function drawnRows(scores: readonly Score[], drawn: Drawn, place?: string): readonly Score[] {
  if (drawn === "all") return scores;
  const ranked = scores.filter(({ rank }) => rank !== null);
  if (drawn === "top") return ranked.slice(0, atAnEnd);
  if (drawn === "bottom") return ranked.slice(-atAnEnd);
  const at = ranked.findIndex(({ area }) => area === place);
  const first = Math.max(0, Math.min(at - toEachSide, ranked.length - 1 - 2 * toEachSide));
  return ranked.slice(first, first + 1 + 2 * toEachSide);
}

/** First and last rank that rows and their intervals reach to. */
export function ranksReached(rows: readonly Score[]): readonly [number, number] {
  const ends = rows.flatMap((row) => {
    const interval = rankInterval(row);
    return row.rank === null ? [] : [row.rank, interval?.low ?? row.rank, interval?.high ?? row.rank];
  });
  return ends.length === 0 ? [1, 1] : [Math.min(...ends), Math.max(...ends)];
}
