// Lists of releases: now, on a past day, or what changed since a moment; the newest of a series.

import { permission } from "#access";
import { ok } from "#kernel";
import type { Download, RouteUseCase } from "../use-case.ts";
import { latestOf, shownRelease } from "./shown-release.ts";
import { noSuchRelease, visibleReleases } from "./visible-releases.ts";

/** The end of a day: what was done on it counts. */
const endOf = (day: string): string => `${day}T23:59:59.999Z`;

export const listReleases: RouteUseCase<"listReleases"> = async (effects, actor, input) => {
  const allowed = permission(actor, "release.read");
  if (!allowed.ok) return allowed;
  const { series, state, asOf, updatedAfter } = input;
  const found = await visibleReleases(effects, actor, {
    ...(series !== undefined && { series }),
    ...(asOf !== undefined && { at: endOf(asOf) }),
  });
  return ok(
    found
      .filter(({ standing }) => state === undefined || state.includes(standing.state))
      .filter(
        ({ standing }) => updatedAfter === undefined || Date.parse(standing.since) > Date.parse(updatedAfter),
      )
      .map(shownRelease),
  );
};

export const listSeriesReleases: RouteUseCase<"listSeriesReleases"> = async (effects, actor, input) => {
  const allowed = permission(actor, "release.read");
  if (!allowed.ok) return allowed;
  const { series, asOf } = input;
  const found = await visibleReleases(effects, actor, {
    series,
    ...(asOf !== undefined && { at: endOf(asOf) }),
  });
  if (found.length === 0) return noSuchRelease(series, "series of releases", "series");
  return ok({ series, latest: latestOf(found)?.release.id ?? null, releases: found.map(shownRelease) });
};

/** Leads on to the newest published release of a series: an address that may be kept where the newest is wanted. */
export const latestRelease: RouteUseCase<"latestRelease"> = async (effects, actor, input) => {
  const found = await listSeriesReleases(effects, actor, input);
  if (!found.ok) return found;
  const { latest } = found.value;
  if (latest === null) return noSuchRelease(input.series, "published release of", "series");
  const address = `/api/releases/${encodeURIComponent(latest)}`;
  const download: Download = {
    fileName: latest,
    mediaType: "text/plain; charset=utf-8",
    stream: (async function* () {})(),
    leadsTo: input.format === undefined ? address : `${address}/download?format=${input.format}`,
  };
  return ok(download);
};
