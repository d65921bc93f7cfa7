// Counts of a facet with its own choice left aside, so that the other choices of a chosen facet stay in view.

import type { FacetItem } from "../shared/facet-list.tsx";

export type Counts = Readonly<
  Record<string, readonly { readonly value: string | null; readonly count: number }[]>
>;

/**
 * @param chosen what the address has for this facet
 * @param aside the counts when nothing is chosen for it; while they are fetched the present ones stand in
 * @returns the values with their counts, what is not stated last; one that is chosen and has no result is kept, with the count 0
 */
export function facetItems(
  name: string,
  chosen: readonly string[],
  counts: Counts | undefined,
  aside: Counts | undefined,
  label: (value: string) => string,
  notStated: string,
): readonly FacetItem[] {
  const rows = aside?.[name] ?? counts?.[name] ?? [];
  const known = new Set(rows.map((row) => row.value ?? notStated));
  const absent = chosen.filter((value) => !known.has(value)).map((value) => ({ value, count: 0 }));
  const stated = rows.filter((row) => row.value !== null);
  const silent = rows.filter((row) => row.value === null);
  return [...stated, ...absent, ...silent].map(({ value, count }) => ({
    value: value === notStated ? null : value,
    label: value === null || value === notStated ? "" : label(value),
    count: counts ? count : null,
    selected: chosen.includes(value ?? notStated),
  }));
}

/** Whether there is anything to choose: a facet with one value for all says nothing. */
export const isTelling = (items: readonly FacetItem[]): boolean =>
  items.length > 1 || items.some((item) => item.selected);
