// One step of the state machine: the book before, an event, the book after, or the sentence why not.

import { fail, ok, type Problem, problem, type Result } from "#kernel";
import type { FollowUpEvent, ReportedState } from "#records";
import { isDay } from "./calendar.ts";
import type { ActionFollowUp, FollowUpBook } from "./follow-up-book.ts";
import type { OversightProblemCode } from "./problems.ts";

const named = (event: FollowUpEvent) =>
  event.action === null
    ? `Recommendation ${event.recommendation}`
    : `Action ${event.action} of recommendation ${event.recommendation}`;

const refuse = (code: OversightProblemCode, event: FollowUpEvent, why: string): Result<never> =>
  fail(problem(code, `${named(event)}, ${event.data.kind}: ${why}`, { field: event.data.kind }));
const notOpen = (event: FollowUpEvent, why: string) => refuse("oversight.step-not-open", event, why);

const given = (text: string | null): boolean => text !== null && text.trim() !== "";

/** The book after one event, or why the event does not fit. */
export function applyEvent(book: FollowUpBook, event: FollowUpEvent): Result<FollowUpBook> {
  const faults = faultsOf(event);
  if (faults !== null) return fail(faults);
  const { data } = event;
  if (data.kind === "commented") return event.action === null ? ok(book) : known(book, event, () => ok(book));
  if (event.action !== null && data.kind !== "action-planned") return known(book, event, actionStep);
  switch (data.kind) {
    case "drafted":
      return book.begun === "nothing"
        ? ok({ ...book, begun: "drafted" })
        : notOpen(event, "it is on record already and cannot be drafted again.");
    case "issued":
      return book.begun === "nothing" || book.begun === "drafted"
        ? ok({ ...book, begun: "issued", issuedOn: event.on })
        : notOpen(event, "it was issued before.");
    case "response-asked":
      if (book.closed) return closedStep(event);
      if (book.begun === "nothing" || book.begun === "drafted")
        return notOpen(event, "it is a draft. Issue it before asking for a response.");
      if (book.verdict !== null) return notOpen(event, "it has been answered. Reopen it to ask again.");
      return ok({
        ...book,
        begun: "response-asked",
        askedOn: book.askedOn ?? event.on,
        responseDue: data.due,
        unit: data.unit ?? book.unit,
      });
    case "answered-in-general":
      return mayAnswer(book, event) ?? ok({ ...book, generalAnswers: book.generalAnswers + 1 });
    case "responded":
      return (
        mayAnswer(book, event) ??
        ok({ ...book, verdict: data.verdict, verdictReason: data.reason, respondedOn: event.on })
      );
    case "action-planned":
      return planned(book, event);
    case "due-changed":
      if (book.begun !== "response-asked" || book.verdict !== null || book.closed)
        return notOpen(event, "no response is awaited whose day could be changed.");
      return ok({ ...book, responseDue: data.due });
    case "no-longer-applicable":
    case "cancelled":
      if (book.closed) return closedStep(event);
      if (book.begun === "nothing" || book.begun === "drafted")
        return notOpen(event, "it is a draft; there is nothing to close yet.");
      if (book.verdict === "rejected") return notOpen(event, "it was rejected; that closes it already.");
      if (book.actions.length > 0)
        return notOpen(event, "it has actions, and its state is that of its actions. Close each of them.");
      return ok({ ...book, closed: { state: data.kind, reason: data.reason } });
    case "reopened":
      if (book.closed) return ok({ ...book, closed: null });
      if (book.verdict === null) return notOpen(event, "it is open already.");
      return ok({ ...book, begun: "response-asked", verdict: null, verdictReason: null, respondedOn: null });
    case "imported-status":
      return importedStatus(book, event, data.state);
    default:
      return notOpen(event, "this is recorded for an action. Name the action it concerns.");
  }
}

/** What no state could make right: a missing reason, a date that is none. */
function faultsOf(event: FollowUpEvent): Problem | null {
  const { data } = event;
  const first = (found: Result<never>) => (found.ok ? null : found.problems[0]!);
  const days = [event.on, "due" in data ? data.due : null];
  for (const day of days)
    if (day !== null && !isDay(day))
      return first(
        refuse("oversight.date-unreadable", event, `"${day.slice(0, 40)}" is not a day. Write 2026-03-31.`),
      );
  const needs =
    data.kind === "no-longer-applicable" ||
    data.kind === "cancelled" ||
    data.kind === "due-changed" ||
    data.kind === "reopened" ||
    (data.kind === "responded" && data.verdict !== "accepted");
  if (needs && !given(data.reason))
    return first(
      refuse(
        "oversight.reason-missing",
        event,
        "this needs a reason, so that readers can understand it. Say why.",
      ),
    );
  const empty =
    (data.kind === "commented" || data.kind === "action-planned") && !given(data.text)
      ? "its text is empty."
      : null;
  return empty === null
    ? null
    : first(refuse("oversight.reason-missing", event, `${empty} Write what is meant.`));
}

const closedStep = (event: FollowUpEvent) =>
  notOpen(event, "it was closed. Reopen it first, with the reason.");

function mayAnswer(book: FollowUpBook, event: FollowUpEvent): Result<never> | null {
  if (book.closed) return closedStep(event);
  if (book.begun === "nothing" || book.begun === "drafted")
    return notOpen(event, "it is a draft. A response answers a recommendation that was issued.");
  if (book.verdict !== null)
    return notOpen(
      event,
      "it has been answered. Reopen it to change the response; the former one stays in the history.",
    );
  return null;
}

function planned(book: FollowUpBook, event: FollowUpEvent): Result<FollowUpBook> {
  const { data, action } = event;
  if (data.kind !== "action-planned") return ok(book);
  if (book.closed) return closedStep(event);
  if (book.verdict !== "accepted" && book.verdict !== "partially-accepted")
    return notOpen(event, "actions follow an accepted recommendation. Record the response first.");
  if (action === null || book.actions.some(({ id }) => id === action))
    return refuse("oversight.action-unknown", event, "a new action needs a number that is not in use.");
  const { text, owner, ownerAccount, due, printedDue } = data;
  const made: ActionFollowUp = {
    id: action,
    text,
    owner,
    ownerAccount,
    due,
    printedDue,
    state: "action-planned",
    reason: null,
    completedBy: null,
    completedOn: null,
    verifiedBy: null,
    evidence: [],
    reported: null,
  };
  return ok({ ...book, actions: [...book.actions, made] });
}

function known(
  book: FollowUpBook,
  event: FollowUpEvent,
  step: (book: FollowUpBook, event: FollowUpEvent, action: ActionFollowUp) => Result<FollowUpBook>,
): Result<FollowUpBook> {
  const action = book.actions.find(({ id }) => id === event.action);
  return action
    ? step(book, event, action)
    : refuse("oversight.action-unknown", event, "there is no such action. Plan it first.");
}

function actionStep(book: FollowUpBook, event: FollowUpEvent, action: ActionFollowUp): Result<FollowUpBook> {
  const { data } = event;
  const put = (change: Partial<ActionFollowUp>): Result<FollowUpBook> =>
    ok({ ...book, actions: book.actions.map((one) => (one.id === action.id ? { ...one, ...change } : one)) });
  if (book.closed) return closedStep(event);
  if (data.kind === "evidence-attached")
    return put({ evidence: [...action.evidence, { source: data.source, note: data.note }] });
  if (book.verdict === null || book.verdict === "rejected")
    return notOpen(event, "the response stands open or is a rejection; actions go on once it is accepted.");
  const open = action.state === "action-planned" || action.state === "initiated";
  switch (data.kind) {
    case "initiated":
      return action.state === "action-planned"
        ? put({ state: "initiated" })
        : notOpen(event, `it is ${action.state} and cannot be begun.`);
    case "completed":
      return open
        ? put({ state: "completed", completedBy: event.by, completedOn: event.on })
        : notOpen(event, `it is ${action.state} and cannot be completed.`);
    case "verified":
      if (action.state !== "completed") return notOpen(event, "only a completed action can be verified.");
      if (action.completedBy === event.by)
        return refuse(
          "oversight.verifier-same",
          event,
          "whoever completed an action cannot also verify it. Let somebody else look at the evidence.",
        );
      if (action.evidence.length === 0)
        return refuse(
          "oversight.evidence-missing",
          event,
          "no evidence is attached that could be looked at. Attach the document that shows the work.",
        );
      return put({ state: "verified", verifiedBy: event.by });
    case "due-changed":
      return open
        ? put({ due: data.due })
        : notOpen(event, `it is ${action.state}; its day no longer counts.`);
    case "no-longer-applicable":
    case "cancelled":
      return open
        ? put({ state: data.kind, reason: data.reason })
        : notOpen(event, `it is ${action.state} and is not open.`);
    case "reopened":
      return open
        ? notOpen(event, "it is open already.")
        : put({ state: "initiated", reason: null, completedBy: null, completedOn: null, verifiedBy: null });
    case "imported-status":
      return put({
        ...stated(data.state, event),
        reported: { system: data.system, original: data.original },
      });
    default:
      return notOpen(event, "this concerns the recommendation as a whole, not one action.");
  }
}

/** What a status of another system makes of an action; a status may go back, as it does there. */
function stated(state: ReportedState | null, event: FollowUpEvent): Partial<ActionFollowUp> {
  if (state === null) return {};
  const done = state === "completed";
  const ended = state === "cancelled" || state === "no-longer-applicable";
  return {
    state,
    completedBy: done ? event.by : null,
    completedOn: done ? event.on : null,
    verifiedBy: null,
    reason: ended && event.data.kind === "imported-status" ? event.data.reason : null,
  };
}

/** A status for the whole counts where the source states no actions; with actions it is only kept. */
function importedStatus(
  book: FollowUpBook,
  event: FollowUpEvent,
  state: ReportedState | null,
): Result<FollowUpBook> {
  if (event.data.kind !== "imported-status" || state === null) return ok(book);
  const { system, original } = event.data;
  return ok({ ...book, reported: { system, original, state } });
}
