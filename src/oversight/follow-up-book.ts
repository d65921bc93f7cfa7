// What the events of a recommendation come to, before today is looked at.

import type { ActionState, ReportedState, Verdict } from "#records";

export type ActionFollowUp = {
  readonly id: string;
  readonly text: string;
  readonly owner: string | null;
  readonly ownerAccount: string | null;
  readonly due: string | null;
  readonly printedDue: string | null;
  readonly state: ActionState;
  /** Why it was cancelled or is no longer applicable. */
  readonly reason: string | null;
  /** Who completed it last, and on which day. */
  readonly completedBy: string | null;
  readonly completedOn: string | null;
  readonly verifiedBy: string | null;
  readonly evidence: readonly { readonly source: string; readonly note: string | null }[];
  /** The last status another system gave it, as written there. */
  readonly reported: { readonly system: string; readonly original: string } | null;
};

/** What the events come to, before today is looked at. */
export type FollowUpBook = {
  readonly begun: "nothing" | "drafted" | "issued" | "response-asked";
  readonly issuedOn: string | null;
  readonly askedOn: string | null;
  readonly responseDue: string | null;
  readonly unit: string | null;
  readonly verdict: Verdict | null;
  readonly verdictReason: string | null;
  readonly respondedOn: string | null;
  readonly generalAnswers: number;
  readonly actions: readonly ActionFollowUp[];
  /** The recommendation as a whole, where it has no actions to close. */
  readonly closed: {
    readonly state: "no-longer-applicable" | "cancelled";
    readonly reason: string | null;
  } | null;
  /** A status for the whole, where the source states no actions. */
  readonly reported: {
    readonly system: string;
    readonly original: string;
    readonly state: ReportedState;
  } | null;
};

export const emptyBook: FollowUpBook = {
  begun: "nothing",
  issuedOn: null,
  askedOn: null,
  responseDue: null,
  unit: null,
  verdict: null,
  verdictReason: null,
  respondedOn: null,
  generalAnswers: 0,
  actions: [],
  closed: null,
  reported: null,
};

export const isOpen = (state: ActionState): boolean => state === "action-planned" || state === "initiated";
export const isImplemented = (state: string): boolean => state === "completed" || state === "verified";
