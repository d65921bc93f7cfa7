import { fail, type MissingReason, ok, problem, type Result } from "#kernel";
import { type Aggregation, aggregateColumns, minMaxNormalise } from "#statistics";
import { groupsOfAreas } from "./area-groups.ts";
import { type CompiledIndex, compileIndex, type IndexScores } from "./compiled-index.ts";
import type { AreaAttributes, IndexDefinition, IndexNode } from "./index-definition.ts";
import type { CellStep, IndexObservation, IndexRun, RangeUsed, Score } from "./index-run.ts";
import { childrenByNode } from "./index-tree.ts";
import { gridOf } from "./run-index.ts";

/** What a step made of a value. */
export type StepOfValue = {
  readonly step: CellStep | "screening";
  /** The denominator, or the method. */
  readonly rule: string;
  /** `null` where the step left no value. */
  readonly value: number | null;
};

/** What one child gave to a score. */
export type Contribution = {
  readonly node: string;
  readonly kind: "indicator" | "node";
  /** `uncounted`: its weight is 0, so that it is shown and does not count. */
  readonly state: "used" | "missing" | "dropped" | "uncounted";
  /** As observed, in the indicator's own unit; `null` for a node and where it is missing. */
  readonly observed: number | null;
  /** Why an indicator has no value. */
  readonly missing: MissingReason | null;
  /** The steps between what was observed and the scale that changed the value, in order. */
  readonly steps: readonly StepOfValue[];
  /** Minimum and maximum an indicator was laid on the scale with, after all steps before it. */
  readonly range: RangeUsed | null;
  /** On the scale of the index. */
  readonly value: number | null;
  /** As the definition has it, or as it was found from the data. */
  readonly weight: number;
  /** Its part of the sum of the weights that counted, 0 to 1; `null` where it was not used. */
  readonly weightUsed: number | null;
};

export type ScoreExplanation = {
  readonly score: Score;
  readonly contributions: readonly Contribution[];
  /** How the values became one. */
  readonly aggregation: Aggregation;
  /** What the aggregation gave, before stretching; `null` where the score is. */
  readonly mean: number | null;
  /** The range the mean was stretched from; `null` where it was not. */
  readonly stretchedFrom: RangeUsed | null;
};

export type PlaceOfScore = {
  readonly area: string;
  readonly node: string;
  readonly period: string | null;
};

/**
 * Whether explaining a score takes the observations of all areas: steps that look at the whole set, such as
 * ranks, outliers and imputation, cannot be followed from those of one area.
 *
 * @example
 * restsOnWholeSet({
 *   imputation: null,
 *   treatment: null,
 *   screening: null,
 *   normalisation: { method: "rank" },
 *   aggregation: { method: "arithmetic" },
 *   nodes: [],
 * }) // => true
 */
export const restsOnWholeSet = (definition: IndexDefinition): boolean =>
  definition.imputation !== null ||
  definition.treatment !== null ||
  definition.screening !== null ||
  definition.normalisation.method !== "min-max" ||
  definition.aggregation.method === "copeland" ||
  definition.nodes.some(
    ({ aggregation, steps }) =>
      aggregation?.method === "copeland" ||
      (steps !== null &&
        (steps.denominator !== null ||
          steps.transformation !== null ||
          !!steps.imputation ||
          !!steps.treatment ||
          (steps.normalisation !== undefined && steps.normalisation.method !== "min-max"))),
  );

/**
 * How a score came about: each child's value after each step, the weight that counted, how the values
 * became one, and the range the result was stretched from. With it every figure of a run leads to the
 * observations it was made of. Under an arithmetic mean it can be worked by hand:
 * `score = stretch(Σ weightUsed · value)`.
 *
 * Cost: one pass over the observations and the scores; where the steps rest on the whole set, one run of the
 * index. For many scores of one run make one `scoreExplainer`.
 *
 * @param definition the one the run was made with
 * @param run what `runIndex` gave
 * @param observations those of the run; those of the area alone where `restsOnWholeSet` is false
 * @param place area, inner node and period (`null` where the data have none)
 * @returns the explanation, or `securities.score-unknown`, or `securities.score-differs` where the
 *   observations are not those of the run
 * @limits Explains how a score was computed, not why the world is so.
 * @example
 * explainScore(
 *   { nodes: [] },
 *   { definition: { id: "mini" }, areas: [], scores: [], normalisation: [], renormalisation: [] },
 *   [],
 *   { area: "A", node: "index", period: null },
 * ).problems[0].code // => "securities.score-unknown"
 */
export function explainScore(
  definition: IndexDefinition,
  run: IndexRun,
  observations: readonly IndexObservation[],
  place: PlaceOfScore,
  attributes?: AreaAttributes,
): Result<ScoreExplanation> {
  return scoreExplainer(definition, run, observations, attributes)(place);
}

/**
 * As `explainScore`, for many scores of one run: the index is computed again once.
 *
 * @example
 * scoreExplainer(
 *   { nodes: [] },
 *   { definition: { id: "mini" }, areas: [], scores: [], normalisation: [], renormalisation: [] },
 *   [],
 * )({ area: "A", node: "index", period: null }).problems[0].code // => "securities.score-unknown"
 */
export function scoreExplainer(
  definition: IndexDefinition,
  run: IndexRun,
  observations: readonly IndexObservation[],
  attributes?: AreaAttributes,
): (place: PlaceOfScore) => Result<ScoreExplanation> {
  const children = childrenByNode(definition.nodes);
  const ranges = new Map(run.normalisation.map(({ indicator, ...range }) => [indicator, range]));
  const stretches = new Map(run.renormalisation.map(({ node, ...range }) => [node, range]));
  const found = new Map(run.weights?.map(({ node, weight }) => [node, weight]));
  const places = new Map<string, OfPlace>();
  let again: Result<Again> | null = null;

  return ({ area, node, period }) => {
    const key = `${area}/${period}`;
    const { scores: ofArea, observed } = places.get(key) ?? ofPlace(run, observations, area, period);
    places.set(key, { scores: ofArea, observed });
    const score = ofArea.get(node);
    if (score === undefined) return unknownScore(run, { area, node, period });
    if (restsOnWholeSet(definition)) again ??= computedAgain(definition, observations, attributes);
    if (again?.ok === false) return again;
    const whole = again?.value ?? null;
    const cell = whole && cellOf(whole.compiled, area, period);
    if (whole && cell !== null && !isSame(whole.scores.nodes.get(node)?.values[cell], score.score))
      return differs(run, { area, node, period });

    const below = children.get(node)!.map((child): Found => {
      const weight = found.get(child.id) ?? child.weight;
      if (child.direction === null) return ofNode(child, weight, ofArea.get(child.id)!);
      const observation = observed.get(child.id);
      const range = ranges.get(child.id)!;
      return whole && cell !== null
        ? ofStages(child, weight, range, observation, whole, cell)
        : ofRange(definition, child, weight, range, observation);
    });
    const used = below.filter((child) => child.state === "used");
    const total = used.reduce((sum, child) => sum + child.weight, 0);
    const own = definition.nodes.find(({ id }) => id === node)!.aggregation;
    const aggregation = own ?? definition.aggregation;
    return ok({
      score,
      contributions: below.map((child) => ({
        ...child,
        weightUsed: child.state === "used" && score.score !== null ? child.weight / total : null,
      })),
      aggregation,
      mean:
        score.score === null
          ? null
          : whole && cell !== null && aggregation.method === "copeland"
            ? comparedWith(whole, children.get(node)!, node, cell)
            : meanOf(used, aggregation),
      stretchedFrom: stretches.get(node) ?? null,
    });
  };
}

type OfPlace = {
  readonly scores: ReadonlyMap<string, Score>;
  readonly observed: ReadonlyMap<string, IndexObservation>;
};

function ofPlace(
  run: IndexRun,
  observations: readonly IndexObservation[],
  area: string,
  period: string | null,
): OfPlace {
  const scores = new Map<string, Score>();
  for (const score of run.scores)
    if (score.area === area && score.period === period) scores.set(score.node, score);
  const observed = new Map<string, IndexObservation>();
  for (const one of observations)
    if (one.area === area && one.period === period) observed.set(one.indicator, one);
  return { scores, observed };
}

type Found = Omit<Contribution, "weightUsed">;
type Again = { readonly compiled: CompiledIndex; readonly scores: IndexScores };

function computedAgain(
  definition: IndexDefinition,
  observations: readonly IndexObservation[],
  attributes?: AreaAttributes,
): Result<Again> {
  const grid = gridOf(definition, observations);
  if (!grid.ok) return grid;
  const groups = groupsOfAreas(definition, grid.value, attributes);
  if (!groups.ok) return groups;
  const compiled = compileIndex(definition, grid.value, groups.value);
  const scores = compiled.run();
  return scores.ok ? ok({ compiled, scores: scores.value }) : scores;
}

const cellOf = ({ grid }: CompiledIndex, area: string, period: string | null): number =>
  grid.periods.indexOf(period) * grid.areas.length + grid.areas.indexOf(area);

const isSame = (value: number | undefined, score: number | null): boolean =>
  value !== undefined &&
  (score === null ? Number.isNaN(value) : Math.abs(value - score) <= 1e-9 * Math.max(1, Math.abs(score)));

const named = ({ area, node, period }: PlaceOfScore): string =>
  `area "${area}", node "${node}"${period === null ? "" : ` and period ${period}`}`;

const unknownScore = (run: IndexRun, place: PlaceOfScore) =>
  fail(
    problem(
      "securities.score-unknown",
      `The run of "${run.definition.id}" has no score of ${named(place)}. Scores exist for its ${run.areas.length} areas and for nodes that are not indicators.`,
    ),
  );

const differs = (run: IndexRun, place: PlaceOfScore) =>
  fail(
    problem(
      "securities.score-differs",
      `The observations at hand do not give the score that the run of "${run.definition.id}" has of ${named(place)}, so that they cannot explain it. Give all observations of the run, and the groups of areas it was made with.`,
    ),
  );

function ofNode(child: IndexNode, weight: number, score: Score): Found {
  const state = score.score !== null ? "used" : score.reason === "group_constant" ? "dropped" : "missing";
  return {
    node: child.id,
    kind: "node",
    state: weight === 0 ? "uncounted" : state,
    observed: null,
    missing: null,
    steps: [],
    range: null,
    value: score.score,
    weight,
  };
}

/** From minimum and maximum of the run, where nothing else of the other areas is needed. */
function ofRange(
  definition: IndexDefinition,
  child: IndexNode,
  weight: number,
  range: RangeUsed,
  observation: IndexObservation | undefined,
): Found {
  const { minimum, maximum } = range;
  const observed = observation?.value ?? null;
  const rule = child.steps?.normalisation ?? definition.normalisation;
  const ends = rule.method === "min-max" ? { low: rule.low, high: rule.high } : {};
  const value =
    observed === null || minimum === null || maximum === null
      ? null
      : minMaxNormalise(observed, minimum, maximum, { ...ends, direction: child.direction ?? 1 });
  const isDropped = minimum !== null && minimum === maximum;
  return indicator(child, weight, range, observation, [], value, isDropped);
}

/** From the values after each step, as the run computed them. */
function ofStages(
  child: IndexNode,
  weight: number,
  range: RangeUsed,
  observation: IndexObservation | undefined,
  { compiled, scores }: Again,
  cell: number,
): Found {
  const { stages, dropped } = scores.indicators.get(child.id)!;
  const at = (column: Float64Array) => (Number.isNaN(column[cell]!) ? null : column[cell]!);
  const changed = stages.changes.filter((change) => change.cell === cell);
  const ruleOf = (step: CellStep) => changed.find((change) => change.step === step)?.rule;
  const { transformation = null, denominator = null } = child.steps ?? {};
  const isLeftOut = compiled.leftOut.has(cell % compiled.grid.areas.length);
  const taken: readonly (StepOfValue | false)[] = [
    denominator !== null && { step: "denominator", rule: denominator, value: at(stages.denominated) },
    ruleOf("imputation") !== undefined && {
      step: "imputation",
      rule: ruleOf("imputation")!,
      value: at(stages.imputed),
    },
    isLeftOut && { step: "screening", rule: "too_few_indicators", value: null },
    transformation !== null && {
      step: "transformation",
      rule: transformation.method,
      value: at(stages.transformed),
    },
    ruleOf("treatment") !== undefined && {
      step: "treatment",
      rule: ruleOf("treatment")!,
      value: at(stages.treated),
    },
  ];
  const steps = taken.filter((step) => step !== false);
  return indicator(child, weight, range, observation, steps, at(stages.normalised), dropped);
}

function indicator(
  child: IndexNode,
  weight: number,
  range: RangeUsed,
  observation: IndexObservation | undefined,
  steps: readonly StepOfValue[],
  value: number | null,
  isDropped: boolean,
): Found {
  const observed = observation?.value ?? null;
  const state = isDropped ? "dropped" : value === null ? "missing" : "used";
  return {
    node: child.id,
    kind: "indicator",
    state: weight === 0 ? "uncounted" : state,
    observed,
    missing: observed === null ? (observation?.missing ?? "missing") : null,
    steps,
    range,
    value,
    weight,
  };
}

/** The mean of the values that counted, formed as the run forms it. */
function meanOf(used: readonly Found[], aggregation: Aggregation): number | null {
  const columns = used.map(({ value, weight }) => ({ values: Float64Array.of(value!), weight }));
  const mean = aggregateColumns(columns, aggregation).values[0];
  return mean === undefined || !Number.isFinite(mean) ? null : mean;
}

/** Copeland's figure of one area: pairs won less pairs lost among the areas that have a score. */
function comparedWith(
  { compiled, scores }: Again,
  children: readonly IndexNode[],
  node: string,
  cell: number,
): number | null {
  const areas = compiled.grid.areas.length;
  const from = Math.floor(cell / areas) * areas;
  const own = scores.nodes.get(node)!.values.subarray(from, from + areas);
  const parts = children.flatMap(({ id }) => {
    const column = scores.nodes.get(id) ?? scores.indicators.get(id)!;
    const weight = scores.weights.get(id)!;
    if (column.dropped || !(weight > 0)) return [];
    const values = column.values.slice(from, from + areas);
    return [{ values: values.map((value, i) => (Number.isNaN(own[i]!) ? Number.NaN : value)), weight }];
  });
  const figure = aggregateColumns(parts, { method: "copeland" }).values[cell - from];
  return figure === undefined || Number.isNaN(figure) ? null : figure;
}
