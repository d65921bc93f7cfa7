// Which line under the text each coding is drawn on, so that overlapping ones lie below each other. Pure.

import type { Span } from "#kernel";

type Placed = { readonly id: string; readonly spans: readonly Span[] };

/**
 * A lane for each coding, from 0: the first one free where it begins. A coding keeps its lane to its end.
 *
 * @example
 * lanesOf([{ id: "a", spans: [[0, 9]] }, { id: "b", spans: [[3, 5]] }, { id: "c", spans: [[9, 12]] }]).get("c") // => 0
 */
export function lanesOf(codings: readonly Placed[]): ReadonlyMap<string, number> {
  const ends: number[] = [];
  const lanes = new Map<string, number>();
  const from = ({ spans }: Placed) => spans[0]?.[0] ?? 0;
  const to = ({ spans }: Placed) => spans.at(-1)?.[1] ?? 0;
  // Of those that begin together the longest lies nearest to the text.
  for (const one of [...codings].sort((a, b) => from(a) - from(b) || to(b) - to(a))) {
    if (one.spans.length === 0) continue;
    const free = ends.findIndex((end) => end <= from(one));
    const lane = free < 0 ? ends.length : free;
    ends[lane] = to(one);
    lanes.set(one.id, lane);
  }
  return lanes;
}
