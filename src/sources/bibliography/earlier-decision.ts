// What a file says about decisions taken before: columns of screening programs, and the notes in which they
// put them where a format has no place for such.

import type { BibliographicRecord } from "#records";
import { excludedWords, includedWords } from "./record-columns.data.ts";

export type EarlierDecision = {
  readonly verdict: "included" | "excluded";
  /** The stage the file names; null where it does not say. */
  readonly stage: "title-and-abstract" | "full-text" | null;
  /** Column or note it was read from, and who decided where that is named. */
  readonly from: string;
  readonly by: string | null;
};

const stageOf = (name: string): EarlierDecision["stage"] =>
  /abstract|title/i.test(name)
    ? "title-and-abstract"
    : /full.?text|final|label_included/i.test(name)
      ? "full-text"
      : null;

/** The decision a cell of a column of decisions holds, or null: empty, -1 and "maybe" are none. */
export function decisionOfCell(column: string, cell: string): EarlierDecision | null {
  const word = cell.trim().toLowerCase();
  const verdict = includedWords.has(word) ? "included" : excludedWords.has(word) ? "excluded" : null;
  return verdict === null ? null : { verdict, stage: stageOf(column), from: column, by: null };
}

/** Decisions in the notes of Rayyan and ASReview. The notes stay as they are. */
export function decisionsInNotes({ notes }: BibliographicRecord): readonly EarlierDecision[] {
  const found: EarlierDecision[] = [];
  for (const note of notes) {
    const rayyan = /RAYYAN-INCLUSION:\s*\{([^}]*)\}/.exec(note)?.[1];
    for (const [, by, word] of rayyan?.matchAll(/"([^"]*)"\s*=>\s*"(Included|Excluded)"/g) ?? [])
      found.push({
        verdict: word === "Included" ? "included" : "excluded",
        stage: null,
        from: "RAYYAN-INCLUSION",
        by: by ?? null,
      });
    const asreview = /\bASReview_(relevant|irrelevant)\b/i.exec(note)?.[1]?.toLowerCase();
    if (asreview !== undefined)
      found.push({
        verdict: asreview === "relevant" ? "included" : "excluded",
        stage: null,
        from: "ASReview",
        by: null,
      });
  }
  return found;
}
