// Measures of incomes by domain with their variances: by linearisation, or from replicates.

import { ok, type Result } from "#kernel";
import {
  densityAt,
  densityBandwidth,
  type Incomes,
  incomesOf,
  partedByDomain,
  rowsInOrder,
} from "./income-distribution.ts";
import type { IncomeMeasure } from "./income-measure.ts";
import { domainVariances } from "./income-variance.ts";
import { addLineInfluences, type LineRule, lineOf } from "./poverty-line.ts";
import { replicateCovariance } from "./replicate-covariance.ts";
import { weightsOfReplicate } from "./replicate-weights.ts";
import type { ReplicateWeights, SampleDesign } from "./sample-design.ts";
import type { Codes } from "./survey-table.ts";
import type { VarianceOptions } from "./variance-of-totals.ts";

/** The incomes of a request, sorted once. */
export type LaidOut = {
  readonly values: Float64Array;
  readonly domains: Codes;
  readonly rule: LineRule;
  /** All incomes, whatever is selected, and those of each domain. */
  readonly population: Incomes;
  readonly incomes: readonly Incomes[];
  readonly lineIn: (domain: number) => number;
};

/**
 * Lays out the incomes of all rows and of each domain.
 *
 * Cost: one sort over the rows and a few passes, whatever the number of domains; 40 bytes a row.
 */
export function laidOut(
  { weights }: SampleDesign,
  rule: LineRule,
  values: Float64Array,
  domains: Codes,
): LaidOut {
  const order = rowsInOrder(values, weights);
  const parts = partedByDomain(order, domains.codes, domains.count);
  return {
    values,
    domains,
    rule,
    ...weighted(
      rule,
      incomesOf(values, weights, order),
      parts.map((rows) => incomesOf(values, weights, rows)),
    ),
  };
}

const weighted = (rule: LineRule, population: Incomes, incomes: readonly Incomes[]) => {
  const isOwn = rule.kind === "median" && rule.from === "domain";
  const common = isOwn ? Number.NaN : lineOf(rule, population);
  return {
    population,
    incomes,
    lineIn: (domain: number) => (isOwn ? lineOf(rule, incomes[domain]!) : common),
  };
};

type EstimateWishes = {
  readonly variance: VarianceOptions;
  /** Width of every kernel; from spread and cases unless given. */
  readonly bandwidth: number | undefined;
};

/** A measure in each domain with cases; NaN where it has no value. */
export type MeasuredDomain = {
  readonly domain: number;
  readonly estimate: number;
  readonly standardError: number;
};

/**
 * A measure in each domain with cases.
 *
 * Cost: a few passes over the rows whatever the number of domains, and what `domainVariances` states; with
 * replicates two passes over the rows for each of them, without a further sort.
 */
export function measuredDomains(
  design: SampleDesign,
  laid: LaidOut,
  measure: IncomeMeasure,
  wishes: EstimateWishes,
): Result<readonly MeasuredDomain[]> {
  const estimates = estimatesIn(laid, measure);
  const variances =
    design.replicates === undefined
      ? linearised(design, laid, measure, estimates, wishes)
      : ok(replicated(design, design.replicates, laid, measure, estimates));
  if (!variances.ok) return variances;
  const found: MeasuredDomain[] = [];
  for (const [domain, estimate] of estimates.entries()) {
    if (laid.incomes[domain]!.rows.length === 0) continue;
    const standardError = Number.isNaN(estimate) ? Number.NaN : Math.sqrt(variances.value[domain]!);
    found.push({ domain, estimate, standardError });
  }
  return ok(found);
}

const estimatesIn = (
  { incomes, lineIn }: Pick<LaidOut, "incomes" | "lineIn">,
  measure: IncomeMeasure,
): Float64Array =>
  Float64Array.from(incomes, (of, domain) =>
    of.rows.length === 0 ? Number.NaN : measure.estimate(of, lineIn(domain)),
  );

/** How wide the densities of a domain and of the incomes its line comes from are smoothed. */
export function bandwidthsOf(
  { rule, population, incomes }: LaidOut,
  domain: number,
  given: number | undefined,
): { readonly own: number; readonly line: number } {
  const own = given ?? densityBandwidth(incomes[domain]!);
  const isOwn = rule.kind === "median" && rule.from === "domain";
  return { own, line: given ?? (isOwn ? own : densityBandwidth(population)) };
}

function linearised(
  design: SampleDesign,
  laid: LaidOut,
  measure: IncomeMeasure,
  estimates: Float64Array,
  { variance, bandwidth }: EstimateWishes,
): Result<Float64Array> {
  const { rule, population, incomes, domains, lineIn } = laid;
  const own = new Float64Array(design.rows);
  const slopes = new Float64Array(domains.count);
  for (const [domain, of] of incomes.entries()) {
    const estimate = estimates[domain]!;
    if (Number.isNaN(estimate)) continue;
    const width = bandwidth ?? densityBandwidth(of);
    const density = (value: number) => densityAt(of, width, value);
    slopes[domain] = measure.influence(of, lineIn(domain), estimate, density, own);
    if (rule.kind === "median" && rule.from === "domain")
      addLineInfluences(rule, of, width, slopes[domain]!, own);
  }
  if (rule.kind === "given" || rule.from === "domain")
    return domainVariances(design, domains, { own, line: null, slopes }, variance);
  const influence = new Float64Array(design.rows);
  const inside = new Int32Array(design.rows).fill(-1);
  for (const row of population.rows) inside[row] = 0;
  addLineInfluences(rule, population, bandwidth ?? densityBandwidth(population), 1, influence);
  return domainVariances(design, domains, { own, line: { inside, influence }, slopes }, variance);
}

function replicated(
  design: SampleDesign,
  replicates: ReplicateWeights,
  { rule, values, population, incomes }: LaidOut,
  measure: IncomeMeasure,
  whole: Float64Array,
): Float64Array {
  const isCommon = rule.kind === "median" && rule.from === "population";
  const estimates = Array.from({ length: replicates.count }, (_, r) => {
    const weights = weightsOfReplicate(design, replicates, r);
    const again = (of: Incomes) => incomesOf(values, weights, of.rows);
    return estimatesIn(
      weighted(rule, isCommon ? again(population) : population, incomes.map(again)),
      measure,
    );
  });
  return whole.map(
    (estimate, domain) =>
      replicateCovariance(
        replicates,
        estimates.map((of) => Float64Array.of(of[domain]!)),
        Float64Array.of(estimate),
      )[0]!,
  );
}
