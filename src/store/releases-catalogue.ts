// What the catalogue promises about releases and their lives.

import type { Sha256 } from "#kernel";
import type { Release, ReleaseEvent } from "#records";

export type ReleasesCatalogue = {
  add(release: Release): Promise<void>;
  byId(id: string): Promise<Release | null>;
  list(filter?: { readonly kind?: Release["kind"]; readonly series?: string }): Promise<readonly Release[]>;
  /** Highest version used so far of a series; 0 when none. */
  lastVersion(series: string): Promise<number>;
  /** Inside a transaction: until it ends no other one adds a release or an act. Reading goes on. */
  lock(): Promise<void>;
  /** Appends one act to the life of a release. */
  record(event: Omit<ReleaseEvent, "number">): Promise<void>;
  /** Everything done with one release, in order. */
  events(release: string): Promise<readonly ReleaseEvent[]>;
  /** The acts that change the state, of one release or of all, in order: without checks and answers. */
  lives(release?: string): Promise<readonly ReleaseEvent[]>;
  /** Releases made from a source file. */
  ofSource(sha256: Sha256): Promise<readonly string[]>;
};
