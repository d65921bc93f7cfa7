// Two references: are they one? Evidence for and against, added up, with its reasons.

import { compareTitles, isSlip, type TitleComparison } from "./compare-titles.ts";
import type { PreparedReference } from "./reference.ts";
import { relationOf } from "./relation.ts";
import type { ReferenceRelation } from "./relations.data.ts";
import { genericTitles, smallWords } from "./title-words.data.ts";

export const referenceReasons = [
  "same-doi",
  "same-pmid",
  "same-title",
  "misspelt-title",
  "shortened-title",
  "reworded-title",
  "same-abstract",
  "same-authors",
  "some-authors",
  "same-year",
  "near-year",
  "same-place",
  "same-pages",
  "same-volume",
] as const;
export const referenceDoubts = [
  "other-doi",
  "other-pmid",
  "other-title",
  "generic-title",
  "other-abstract",
  "other-authors",
  "other-year",
  "other-place",
  "other-pages",
  "other-volume",
] as const;
export type ReferenceReason = (typeof referenceReasons)[number];
export type ReferenceDoubt = (typeof referenceDoubts)[number];

export type ReferenceComparison = {
  /** Evidence for less evidence against; above 0 it is rather one reference than two. */
  readonly weight: number;
  /** What speaks for it, strongest first. */
  readonly reasons: readonly ReferenceReason[];
  readonly doubts: readonly ReferenceDoubt[];
  readonly relation: ReferenceRelation | null;
  /** Of the titles; 0 where one is missing. */
  readonly likeness: number;
};

type Finding = { readonly word: ReferenceReason | ReferenceDoubt; readonly weight: number };

/** What must speak for a pair before it is more likely one than two: hand-set, see the methods page. */
const startingDoubt = -4;

/** A title says as much as it is long, and nothing where every journal has one like it. */
function weightOfTitle({ kind, letters, changed, added }: TitleComparison, isGeneric: boolean): Finding {
  if (kind === "different") return { word: "other-title", weight: -6 };
  if (isGeneric) return { word: "generic-title", weight: 0 };
  const told = Math.min(6, Math.max(1, letters / 7));
  switch (kind) {
    case "same":
      return { word: "same-title", weight: told };
    case "misspelt":
      return { word: "misspelt-title", weight: told - 0.5 };
    case "shortened":
      // A title without its subtitle may be another work of the same people.
      return { word: "shortened-title", weight: Math.min(5, letters / 11) };
    case "reworded":
      return changed > 0
        ? { word: "reworded-title", weight: Math.max(-6, -2 - changed) }
        : { word: "reworded-title", weight: Math.max(-3, told / 2 - added) };
  }
}

function weightOfAuthors(a: PreparedReference, b: PreparedReference): Finding | null {
  const [mine, yours] = [a.authors, b.authors];
  if (mine.length === 0 || yours.length === 0) return null;
  const [few, many] = mine.length <= yours.length ? [mine, yours] : [yours, mine];
  const isAmong = (family: string) => many.some((one) => one.family === family || isSlip(one.family, family));
  const met = few.filter(({ family }) => isAmong(family)).length;
  const isFirst = mine[0]!.family === yours[0]!.family || isSlip(mine[0]!.family, yours[0]!.family);
  if (isFirst && met * 2 >= few.length) return { word: "same-authors", weight: met > 1 ? 3 : 2.5 };
  if (met > 0) return { word: "some-authors", weight: met * 2 >= few.length ? 1.5 : 0.5 };
  // Family and given name the wrong way round.
  const words = new Set(many.flatMap((one) => one.words));
  if (few.some((one) => one.words.some((word) => words.has(word))))
    return { word: "some-authors", weight: 0.5 };
  return { word: "other-authors", weight: -4 };
}

function weightOfYear(a: number | null, b: number | null): Finding | null {
  if (a === null || b === null) return null;
  const apart = Math.abs(a - b);
  if (apart === 0) return { word: "same-year", weight: 1 };
  if (apart === 1) return { word: "near-year", weight: 0 };
  return { word: "other-year", weight: apart === 2 ? -2 : -4 };
}

/** `j invent health` is `journal of invented health`. */
function isSamePlace(a: readonly string[], b: readonly string[]): boolean {
  const whole = (words: readonly string[]) => words.filter((word) => !smallWords.has(word));
  const [mine, yours] = [whole(a), whole(b)];
  if (mine.join("") === yours.join("")) return true;
  const [few, many] = mine.length <= yours.length ? [mine, yours] : [yours, mine];
  let at = 0;
  for (const word of few) {
    while (at < many.length && !many[at]!.startsWith(word) && !word.startsWith(many[at]!)) at++;
    if (at === many.length) return false;
    at++;
  }
  return few.length > 0 && (few.length === many.length || few.length > 1);
}

function weightOfAbstract(a: PreparedReference, b: PreparedReference): Finding | null {
  // Ninety letters that agree are enough, and spare the making of sets.
  if (a.abstractStart !== "" && a.abstractStart === b.abstractStart)
    return { word: "same-abstract", weight: 5 };
  const [mine, yours] = [a.abstract(), b.abstract()];
  if (mine === null || yours === null) return null;
  const [few, many] = mine.words.size <= yours.words.size ? [mine, yours] : [yours, mine];
  let shared = 0;
  for (const word of few.words) if (many.words.has(word)) shared++;
  const share = shared / few.words.size;
  if (share >= 0.9) return { word: "same-abstract", weight: 5 };
  if (share >= 0.75) return { word: "same-abstract", weight: 2 };
  // Two works on one subject share half of their words.
  return few.length < 25 ? null : { word: "other-abstract", weight: share < 0.6 ? -4 : -1.5 };
}

const either = (a: string | null, b: string | null, same: Finding, other: Finding): Finding | null =>
  a === null || b === null ? null : a === b ? same : other;

/**
 * Compares two references.
 *
 * Weight: the sum of what each field says (weights on the methods page), from a starting doubt. Equal identifiers
 * weigh most, then titles by their length, abstracts, authors, pages. A missing field says nothing.
 *
 * @param commonness how many people of the collection have given a work this very title
 */
export function compareReferences(
  a: PreparedReference,
  b: PreparedReference,
  commonness: number,
): ReferenceComparison {
  const findings: Finding[] = [];
  const add = (finding: Finding | null) => {
    if (finding !== null) findings.push(finding);
  };
  const doi = either(a.doi, b.doi, { word: "same-doi", weight: 7 }, { word: "other-doi", weight: -5 });
  const pmid = either(a.pmid, b.pmid, { word: "same-pmid", weight: 7 }, { word: "other-pmid", weight: -6 });
  add(doi);
  add(pmid);
  const title = a.title === "" || b.title === "" ? null : compareTitles(a, b);
  if (title !== null) {
    const isGeneric = genericTitles.has(a.title) || genericTitles.has(b.title);
    const found = weightOfTitle(title, isGeneric);
    // Where works of many people have one title, it tells them apart no better than a generic one.
    add(title.kind === "same" && commonness > 3 ? { ...found, weight: found.weight / 2 } : found);
  }
  const isSameId = [doi, pmid].some((found) => found !== null && found.weight > 0);
  if (
    title?.kind === "different" &&
    !isSameId &&
    (a.abstractStart === "" || a.abstractStart !== b.abstractStart)
  )
    // Nothing that could follow makes up for it.
    return {
      weight: startingDoubt - 6,
      reasons: [],
      doubts: ["other-title"],
      relation: null,
      likeness: title.likeness,
    };
  add(weightOfAbstract(a, b));
  add(weightOfAuthors(a, b));
  add(weightOfYear(a.year, b.year));
  if (a.container.length > 0 && b.container.length > 0)
    add(
      isSamePlace(a.container, b.container)
        ? { word: "same-place", weight: 0.5 }
        : { word: "other-place", weight: -1 },
    );
  add(
    either(a.firstPage, b.firstPage, { word: "same-pages", weight: 2 }, { word: "other-pages", weight: -2 }),
  );
  add(either(a.volume, b.volume, { word: "same-volume", weight: 0.5 }, { word: "other-volume", weight: -1 }));
  const relation =
    title === null || title.kind === "different" ? null : relationOf(a, b, title.hasOtherNumbers, isSameId);
  const sorted = findings.toSorted((x, y) => Math.abs(y.weight) - Math.abs(x.weight));
  return {
    weight: findings.reduce((sum, { weight }) => sum + weight, startingDoubt),
    reasons: sorted.flatMap(({ word }) => (isReason(word) ? [word] : [])),
    doubts: sorted.flatMap(({ word }) => (isReason(word) ? [] : [word])),
    relation,
    likeness: title?.likeness ?? 0,
  };
}

const reasonWords: ReadonlySet<string> = new Set(referenceReasons);
const isReason = (word: ReferenceReason | ReferenceDoubt): word is ReferenceReason => reasonWords.has(word);
