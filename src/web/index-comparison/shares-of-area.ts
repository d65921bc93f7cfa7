// A comparison arranged for a page: the shares of each area as they are shown, and what a reader looks for.

import type { CallReply, routes } from "#contract";
import { roundedShares } from "#statistics";

export type Comparison = CallReply<typeof routes.compareRuns>;
export type AreaChange = Comparison["areas"][number];
export type Cause = Comparison["causes"][number]["cause"];

/** Digits after the point that shares are shown with. */
export const shareDigits = 1;

/** A change with its shares as shown: they sum to the places gained, to the last digit. */
export type ShownChange = AreaChange & {
  /** Places gained; null where the area is not ranked in both runs. */
  readonly gained: number | null;
  readonly shares: readonly number[];
  readonly partShares: readonly number[];
};

export function shownChange(change: AreaChange): ShownChange {
  const { from, to, state } = change;
  return {
    ...change,
    gained: state === "both" && from && to ? from.rank - to.rank : null,
    shares: roundedShares(change.places, shareDigits),
    partShares: roundedShares(change.parts, shareDigits),
  };
}

/** Gains first, then losses, then areas of one run only. */
export function inOrder(changes: readonly ShownChange[]): readonly ShownChange[] {
  const place = ({ gained }: ShownChange) => (gained === null ? Number.NEGATIVE_INFINITY : gained);
  return [...changes].sort(
    (a, b) => place(b) - place(a) || (a.to?.rank ?? 1e9) - (b.to?.rank ?? 1e9) || (a.area < b.area ? -1 : 1),
  );
}

/** Whether anything happened to an area: another rank, in or out, or shares that cancel each other. */
export const hasMoved = ({ state, gained, shares }: ShownChange): boolean =>
  state === "both" ? gained !== 0 || shares.some((share) => share !== 0) : state !== "unranked";

/** The longest bar to either side, in places; at least one, so that there is an axis. */
export function reach(changes: readonly ShownChange[]): { readonly low: number; readonly high: number } {
  let [low, high] = [0, 0];
  for (const { shares } of changes) {
    const up = shares.reduce((sum, share) => sum + Math.max(0, share), 0);
    const down = shares.reduce((sum, share) => sum + Math.min(0, share), 0);
    high = Math.max(high, up);
    low = Math.min(low, down);
  }
  return { low: Math.floor(Math.min(low, -1)), high: Math.ceil(Math.max(high, 1)) };
}

/** Whole numbers of places for the axis, with 0 among them. */
export function placeTicks({
  low,
  high,
}: {
  readonly low: number;
  readonly high: number;
}): readonly number[] {
  const span = high - low;
  const step = [1, 2, 5, 10, 20, 50, 100].find((size) => span / size <= 8) ?? 200;
  const first = Math.floor(low / step);
  return Array.from({ length: Math.ceil(high / step) - first + 1 }, (_, i) => (first + i) * step);
}
