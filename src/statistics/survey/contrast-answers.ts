import { fail, ok, problem, type Result } from "#kernel";
import type { ContrastRequest, EstimateRow } from "./estimate-request.ts";
import { type EstimationContext, varianceOptions } from "./estimation-context.ts";
import { evaluateExpression } from "./expression.ts";
import { intervalBasis, reach, shownDegrees } from "./intervals.ts";
import { linearEstimates } from "./linear-estimates.ts";
import { requestDomains } from "./request-domains.ts";
import { sandwich } from "./symmetric-systems.ts";
import { analysisVariables } from "./variables.ts";

/**
 * A number made of means, totals or ratios, with its error by the delta method; one row for each group.
 *
 * Estimates go by the name of their variable; a level of a category by `variable=level`, between backticks.
 *
 * @source Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, section 5.5
 */
export function contrasts(
  context: EstimationContext,
  request: ContrastRequest,
): Result<readonly EstimateRow[]> {
  const { of } = request;
  const domains = requestDomains(context.design, context.table, { ...of, ...request });
  if (!domains.ok) return domains;
  const isRatio = of.statistic === "ratio";
  const names = isRatio ? [...of.variables, of.denominator] : of.variables;
  const variables = analysisVariables(context.table, names, of.categorical, isRatio);
  if (!variables.ok) return variables;
  const called = variables.value
    .slice(0, of.variables.length)
    .flatMap(({ name, levels }) =>
      levels.length === 0 ? [name] : levels.map((level) => `${name}=${level}`),
    );
  const estimates = linearEstimates(context.design, of.statistic, variables.value, domains.value, {
    variance: varianceOptions(context, request),
  });
  if (!estimates.ok) return estimates;
  const rows: EstimateRow[] = [];
  for (const found of estimates.value) {
    const combined = combination(request, called, found.estimate);
    if (!combined.ok) return combined;
    const { value, slopes } = combined.value;
    const standardError = Math.sqrt(sandwich(slopes, found.covariance, 1, called.length)[0]!);
    const basis = intervalBasis(request, found.degreesOfFreedom);
    const reaches = reach(basis);
    rows.push({
      group: domains.value.groups[found.domain]!,
      estimate: value,
      standardError,
      low: value - reaches * standardError,
      high: value + reaches * standardError,
      confidence: basis.confidence,
      degreesOfFreedom: shownDegrees(basis.degreesOfFreedom),
      n: found.cases,
      missing: found.missing,
    });
  }
  return ok(rows);
}

function combination(
  { expression, coefficients }: ContrastRequest,
  names: readonly string[],
  values: Float64Array,
): Result<{ readonly value: number; readonly slopes: Float64Array }> {
  if (coefficients === undefined) return evaluateExpression(expression ?? "", names, values);
  const unknown = Object.keys(coefficients).find((name) => !names.includes(name));
  if (unknown !== undefined)
    return fail(
      problem(
        "statistics.survey-expression-invalid",
        `No estimate is called "${unknown}". There are ${names.map((name) => `"${name}"`).join(", ")}.`,
        { field: "coefficients" },
      ),
    );
  const slopes = Float64Array.from(names, (name) => coefficients[name] ?? 0);
  return ok({ value: slopes.reduce((sum, slope, i) => sum + slope * values[i]!, 0), slopes });
}
