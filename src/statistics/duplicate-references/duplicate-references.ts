import type { GroupWishes } from "../text-groups.ts";
import { candidatePairs } from "./candidate-references.ts";
import {
  compareReferences,
  type ReferenceComparison,
  type ReferenceDoubt,
  type ReferenceReason,
} from "./compare-references.ts";
import { type ComparableReference, preparedReference } from "./reference.ts";
import type { ReferenceRelation } from "./relations.data.ts";

export type ReferencePair = {
  /** Places in the list given, the earlier first. */
  readonly first: number;
  readonly second: number;
  /** 0 to 1: how much the evidence speaks for one reference; no probability. */
  readonly confidence: number;
  /** Strongest first. */
  readonly reasons: readonly ReferenceReason[];
  readonly doubts: readonly ReferenceDoubt[];
};

export type DuplicateReferenceGroup = {
  /** In ascending order. */
  readonly members: readonly number[];
  /** Of the weakest pair that was needed to hold the group together. */
  readonly confidence: number;
  /** The pairs of the group that speak for it. */
  readonly pairs: readonly ReferencePair[];
};

export type RelatedReferences = ReferencePair & { readonly relation: ReferenceRelation };

export type DuplicateReferences = {
  readonly groups: readonly DuplicateReferenceGroup[];
  /** Pairs with titles alike that are two works: a reply, a second part, a preprint and its article. */
  readonly related: readonly RelatedReferences[];
};

export type DuplicateWishes = GroupWishes & {
  /** Least confidence of a pair that makes a group. */
  readonly least: number;
};

const usual: DuplicateWishes = { together: [], apart: [], least: 0.5 };

/** A pair so unlikely is never in one group, whatever lies between the two. */
const contradiction = -3;

const confidenceOf = (weight: number): number => 1 / (1 + Math.exp(-weight));

/**
 * Groups of references that are one and the same, each pair with its reasons. Nothing is merged.
 *
 * Pairs that share an identifier, the beginning or end of a title, author and page, or rare words of their
 * titles are compared field by field; the evidence is added up, and `confidence = 1 / (1 + e^-evidence)`.
 * Pairs are taken from the surest down; two groups become one only if no pair between them contradicts it (other
 * identifiers, other abstracts, a relation), so that a reference without details does not tie two works
 * together. Errata, replies, other parts, preprints, abstracts of conferences, protocols and other stages of a
 * work are told apart and listed as related.
 *
 * Cost: one pass over the references and one comparison for each candidate pair, some dozen a reference.
 *
 * @param references any number, in any order; the result does not depend on it but for the numbers
 * @param wishes what people have said (`together`, `apart`: places in the list), which comes before all
 *   evidence; and the least confidence
 * @returns groups of two and more by their first members, and related pairs
 * @limits Translations, and titles of which less than three quarters meet, are found by identifiers or
 *   abstracts only. Weights were set by hand and checked on corrupted copies of real titles and abstracts.
 * @source form of the sum after Fellegi and Sunter (1969), A theory for record linkage, Journal of the American
 *   Statistical Association 64
 * @example
 * duplicateReferences(["Cash and care in the regions of Alvane: a study", "CASH AND CARE IN THE REGIONS OF ALVANE"].map((title) => ({ title, authors: ["Doe, J."], year: 2020, abstract: null, doi: null, container: null, volume: null, pages: null, type: null }))).groups.map((group) => group.members) // => [[0, 1]]
 */
export function duplicateReferences(
  references: readonly ComparableReference[],
  wishes: Partial<DuplicateWishes> = {},
): DuplicateReferences {
  const { together, apart, least } = { ...usual, ...wishes };
  const prepared = references.map(preparedReference);
  const count = prepared.length;
  // How many different people have given a work this title.
  const titles = new Map<string, Set<string>>();
  for (const { title, authors } of prepared) {
    const people = titles.get(title) ?? new Set();
    if (authors[0] !== undefined) people.add(authors[0].family);
    titles.set(title, people);
  }
  const compare = (a: number, b: number): ReferenceComparison =>
    compareReferences(prepared[a]!, prepared[b]!, titles.get(prepared[a]!.title)?.size ?? 0);
  const pairOf = (
    first: number,
    second: number,
    { weight, reasons, doubts }: ReferenceComparison,
  ): ReferencePair => ({
    first,
    second,
    confidence: confidenceOf(weight),
    reasons,
    doubts,
  });

  const pairs: ReferencePair[] = [];
  const related: RelatedReferences[] = [];
  for (const code of candidatePairs(prepared)) {
    const [second, first] = [Math.floor(code / count), code % count];
    const comparison = compare(first, second);
    const pair = pairOf(first, second, comparison);
    if (comparison.relation !== null) {
      if (isNear(comparison)) related.push({ ...pair, relation: comparison.relation });
    } else if (pair.confidence >= least) pairs.push(pair);
  }
  pairs.sort((a, b) => b.confidence - a.confidence || a.first - b.first || a.second - b.second);
  return { groups: groupsOf(pairs, compare, pairOf, { together, apart, least }), related };
}

/** Related works have their titles in common but for a word, and something more than a year. */
const isNear = ({ reasons, doubts, likeness }: ReferenceComparison): boolean =>
  !doubts.includes("generic-title") &&
  reasons.some((reason) => reason !== "same-year" && reason !== "near-year" && !reason.endsWith("-title")) &&
  (likeness >= 0.7 || reasons.some((reason) => /^(?:same|misspelt|shortened)-title$/.test(reason)));

type Group = { members: number[]; confidence: number; isWished: boolean };

function groupsOf(
  pairs: readonly ReferencePair[],
  compare: (a: number, b: number) => ReferenceComparison,
  pairOf: (a: number, b: number, comparison: ReferenceComparison) => ReferencePair,
  { together, apart, least }: DuplicateWishes,
): readonly DuplicateReferenceGroup[] {
  const groupOf = new Map<number, Group>();
  const own = (place: number): Group => {
    let group = groupOf.get(place);
    if (group === undefined) {
      group = { members: [place], confidence: 1, isWished: false };
      groupOf.set(place, group);
    }
    return group;
  };
  const join = (a: Group, b: Group, confidence: number, isWished: boolean) => {
    a.confidence = Math.min(a.confidence, b.confidence, confidence);
    a.isWished ||= b.isWished || isWished;
    a.members.push(...b.members);
    for (const member of b.members) groupOf.set(member, a);
  };
  const keyOf = (a: number, b: number) => `${Math.min(a, b)} ${Math.max(a, b)}`;
  const parted = new Set(apart.map(([a, b]) => keyOf(a, b)));
  for (const [a, b] of together) if (own(a) !== own(b)) join(own(a), own(b), 1, true);
  const mayMeet = (a: Group, b: Group): boolean => {
    for (const one of a.members)
      for (const other of b.members) {
        if (parted.has(keyOf(one, other))) return false;
        const { weight, relation } = compare(one, other);
        if (relation !== null || weight < contradiction) return false;
      }
    return true;
  };
  for (const { first, second, confidence } of pairs) {
    const [a, b] = [own(first), own(second)];
    if (a !== b && mayMeet(a, b)) join(a, b, confidence, false);
  }
  return [...new Set(groupOf.values())]
    .filter(({ members }) => members.length > 1)
    .map(({ members, confidence }) => {
      const sorted = members.toSorted((a, b) => a - b);
      const all = sorted.flatMap((first, i) =>
        sorted.slice(i + 1).map((second) => pairOf(first, second, compare(first, second))),
      );
      const strong = all.filter((pair) => pair.confidence >= least);
      return { members: sorted, confidence, pairs: strong.length > 0 ? strong : all };
    })
    .sort((a, b) => a.members[0]! - b.members[0]!);
}
