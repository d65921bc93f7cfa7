// Why areas changed their ranks between two runs: shares of the causes that sum to the change.

import { fail, ok, type Problem, problem, type Result } from "#kernel";
import { shapleyShares } from "#statistics";
import { type DefinitionPart, definitionParts, differingParts, rootOf } from "./definition-parts.ts";
import { dividedInto, divideShare, placesMoved } from "./divide-share.ts";
import { type PairedObservations, pairObservations } from "./hybrid-grid.ts";
import { type ComparedRun, type Mixture, mixerOf, pickOf } from "./mixture.ts";
import {
  type AreaChange,
  type ChangeCause,
  changeCauses,
  type DividedCause,
  type RunComparison,
  type Standing,
} from "./run-comparison.ts";

export type ComparisonOptions = {
  /** Compared in each run; by default the latest period both have, else the latest of each. */
  readonly periods?: readonly [string | null, string | null] | undefined;
  /** Compared in each run; by default the index itself. */
  readonly nodes?: readonly [string, string] | undefined;
  readonly divide?: DividedCause | undefined;
  /** Mixtures that a division by chance may ask for; more make its shares more certain. */
  readonly mostMixtures?: number | undefined;
};

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
 * Cost: 2^causes runs (64 at the most), and with a division at most about `mostMixtures` more.
 *
 * @returns the comparison, or `securities.not-comparable` where node or period are not there, or the
 *   problem that keeps one of the two runs themselves from being computed
 * @source Shapley and Owen as cited at `shapleyShares` and `shapleyWithin`; mixtures: decision 0042
 * @example
 * ((run) => compareRuns(run, run).value.areas.map(({ area }) => area))({
 *   definition: readIndexDefinition({ id: "x", version: "1", title: "X", nodes: [{ id: "top" }, { id: "a", parent: "top", direction: 1 }] }).value,
 *   areas: ["A", "B"],
 *   periods: [null],
 *   observations: ["A", "B"].map((area, i) => ({ area, indicator: "a", period: null, value: i })),
 * })
 * // => ["A", "B"]
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

/**
 * As `compareRuns`, pausing after each run it makes: a server answers others between two of them.
 *
 * @example
 * ((run) => [...comparisonSteps(run, run)].length)({
 *   definition: readIndexDefinition({ id: "x", version: "1", title: "X", nodes: [{ id: "top" }, { id: "a", parent: "top", direction: 1 }] }).value,
 *   areas: ["A", "B"],
 *   periods: [null],
 *   observations: ["A", "B"].map((area, i) => ({ area, indicator: "a", period: null, value: i })),
 * })
 * // => 1
 */
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
  const mixer = mixerOf(runs, paired, areas, periods, nodes);

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
  const divided =
    division && (yield* divideShare(division, causes, mixer, worths, worth, options.mostMixtures));
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
      places: placesMoved(shares[c]!, ranked.length),
      largestFor: changes.filter(({ places }) => largestAt(places) === c).length,
    })),
    changes: {
      values: paired.changed,
      entered: to.areas.filter((area) => !from.areas.includes(area)),
      left: from.areas.filter((area) => !to.areas.includes(area)),
      definition: parts,
      indicatorsAdded: [...ofTo!].filter((id) => !ofFrom!.has(id)),
      indicatorsRemoved: [...ofFrom!].filter((id) => !ofTo!.has(id)),
      rules: differing.has("rules") || !haveSameGroups(from, to),
      chosenOtherwise: paired.chosenOtherwise,
    },
    divided: divided?.told(ranked.length) ?? null,
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
    choice: paired.chosenOtherwise > 0,
    areas: from.areas.join() !== to.areas.join(),
    definition: definitionParts.some((part) => differing.has(part)),
    rules: differing.has("rules") || !haveSameGroups(from, to),
    period: !isOneOnOne && (periods[0] !== periods[1] || from.periods.join() !== to.periods.join()),
  };
  return changeCauses.filter((cause) => present[cause]);
}

/** Whether both runs were made with the same groups of areas. */
const haveSameGroups = (from: ComparedRun, to: ComparedRun): boolean => groupsText(from) === groupsText(to);

const groupsText = ({ attributes }: ComparedRun): string =>
  JSON.stringify([...(attributes ?? [])].map(([attribute, of]) => [attribute, [...of].sort()]).sort());

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

/** Position of the largest share, or -1 where all are 0. */
function largestAt(places: readonly number[]): number {
  let at = -1;
  for (const [i, share] of places.entries())
    if (Math.abs(share) > 1e-9 && (at < 0 || Math.abs(share) > Math.abs(places[at]!))) at = i;
  return at;
}
