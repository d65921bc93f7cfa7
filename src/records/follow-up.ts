// What happens to a recommendation, as events that are only ever added. What they come to is computed by
// `oversight`; nothing here is typed over.

import type { Sha256 } from "#kernel";

export const verdicts = ["accepted", "partially-accepted", "rejected"] as const;
export type Verdict = (typeof verdicts)[number];

/** What a status of another system can come to here. */
export const reportedStates = [
  "action-planned",
  "initiated",
  "completed",
  "no-longer-applicable",
  "cancelled",
] as const;
export type ReportedState = (typeof reportedStates)[number];

/** Each kind with what it must carry. `reason: null` is for imports only, and said to be so. */
export type FollowUpData =
  | { readonly kind: "drafted" }
  | { readonly kind: "issued" }
  | { readonly kind: "response-asked"; readonly due: string | null; readonly unit: string | null }
  | {
      readonly kind: "responded";
      readonly verdict: Verdict;
      readonly reason: string | null;
      readonly text: string | null;
      readonly passages: readonly string[];
    }
  /** Management answered the report as a whole, with no verdict on this recommendation. */
  | {
      readonly kind: "answered-in-general";
      readonly text: string | null;
      readonly passages: readonly string[];
    }
  | {
      readonly kind: "action-planned";
      readonly text: string;
      /** Name of a unit or person, as stated. */
      readonly owner: string | null;
      /** The account that reports on it. */
      readonly ownerAccount: string | null;
      /** ISO date; null where none is stated. */
      readonly due: string | null;
      /** The date in the source's words. */
      readonly printedDue: string | null;
    }
  | { readonly kind: "due-changed"; readonly due: string | null; readonly reason: string }
  | { readonly kind: "initiated"; readonly note: string | null }
  | { readonly kind: "completed"; readonly note: string | null }
  | { readonly kind: "evidence-attached"; readonly source: Sha256; readonly note: string | null }
  | { readonly kind: "verified"; readonly note: string | null }
  | { readonly kind: "no-longer-applicable"; readonly reason: string }
  | { readonly kind: "cancelled"; readonly reason: string }
  | { readonly kind: "reopened"; readonly reason: string }
  | { readonly kind: "commented"; readonly text: string }
  | {
      readonly kind: "imported-status";
      readonly system: string;
      /** The status as the other system writes it. */
      readonly original: string;
      /** What it comes to; null where it says nothing about the state. */
      readonly state: ReportedState | null;
      readonly reason: string | null;
    };

export const followUpKinds = [
  "drafted",
  "issued",
  "response-asked",
  "responded",
  "answered-in-general",
  "action-planned",
  "due-changed",
  "initiated",
  "completed",
  "evidence-attached",
  "verified",
  "no-longer-applicable",
  "cancelled",
  "reopened",
  "commented",
  "imported-status",
] as const satisfies readonly FollowUpData["kind"][];
export type FollowUpKind = FollowUpData["kind"];

export type FollowUpEvent = {
  readonly recommendation: string;
  /** The action it concerns (`1`, `2` …), or null for the recommendation as a whole. */
  readonly action: string | null;
  /** When it was recorded. */
  readonly at: string;
  /** The day it took place; null where the source does not say. */
  readonly on: string | null;
  /** Account id, or `operator`. */
  readonly by: string;
  readonly data: FollowUpData;
};

/** As kept: the number gives the order of all events. */
export type StoredFollowUpEvent = FollowUpEvent & { readonly number: number };

export const followUpStates = [
  "drafted",
  "issued",
  "response-due",
  "rejected",
  "accepted-without-action",
  "action-planned",
  "initiated",
  "completed",
  "verified",
  "no-longer-applicable",
  "cancelled",
] as const;
export type RecommendationState = (typeof followUpStates)[number];

export const actionStates = [
  "action-planned",
  "initiated",
  "completed",
  "verified",
  "no-longer-applicable",
  "cancelled",
] as const;
export type ActionState = (typeof actionStates)[number];

/** What a list, a count or a figure needs of one recommendation: computed from its events, never typed. */
export type FollowUpRow = {
  readonly recommendation: string;
  readonly state: RecommendationState;
  readonly verdict: Verdict | null;
  /** Answered only as part of the whole report. */
  readonly answeredInGeneral: boolean;
  /** Set while a response is awaited and a day is stated. */
  readonly responseDue: string | null;
  /** The earliest day of an action not yet completed. */
  readonly actionDue: string | null;
  readonly actions: number;
  /** Completed actions that nobody has verified. */
  readonly toVerify: number;
  /** Accounts that own an open action. */
  readonly owners: readonly string[];
  /** Days from the request (or issue) to the response, and from the response to the last completion. */
  readonly responseDays: number | null;
  readonly completionDays: number | null;
  readonly events: number;
};

/** People's word on recurring advice: these two say the same, or do not. Later runs obey. */
export type AdviceCorrection = {
  readonly kind: "together" | "apart";
  readonly a: string;
  readonly b: string;
  readonly at: string;
  readonly by: string;
  readonly reason: string | null;
};

export type AdviceGroup = {
  /** Stable while its first member stays: that member's id. */
  readonly id: string;
  readonly terms: readonly { readonly term: string; readonly weight: number }[];
  readonly members: readonly string[];
  /** Mean similarity of its pairs, 0 to 1. */
  readonly cohesion: number;
};
