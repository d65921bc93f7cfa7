// Passages that stand in tables: a column headed “Recommendation”, the two-column templates of lessons learned
// and good practices, forms with a field in each row; and tables that only say more about the item before them.

import type { Table, TableRow } from "#documents";
import type { FieldId } from "./field-names.data.ts";
import { actionsOf, printedAt, printedOf, recommendationField, responseField } from "./field-reading.ts";
import { verdictIn } from "./field-values.ts";
import { foldedInPlace } from "./folded.ts";
import type { Draft } from "./gathering.ts";
import { itemKinds } from "./kind-words.data.ts";
import { namedItem } from "./named-item.ts";
import type { KeyAction, RecommendationFields, ResponseFields } from "./passage-fields.ts";
import { noted, remarkFields } from "./passage-notes.ts";
import { type RawText, rawText } from "./raw-text.ts";
import type { Section } from "./sections.ts";
import { type Column, type Columns, columnsOf, isHeadRow } from "./table-columns.ts";
import { draftOf, leadDraft, rawOf, shortestCell, shortestOf, type TablePlace } from "./table-drafts.ts";
import { formDrafts, isFieldForm, isFormBegun } from "./table-forms.ts";
import { responseColumns } from "./table-responses.ts";
import { addTemplateField, templateDrafts, templateIds } from "./table-templates.ts";
import { withUnnamedColumn } from "./table-unnamed-columns.ts";

export type TableReading = {
  /** Passages of its own, in order. */
  readonly drafts: readonly Draft[];
  /** What it says about the item before it. */
  readonly recommendation: RecommendationFields;
  readonly response: Partial<ResponseFields>;
  readonly actions: readonly KeyAction[];
  /** True for a table of fields or actions: what follows it is no part of the item before. */
  readonly isForm: boolean;
};

const nothing: TableReading = { drafts: [], recommendation: {}, response: {}, actions: [], isForm: false };

export function readTable(table: Table, place: TablePlace): TableReading {
  const template = templateDrafts(table, place);
  if (template.length > 0) return { ...nothing, drafts: template, isForm: true };
  if (isFormBegun(table, place) || isFieldForm(table)) {
    const form = formDrafts(table, place);
    if (form.length > 0) return { ...nothing, drafts: form, isForm: true };
  }
  const columns =
    responseColumns(table, place.section) ?? withUnnamedColumn(columnsOf(table), table, place.section);
  if (columns !== null) {
    const kinds = columns.columns.flatMap((column) => (column?.is === "kind" ? [column.kind] : []));
    if (kinds.length > 0)
      return isFollowUp(columns, place.section)
        ? nothing
        : { ...nothing, drafts: columnDrafts(table, columns, place), isForm: true };
    return fieldTable(table, columns, place);
  }
  const form = formDrafts(table, place);
  return form.length > 0 ? { ...nothing, drafts: form, isForm: true } : nothing;
}

/** Recommendations with what became of them, and no answer to them: those of an earlier evaluation. */
function isFollowUp({ columns }: Columns, section: Section): boolean {
  const has = (id: FieldId) => columns.some((column) => column?.is === "field" && column.id === id);
  const kinds = columns.flatMap((column) => (column?.is === "kind" ? [column.kind] : []));
  if (section.inSummary || section.kinds.some((kind) => itemKinds.has(kind))) return false;
  if (!kinds.includes("recommendation") || kinds.includes("management-response") || has("actions"))
    return false;
  return has("status") || !columns.some((column) => column?.is === "field" || column?.is === "number");
}

/** Columns whose header names a kind that comes as items. */
function columnDrafts(table: Table, { columns, headAt }: Columns, place: TablePlace): readonly Draft[] {
  const drafts: Draft[] = [];
  const numbers = columns.findIndex((column) => column?.is === "number");
  const hasActions = columns.some((column) => column?.is === "field" && column.id === "actions");
  let recommendation: Draft | null = null;
  let response: Draft | null = null;
  for (const row of table.rows.slice(headAt + 1)) {
    if (isHeadRow(row)) continue;
    const own = rowDrafts(row, columns, numbers, place);
    if (own.some(({ kind }) => kind === "management-response"))
      for (const draft of own) if (draft.kind === "recommendation") draft.isAnswered = true;
    drafts.push(...own);
    recommendation =
      own.find(({ kind }) => kind === "recommendation") ?? (own.length > 0 ? null : recommendation);
    response = own.find(({ kind }) => kind === "management-response") ?? (own.length > 0 ? null : response);
    const target = response ?? recommendation ?? own[0] ?? drafts.at(-1);
    if (target === undefined) continue;
    for (const [c, column] of columns.entries()) {
      const cell = row.cells[c];
      if (column?.is !== "field" || cell === undefined || cell.text === "") continue;
      const raw = rawOf(cell, place);
      if (templateIds.has(column.id)) addTemplateField(target.notes, column.id, raw);
      const ofAction = hasActions && actionIds.has(column.id);
      const printed = ofAction ? null : printedOf(raw);
      if (printed === null) continue;
      const of = recommendation ?? target;
      of.notes.recommendation = noted(
        of.notes.recommendation,
        recommendationField(column.id, printed, column.header),
      );
      if (response !== null && recommendation === null)
        response.notes.response = noted(response.notes.response, responseField(column.id, printed));
      else if (column.id === "status")
        target.notes.response = noted(target.notes.response, responseField("status", printed));
    }
    target.notes.actions.push(...(hasActions ? rowActions(row, columns, place) : []));
  }
  return drafts;
}

const actionIds: ReadonlySet<FieldId> = new Set([
  "actions",
  "addressees",
  "time-frame",
  "status",
  "comments",
]);

function rowDrafts(
  row: TableRow,
  columns: readonly Column[],
  numbers: number,
  place: TablePlace,
): readonly Draft[] {
  const numbered = row.cells[numbers]?.text ?? "";
  const number =
    namedItem(numbered, ["recommendation", "lesson-learned", "good-practice"])?.label ??
    /^[\dA-Za-z]{1,3}(?:\.\d{1,2})?(?=[.)]?$)/.exec(numbered.trim())?.[0] ??
    null;
  const named = row.cells.map(({ text }) => namedItem(text)).find((item) => item !== null) ?? null;
  const inCell = columns
    .map((column, c) => {
      const cell = row.cells[c];
      if (column?.is !== "kind" || column.kind === "management-response" || cell === undefined) return null;
      return (
        (namedItem(cell.text, [column.kind]) ?? numberAtStart(cell.text))?.label ??
        /^\s*(\d{1,2}(?:\.\d{1,2})?)[.)]?\s*$/.exec(cell.text)?.[1] ??
        null
      );
    })
    .find((label) => label !== null);
  // A column for the verdict beside one for its reasons: one response.
  const responses = columns.flatMap((column, c) =>
    column?.is === "kind" && column.kind === "management-response" && /\p{L}/u.test(row.cells[c]?.text ?? "")
      ? [c]
      : [],
  );
  const verdictAt = responses.length > 1 ? responses[0] : undefined;
  return row.cells.flatMap((cell, c): readonly Draft[] => {
    const column = columns[c] ?? null;
    if (c === verdictAt) return [];
    if (column?.is !== "kind" || cell.text.length < (shortestOf[column.kind] ?? shortestCell)) return [];
    const raw = rawOf(cell, place);
    const own = namedItem(raw.text, [column.kind]) ?? numberAtStart(raw.text);
    const label = own?.label ?? number ?? inCell ?? named?.label ?? null;
    const spans = own === null ? cell.spans : raw.spansOf(own.length, raw.text.length);
    if (spans.length === 0) return [];
    const draft = draftOf({ text: cell.text, spans }, rawText(spans, place.slice), place, {
      kind: column.kind,
      label: label === null ? null : { label, printed: own?.printed ?? label },
      confidence: 0.92,
      reason: `Cell of the column “${column.header}”.`,
    });
    const verdict =
      column.kind === "management-response" && verdictAt !== undefined ? row.cells[verdictAt] : undefined;
    if (verdict !== undefined) draft.notes.response = verdictField(rawOf(verdict, place));
    if (own?.remark != null) draft.notes.recommendation = remarkFields(raw, ...own.remark);
    return [draft];
  });
}

function verdictField(raw: RawText): Partial<ResponseFields> {
  const found = verdictIn(foldedInPlace(raw.text));
  const printed = found === null ? null : printedAt(raw, found.start, found.end);
  return found === null || printed === null ? {} : { verdict: { ...printed, value: found.value } };
}

/** “3. Register …” in a cell: the number is its label. */
function numberAtStart(text: string) {
  const match = /^\s*(\d{1,2}(?:\.\d{1,2})?)[.)]\s+(?=\p{L})/u.exec(text);
  if (match === null) return null;
  return { label: match[1]!, printed: match[1]!, length: match[0].length, remark: null };
}

function rowActions(row: TableRow, columns: readonly Column[], place: TablePlace): readonly KeyAction[] {
  const cellOf = (id: FieldId) => {
    const at = columns.findIndex((column) => column?.is === "field" && column.id === id);
    const cell = row.cells[at];
    if (at < 0) return undefined;
    return cell === undefined || cell.spans.length === 0 ? null : printedOf(rawOf(cell, place));
  };
  const at = columns.findIndex((column) => column?.is === "field" && column.id === "actions");
  const cell = row.cells[at];
  if (cell === undefined || cell.spans.length === 0) return [];
  const [owner, timeFrame, status] = [cellOf("addressees"), cellOf("time-frame"), cellOf("status")];
  return actionsOf(rawOf(cell, place), {
    ...(owner === undefined ? {} : { owner }),
    ...(timeFrame === undefined ? {} : { timeFrame }),
    ...(status === undefined ? {} : { status }),
  });
}

/** A table of heads and values that says more about the item before it. */
function fieldTable(table: Table, { columns, headAt }: Columns, place: TablePlace): TableReading {
  const ids = columns.flatMap((column) => (column?.is === "field" ? [column.id] : []));
  const isAbout = ids.some((id) =>
    ["actions", "priority", "addressees", "time-frame", "resources"].includes(id),
  );
  if (!isAbout) return nothing;
  const rows = table.rows.slice(headAt + 1).filter((row) => !isHeadRow(row) || !ids.includes("actions"));
  const lead = table.rows.slice(0, headAt).flatMap((row) => leadDraft(row, place));
  if (ids.includes("actions"))
    return {
      ...nothing,
      drafts: lead,
      actions: rows.flatMap((row) => rowActions(row, columns, place)),
      isForm: true,
    };
  let recommendation: RecommendationFields = {};
  for (const row of rows)
    for (const [c, column] of columns.entries()) {
      const cell = row.cells[c];
      const printed =
        column?.is === "field" && cell !== undefined && cell.spans.length > 0
          ? printedOf(rawOf(cell, place))
          : null;
      if (printed !== null && column?.is === "field")
        recommendation = noted(recommendation, recommendationField(column.id, printed, column.header));
    }
  const last = lead.at(-1);
  if (last === undefined) return { ...nothing, recommendation, isForm: true };
  last.notes.recommendation = noted(last.notes.recommendation, recommendation);
  return { ...nothing, drafts: lead, isForm: true };
}
