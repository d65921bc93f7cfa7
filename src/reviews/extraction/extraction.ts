// The acts of extraction: when each fits, and what it changes.

import { type Problem, problem } from "#kernel";
import type { ExtractionAct, ExtractionForm, ExtractionRow } from "#records";
import { notIncluded } from "../appraisal/appraisal.ts";
import { appraisalOutcome } from "../appraisal/appraisal-outcome.ts";
import { versionName } from "../appraisal/appraisal-state.ts";
import { twice } from "../appraisal/instrument-problems.ts";
import { unknownRecords } from "../records/records.ts";
import type { ActRules } from "../slice.ts";
import type { ReviewState } from "../state.ts";
import {
  enoughExtracted,
  extractionOutcome,
  extractionPlan,
  formOf,
  submittedExtractions,
} from "./extraction-outcome.ts";
import type { OwnExtraction } from "./extraction-state.ts";
import { emptyRequired, formProblems, rowProblems } from "./form-problems.ts";

const nothing = "Nothing was recorded.";

const one = (code: string, message: string, field: string): readonly Problem[] => [
  problem(code, `${message} ${nothing}`, { field }),
];

/** A report on the final list, and the form the protocol names. */
function notPlanned(
  state: ReviewState,
  { record, form, version }: { readonly record: string; readonly form: string; readonly version: string },
): readonly Problem[] {
  const there = notIncluded(state, record);
  if (there.length > 0) return there;
  if (appraisalOutcome(state, record).status === "excluded")
    return one(
      "reviews.record-not-included",
      `${record} was excluded on its appraisal, so nothing is extracted from it.`,
      "record",
    );
  const plan = extractionPlan(state);
  if (plan === null)
    return one(
      "reviews.not-planned",
      "The protocol plans no extraction. Choose a form on the page of forms; that amends the protocol.",
      "form",
    );
  if (plan.form !== form || plan.version !== version)
    return one(
      "reviews.definition-stands-otherwise",
      `The protocol names the form ${versionName(plan.form, plan.version)}, and this is filled in to ${versionName(form, version)}. Look at the page anew.`,
      "form",
    );
  return plan.definition === null
    ? one(
        "reviews.definition-unknown",
        `The protocol names the form ${versionName(form, version)}, which was not taken into the review. An owner takes it on the page of forms.`,
        "form",
      )
    : [];
}

const own = (state: ReviewState, record: string, by: string): OwnExtraction | null =>
  state.extraction.own.get(record)?.get(by) ?? null;

function ownToWrite(state: ReviewState, record: string, by: string): OwnExtraction {
  const ofRecord = state.extraction.own.get(record) ?? new Map<string, OwnExtraction>();
  state.extraction.own.set(record, ofRecord);
  const found = ofRecord.get(by) ?? { by, rows: new Map(), submitted: null, last: 0 };
  ofRecord.set(by, found);
  return found;
}

const submittedAlready = (state: ReviewState, record: string, by: string): readonly Problem[] =>
  own(state, record, by)?.submitted
    ? one(
        "reviews.submitted-already",
        `You have submitted what you extracted from ${record}. Open it again first; others may have seen it.`,
        "record",
      )
    : [];

const rowOf = ({ row, anchor, typed, proposal, cells }: ExtractionRow): ExtractionRow => ({
  row,
  anchor,
  typed,
  proposal,
  cells,
});

function openCells(form: ExtractionForm | null, rows: Iterable<ExtractionRow>): readonly Problem[] {
  const found: Problem[] = [];
  for (const row of rows) {
    const empty = form ? emptyRequired(form, row) : [];
    if (empty.length > 0)
      found.push(
        ...one(
          "reviews.answers-open",
          `Row ${row.row} has nothing in ${empty.join(", ")}. Give a value, or say that it is not reported.`,
          empty[0] ?? "rows",
        ),
      );
  }
  return found;
}

export const extractionActs: ActRules<ExtractionAct["kind"]> = {
  "form.defined": {
    parts: ["owner"],
    does: "define extraction forms",
    check: (state, { form }) => {
      const name = versionName(form.id, form.version);
      return state.extraction.used.has(name)
        ? one(
            "reviews.definition-in-use",
            `There are rows filled in to ${name}, and they mean what it said then. Give the changed form a new version.`,
            "form.version",
          )
        : formProblems(form);
    },
    apply: (state, { act: { form }, number }) => {
      state.extraction.forms.set(versionName(form.id, form.version), { form, event: number });
    },
  },
  "extraction.row-set": {
    parts: ["reviewer"],
    does: "extract from reports",
    check: (state, act, by) => {
      const unplanned = notPlanned(state, act);
      if (unplanned.length > 0) return unplanned;
      const form = formOf(state, act.form, act.version);
      const already = submittedAlready(state, act.record, by);
      return already.length > 0 || !form ? already : rowProblems(form, act, act.record);
    },
    apply: (state, { act, number, at, by }) => {
      const { form, version } = act;
      const mine = ownToWrite(state, act.record, by);
      mine.rows.set(act.row, { ...rowOf(act), form, version, event: number, at });
      mine.last = number;
      state.extraction.used.add(versionName(form, version));
    },
  },
  "extraction.row-removed": {
    parts: ["reviewer"],
    does: "take out their rows",
    check: (state, { record, row }, by) => {
      const unknown = unknownRecords(state, [record]);
      if (unknown.length > 0) return unknown;
      const already = submittedAlready(state, record, by);
      if (already.length > 0) return already;
      return own(state, record, by)?.rows.has(row)
        ? []
        : one("reviews.row-unknown", `You have no row ${row} of ${record}.`, "row");
    },
    apply: (state, { act: { record, row }, number, by }) => {
      const mine = ownToWrite(state, record, by);
      mine.rows.delete(row);
      mine.last = number;
    },
  },
  "extraction.submitted": {
    parts: ["reviewer"],
    does: "extract from reports",
    check: (state, { record, nothing: why }, by) => {
      const plan = extractionPlan(state);
      const unplanned = notPlanned(state, {
        record,
        form: plan?.form ?? "",
        version: plan?.version ?? "",
      });
      if (unplanned.length > 0) return unplanned;
      const already = submittedAlready(state, record, by);
      if (already.length > 0) return already;
      const rows = own(state, record, by)?.rows ?? new Map();
      if (rows.size === 0 && why === null)
        return one(
          "reviews.answers-open",
          `You have no row of ${record}. Fill one in, or say why the report has nothing to extract.`,
          "nothing",
        );
      if (rows.size > 0 && why !== null)
        return one(
          "reviews.cell-unfit",
          `You have ${rows.size} rows of ${record} and say that it has nothing to extract. Take the rows out, or leave the reason out.`,
          "nothing",
        );
      const earlier = [...rows.values()].filter(
        (row) => row.form !== plan?.form || row.version !== plan?.version,
      );
      if (earlier.length > 0)
        return one(
          "reviews.definition-stands-otherwise",
          `Rows ${earlier.map(({ row }) => row).join(", ")} are filled in to ${versionName(earlier[0]?.form ?? "", earlier[0]?.version ?? "")}; the protocol names ${versionName(plan?.form ?? "", plan?.version ?? "")} by now. Save them anew by the form that stands.`,
          "rows",
        );
      return openCells(plan?.definition ?? null, rows.values());
    },
    apply: (state, { act: { record, nothing: why }, number, at, by }) => {
      const mine = ownToWrite(state, record, by);
      mine.submitted = { event: number, at, nothing: why };
      mine.last = number;
    },
  },
  "extraction.withdrawn": {
    parts: ["reviewer"],
    does: "open what they extracted again",
    check: (state, { record }, by) =>
      own(state, record, by)?.submitted
        ? []
        : one("reviews.cannot-withdraw", `You have submitted nothing of ${record} to open again.`, "record"),
    apply: (state, { act: { record }, number, by }) => {
      const mine = ownToWrite(state, record, by);
      mine.submitted = null;
      mine.last = number;
    },
  },
  "extraction.reconciled": {
    parts: ["adjudicator"],
    does: "reconcile what was extracted",
    check: (state, act) => {
      const unplanned = notPlanned(state, act);
      if (unplanned.length > 0) return unplanned;
      const { status, by } = extractionOutcome(state, act.record);
      if (!enoughExtracted(state, act.record) || (status !== "to-reconcile" && by !== "reconciled"))
        return one(
          "reviews.nothing-to-settle",
          status === "waiting"
            ? `${act.record} still waits for others: ${submittedExtractions(state, act.record).length} of ${extractionPlan(state)?.extractors ?? 1} have submitted.`
            : `Everybody who extracted from ${act.record} has the same rows; there is nothing to reconcile.`,
          "record",
        );
      const form = formOf(state, act.form, act.version);
      return form
        ? [
            ...twice(
              "rows",
              act.rows.map(({ row }) => row),
              "rows",
            ),
            ...act.rows.flatMap((row) => rowProblems(form, row, act.record)),
            ...openCells(form, act.rows),
          ]
        : [];
    },
    apply: (state, { act, number, at, by }) => {
      const { record, form, version, rows, reason } = act;
      const all = state.extraction.reconciled.get(record) ?? [];
      state.extraction.reconciled.set(record, all);
      all.push({ event: number, at, by, form, version, rows: rows.map(rowOf), reason });
      state.extraction.used.add(versionName(form, version));
    },
  },
};
