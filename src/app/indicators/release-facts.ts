// What releases hold of each indicator, asked once: a release never changes.

import type { Actor, Release } from "#records";
import type { Store } from "#store";
import type { Effects } from "../effects.ts";
import { releasesWithValues } from "../releases/visible-releases.ts";

export const selectionMethod = "securities.selection";

export type ReleaseFacts = {
  readonly contents: Awaited<ReturnType<Store["releases"]["contents"]>>;
  readonly agencies: Awaited<ReturnType<Store["releases"]["agencies"]>>;
};

const kept = new WeakMap<Store, Map<string, Promise<ReleaseFacts>>>();

export function releaseFacts(store: Store, release: string): Promise<ReleaseFacts> {
  const known = kept.get(store) ?? new Map<string, Promise<ReleaseFacts>>();
  kept.set(store, known);
  const standing = known.get(release);
  if (standing) return standing;
  const asked = Promise.all([store.releases.contents(release), store.releases.agencies(release)])
    .then(([contents, agencies]) => ({ contents, agencies }))
    .catch((error: unknown) => {
      known.delete(release);
      throw error;
    });
  known.set(release, asked);
  return asked;
}

/**
 * The newest release of each series of observations that the actor may read; those that were themselves
 * chosen from others are left out, because their figures stand in these already.
 */
export async function newestReleases(effects: Effects, actor: Actor): Promise<readonly Release[]> {
  const seen = new Set<string>();
  return (await releasesWithValues(effects, actor, { kind: "observations" })).filter(
    (release) =>
      release.recipe?.method !== selectionMethod && !seen.has(release.series) && seen.add(release.series),
  );
}
