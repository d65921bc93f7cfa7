// What the catalogue promises about reviews.

import type { ReviewEvent, ReviewHead } from "#records";

export type ReviewsCatalogue = {
  /** False where the name was ever taken. */
  add(head: ReviewHead): Promise<boolean>;
  byId(id: string): Promise<ReviewHead | null>;
  /** Newest first. */
  list(): Promise<readonly ReviewHead[]>;
  /** Inside a transaction: until it ends nobody else adds events. The number of the last one; null = no such review. */
  lock(id: string): Promise<number | null>;
  /** Appends events whose numbers follow the last, and what they change of the head: a day of publication stays. After `lock`. */
  append(
    id: string,
    events: readonly ReviewEvent[],
    head?: { readonly title?: string; readonly publishedAt?: string },
  ): Promise<void>;
  /** Events in their order, at most `limit`, after a number. */
  events(id: string, after: number, limit: number): Promise<readonly ReviewEvent[]>;
  /** Of keys sent again: the numbers of their events. */
  knownKeys(id: string, keys: readonly string[]): Promise<ReadonlyMap<string, number>>;
};
