import { fail, type MissingReason, ok, problem, type Result } from "#kernel";
import { minMaxNormalise, weightedMean } from "#statistics";
import type { IndexDefinition, IndexNode } from "./index-definition.ts";
import type { IndexObservation, IndexRun, RangeUsed, Score } from "./index-run.ts";
import { childrenByNode } from "./index-tree.ts";

/** What one child gave to a score. */
export type Contribution = {
  readonly node: string;
  readonly kind: "indicator" | "node";
  readonly state: "used" | "missing" | "dropped";
  /** As observed, in the indicator's own unit; `null` for a node and where it is missing. */
  readonly observed: number | null;
  /** Why an indicator has no value. */
  readonly missing: MissingReason | null;
  /** Minimum and maximum an indicator was laid on the scale with. */
  readonly range: RangeUsed | null;
  /** On the scale of the index. */
  readonly value: number | null;
  /** As the definition has it. */
  readonly weight: number;
  /** Its part of the sum of the weights that counted, 0 to 1; `null` where it was not used. */
  readonly weightUsed: number | null;
};

export type ScoreExplanation = {
  readonly score: Score;
  readonly contributions: readonly Contribution[];
  /** The weighted mean of the contributions, before stretching; `null` where the score is. */
  readonly mean: number | null;
  /** The range the mean was stretched from; `null` where it was not. */
  readonly stretchedFrom: RangeUsed | null;
};

/**
 * How a score came about: the value and the weight of each child, the mean, and the range it was stretched
 * from. With it every figure of a run leads to the observations it was made of, and can be worked by hand:
 * `score = stretch(Σ weightUsed · value)`.
 *
 * Cost: one pass over the observations and the scores; for a page about one area give the observations of
 * that area only.
 *
 * @param definition the one the run was made with
 * @param run what `runIndex` gave
 * @param observations those of the run, or only those of the area
 * @param place area, inner node and period (`null` where the data have none)
 * @returns the explanation, or the problem `securities.score-unknown`
 * @limits Explains how a score was computed, not why the world is so.
 * @example
 * explainScore(
 *   { nodes: [] },
 *   { definition: { id: "mini" }, areas: [], scores: [] },
 *   [],
 *   { area: "A", node: "index", period: null },
 * ).problems[0].code // => "securities.score-unknown"
 */
export function explainScore(
  definition: IndexDefinition,
  run: IndexRun,
  observations: readonly IndexObservation[],
  place: { readonly area: string; readonly node: string; readonly period: string | null },
): Result<ScoreExplanation> {
  const { area, node, period } = place;
  const ofArea = new Map<string, Score>();
  for (const score of run.scores)
    if (score.area === area && score.period === period) ofArea.set(score.node, score);
  const score = ofArea.get(node);
  if (score === undefined)
    return fail(
      problem(
        "securities.score-unknown",
        `The run of "${run.definition.id}" has no score of area "${area}", node "${node}"${period === null ? "" : ` and period ${period}`}. Scores exist for its ${run.areas.length} areas and for nodes that are not indicators.`,
      ),
    );
  const observed = new Map<string, IndexObservation>();
  for (const observation of observations)
    if (observation.area === area && observation.period === period)
      observed.set(observation.indicator, observation);

  const ranges = new Map(run.normalisation.map(({ indicator, ...range }) => [indicator, range]));
  const found = childrenByNode(definition.nodes)
    .get(node)!
    .map((child) =>
      child.direction === null
        ? ofNode(child, ofArea.get(child.id)!)
        : ofIndicator(definition, child, ranges.get(child.id)!, observed.get(child.id)),
    );
  const used = found.filter((child) => child.state === "used");
  const total = used.reduce((sum, child) => sum + child.weight, 0);
  const contributions = found.map((child) => ({
    ...child,
    weightUsed: child.state === "used" && score.score !== null ? child.weight / total : null,
  }));
  const mean = weightedMean(
    used.map((child) => child.value!),
    used.map((child) => child.weight),
  );
  const stretchedFrom = run.renormalisation.find((range) => range.node === node);
  return ok({
    score,
    contributions,
    mean: mean.ok && score.score !== null ? mean.value : null,
    stretchedFrom: stretchedFrom
      ? {
          period: stretchedFrom.period,
          minimum: stretchedFrom.minimum,
          maximum: stretchedFrom.maximum,
          n: stretchedFrom.n,
        }
      : null,
  });
}

type Found = Omit<Contribution, "weightUsed">;

function ofNode(child: IndexNode, score: Score): Found {
  const state = score.score !== null ? "used" : score.reason === "group_constant" ? "dropped" : "missing";
  return {
    node: child.id,
    kind: "node",
    state,
    observed: null,
    missing: null,
    range: null,
    value: score.score,
    weight: child.weight,
  };
}

function ofIndicator(
  definition: IndexDefinition,
  child: IndexNode,
  range: RangeUsed,
  observation: IndexObservation | undefined,
): Found {
  const { minimum, maximum } = range;
  const observed = observation?.value ?? null;
  const scale = { ...definition.normalisation, direction: child.direction ?? 1 };
  const value =
    observed === null || minimum === null || maximum === null
      ? null
      : minMaxNormalise(observed, minimum, maximum, scale);
  const dropped = minimum !== null && minimum === maximum;
  return {
    node: child.id,
    kind: "indicator",
    state: dropped ? "dropped" : value === null ? "missing" : "used",
    observed,
    missing: observed === null ? (observation?.missing ?? "missing") : null,
    range,
    value,
    weight: child.weight,
  };
}
