import { setImmediate as nextTurn } from "node:timers/promises";
import { permission } from "#access";
import { fail, type Localised, ok, problem, type Result } from "#kernel";
import type { Actor, Release, StoredIndexRun } from "#records";
import {
  type ComparedRun,
  comparisonSteps,
  type IndexDefinition,
  type IndexRun,
  type RunComparison,
  readIndexDefinition,
} from "#securities";
import type { Effects } from "../effects.ts";
import { crossedChoices } from "../indicators/index.ts";
import { shownRun } from "../read-data.ts";
import { readableRelease } from "../releases/visible-releases.ts";
import type { RouteInput, RouteReply, RouteUseCase } from "../use-case.ts";
import { attributesOfRun } from "./classifications.ts";
import { indexInputs } from "./index-inputs.ts";
import { type IntervalOf, runIntervals } from "./uncertainty.ts";

/** A run with what it was made of, for one who may read both. */
type KnownRun = {
  readonly run: StoredIndexRun;
  readonly release: Release;
  readonly definition: IndexDefinition;
};

async function knownRun(
  effects: Effects,
  actor: Actor,
  id: string,
  field: string,
): Promise<Result<KnownRun>> {
  const { indexes } = effects.store.catalogue;
  const run = await indexes.run(id);
  const readable = run && (await readableRelease(effects, actor, run.release));
  if (readable && !readable.ok && readable.problems.every(({ code }) => code !== "app.not-found"))
    return readable;
  const release = readable?.ok ? readable.value.release : null;
  const stored = run && (await indexes.definition(run.definitionId, run.definitionVersion));
  if (!run || !release || !stored)
    return fail(
      problem(
        "app.not-found",
        `There is no index run "${id}". It may be misspelt, or come from another installation; look it up in the list.`,
        { field },
      ),
    );
  const definition = readIndexDefinition(stored.definition);
  return definition.ok ? ok({ run, release, definition: definition.value }) : definition;
}

/** The inputs of a run, with the series of both definitions, so that each can be mixed with the other. */
async function comparedRun(
  effects: Effects,
  { run, release, definition }: KnownRun,
  other: IndexDefinition,
): Promise<Result<ComparedRun>> {
  const own = new Set(definition.nodes.map(({ id }) => id));
  const nodes = [...definition.nodes, ...other.nodes.filter(({ id }) => !own.has(id))];
  const inputs = await indexInputs(effects.store, release.id, { ...definition, nodes });
  if (!inputs.ok) return inputs;
  const { areas, periods } = run.result as IndexRun;
  const attributes = await attributesOfRun(effects.store, run);
  return ok({
    definition,
    attributes,
    areas,
    periods: periods.length > 0 ? periods : [null],
    observations: inputs.value,
  });
}

type Asked = Pick<RouteInput<"compareRuns">, "from" | "to" | "node" | "periodFrom" | "periodTo" | "divide">;
type Found = { readonly from: KnownRun; readonly to: KnownRun; readonly comparison: RunComparison };

const kept = new WeakMap<object, Map<string, RunComparison>>();
const mostKept = 30;

/**
 * The comparison of two frozen runs. Both are computed again as ends of the comparison; where that does not
 * give the frozen ranks, nothing is said rather than something wrong. Other requests are answered between
 * two mixtures. Runs do not change, so the last comparisons are kept.
 */
export async function comparisonOf(effects: Effects, actor: Actor, asked: Asked): Promise<Result<Found>> {
  const from = await knownRun(effects, actor, asked.from, "from");
  if (!from.ok) return from;
  const to = await knownRun(effects, actor, asked.to, "to");
  if (!to.ok) return to;
  const known = kept.get(effects.store) ?? new Map<string, RunComparison>();
  kept.set(effects.store, known);
  const key = JSON.stringify([
    asked.from,
    asked.to,
    asked.node,
    asked.periodFrom,
    asked.periodTo,
    asked.divide,
  ]);
  const standing = known.get(key);
  if (standing) return ok({ from: from.value, to: to.value, comparison: standing });

  const before = await comparedRun(effects, from.value, to.value.definition);
  if (!before.ok) return before;
  const after = await comparedRun(effects, to.value, from.value.definition);
  if (!after.ok) return after;
  const crossed = await crossedChoices(effects.store, [from.value.release.id, to.value.release.id]);
  const sides = [
    { ...before.value, chosenLikeTheOther: crossed?.[0] },
    { ...after.value, chosenLikeTheOther: crossed?.[1] },
  ] as const;
  const { node, periodFrom, periodTo, divide } = asked;
  const periods =
    periodFrom === undefined && periodTo === undefined
      ? undefined
      : ([periodFrom ?? periodTo!, periodTo ?? periodFrom!] as const);
  const steps = comparisonSteps(sides[0], sides[1], {
    divide,
    ...(node !== undefined && { nodes: [node, node] as const }),
    ...(periods && { periods }),
  });
  let step = steps.next();
  for (; !step.done; step = steps.next()) await nextTurn();
  if (!step.value.ok) return step.value;
  const comparison = step.value.value;
  const changed = notAsFrozen(comparison, from.value.run, to.value.run);
  if (changed)
    return fail(
      problem(
        "app.run-not-repeated",
        `Computed again, the run ${changed} does not give the ranks it was frozen with, so that its changes cannot be explained. Run socle verify run:${changed}, which tells the difference.`,
      ),
    );
  if (known.size >= mostKept) known.delete(known.keys().next().value!);
  known.set(key, comparison);
  return ok({ from: from.value, to: to.value, comparison });
}

/** The run whose ends differ from what was frozen; null where both agree. */
function notAsFrozen(
  { areas, nodes, periods }: RunComparison,
  from: StoredIndexRun,
  to: StoredIndexRun,
): string | null {
  for (const [side, run] of [from, to].entries()) {
    const { scores } = run.result as IndexRun;
    const ranks = new Map(
      scores
        .filter(({ node, period }) => node === nodes[side] && period === periods[side])
        .map(({ area, rank }) => [area, rank]),
    );
    for (const change of areas) {
      const standing = side === 0 ? change.from : change.to;
      if ((standing?.rank ?? null) !== (ranks.get(change.area) ?? null)) return run.id;
    }
  }
  return null;
}

const namesOf = (definitions: readonly IndexDefinition[]): Record<string, Localised> =>
  Object.fromEntries(
    definitions.flatMap(({ nodes }) => nodes.flatMap(({ id, title }) => (title ? [[id, title]] : []))),
  );

const periodsOf = ({ run }: KnownRun): (string | null)[] => {
  const { periods } = run.result as IndexRun;
  return periods.length > 0 ? [...periods] : [null];
};

/** Why ranks differ between two runs. */
export const compareRuns: RouteUseCase<"compareRuns"> = async (effects, actor, input) => {
  const allowed = permission(actor, "index.read");
  if (!allowed.ok) return allowed;
  const found = await comparisonOf(effects, actor, input);
  if (!found.ok) return found;
  const { from, to } = found.value;
  const sides = [await runIntervals(effects, from.run), await runIntervals(effects, to.run)] as const;
  return ok(shownComparison(found.value, sides));
};

function shownComparison(
  { from, to, comparison }: Found,
  sides: readonly [IntervalOf, IntervalOf],
): RouteReply<"compareRuns"> {
  const inner = (definition: IndexDefinition) =>
    definition.nodes.filter(({ direction }) => direction === null).map(({ id }) => id);
  const other = new Set(inner(to.definition));
  const ends = (side: 0 | 1, area: string) => {
    const { rankLow, rankHigh } = sides[side](area, comparison.nodes[side], comparison.periods[side]);
    return { rankLow, rankHigh };
  };
  const { periods, nodes, causes, changes, divided, areas, mixtures, failed } = comparison;
  return {
    from: shownRun(from.run),
    to: shownRun(to.run),
    periods: [...periods],
    nodes: [...nodes],
    choices: {
      periodsFrom: periodsOf(from),
      periodsTo: periodsOf(to),
      nodes: inner(from.definition).filter((id) => other.has(id)),
    },
    names: namesOf([from.definition, to.definition]),
    causes: [...causes],
    changes: {
      ...changes,
      values: [...changes.values],
      entered: [...changes.entered],
      left: [...changes.left],
      definition: [...changes.definition],
      indicatorsAdded: [...changes.indicatorsAdded],
      indicatorsRemoved: [...changes.indicatorsRemoved],
    },
    divided: divided && { ...divided, parts: [...divided.parts], places: [...divided.places] },
    areas: areas.map((change) => ({
      ...change,
      from: change.from && { ...change.from, ...ends(0, change.area) },
      to: change.to && { ...change.to, ...ends(1, change.area) },
      places: [...change.places],
      scores: [...change.scores],
      parts: [...change.parts],
    })),
    mixtures,
    failed: failed.map(({ causes: those, problem: why }) => ({ causes: [...those], why: why.message })),
  };
}
