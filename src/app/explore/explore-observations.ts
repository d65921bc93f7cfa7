import { permission } from "#access";
import { ok } from "#kernel";
import { observationId } from "../trace-ids.ts";
import type { RouteUseCase } from "../use-case.ts";
import { chosenReleases, exploredRelease, storeFilter } from "./chosen-releases.ts";
import { leadsOf, observationsOf, type PlacedObservation, seriesOnPage } from "./table-rows.ts";

/** Observations of a choice over releases, in the order of the key; with `lines` those of its first series only. */
export const exploreObservations: RouteUseCase<"exploreObservations"> = async (effects, actor, input) => {
  const allowed = permission(actor, "observation.read");
  if (!allowed.ok) return allowed;
  const named = await chosenReleases(effects, actor, input.release);
  if (!named.ok) return named;
  const { chosen, isNewest } = named.value;
  const { explore } = effects.store.releases;
  const filter = storeFilter(input);
  let rows = 0;
  let series = 0;
  for (const { id } of chosen) {
    const facets = await explore.facets(id, filter);
    rows += facets?.rows ?? 0;
    series += facets?.series ?? 0;
  }
  const observations: PlacedObservation[] = [];
  if (input.lines > 0) {
    const leads = await leadsOf(explore, chosen, filter, "area", "en");
    const page = await seriesOnPage(explore, leads, filter, "area", { offset: 0, limit: input.lines });
    const found = await observationsOf(explore, page.series, filter);
    if (!found.ok) return found;
    observations.push(...found.value);
  } else
    for (const { id } of chosen) {
      const left = input.limit - observations.length;
      if (left <= 0) break;
      for (const row of await explore.slice(id, filter, left)) observations.push({ ...row, release: id });
    }
  return ok({
    releases: chosen.map((release) => exploredRelease(release, isNewest(release))),
    rows,
    series,
    observations: observations
      .slice(0, input.limit)
      .map((o) => ({ ...o, breakdowns: { ...o.breakdowns }, id: observationId(o.release, o) })),
  });
};
