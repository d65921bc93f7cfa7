// What passages in tables have in common: where they stand, how long a cell must be, how one becomes a passage.

import type { ReadDocument, TableCell, TableRow } from "#documents";
import type { PassageKind } from "#records";
import type { Draft } from "./gathering.ts";
import { itemKinds } from "./kind-words.data.ts";
import { namedItem } from "./named-item.ts";
import { pageAt } from "./page-at.ts";
import { emptyNotes, remarkFields } from "./passage-notes.ts";
import { type RawText, rawText, type Slice } from "./raw-text.ts";
import type { Section } from "./sections.ts";

/** A cell that says something has more letters. */
export const shortestCell = 20;
export const shortestOf: Partial<Record<PassageKind, number>> = {
  "management-response": 2,
  recommendation: 12,
};

/** What all passages of one table share. */
export type TablePlace = {
  readonly document: ReadDocument;
  readonly section: Section;
  readonly slice: Slice;
};

export const rawOf = (cell: TableCell, { slice }: TablePlace): RawText => rawText(cell.spans, slice);

/** “Recommendation 1: …” in a row above the heads. */
export function leadDraft(row: TableRow, place: TablePlace): readonly Draft[] {
  const filled = row.cells.filter(({ text }) => text !== "");
  const [first, second] = filled;
  if (first === undefined || filled.length > 2) return [];
  const raw = rawOf(first, place);
  const named = namedItem(raw.text, place.section.kinds);
  if (named === null || !itemKinds.has(named.kind)) return [];
  const inside = raw.spansOf(named.length, raw.text.length);
  const spans = inside.length > 0 ? inside : (second?.spans ?? []);
  const said = rawText(spans, place.slice);
  if (said.text.trim().length < (shortestOf[named.kind] ?? shortestCell)) return [];
  const draft = draftOf({ text: first.text, spans }, said, place, {
    kind: named.kind,
    label: named.label === null ? null : { label: named.label, printed: named.printed },
    confidence: 0.93,
    reason: `It names itself “${named.printed}” in a table.`,
  });
  if (named.remark !== null) draft.notes.recommendation = remarkFields(raw, ...named.remark);
  return [draft];
}

/** A passage that stands in a cell, or in part of one. */
export function draftOf(
  cell: TableCell,
  raw: RawText,
  { document, section }: TablePlace,
  found: {
    readonly kind: PassageKind;
    readonly label: { readonly label: string; readonly printed: string } | null;
    readonly confidence: number;
    readonly reason: string;
  },
): Draft {
  const first = cell.spans[0]!;
  return {
    kind: found.kind,
    label: found.label?.label ?? null,
    printedLabel: found.label?.printed ?? null,
    paragraph: null,
    heading: section.heading,
    page: pageAt(document, first[0]),
    confidence: found.confidence,
    reason: found.reason,
    section,
    spans: [...(raw.text.trim() === "" ? [] : cell.spans)],
    notes: emptyNotes(),
    level: 99,
    longest: 0,
    taken: 0,
    isHeading: false,
  };
}
