import { fail, ok, problem, type Result } from "#kernel";
import { columnUnknown } from "./compile-design.ts";
import type { EstimateRow, ProportionRequest } from "./estimate-request.ts";
import { type EstimationContext, varianceOptions } from "./estimation-context.ts";
import { logisticStart } from "./interpolated-likelihood.ts";
import { intervalBasis, shownDegrees } from "./intervals.ts";
import { linearEstimates } from "./linear-estimates.ts";
import { proportionInterval } from "./proportion-intervals.ts";
import { listed, requestDomains, rowsByDomain, withoutMissing } from "./request-domains.ts";
import { codesOf, indicatorOf, type SurveyTable } from "./survey-table.ts";
import type { AnalysisVariable } from "./variables.ts";

/** Shares of cases with one value, with an interval that keeps inside 0 to 1; by `logit` unless asked. */
export function proportions(
  context: EstimationContext,
  request: ProportionRequest,
): Result<readonly EstimateRow[]> {
  const domains = requestDomains(context.design, context.table, request);
  if (!domains.ok) return domains;
  const rows: EstimateRow[] = [];
  for (const name of request.variables) {
    const event = eventOf(context.table, name, request.level, "variables");
    if (!event.ok) return event;
    const estimates = linearEstimates(context.design, "mean", [event.value], domains.value, {
      variance: varianceOptions(context, request),
    });
    if (!estimates.ok) return estimates;
    const { values } = event.value.column as { readonly values: Float64Array };
    const cases =
      request.interval === "likelihood"
        ? rowsByDomain(withoutMissing(domains.value, [event.value.column]).codes, domains.value.count)
        : null;
    for (const of of estimates.value) {
      const start =
        cases === null ? {} : { start: logisticStart(values, context.design.weights, cases[of.domain]!) };
      const basis = intervalBasis(request, of.degreesOfFreedom);
      const estimate = of.estimate[0]!;
      const standardError = Math.sqrt(of.covariance[0]!);
      rows.push({
        group: domains.value.groups[of.domain]!,
        variable: name,
        level: String(request.level),
        estimate,
        standardError,
        ...proportionInterval(request.interval ?? "logit", {
          estimate,
          standardError,
          cases: of.cases,
          ...basis,
          ...start,
        }),
        confidence: basis.confidence,
        degreesOfFreedom: shownDegrees(basis.degreesOfFreedom),
        n: of.cases,
        missing: of.missing,
      });
    }
  }
  return ok(rows);
}

/** 1 where a column has a value, 0 where it has another, NaN where it has none. */
export function eventOf(
  table: SurveyTable,
  name: string,
  level: string | number,
  field: string,
): Result<AnalysisVariable> {
  const column = table.columns.get(name);
  if (column === undefined) return fail(columnUnknown(name, field, table));
  const { codes, labels } = codesOf(column);
  const wanted = labels.indexOf(String(level));
  if (wanted < 0)
    return fail(
      problem(
        "statistics.survey-level-unknown",
        `No row has ${JSON.stringify(level)} in column "${name}". It has ${listed(labels)}. Correct the value.`,
        { field: "level", column: name },
      ),
    );
  const values = indicatorOf(codes, wanted);
  for (let row = 0; row < codes.length; row++) if (codes[row]! < 0) values[row] = Number.NaN;
  const event = { kind: "number" as const, values };
  return ok({ name, column: event, summed: event, levels: [] });
}
