// Forms in tables, with a field in each row: “Recommendation 1 | …”, “Priority | High”, “Response | Accepted”.

import type { Table } from "#documents";
import type { FieldId } from "./field-names.data.ts";
import { actionsOf, printedOf, recommendationField, responseField } from "./field-reading.ts";
import { fieldOfHeader } from "./form-fields.ts";
import type { Draft } from "./gathering.ts";
import { itemKinds } from "./kind-words.data.ts";
import { namedItem } from "./named-item.ts";
import { noted } from "./passage-notes.ts";
import { rawText } from "./raw-text.ts";
import { columnOf, isNumberHead } from "./table-columns.ts";
import { draftOf, leadDraft, rawOf, type TablePlace } from "./table-drafts.ts";
import { isVerdict } from "./table-responses.ts";

/** “Recommendation 1 | …” in the first row: a form, not a head. */
export function isFormBegun(table: Table, place: TablePlace): boolean {
  const filled = table.rows[0]?.cells.filter(({ text }) => text !== "") ?? [];
  const named = filled[0] === undefined ? null : namedItem(filled[0].text, place.section.kinds);
  return filled.length <= 2 && named?.label != null && itemKinds.has(named.kind);
}

/** “No. | 3”, “Recommendation | …”, “Our stance | Agreed”: names in the first column, values in the second. */
export function isFieldForm(table: Table): boolean {
  if (table.rows.length < fewestFields) return false;
  const rows = table.rows.map((row) => row.cells.filter(({ text }) => text !== ""));
  if (rows.some(({ length }) => length > 2)) return false;
  const names = rows.flatMap(([name, value]) =>
    name === undefined || value === undefined ? [] : [name.text],
  );
  const known = names.filter((name) => fieldOfHeader(name) !== null || isNumberHead(name) || kindOfRow(name));
  return names.some((name) => kindOfRow(name)) && known.length >= names.length * mostFields;
}
const fewestFields = 3;
const mostFields = 0.6;

/** “Recommendation”, “Recommandation de l'évaluation”: the row that holds the words. */
const kindOfRow = (name: string): boolean => {
  const column = columnOf(name, { cells: [], spans: [] });
  return column?.is === "kind" && column.kind === "recommendation";
};

/** Forms with a field in each row: “Recommendation 1 | …”, “Priority | High”, “Response | Accepted”. */
export function formDrafts(table: Table, place: TablePlace): readonly Draft[] {
  const drafts: Draft[] = [];
  let last: Draft | null = null;
  let isForm = false;
  let number: string | null = null;
  for (const row of table.rows) {
    const lead = leadDraft(row, place);
    if (lead.length > 0) {
      drafts.push(...lead);
      last = lead[0]!;
      continue;
    }
    const filled = row.cells.filter(({ text }) => text !== "");
    const [name, value] = filled;
    if (name === undefined) continue;
    if (value === undefined && last !== null) continue;
    if (value !== undefined && isNumberHead(name.text) && value.text.length <= longestNumber) {
      number = value.text.replace(/[.)]$/, "");
      continue;
    }
    if (value !== undefined && kindOfRow(name.text) && value.text.length >= shortestAdvice) {
      last = draftOf(value, rawOf(value, place), place, {
        kind: "recommendation",
        label: number === null ? null : { label: number, printed: number },
        confidence: 0.92,
        reason: `The field “${name.text.slice(0, 60)}” of a form.`,
      });
      number = null;
      drafts.push(last);
      continue;
    }
    if (value === undefined || last === null) continue;
    const known = fieldOfHeader(name.text);
    // “Our position | Accepted”: no list knows all names of an answer, but its value is a verdict.
    const answers = known === null && last.kind === "recommendation" && isVerdict(value.text);
    const id = answers ? "response" : known;
    if (id === null) continue;
    isForm = true;
    const raw = rawOf(value, place);
    if (id === "response") {
      last = draftOf(value, raw, place, {
        kind: "management-response",
        label: last.label === null ? null : { label: last.label, printed: last.label },
        confidence: 0.92,
        reason: `The field “${name.text.slice(0, 60)}” of a form.`,
      });
      drafts.push(last);
    } else if (id === "actions") last.notes.actions.push(...actionsOf(raw, {}));
    else {
      const printed = printedOf(raw);
      if (printed === null) continue;
      // The reasons go on where the verdict stood by itself.
      if (
        last.kind === "management-response" &&
        saysWhy.has(id) &&
        isVerdict(rawText(last.spans, place.slice).text)
      )
        last.spans.push(...value.spans);
      if (last.kind === "management-response")
        last.notes.response = noted(last.notes.response, responseField(id, printed));
      else
        last.notes.recommendation = noted(
          last.notes.recommendation,
          recommendationField(id, printed, name.text),
        );
    }
  }
  return isForm || drafts.length > 0 ? drafts : [];
}

const longestNumber = 8;
const shortestAdvice = 12;
const saysWhy: ReadonlySet<FieldId> = new Set(["comments", "reason"]);
