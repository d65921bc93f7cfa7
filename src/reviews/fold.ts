import type { ReviewEvent } from "#records";
import { actRules } from "./acts.ts";
import { emptyAppraisal } from "./appraisal/appraisal-state.ts";
import { emptyCoding } from "./coding/coding-state.ts";
import { emptyExtraction } from "./extraction/extraction-state.ts";
import { emptyMembers } from "./members/members-state.ts";
import { countAct } from "./protocol/protocol.ts";
import { emptyProtocol } from "./protocol/protocol-state.ts";
import { emptyRecords } from "./records/records-state.ts";
import { emptyReport } from "./report/report-state.ts";
import { emptyScreening } from "./screening/screening-state.ts";
import type { ActRule } from "./slice.ts";
import type { ReviewState } from "./state.ts";
import { emptySynthesis } from "./synthesis/synthesis-state.ts";

/** A review in which nothing has happened. */
export const emptyReview = (id: string): ReviewState => ({
  id,
  last: 0,
  lastAt: null,
  members: emptyMembers(),
  protocol: emptyProtocol(),
  records: emptyRecords(),
  screening: emptyScreening(),
  appraisal: emptyAppraisal(),
  extraction: emptyExtraction(),
  coding: emptyCoding(),
  synthesis: emptySynthesis(),
  report: emptyReport(),
});

/**
 * Writes the next event into the state, in place: a review of 100,000 decisions is not copied for each.
 *
 * @throws when events are left out or come twice, a defect of the caller
 */
export function applyEvent(state: ReviewState, event: ReviewEvent): void {
  if (event.number !== state.last + 1)
    throw new Error(`Event ${event.number} of review ${state.id} was given after event ${state.last}.`);
  (actRules[event.act.kind] as ActRule<typeof event.act.kind>).apply(state, event as never);
  countAct(state, event.act.kind);
  state.last = event.number;
  state.lastAt = event.at;
}

/** The state after all events, in their order: the same events give the same state anywhere. */
export function foldReview(id: string, events: Iterable<ReviewEvent>): ReviewState {
  const state = emptyReview(id);
  for (const event of events) applyEvent(state, event);
  return state;
}
