// The same recommendation in the summary, in its chapter and in the response table is one recommendation.

import type { ReadDocument } from "#documents";
import { type Problem, problem } from "#kernel";
import type { PassageKind } from "#records";
import { announcerOf } from "./announcers.ts";
import { folded } from "./folded.ts";
import type { Placed } from "./gathering.ts";
import type { EvaluationReading, Passage } from "./passage.ts";
import type { PassageFields } from "./passage-fields.ts";
import { type Compared, labelOf, numberLists, share, withListsMatched } from "./repeat-lists.ts";
import type { Section } from "./sections.ts";

const folding: ReadonlySet<PassageKind> = new Set([
  "recommendation",
  "conclusion",
  "lesson-learned",
  "good-practice",
  "finding",
]);
/** Fewer words say too little to be compared. */
const shortest = 6;
/** A summary may say it in fewer. */
const shortestElsewhere = 3;
/** Share of three-word sequences of the shorter text that the longer one must have. */
const sameShare = 0.5;
/** Share of the shorter text's words, where places differ: changed wording keeps the words that matter. */
const sameWords = 0.7;
const sameWordsByLabel = 0.4;
/** In one and the same list only a copy is a repeat. */
const sameInList = 0.9;

function compared({ passage, section, isAnswered }: Placed): Compared {
  // Line breaks and hyphens at line ends differ from place to place; words do not.
  const words = folded(passage.text.replace(/[-‐]\s*\n\s*/g, ""))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const shingles = new Set<string>();
  if (words.length >= shortest)
    for (let i = 0; i + 2 < words.length; i++) shingles.add(words.slice(i, i + 3).join(" "));
  return {
    passage,
    place: placeOf(passage.kind, section),
    rank: rankOf(passage, section, isAnswered === true),
    shingles,
    words: new Set(words.filter((word) => word.length >= 4).map((word) => word.slice(0, 7))),
    exact: words.join(" "),
    number: null,
  };
}

const answers = (section: Section) => section.kinds.includes("management-response");

/** The outermost chapter that announces the kind: its sub-headings sort one and the same list. */
function placeOf(kind: PassageKind, section: Section): Section {
  const nearest = announcerOf(section) ?? section;
  let place = nearest;
  for (let at: Section | null = place; at !== null; at = at.parent)
    if (at.own && at.kinds.includes(kind) && answers(at) === answers(nearest)) place = at;
  return place;
}

/** What is kept: a template with its fields, the chapter, the response table, the summary. */
function rankOf({ kind, fields }: Passage, section: Section, isAnswered: boolean): number {
  const isTemplate =
    (kind === "lesson-learned" && Object.keys(fields?.lesson ?? {}).some((key) => key !== "nature")) ||
    (kind === "good-practice" && Object.keys(fields?.practice ?? {}).some((key) => key !== "nature"));
  if (isTemplate) return 0;
  if (section.inSummary) return 4;
  if (isAnswered || (kind === "recommendation" && answers(announcerOf(section) ?? section))) return 3;
  for (let at: Section | null = section; at !== null; at = at.parent) if (at.isAnnex) return 2;
  return 1;
}

function isSame(a: Compared, b: Compared): boolean {
  if (a.passage.kind !== b.passage.kind) return false;
  if (a.shingles.size === 0 || b.shingles.size === 0) return a.place !== b.place && a.exact === b.exact;
  const common = share(a.shingles, b.shingles);
  if (a.place === b.place) return common >= sameInList && Math.min(a.shingles.size, b.shingles.size) > 5;
  const [labelA, labelB] = [labelOf(a), labelOf(b)];
  if (common >= sameShare) return true;
  const words = share(a.words, b.words);
  if (labelA !== null && labelB !== null) return labelA === labelB && words >= sameWordsByLabel;
  return (
    words >= sameWords &&
    Math.min(a.words.size, b.words.size) >= (a.rank === b.rank ? shortest : shortestElsewhere)
  );
}

/** Groups of passages that say the same, in the order of their first member. */
function groupsOf(all: readonly Compared[]): readonly (readonly Compared[])[] {
  const groups: Compared[][] = [];
  const groupOf = new Map<Compared, Compared[]>();
  // Only passages that share a label or a sequence of words can be the same: the index keeps long lists fast.
  const index = new Map<string, Compared[]>();
  for (const entry of all) {
    const keys = [...entry.shingles, ...[...entry.words].map((word) => `w ${word}`)].map(
      (key) => `${entry.passage.kind} ${key}`,
    );
    const near = new Set(
      keys.flatMap((key) => ((index.get(key)?.length ?? 0) > 60 ? [] : (index.get(key) ?? []))),
    );
    if (entry.exact !== "") keys.push(`${entry.passage.kind} = ${entry.exact}`);
    const found = [...near, ...(index.get(keys.at(-1)!) ?? [])].find((other) => isSame(other, entry));
    const group = found === undefined ? [] : groupOf.get(found)!;
    if (found === undefined) groups.push(group);
    group.push(entry);
    groupOf.set(entry, group);
    for (const key of keys) {
      const known = index.get(key);
      if (known === undefined) index.set(key, [entry]);
      else known.push(entry);
    }
  }
  return withListsMatched(groups);
}

/**
 * Passages with repeats folded: of each group the one in its chapter stays (of lessons the one in a template
 * with its fields) and names the other places in `alsoAt`. Differences of wording are reported, not decided.
 */
export function withoutRepeats(placed: readonly Placed[], document: ReadDocument): EvaluationReading {
  const warnings: Problem[] = [];
  const entries = placed.filter(({ passage }) => folding.has(passage.kind)).map(compared);
  numberLists(entries);
  const groups = groupsOf(entries);
  const groupOf = new Map(groups.flatMap((group) => group.map((entry) => [entry.passage, group] as const)));
  const passages = placed.flatMap(({ passage }): readonly Passage[] => {
    const group = groupOf.get(passage);
    if (group === undefined || group.length === 1) return [passage];
    const best = kept(group);
    if (best.passage !== passage) return [];
    const others = group
      .filter((member) => member !== best)
      .sort((a, b) => a.passage.spans[0]![0] - b.passage.spans[0]![0]);
    const name = `${passage.kind.replace("-", " ")}${passage.label === null ? "" : ` ${passage.label}`}`;
    const differs = others.some((other) => !best.exact.includes(other.exact));
    const pages = group.map((member) => member.passage.page).sort((a, b) => (a ?? 0) - (b ?? 0));
    warnings.push(
      problem(
        differs ? "evaluations.repeat-wording-differs" : "evaluations.recommendation-repeated",
        `The ${name} stands in ${group.length} places of the report${document.pages === null ? "" : ` (pages ${pages.join(", ")})`}${differs ? ", not everywhere in the same words" : ""}. It is counted once; the other places are kept with it.`,
        passage.page === null ? undefined : { page: passage.page },
      ),
    );
    const fields = joined([best, ...others].map((member) => member.passage.fields));
    return [
      {
        ...passage,
        label: passage.label ?? others.find((other) => other.passage.label !== null)?.passage.label ?? null,
        alsoAt: others.map(({ passage: { spans, page } }) => ({ spans, page })),
        ...(fields === undefined ? {} : { fields }),
      },
    ];
  });
  return { passages, warnings };
}

/** Fields of one and the same passage from all its places; the kept place goes first. */
function joined(all: readonly (PassageFields | undefined)[]): PassageFields | undefined {
  const present = all.filter((fields) => fields !== undefined);
  if (present.length < 2) return present[0];
  const merged = <K extends keyof PassageFields>(key: K): object | undefined => {
    const parts = present.flatMap((fields) => (fields[key] === undefined ? [] : [fields[key]]));
    return parts.length === 0 ? undefined : Object.assign({}, ...[...parts].reverse());
  };
  const [recommendation, response, lesson, practice] = [
    merged("recommendation"),
    merged("response"),
    merged("lesson"),
    merged("practice"),
  ];
  return {
    ...(recommendation === undefined ? {} : { recommendation }),
    ...(response === undefined ? {} : { response: response as NonNullable<PassageFields["response"]> }),
    ...(lesson === undefined ? {} : { lesson }),
    ...(practice === undefined ? {} : { practice }),
  };
}

/** The best place; of several there the fullest, and of equals the one in a numbered chapter. */
const kept = (group: readonly Compared[]): Compared =>
  group.reduce((best, other) => {
    if (other.rank !== best.rank) return other.rank < best.rank ? other : best;
    const more = other.exact.length / best.exact.length;
    if (more > 1.02) return other;
    return more > 0.98 && isNumbered(other) && !isNumbered(best) ? other : best;
  });

const isNumbered = ({ passage }: Compared) => /^\d/.test(passage.heading ?? "");
