import { ok, type Result } from "#kernel";
import { covarianceOfInfluences } from "./covariance-of-influences.ts";
import { type DomainSums, domainSums } from "./domain-sums.ts";
import type { EstimateRow, QuantileRequest } from "./estimate-request.ts";
import { type EstimationContext, varianceOptions } from "./estimation-context.ts";
import type { IntervalBasis } from "./intervals.ts";
import { intervalBasis, reach, shownDegrees } from "./intervals.ts";
import { domainDegrees } from "./linear-estimates.ts";
import { proportionInterval } from "./proportion-intervals.ts";
import { replicateCovariance } from "./replicate-covariance.ts";
import { weightsOfReplicate } from "./replicate-weights.ts";
import { requestDomains, rowsByDomain, withoutMissing } from "./request-domains.ts";
import type { ReplicateWeights, SampleDesign } from "./sample-design.ts";
import { analysisVariables } from "./variables.ts";
import { type VarianceOptions, varianceOfTotals } from "./variance-of-totals.ts";
import { type WeightedOrder, weightedOrder, weightedQuantile } from "./weighted-quantile.ts";

/** Quantiles with intervals: one row for each group, variable and probability. */
export function quantiles(
  context: EstimationContext,
  request: QuantileRequest,
): Result<readonly EstimateRow[]> {
  const { design, table } = context;
  const domains = requestDomains(design, table, request);
  if (!domains.ok) return domains;
  const variables = analysisVariables(table, request.variables, undefined, true);
  if (!variables.ok) return variables;
  const variance = varianceOptions(context, request);
  const rule = request.quantileRule ?? "math";
  const rows: EstimateRow[] = [];
  for (const { name, column } of variables.value) {
    const { codes, missing } = withoutMissing(domains.value, [column]);
    const sums = domainSums(design, { codes, count: domains.value.count }, [], false);
    const degrees = domainDegrees(design, domains.value, missing, sums);
    const values = (column as { readonly values: Float64Array }).values;
    for (const [domain, chosen] of rowsByDomain(codes, domains.value.count).entries()) {
      if (chosen.length === 0) continue;
      const basis = intervalBasis(request, design.replicates?.degreesOfFreedom ?? degrees[domain]!);
      const order = weightedOrder(values, design.weights, chosen);
      const given = { design, values, chosen, sums, domain, order, variance, basis };
      for (const probability of request.probabilities) {
        const estimate = weightedQuantile(order, probability, rule);
        const { replicates } = design;
        const ends =
          request.interval === "quantile" && replicates !== undefined
            ? ok(
                replicateInterval(given, replicates, estimate, (of) =>
                  weightedQuantile(of, probability, rule),
                ),
              )
            : request.interval === "score"
              ? scoreInterval(given, probability)
              : shareInterval(given, estimate, request.interval ?? "mean", (p) =>
                  weightedQuantile(order, p, rule),
                );
        if (!ends.ok) return ends;
        const { low, high } = ends.value;
        rows.push({
          group: domains.value.groups[domain]!,
          variable: name,
          probability,
          estimate,
          standardError: (high - low) / (2 * reach(basis)),
          low,
          high,
          confidence: basis.confidence,
          degreesOfFreedom: shownDegrees(basis.degreesOfFreedom),
          n: chosen.length,
          missing: missing[domain]!,
        });
      }
    }
  }
  return ok(rows);
}

type Given = {
  readonly design: SampleDesign;
  readonly values: Float64Array;
  /** Rows of the domain. */
  readonly chosen: Int32Array;
  /** Weights by unit and domain. */
  readonly sums: DomainSums;
  readonly domain: number;
  readonly order: WeightedOrder;
  readonly variance: VarianceOptions;
  readonly basis: IntervalBasis;
};

/** Share of the weights at or below a value, with its standard error. */
function shareBelow(given: Given, value: number): Result<{ readonly share: number; readonly error: number }> {
  const { design, values, chosen, sums, domain, order, variance } = given;
  const weight = order.cumulated[order.cumulated.length - 1]!;
  const from = sums.start[domain]!;
  const unit = sums.unit.subarray(from, sums.start[domain + 1]!);
  const totals = new Float64Array(unit.length);
  for (let at = 0; at < chosen.length; at++) {
    const row = chosen[at]!;
    if (values[row]! <= value) totals[sums.cellOfRow[row]! - from]! += design.weights[row]!;
  }
  const share = totals.reduce((sum, of) => sum + of, 0) / weight;
  for (let at = 0; at < unit.length; at++)
    totals[at] = (totals[at]! - share * sums.weight[from + at]!) / weight;
  const covariance =
    design.calibration === undefined
      ? varianceOfTotals(design, { unit, totals, columns: 1 }, variance)
      : calibratedVariance(given, value, share, weight);
  return covariance.ok ? ok({ share, error: Math.sqrt(covariance.value[0]!) }) : covariance;
}

function calibratedVariance(
  { design, values, chosen, variance }: Given,
  value: number,
  share: number,
  weight: number,
): Result<Float64Array> {
  const inside = new Int32Array(values.length).fill(-1);
  const influence = new Float64Array(values.length);
  for (const row of chosen) {
    inside[row] = 0;
    influence[row] = ((values[row]! <= value ? 1 : 0) - share) / weight;
  }
  return covarianceOfInfluences(design, inside, [influence], variance);
}

/** Woodruff's interval: one for the share of cases up to the quantile, turned back into values. */
function shareInterval(
  given: Given,
  estimate: number,
  method: "mean" | "beta" | "xlogit" | "quantile",
  quantileAt: (p: number) => number,
): Result<{ readonly low: number; readonly high: number }> {
  const found = shareBelow(given, estimate);
  if (!found.ok) return found;
  const ends = proportionInterval(method === "quantile" ? "mean" : method, {
    estimate: found.value.share,
    standardError: found.value.error,
    cases: given.chosen.length,
    ...given.basis,
  });
  return ok({ low: quantileAt(ends.low), high: quantileAt(ends.high) });
}

/** The quantile with the standard error of the replicates' quantiles to each side. */
function replicateInterval(
  { design, values, chosen, basis }: Given,
  replicates: ReplicateWeights,
  estimate: number,
  quantileOf: (order: WeightedOrder) => number,
): { readonly low: number; readonly high: number } {
  const estimates = Array.from({ length: replicates.count }, (_, r) => {
    const weights = weightsOfReplicate(design, replicates, r);
    const kept = chosen.filter((row) => weights[row]! > 0);
    return Float64Array.of(kept.length === 0 ? Number.NaN : quantileOf(weightedOrder(values, weights, kept)));
  });
  const error = Math.sqrt(replicateCovariance(replicates, estimates, Float64Array.of(estimate))[0]!);
  return { low: estimate - reach(basis) * error, high: estimate + reach(basis) * error };
}

/** The values at which the share of cases up to them does not differ from `p` by a test. */
function scoreInterval(given: Given, p: number): Result<{ readonly low: number; readonly high: number }> {
  const { basis } = given;
  const t = reach(basis);
  // Distinct values: the ends must not depend on how many rows share a value.
  const values = given.order.values.filter((value, at, all) => at === 0 || value !== all[at - 1]);
  const last = values.length - 1;
  const first = (from: number, reached: (score: number) => boolean): Result<number> => {
    let low = from;
    let high = last;
    while (low < high) {
      const middle = (low + high) >> 1;
      const found = shareBelow(given, values[middle]!);
      if (!found.ok) return found;
      const { share, error } = found.value;
      if (reached(error > 0 ? (share - p) / error : Math.sign(share - p) * Number.POSITIVE_INFINITY))
        high = middle;
      else low = middle + 1;
    }
    return ok(low);
  };
  const low = first(0, (score) => score >= -t);
  if (!low.ok) return low;
  const high = first(low.value, (score) => score > t);
  if (!high.ok) return high;
  return ok({ low: values[low.value]!, high: values[high.value]! });
}
