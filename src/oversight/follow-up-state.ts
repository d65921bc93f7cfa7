// The state machine of a recommendation (evidence of follow-up): events in, state out. Nothing is stored
// here and nothing is typed: overdue comes from dates and today, the state from the actions.

import { fail, ok, type Problem, type Result } from "#kernel";
import type { FollowUpEvent, FollowUpRow, RecommendationState } from "#records";
import { applyEvent } from "./apply-event.ts";
import { daysBetween } from "./calendar.ts";
import { emptyBook, type FollowUpBook, isImplemented, isOpen } from "./follow-up-book.ts";

export type FollowUpState = FollowUpBook & {
  readonly state: RecommendationState;
  readonly responseOverdue: boolean;
  /** Ids of open actions whose day has passed. */
  readonly overdueActions: readonly string[];
  readonly overdue: boolean;
};

/** The state of the whole: from its actions, else from what was reported, else from how far the response is. */
export function recommendationState(book: FollowUpBook): RecommendationState {
  if (book.closed) return book.closed.state;
  if (book.begun === "nothing" || book.begun === "drafted") return "drafted";
  if (book.verdict === "rejected") return "rejected";
  if (book.verdict === null) return book.begun === "issued" ? "issued" : "response-due";
  if (book.actions.length === 0) return book.reported?.state ?? "accepted-without-action";
  const live = book.actions.filter(({ state }) => state !== "cancelled" && state !== "no-longer-applicable");
  if (live.length === 0)
    return book.actions.some(({ state }) => state === "cancelled") ? "cancelled" : "no-longer-applicable";
  if (live.every(({ state }) => state === "verified")) return "verified";
  if (live.every(({ state }) => isImplemented(state))) return "completed";
  return live.some(({ state }) => state !== "action-planned") ? "initiated" : "action-planned";
}

/**
 * What has become of a recommendation: its events replayed in order, each checked against the state it
 * found, then today laid over the dates.
 *
 * A date lies in the past when it is before `today`: what is due today is not overdue. The state of the
 * recommendation is computed from its actions; one accepted without any is `accepted-without-action`.
 *
 * @param events of one recommendation, in the order they were recorded
 * @param today ISO date, in the time zone of the office
 * @limits It trusts the order in which events were recorded: a day stated for an event is not used to sort them.
 * @source UNDP, IOM, UNEP and ILO practice of management responses; decision docs/decisions/0019-follow-up-as-events.md
 * @returns the state; or the problem of every event that does not fit, each skipped and the rest replayed
 * @example
 * followUpState([], "2026-03-01").ok // => true
 */
export function followUpState(events: readonly FollowUpEvent[], today: string): Result<FollowUpState> {
  const problems: Problem[] = [];
  let book = emptyBook;
  for (const event of events) {
    const next = applyEvent(book, event);
    if (next.ok) book = next.value;
    else problems.push(...next.problems);
  }
  const [first, ...others] = problems;
  return first ? fail(first, ...others) : ok(stateOf(book, today));
}

function stateOf(book: FollowUpBook, today: string): FollowUpState {
  const state = recommendationState(book);
  const responseOverdue = state === "response-due" && book.responseDue !== null && book.responseDue < today;
  const works = book.closed === null && book.verdict !== null && book.verdict !== "rejected";
  const overdueActions = works
    ? book.actions
        .filter((action) => isOpen(action.state) && action.due !== null && action.due < today)
        .map(({ id }) => id)
    : [];
  return {
    ...book,
    state,
    responseOverdue,
    overdueActions,
    overdue: responseOverdue || overdueActions.length > 0,
  };
}

/**
 * The row a list or a figure needs of one recommendation. Today is not in it: overdue is asked of the two
 * due dates when the list is made, so that a row does not grow old overnight.
 *
 * @example
 * followUpRow("rec-1", [], followUpState([], "2026-03-01").value).state // => "drafted"
 */
export function followUpRow(
  recommendation: string,
  events: readonly FollowUpEvent[],
  of: FollowUpState,
): FollowUpRow {
  const works = of.closed === null && of.verdict !== null && of.verdict !== "rejected";
  const open = works ? of.actions.filter(({ state }) => isOpen(state)) : [];
  const dues = open.flatMap(({ due }) => (due === null ? [] : [due])).sort();
  const completions = of.actions.flatMap(({ completedOn }) => completedOn ?? []).sort();
  const lastCompletion = isImplemented(of.state) ? (completions.at(-1) ?? null) : null;
  return {
    recommendation,
    state: of.state,
    verdict: of.verdict,
    answeredInGeneral: of.generalAnswers > 0 && of.verdict === null,
    responseDue: of.state === "response-due" ? of.responseDue : null,
    actionDue: dues[0] ?? null,
    actions: of.actions.length,
    toVerify: works ? of.actions.filter(({ state }) => state === "completed").length : 0,
    owners: [...new Set(open.flatMap(({ ownerAccount }) => ownerAccount ?? []))].sort(),
    responseDays: daysBetween(of.askedOn ?? of.issuedOn, of.respondedOn),
    completionDays: daysBetween(of.respondedOn, lastCompletion),
    events: events.length,
  };
}
