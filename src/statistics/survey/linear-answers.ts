import { ok, type Result } from "#kernel";
import type {
  EstimateRow,
  MeanRequest,
  RatioRequest,
  RequestFrame,
  VarianceRequest,
} from "./estimate-request.ts";
import { type EstimationContext, varianceOptions } from "./estimation-context.ts";
import { intervalBasis, reach, shownDegrees } from "./intervals.ts";
import { type EstimatedDomain, linearEstimates } from "./linear-estimates.ts";
import { type RequestDomains, requestDomains, withoutMissing } from "./request-domains.ts";
import { type AnalysisVariable, analysisVariables } from "./variables.ts";

/** Means and totals, one row for each group and variable, or level of a categorical variable. */
export function meansOrTotals(
  context: EstimationContext,
  request: MeanRequest,
): Result<readonly EstimateRow[]> {
  const domains = requestDomains(context.design, context.table, request);
  if (!domains.ok) return domains;
  const variables = analysisVariables(context.table, request.variables, request.categorical, false);
  if (!variables.ok) return variables;
  const estimates = linearEstimates(context.design, request.statistic, variables.value, domains.value, {
    variance: varianceOptions(context, request),
    designEffect: request.designEffect,
  });
  return estimates.ok
    ? ok(rowsOf(request, domains.value, estimates.value, columnNames(variables.value)))
    : estimates;
}

/** Ratios of totals, one row for each group and numerator. */
export function ratios(context: EstimationContext, request: RatioRequest): Result<readonly EstimateRow[]> {
  const domains = requestDomains(context.design, context.table, request);
  if (!domains.ok) return domains;
  const names = [...request.variables, request.denominator];
  const variables = analysisVariables(context.table, names, undefined, true);
  if (!variables.ok) return variables;
  const estimates = linearEstimates(context.design, "ratio", variables.value, domains.value, {
    variance: varianceOptions(context, request),
  });
  return estimates.ok
    ? ok(
        rowsOf(
          request,
          domains.value,
          estimates.value,
          request.variables.map((variable) => ({ variable, denominator: request.denominator })),
        ),
      )
    : estimates;
}

/**
 * Variances in the population: means of squared distances, times n / (n − 1); one row for each group and
 * variable.
 *
 * The distances are taken from the mean of the sample, which adds nothing to the linearised error.
 */
export function variances(
  context: EstimationContext,
  request: VarianceRequest,
): Result<readonly EstimateRow[]> {
  const domains = requestDomains(context.design, context.table, request);
  if (!domains.ok) return domains;
  const variables = analysisVariables(context.table, request.variables, undefined, true);
  if (!variables.ok) return variables;
  const variance = varianceOptions(context, request);
  const means = linearEstimates(context.design, "mean", variables.value, domains.value, { variance });
  if (!means.ok) return means;
  const distances = variables.value.map((variable, j) =>
    squaredDistancesOf(variable, j, domains.value, means.value),
  );
  const estimates = linearEstimates(context.design, "mean", distances, domains.value, { variance });
  if (!estimates.ok) return estimates;
  // One case shows no variance, and 0 would say that there is none.
  const shown = estimates.value.map((of) =>
    of.cases > 1
      ? of
      : {
          ...of,
          estimate: of.estimate.map(() => Number.NaN),
          covariance: of.covariance.map(() => Number.NaN),
        },
  );
  return ok(rowsOf(request, domains.value, shown, columnNames(distances)));
}

/**
 * (y − ȳ)² · n / (n − 1) row by row, each row with the mean and the number of its own domain.
 *
 * n counts the cases of the domain, those without a value too, as R survey counts them; counting those with a
 * value alone would change the estimate by about missing / n².
 */
function squaredDistancesOf(
  variable: AnalysisVariable,
  j: number,
  domains: RequestDomains,
  means: readonly EstimatedDomain[],
): AnalysisVariable {
  const given = variable.summed as { readonly kind: "number"; readonly values: Float64Array };
  const mean = new Float64Array(domains.count).fill(Number.NaN);
  const factor = new Float64Array(domains.count);
  for (const of of means) {
    mean[of.domain] = of.estimate[j]!;
    const cases = of.cases + of.missing;
    factor[of.domain] = cases > 1 ? cases / (cases - 1) : 1;
  }
  const { codes } = withoutMissing(domains, [variable.column]);
  const values = given.values.map((value, row) => {
    const domain = codes[row]!;
    if (domain < 0) return Number.NaN;
    // As a product: the last digit of a power is not the same in all engines.
    const apart = value - mean[domain]!;
    return apart * apart * factor[domain]!;
  });
  const column = { kind: "number" as const, values };
  return { name: variable.name, column, summed: column, levels: [] };
}

type RowName = { readonly variable: string; readonly level?: string; readonly denominator?: string };

const columnNames = (variables: readonly AnalysisVariable[]): readonly RowName[] =>
  variables.flatMap(({ name, levels, summed }) =>
    summed.kind === "number" ? [{ variable: name }] : levels.map((level) => ({ variable: name, level })),
  );

/** Rows of an answer from the estimates of each group. */
export function rowsOf(
  request: RequestFrame,
  domains: RequestDomains,
  estimates: readonly EstimatedDomain[],
  names: readonly RowName[],
): readonly EstimateRow[] {
  return estimates.flatMap((of) => {
    const basis = intervalBasis(request, of.degreesOfFreedom);
    const reaches = reach(basis);
    const columns = of.estimate.length;
    return names.map((name, j) => {
      const standardError = Math.sqrt(of.covariance[j * columns + j]!);
      return {
        group: domains.groups[of.domain]!,
        ...name,
        estimate: of.estimate[j]!,
        standardError,
        low: of.estimate[j]! - reaches * standardError,
        high: of.estimate[j]! + reaches * standardError,
        confidence: basis.confidence,
        degreesOfFreedom: shownDegrees(basis.degreesOfFreedom),
        ...(of.designEffect === null ? {} : { designEffect: of.designEffect[j]! }),
        n: of.cases,
        missing: of.missing,
      };
    });
  });
}
