import { permission } from "#access";
import { areaByCode, fail, ok, problem } from "#kernel";
import { type IndexDefinition, type IndexRun, readIndexDefinition } from "#securities";
import { shownEvaluation } from "./read-registry.ts";
import { scoreId } from "./trace-ids.ts";
import type { RouteReply, RouteUseCase } from "./use-case.ts";

type Rating = RouteReply<"countryProfile">["ratings"][number];

/** What an area got in one run: the index and its sub-indexes, in the latest period it has. */
function ratingsOf(
  area: string,
  run: IndexRun,
  definition: IndexDefinition,
  about: Pick<Rating, "run" | "definitionId" | "form" | "reconstruction" | "origin">,
): Rating[] {
  const period = run.periods.at(-1) ?? null;
  const shown = new Map(
    definition.nodes.filter((node) => node.direction === null).map((node) => [node.id, node]),
  );
  const ranked = new Map<string, number>();
  for (const score of run.scores)
    if (score.period === period && score.rank !== null)
      ranked.set(score.node, (ranked.get(score.node) ?? 0) + 1);
  return run.scores
    .filter((score) => score.area === area && score.period === period && shown.has(score.node))
    .map((score) => {
      const group = run.countryGroups.find(
        (g) => g.area === area && g.node === score.node && g.period === period,
      );
      return {
        ...about,
        node: score.node,
        role: shown.get(score.node)!.role,
        period,
        score: score.score,
        rank: score.rank,
        of: ranked.get(score.node) ?? 0,
        n: score.n,
        expected: score.expected,
        reason: score.reason,
        countryGroup: group?.group ?? null,
        flag: group?.flag ?? null,
        trace: scoreId(about.run, area, score.node, period),
      };
    });
}

/** All that is known of one country on one page. Reads the newest run of each definition. */
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
  const ratings: Rating[] = [];
  for (const run of await catalogue.indexes.latestRuns()) {
    const stored = await catalogue.indexes.definition(run.definitionId, run.definitionVersion);
    const definition = stored && readIndexDefinition(stored.definition);
    if (!definition?.ok) continue;
    const { definitionId, form, reconstruction, origin } = run;
    ratings.push(
      ...ratingsOf(area.code, run.result as IndexRun, definition.value, {
        run: run.id,
        definitionId,
        form,
        reconstruction,
        origin,
      }),
    );
  }
  const evaluations = await catalogue.evaluations.list({ country: area.code, limit: 500, offset: 0 });
  const ratifications = await catalogue.standards.ratifications({ area: area.code });
  const held = [];
  for (const release of await catalogue.releases.list({ kind: "observations" })) {
    if (!permission(actor, "release.read", { tier: release.tier }).ok) continue;
    const own = await releases.contents(release.id, area.code);
    const values = own.reduce((sum, indicator) => sum + indicator.values, 0);
    if (own.length > 0)
      held.push({
        release: release.id,
        title: release.title,
        origin: release.origin,
        indicators: own.length,
        values,
      });
  }
  return ok({
    area: area.code,
    origin: area.kind === "invented" ? "invented" : "real",
    ratings,
    evaluations: evaluations.evaluations.map(shownEvaluation),
    ratifications: ratifications.map(({ provenance: _, ...event }) => event),
    releases: held,
  });
};

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
  for (const { area, count } of await catalogue.evaluations.countByCountry()) of(area).evaluations = count;
  const ratified = new Map<string, Set<string>>();
  for (const { area, convention } of await catalogue.standards.ratifications({}))
    ratified.set(area, (ratified.get(area) ?? new Set()).add(convention));
  for (const [area, conventions] of ratified) of(area).ratifications = conventions.size;
  for (const run of await catalogue.indexes.latestRuns())
    for (const area of (run.result as IndexRun).areas) of(area).ratings += 1;
  return ok([...counts.values()].sort((a, b) => (a.area < b.area ? -1 : 1)));
};
