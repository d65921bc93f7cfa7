// What a person may be told. Where the protocol asks for blind work, nobody learns what another decided on a
// record before it is settled; an adjudicator learns it once as many as needed have decided. The server sends
// nothing else: lists, counts of one record, history, notes and the log all ask here.

import type { ReviewEvent, ScreeningStage } from "#records";
import { mayKnowAppraisal, mayKnowExtraction } from "./blind-appraisal.ts";
import type { Coding } from "./coding/coding-state.ts";
import { mayKnowCodings } from "./coding/double-coding.ts";
import { memberParts } from "./members/members.ts";
import { planOf, screeningOutcome, stageOutcome, statusAt } from "./screening/outcome.ts";
import type { ReviewState } from "./state.ts";

/** Whoever asks: the account of a member, `operator`, or null for readers who take no part. */
export type Viewer = string | null;

/**
 * Whether somebody may know what others decided on a record at a stage. The operator may: the log lies on
 * the operator's disk.
 */
export function mayKnow(state: ReviewState, stage: ScreeningStage, record: string, viewer: Viewer): boolean {
  if (viewer === "operator") return true;
  const { status, enough } = stageOutcome(state, stage, record);
  if (status === "included" || status === "excluded" || status === "not-retrieved") return true;
  if (viewer === null) return false;
  if (planOf(state, stage)?.blind === false) return true;
  return enough && memberParts(state, viewer).includes("adjudicator");
}

export type ToldOutcome = {
  readonly stage: ScreeningStage | null;
  readonly status: "waiting" | "conflict" | "possible" | "included" | "excluded" | "not-retrieved" | "unread";
  readonly criterion: string | null;
};

/** Where a record stands as far as somebody may know: what is not settled is "waiting" to the others. */
export function outcomeFor(state: ReviewState, record: string, viewer: Viewer): ToldOutcome {
  const { stage, status, criterion } = screeningOutcome(state, record);
  return stage === null
    ? { stage, status, criterion }
    : { stage, status: statusFor(state, stage, record, viewer), criterion };
}

/** The same at one stage. */
export function statusFor(
  state: ReviewState,
  stage: ScreeningStage,
  record: string,
  viewer: Viewer,
): ToldOutcome["status"] {
  const status = statusAt(state, stage, record);
  return status === "unread" || mayKnow(state, stage, record, viewer) ? status : "waiting";
}

/** Whether an event must not be shown to somebody yet. */
export function hiddenFrom(state: ReviewState, event: ReviewEvent, viewer: Viewer): boolean {
  const { act, by } = event;
  if (viewer !== null && (by === viewer || viewer === "operator")) return false;
  switch (act.kind) {
    case "screening.decided":
    case "screening.adjudicated":
      return !mayKnow(state, act.stage, act.record, viewer);
    case "screening.noted": {
      const note = state.screening.notes.get(act.record)?.find((one) => one.event === event.number);
      // One that is newer than the state is told the next time.
      if (viewer === null || note === undefined) return true;
      return note.stage !== null && !mayKnow(state, note.stage, act.record, viewer);
    }
    case "appraisal.drafted":
    case "appraisal.submitted":
    case "appraisal.withdrawn":
      return !mayKnowAppraisal(state, act.record, viewer);
    case "extraction.row-set":
    case "extraction.row-removed":
    case "extraction.submitted":
    case "extraction.withdrawn":
      return !mayKnowExtraction(state, act.record, viewer);
    case "coding.added":
      return !mayKnowCodings(state, act.anchor.record ?? "", viewer);
    case "code.split":
      // Which codings it moves to which of the new codes is part of them.
      return (state.coding.acts.get(event.number)?.touches ?? []).some(
        ({ table, before }) =>
          table === "codings" && before !== null && !mayKnowCodings(state, (before as Coding).record, viewer),
      );
    case "coding.changed":
    case "coding.removed":
    case "coding.accepted":
    case "coding.rejected":
    case "coding.withdrawn":
    case "memo.written": {
      const done = state.coding.acts.get(event.number);
      return done === undefined || (done.record !== null && !mayKnowCodings(state, done.record, viewer));
    }
    default:
      return false;
  }
}
