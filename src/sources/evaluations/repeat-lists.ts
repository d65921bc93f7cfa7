// Lists that repeat each other as a whole: the recommendations of the summary, or of the response table, are
// those of the chapter, even where the words of one or another have changed altogether.

import type { PassageKind } from "#records";
import { itemKinds } from "./kind-words.data.ts";
import type { Passage } from "./passage.ts";
import type { Section } from "./sections.ts";

/** A passage with what is compared of it. */
export type Compared = {
  readonly passage: Passage;
  /** The chapter that it stands in. */
  readonly place: Section;
  /** The lower, the better the place to cite. */
  readonly rank: number;
  readonly shingles: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly exact: string;
  /** Its number within its list. */
  number: string | null;
};

/** Places of this rank or more only repeat what a chapter says. */
export const repeatingRank = 3;
const summaryRank = 4;
/** Share of a list that must be matched by words before the rest is matched by order. */
const agreeingShare = 0.5;
const sameWordsInLists = 0.3;

/** Share of the smaller set that the larger one has. */
export function share(few: ReadonlySet<string>, many: ReadonlySet<string>): number {
  const [small, large] = few.size <= many.size ? [few, many] : [many, few];
  if (small.size === 0) return 0;
  let common = 0;
  for (const entry of small) if (large.has(entry)) common++;
  return common / small.size;
}

/**
 * The numbers of items within their lists: “5.1” to “5.4” count as 1 to 4 where all items of a chapter begin with
 * the number of the chapter.
 */
export function numberLists(all: readonly Compared[]): void {
  const lists = new Map<string, Map<Section, Compared[]>>();
  for (const entry of all) {
    entry.number = entry.passage.label?.replace(/^\D+|\D+$/g, "") || null;
    const byPlace = lists.get(entry.passage.kind) ?? new Map<Section, Compared[]>();
    lists.set(entry.passage.kind, byPlace.set(entry.place, [...(byPlace.get(entry.place) ?? []), entry]));
  }
  for (const list of [...lists.values()].flatMap((byPlace) => [...byPlace.values()])) {
    const parts = list.map(({ number }) => /^(\d+)\.(\d+)$/.exec(number ?? ""));
    if (list.length < 2 || parts.some((part) => part === null || part[1] !== parts[0]![1])) continue;
    for (const [i, entry] of list.entries()) entry.number = parts[i]![2]!;
  }
}

export const labelOf = ({ number }: Compared): string | null => number;

/** Two numbers that differ are two items. */
const mayBeSame = (a: Compared, b: Compared) =>
  labelOf(a) === null || labelOf(b) === null || labelOf(a) === labelOf(b);

/**
 * Groups in which what is left of a summary's or a response table's list has joined the chapter's item: by its
 * label, else by its words, else by its turn where both lists are equally long.
 *
 * @param groups passages that say the same by their words; changed in place
 */
export function withListsMatched(groups: Compared[][]): readonly (readonly Compared[])[] {
  const groupOf = new Map(groups.flatMap((group) => group.map((entry) => [entry, group] as const)));
  const lists = new Map<PassageKind, Map<Section, Compared[]>>();
  for (const entry of groupOf.keys()) {
    const byPlace = lists.get(entry.passage.kind) ?? new Map<Section, Compared[]>();
    lists.set(entry.passage.kind, byPlace);
    const list = byPlace.get(entry.place);
    if (list === undefined) byPlace.set(entry.place, [entry]);
    else list.push(entry);
  }
  for (const byPlace of lists.values()) {
    const inOrder = [...byPlace.values()].map((list) =>
      [...list].sort((a, b) => a.passage.spans[0]![0] - b.passage.spans[0]![0]),
    );
    const ranks = inOrder.map(([first]) => first!.rank);
    // “Recommendations and management response” may be the only chapter there is.
    const bound = Math.min(...ranks) < repeatingRank ? repeatingRank : summaryRank;
    const bodies = inOrder.filter(([first]) => first!.rank < bound);
    if (bodies.length === 0) continue;
    const body = bodies.reduce((best, list) => (list.length > best.length ? list : best));
    for (const list of inOrder) if (list[0]!.rank >= bound) joinList(list, body, bound, groupOf);
    joinTemplates(inOrder, groupOf);
  }
  return groups.filter((group) => group.length > 0);
}

/** Templates of lessons and practices spell out those of the chapter: as many, in the same order. */
function joinTemplates(lists: readonly (readonly Compared[])[], groupOf: Map<Compared, Compared[]>): void {
  const templates = lists.flatMap((list) => list.filter(({ rank }) => rank === 0));
  for (const list of lists) {
    if (list[0]!.rank === 0 || list.length !== templates.length) continue;
    const groups = list.map((entry) => groupOf.get(entry)!);
    if (groups.some((group) => group.some(({ rank }) => rank === 0))) continue;
    for (const [i, group] of groups.entries()) {
      const target = groupOf.get(templates[i]!)!;
      for (const member of group.splice(0)) {
        target.push(member);
        groupOf.set(member, target);
      }
    }
  }
}

function joinList(
  list: readonly Compared[],
  body: readonly Compared[],
  bound: number,
  groupOf: Map<Compared, Compared[]>,
): void {
  const isLeft = (entry: Compared) => !groupOf.get(entry)!.some(({ rank }) => rank < bound);
  const isFree = (entry: Compared) => !groupOf.get(entry)!.some(({ place }) => place === list[0]!.place);
  const join = (entry: Compared, to: Compared) => {
    const group = groupOf.get(to)!;
    for (const member of groupOf.get(entry)!.splice(0)) {
      group.push(member);
      groupOf.set(member, group);
    }
  };
  const byLabel = (entries: readonly Compared[], label: string) =>
    entries.filter((entry) => labelOf(entry) === label);
  for (const entry of list) {
    const label = labelOf(entry);
    if (!isLeft(entry) || label === null || byLabel(list, label).length > 1) continue;
    const same = byLabel(body, label);
    if (same.length === 1 && isFree(same[0]!)) join(entry, same[0]!);
  }
  const left = list.filter(isLeft);
  if (left.length === 0) return;
  const isWhole = list.length === body.length;
  // A summary picks from the chapter's items: it may leave some out and word the others anew. Running text, such
  // as findings, shares too many words for that.
  const [first] = list;
  const isPicked =
    first!.rank >= summaryRank && itemKinds.has(first!.passage.kind) && list.length < body.length;
  if (!isWhole && !isPicked && (list.length - left.length) / list.length < agreeingShare) return;
  for (const entry of left) {
    const nearest = body
      .filter((other) => isFree(other) && mayBeSame(entry, other))
      .map((other) => ({ other, common: share(other.words, entry.words) }))
      .sort((a, b) => b.common - a.common)[0];
    if (nearest !== undefined && nearest.common >= sameWordsInLists) join(entry, nearest.other);
  }
  const rest = list.filter(isLeft);
  const free = body.filter(isFree);
  if (isWhole && rest.length === free.length && rest.every((entry, i) => mayBeSame(entry, free[i]!)))
    for (const [i, entry] of rest.entries()) join(entry, free[i]!);
}
