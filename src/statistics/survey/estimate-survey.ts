import type { Result } from "#kernel";
import { associations } from "./association-answers.ts";
import { contrasts } from "./contrast-answers.ts";
import type { EstimateRequest, EstimateRow, RegressionRow, TestRow } from "./estimate-request.ts";
import type { EstimationContext } from "./estimation-context.ts";
import { meansOrTotals, ratios, variances } from "./linear-answers.ts";
import { meanDifferences } from "./mean-difference-answers.ts";
import { proportions } from "./proportion-answers.ts";
import { quantiles } from "./quantile-answers.ts";
import { regressions } from "./regression-answers.ts";

/** A line of an answer: an estimate, a coefficient or a test. */
export type AnswerRow = EstimateRow | RegressionRow | TestRow;

/** The rows that answer a request. */
export function estimateSurvey(
  context: EstimationContext,
  request: EstimateRequest,
): Result<readonly AnswerRow[]> {
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
    case "chisq":
      return associations(context, request);
    case "ttest":
      return meanDifferences(context, request);
    case "glm":
      return regressions(context, request);
    case "contrast":
      return contrasts(context, request);
  }
}
