// Questions to the rows in memory: the page of a list with counts for every filter, and tallies for figures.
// Each filter is one pass over one column; what a row misses is noted in one byte.

import {
  type FollowUpRow,
  followUpStates,
  type Origin,
  type RecommendationState,
  type Verdict,
  verdicts,
} from "#records";
import type {
  FollowUpCounts,
  FollowUpFacet,
  FollowUpFilter,
  FollowUpTally,
  TallyKey,
} from "../follow-up-catalogue.ts";
import {
  dayNumber,
  type IndexedRow,
  manyFields,
  type RowIndex,
  rowOfOrder,
  singleFields,
  tierNumber,
  unknownDays,
} from "./row-index.ts";

const notStated = "none";
const overdueValues = ["response", "action"] as const;
/** In a byte a row: nothing missed, the number of the one facet missed (from 1), or out. */
const fits = 0;
const out = 255;
const fields = [...singleFields, ...manyFields, "overdue"] as const;
const facetNumber = (field: FollowUpFacet): number => fields.indexOf(field) + 1;

/** Which numbers of lists hold one of the wanted codes. */
const listsWith = (lists: readonly (readonly number[])[], wanted: ReadonlySet<number>) =>
  lists.map((codes) => (codes.some((code) => wanted.has(code)) ? 1 : 0));

/** What each row misses of a filter. */
function missesOf(
  index: RowIndex,
  filter: FollowUpFilter,
  found: ReadonlySet<string> | null,
  today: number,
): Uint8Array {
  const n = index.size;
  const missed = new Uint8Array(n);
  const miss = (i: number, facet: number) => {
    missed[i] = missed[i] === fits ? facet : out;
  };
  const mayTier = new Uint8Array(256);
  if (filter.tiers === undefined) mayTier.fill(1, 0, 8);
  else for (const tier of filter.tiers) mayTier[tierNumber(tier)] = 1;
  const tier = index.tier.data;
  for (let i = 0; i < n; i++) if (mayTier[tier[i]!] === 0) missed[i] = out;
  if (filter.evaluation !== undefined) {
    const code = index.evaluations.known(filter.evaluation) ?? -1;
    const column = index.evaluation.data;
    for (let i = 0; i < n; i++) if (column[i] !== code) missed[i] = out;
  }
  const { owner } = filter;
  if (owner !== undefined)
    for (let i = 0; i < n; i++) if (!index.owners.get(i)?.includes(owner)) missed[i] = out;
  if (filter.toVerify === true) {
    const column = index.toVerify.data;
    for (let i = 0; i < n; i++) if (column[i] === 0) missed[i] = out;
  }
  if (found !== null) for (let i = 0; i < n; i++) if (!found.has(index.ids[i]!)) missed[i] = out;

  const codesOf = (field: Exclude<FollowUpFacet, "overdue">, values: readonly string[]) =>
    new Set(
      values.map((value) => (value === notStated ? 0 : (index.dictionaries[field].known(value) ?? -1))),
    );
  for (const field of singleFields) {
    const values = filter[field];
    if (!values || values.length === 0) continue;
    const wanted = new Uint8Array(index.dictionaries[field].values.length);
    for (const code of codesOf(field, values)) if (code >= 0) wanted[code] = 1;
    const column = index.single[field].data;
    const facet = facetNumber(field);
    for (let i = 0; i < n; i++) if (wanted[column[i]!] === 0) miss(i, facet);
  }
  for (const field of manyFields) {
    const values = filter[field];
    if (!values || values.length === 0) continue;
    const { column, lists } = index.many[field];
    const wanted = listsWith(lists, codesOf(field, values));
    const facet = facetNumber(field);
    for (let i = 0; i < n; i++) if (wanted[column.data[i]!] === 0) miss(i, facet);
  }
  if (filter.overdue && filter.overdue.length > 0) {
    const [response, action] = overdueValues.map((value) => filter.overdue!.includes(value));
    const responseDue = index.responseDue.data;
    const actionDue = index.actionDue.data;
    const facet = facetNumber("overdue");
    for (let i = 0; i < n; i++)
      if (!((response && responseDue[i]! < today) || (action && actionDue[i]! < today))) miss(i, facet);
  }
  return missed;
}

/**
 * Rows that pass every filter, and for each facet the counts over rows that pass all the others.
 *
 * Cost: one pass a filter and one a facet over small numbers; docs/performance.md has the times.
 */
export function listRows(
  index: RowIndex,
  filter: FollowUpFilter,
  found: ReadonlySet<string> | null,
  page: { readonly today: string; readonly limit: number; readonly offset: number },
): { total: number; overdue: number; ids: readonly string[]; facets: FollowUpCounts } {
  const n = index.size;
  const today = dayNumber(page.today);
  const missed = missesOf(index, filter, found, today);
  const facets: Partial<Record<FollowUpFacet, readonly { value: string | null; count: number }[]>> = {};
  for (const field of singleFields) {
    const { values } = index.dictionaries[field];
    facets[field] = counted(
      values,
      countColumn(index.single[field].data, n, missed, facetNumber(field), values.length),
    );
  }
  for (const field of manyFields) {
    const { column, lists } = index.many[field];
    const ofLists = countColumn(column.data, n, missed, facetNumber(field), lists.length);
    const { values } = index.dictionaries[field];
    const counts = new Uint32Array(values.length);
    for (const [list, codes] of lists.entries()) for (const code of codes) counts[code]! += ofLists[list]!;
    facets[field] = counted(values, counts);
  }
  const responseDue = index.responseDue.data;
  const actionDue = index.actionDue.data;
  const order = index.order.data;
  const overdueCounts = new Uint32Array(2);
  const orders = new Float64Array(n);
  const facet = facetNumber("overdue");
  let total = 0;
  let overdue = 0;
  for (let i = 0; i < n; i++) {
    const m = missed[i]!;
    if (m !== fits && m !== facet) continue;
    const late = responseDue[i]! < today;
    const lateAction = actionDue[i]! < today;
    if (late) overdueCounts[0]!++;
    if (lateAction) overdueCounts[1]!++;
    if (m !== fits) continue;
    orders[total++] = order[i]!;
    if (late || lateAction) overdue++;
  }
  facets.overdue = counted(overdueValues, overdueCounts);
  return {
    total,
    overdue,
    ids: smallest(orders.subarray(0, total), page.offset, page.limit).map(
      (one) => index.ids[rowOfOrder(one)]!,
    ),
    facets: facets as FollowUpCounts,
  };
}

function countColumn(
  column: Int32Array,
  n: number,
  missed: Uint8Array,
  facet: number,
  size: number,
): Uint32Array {
  const counts = new Uint32Array(size);
  for (let i = 0; i < n; i++) {
    const m = missed[i]!;
    if (m === fits || m === facet) counts[column[i]!]!++;
  }
  return counts;
}

const counted = (values: readonly (string | null)[], counts: Uint32Array) =>
  values
    .map((value, code) => ({ value, count: counts[code]! }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || ((a.value ?? "") < (b.value ?? "") ? -1 : 1));

/** The numbers from `offset` on in ascending order, without sorting all where few are asked for. */
export function smallest(numbers: Float64Array, offset: number, limit: number): readonly number[] {
  const wanted = offset + limit;
  if (limit === 0) return [];
  if (wanted > 400) return [...numbers.toSorted().slice(offset, wanted)];
  // Kept sorted, largest last; most numbers are larger than all kept and cost one comparison.
  const kept: number[] = [];
  let most = Number.POSITIVE_INFINITY;
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i]!;
    if (number >= most) continue;
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (kept[middle]! < number) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, number);
    if (kept.length > wanted) kept.pop();
    if (kept.length === wanted) most = kept[wanted - 1]!;
  }
  return kept.slice(offset);
}

type Counting = {
  total: number;
  states: Uint32Array;
  verdicts: Uint32Array;
  answeredInGeneral: number;
  overdueResponse: number;
  overdueAction: number;
  responseDays: number[];
  completionDays: number[];
  origins: Set<number>;
};

/** Tallies by one field (a row with two themes counts in both), or over all. */
export function tallyRows(
  index: RowIndex,
  filter: FollowUpFilter,
  found: ReadonlySet<string> | null,
  by: TallyKey | null,
  day: string,
): readonly FollowUpTally[] {
  const today = dayNumber(day);
  const missed = missesOf(index, filter, found, today);
  const { state, verdict } = index.single;
  const groups: (Counting | undefined)[] = [];
  const groupOf = (code: number): Counting =>
    (groups[code] ??= {
      total: 0,
      states: new Uint32Array(index.dictionaries.state.values.length),
      verdicts: new Uint32Array(index.dictionaries.verdict.values.length),
      answeredInGeneral: 0,
      overdueResponse: 0,
      overdueAction: 0,
      responseDays: [],
      completionDays: [],
      origins: new Set(),
    });
  const allInOne = [0];
  const one = [0];
  const themes = index.many.theme;
  for (let i = 0; i < index.size; i++) {
    if (missed[i] !== fits) continue;
    let codes: readonly number[] = allInOne;
    if (by === "theme") codes = themes.lists[themes.column.data[i]!]!;
    else if (by !== null) {
      one[0] = index.single[by].data[i]!;
      codes = one;
    }
    for (const code of codes) {
      const group = groupOf(code);
      group.total++;
      group.states[state.data[i]!]!++;
      group.verdicts[verdict.data[i]!]!++;
      group.answeredInGeneral += index.general.data[i]!;
      if (index.responseDue.data[i]! < today) group.overdueResponse++;
      if (index.actionDue.data[i]! < today) group.overdueAction++;
      const responseDays = index.responseDays.data[i]!;
      const completionDays = index.completionDays.data[i]!;
      if (responseDays !== unknownDays) group.responseDays.push(responseDays);
      if (completionDays !== unknownDays) group.completionDays.push(completionDays);
      group.origins.add(index.origin.data[i]!);
    }
  }
  const named = <K extends string>(keys: readonly K[], field: "state" | "verdict", counts: Uint32Array) =>
    Object.fromEntries(
      keys.map((key) => [key, counts[index.dictionaries[field].known(key) ?? -1] ?? 0]),
    ) as Record<K, number>;
  const values = by === null ? [null] : index.dictionaries[by].values;
  return groups.flatMap((group, code) =>
    group
      ? [
          {
            ...group,
            value: values[code] ?? null,
            states: named<RecommendationState>(followUpStates, "state", group.states),
            verdicts: named<Verdict>(verdicts, "verdict", group.verdicts),
            origins: [...group.origins].map((origin) => index.origins.values[origin] as Origin),
          },
        ]
      : [],
  );
}

/** The computed part of a row, as the application knows it. */
export const computedOf = (row: IndexedRow): FollowUpRow => ({
  recommendation: row.recommendation,
  state: row.state as RecommendationState,
  verdict: row.verdict as Verdict | null,
  answeredInGeneral: row.answeredInGeneral,
  responseDue: row.responseDue,
  actionDue: row.actionDue,
  actions: row.actions,
  toVerify: row.toVerify,
  owners: row.owners,
  responseDays: row.responseDays,
  completionDays: row.completionDays,
  events: row.events,
});
