// The answer of `socle read --json`, whose shape is fixed.

import type { Block, ReadDocument, Table } from "#documents";
import type { Language, Problem } from "#kernel";
import { type EvaluationReading, type Passage, passageId } from "./passage.ts";

export type ReadingJson = {
  readonly file: string;
  readonly sha256: string;
  readonly language: Language | null;
  readonly title: string | null;
  readonly pages: number | null;
  readonly passages: readonly (Passage & { readonly id: string })[];
  readonly blocks: readonly Block[];
  readonly tables: readonly Table[];
  /** What was repaired, guessed or found odd; the reading itself succeeded. */
  readonly problems: readonly Problem[];
};

/** Document and passages as `socle read FILE --json` prints them. */
export function readingToJson(
  document: ReadDocument,
  reading: EvaluationReading,
  source: { readonly file: string; readonly sha256: string },
): ReadingJson {
  return {
    file: source.file,
    sha256: source.sha256,
    language: document.language,
    title: document.title,
    pages: document.pages,
    passages: reading.passages.map((passage) => ({
      id: passageId(source.sha256, passage.spans),
      ...passage,
    })),
    blocks: document.blocks,
    tables: document.tables,
    problems: [...document.warnings, ...reading.warnings],
  };
}
