// How sure the ranks of frozen runs are: computed once with the standard plan, kept as a file by its hash, and
// read from there.

import { fail, ok, problem, type Result } from "#kernel";
import type { StoredIndexRun, StoredIndexUncertainty } from "#records";
import {
  type CompiledIndex,
  compileIndex,
  gridOf,
  groupsOfAreas,
  type IndexDefinition,
  type IndexObservation,
  type RankUncertainty,
  type RunUncertainty,
  readIndexDefinition,
  type ScoreUncertainty,
  standardUncertaintyPlan,
  type UncertaintyPlan,
} from "#securities";
import type { Store } from "#store";
import { canonicalJson, sha256Of } from "../canonical-json.ts";
import type { Effects } from "../effects.ts";
import { keptOnly } from "../kept-source.ts";
import type { Work } from "../use-case.ts";
import { attributesOfRun } from "./classifications.ts";
import { indexInputs } from "./index-inputs.ts";
import { uncertaintyApart } from "./uncertainty-thread.ts";

type AboutRun = Pick<StoredIndexRun, "id" | "definitionId" | "definitionVersion" | "release" | "recipe">;

export type KeptUncertainty = {
  readonly record: StoredIndexUncertainty;
  readonly found: RunUncertainty;
};

/** The seed of a run's analysis: the same wherever the run is. */
export const seedOfRun = (run: string): number => Number.parseInt(sha256Of(run).slice(0, 8), 16);

/** A definition over observations, ready to be computed again and again. */
export function compiledOver(
  definition: IndexDefinition,
  observations: readonly IndexObservation[],
  attributes: Parameters<typeof groupsOfAreas>[2] = new Map(),
): Result<CompiledIndex> {
  const grid = gridOf(definition, observations);
  if (!grid.ok) return grid;
  const groups = groupsOfAreas(definition, grid.value, attributes);
  return groups.ok ? ok(compileIndex(definition, grid.value, groups.value)) : groups;
}

/** What a frozen run was computed from, read again from its release. */
async function compiledRun(store: Store, run: AboutRun): Promise<Result<CompiledIndex>> {
  const stored = await store.catalogue.indexes.definition(run.definitionId, run.definitionVersion);
  const definition = readIndexDefinition(stored?.definition);
  if (!definition.ok) return definition;
  const inputs = await indexInputs(store, run.release, definition.value);
  if (!inputs.ok) return inputs;
  return compiledOver(definition.value, inputs.value, await attributesOfRun(store, run));
}

const stopped = () => fail(problem("app.stopped", "Stopped before the end. Nothing was kept."));
const wasStopped = (result: Result<unknown>): boolean =>
  !result.ok && result.problems.some(({ code }) => code === "app.stopped");

/** Computes the analysis of a run with a plan of one's own; keeps nothing. */
export async function analyseRun(
  store: Store,
  run: AboutRun,
  changes: Partial<UncertaintyPlan>,
  seed: number,
  work?: Work,
): Promise<Result<RunUncertainty>> {
  const compiled = await compiledRun(store, run);
  if (!compiled.ok) return compiled;
  const plan = standardUncertaintyPlan(compiled.value.definition, changes);
  return (await uncertaintyApart(compiled.value, plan, seed, work)) ?? stopped();
}

/** Analyses read or made last, by store and run; one that is being made is waited for and not made twice. */
const mostKept = 40;
const kept = new WeakMap<Store, Map<string, Promise<Result<KeptUncertainty>>>>();

/**
 * The analysis of a frozen run by the standard plan: the one that is kept, or the one made now and kept from
 * now on.
 *
 * @returns the analysis, or why the run cannot be computed again
 */
export function runUncertainty(
  effects: Effects,
  run: AboutRun,
  work?: Work,
): Promise<Result<KeptUncertainty>> {
  const known = kept.get(effects.store) ?? new Map<string, Promise<Result<KeptUncertainty>>>();
  kept.set(effects.store, known);
  const standing = known.get(run.id);
  if (standing)
    return standing.then((shared) =>
      // Whoever began it went away: those who wait must not be left without an interval.
      wasStopped(shared) && !work?.signal?.aborted ? runUncertainty(effects, run, work) : shared,
    );
  const made = readOrMade(effects, run, work).then(
    (result) => {
      if (!result.ok) known.delete(run.id);
      return result;
    },
    (error: unknown) => {
      known.delete(run.id);
      throw error;
    },
  );
  if (known.size >= mostKept) known.delete(known.keys().next().value!);
  known.set(run.id, made);
  return made;
}

async function readOrMade(effects: Effects, run: AboutRun, work?: Work): Promise<Result<KeptUncertainty>> {
  const { store } = effects;
  const record = await store.catalogue.indexes.uncertainty(run.id);
  const bytes = record && (await store.files.read(record.resultSha256));
  if (record && bytes) return ok({ record, found: JSON.parse(new TextDecoder().decode(bytes)) });
  const seed = seedOfRun(run.id);
  const found = await analyseRun(store, run, {}, seed, work);
  if (!found.ok) return found;
  const file = await store.files.put(new TextEncoder().encode(canonicalJson(found.value)));
  const made: StoredIndexUncertainty = {
    run: run.id,
    recipe: { ...run.recipe, method: "securities.index-uncertainty", seed, codeVersion: effects.codeVersion },
    plan: found.value.recipe.plan,
    resultSha256: file.sha256,
    createdAt: effects.now(),
  };
  return keptOnly(store.files, file.sha256, async () => {
    await store.transaction(async (catalogue) => ok(await catalogue.indexes.addUncertainty(made)));
    return ok({ record: (await store.catalogue.indexes.uncertainty(run.id)) ?? made, found: found.value });
  });
}

/** The ends of the intervals of one area, node and period; `null` where there is none. */
export type Intervals = {
  readonly rankLow: number | null;
  readonly rankHigh: number | null;
  readonly scoreLow: number | null;
  readonly scoreHigh: number | null;
};

export type IntervalOf = (area: string, node: string, period: string | null) => Intervals;

export const noIntervals: IntervalOf = () => ({
  rankLow: null,
  rankHigh: null,
  scoreLow: null,
  scoreHigh: null,
});

const intervalsOf = new WeakMap<RunUncertainty, IntervalOf>();

/**
 * The intervals that stand beside the ranks and scores of a run.
 *
 * Where a run cannot be computed again (a file of its release is gone) there are none: what is frozen is shown
 * all the same, and `verify` tells what is wrong.
 */
export async function runIntervals(effects: Effects, run: AboutRun): Promise<IntervalOf> {
  const made = await runUncertainty(effects, run).catch(() => null);
  if (!made?.ok) return noIntervals;
  const { found } = made.value;
  const known = intervalsOf.get(found);
  if (known) return known;
  const key = (area: string, node: string, period: string | null) => `${area}/${node}/${period ?? ""}`;
  const byPlace = <T extends RankUncertainty | ScoreUncertainty>(list: readonly T[]) =>
    new Map(list.map((one) => [key(one.area, one.node, one.period), one]));
  const [ranks, scores] = [byPlace(found.ranks), byPlace(found.scores)];
  const lookUp: IntervalOf = (area, node, period) => {
    const [rank, score] = [ranks.get(key(area, node, period)), scores.get(key(area, node, period))];
    const isRanked = rank !== undefined && rank.rank !== null;
    return {
      rankLow: isRanked ? rank.low : null,
      rankHigh: isRanked ? rank.high : null,
      scoreLow: score?.score === null ? null : (score?.low ?? null),
      scoreHigh: score?.score === null ? null : (score?.high ?? null),
    };
  };
  intervalsOf.set(found, lookUp);
  return lookUp;
}

/** Computes the kept analysis of a run again from definition, release, plan and seed, and compares. */
export async function verifyUncertainty(
  effects: Effects,
  run: AboutRun,
  compare: (id: string, stored: unknown, recomputed: unknown) => void,
): Promise<void> {
  const { store } = effects;
  const record = await store.catalogue.indexes.uncertainty(run.id);
  if (!record) return;
  const again = await analyseRun(
    store,
    run,
    record.plan as UncertaintyPlan,
    record.recipe.seed ?? seedOfRun(run.id),
  ).catch(() => null);
  compare(
    `uncertainty:${run.id}`,
    record.resultSha256,
    again?.ok ? sha256Of(canonicalJson(again.value)) : null,
  );
  const file = await store.files.read(record.resultSha256).catch(() => null);
  compare(`uncertainty:${run.id} as filed`, record.resultSha256, file && sha256Of(file));
}
