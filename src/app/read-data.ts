// Reading use cases of the numbers half: index definitions and runs, standards, sources.

import { permission } from "#access";
import { fail, ok, type Problem, problem, type Sha256 } from "#kernel";
import type { StoredIndexDefinition, StoredIndexRun } from "#records";
import { runExtent } from "./indexes/run-extent.ts";
import { readRunResult } from "./indexes/run-result.ts";
import { noIntervals, runIntervals } from "./indexes/uncertainty.ts";
import { shownSource } from "./read-registry.ts";
import { readableSources } from "./readable.ts";
import { knownRelease, maySeeFile, readableRelease, visibleRuns } from "./releases/visible-releases.ts";
import { hiddenStudyFiles } from "./surveys/visible-studies.ts";
import type { RouteUseCase } from "./use-case.ts";

const unknown = (what: string, id: string) =>
  fail(
    problem(
      "app.not-found",
      `There is no ${what} "${id}". It may be misspelt, or come from another installation; look it up in the list.`,
    ),
  );

export const shownDefinition = ({ addedBy: _, ...definition }: StoredIndexDefinition) => definition;

export const shownRun = (run: Omit<StoredIndexRun, "result">) => {
  const { id, definitionId, definitionVersion, release, title, form, reconstruction, origin, createdAt } =
    run;
  return { id, definitionId, definitionVersion, release, title, form, reconstruction, origin, createdAt };
};

export const listDefinitions: RouteUseCase<"listDefinitions"> = async (effects, actor) => {
  const allowed = permission(actor, "index.read");
  if (!allowed.ok) return allowed;
  return ok((await effects.store.catalogue.indexes.definitions()).map(shownDefinition));
};

export const listRuns: RouteUseCase<"listRuns"> = async (effects, actor) => {
  const allowed = permission(actor, "index.read");
  if (!allowed.ok) return allowed;
  const runs = await visibleRuns(effects, actor);
  return ok(
    await Promise.all(
      runs.map(async (one) => ({ ...shownRun(one), ...(await runExtent(effects.store, one)) })),
    ),
  );
};

const isUnknown = (problems: readonly Problem[]) => problems.some(({ code }) => code === "app.not-found");

/** A result without its figures: of a run whose release was withdrawn the address stays, and says so. */
const emptied = (result: unknown): unknown =>
  Object.fromEntries(
    Object.entries(result as Readonly<Record<string, unknown>>).map(([name, value]) => [
      name,
      Array.isArray(value) ? [] : value,
    ]),
  );

export const run: RouteUseCase<"run"> = async (effects, actor, input) => {
  const allowed = permission(actor, "index.read");
  if (!allowed.ok) return allowed;
  const { indexes } = effects.store.catalogue;
  const found = await indexes.run(input.id);
  if (!found) return unknown("index run", input.id);
  const known = await knownRelease(effects, actor, found.release);
  if (!known.ok) return isUnknown(known.problems) ? unknown("index run", input.id) : known;
  const { withdrawal } = known.value.standing;
  const showsValues = (await readableRelease(effects, actor, found.release)).ok;
  const definition = await indexes.definition(found.definitionId, found.definitionVersion);
  return ok({
    ...shownRun(found),
    recipe: { ...found.recipe, inputs: [...found.recipe.inputs] },
    definition: definition?.definition ?? null,
    ...(showsValues
      ? readRunResult(found.result, await runIntervals(effects, found))
      : readRunResult(emptied(found.result), noIntervals)),
    withdrawal,
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
  const isShown =
    found !== null &&
    (await maySeeFile(effects, actor, found.sha256)) &&
    !(await hiddenStudyFiles(effects, actor)).has(found.sha256);
  return isShown ? ok(shownSource(found)) : unknown("source file", input.sha256);
};
