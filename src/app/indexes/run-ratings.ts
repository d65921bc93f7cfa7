// What each area got in a run, in the latest period: what the country pages show of it. A run never
// changes, so it is read once and this small part of it kept.

import type { StoredIndexRun } from "#records";
import { type IndexDefinition, type IndexRun, readIndexDefinition } from "#securities";
import type { Store } from "#store";
import type { Effects } from "../effects.ts";
import { scoreId } from "../trace-ids.ts";
import type { RouteReply } from "../use-case.ts";
import { type IntervalOf, runIntervals } from "./uncertainty.ts";

export type Rating = RouteReply<"countryProfile">["ratings"][number];

type RunRatings = {
  readonly areas: readonly string[];
  readonly byArea: ReadonlyMap<string, readonly Rating[]>;
};

/** Runs kept per store; far more than there are definitions. */
const mostKept = 100;
const kept = new WeakMap<Store, Map<string, Promise<RunRatings>>>();

/** The ratings of a run by area; the index and its sub-indexes, in the latest period the run has. */
export function runRatings(effects: Effects, run: Omit<StoredIndexRun, "result">): Promise<RunRatings> {
  const { store } = effects;
  const known = kept.get(store) ?? new Map<string, Promise<RunRatings>>();
  kept.set(store, known);
  const standing = known.get(run.id);
  if (standing) return standing;
  const made = ratingsOf(effects, run).catch((error: unknown) => {
    known.delete(run.id);
    throw error;
  });
  if (known.size >= mostKept) known.delete(known.keys().next().value!);
  known.set(run.id, made);
  return made;
}

async function ratingsOf(effects: Effects, about: Omit<StoredIndexRun, "result">): Promise<RunRatings> {
  const { indexes } = effects.store.catalogue;
  const stored = await indexes.run(about.id);
  const record = await indexes.definition(about.definitionId, about.definitionVersion);
  const definition = record && readIndexDefinition(record.definition);
  if (!stored || !definition?.ok) return { areas: [], byArea: new Map() };
  const run = stored.result as IndexRun;
  const intervals = await runIntervals(effects, about);
  return { areas: run.areas, byArea: latestRatings(run, definition.value, about, intervals) };
}

function latestRatings(
  run: IndexRun,
  definition: IndexDefinition,
  about: Omit<StoredIndexRun, "result">,
  intervalsOf: IntervalOf,
): ReadonlyMap<string, readonly Rating[]> {
  const period = run.periods.at(-1) ?? null;
  const shown = new Map(
    definition.nodes.filter((node) => node.direction === null).map((node) => [node.id, node]),
  );
  const latest = run.scores.filter((score) => score.period === period);
  const ranked = new Map<string, number>();
  for (const { node, rank } of latest) if (rank !== null) ranked.set(node, (ranked.get(node) ?? 0) + 1);
  const groups = new Map(
    run.countryGroups.filter((g) => g.period === period).map((g) => [`${g.area}/${g.node}`, g]),
  );
  const byArea = new Map<string, Rating[]>();
  for (const score of latest) {
    const node = shown.get(score.node);
    if (!node) continue;
    const group = groups.get(`${score.area}/${score.node}`);
    const rating: Rating = {
      run: about.id,
      definitionId: about.definitionId,
      form: about.form,
      reconstruction: about.reconstruction,
      origin: about.origin,
      node: score.node,
      role: node.role,
      period,
      score: score.score,
      rank: score.rank,
      ...intervalsOf(score.area, score.node, period),
      of: ranked.get(score.node) ?? 0,
      n: score.n,
      expected: score.expected,
      reason: score.reason,
      countryGroup: group?.group ?? null,
      flag: group?.flag ?? null,
      trace: scoreId(about.id, score.area, score.node, period),
    };
    const ratings = byArea.get(score.area);
    if (ratings) ratings.push(rating);
    else byArea.set(score.area, [rating]);
  }
  return byArea;
}
