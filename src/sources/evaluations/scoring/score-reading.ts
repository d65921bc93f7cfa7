// One document: the passages found against the passages expected.

import type { PassageKind } from "#records";
import { passageKinds } from "#records";
import { agreement, documentLetters, type FoundPassage, givenOf, wantedOf } from "./agreement.ts";
import { type Cause, causeOfFalse, causeOfMiss, type FailureCause, saysTheSame } from "./failure-causes.ts";
import { type Counts, type Figures, figuresOf, noCounts } from "./figures.ts";
import type { LabelledDocument } from "./labelled-set.ts";
import { oneToOne } from "./one-to-one.ts";

/** A document with its labels, its text as read, and the passages found in it. */
export type LabelledReading = {
  readonly document: LabelledDocument;
  /** The text that the spans of the passages found slice. */
  readonly text: string;
  readonly found: readonly FoundPassage[];
};

export type Failure = {
  readonly file: string;
  readonly what: "missed" | "false";
  readonly kind: PassageKind;
  readonly cause: FailureCause;
  /** For a wrong kind: the kind it was taken for, or should have been taken for. */
  readonly otherKind?: PassageKind;
  readonly label: string | null;
  readonly page: number | null;
  readonly text: string;
};

export type DocumentScore = {
  readonly file: string;
  readonly language: string;
  readonly layout: string;
  readonly family: string;
  readonly kinds: readonly (Figures & { readonly kind: PassageKind })[];
  readonly failures: readonly Failure[];
  /** Labels whose words are not in the text: the label is wrong, or the text was not read rightly. */
  readonly notLocated: readonly string[];
  readonly counts: ReadonlyMap<PassageKind, Counts>;
};

/**
 * How well one document was read: for each kind how many passages were expected, found and matched, with
 * precision, recall, F1 and overlap, and each failure with its cause.
 *
 * A passage found matches one expected if both are of the same kind and at least half agrees: Dice index of
 * the words (with their counts), or Jaccard index of the letters and digits at the same place, at least 0.5.
 * Pairs are made one to one, greedily: highest overlap first, then highest word similarity, ties by position.
 * A second find of the same passage therefore counts as false. The texts in `also`, and the other places
 * a found passage names (`alsoAt`), count as the passage itself. Where the labelled words stand is found by
 * their letters and digits alone.
 *
 * Overlap = letters and digits in both / letters and digits in either, mean over matched pairs.
 *
 * @param reading labels, text and passages found; spans count code points of the text
 * @returns figures of the kinds that were expected, or found where `complete` names them. Kinds that are not
 *   complete have recall but no precision
 * @limits Two readers label differently: figures hold for the labels, not for the truth.
 * @source van Rijsbergen (1979), Information Retrieval, chapter 7 (precision, recall, their harmonic mean)
 * @example
 * scoreReading({
 *   document: { file: "a.txt", language: "en", layout: "text", family: "x", origin: "invented",
 *     complete: ["recommendation"], passages: [{ kind: "recommendation", text: "Register all." }] },
 *   text: "1. Register all.",
 *   found: [{ kind: "recommendation", label: "1", text: "Register all.", spans: [[3, 16]], page: null }],
 * }).kinds[0].f1 // => 1
 */
export function scoreReading({ document, text, found }: LabelledReading): DocumentScore {
  const letters = documentLetters(text);
  const wanted = document.passages.map((passage) => wantedOf(passage, letters));
  const given = found.map(givenOf);
  const table = wanted.map((one) =>
    given.map((other) => ({
      ...agreement(one, other, letters),
      sameKind: one.kind === other.kind,
    })),
  );
  const pairs = oneToOne(
    table.flatMap((row, a) =>
      row.flatMap((pair, b) =>
        pair.sameKind && saysTheSame(pair) ? [{ a, b, worth: [pair.overlap, pair.similarity] }] : [],
      ),
    ),
  );
  const right = new Set(pairs.values());
  const complete = new Set(document.complete);

  const failures: Failure[] = [];
  const failure = (
    what: Failure["what"],
    passage: { kind: PassageKind; label?: string | null; page?: number | null; text: string },
    cause: Cause,
  ) =>
    failures.push({
      file: document.file,
      what,
      kind: passage.kind,
      ...cause,
      label: passage.label ?? null,
      page: passage.page ?? null,
      text: passage.text.replace(/\s+/g, " ").slice(0, 120),
    });
  for (const [a, passage] of wanted.entries())
    if (!pairs.has(a))
      failure(
        "missed",
        passage,
        causeOfMiss(table[a]!.map((pair, b) => ({ ...pair, kind: given[b]!.kind }))),
      );
  for (const [b, passage] of given.entries())
    if (!right.has(b) && complete.has(passage.kind))
      failure(
        "false",
        passage,
        causeOfFalse(table.map((row, a) => ({ ...row[b]!, kind: wanted[a]!.kind, matched: pairs.has(a) }))),
      );

  const counts = new Map<PassageKind, Counts>();
  for (const kind of passageKinds) {
    const matches = [...pairs].filter(([a]) => wanted[a]!.kind === kind);
    const located = matches.filter(([a]) => wanted[a]!.located);
    const labelled = matches.filter(([a]) => wanted[a]!.label !== undefined);
    const judged = complete.has(kind);
    const count: Counts = {
      expected: wanted.filter((passage) => passage.kind === kind).length,
      matched: matches.length,
      found: judged ? given.filter((passage) => passage.kind === kind).length : 0,
      foundRight: judged ? matches.length : 0,
      overlapSum: located.reduce((sum, [a, b]) => sum + table[a]![b]!.overlap, 0),
      overlapPairs: located.length,
      labelled: labelled.length,
      labelsRight: labelled.filter(([a, b]) => wanted[a]!.label === given[b]!.label).length,
    };
    if (Object.keys(noCounts).some((name) => count[name as keyof Counts] > 0)) counts.set(kind, count);
  }
  return {
    file: document.file,
    language: document.language,
    layout: document.layout,
    family: document.family,
    kinds: [...counts].map(([kind, count]) => ({ kind, ...figuresOf(count) })),
    failures,
    notLocated: wanted.filter(({ located }) => !located).map((passage) => passage.text),
    counts,
  };
}
