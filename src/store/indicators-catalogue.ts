// What the catalogue promises about indicators of an installation and about choices of values.

import type { StoredIndicator, StoredSelection } from "#records";

export type IndicatorsCatalogue = {
  /** Inside a transaction: until it ends no other one puts an indicator. Reading goes on. */
  lock(): Promise<void>;
  /** Appends a version where the record differs from the one that stands. */
  put(
    indicators: readonly { readonly id: string; readonly record: unknown }[],
    about: { readonly reason: string; readonly at: string; readonly by: string },
  ): Promise<{ readonly added: number; readonly superseded: number; readonly unchanged: number }>;
  /** The versions that stand, by id. */
  current(): Promise<readonly StoredIndicator[]>;
  /** Of one indicator, newest first. */
  versions(id: string): Promise<readonly StoredIndicator[]>;
};

export type SelectionsCatalogue = {
  add(selection: StoredSelection): Promise<void>;
  /** The newest or the named version. */
  byId(id: string, version: number | null): Promise<StoredSelection | null>;
  /** The selection a release came of. */
  ofRelease(release: string): Promise<StoredSelection | null>;
  /** The newest version of each, newest first. */
  list(): Promise<readonly StoredSelection[]>;
  /** Newest first. */
  versions(id: string): Promise<readonly StoredSelection[]>;
  /** Inside a transaction: until it ends no other one adds a selection. Reading goes on. */
  lock(): Promise<void>;
};
