import type { DomainSums, SummedVariable } from "./domain-sums.ts";
import { primaryUnits, weightsOfReplicate } from "./replicate-weights.ts";
import type { ReplicateWeights, SampleDesign } from "./sample-design.ts";

/**
 * Covariances from the estimates of the replicates.
 *
 * Formula: `scale · Σ rscale (θ_r − c)(θ_r − c)ᵀ`, c being the estimate of the whole sample (`mse`) or the mean
 * of the replicates. Replicates in which the estimate has no value are left out.
 *
 * @param estimates of each replicate
 * @source Wolter (2007), Introduction to Variance Estimation
 */
export function replicateCovariance(
  { scale, rscales, mse }: ReplicateWeights,
  estimates: readonly Float64Array[],
  whole: Float64Array,
): Float64Array {
  const columns = whole.length;
  const kept = [...estimates.entries()].filter(([, each]) => each.every((value) => !Number.isNaN(value)));
  const centre = mse ? whole : new Float64Array(columns);
  if (!mse)
    for (const [, each] of kept) for (let j = 0; j < columns; j++) centre[j]! += each[j]! / kept.length;
  const covariance = new Float64Array(columns * columns);
  for (const [r, each] of kept)
    for (let i = 0; i < columns; i++)
      for (let j = 0; j < columns; j++)
        covariance[i * columns + j]! +=
          scale * rscales[r]! * (each[i]! - centre[i]!) * (each[j]! - centre[j]!);
  return covariance;
}

/**
 * Weight and totals of the columns of a domain in each replicate: the weights of all replicates, then the
 * totals of one column after another.
 *
 * Cost: the units with cases times the replicates times the columns, in the order of memory; for a jackknife
 * the units times the columns; for weights that were brought along the rows times the replicates.
 */
export function replicateTotals(
  design: SampleDesign,
  replicates: ReplicateWeights,
  sums: DomainSums,
  variables: readonly SummedVariable[],
  domain: number,
): Float64Array {
  const { count, factors } = replicates;
  const { columns } = sums;
  const totals = new Float64Array(count * (columns + 1));
  const from = sums.start[domain]!;
  const to = sums.start[domain + 1]!;
  if (factors.of === "one-left-out") {
    addLeftOut(totals.subarray(0, count), design, sums, (cell) => sums.weight[cell]!, domain);
    for (let j = 0; j < columns; j++)
      addLeftOut(
        totals.subarray((j + 1) * count, (j + 2) * count),
        design,
        sums,
        (cell) => sums.sums[cell * columns + j]!,
        domain,
      );
    return totals;
  }
  if (factors.of === "units") {
    const { matrix } = factors;
    const primary = primaryUnits(design);
    for (let cell = from; cell < to; cell++) {
      const row = primary[sums.unit[cell]!]! * count;
      const weight = sums.weight[cell]!;
      for (let r = 0; r < count; r++) totals[r]! += matrix[row + r]! * weight;
      for (let j = 0; j < columns; j++) {
        const total = sums.sums[cell * columns + j]!;
        const place = (j + 1) * count;
        for (let r = 0; r < count; r++) totals[place + r]! += matrix[row + r]! * total;
      }
    }
    return totals;
  }
  for (let r = 0; r < count; r++) {
    const weights = weightsOfReplicate(design, replicates, r);
    for (let row = 0; row < weights.length; row++) {
      const cell = sums.cellOfRow[row]!;
      const weight = weights[row]!;
      if (cell < from || cell >= to || weight === 0) continue;
      totals[r]! += weight;
      let at = 0;
      for (const variable of variables)
        if (variable.kind === "number") {
          totals[(at + 1) * count + r]! += weight * (variable.values[row]! - sums.centre[at]!);
          at += 1;
        } else {
          totals[(at + 1 + variable.codes[row]!) * count + r]! += weight;
          at += variable.levels;
        }
    }
  }
  return totals;
}

/** Adds the totals of a column with each primary unit left out in turn. */
function addLeftOut(
  totals: Float64Array,
  design: SampleDesign,
  sums: DomainSums,
  summed: (cell: number) => number,
  domain: number,
): void {
  const [{ stratumOf, drawn, strata }] = design.stages;
  const primary = primaryUnits(design);
  const ofUnit = new Float64Array(totals.length);
  const ofStratum = new Float64Array(strata);
  let all = 0;
  for (let cell = sums.start[domain]!; cell < sums.start[domain + 1]!; cell++) {
    const unit = primary[sums.unit[cell]!]!;
    const value = summed(cell);
    ofUnit[unit]! += value;
    ofStratum[stratumOf[unit]!]! += value;
    all += value;
  }
  for (let left = 0; left < totals.length; left++) {
    const stratum = stratumOf[left]!;
    const others = drawn[stratum]! / (drawn[stratum]! - 1);
    totals[left]! += all - ofStratum[stratum]! + others * (ofStratum[stratum]! - ofUnit[left]!);
  }
}
