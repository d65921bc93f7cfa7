// One mixture of two runs, computed: some things as in the earlier run, the others as in the later one.

import { type Problem, problem } from "#kernel";
import { competitionRank } from "#statistics";
import { groupsOfAreas } from "../area-groups.ts";
import { scoreTolerance } from "../comparison.ts";
import { compileIndex, scaleOf } from "../compiled-index.ts";
import type { AreaAttributes, IndexDefinition } from "../index-definition.ts";
import { type DefinitionPart, joinedDefinition } from "./definition-parts.ts";
import type { PairedObservations, Side, SideObservations } from "./hybrid-grid.ts";
import type { ChangeCause } from "./run-comparison.ts";

export type ComparedRun = SideObservations & {
  readonly definition: IndexDefinition;
  /** Groups of areas the run was made with, for imputation: part of its rules. */
  readonly attributes?: AreaAttributes | undefined;
};

/** From which run each thing is taken. */
export type MixturePick = {
  readonly areas: Side;
  readonly periods: Side;
  readonly choice: Side;
  readonly rules: Side;
  readonly values: (series: string) => Side;
  readonly part: (part: DefinitionPart) => Side;
};

/** Scores and ranks in the order of the areas asked for; NaN where there is none. */
export type Mixture = {
  readonly ranks: Float64Array;
  readonly scores: Float64Array;
  /** Why the mixture could not be computed; all areas are without a rank then. */
  readonly problem: Problem | null;
};

export type Mixer = (pick: MixturePick) => Mixture;

/**
 * Prepares to compute mixtures of two runs.
 *
 * @param asked areas in whose order scores and ranks are given
 * @param periods the period compared, in each run
 * @param nodes the node compared, in each definition
 */
export function mixerOf(
  runs: readonly [ComparedRun, ComparedRun],
  paired: PairedObservations,
  asked: readonly string[],
  periods: readonly [string | null, string | null],
  nodes: readonly [string, string],
): Mixer {
  const isOneOnOne = runs.every((run) => run.periods.length === 1);
  const placeOf = new Map(asked.map((area, i) => [area, i]));
  const definitionOf = (side: Side) => runs[side].definition;

  return (pick) => {
    const tree = pick.part("indicators");
    const joined = joinedDefinition({
      indicators: definitionOf(tree),
      weights: definitionOf(pick.part("weights")),
      normalisation: definitionOf(pick.part("normalisation")),
      aggregation: definitionOf(pick.part("aggregation")),
      rules: definitionOf(pick.rules),
    });
    const definition = isOneOnOne ? { ...joined, referencePeriod: null } : joined;
    const grid = paired.grid(pick, seriesOf(definition));
    const ranks = new Float64Array(asked.length).fill(Number.NaN);
    const scores = new Float64Array(asked.length).fill(Number.NaN);
    if (definition.referencePeriod !== null && !grid.periods.includes(definition.referencePeriod))
      return { ranks, scores, problem: withoutReference(definition.referencePeriod) };
    const groups = groupsOfAreas(definition, grid, runs[pick.rules].attributes);
    const found = groups.ok ? compileIndex(definition, grid, groups.value).run() : groups;
    if (!found.ok) return { ranks, scores, problem: found.problems[0]! };

    const column = found.value.nodes.get(nodes[tree])!.values;
    const first = grid.periods.indexOf(periods[pick.periods]) * grid.areas.length;
    const own = [...column.subarray(first, first + grid.areas.length)];
    const tolerance = scoreTolerance(scaleOf(definition));
    const ownRanks = competitionRank(
      own.map((score) => (Number.isNaN(score) ? null : score)),
      tolerance,
    );
    for (const [i, area] of grid.areas.entries()) {
      const place = placeOf.get(area);
      if (place === undefined || ownRanks[i] === null) continue;
      ranks[place] = ownRanks[i]!;
      scores[place] = own[i]!;
    }
    return { ranks, scores, problem: null };
  };
}

/** Causes in the coalition as in the later run, the others as in the earlier one. */
export function pickOf(causes: readonly ChangeCause[], coalition: number): MixturePick {
  const side = (cause: ChangeCause): Side =>
    causes.some((one, c) => one === cause && coalition & (1 << c)) ? 1 : 0;
  return {
    areas: side("areas"),
    periods: side("period"),
    choice: side("choice"),
    rules: side("rules"),
    values: () => side("values"),
    part: () => side("definition"),
  };
}

/**
 * The series a definition is made of: its indicators, and what some of them are divided by.
 *
 * @example
 * seriesOf({ nodes: [{ id: "X", direction: 1, steps: { denominator: "POP" } }] }) // => ["X", "POP"]
 */
export const seriesOf = ({ nodes }: Pick<IndexDefinition, "nodes">): readonly string[] => [
  ...new Set(
    nodes.flatMap(({ id, direction, steps }) =>
      direction === null ? [] : steps?.denominator ? [id, steps.denominator] : [id],
    ),
  ),
];

const withoutReference = (period: string): Problem =>
  problem(
    "securities.reference-period-absent",
    `The reference period ${period} of one definition does not occur in the observations of the other run, so that this mixture of the two has no minimum and maximum. Areas count as half way between their two ranks in it.`,
    { field: "referencePeriod" },
  );
