// From a point in a cube to one way of computing the index.

import { seededRandom } from "#kernel";
import { type Aggregation, normalQuantile } from "#statistics";
import type { CompiledIndex } from "../compiled-index.ts";
import type { IndexDefinition } from "../index-definition.ts";
import type { StepChoices } from "../indicator-column.ts";
import type { FlatRun } from "./flat-index.ts";
import { choicesOf, type UncertaintyFactorId, type UncertaintyPlan } from "./uncertainty-plan.ts";

/** The factors of a plan that can change anything, and all choices of steps they lead to. */
export type Factors = {
  readonly ids: readonly UncertaintyFactorId[];
  /** How many levels a factor has; 0 for one drawn from a range. */
  readonly levels: readonly number[];
  readonly steps: readonly StepChoices[];
  /** `null`: every node as the definition has it. */
  readonly aggregations: readonly (Aggregation | null)[];
};

export function factorsOf(index: CompiledIndex, plan: UncertaintyPlan): Factors {
  const { definition, grid } = index;
  const normalisations = choicesOf(definition.normalisation, plan.normalisation);
  const imputations = choicesOf(definition.imputation, plan.imputation);
  const treatments = choicesOf(definition.treatment, plan.treatment);
  const aggregations = choicesOf<Aggregation>(definition.aggregation, plan.aggregation);
  const leaves = definition.nodes.filter((node) => node.direction !== null);
  const indicators = leaves.length;
  // Errors of a series that only divides others are not drawn, and make no factor.
  const hasErrors = leaves.some(({ id }) => grid.errors?.get(id)?.some((error) => error > 0));
  const found: [UncertaintyFactorId, number][] = [];
  if (plan.weights !== null && plan.weights > 0) found.push(["weights", 0]);
  if (normalisations.length > 1) found.push(["normalisation", normalisations.length]);
  if (aggregations.length > 1) found.push(["aggregation", aggregations.length]);
  if (imputations.length > 1) found.push(["imputation", imputations.length]);
  if (treatments.length > 1) found.push(["treatment", treatments.length]);
  if (plan.leaveOneOut && indicators > 1) found.push(["leave-one-out", indicators + 1]);
  if (plan.samplingError && hasErrors) found.push(["sampling-error", 0]);
  const steps = normalisations.flatMap((normalisation, n) =>
    imputations.flatMap((imputation, i) =>
      treatments.map(
        (treatment, t): StepChoices => ({
          ...(n > 0 && { normalisation }),
          ...(i > 0 && { imputation }),
          ...(t > 0 && { treatment }),
        }),
      ),
    ),
  );
  return {
    ids: found.map(([id]) => id),
    levels: found.map(([, count]) => count),
    steps,
    aggregations: aggregations.map((aggregation, i) => (i === 0 ? null : aggregation)),
  };
}

/** Salt for the random numbers of a factor, so that two factors never draw the same. */
const salts = { weights: 0x5bd1e995, values: 0x27d4eb2f } as const;

/** What is chosen at a point: all of a run but the numbers that are drawn. */
export type DrawnChoices = Pick<FlatRun, "steps" | "aggregation" | "without">;

/**
 * The choices that a point stands for: a factor with levels takes the level its coordinate falls into.
 *
 * @returns a function of coordinates from 0 to 2³² − 1
 */
export function choiceDrawer(
  { ids, levels, aggregations }: Factors,
  indicators: readonly number[],
): (at: (factor: number) => number) => DrawnChoices {
  const place = (id: UncertaintyFactorId) => ids.indexOf(id);
  const level = (factor: number, at: (factor: number) => number) =>
    factor < 0 ? 0 : Math.floor((at(factor) / 4294967296) * levels[factor]!);
  const sizes = {
    imputation: levels[place("imputation")] ?? 1,
    treatment: levels[place("treatment")] ?? 1,
  };
  const [byStep, byMean, left] = [place("normalisation"), place("aggregation"), place("leave-one-out")];
  return (at) => {
    const steps =
      (level(byStep, at) * sizes.imputation + level(place("imputation"), at)) * sizes.treatment +
      level(place("treatment"), at);
    const out = left < 0 ? -1 : level(left, at) - 1;
    return {
      steps,
      aggregation: aggregations[level(byMean, at)]!,
      without: out < 0 ? -1 : indicators[out]!,
    };
  };
}

/**
 * Makes the run that a point stands for: one coordinate for each factor.
 *
 * Choices as `choiceDrawer` makes them. Weights and sampling errors are many numbers: their coordinate is the seed they are drawn from, so that a factor as a whole keeps one coordinate
 * and can be exchanged as a whole (Saisana and others 2005 use triggers in the same way).
 *
 * @param weights the weights that counted in the run as defined, by position of the node
 * @returns a function of coordinates from 0 to 2³² − 1; what it returns is valid until it is called again
 */
export function runDrawer(
  index: CompiledIndex,
  plan: UncertaintyPlan,
  factors: Factors,
  weights: Float64Array,
  indicators: readonly number[],
): (at: (factor: number) => number) => FlatRun {
  const { definition, grid } = index;
  const choices = choiceDrawer(factors, indicators);
  const [weighting, sampled] = [factors.ids.indexOf("weights"), factors.ids.indexOf("sampling-error")];
  const drawn = weights.slice();
  const noisy = sampled < 0 ? null : noisyColumns(definition, grid, indicators);
  return (at) => {
    if (weighting >= 0) {
      const random = seededRandom(at(weighting) ^ salts.weights);
      for (let i = 0; i < drawn.length; i++)
        drawn[i] = weights[i]! * (1 + plan.weights! * (2 * random() - 1));
    }
    if (noisy) drawValues(noisy, seededRandom(at(sampled) ^ salts.values));
    return {
      ...choices(at),
      weights: drawn,
      values: noisy === null ? null : noisy.map((column) => column?.values ?? null),
    };
  };
}

type NoisyColumn = {
  readonly observed: Float64Array;
  /** Cells with a standard error above 0, and these. */
  readonly cells: Int32Array;
  readonly errors: Float64Array;
  readonly values: Float64Array;
};

function noisyColumns(
  { nodes }: IndexDefinition,
  grid: CompiledIndex["grid"],
  indicators: readonly number[],
): readonly (NoisyColumn | null)[] {
  return indicators.map((node) => {
    const { id } = nodes[node]!;
    const errors = grid.errors?.get(id);
    const observed = grid.values.get(id)!;
    if (!errors) return null;
    const cells = Int32Array.from(
      [...errors.keys()].filter((cell) => errors[cell]! > 0 && !Number.isNaN(observed[cell]!)),
    );
    if (cells.length === 0) return null;
    return {
      observed,
      cells,
      errors: Float64Array.from(cells, (cell) => errors[cell]!),
      values: observed.slice(),
    };
  });
}

function drawValues(columns: readonly (NoisyColumn | null)[], random: () => number): void {
  for (const column of columns) {
    if (column === null) continue;
    const { observed, cells, errors, values } = column;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]!;
      // Half a step on from the multiples of 2⁻³² the generator gives: 0 has no normal quantile.
      values[cell] = observed[cell]! + errors[i]! * normalQuantile(random() + 2 ** -33);
    }
  }
}
