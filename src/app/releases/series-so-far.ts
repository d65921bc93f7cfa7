import { type AccessTier, type Release, standingAt } from "#records";
import type { Effects } from "../effects.ts";

/** What there is of a series, whoever asks: for work on it, never for an answer. */
export type SeriesSoFar = {
  /** Highest version used so far, whatever became of it. */
  readonly last: number;
  /** Of its newest version, whatever became of it: a series does not open because a version was withdrawn. */
  readonly tier: AccessTier;
  /** The newest version that was not withdrawn or given up. */
  readonly standing: Release | null;
  /** The newest version that is published. */
  readonly earlier: Release | null;
};

/**
 * @param before only versions below this one count
 */
export async function seriesSoFar(effects: Effects, series: string, before?: number): Promise<SeriesSoFar> {
  const { releases } = effects.store.catalogue;
  const now = effects.now();
  const versions = [...(await releases.list({ series }))]
    .filter(({ version }) => before === undefined || version < before)
    .sort((a, b) => b.version - a.version);
  const newest = { last: versions[0]?.version ?? 0, tier: versions[0]?.tier ?? "public" };
  let standing: Release | null = null;
  for (const release of versions) {
    const { state } = standingAt(await releases.lives(release.id), now);
    if (state === "withdrawn" || state === "discarded") continue;
    standing ??= release;
    if (state === "published") return { ...newest, standing, earlier: release };
  }
  return { ...newest, standing, earlier: null };
}
