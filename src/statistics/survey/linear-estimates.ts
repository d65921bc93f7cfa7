import { ok, type Result } from "#kernel";
import { covarianceOfInfluences } from "./covariance-of-influences.ts";
import {
  type DomainEstimate,
  degreesOfFreedom,
  domainMeans,
  domainRatios,
  domainTotals,
  rowInfluences,
} from "./domain-estimates.ts";
import { type DomainSums, domainSums, type SummedVariable } from "./domain-sums.ts";
import { pairedCodes } from "./paired-codes.ts";
import { replicateCovariance, replicateTotals } from "./replicate-covariance.ts";
import type { RequestDomains } from "./request-domains.ts";
import { withoutMissing } from "./request-domains.ts";
import { lastStage, type ReplicateWeights, type SampleDesign } from "./sample-design.ts";
import { squaredDistances } from "./spread-of-domains.ts";
import type { AnalysisVariable } from "./variables.ts";
import { type VarianceOptions, varianceOfTotals } from "./variance-of-totals.ts";

/** Estimates of one domain with all that an answer says of them. */
export type EstimatedDomain = {
  /** Place of the domain's group among the groups of the request. */
  readonly domain: number;
  readonly estimate: Float64Array;
  /** Covariances of the estimates, columns by columns. */
  readonly covariance: Float64Array;
  /** Variance over that of a simple random sample of the same size. */
  readonly designEffect: Float64Array | null;
  readonly degreesOfFreedom: number;
  readonly cases: number;
  readonly missing: number;
  readonly weight: number;
};

export type LinearStatistic = "mean" | "total" | "ratio";

export type LinearWishes = {
  readonly variance: VarianceOptions;
  readonly designEffect?: boolean | "with-replacement" | undefined;
};

const estimators: Readonly<Record<LinearStatistic, (sums: DomainSums, domain: number) => DomainEstimate>> = {
  mean: domainMeans,
  total: domainTotals,
  ratio: domainRatios,
};

/**
 * Means, totals and ratios by domain with their covariances; of a ratio the last variable is the denominator.
 *
 * Cost: a few passes over the rows, whatever the number of domains; then the units with cases of each domain
 * times the square of the columns.
 *
 * @returns one entry for each domain that has cases with a value, or `statistics.survey-single-unit`
 * @source Binder (1983), International Statistical Review 51
 */
export function linearEstimates(
  design: SampleDesign,
  statistic: LinearStatistic,
  variables: readonly AnalysisVariable[],
  domains: RequestDomains,
  wishes: LinearWishes,
): Result<readonly EstimatedDomain[]> {
  const stated = withoutMissing(
    domains,
    variables.map(({ column }) => column),
  );
  const summed = variables.map((variable) => variable.summed);
  const sums = domainSums(
    design,
    { codes: stated.codes, count: domains.count },
    summed,
    statistic === "mean",
  );
  const degrees = domainDegrees(design, domains, stated.missing, sums);
  const found: (DomainEstimate & { readonly domain: number; readonly covariance: Float64Array })[] = [];
  for (let domain = 0; domain < domains.count; domain++) {
    if (sums.start[domain] === sums.start[domain + 1]) continue;
    const estimated = estimators[statistic](sums, domain);
    const { replicates } = design;
    const covariance =
      replicates !== undefined
        ? ok(fromReplicates(design, replicates, statistic, estimated.estimate, sums, summed, domain))
        : design.calibration === undefined
          ? varianceOfTotals(design, estimated.influence, wishes.variance)
          : calibratedCovariance(
              design,
              statistic,
              estimated,
              variables,
              stated.codes,
              domain,
              wishes.variance,
            );
    if (!covariance.ok) return covariance;
    found.push({ ...estimated, domain, covariance: covariance.value });
  }
  const effects =
    wishes.designEffect && statistic !== "ratio"
      ? designEffects(design, sums, summed, statistic, found, wishes.designEffect === true)
      : null;
  return ok(
    found.map(({ domain, estimate, covariance, cases, weight }, at) => ({
      domain,
      estimate,
      covariance,
      designEffect: effects?.[at] ?? null,
      degreesOfFreedom: design.replicates?.degreesOfFreedom ?? degrees[domain]!,
      cases,
      missing: stated.missing[domain]!,
      weight,
    })),
  );
}

function fromReplicates(
  design: SampleDesign,
  replicates: ReplicateWeights,
  statistic: LinearStatistic,
  whole: Float64Array,
  sums: DomainSums,
  summed: readonly SummedVariable[],
  domain: number,
): Float64Array {
  const totals = replicateTotals(design, replicates, sums, summed, domain);
  const { count } = replicates;
  const baseAt = statistic === "ratio" ? sums.columns * count : 0;
  const estimates = Array.from({ length: count }, (_, r) =>
    Float64Array.from(whole, (_, j) => {
      const total = totals[(j + 1) * count + r]!;
      return statistic === "total" ? total : sums.centre[j]! + total / totals[baseAt + r]!;
    }),
  );
  return replicateCovariance(replicates, estimates, whole);
}

function calibratedCovariance(
  design: SampleDesign,
  statistic: LinearStatistic,
  estimated: DomainEstimate,
  variables: readonly AnalysisVariable[],
  codes: Int32Array,
  domain: number,
  options: VarianceOptions,
): Result<Float64Array> {
  const inside = codes.map((code) => (code === domain ? 0 : -1));
  const values = variables.flatMap(({ summed }) =>
    summed.kind === "number"
      ? [(row: number) => summed.values[row]!]
      : Array.from(
          { length: summed.levels },
          (_, level) => (row: number) => (summed.codes[row] === level ? 1 : 0),
        ),
  );
  const influences = rowInfluences(statistic, estimated, values, inside, estimated.base ?? 1);
  return covarianceOfInfluences(design, inside, influences, options);
}

/** Degrees of freedom of each domain, rows without a value included: they were drawn, too. */
export function domainDegrees(
  design: SampleDesign,
  domains: RequestDomains,
  missing: Int32Array,
  sums: Pick<DomainSums, "start" | "unit"> | null,
): Int32Array {
  const degrees = new Int32Array(domains.count);
  const complete = missing.every((count) => count === 0);
  const cells = complete && sums !== null ? sums : unitsByDomain(design, domains);
  for (let domain = 0; domain < domains.count; domain++)
    degrees[domain] = degreesOfFreedom(
      design.stages,
      cells.unit.subarray(cells.start[domain]!, cells.start[domain + 1]!),
    );
  return degrees;
}

function unitsByDomain(design: SampleDesign, domains: RequestDomains): Pick<DomainSums, "start" | "unit"> {
  const cells = pairedCodes(domains, { codes: design.unitOfRow, count: lastStage(design).units });
  const start = new Int32Array(domains.count + 1);
  for (const domain of cells.first) start[domain + 1]! += 1;
  for (let domain = 0; domain < domains.count; domain++) start[domain + 1]! += start[domain]!;
  return { start, unit: cells.second };
}

/** Variances over those of simple random samples of as many cases, with or without the finite population. */
function designEffects(
  design: SampleDesign,
  sums: DomainSums,
  summed: readonly AnalysisVariable["summed"][],
  statistic: "mean" | "total",
  found: readonly (DomainEstimate & { readonly domain: number; readonly covariance: Float64Array })[],
  finite: boolean,
): readonly Float64Array[] {
  const { columns } = sums;
  const means = new Float64Array(sums.domains * columns);
  for (const { domain, estimate, weight } of found)
    for (let j = 0; j < columns; j++)
      means[domain * columns + j] = statistic === "mean" ? estimate[j]! : estimate[j]! / weight;
  const squares = squaredDistances(sums, summed, design.weights, means);
  return found.map(({ domain, covariance, cases, weight }) =>
    Float64Array.from({ length: columns }, (_, j) => {
      const spread = (squares[domain * columns + j]! / weight) * (cases / (cases - 1));
      const ofMean = (spread / cases) * (finite ? (weight - cases) / weight : 1);
      const ofStatistic = statistic === "mean" ? ofMean : ofMean * weight * weight;
      return covariance[j * columns + j]! / ofStatistic;
    }),
  );
}
