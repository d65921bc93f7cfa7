import type { Sha256 } from "#kernel";
import type { FollowUpData, FollowUpKind } from "#records";
import { applyEvent } from "./apply-event.ts";
import type { FollowUpBook } from "./follow-up-book.ts";

export type NextStep = {
  readonly kind: FollowUpKind;
  readonly action: string | null;
  /** Null where the step fits; else the sentence why it does not. */
  readonly why: string | null;
  readonly code: string | null;
};

const reason = "…";
const wholeSteps: readonly FollowUpData[] = [
  { kind: "issued" },
  { kind: "response-asked", due: null, unit: null },
  { kind: "responded", verdict: "accepted", reason: null, text: null, passages: [] },
  { kind: "answered-in-general", text: null, passages: [] },
  { kind: "action-planned", text: reason, owner: null, ownerAccount: null, due: null, printedDue: null },
  { kind: "due-changed", due: null, reason },
  { kind: "no-longer-applicable", reason },
  { kind: "cancelled", reason },
  { kind: "reopened", reason },
  { kind: "commented", text: reason },
];
const actionSteps: readonly FollowUpData[] = [
  { kind: "initiated", note: null },
  { kind: "completed", note: null },
  { kind: "evidence-attached", source: "0".repeat(64) as Sha256, note: null },
  { kind: "verified", note: null },
  { kind: "due-changed", due: null, reason },
  { kind: "no-longer-applicable", reason },
  { kind: "cancelled", reason },
  { kind: "reopened", reason },
];

/**
 * What can be done next, for the whole and for each action, by asking the state machine itself: each step is
 * tried, and one that does not fit carries the machine's own sentence why.
 *
 * @param by who asks; whoever completed an action is told that somebody else verifies it
 */
export function nextSteps(recommendation: string, book: FollowUpBook, by: string): readonly NextStep[] {
  const tried = (data: FollowUpData, action: string | null, number: string | null): NextStep => {
    const event = { recommendation, action: number, at: "", on: null, by, data };
    const found = applyEvent(book, event);
    const first = found.ok ? null : found.problems[0]!;
    return { kind: data.kind, action, why: first?.message ?? null, code: first?.code ?? null };
  };
  return [
    ...wholeSteps.map((data) => tried(data, null, data.kind === "action-planned" ? nextAction(book) : null)),
    ...book.actions.flatMap(({ id }) => actionSteps.map((data) => tried(data, id, id))),
  ];
}

/** A number no action has yet. */
export const nextAction = (book: Pick<FollowUpBook, "actions">): string =>
  String(Math.max(0, ...book.actions.map(({ id }) => Number(id) || 0)) + 1);
