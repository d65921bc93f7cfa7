// Many documents: figures by kind, in all and by language and layout.

import { type PassageKind, passageKinds } from "#records";
import type { FailureCause } from "./failure-causes.ts";
import { addCounts, type Counts, type Figures, figuresOf, macroOf } from "./figures.ts";
import { type DocumentScore, type Failure, type LabelledReading, scoreReading } from "./score-reading.ts";

export type KindScore = Figures & {
  readonly kind: PassageKind;
  /** Means over documents instead of passages: a short report weighs as much as a long one. */
  readonly macro: Pick<Figures, "precision" | "recall" | "f1">;
};

export type GroupScore = {
  readonly name: string;
  readonly documents: number;
  readonly kinds: readonly KindScore[];
};

export type ReadingScore = {
  readonly kinds: readonly KindScore[];
  readonly byLanguage: readonly GroupScore[];
  readonly byLayout: readonly GroupScore[];
  readonly documents: readonly Omit<DocumentScore, "counts" | "failures">[];
  readonly failures: readonly Failure[];
  /** How often each cause occurs, by kind, most frequent first. */
  readonly causes: readonly {
    readonly kind: PassageKind;
    readonly what: Failure["what"];
    readonly cause: FailureCause;
    readonly count: number;
  }[];
};

/**
 * How well a labelled set was read: precision, recall, F1 and overlap for each kind over all documents, by
 * language, by layout and for each document, with the list of failures and how often each cause occurs.
 *
 * The figures of a kind are micro averages (passages counted over all documents); `macro` is the mean over
 * the documents for which the figure is defined. How passages are matched: `scoreReading`.
 *
 * @param readings in any order; the order changes nothing but the order of the lists
 * @returns figures between 0 and 1, null where they are undefined; failures with their cause
 * @limits Labels say what one careful reader finds; another may find a passage more or less.
 * @example
 * scoreReadings([]).kinds // => []
 */
export function scoreReadings(readings: readonly LabelledReading[]): ReadingScore {
  const scores = readings.map(scoreReading);
  const failures = scores.flatMap((score) => score.failures);
  return {
    kinds: kindsOf(scores),
    byLanguage: groupsOf(scores, ({ language }) => language),
    byLayout: groupsOf(scores, ({ layout }) => layout),
    documents: scores.map(({ counts: _, failures: __, ...score }) => score),
    failures,
    causes: causesOf(failures),
  };
}

function kindsOf(scores: readonly DocumentScore[]): readonly KindScore[] {
  return passageKinds.flatMap((kind) => {
    const counts = scores.flatMap((score): readonly Counts[] => {
      const count = score.counts.get(kind);
      return count === undefined ? [] : [count];
    });
    if (counts.length === 0) return [];
    return [{ kind, ...figuresOf(addCounts(counts)), macro: macroOf(counts.map(figuresOf)) }];
  });
}

function groupsOf(
  scores: readonly DocumentScore[],
  nameOf: (score: DocumentScore) => string,
): readonly GroupScore[] {
  return [...Map.groupBy(scores, nameOf)]
    .map(([name, group]) => ({ name, documents: group.length, kinds: kindsOf(group) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function causesOf(failures: readonly Failure[]): ReadingScore["causes"] {
  return [...Map.groupBy(failures, ({ kind, what, cause }) => `${kind} ${what} ${cause}`).values()]
    .map((group) => ({
      kind: group[0]!.kind,
      what: group[0]!.what,
      cause: group[0]!.cause,
      count: group.length,
    }))
    .toSorted((a, b) => b.count - a.count || (`${a.kind} ${a.what}` < `${b.kind} ${b.what}` ? -1 : 1));
}
