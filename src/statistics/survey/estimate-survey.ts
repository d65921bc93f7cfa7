import type { Result } from "#kernel";
import type { EstimateRequest, EstimateRow } from "./estimate-request.ts";
import type { EstimationContext } from "./estimation-context.ts";
import { proportions } from "./proportion-answers.ts";
import { quantiles } from "./quantile-answers.ts";
import { meansOrTotals, ratios, variances } from "./linear-answers.ts";

/** The rows that answer a request. */
export function estimateSurvey(
  context: EstimationContext,
  request: EstimateRequest,
): Result<readonly EstimateRow[]> {
  switch (request.statistic) {
    case "mean":
    case "total":
      return meansOrTotals(context, request);
    case "ratio":
      return ratios(context, request);
    case "variance":
      return variances(context, request);
    case "proportion":
      return proportions(context, request);
    case "quantile":
      return quantiles(context, request);
    default:
      throw new Error(`no estimator for ${request.statistic}`);
  }
}
