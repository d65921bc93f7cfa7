import type { CompiledIndex } from "../compiled-index.ts";
import type { FlatIndex, FlatRun } from "./flat-index.ts";
import type { rankTally } from "./rank-tally.ts";

/** What the ranks of the index would be without one indicator. */
export type LeaveOneOut = {
  readonly indicator: string;
  /** Most places that an area moves, and the mean over all; `null` where no area has a rank without it. */
  readonly largestShift: number | null;
  readonly meanShift: number | null;
  /** Areas whose rank changes. */
  readonly moved: number;
  /** Areas that have a rank only with it, or only without it. */
  readonly appearOrVanish: number;
  /** Up to ten that move farthest, by places moved and code. */
  readonly most: readonly { readonly area: string; readonly from: number; readonly to: number }[];
};

const mostListed = 10;

/** Every indicator left out in turn, with all else as defined: exact, nothing is drawn. */
export function leaveOneOut(
  { definition, grid }: CompiledIndex,
  flat: FlatIndex,
  tally: ReturnType<typeof rankTally>,
  nominal: FlatRun,
  period: number,
): readonly LeaveOneOut[] {
  return flat.indicators.map((position): LeaveOneOut => {
    const { tolerance } = flat.run({ ...nominal, without: position });
    const ranks = tally.ranksOf(0, period, tolerance);
    const pairs = grid.areas.map((area, i) => ({
      area,
      from: tally.nominalRank(0, period, i),
      to: ranks[i]!,
    }));
    const both = pairs.filter(({ from, to }) => from > 0 && to > 0);
    const shifts = both.map(({ from, to }) => Math.abs(to - from));
    const moved = both
      .filter(({ from, to }) => from !== to)
      .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from) || (a.area < b.area ? -1 : 1));
    return {
      indicator: definition.nodes[position]!.id,
      largestShift: both.length === 0 ? null : Math.max(...shifts),
      meanShift: both.length === 0 ? null : shifts.reduce((sum, shift) => sum + shift, 0) / both.length,
      moved: moved.length,
      appearOrVanish: pairs.filter(({ from, to }) => from > 0 !== to > 0).length,
      most: moved.slice(0, mostListed),
    };
  });
}
