// Screening: what people decide on each record at each stage, what is taken back, settled and shared out.

import type { ScreeningStage } from "./protocol.ts";

export const screeningVerdicts = ["include", "possible", "exclude"] as const;
export type ScreeningVerdict = (typeof screeningVerdicts)[number];

/**
 * How a record came before a person: in the order of the list, by the words of the criteria, by learning, or
 * drawn at random from what was unread, as a stopping rule with a guarantee asks for.
 */
export const shownOrders = ["as-listed", "criteria", "learning", "random"] as const;
export type ShownOrder = (typeof shownOrders)[number];

/** How a record stood when the person decided on it, so that the order of reading can be judged later. */
export type ShownAs = {
  readonly order: ShownOrder;
  readonly model: string | null;
  /** Place in the order, from 1. */
  readonly rank: number;
  readonly score: number | null;
};

/** `even`: each record to as many of them as the protocol asks for; `each`: every one of them decides all. */
export const sharingWays = ["even", "each"] as const;
export type SharingWay = (typeof sharingWays)[number];

/** What was known when reading was stopped. */
export type StopState = {
  /** Number of the last event counted. */
  readonly event: number;
  readonly records: number;
  readonly screened: number;
  readonly included: number;
  /** Recall that can be stated, and the probability that it is lower; null where the rule states none. */
  readonly recall: number | null;
  readonly probability: number | null;
};

export type ScreeningAct =
  | {
      readonly kind: "screening.decided";
      readonly record: string;
      readonly stage: ScreeningStage;
      readonly verdict: ScreeningVerdict;
      /** The criterion of the protocol that decided. */
      readonly criterion: string | null;
      readonly reason: string | null;
      /** Version of the protocol the person saw. */
      readonly protocol: number;
      readonly shown: ShownAs | null;
    }
  /** Comes back as the person's decision of this number at the stage. */
  | {
      readonly kind: "screening.postponed";
      readonly record: string;
      readonly stage: ScreeningStage;
      readonly position: number;
    }
  /** The full text could not be obtained; holds for everybody until it is taken back or the text is decided on. */
  | { readonly kind: "screening.not-retrieved"; readonly record: string; readonly reason: string }
  /** Takes back an act of one's own; what stood before it stands again. */
  | { readonly kind: "screening.withdrawn"; readonly event: number }
  | { readonly kind: "screening.noted"; readonly record: string; readonly text: string }
  | {
      readonly kind: "screening.adjudicated";
      readonly record: string;
      readonly stage: ScreeningStage;
      readonly verdict: Exclude<ScreeningVerdict, "possible">;
      readonly criterion: string | null;
      readonly reason: string | null;
    }
  /** Who decides which records; no members: everybody again. */
  | {
      readonly kind: "screening.assigned";
      readonly stage: ScreeningStage;
      /** Null: all that still wait at the stage, and those that come later. */
      readonly records: readonly string[] | null;
      readonly members: readonly string[];
      readonly how: SharingWay;
    }
  /** What waits for one member goes to others. */
  | {
      readonly kind: "screening.reassigned";
      readonly stage: ScreeningStage;
      readonly from: string;
      readonly to: readonly string[];
    }
  | {
      readonly kind: "screening.stopped";
      readonly stage: ScreeningStage;
      readonly rule: string;
      readonly parameters: Readonly<Record<string, number | string>>;
      readonly saw: StopState;
    }
  | { readonly kind: "screening.resumed"; readonly stage: ScreeningStage; readonly reason: string }
  | { readonly kind: "screening.stage-skipped"; readonly stage: ScreeningStage; readonly reason: string }
  | { readonly kind: "screening.stage-taken-up"; readonly stage: ScreeningStage; readonly reason: string };
