// One release, its check and its figures.

import { permission } from "#access";
import { ok } from "#kernel";
import { shownSource } from "../read-registry.ts";
import { observationId } from "../trace-ids.ts";
import type { RouteUseCase } from "../use-case.ts";
import { checksOfRelease } from "./check-release.ts";
import { namesFor } from "./names-for.ts";
import { latestOf, shownHistory, shownRelease } from "./shown-release.ts";
import {
  knownRelease,
  noSuchRelease,
  readableForRecord,
  readableRelease,
  visibleReleases,
} from "./visible-releases.ts";

/** One release. Of a withdrawn one there is no contents: what was in it is no longer shown. */
export const release: RouteUseCase<"release"> = async (effects, actor, input) => {
  const { catalogue, releases } = effects.store;
  const known = await knownRelease(effects, actor, input.id);
  if (!known.ok) return known;
  const found = known.value.release;
  const showsValues = (await readableRelease(effects, actor, input.id)).ok;
  const sources = [];
  if (showsValues)
    for (const sha256 of found.sources) {
      const source = await catalogue.sources.byHash(sha256);
      if (source && permission(actor, "source.read", { tier: source.tier }).ok)
        sources.push(shownSource(source));
    }
  const contents =
    showsValues && found.kind === "observations" ? [...(await releases.contents(found.id))] : [];
  const versions = await visibleReleases(effects, actor, { series: found.series });
  const names = await namesFor(effects, actor);
  return ok({
    release: shownRelease(known.value),
    contents,
    sources,
    history: shownHistory(await catalogue.releases.events(found.id), effects.now(), names),
    versions: versions.map(({ release: { id, version, createdAt }, standing: { state, publishedAt } }) => ({
      id,
      version,
      state,
      at: publishedAt ?? createdAt,
    })),
    latest: latestOf(versions)?.release.id ?? null,
  });
};

/** What the last check found. Findings hold figures, so they are shown as far as those are. */
export const releaseChecks: RouteUseCase<"releaseChecks"> = async (effects, actor, input) => {
  const found = await readableRelease(effects, actor, input.id, "release.read");
  if (!found.ok) return found;
  return checksOfRelease(effects, actor, input.id);
};

/**
 * Figures of a release. With `updatedAfter` only those that the release which stood then has not, or otherwise:
 * whoever kept that one fetches what changed and no more.
 */
export const listObservations: RouteUseCase<"listObservations"> = async (effects, actor, input) => {
  const found = await readableForRecord(effects, actor, input.release, "observation.read", input.withdrawn);
  if (!found.ok) return found;
  const { release: about } = found.value;
  if (about.kind !== "observations") return noSuchRelease(input.release, "release of observations");
  const { indicator, area, from, to, sex, limit, offset, updatedAfter } = input;
  const filter = {
    release: about.id,
    limit,
    offset,
    ...(indicator && { indicators: indicator }),
    ...(area && { areas: area }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(sex && { sex }),
  };
  const stood =
    updatedAfter === undefined
      ? null
      : latestOf(
          await visibleReleases(effects, actor, {
            series: about.series,
            at: new Date(updatedAfter).toISOString(),
          }),
        );
  // What stood then may have been withdrawn since: differences to it would give its figures away.
  const since = stood && (await readableRelease(effects, actor, stood.release.id)).ok ? stood.release : null;
  const { releases } = effects.store;
  const rows =
    since?.id === about.id || since?.checksum === about.checksum
      ? []
      : since
        ? await releases.changedObservations(filter, since)
        : await releases.observations(filter);
  const observations = rows.map(({ file: _, row: __, column: ___, ...shown }) => ({
    ...shown,
    id: observationId(about.id, shown),
  }));
  return ok({
    release: shownRelease(found.value),
    observations,
    ...(updatedAfter !== undefined && { since: since?.id ?? null }),
  });
};
