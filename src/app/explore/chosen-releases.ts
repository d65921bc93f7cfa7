// Which releases a question is put to: those it names, or the newest of each series.

import type { z } from "zod";
import type { ExploredReleaseShape, ExploreFilterInput } from "#contract";
import { areas, ok, type Result } from "#kernel";
import type { Actor, Release } from "#records";
import type { ExploreFilter } from "#store";
import type { Effects } from "../effects.ts";
import { readableRelease, releasesWithValues } from "../releases/visible-releases.ts";

export type ExploreInput = z.output<typeof ExploreFilterInput>;
export type ExploredRelease = z.output<typeof ExploredReleaseShape>;

/** The question in the terms of the store; a region stands for its countries and territories. */
export function storeFilter(input: ExploreInput): ExploreFilter {
  const wanted =
    input.area === undefined && input.region === undefined
      ? undefined
      : [...new Set([...(input.area ?? []), ...(input.region ?? []).flatMap(areasOfRegion)])];
  const breakdowns = new Map<string, string[]>();
  for (const pair of input.by ?? []) {
    const at = pair.indexOf(":");
    const [dimension, value] = at === -1 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
    breakdowns.set(dimension, [...(breakdowns.get(dimension) ?? []), value]);
  }
  return {
    ...(input.indicator && { indicators: input.indicator }),
    ...(wanted && { areas: wanted }),
    ...(input.source && { sources: input.source }),
    ...(input.sex && { sex: input.sex }),
    ...(breakdowns.size > 0 && { breakdowns: Object.fromEntries(breakdowns) }),
    ...(input.from !== undefined && { from: input.from }),
    ...(input.to !== undefined && { to: input.to }),
  };
}

const byRegion = new Map<string, readonly string[]>();

/** Countries and territories of a region of the ILO (`africa`) or of M49 (`202`). */
export function areasOfRegion(region: string): readonly string[] {
  const known = byRegion.get(region);
  if (known !== undefined) return known;
  const found = areas
    .filter(({ kind }) => kind !== "region")
    .filter(({ iloRegion, regions }) => iloRegion === region || regions.includes(region))
    .map(({ code }) => code);
  // Any text may be asked for; only what is a region is worth keeping.
  if (found.length > 0) byRegion.set(region, found);
  return found;
}

export type ChosenReleases = {
  readonly chosen: readonly Release[];
  /** Releases whose figures the actor may see, newest first. */
  readonly all: readonly Release[];
  readonly isNewest: (release: Release) => boolean;
};

/**
 * Releases of observations in the order of their ids; one that is named and hidden, withdrawn or unknown is told
 * as such and not left out.
 */
export async function chosenReleases(
  effects: Effects,
  actor: Actor,
  ids: readonly string[] | undefined,
  action = "observation.read",
): Promise<Result<ChosenReleases>> {
  const all = await releasesWithValues(effects, actor, { kind: "observations" });
  const newest = new Map<string, Release>();
  for (const release of all) {
    const other = newest.get(release.series);
    if (other === undefined || other.version < release.version) newest.set(release.series, release);
  }
  const isNewest = (release: Release) => newest.get(release.series)?.id === release.id;
  if (ids === undefined) return ok({ chosen: sorted([...newest.values()]), all, isNewest });
  const chosen: Release[] = [];
  for (const id of new Set(ids)) {
    const known = all.find((release) => release.id === id);
    // Who prepares releases may look at a draft, named by its id.
    const found = known ? ok({ release: known }) : await readableRelease(effects, actor, id, action);
    if (!found.ok) return found;
    if (found.value.release.kind === "observations") chosen.push(found.value.release);
  }
  return ok({ chosen: sorted(chosen), all, isNewest });
}

const sorted = (releases: readonly Release[]): readonly Release[] =>
  [...releases].sort((a, b) => (a.id < b.id ? -1 : 1));

export const exploredRelease = (release: Release, newest: boolean): ExploredRelease => {
  const { id, series, version, title, origin, licence, createdAt, checksum, rows } = release;
  return { id, series, version, title, origin, licence, createdAt, checksum, rows, newest };
};
