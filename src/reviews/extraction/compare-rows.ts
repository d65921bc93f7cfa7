// Two people's rows of one report beside each other: which of them are about the same passage, and in which
// cells they differ.

import type { Anchor, ExtractionCell, ExtractionRow } from "#records";

export type RowPair = {
  readonly first: ExtractionRow | null;
  readonly second: ExtractionRow | null;
  /** Fields in which they differ; every field that is set where one side has no row. */
  readonly differing: readonly string[];
};

/** Code points that two places share, as a share of the longer of them; 0 in different texts. */
export function anchorOverlap(a: Anchor | null, b: Anchor | null): number {
  if (!a || !b || a.source !== b.source || a.textVersion !== b.textVersion) return 0;
  let shared = 0;
  for (const [from, to] of a.spans)
    for (const [start, end] of b.spans) shared += Math.max(0, Math.min(to, end) - Math.max(from, start));
  const length = ({ spans }: Anchor) => spans.reduce((sum, [from, to]) => sum + to - from, 0);
  return shared / Math.max(length(a), length(b), 1);
}

const answer = (cell: ExtractionCell | undefined): string => {
  if (!cell) return "";
  const { value, missing } = cell;
  // The order in which options were ticked says nothing.
  return JSON.stringify([Array.isArray(value) ? [...value].sort() : value, missing]);
};

/** Fields whose values differ; where it stands and what was noted may differ without disagreement. */
export function differingFields(
  first: ExtractionRow | null,
  second: ExtractionRow | null,
): readonly string[] {
  const fields = new Set([...Object.keys(first?.cells ?? {}), ...Object.keys(second?.cells ?? {})]);
  return [...fields].filter((field) => answer(first?.cells[field]) !== answer(second?.cells[field]));
}

/** How much two rows are about the same: places first, then equal answers. */
function likeness(a: ExtractionRow, b: ExtractionRow): number {
  const fields = new Set([...Object.keys(a.cells), ...Object.keys(b.cells)]);
  const equal = [...fields].filter((field) => answer(a.cells[field]) === answer(b.cells[field])).length;
  const place = anchorOverlap(a.anchor, b.anchor);
  const typed = a.typed && b.typed && a.typed.page === b.typed.page && a.typed.text === b.typed.text ? 1 : 0;
  return 2 * Math.max(place, typed) + (fields.size > 0 ? equal / fields.size : 0);
}

/** Rows are taken for the same from here on: half of one passage, or nearly all answers. */
const leastLikeness = 0.8;

/**
 * Pairs of rows, the likeliest first joined; what finds no partner stands alone. In the order of the first
 * person's rows, then what only the second has.
 */
export function comparedRows(
  first: readonly ExtractionRow[],
  second: readonly ExtractionRow[],
): readonly RowPair[] {
  const candidates = first
    .flatMap((a, at) => second.map((b, on) => ({ at, on, likeness: likeness(a, b) })))
    .filter((one) => one.likeness >= leastLikeness)
    .sort((a, b) => b.likeness - a.likeness || a.at - b.at || a.on - b.on);
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  for (const { at, on } of candidates)
    if (!partner.has(at) && !taken.has(on)) {
      partner.set(at, on);
      taken.add(on);
    }
  const pair = (a: ExtractionRow | null, b: ExtractionRow | null): RowPair => ({
    first: a,
    second: b,
    differing: differingFields(a, b),
  });
  return [
    ...first.map((a, at) => pair(a, second[partner.get(at) ?? -1] ?? null)),
    ...second.filter((_, on) => !taken.has(on)).map((b) => pair(null, b)),
  ];
}

/** Whether two people's rows say the same throughout. */
export const sameRows = (first: readonly ExtractionRow[], second: readonly ExtractionRow[]): boolean =>
  first.length === second.length &&
  comparedRows(first, second).every(
    ({ first: a, second: b, differing }) => a !== null && b !== null && differing.length === 0,
  );
