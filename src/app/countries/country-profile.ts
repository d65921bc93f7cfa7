import { permission } from "#access";
import { areaByCode, fail, ok, problem } from "#kernel";
import { StoreFailure } from "#store";
import { type Rating, runRatings } from "../indexes/run-ratings.ts";
import { shownEvaluation } from "../read-registry.ts";
import { readableSources, readableTiers } from "../readable.ts";
import { latestVisibleRuns, releasesWithValues } from "../releases/visible-releases.ts";
import type { RouteReply, RouteUseCase } from "../use-case.ts";

/**
 * All that is known of one country on one page, as far as the asker may read it: the newest readable run
 * of each definition, and what was read from readable sources.
 */
export const countryProfile: RouteUseCase<"countryProfile"> = async (effects, actor, input) => {
  const allowed = permission(actor, "country.read");
  if (!allowed.ok) return allowed;
  const area = areaByCode(input.area);
  if (!area || area.kind === "region")
    return fail(
      problem(
        "app.not-found",
        `"${input.area}" is not the code of a country. Countries have three capital letters (ISO 3166), such as KEN; look yours up in the list.`,
        { field: "area" },
      ),
    );
  const { catalogue, releases } = effects.store;
  const tiers = readableTiers(actor);
  const ratings: Rating[] = [];
  for (const run of await latestVisibleRuns(effects, actor))
    ratings.push(...((await runRatings(effects, run)).byArea.get(area.code) ?? []));
  const evaluations = await catalogue.evaluations.list({ country: area.code, tiers, limit: 500, offset: 0 });
  const sources = await readableSources(catalogue, actor);
  const ratifications = (await catalogue.standards.ratifications({ area: area.code })).filter(
    ({ provenance }) => sources.has(provenance.source),
  );
  const visible = await releasesWithValues(effects, actor, { kind: "observations" });
  const held = await Promise.all(
    visible.map(async ({ id, title, origin }) => {
      // One lost file must not take the page of every country with it; the release's own page tells.
      const own = await releases.contents(id, area.code).catch(lostAsEmpty);
      const values = own.reduce((sum, indicator) => sum + indicator.values, 0);
      return { release: id, title, origin, indicators: own.length, values };
    }),
  );
  return ok({
    area: area.code,
    origin: area.kind === "invented" ? "invented" : "real",
    ratings,
    evaluations: evaluations.evaluations.map(shownEvaluation),
    ratifications: ratifications.map(({ provenance: _, ...event }) => event),
    releases: held.filter(({ indicators }) => indicators > 0),
  });
};

function lostAsEmpty(error: unknown): [] {
  if (error instanceof StoreFailure) return [];
  throw error;
}

/** How much there is by country: for the map and the list of countries. */
export const countryCounts: RouteUseCase<"countryCounts"> = async (effects, actor) => {
  const allowed = permission(actor, "country.read");
  if (!allowed.ok) return allowed;
  const { catalogue } = effects.store;
  type Count = RouteReply<"countryCounts">[number];
  const counts = new Map<string, Count>();
  const of = (code: string): Count => {
    const known = counts.get(code) ?? {
      area: code,
      evaluations: 0,
      ratings: 0,
      ratifications: 0,
      origin: areaByCode(code)?.kind === "invented" ? ("invented" as const) : ("real" as const),
    };
    counts.set(code, known);
    return known;
  };
  const tiers = readableTiers(actor);
  for (const { area, count } of await catalogue.evaluations.countByCountry(tiers))
    of(area).evaluations = count;
  const ratified = new Map<string, Set<string>>();
  const sources = await readableSources(catalogue, actor);
  for (const { area, convention, provenance } of await catalogue.standards.ratifications({}))
    if (sources.has(provenance.source)) ratified.set(area, (ratified.get(area) ?? new Set()).add(convention));
  for (const [area, conventions] of ratified) of(area).ratifications = conventions.size;
  for (const run of await latestVisibleRuns(effects, actor))
    for (const area of (await runRatings(effects, run)).areas) of(area).ratings += 1;
  return ok([...counts.values()].sort((a, b) => (a.area < b.area ? -1 : 1)));
};
