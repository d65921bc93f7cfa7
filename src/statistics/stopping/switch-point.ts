import { tooManyMissing } from "./stopping-rule.ts";

/** Share of the unread records to be drawn if none of so many relevant ones comes up. */
const shareWithoutHit = (missing: number, alpha: number): number => 1 - alpha ** (1 / missing);

/** The same if one comes up. */
function shareWithOneHit(missing: number, alpha: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 40; step++) {
    const share = (low + high) / 2;
    const rest = 1 - share;
    if (rest ** missing + missing * share * rest ** (missing - 1) > alpha) low = share;
    else high = share;
  }
  return high;
}

/**
 * How many irrelevant records in a row say that reading at random is the cheaper way to go on.
 *
 * A record read by rank costs 1 less the share f of it that drawing would have read anyway. If it is relevant
 * it spares the draws a hit, which comes up with chance f and raises the share by Δf of the U unread. The two
 * balance at a precision of `(1 − f)/(f·Δf·U)`, and a run of g irrelevant records says it is about 1/(g + 1).
 */
export function runsBeforeDrawing(target: number, alpha: number): (found: number, unread: number) => number {
  // The run is in proportion to the unread records; the factor is worked out once for each number found.
  const factors = new Map<number, number>();
  return (found, unread) => {
    let factor = factors.get(found);
    if (factor === undefined) {
      // Not rounded to whole records: the jumps of the whole number would look like gains.
      const missing = found * (1 / target - 1) + 1;
      const share = shareWithoutHit(missing, alpha);
      const afterHit = shareWithOneHit(missing + 1 / target, alpha);
      factor = (share * (afterHit - share)) / (1 - share);
      factors.set(found, factor);
    }
    return factor * unread;
  };
}

/** Records to be drawn of so many unread ones if none is relevant. */
export const drawsWithoutHit = (found: number, unread: number, target: number, alpha: number): number =>
  Math.ceil(unread * shareWithoutHit(tooManyMissing(found, target), alpha));
