// Maps of evidence: two fields across, and in each cell what was found there. A cell with nothing in it says
// whether anybody looked.

import {
  branches,
  evaluationNatures,
  evaluationRegions,
  evaluationTimings,
  evaluationTypes,
  findingKinds,
} from "#records";
import { codesInOrder } from "../coding/code-tree.ts";
import { extractionPlan } from "../extraction/extraction-outcome.ts";
import { standingProtocol } from "../protocol/protocol.ts";
import type { ReviewState } from "../state.ts";
import { mapItems, type PlacedItem } from "./map-items.ts";
import { unitOf } from "./supports.ts";

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
/** And those made from the work: codes, fields of findings; `form.FIELD` is one of the extraction form. */
export const workMapFields = ["code", "branch", "intervention", "question", "finding-kind"] as const;

export type MapValue = {
  readonly id: string;
  readonly label: Readonly<Partial<Record<"en" | "fr" | "es" | "pt", string>>> | null;
};

export type MapField = {
  readonly id: string;
  readonly label: MapValue["label"];
  readonly values: readonly MapValue[];
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
  readonly items: number;
  /** Reports where nothing is coded, extracted or cited yet. */
  readonly of: "passages" | "reports";
};

/** Every field a map of this review can stand on. */
export function mapFields(state: ReviewState): readonly Omit<MapField, "values">[] {
  const form = extractionPlan(state)?.definition;
  return [
    ...[...recordMapFields, ...workMapFields].map((id) => ({ id, label: null })),
    ...(form?.fields ?? [])
      .filter(({ kind }) => kind === "choice" || kind === "choices")
      .map(({ id, label }) => ({ id: `form.${id}`, label })),
  ];
}

/** Only what has these values counts: `field:value`, one of several of a field, all fields. */
export type MapFilter = ReadonlyMap<string, ReadonlySet<string>>;

const passes = (filter: MapFilter, { of }: PlacedItem): boolean =>
  [...filter].every(([field, wanted]) => of(field).some((value) => wanted.has(value)));

/**
 * Lays what was found over two fields. An item of several values stands in several cells, and a report is
 * counted once in each.
 *
 * Cost: one pass over the items.
 */
export function evidenceMap(
  state: ReviewState,
  rows: string,
  columns: string,
  filter: MapFilter = new Map(),
): EvidenceMap {
  const all = mapItems(state);
  const items = all.filter((item) => passes(filter, item));
  const rowField = fieldOf(state, rows, all);
  const columnField = fieldOf(state, columns, all);
  const found = new Map<string, { items: number; reports: Set<string> }>();
  let notStated = 0;
  for (const { item, of } of items) {
    const [ofRow, ofColumn] = [of(rows), of(columns)];
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
  const isOfReports = all.length > 0 && all.every(({ item }) => item.support === null);
  return {
    rows: rowField,
    columns: columnField,
    cells,
    notStated,
    items: items.length,
    of: isOfReports ? "reports" : "passages",
  };
}

/** What stands in one cell. */
export const itemsOfCell = (
  state: ReviewState,
  at: { readonly rows: string; readonly row: string; readonly columns: string; readonly column: string },
  filter: MapFilter = new Map(),
): readonly PlacedItem[] =>
  mapItems(state).filter(
    (one) =>
      passes(filter, one) && one.of(at.rows).includes(at.row) && one.of(at.columns).includes(at.column),
  );

const fixed: Readonly<Record<string, readonly string[]>> = {
  region: evaluationRegions,
  branch: branches,
  type: evaluationTypes,
  timing: evaluationTimings,
  nature: evaluationNatures,
  "finding-kind": findingKinds,
};

/** The values of a field: all there are where the list is fixed, else those that occur or were left out. */
function fieldOf(state: ReviewState, id: string, items: readonly PlacedItem[]): MapField {
  const label = mapFields(state).find((field) => field.id === id)?.label ?? null;
  const bare = (values: readonly string[]): readonly MapValue[] =>
    values.map((value) => ({ id: value, label: null }));
  const listed = fixed[id];
  if (listed) return { id, label, values: bare(listed) };
  if (id === "code")
    return {
      id,
      label,
      values: [...codesInOrder(state)].map(({ code }) => ({ id: code.id, label: { en: code.name } })),
    };
  if (id === "question")
    return {
      id,
      label,
      values: (standingProtocol(state)?.protocol.questions ?? []).flatMap(({ id: question, subQuestions }) =>
        bare([question, ...subQuestions.map((sub) => sub.id)]),
      ),
    };
  if (id.startsWith("form.")) {
    const field = extractionPlan(state)?.definition?.fields.find((one) => one.id === id.slice(5));
    return {
      id,
      label,
      values: (field?.options ?? []).map((option) => ({ id: option.id, label: option.label })),
    };
  }
  const leftOut = state.synthesis.leftOut.get(id)?.values ?? [];
  const occurring = new Set(items.flatMap((item) => item.of(id)));
  return { id, label, values: bare([...new Set([...occurring, ...leftOut])].sort()) };
}
