// What the catalogue promises about recommendations, their events, recurring advice and reminders.

import type { Language, Sha256 } from "#kernel";
import type {
  AccessTier,
  AdviceCorrection,
  AdviceGroup,
  FollowUpEvent,
  FollowUpRow,
  Origin,
  Recommendation,
  RecommendationState,
  StoredFollowUpEvent,
  Verdict,
} from "#records";

/** Where a recommendation belongs, from its record and its evaluation. */
export type RecommendationPlace = {
  readonly evaluation: string | null;
  readonly unit: string | null;
  readonly region: string | null;
  readonly countries: readonly string[];
  readonly year: number | null;
  readonly themes: readonly string[];
  readonly tier: AccessTier;
};

export type ListedRecommendation = {
  readonly record: Recommendation;
  readonly row: FollowUpRow;
  readonly place: RecommendationPlace;
};

export const followUpFacets = [
  "state",
  "verdict",
  "overdue",
  "priority",
  "unit",
  "region",
  "country",
  "theme",
  "year",
  "language",
] as const;
export type FollowUpFacet = (typeof followUpFacets)[number];

/** `none` asks for those whose value is not stated. `overdue`: `response`, `action`. */
export type FollowUpFilter = {
  readonly text?: string;
  readonly evaluation?: string;
  readonly owner?: string;
  /** Only those with completed actions that nobody has verified. */
  readonly toVerify?: boolean;
  readonly tiers?: readonly AccessTier[];
} & { readonly [F in FollowUpFacet]?: readonly string[] };

export type FollowUpCounts = Readonly<
  Record<FollowUpFacet, readonly { readonly value: string | null; readonly count: number }[]>
>;

/** Counts of one group of recommendations; the durations are those that are known. */
export type FollowUpTally = {
  readonly value: string | null;
  readonly total: number;
  readonly states: Readonly<Record<RecommendationState, number>>;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly answeredInGeneral: number;
  readonly overdueResponse: number;
  readonly overdueAction: number;
  readonly responseDays: readonly number[];
  readonly completionDays: readonly number[];
  readonly origins: readonly Origin[];
};
export const tallyKeys = ["unit", "theme", "region", "year"] as const;
export type TallyKey = (typeof tallyKeys)[number];

export type RecommendationCatalogue = {
  /** Appends a version where the record differs, and computes where it belongs. */
  put(
    recommendations: readonly Recommendation[],
    at: string,
    by: string,
  ): Promise<{ readonly added: number; readonly superseded: number; readonly unchanged: number }>;
  /** What a later reading no longer finds: out of lists, found by its address. */
  withdraw(ids: readonly string[], at: string): Promise<void>;
  /** The version that stands, else the last one (`current: false`). */
  byId(id: string): Promise<{ readonly record: Recommendation; readonly current: boolean } | null>;
  byIds(ids: readonly string[]): Promise<readonly ListedRecommendation[]>;
  ofDocument(source: Sha256): Promise<readonly Recommendation[]>;
  /** Inside a transaction: until it ends nobody else adds events to it. */
  lock(id: string): Promise<void>;
  /** Appends events and puts the computed rows in place, in the transaction that is open. */
  append(events: readonly FollowUpEvent[], rows: readonly FollowUpRow[]): Promise<void>;
  events(id: string): Promise<readonly StoredFollowUpEvent[]>;
  /** Events and rows of many, by id after `after`, for recomputing. */
  page(
    after: string | null,
    limit: number,
  ): Promise<
    readonly { readonly id: string; readonly row: FollowUpRow; readonly events: readonly FollowUpEvent[] }[]
  >;
  /** Overdue and soonest due first. Facets count with the choice of their own field left aside. */
  list(
    filter: FollowUpFilter,
    page: { readonly today: string; readonly limit: number; readonly offset: number },
  ): Promise<{
    readonly total: number;
    readonly overdue: number;
    readonly items: readonly ListedRecommendation[];
    readonly facets: FollowUpCounts;
  }>;
  tally(filter: FollowUpFilter, by: TallyKey | null, today: string): Promise<readonly FollowUpTally[]>;
  /** Text and language of all that are shown, a few thousand at a time, by id after `after`. */
  texts(
    after: string | null,
    limit: number,
  ): Promise<
    readonly {
      readonly id: string;
      readonly text: string;
      readonly language: Language | null;
      readonly report: string;
    }[]
  >;
};

export type AdviceCatalogue = {
  corrections(): Promise<readonly AdviceCorrection[]>;
  correct(corrections: readonly AdviceCorrection[]): Promise<void>;
  lastRun(): Promise<{
    readonly at: string;
    readonly recipe: unknown;
    readonly recommendations: number;
  } | null>;
  /** Puts the groups of a run in the place of the former ones. */
  replace(
    run: {
      readonly at: string;
      readonly by: string;
      readonly recipe: unknown;
      readonly recommendations: number;
    },
    groups: readonly AdviceGroup[],
  ): Promise<void>;
  /** Takes groups away and puts others in their place, after a correction. */
  exchange(gone: readonly string[], groups: readonly AdviceGroup[]): Promise<void>;
  group(id: string): Promise<AdviceGroup | null>;
  groupOf(recommendation: string): Promise<AdviceGroup | null>;
  /** Largest first, counting only members of these tiers; groups left with one are no groups. */
  list(page: {
    readonly tiers?: readonly AccessTier[];
    readonly limit: number;
    readonly offset: number;
  }): Promise<{ readonly total: number; readonly groups: readonly AdviceGroup[] }>;
};

export type OutboxState = "waiting" | "sending" | "sent" | "failed" | "unknown";
export type OutboxMessage = {
  readonly number: number;
  readonly account: string;
  readonly day: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly nextTryAt: string | null;
  readonly changedAt: string;
  readonly error: string | null;
};

export type ReminderCatalogue = {
  wish(account: string): Promise<{ readonly language: Language; readonly wanted: boolean }>;
  setWish(
    account: string,
    wish: { readonly language: Language; readonly wanted: boolean },
    at: string,
  ): Promise<void>;
  /** False when the person has a reminder of that day already. */
  queue(message: {
    readonly account: string;
    readonly day: string;
    readonly recipient: string;
    readonly subject: string;
    readonly body: string;
    readonly at: string;
  }): Promise<boolean>;
  /** Takes the next message whose time has come for this sender alone; null when none waits. */
  claim(at: string): Promise<OutboxMessage | null>;
  settle(
    number: number,
    outcome: {
      readonly state: OutboxState;
      readonly at: string;
      readonly error: string | null;
      readonly nextTryAt: string | null;
    },
  ): Promise<void>;
  /** What has been in sending since before that time: nobody knows whether it went out. */
  giveUpSending(before: string, at: string): Promise<number>;
  /** Newest first. */
  outbox(limit: number): Promise<readonly OutboxMessage[]>;
};
