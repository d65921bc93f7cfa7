// Reads the comparison of countries: which index is of which form, where a country stands in it, and where
// the set it is held against does.

import type { z } from "zod/mini";
import type { CountryComparisonShape, CountryDriversShape, CountryProfileShape } from "#contract";
import { formIds, type indicatorRoles } from "#securities";

export type Profile = z.output<typeof CountryProfileShape>;
export type Comparison = z.output<typeof CountryComparisonShape>;
export type ComparedIndex = Comparison["indexes"][number];
export type PlacedScore = ComparedIndex["scores"][number];
export type SetSummary = ComparedIndex["sets"][number];
export type SetName = SetSummary["set"];
export type Drivers = z.output<typeof CountryDriversShape>;
export type Driver = Drivers["indicators"][number];
export type Role = (typeof indicatorRoles)[number];

/** The seven forms in their order, then indexes over several forms, then all others. */
export function inFormOrder(indexes: readonly ComparedIndex[]): readonly ComparedIndex[] {
  const forms: readonly string[] = [...formIds, "composite"];
  const place = ({ form }: ComparedIndex) => (forms.indexOf(form ?? "") + 1 || forms.length + 1) as number;
  return [...indexes].sort((a, b) => place(a) - place(b) || (a.definitionId < b.definitionId ? -1 : 1));
}

/** The node of the index itself: the first, as definitions list a parent before its children. */
export const rootOf = (index: ComparedIndex): string => index.nodes[0]?.node ?? "";

export const latestOf = (index: ComparedIndex): string | null => index.periods.at(-1) ?? null;

export const scoreAt = (
  index: ComparedIndex,
  area: string,
  node: string = rootOf(index),
  period: string | null = latestOf(index),
): PlacedScore | undefined =>
  index.scores.find((one) => one.area === area && one.node === node && one.period === period);

export const partOf = (index: ComparedIndex, area: string, role: Role): PlacedScore | undefined => {
  const node = index.nodes.find((one) => one.role === role)?.node;
  return node === undefined ? undefined : scoreAt(index, area, node);
};

/** Median and range of a set in an index; with several groups of a kind (regions) the one named. */
export const setAt = (
  index: ComparedIndex,
  set: SetName,
  group: string | null = null,
  node: string = rootOf(index),
  period: string | null = latestOf(index),
): SetSummary | undefined =>
  index.sets.find(
    (one) =>
      one.set === set &&
      (group === null || one.group === group) &&
      one.node === node &&
      one.period === period,
  );

export const intervalOf = (
  score: Pick<PlacedScore, "scoreLow" | "scoreHigh"> | undefined,
): { readonly low: number; readonly high: number } | null =>
  score === undefined || score.scoreLow === null || score.scoreHigh === null
    ? null
    : { low: score.scoreLow, high: score.scoreHigh };

/** The indexes in which a country stands best and worst among those compared; null with fewer than two. */
export function bestAndWorst(
  indexes: readonly ComparedIndex[],
  area: string,
): { readonly best: Placed; readonly worst: Placed } | null {
  const placed = indexes.flatMap((index): Placed[] => {
    const score = scoreAt(index, area);
    const isForm = (formIds as readonly string[]).includes(index.form ?? "");
    return isForm && score && score.rank !== null && score.of > 0 ? [{ index, score }] : [];
  });
  const share = ({ score }: Placed) => score.rank! / score.of;
  const sorted = [...placed].sort((a, b) => share(a) - share(b));
  const [best, worst] = [sorted[0], sorted.at(-1)];
  // Where all places are alike none is best, and to name two would say what is not so.
  return best && worst && share(worst) - share(best) > 1e-9 ? { best, worst } : null;
}
export type Placed = { readonly index: ComparedIndex; readonly score: PlacedScore };

/** The country's place in every index that it is part of, ranked or not, in the order of the indexes. */
export const placesOf = (indexes: readonly ComparedIndex[], area: string): readonly Placed[] =>
  indexes.flatMap((index): Placed[] => {
    const score = scoreAt(index, area);
    return score ? [{ index, score }] : [];
  });

/** Whether the scores of an index lie between 0 and 1, as they must to stand on one axis with others. */
export const isOnUnitScale = (index: ComparedIndex): boolean =>
  [...index.sets, ...index.scores.map(({ score }) => ({ low: score, high: score }))].every(
    ({ low, high }) => (low ?? 0) >= -1e-9 && (high ?? 0) <= 1 + 1e-9,
  );

/** The year a period stands for on a time axis: the last it touches. */
export const yearOfPeriod = (period: string | null): number | null => {
  const years = period?.match(/\d{4}/g);
  return years ? Number(years.at(-1)) : null;
};
