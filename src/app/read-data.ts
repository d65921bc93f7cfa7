// Reading use cases of the numbers half: indicators, observations, releases, index definitions and runs,
// standards, sources.

import { permission } from "#access";
import { fail, ok, problem, type Sha256 } from "#kernel";
import type { Release, StoredIndexDefinition, StoredIndexRun } from "#records";
import { readRunResult } from "./indexes/run-result.ts";
import { shownSource } from "./read-registry.ts";
import { readableSources, readableTiers } from "./readable.ts";
import { indicatorCatalogue } from "./ready-definitions.ts";
import { observationId } from "./trace-ids.ts";
import type { RouteUseCase } from "./use-case.ts";

const unknown = (what: string, id: string) =>
  fail(
    problem(
      "app.not-found",
      `There is no ${what} "${id}". It may be misspelt, or come from another installation; look it up in the list.`,
    ),
  );

export const shownRelease = ({ createdBy: _, files: __, tier: ___, ...release }: Release) => ({
  ...release,
  caveats: [...release.caveats],
  sources: [...release.sources],
  recipe: release.recipe && { ...release.recipe, inputs: [...release.recipe.inputs] },
});

export const shownDefinition = ({ addedBy: _, ...definition }: StoredIndexDefinition) => definition;

export const shownRun = (run: Omit<StoredIndexRun, "result">) => {
  const { id, definitionId, definitionVersion, release, title, form, reconstruction, origin, createdAt } =
    run;
  return { id, definitionId, definitionVersion, release, title, form, reconstruction, origin, createdAt };
};

export const listIndicators: RouteUseCase<"listIndicators"> = async (_effects, actor) => {
  const allowed = permission(actor, "indicator.read");
  if (!allowed.ok) return allowed;
  return ok([...indicatorCatalogue.indicators]);
};

export const listObservations: RouteUseCase<"listObservations"> = async (effects, actor, input) => {
  const { catalogue, releases } = effects.store;
  const release = await catalogue.releases.byId(input.release);
  const allowed = permission(actor, "observation.read", release ? { tier: release.tier } : {});
  if (!allowed.ok) return allowed;
  if (release?.kind !== "observations") return unknown("release of observations", input.release);
  const { indicator, area, from, to, sex, limit, offset } = input;
  const rows = await releases.observations({
    release: release.id,
    limit,
    offset,
    ...(indicator && { indicators: indicator }),
    ...(area && { areas: area }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(sex && { sex }),
  });
  const observations = rows.map(({ file: _, row: __, column: ___, ...shown }) => ({
    ...shown,
    id: observationId(release.id, shown),
  }));
  return ok({ release: shownRelease(release), observations });
};

export const listReleases: RouteUseCase<"listReleases"> = async (effects, actor) => {
  const allowed = permission(actor, "release.read");
  if (!allowed.ok) return allowed;
  const releases = await effects.store.catalogue.releases.list();
  const visible = releases.filter((release) => permission(actor, "release.read", { tier: release.tier }).ok);
  return ok(visible.map(shownRelease));
};

export const release: RouteUseCase<"release"> = async (effects, actor, input) => {
  const { catalogue, releases } = effects.store;
  const found = await catalogue.releases.byId(input.id);
  const allowed = permission(actor, "release.read", found ? { tier: found.tier } : {});
  if (!allowed.ok) return allowed;
  if (!found) return unknown("release", input.id);
  const sources = [];
  for (const sha256 of found.sources) {
    const source = await catalogue.sources.byHash(sha256);
    if (source && permission(actor, "source.read", { tier: source.tier }).ok)
      sources.push(shownSource(source));
  }
  const contents = found.kind === "observations" ? [...(await releases.contents(found.id))] : [];
  return ok({ release: shownRelease(found), contents, sources });
};

export const listDefinitions: RouteUseCase<"listDefinitions"> = async (effects, actor) => {
  const allowed = permission(actor, "index.read");
  if (!allowed.ok) return allowed;
  return ok((await effects.store.catalogue.indexes.definitions()).map(shownDefinition));
};

export const listRuns: RouteUseCase<"listRuns"> = async (effects, actor) => {
  const allowed = permission(actor, "index.read");
  if (!allowed.ok) return allowed;
  return ok((await effects.store.catalogue.indexes.runs(readableTiers(actor))).map(shownRun));
};

export const run: RouteUseCase<"run"> = async (effects, actor, input) => {
  const allowed = permission(actor, "index.read");
  if (!allowed.ok) return allowed;
  const { indexes, releases } = effects.store.catalogue;
  const found = await indexes.run(input.id);
  if (!found) return unknown("index run", input.id);
  const release = await releases.byId(found.release);
  const readable = permission(actor, "release.read", release ? { tier: release.tier } : {});
  if (!readable.ok) return readable;
  const definition = await indexes.definition(found.definitionId, found.definitionVersion);
  return ok({
    ...shownRun(found),
    recipe: { ...found.recipe, inputs: [...found.recipe.inputs] },
    definition: definition?.definition ?? null,
    ...readRunResult(found.result),
  });
};

export const listConventions: RouteUseCase<"listConventions"> = async (effects, actor) => {
  const allowed = permission(actor, "standard.read");
  if (!allowed.ok) return allowed;
  const { standards } = effects.store.catalogue;
  const sources = await readableSources(effects.store.catalogue, actor);
  const known = new Map<string, Set<string>>();
  for (const event of await standards.ratifications({})) {
    if (!sources.has(event.provenance.source)) continue;
    const areas = known.get(event.convention) ?? new Set();
    known.set(event.convention, areas.add(event.area));
  }
  const conventions = (await standards.conventions()).filter(({ provenance }) =>
    sources.has(provenance.source),
  );
  return ok(
    conventions.map(({ provenance: _, ...convention }) => ({
      ...convention,
      securities: [...convention.securities],
      known: known.get(convention.code)?.size ?? 0,
    })),
  );
};

export const listRatifications: RouteUseCase<"listRatifications"> = async (effects, actor, input) => {
  const allowed = permission(actor, "standard.read");
  if (!allowed.ok) return allowed;
  const { convention, area } = input;
  const events = await effects.store.catalogue.standards.ratifications({
    ...(convention && { convention }),
    ...(area && { area }),
  });
  const sources = await readableSources(effects.store.catalogue, actor);
  return ok(
    events
      .filter(({ provenance }) => sources.has(provenance.source))
      .map(({ provenance: _, ...event }) => event),
  );
};

export const source: RouteUseCase<"source"> = async (effects, actor, input) => {
  const found = await effects.store.catalogue.sources.byHash(input.sha256 as Sha256);
  const allowed = permission(actor, "source.read", found ? { tier: found.tier } : {});
  if (!allowed.ok) return allowed;
  return found ? ok(shownSource(found)) : unknown("source file", input.sha256);
};
