import { fail, failAll, ok, type Problem, problem, type Result } from "#kernel";
import { associations } from "./association-answers.ts";
import { contrasts } from "./contrast-answers.ts";
import { type DesignRow, designAnswers } from "./design-answers.ts";
import { equalMeans } from "./equal-means-answers.ts";
import type { EstimateRequest, EstimateRow, RegressionRow, TestRow } from "./estimate-request.ts";
import type { EstimationContext } from "./estimation-context.ts";
import { incomeMeasures } from "./income-answers.ts";
import { meansOrTotals, ratios, variances } from "./linear-answers.ts";
import { meanDifferences } from "./mean-difference-answers.ts";
import { proportions } from "./proportion-answers.ts";
import { quantiles } from "./quantile-answers.ts";
import type { DesignRequest, SurveyEstimate } from "./read-survey-request.ts";
import { regressions } from "./regression-answers.ts";

/** A line of an answer: an estimate, a coefficient, a test, or what the design says of itself. */
export type AnswerRow = (EstimateRow | RegressionRow | TestRow | DesignRow) & {
  /** The part of a batch it answers. */
  readonly part?: string;
};

/**
 * The rows that answer one request, with their errors by the design.
 *
 * Meaning: errors are linearised and summed by sampling unit, over the stages of the design; with replicate
 * weights they come from the spread of the replicates. A domain keeps all units of the design, also those
 * without a case in it. Rows without a value are left out and counted.
 *
 * Cost: a few passes over the rows, whatever the number of groups; quantiles, regressions and tests in
 * addition a sort or a pass for each group.
 *
 * @param context what `surveyContext` gives
 * @param request an estimate as `readSurveyRequest` checks it
 * @returns rows in the order of groups and variables, or problems: columns and values that the data do not
 *   have, text where numbers are needed, a selection without cases, strata with a single unit
 * @limits Standard errors of estimates that are not smooth (quantiles) are those of an interval turned back;
 *   a treatment of single units other than `fail` guesses at a spread that was not seen.
 * @source docs/methods/survey-estimation.md
 * @example
 * estimateSurvey(
 *   surveyContext(
 *     { clusters: [], strata: [], weights: 1, fpc: [], nested: false, singleUnit: "fail" },
 *     { rows: 4, columns: new Map([["income", { kind: "number", values: Float64Array.of(1, 2, 3, 6) }]]) },
 *   ).value,
 *   { id: "a", statistic: "mean", variables: ["income"] },
 * ).value[0].estimate
 * // => 3
 */
export function estimateSurvey(
  context: EstimationContext,
  request: SurveyEstimate,
): Result<readonly AnswerRow[]> {
  if (request.statistic !== "batch") return answered(context, request);
  const problems: Problem[] = [];
  const rows: AnswerRow[] = [];
  for (const [part, asked] of Object.entries(request.parts)) {
    const answer = answered(context, asked);
    if (answer.ok) rows.push(...answer.value.map((row) => ({ part, ...row })));
    else problems.push(...answer.problems);
  }
  return problems.length > 0 ? failAll(problems) : ok(rows);
}

function answered(
  context: EstimationContext,
  request: EstimateRequest | DesignRequest,
): Result<readonly AnswerRow[]> {
  if (request.statistic === "quantile" && request.interval === "quantile" && !context.design.replicates)
    return fail(
      problem(
        "statistics.survey-replicates-impossible",
        `Estimate "${request.id}" asks for an interval from the quantiles of replicates, and the design has none. Say in design.replicates how they are made, or choose mean, beta, xlogit or score.`,
        { field: "interval" },
      ),
    );
  const answer = answerOf(context, request);
  if (!answer.ok || answer.value.length > 0) return answer;
  return fail(
    problem(
      "statistics.survey-domain-empty",
      `Estimate "${request.id}" has no case: every row it selects lacks a value. Ask for a wider selection or another variable.`,
      { field: "variables" },
    ),
  );
}

function answerOf(
  context: EstimationContext,
  request: EstimateRequest | DesignRequest,
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
    case "equal-means":
      return equalMeans(context, request);
    case "glm":
      return regressions(context, request);
    case "at-risk-of-poverty-rate":
    case "relative-median-poverty-gap":
    case "poverty-gap":
    case "gini":
    case "quintile-share-ratio":
    case "gender-pay-gap":
    case "deficit":
      return incomeMeasures(context, request);
    case "contrast":
      return contrasts(context, request);
    case "weights":
    case "replicate-weights":
    case "degrees-of-freedom":
      return designAnswers(context, request);
  }
}
