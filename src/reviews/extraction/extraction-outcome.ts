// Where each report stands in the extraction, and the rows that count.

import type { ExtractionForm, ExtractionRow } from "#records";
import { selectedRecords } from "../appraisal/appraisal-outcome.ts";
import { versionName } from "../appraisal/appraisal-state.ts";
import { standingProtocol } from "../protocol/protocol.ts";
import { countedFor, groupOf } from "../screening/outcome.ts";
import type { ReviewState } from "../state.ts";
import { sameRows } from "./compare-rows.ts";
import type { OwnExtraction, ReconciledRows } from "./extraction-state.ts";

export const formOf = (state: ReviewState, id: string, version: string): ExtractionForm | null =>
  state.extraction.forms.get(versionName(id, version))?.form ?? null;

export type ExtractionPlan = {
  readonly form: string;
  readonly version: string;
  readonly extractors: number;
  /** Null where the protocol names one that was not taken into the review. */
  readonly definition: ExtractionForm | null;
};

/** What the standing protocol says about extraction; null where it plans none. */
export function extractionPlan(state: ReviewState): ExtractionPlan | null {
  const planned = standingProtocol(state)?.protocol.extraction ?? null;
  return planned && { ...planned, definition: formOf(state, planned.form, planned.version) };
}

/** What each person has of a report, worked on or submitted; on a duplicate where not on the record itself. */
export function ownExtractions(state: ReviewState, record: string): ReadonlyMap<string, OwnExtraction> {
  const found = new Map<string, OwnExtraction>();
  for (const id of groupOf(state, countedFor(state, record)))
    for (const [by, own] of state.extraction.own.get(id) ?? [])
      if (!found.has(by) && (own.rows.size > 0 || own.submitted)) found.set(by, own);
  return found;
}

export const submittedExtractions = (state: ReviewState, record: string): readonly OwnExtraction[] =>
  [...ownExtractions(state, record).values()].filter(({ submitted }) => submitted !== null);

/** As many as the protocol asks for have submitted. */
export const enoughExtracted = (state: ReviewState, record: string): boolean =>
  submittedExtractions(state, record).length >= (extractionPlan(state)?.extractors ?? 1);

const rowsOf = (own: OwnExtraction): readonly ExtractionRow[] => [...own.rows.values()];

export type ExtractionStatus = "not-planned" | "waiting" | "to-reconcile" | "extracted";

export type ExtractionOutcome = {
  readonly status: ExtractionStatus;
  readonly submitted: number;
  readonly required: number;
  readonly by: "one" | "agreement" | "reconciled" | null;
  /** The rows that count; empty before. */
  readonly rows: readonly ExtractionRow[];
  /** Why there are none, where somebody said that the report has nothing to extract. */
  readonly nothing: string | null;
  readonly form: ExtractionForm | null;
};

function latestReconciled(state: ReviewState, record: string): ReconciledRows | null {
  const all = groupOf(state, countedFor(state, record)).flatMap(
    (id) => state.extraction.reconciled.get(id) ?? [],
  );
  return all.sort((a, b) => b.event - a.event)[0] ?? null;
}

/** Where a report stands. This is the truth; what a person may be told is `mayKnowExtraction`. */
export function extractionOutcome(state: ReviewState, record: string): ExtractionOutcome {
  const plan = extractionPlan(state);
  const done = submittedExtractions(state, record);
  const required = plan?.extractors ?? 0;
  const open = { submitted: done.length, required, by: null, rows: [], nothing: null, form: null };
  if (plan === null) return { ...open, status: "not-planned" };
  if (done.length < required) return { ...open, status: "waiting" };
  const reconciled = latestReconciled(state, record);
  // What was submitted after somebody reconciled has to be reconciled again.
  if (reconciled && done.every(({ submitted }) => (submitted?.event ?? 0) < reconciled.event))
    return {
      ...open,
      status: "extracted",
      by: "reconciled",
      rows: reconciled.rows,
      form: formOf(state, reconciled.form, reconciled.version),
    };
  const [first, ...others] = done;
  if (!first || !others.every((other) => sameRows(rowsOf(first), rowsOf(other))))
    return { ...open, status: "to-reconcile" };
  const one = first.rows.values().next().value;
  return {
    ...open,
    status: "extracted",
    by: done.length === 1 ? "one" : "agreement",
    rows: rowsOf(first),
    nothing: first.submitted?.nothing ?? null,
    form: one ? formOf(state, one.form, one.version) : plan.definition,
  };
}

export type ExtractedRow = { readonly record: string; readonly form: string; readonly row: ExtractionRow };

/** All rows that count, of the reports that are on the final list, in the order of the records. */
export const extractedRows = (state: ReviewState): readonly ExtractedRow[] =>
  selectedRecords(state).flatMap(({ record }) => {
    const { rows, form } = extractionOutcome(state, record.id);
    return rows.map((row) => ({
      record: record.id,
      form: form ? versionName(form.id, form.version) : "",
      row,
    }));
  });
