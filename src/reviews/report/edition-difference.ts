// What differs between two editions: numbers by name, and blocks by their words.

import type { ReportBlock, ReportDocument, ReportNumbers } from "#records";
import { type NumberDifference, numberDifferences } from "./report-numbers.ts";

export type EditionDifference = {
  readonly numbers: readonly NumberDifference[];
  readonly lines: readonly {
    readonly change: "removed" | "added";
    readonly under: string;
    readonly text: string;
  }[];
};

type Line = { readonly under: string; readonly text: string };

/** Every paragraph, item and row as a line under its heading. */
function linesOfDocument(document: ReportDocument): readonly Line[] {
  let under = document.title;
  const words = (content: readonly { readonly text: string }[]) => content.map(({ text }) => text).join("");
  const rows = (table: Extract<ReportBlock, { kind: "table" }>["table"]) =>
    table.rows.map((row) => `${table.caption}: ${row.map(words).join(" | ")}`);
  return document.blocks.flatMap((block): readonly Line[] => {
    if (block.kind === "heading") {
      under = block.text;
      return [];
    }
    if (block.kind === "paragraph") return [{ under, text: words(block.content) }];
    if (block.kind === "list") return block.items.map((item) => ({ under, text: words(item) }));
    return rows(block.table).map((text) => ({ under, text }));
  });
}

/** Lines of one that the other lacks, counted: a line that stood twice and stands once was removed once. */
function missing(from: readonly Line[], other: readonly Line[]): readonly Line[] {
  const left = new Map<string, number>();
  for (const { text } of other) left.set(text, (left.get(text) ?? 0) + 1);
  return from.filter(({ text }) => {
    const n = left.get(text) ?? 0;
    if (n > 0) left.set(text, n - 1);
    return n === 0;
  });
}

export function editionDifference(
  before: { readonly document: ReportDocument; readonly numbers: ReportNumbers },
  after: { readonly document: ReportDocument; readonly numbers: ReportNumbers },
): EditionDifference {
  const [old, young] = [linesOfDocument(before.document), linesOfDocument(after.document)];
  return {
    numbers: numberDifferences(before.numbers, after.numbers),
    lines: [
      ...missing(old, young).map((line) => ({ change: "removed", ...line }) as const),
      ...missing(young, old).map((line) => ({ change: "added", ...line }) as const),
    ],
  };
}
