// How far a review is as a whole, as far as whoever looks may know it.

import type { ScreeningStage } from "#records";
import { appraisalOutcome, appraisalPlan, selectedRecords } from "./appraisal/appraisal-outcome.ts";
import { statusFor, type Viewer } from "./blind.ts";
import { mayKnowAppraisal, mayKnowExtraction } from "./blind-appraisal.ts";
import { isReportCoded } from "./coding/coding-progress.ts";
import type { Coding } from "./coding/coding-state.ts";
import { codersOf, codings } from "./coding/double-coding.ts";
import { extractionOutcome, extractionPlan } from "./extraction/extraction-outcome.ts";
import { standingProtocol } from "./protocol/protocol.ts";
import { includedRecords, stageRecords, usedStages } from "./screening/outcome.ts";
import type { ReviewState } from "./state.ts";

export type StageProgress = {
  readonly stage: ScreeningStage;
  /** Records that came to the stage; the sum of the others. */
  readonly records: number;
  readonly included: number;
  readonly excluded: number;
  /** Not settled, or not to be told yet. */
  readonly waiting: number;
  /** Conflicts, and records everybody found merely possible. */
  readonly conflicts: number;
  /** The full text could not be obtained. */
  readonly notRetrieved: number;
  /** Left unread when reading was stopped by rule. */
  readonly unread: number;
};

/** Reports of a part of the work: done, to be reconciled by an adjudicator, and the rest, which wait. */
export type PartProgress = {
  readonly reports: number;
  readonly done: number;
  readonly toReconcile: number;
};

export type ReviewProgress = {
  readonly screening: readonly StageProgress[];
  /** Null where the protocol plans none. */
  readonly appraisal: (PartProgress & { readonly excluded: number }) | null;
  readonly extraction: PartProgress | null;
  readonly coding: { readonly reports: number; readonly done: number; readonly begun: number } | null;
  /** Codings that count and whose report may be read. */
  readonly codings: number;
  readonly codes: number;
  readonly selected: number;
  readonly themes: number;
  readonly findings: number;
  readonly edition: { readonly edition: number; readonly at: string } | null;
};

function stageProgress(state: ReviewState, stage: ScreeningStage, viewer: Viewer): StageProgress {
  const counts = {
    included: 0,
    excluded: 0,
    "not-retrieved": 0,
    waiting: 0,
    conflict: 0,
    possible: 0,
    unread: 0,
  };
  const records = stageRecords(state, stage);
  for (const { record } of records) counts[statusFor(state, stage, record.id, viewer)]++;
  const { included, excluded, waiting, conflict, possible, unread } = counts;
  return {
    stage,
    records: records.length,
    included,
    excluded,
    waiting,
    conflicts: conflict + possible,
    notRetrieved: counts["not-retrieved"],
    unread,
  };
}

function appraisalProgress(state: ReviewState, viewer: Viewer): ReviewProgress["appraisal"] {
  if (appraisalPlan(state) === null) return null;
  const found = { reports: 0, done: 0, toReconcile: 0, excluded: 0 };
  for (const { record } of includedRecords(state)) {
    found.reports++;
    const { status } = appraisalOutcome(state, record.id);
    const decided = status === "included" || status === "excluded";
    if (status === "excluded") found.excluded++;
    if (decided || (status === "appraised" && mayKnowAppraisal(state, record.id, viewer))) found.done++;
    else if (status === "to-reconcile" && mayKnowAppraisal(state, record.id, viewer)) found.toReconcile++;
  }
  return found;
}

function extractionProgress(state: ReviewState, viewer: Viewer): PartProgress | null {
  if (extractionPlan(state) === null) return null;
  const found = { reports: 0, done: 0, toReconcile: 0 };
  for (const { record } of selectedRecords(state)) {
    found.reports++;
    if (!mayKnowExtraction(state, record.id, viewer)) continue;
    const { status } = extractionOutcome(state, record.id);
    if (status === "extracted") found.done++;
    else if (status === "to-reconcile") found.toReconcile++;
  }
  return found;
}

function codingProgress(state: ReviewState): ReviewProgress["coding"] {
  if ((standingProtocol(state)?.protocol.coding ?? null) === null) return null;
  const found = { reports: 0, done: 0, begun: 0 };
  for (const { record } of selectedRecords(state)) {
    found.reports++;
    if (isReportCoded(state, record.id)) found.done++;
    else if (codersOf(state, record.id).length > 0) found.begun++;
  }
  return found;
}

/**
 * Every part of a review in numbers. What is decided blind and not settled counts as waiting for those who may
 * not know it.
 *
 * @param viewer the account of whoever looks; null for readers who take no part
 * @param mayRead whether they may read what a coding stands in
 */
export function reviewProgress(
  state: ReviewState,
  viewer: Viewer,
  mayRead: (coding: Coding) => boolean,
): ReviewProgress {
  const edition = state.report.editions.at(-1);
  return {
    screening: usedStages(state).map((stage) => stageProgress(state, stage, viewer)),
    appraisal: appraisalProgress(state, viewer),
    extraction: extractionProgress(state, viewer),
    coding: codingProgress(state),
    codings: codings(state).filter(mayRead).length,
    codes: state.coding.codes.size,
    selected: selectedRecords(state).length,
    themes: state.synthesis.themes.size,
    findings: state.synthesis.findings.size,
    edition: edition ? { edition: edition.edition, at: edition.at } : null,
  };
}
