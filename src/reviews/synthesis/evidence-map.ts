// Maps of evidence: two fields across, and in each cell what was found there. A cell with nothing in it says
// whether anybody looked.

import { type Branch, branches, type ExtractionField, evaluationRegions } from "#records";
import { selectedRecords } from "../appraisal/appraisal-outcome.ts";
import { codesInOrder } from "../coding/code-tree.ts";
import { codings } from "../coding/double-coding.ts";
import { extractedRows, extractionPlan } from "../extraction/extraction-outcome.ts";
import { countedFor } from "../screening/outcome.ts";
import type { ReviewState } from "../state.ts";
import { standingSupport, supportBook, unitOf } from "./supports.ts";
import { findings } from "./themes.ts";

/** Fields of a record that a map can stand on. */
export const recordMapFields = [
  "type",
  "timing",
  "nature",
  "region",
  "country",
  "theme",
  "funding",
  "completed",
] as const;
/** And those made from the work: codes, fields of findings, `form.FIELD` of the extraction form. */
export const workMapFields = ["code", "branch", "question", "finding-kind"] as const;

export type MapValue = {
  readonly id: string;
  readonly label: Readonly<Partial<Record<"en" | "fr" | "es" | "pt", string>>> | null;
};

export type MapField = {
  readonly id: string;
  readonly values: readonly MapValue[];
};

/** One thing found: a passage, a row or a finding's support, with where it belongs. */
type Item = {
  readonly record: string | null;
  readonly quote: string;
  readonly of: (field: string) => readonly string[];
};

export type MapCell = {
  readonly row: string;
  readonly column: string;
  /** Things found, the reports they stand in, and how many units these count as. */
  readonly items: number;
  readonly reports: readonly string[];
  readonly units: number;
  /** `nothing`: searched, and nothing found; `not-searched`: the search left it out. */
  readonly state: "found" | "nothing" | "not-searched";
};

export type EvidenceMap = {
  readonly rows: MapField;
  readonly columns: MapField;
  /** Row by row. */
  readonly cells: readonly MapCell[];
  /** Things that say nothing about one of the fields. */
  readonly notStated: number;
};

/** Every field a map of this review can stand on. */
export function mapFields(state: ReviewState): readonly string[] {
  const form = extractionPlan(state)?.definition;
  return [
    ...recordMapFields,
    ...workMapFields,
    ...(form?.fields ?? [])
      .filter(({ kind }) => kind === "choice" || kind === "choices")
      .map(({ id }) => `form.${id}`),
  ];
}

/**
 * Lays what was found over two fields.
 *
 * Items are the codings that count, the rows of the extraction, the passages that findings rest on; where there
 * is none of these yet, the selected reports themselves. An item of several values stands in several cells, and
 * a report is counted once in each.
 *
 * Cost: one pass over the items.
 */
export function evidenceMap(state: ReviewState, rows: string, columns: string): EvidenceMap {
  const items = itemsOf(state);
  const rowField = fieldOf(state, rows, items);
  const columnField = fieldOf(state, columns, items);
  const found = new Map<string, { items: number; reports: Set<string> }>();
  let notStated = 0;
  for (const item of items) {
    const [ofRow, ofColumn] = [item.of(rows), item.of(columns)];
    if (ofRow.length === 0 || ofColumn.length === 0) notStated++;
    for (const row of ofRow)
      for (const column of ofColumn) {
        const key = JSON.stringify([row, column]);
        const cell = found.get(key) ?? { items: 0, reports: new Set<string>() };
        found.set(key, cell);
        cell.items++;
        if (item.record !== null) cell.reports.add(item.record);
      }
  }
  const isLeftOut = (field: string, value: string) =>
    state.synthesis.leftOut.get(field)?.values.includes(value) ?? false;
  const cells = rowField.values.flatMap(({ id: row }) =>
    columnField.values.map(({ id: column }): MapCell => {
      const cell = found.get(JSON.stringify([row, column]));
      const reports = [...(cell?.reports ?? [])];
      return {
        row,
        column,
        items: cell?.items ?? 0,
        reports,
        units: new Set(reports.map((record) => unitOf(state, record))).size,
        state: cell
          ? "found"
          : isLeftOut(rows, row) || isLeftOut(columns, column)
            ? "not-searched"
            : "nothing",
      };
    }),
  );
  return { rows: rowField, columns: columnField, cells, notStated };
}

/** What stands in one cell. */
export const mapItems = (
  state: ReviewState,
  at: { readonly rows: string; readonly row: string; readonly columns: string; readonly column: string },
): readonly { readonly record: string | null; readonly quote: string }[] =>
  itemsOf(state)
    .filter((item) => item.of(at.rows).includes(at.row) && item.of(at.columns).includes(at.column))
    .map(({ record, quote }) => ({ record, quote }));

function itemsOf(state: ReviewState): readonly Item[] {
  const book = supportBook(state);
  const matrixOf = (record: string | null) =>
    record === null ? undefined : state.records.byId.get(countedFor(state, record))?.record.matrix;
  const ofRecord = (record: string | null, field: string): readonly string[] => {
    const matrix = matrixOf(record);
    if (!matrix) return [];
    if (field === "country") return matrix.countries;
    if (field === "theme") return matrix.themes;
    const value = matrix[field as "type" | "timing" | "nature" | "region" | "funding" | "completed"];
    return value === null || value === undefined ? [] : [String(value)];
  };
  const items: Item[] = [];
  for (const coding of codings(state))
    items.push({
      record: coding.record,
      quote: coding.anchor.quote,
      of: (field) => (field === "code" ? coding.codes : ofRecord(coding.record, field)),
    });
  for (const { record, row } of extractedRows(state))
    items.push({
      record,
      quote: row.anchor?.quote ?? row.typed?.text ?? "",
      of: (field) => {
        if (field === "branch") return texts(row.cells["branch"]?.value).filter(isBranch);
        return field.startsWith("form.") ? texts(row.cells[field.slice(5)]?.value) : ofRecord(record, field);
      },
    });
  for (const finding of findings(state))
    for (const support of finding.supports) {
      const standing = standingSupport(state, book, support);
      // Codings and rows stand above already; their findings add the branch and the question.
      if (!standing.stands) continue;
      items.push({
        record: standing.record,
        quote: standing.quote,
        of: (field) =>
          field === "branch"
            ? finding.branches
            : field === "question"
              ? finding.question === null
                ? []
                : [finding.question]
              : field === "finding-kind"
                ? [finding.kind]
                : support.kind === "passage"
                  ? ofRecord(standing.record, field)
                  : [],
      });
    }
  if (items.length > 0) return items;
  return selectedRecords(state).map(({ record }) => ({
    record: record.id,
    quote: record.title,
    of: (field) => ofRecord(record.id, field),
  }));
}

const isBranch = (value: string): value is Branch => (branches as readonly string[]).includes(value);

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : value === null || value === undefined ? [] : [String(value)];

/** The values of a field: all there are where the list is fixed, else those that occur. */
function fieldOf(state: ReviewState, id: string, items: readonly Item[]): MapField {
  const bare = (values: readonly string[]): readonly MapValue[] =>
    values.map((value) => ({ id: value, label: null }));
  const leftOut = state.synthesis.leftOut.get(id)?.values ?? [];
  if (id === "region") return { id, values: bare(evaluationRegions) };
  if (id === "branch") return { id, values: bare(branches) };
  if (id === "code")
    return {
      id,
      values: [...codesInOrder(state)].map(({ code }) => ({ id: code.id, label: { en: code.name } })),
    };
  if (id.startsWith("form.")) {
    const field = extractionPlan(state)?.definition?.fields.find(
      (one: ExtractionField) => one.id === id.slice(5),
    );
    return { id, values: (field?.options ?? []).map((option) => ({ id: option.id, label: option.label })) };
  }
  const occurring = new Set(items.flatMap((item) => item.of(id)));
  return { id, values: bare([...new Set([...occurring, ...leftOut])].sort()) };
}
