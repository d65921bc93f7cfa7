// Questions to the rows in memory: the page of a list with counts for every filter, and tallies for figures.

import {
  type AccessTier,
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
import { dayNumber, manyFields, type RowIndex, rowOfOrder, singleFields } from "./row-index.ts";

const notStated = "none";
const overdueValues = ["response", "action"] as const;

type Wanted = { readonly [F in FollowUpFacet]?: ReadonlySet<number> };

/** Codes asked for; a value nobody has is a code nobody has. */
function wantedOf(index: RowIndex, filter: FollowUpFilter): Wanted {
  const wanted: { [F in FollowUpFacet]?: Set<number> } = {};
  for (const field of [...singleFields, ...manyFields]) {
    const values = filter[field];
    if (values && values.length > 0)
      wanted[field] = new Set(
        values.map((value) => (value === notStated ? 0 : (index.dictionaries[field].known(value) ?? -1))),
      );
  }
  if (filter.overdue && filter.overdue.length > 0)
    wanted.overdue = new Set(
      filter.overdue.map((value) => (overdueValues as readonly string[]).indexOf(value)),
    );
  return wanted;
}

/** Rows that pass what is no facet: tier, search, evaluation, owner. */
function eligible(
  index: RowIndex,
  filter: FollowUpFilter,
  found: ReadonlySet<string> | null,
): (position: number) => boolean {
  const tiers = filter.tiers === undefined ? null : new Set<AccessTier>(filter.tiers);
  return (position) => {
    const row = index.rows[position]!;
    return (
      row.shown &&
      (tiers === null || tiers.has(row.tier)) &&
      (found === null || found.has(row.recommendation)) &&
      (filter.evaluation === undefined || row.evaluation === filter.evaluation) &&
      (filter.owner === undefined || row.owners.includes(filter.owner)) &&
      (filter.toVerify !== true || row.toVerify > 0)
    );
  };
}

const hasOne = (codes: readonly number[], wanted: ReadonlySet<number>) => {
  for (const code of codes) if (wanted.has(code)) return true;
  return false;
};

/**
 * One pass: rows that pass every filter, and for each facet the counts over rows that pass all the others.
 *
 * Cost: time in proportion to the rows and the number of facets; about 20 ms for 300,000.
 */
export function listRows(
  index: RowIndex,
  filter: FollowUpFilter,
  found: ReadonlySet<string> | null,
  page: { readonly today: string; readonly limit: number; readonly offset: number },
): { total: number; overdue: number; ids: readonly string[]; facets: FollowUpCounts } {
  const today = dayNumber(page.today);
  const wanted = wantedOf(index, filter);
  const passes = eligible(index, filter, found);
  const singles = singleFields.map((field, f) => ({
    f,
    column: index.single[field],
    wanted: wanted[field],
    counts: new Uint32Array(index.dictionaries[field].values.length),
  }));
  const manies = manyFields.map((field, f) => ({
    f: singleFields.length + f,
    column: index.many[field],
    wanted: wanted[field],
    counts: new Uint32Array(index.dictionaries[field].values.length),
  }));
  const overdueField = singleFields.length + manyFields.length;
  const overdueCounts = new Uint32Array(2);
  const orders: number[] = [];
  let overdue = 0;

  const { responseDue, actionDue } = index;
  for (let i = 0; i < index.rows.length; i++) {
    if (!passes(i)) continue;
    // The one facet whose choice the row misses; -1 for none, and beyond one the row counts nowhere.
    let missed = -1;
    let misses = 0;
    for (const { f, column, wanted: w } of singles)
      if (w !== undefined && !w.has(column[i]!)) {
        missed = f;
        misses++;
      }
    for (const { f, column, wanted: w } of manies)
      if (w !== undefined && !hasOne(column[i]!, w)) {
        missed = f;
        misses++;
      }
    const late = responseDue[i]! < today ? 0 : actionDue[i]! < today ? 1 : -1;
    const lateAction = actionDue[i]! < today;
    if (wanted.overdue !== undefined) {
      const fits = (late === 0 && wanted.overdue.has(0)) || (lateAction && wanted.overdue.has(1));
      if (!fits) {
        missed = overdueField;
        misses++;
      }
    }
    if (misses > 1) continue;
    for (const { f, column, counts } of singles) if (misses === 0 || missed === f) counts[column[i]!]!++;
    for (const { f, column, counts } of manies)
      if (misses === 0 || missed === f) for (const code of column[i]!) counts[code]!++;
    if (misses === 0 || missed === overdueField) {
      if (late === 0) overdueCounts[0]!++;
      if (lateAction) overdueCounts[1]!++;
    }
    if (misses === 0) {
      orders.push(index.order[i]!);
      if (late >= 0) overdue++;
    }
  }

  const counted = (values: readonly (string | null)[], counts: Uint32Array) =>
    values
      .map((value, code) => ({ value, count: counts[code]! }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || ((a.value ?? "") < (b.value ?? "") ? -1 : 1));
  const facets: Partial<Record<FollowUpFacet, readonly { value: string | null; count: number }[]>> = {
    overdue: counted(overdueValues, overdueCounts),
  };
  singleFields.forEach((field, f) => {
    facets[field] = counted(index.dictionaries[field].values, singles[f]!.counts);
  });
  manyFields.forEach((field, f) => {
    facets[field] = counted(index.dictionaries[field].values, manies[f]!.counts);
  });
  return {
    total: orders.length,
    overdue,
    ids: smallest(orders, page.offset, page.limit).map(
      (order) => index.rows[rowOfOrder(order)]!.recommendation,
    ),
    facets: facets as FollowUpCounts,
  };
}

/** The numbers from `offset` on in ascending order, without sorting all where few are asked for. */
export function smallest(numbers: readonly number[], offset: number, limit: number): readonly number[] {
  const wanted = offset + limit;
  if (limit === 0) return [];
  if (wanted > 400) return [...Float64Array.from(numbers).sort().slice(offset, wanted)];
  // Kept sorted, largest last; most numbers are larger than all kept and cost one comparison.
  const kept: number[] = [];
  for (const number of numbers) {
    if (kept.length === wanted && number >= kept[wanted - 1]!) continue;
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (kept[middle]! < number) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, number);
    if (kept.length > wanted) kept.pop();
  }
  return kept.slice(offset);
}

type Counting = {
  total: number;
  states: Record<RecommendationState, number>;
  verdicts: Record<Verdict, number>;
  answeredInGeneral: number;
  overdueResponse: number;
  overdueAction: number;
  responseDays: number[];
  completionDays: number[];
  origins: Set<Origin>;
};
const zero = <K extends string>(keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;

/** Tallies by one field (a row with two themes counts in both), or over all. */
export function tallyRows(
  index: RowIndex,
  filter: FollowUpFilter,
  found: ReadonlySet<string> | null,
  by: TallyKey | null,
  day: string,
): readonly FollowUpTally[] {
  const today = dayNumber(day);
  const wanted = wantedOf(index, filter);
  const passes = eligible(index, filter, found);
  const groups = new Map<number, Counting>();
  const allInOne = [0];
  for (let i = 0; i < index.rows.length; i++) {
    if (!passes(i)) continue;
    const lateResponse = index.responseDue[i]! < today;
    const lateAction = index.actionDue[i]! < today;
    if (
      singleFields.some(
        (field) => wanted[field] !== undefined && !wanted[field].has(index.single[field][i]!),
      ) ||
      manyFields.some(
        (field) => wanted[field] !== undefined && !hasOne(index.many[field][i]!, wanted[field]),
      ) ||
      (wanted.overdue !== undefined &&
        !((lateResponse && wanted.overdue.has(0)) || (lateAction && wanted.overdue.has(1))))
    )
      continue;
    const row = index.rows[i]!;
    const codes = by === null ? allInOne : by === "theme" ? index.many.theme[i]! : [index.single[by][i]!];
    for (const code of codes) {
      let group = groups.get(code);
      if (!group) {
        group = {
          total: 0,
          states: zero(followUpStates),
          verdicts: zero(verdicts),
          answeredInGeneral: 0,
          overdueResponse: 0,
          overdueAction: 0,
          responseDays: [],
          completionDays: [],
          origins: new Set(),
        };
        groups.set(code, group);
      }
      group.total++;
      group.states[row.state as RecommendationState]++;
      if (row.verdict !== null) group.verdicts[row.verdict as Verdict]++;
      if (row.answeredInGeneral) group.answeredInGeneral++;
      if (lateResponse) group.overdueResponse++;
      if (lateAction) group.overdueAction++;
      if (row.responseDays !== null) group.responseDays.push(row.responseDays);
      if (row.completionDays !== null) group.completionDays.push(row.completionDays);
      group.origins.add(row.origin);
    }
  }
  const values = by === null ? [null] : index.dictionaries[by].values;
  return [...groups].map(([code, { origins, ...group }]) => ({
    value: values[code] ?? null,
    ...group,
    origins: [...origins],
  }));
}

/** The computed part of a row, as the application knows it. */
export const computedOf = (row: RowIndex["rows"][number]): FollowUpRow => ({
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
