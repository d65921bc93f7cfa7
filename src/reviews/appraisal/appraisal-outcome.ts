// Where each record stands in the appraisal, worked out from what was answered.

import {
  type AppraisalAnswer,
  type AppraisalVerdict,
  type Instrument,
  type Judgement,
  type OverallRating,
  overallRating,
} from "#records";
import { standingProtocol } from "../protocol/protocol.ts";
import type { RecordState } from "../records/records-state.ts";
import { countedFor, groupOf, includedRecords } from "../screening/outcome.ts";
import type { ReviewState } from "../state.ts";
import {
  type AppraisalDecision,
  type Reconciliation,
  type Submission,
  versionName,
} from "./appraisal-state.ts";

/** One version of an instrument as this review has it. */
export const instrumentOf = (state: ReviewState, id: string, version: string): Instrument | null =>
  state.appraisal.instruments.get(versionName(id, version))?.instrument ?? null;

export type AppraisalPlan = {
  readonly instrument: string;
  readonly version: string;
  readonly appraisers: number;
  /** Null where the protocol names one that was not taken into the review. */
  readonly definition: Instrument | null;
};

/** What the standing protocol says about appraisal; null where it plans none. */
export function appraisalPlan(state: ReviewState): AppraisalPlan | null {
  const planned = standingProtocol(state)?.protocol.appraisal ?? null;
  return planned && { ...planned, definition: instrumentOf(state, planned.instrument, planned.version) };
}

/**
 * What each person submitted on a record and has not opened again. One on a duplicate counts for the record,
 * unless the person appraised the record itself.
 */
export function standingSubmissions(state: ReviewState, record: string): ReadonlyMap<string, Submission> {
  const found = new Map<string, Submission>();
  for (const id of groupOf(state, countedFor(state, record))) {
    const ofRecord = new Map<string, Submission>();
    for (const one of state.appraisal.submissions.get(id) ?? [])
      if (one.withdrawn === null) ofRecord.set(one.by, one);
    for (const [by, one] of ofRecord) if (!found.has(by)) found.set(by, one);
  }
  return found;
}

const latest = <T extends { readonly event: number }>(
  state: ReviewState,
  by: ReadonlyMap<string, readonly T[]>,
  record: string,
): T | null =>
  groupOf(state, countedFor(state, record))
    .flatMap((id) => by.get(id) ?? [])
    .sort((a, b) => b.event - a.event)[0] ?? null;

/** As many as the protocol asks for have submitted. */
export const enoughAppraised = (state: ReviewState, record: string): boolean =>
  standingSubmissions(state, record).size >= (appraisalPlan(state)?.appraisers ?? 1);

/** Steps of the scale by item. */
export const ratingsByItem = (answers: readonly AppraisalAnswer[]): ReadonlyMap<string, string> =>
  new Map(answers.map(({ item, rating }) => [item, rating]));

/** Items on which the ratings differ, or which not all have answered; in the order of the first. */
export function differingItems(all: readonly (readonly AppraisalAnswer[])[]): readonly string[] {
  const maps = all.map(ratingsByItem);
  const items = [...new Set(all.flatMap((answers) => answers.map(({ item }) => item)))];
  return items.filter((item) => new Set(maps.map((ratings) => ratings.get(item) ?? null)).size > 1);
}

/** Submissions that say the same: same instrument, same ratings, same judgement. */
const agree = (all: readonly Submission[]): boolean =>
  differingItems(all.map(({ content }) => content.answers)).length === 0 &&
  new Set(all.map(({ content: c }) => `${versionName(c.instrument, c.version)} ${c.judgement?.grade ?? ""}`))
    .size === 1;

export const appraisalStatuses = [
  "not-planned",
  "waiting",
  "to-reconcile",
  "appraised",
  "included",
  "excluded",
] as const;
export type AppraisalStatus = (typeof appraisalStatuses)[number];

/** The answers that count for a record in the end. */
export type FinalAppraisal = {
  readonly by: "one" | "agreement" | "reconciled";
  readonly instrument: Instrument;
  readonly answers: readonly AppraisalAnswer[];
  readonly judgement: Judgement | null;
  readonly rule: OverallRating;
};

export type AppraisalOutcome = {
  readonly status: AppraisalStatus;
  /** People whose appraisal stands, and how many are asked for. */
  readonly submitted: number;
  readonly required: number;
  readonly final: FinalAppraisal | null;
  /** What a person decided on the appraisal; a rule never excludes by itself. */
  readonly decision: (AppraisalDecision & { readonly verdict: AppraisalVerdict }) | null;
};

function finalAppraisal(
  state: ReviewState,
  submitted: readonly Submission[],
  reconciled: Reconciliation | null,
): FinalAppraisal | null {
  const first = submitted[0];
  // What was submitted after somebody reconciled has to be reconciled again.
  const settled = reconciled && submitted.every(({ event }) => event < reconciled.event) ? reconciled : null;
  if (!settled && !(first && agree(submitted))) return null;
  const { instrument: id, version, answers, judgement } = settled ?? (first as Submission).content;
  const instrument = instrumentOf(state, id, version);
  if (!instrument) return null;
  return {
    by: settled ? "reconciled" : submitted.length === 1 ? "one" : "agreement",
    instrument,
    answers,
    judgement,
    rule: overallRating(instrument, ratingsByItem(answers)),
  };
}

/** Where a record stands in the appraisal. This is the truth; what a person may be told is `mayKnowAppraisal`. */
export function appraisalOutcome(state: ReviewState, record: string): AppraisalOutcome {
  const plan = appraisalPlan(state);
  const submitted = [...standingSubmissions(state, record).values()];
  const required = plan?.appraisers ?? 0;
  const decision = latest(state, state.appraisal.decisions, record);
  const base = { submitted: submitted.length, required, decision };
  if (plan === null) return { ...base, status: "not-planned", final: null };
  const final =
    submitted.length >= required
      ? finalAppraisal(state, submitted, latest(state, state.appraisal.reconciled, record))
      : null;
  const status: AppraisalStatus = decision
    ? decision.verdict === "exclude"
      ? "excluded"
      : "included"
    : submitted.length < required
      ? "waiting"
      : final
        ? "appraised"
        : "to-reconcile";
  return { ...base, status, final };
}

/**
 * The final list: records that passed the screening and were not excluded on their appraisal. One that is not
 * appraised yet, or in a review that plans no appraisal, is on it.
 */
export const selectedRecords = (state: ReviewState): readonly RecordState[] =>
  includedRecords(state).filter(({ record }) => appraisalOutcome(state, record.id).status !== "excluded");
