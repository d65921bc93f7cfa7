import { fail, ok, problem, type Result } from "#kernel";
import type { SampleDesign, SingleUnitTreatment } from "./sample-design.ts";
import { isCertain, openShare, probabilityOf } from "./unequal-probabilities.ts";

/** Totals of influences by unit of a design's last stage; units ascending, rows of `columns` numbers. */
export type UnitTotals = {
  readonly unit: Int32Array;
  readonly totals: Float64Array;
  readonly columns: number;
};

export type VarianceOptions = {
  readonly singleUnit: SingleUnitTreatment;
  /** Whether strata with one unit inside the domain, though more were drawn, are treated as such too. */
  readonly adjustSingleUnitsInDomains: boolean;
};

/**
 * Covariances of estimated totals under a design of strata, several stages and finite populations.
 *
 * Formula: at each stage, over its strata h with n drawn of N,
 * `F · (1 − n/N) · n/(n − 1) · Σ (z_i − z̄)(z_i − z̄)ᵀ`, F being the product of the sampling fractions of the
 * stages above; units without cases in the domain count with z = 0. Stages are added. Units drawn with
 * probabilities of their own have a factor of their own in the place of 1 − n/N, and F is their probability.
 *
 * Strata with one unit: `fail` refuses; `remove` and `certainty` add nothing; `adjust` takes the unit's own
 * influence, whose mean over all units is 0 for means and ratios; `average` gives the stratum the mean
 * variance of the others.
 *
 * Cost: the units with cases times the square of the columns; nothing is laid out for the other units.
 *
 * @param given influences of the estimate (its linearisation), summed by unit
 * @returns covariances, columns by columns, in the squared unit of the estimate; or
 *   `statistics.survey-single-unit`
 * @limits Biased low where a stage was drawn without replacement and its population counts are not given for
 *   the stages above.
 * @source Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, results 3.7.1 and 4.3.2;
 *   Binder (1983), On the variances of asymptotically normal estimators from complex surveys
 */
export function varianceOfTotals(
  design: SampleDesign,
  given: UnitTotals,
  options: VarianceOptions,
): Result<Float64Array> {
  const { columns } = given;
  const covariance = new Float64Array(columns * columns);
  const singles: string[] = [];
  let current = given;
  for (let at = design.stages.length - 1; at >= 0; at--) {
    const stage = design.stages[at]!;
    addStage(design, at, current, options, covariance, singles);
    if (stage.parentOf !== null) current = summedByParent(current, stage.parentOf);
  }
  if (singles.length === 0 && covariance.every((value) => !Number.isNaN(value))) return ok(covariance);
  if (singles.length === 0)
    return fail(
      problem(
        "statistics.survey-single-unit",
        "Every stratum of the estimate has a single sampling unit, so that there is no spread to average over and no standard error. Join strata that are alike.",
        { field: "design.singleUnit" },
      ),
    );
  return fail(
    problem(
      "statistics.survey-single-unit",
      `${singles.length === 1 ? "One stratum has" : `${singles.length} strata have`} a single sampling unit (${singles
        .slice(0, 5)
        .map((label) => `"${label}"`)
        .join(", ")}${singles.length > 5 ? " and others" : ""}), ` +
        "so that its spread cannot be seen and no standard error can be given. Join strata that are alike, or choose a treatment (singleUnit).",
      { field: "design.singleUnit" },
    ),
  );
}

function addStage(
  design: SampleDesign,
  at: number,
  { unit, totals, columns }: UnitTotals,
  options: VarianceOptions,
  covariance: Float64Array,
  singles: string[],
): void {
  const stage = design.stages[at]!;
  const mean = new Float64Array(columns);
  const apart = new Float64Array(columns);
  const sum = new Float64Array(columns * columns);
  let seen = 0;
  let left = 0;
  for (let from = 0; from < unit.length; ) {
    const of = stage.stratumOf[unit[from]!]!;
    let to = from + 1;
    while (to < unit.length && stage.stratumOf[unit[to]!] === of) to++;
    let present = 0;
    for (let i = from; i < to; i++) if (!isCertain(stage, unit[i]!)) present += 1;
    const drawn = stage.unequal?.byChance[of] ?? stage.drawn[of]!;
    const share = fractionAbove(design, at, unit[from]!);
    const rest = stage.unequal?.openOf[of] ?? (1 - stage.fraction[of]!) * drawn;
    seen += 1;
    if (rest > 1e-7 * drawn && share > 0) {
      const single = drawn === 1 || (present === 1 && options.adjustSingleUnitsInDomains);
      if (drawn === 1 && options.singleUnit === "fail") singles.push(stage.stratumLabel(of));
      else if (single && options.singleUnit === "average") left += 1;
      else if (drawn > 1 || options.singleUnit === "adjust") {
        const factor = share * (drawn > 1 ? drawn / (drawn - 1) : 1);
        const fromAll = single && options.singleUnit === "adjust";
        mean.fill(0);
        if (!fromAll) {
          for (let i = from; i < to; i++)
            if (!isCertain(stage, unit[i]!))
              for (let j = 0; j < columns; j++) mean[j]! += totals[i * columns + j]!;
          for (let j = 0; j < columns; j++) mean[j]! /= drawn;
        }
        let absent = rest;
        if (stage.unequal === undefined) absent = (1 - stage.fraction[of]!) * (drawn - present);
        for (let i = from; i < to; i++) {
          const open = openShare(stage, unit[i]!, of);
          if (stage.unequal !== undefined) absent -= open;
          for (let j = 0; j < columns; j++) apart[j] = totals[i * columns + j]! - mean[j]!;
          addOuter(sum, apart, factor * open, columns);
        }
        if (!fromAll && present < drawn) addOuter(sum, mean, factor * absent, columns);
      }
    }
    from = to;
  }
  const spread = seen > left ? seen / (seen - left) : Number.NaN;
  for (let place = 0; place < covariance.length; place++) covariance[place]! += sum[place]! * spread;
}

/** Product of the sampling fractions of the stages above a unit. */
function fractionAbove(design: SampleDesign, at: number, unit: number): number {
  let share = 1;
  let of = unit;
  for (let stage = at; stage > 0; stage--) {
    of = design.stages[stage]!.parentOf![of]!;
    share *= probabilityOf(design.stages[stage - 1]!, of);
  }
  return share;
}

function addOuter(sum: Float64Array, x: Float64Array, factor: number, columns: number): void {
  for (let i = 0; i < columns; i++) {
    const scaled = factor * x[i]!;
    if (scaled === 0) continue;
    for (let j = 0; j < columns; j++) sum[i * columns + j]! += scaled * x[j]!;
  }
}

/** Totals by the units of the stage above; units of one parent lie together. */
function summedByParent({ unit, totals, columns }: UnitTotals, parentOf: Int32Array): UnitTotals {
  const parents: number[] = [];
  const sums = new Float64Array(totals.length);
  for (let i = 0; i < unit.length; i++) {
    const parent = parentOf[unit[i]!]!;
    if (parents.length === 0 || parents[parents.length - 1] !== parent) parents.push(parent);
    const place = (parents.length - 1) * columns;
    for (let j = 0; j < columns; j++) sums[place + j]! += totals[i * columns + j]!;
  }
  return { unit: Int32Array.from(parents), totals: sums, columns };
}
