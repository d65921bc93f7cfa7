// Why areas changed their ranks between two runs: shares of the causes that sum to the change.

import { fail, ok, type Problem, problem, type Result, seededRandom } from "#kernel";
import { type PartPlan, planParts, shapleyShares, shapleyWithin } from "#statistics";
import type { AreaAttributes } from "../area-groups.ts";
import { type DefinitionPart, definitionParts, differingParts, rootOf } from "./definition-parts.ts";
import { type PairedObservations, pairObservations, type Side } from "./hybrid-grid.ts";
import { type ComparedRun, type Mixer, type Mixture, type MixturePick, mixerOf } from "./mixture.ts";
import {
  type AreaChange,
  type ChangeCause,
  changeCauses,
  type DividedCause,
  type DividedShares,
  type RunComparison,
  type Standing,
} from "./run-comparison.ts";

export type ComparisonOptions = {
  /** Compared in each run; by default the latest period both have, else the latest of each. */
  readonly periods?: readonly [string | null, string | null] | undefined;
  /** Compared in each run; by default the index itself. */
  readonly nodes?: readonly [string, string] | undefined;
  readonly divide?: DividedCause | undefined;
  /** Groups of areas that came with the data, for imputation. */
  readonly attributes?: AreaAttributes | undefined;
  /** Mixtures that a division by chance may ask for; more make its shares more certain. */
  readonly mostMixtures?: number | undefined;
};

const usualMostMixtures = 2_000;
const mostPairs = 100;
/** One seed for all: a comparison asked for again gives the same figures. */
const seed = 42;

/**
 * Explains every change of score and rank between two runs in shares that sum to the change.
 *
 * Meaning: the share of a cause is what changes when it alone passes from the first run to the second, on
 * average over all orders in which the causes can pass (Shapley). For this every mixture of the two runs
 * is computed: old definition with new data, new countries under old weights, and so on. Mixtures are
 * formed so: what only one of the runs knows (the values of a country, a period or a series that the other
 * lacks; a node that only one definition has) is taken from that run. Where an area has no rank in a
 * mixture, or the mixture cannot be computed, the area counts as half way between its two ranks and
 * scores; how often this happened is told with it.
 *
 * It says what the recipe of the index made of the changes, not why the world changed.
 *
 * Cost: 2^causes runs (32 at the most), and with a division at most about `mostMixtures` more.
 *
 * @returns the comparison, or `securities.not-comparable` where node or period are not there, or the
 *   problem that keeps one of the two runs themselves from being computed
 * @source Shapley and Owen as cited at `shapleyShares` and `shapleyWithin`; mixtures: decision 0042
 */
export function compareRuns(
  from: ComparedRun,
  to: ComparedRun,
  options: ComparisonOptions = {},
): Result<RunComparison> {
  const steps = comparisonSteps(from, to, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** As `compareRuns`, pausing after each run it makes: a server answers others between two of them. */
export function* comparisonSteps(
  from: ComparedRun,
  to: ComparedRun,
  options: ComparisonOptions = {},
): Generator<void, Result<RunComparison>> {
  const runs = [from, to] as const;
  const periods = options.periods ?? usualPeriods(from, to);
  const nodes = options.nodes ?? ([rootOf(from.definition).id, rootOf(to.definition).id] as const);
  for (const side of [0, 1] as const) {
    const missing = notThere(runs[side], nodes[side], periods[side]);
    if (missing) return fail(missing);
  }
  const paired = pairObservations(from, to);
  const differing = differingParts(from.definition, to.definition);
  const parts = definitionParts.filter((part) => differing.has(part));
  const causes = presentCauses(runs, paired, differing, periods);
  const areas = [...new Set([...from.areas, ...to.areas])].sort();
  const mixer = mixerOf(runs, paired, areas, periods, nodes, options.attributes);

  const known: Mixture[] = [];
  for (let coalition = 0; coalition < 2 ** causes.length; coalition++) {
    known.push(mixer(pickOf(causes, coalition)));
    yield;
  }
  const [before, after] = [known[0]!, known.at(-1)!];
  for (const end of [before, after]) if (end.problem) return fail(end.problem);

  const ranked = areas.flatMap((_, i) =>
    Number.isNaN(before.ranks[i]!) || Number.isNaN(after.ranks[i]!) ? [] : [i],
  );
  const worth = (mixture: Mixture): Float64Array => worthOf(mixture, before, after, ranked);
  const worths = known.map(worth);
  const shares = shapleyShares(causes.length, (coalition) => worths[coalition]!);

  const division = dividedInto(options.divide, causes, paired, parts);
  const divided = division && (yield* divide(division, causes, mixer, worths, worth, options));
  const placeOf = new Map(ranked.map((area, place) => [area, place]));
  const changes = areas.map((area, i): AreaChange => {
    const place = placeOf.get(i);
    const standing = ({ ranks, scores }: Mixture): Standing | null =>
      Number.isNaN(ranks[i]!) ? null : { rank: ranks[i]!, score: scores[i]! };
    const own = <T>(list: readonly T[], figure: (item: T, place: number) => number): readonly number[] =>
      place === undefined ? [] : list.map((item) => figure(item, place));
    const [first, last] = [standing(before), standing(after)];
    return {
      area,
      state: stateOf(runs, area, first, last),
      from: first,
      to: last,
      places: own(shares, (share, at) => share[at]!),
      scores: own(shares, (share, at) => share[ranked.length + at]!),
      parts: own(divided?.shares ?? [], (share, at) => share[at]!),
      withoutRank: place === undefined ? 0 : known.filter(({ ranks }) => Number.isNaN(ranks[i]!)).length,
    };
  });
  const [ofFrom, ofTo] = [from, to].map(({ definition }) => new Set(indicatorsOf(definition)));
  return ok({
    periods,
    nodes,
    causes: causes.map((cause, c) => ({
      cause,
      places: moved(shares[c]!, ranked.length),
      largestFor: changes.filter(({ places }) => largestAt(places) === c).length,
    })),
    changes: {
      values: paired.changed,
      entered: to.areas.filter((area) => !from.areas.includes(area)),
      left: from.areas.filter((area) => !to.areas.includes(area)),
      definition: parts,
      indicatorsAdded: [...ofTo!].filter((id) => !ofFrom!.has(id)),
      indicatorsRemoved: [...ofFrom!].filter((id) => !ofTo!.has(id)),
      rules: differing.has("rules"),
      chosenOtherwise: paired.chosenOtherwise,
    },
    divided: divided && divided.told(ranked.length),
    areas: changes,
    mixtures: known.length + (divided?.mixtures ?? 0),
    failed: known.flatMap(({ problem: why }, coalition) =>
      why ? [{ causes: causes.filter((_, c) => coalition & (1 << c)), problem: why }] : [],
    ),
  });
}

const indicatorsOf = ({ nodes }: ComparedRun["definition"]): readonly string[] =>
  nodes.flatMap(({ id, direction }) => (direction === null ? [] : [id]));

/** The latest period that both runs have; where they share none, the latest of each. */
function usualPeriods(from: ComparedRun, to: ComparedRun): readonly [string | null, string | null] {
  const shared = from.periods.filter((period) => to.periods.includes(period)).at(-1);
  return shared === undefined ? [from.periods.at(-1) ?? null, to.periods.at(-1) ?? null] : [shared, shared];
}

function notThere({ definition, periods }: ComparedRun, node: string, period: string | null): Problem | null {
  const known = definition.nodes.filter(({ direction }) => direction === null).map(({ id }) => id);
  if (!known.includes(node))
    return problem(
      "securities.not-comparable",
      `"${node}" is not an index or a part of one in ${definition.id}, version ${definition.version}. Parts there: ${known.slice(0, 12).join(", ")}. Compare a part that both definitions have.`,
      { field: "node" },
    );
  if (periods.includes(period)) return null;
  return problem(
    "securities.not-comparable",
    `The period ${period} does not occur in the run of ${definition.id}, version ${definition.version}. Periods there: ${periods.slice(-12).join(", ")}. Name one of them.`,
    { field: "period" },
  );
}

function presentCauses(
  [from, to]: readonly [ComparedRun, ComparedRun],
  paired: PairedObservations,
  differing: ReadonlySet<DefinitionPart | "rules">,
  periods: readonly [string | null, string | null],
): readonly ChangeCause[] {
  const isOneOnOne = from.periods.length === 1 && to.periods.length === 1;
  const present: Readonly<Record<ChangeCause, boolean>> = {
    values: paired.changed.length > 0,
    areas: from.areas.join() !== to.areas.join(),
    definition: definitionParts.some((part) => differing.has(part)),
    rules: differing.has("rules") || paired.chosenOtherwise > 0,
    period: !isOneOnOne && (periods[0] !== periods[1] || from.periods.join() !== to.periods.join()),
  };
  return changeCauses.filter((cause) => present[cause]);
}

/** Causes in the coalition as in the later run, the others as in the earlier one. */
function pickOf(causes: readonly ChangeCause[], coalition: number): MixturePick {
  const side = (cause: ChangeCause): Side =>
    causes.some((one, c) => one === cause && coalition & (1 << c)) ? 1 : 0;
  return {
    areas: side("areas"),
    periods: side("period"),
    rules: side("rules"),
    values: () => side("values"),
    part: () => side("definition"),
  };
}

/** Places (a lower rank is worth more), then scores, of the areas that have both at either end. */
function worthOf(mixture: Mixture, before: Mixture, after: Mixture, ranked: readonly number[]): Float64Array {
  const worth = new Float64Array(2 * ranked.length);
  for (const [place, i] of ranked.entries()) {
    const hasRank = !Number.isNaN(mixture.ranks[i]!);
    worth[place] = -(hasRank ? mixture.ranks[i]! : (before.ranks[i]! + after.ranks[i]!) / 2);
    worth[ranked.length + place] = hasRank ? mixture.scores[i]! : (before.scores[i]! + after.scores[i]!) / 2;
  }
  return worth;
}

type Division = { readonly cause: DividedCause; readonly player: number; readonly parts: readonly string[] };

function dividedInto(
  cause: DividedCause | undefined,
  causes: readonly ChangeCause[],
  paired: PairedObservations,
  parts: readonly DefinitionPart[],
): Division | null {
  if (cause === undefined || !causes.includes(cause)) return null;
  const into = cause === "values" ? paired.changed.map(({ series }) => series) : parts;
  return { cause, player: causes.indexOf(cause), parts: into };
}

type Divided = {
  readonly shares: readonly Float64Array[];
  readonly mixtures: number;
  told(areas: number): DividedShares;
};

/** The share of one cause among its parts; the mixtures it needs are computed one at a time. */
function* divide(
  { cause, player, parts }: Division,
  causes: readonly ChangeCause[],
  mixer: Mixer,
  worths: readonly Float64Array[],
  worth: (mixture: Mixture) => Float64Array,
  options: ComparisonOptions,
): Generator<void, Divided> {
  const plan = planFor(parts.length, causes.length, options.mostMixtures ?? usualMostMixtures);
  const all = (1n << BigInt(parts.length)) - 1n;
  const known = new Map<string, Float64Array>();
  for (let coalition = 0; coalition < worths.length; coalition++) {
    if (coalition & (1 << player)) continue;
    for (const set of plan.sets) {
      const key = `${coalition}/${set}`;
      if (set === 0n) known.set(key, worths[coalition]!);
      else if (set === all) known.set(key, worths[coalition | (1 << player)]!);
      else {
        const pick = pickOf(causes, coalition);
        const side = (part: string): Side => {
          const at = parts.indexOf(part);
          return at >= 0 && (set >> BigInt(at)) & 1n ? 1 : 0;
        };
        known.set(
          key,
          worth(mixer(cause === "values" ? { ...pick, values: side } : { ...pick, part: side })),
        );
        yield;
      }
    }
  }
  const found = shapleyWithin(
    causes.length,
    player,
    plan,
    (coalition, set) => known.get(`${coalition}/${set}`)!,
  );
  return {
    shares: found.shares,
    mixtures: known.size - 2 ** causes.length,
    told: (areas) => ({
      cause,
      parts,
      places: found.shares.map((share) => moved(share, areas)),
      drawn: plan.orders && {
        orders: plan.orders.length,
        largestError: Math.max(...found.errors!.flatMap((error) => [...error.subarray(0, areas)])),
      },
    }),
  };
}

function planFor(parts: number, causes: number, mostMixtures: number): PartPlan {
  const ofPair = 2 ** (causes - 1) * 2 * parts;
  const pairs = Math.min(mostPairs, Math.floor(mostMixtures / ofPair));
  return planParts(parts, pairs, seededRandom(seed));
}

function stateOf(
  [from, to]: readonly [ComparedRun, ComparedRun],
  area: string,
  first: Standing | null,
  last: Standing | null,
): AreaChange["state"] {
  if (!from.areas.includes(area)) return "entered";
  if (!to.areas.includes(area)) return "left";
  if (first && last) return "both";
  return first ? "lost-rank" : last ? "gained-rank" : "unranked";
}

const moved = (share: Float64Array, areas: number): number =>
  share.subarray(0, areas).reduce((sum, places) => sum + Math.abs(places), 0);

/** Position of the largest share, or -1 where all are 0. */
function largestAt(places: readonly number[]): number {
  let at = -1;
  for (const [i, share] of places.entries())
    if (Math.abs(share) > 1e-9 && (at < 0 || Math.abs(share) > Math.abs(places[at]!))) at = i;
  return at;
}
