// The two-column templates of lessons learned and emerging good practices.

import type { Table, TableCell } from "#documents";
import { bareNames, type FieldId } from "./field-names.data.ts";
import { printedOf } from "./field-reading.ts";
import { folded } from "./folded.ts";
import { fieldAtStart, fieldOfHeader } from "./form-fields.ts";
import type { Draft } from "./gathering.ts";
import { itemKinds } from "./kind-words.data.ts";
import { namedItem } from "./named-item.ts";
import type { LessonFields, PracticeFields } from "./passage-fields.ts";
import { emptyNotes, type Notes, noted } from "./passage-notes.ts";
import { type RawText, rawText } from "./raw-text.ts";
import { draftOf, rawOf, shortestCell, type TablePlace } from "./table-drafts.ts";

/** Rows whose first cell is a field of a template and whose second cell is its content. */
export function templateDrafts(table: Table, place: TablePlace): readonly Draft[] {
  const drafts: Draft[] = [];
  let label: { label: string; printed: string } | null = null;
  let pending: Notes | null = null;
  const isTemplate = hasOtherFields(table);
  for (const row of table.rows) {
    const filled = row.cells.filter(({ text }) => text !== "");
    const [name, ...rest] = filled;
    if (name === undefined) continue;
    const start = fieldAtStart(name.text);
    const id =
      start?.id ??
      fieldOfHeader(name.text) ??
      (isTemplate ? (bareNames.find(([, pattern]) => pattern.test(folded(name.text)))?.[0] ?? null) : null);
    const inside = start === null ? null : contentInside(name, place);
    const content = rest[0] === undefined ? inside : { raw: rawOf(rest[0], place), cell: rest[0] };
    if (id === null || !templateIds.has(id)) {
      for (const cell of filled) {
        const named = namedItem(cell.text);
        if (named?.label != null && itemKinds.has(named.kind))
          label = { label: named.label, printed: named.printed };
      }
      continue;
    }
    if (content === null || content.raw.text.trim() === "") continue;
    if (id === "lesson" || id === "practice") {
      if (content.raw.text.trim().length < shortestCell) continue;
      const draft = draftOf(content.cell, content.raw, place, {
        kind: id === "lesson" ? "lesson-learned" : "good-practice",
        label,
        confidence: 0.94,
        reason: `The field “${name.text.slice(0, 60)}” of a template.`,
      });
      if (pending !== null) Object.assign(draft.notes, pending);
      pending = null;
      label = null;
      addTemplateField(draft.notes, id, content.raw);
      drafts.push(draft);
    } else {
      pending ??= drafts.length === 0 ? emptyNotes() : null;
      addTemplateField(drafts.at(-1)?.notes ?? pending ?? emptyNotes(), id, content.raw);
    }
  }
  return drafts;
}

/** True where rows begin with fields that only templates of lessons and practices have. */
const hasOtherFields = (table: Table) =>
  table.rows.some(({ cells }) => {
    const id = fieldOfHeader(cells.find(({ text }) => text !== "")?.text ?? "");
    return id !== null && id !== "lesson" && id !== "practice" && templateIds.has(id);
  });

export const templateIds: ReadonlySet<FieldId> = new Set([
  "lesson",
  "practice",
  "context",
  "users",
  "challenges",
  "success",
  "administrative",
  "conditions",
  "cause",
  "impact",
  "replication",
  "links",
  "documents",
]);

/** The content of a cell that holds the field's name as well. */
function contentInside(cell: TableCell, place: TablePlace): { raw: RawText; cell: TableCell } | null {
  const raw = rawOf(cell, place);
  const field = fieldAtStart(raw.text);
  if (field === null) return null;
  const spans = raw.spansOf(field.from, raw.text.length);
  if (spans.length === 0) return null;
  const inner = rawText(spans, place.slice);
  return { raw: inner, cell: { text: inner.text, spans } };
}

/** Adds a template's field to a lesson's or practice's notes. */
export function addTemplateField(notes: Notes, id: FieldId, raw: RawText): void {
  const printed = printedOf(raw);
  if (printed === null) return;
  const lesson: Partial<Record<FieldId, keyof Omit<LessonFields, "nature">>> = {
    lesson: "description",
    context: "context",
    users: "users",
    challenges: "challenges",
    success: "success",
    administrative: "administrative",
  };
  const practice: Partial<Record<FieldId, keyof Omit<PracticeFields, "nature">>> = {
    practice: "summary",
    conditions: "conditions",
    cause: "cause",
    impact: "impact",
    replication: "replication",
    links: "links",
    documents: "documents",
  };
  const ofLesson = lesson[id];
  const ofPractice = practice[id];
  if (ofLesson !== undefined) notes.lesson = noted(notes.lesson, { [ofLesson]: printed });
  else if (ofPractice !== undefined) notes.practice = noted(notes.practice, { [ofPractice]: printed });
}
