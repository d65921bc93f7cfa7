import { fail, failAll, ok, type Problem, problem, type Result } from "#kernel";
import { studentBeyond } from "../distributions/student-t.ts";
import { columnUnknown } from "./compile-design.ts";
import { covarianceOfInfluences } from "./covariance-of-influences.ts";
import type { RegressionRequest, RegressionRow } from "./estimate-request.ts";
import { type EstimationContext, varianceOptions } from "./estimation-context.ts";
import { intervalBasis, reach, shownDegrees } from "./intervals.ts";
import { domainDegrees } from "./linear-estimates.ts";
import { eventOf } from "./proportion-answers.ts";
import { requestDomains, withoutMissing } from "./request-domains.ts";
import type { SurveyColumn } from "./survey-table.ts";
import { choleskyFactor, sandwich, solveFactored } from "./symmetric-systems.ts";
import { analysisVariable, analysisVariables } from "./variables.ts";

type Term = { readonly name: string; readonly values: Float64Array };

/**
 * Coefficients of a linear or a logistic regression, one row for each group and term.
 *
 * Formula: the weighted estimating equations `Σ w x (y − μ) = 0`; the error of a coefficient from the
 * influences `A⁻¹ x (y − μ)`, A being the derivative of the equations. Predictors are centred and scaled
 * inside, so that a constant far from their means costs no digits.
 *
 * @source Binder (1983), International Statistical Review 51; Fuller (1975), Sankhyā C 37
 */
export function regressions(
  context: EstimationContext,
  request: RegressionRequest,
): Result<readonly RegressionRow[]> {
  const { design, table } = context;
  const domains = requestDomains(design, table, request);
  if (!domains.ok) return domains;
  const response = responseOf(context, request);
  if (!response.ok) return response;
  const predictors = predictorTerms(context, request);
  if (!predictors.ok) return predictors;
  const { terms, columns } = predictors.value;
  const { codes, missing } = withoutMissing(domains.value, [
    { kind: "number", values: response.value },
    ...columns,
  ]);
  const degrees = domainDegrees(design, domains.value, missing, null);
  const rows: RegressionRow[] = [];
  for (let domain = 0; domain < domains.value.count; domain++) {
    const inside = codes.map((code) => (code === domain ? 0 : -1));
    const n = inside.reduce((count, code) => count + (code === 0 ? 1 : 0), 0);
    if (n === 0) continue;
    const fitted = fitTo(design.weights, inside, response.value, terms, request);
    if (!fitted.ok) return fitted;
    const covariance = covarianceOfInfluences(
      design,
      inside,
      fitted.value.influences,
      varianceOptions(context, request),
    );
    if (!covariance.ok) return covariance;
    const size = terms.length + 1;
    const residual = degrees[domain]! + 1 - size;
    const basis = intervalBasis(request, residual);
    const reaches = reach(basis);
    // Back from centred and scaled predictors.
    const turned = sandwich(fitted.value.back, covariance.value, size, size);
    for (let j = 0; j < size; j++) {
      const estimate = fitted.value.coefficients[j]!;
      const standardError = Math.sqrt(turned[j * size + j]!);
      const statistic = estimate / standardError;
      rows.push({
        group: domains.value.groups[domain]!,
        term: j === 0 ? "(Intercept)" : terms[j - 1]!.name,
        estimate,
        standardError,
        low: estimate - reaches * standardError,
        high: estimate + reaches * standardError,
        confidence: basis.confidence,
        degreesOfFreedom: shownDegrees(basis.degreesOfFreedom),
        statistic,
        pValue:
          basis.degreesOfFreedom > 0
            ? 2 * studentBeyond(Math.abs(statistic), basis.degreesOfFreedom)
            : Number.NaN,
        n,
        missing: missing[domain]!,
      });
    }
  }
  return ok(rows);
}

function responseOf({ table }: EstimationContext, request: RegressionRequest): Result<Float64Array> {
  if (request.level !== undefined) {
    const event = eventOf(table, request.response, request.level, "response");
    return event.ok ? ok((event.value.column as { readonly values: Float64Array }).values) : event;
  }
  const variable = analysisVariables(table, [request.response], undefined, true);
  if (!variable.ok) return variable;
  const { values } = variable.value[0]!.column as { readonly values: Float64Array };
  const outside =
    request.family === "gaussian"
      ? -1
      : values.findIndex((value) => value !== 0 && value !== 1 && !Number.isNaN(value));
  return outside < 0
    ? ok(values)
    : fail(
        problem(
          "statistics.survey-level-unknown",
          `The response "${request.response}" of a logistic regression is ${values[outside]} in one row. It is 0 or 1; or say which category is the event (level).`,
          { field: "response", column: request.response },
        ),
      );
}

function predictorTerms(
  { table }: EstimationContext,
  request: RegressionRequest,
): Result<{ readonly terms: readonly Term[]; readonly columns: readonly SurveyColumn[] }> {
  const problems: Problem[] = [];
  const terms: Term[] = [];
  const columns: SurveyColumn[] = [];
  for (const [at, name] of request.predictors.entries()) {
    const column = table.columns.get(name);
    if (column === undefined) {
      problems.push(columnUnknown(name, `predictors[${at}]`, table));
      continue;
    }
    columns.push(column);
    const { summed, levels } = analysisVariable(name, column, request.categorical);
    if (summed.kind === "number") terms.push({ name, values: summed.values });
    else
      for (let level = 1; level < levels.length; level++)
        terms.push({
          name: `${name}=${levels[level]}`,
          values: Float64Array.from(summed.codes, (code) => (code === level ? 1 : 0)),
        });
  }
  return problems.length > 0 ? failAll(problems) : ok({ terms, columns });
}

type Fit = {
  readonly coefficients: Float64Array;
  /** Influences on the coefficients of the centred and scaled predictors. */
  readonly influences: readonly Float64Array[];
  /** Turns coefficients of the scaled predictors into those of the predictors. */
  readonly back: Float64Array;
};

function fitTo(
  weights: Float64Array,
  inside: Int32Array,
  response: Float64Array,
  terms: readonly Term[],
  { family, epsilon = usualEpsilon }: RegressionRequest,
): Result<Fit> {
  const size = terms.length + 1;
  const rows: number[] = [];
  for (let row = 0; row < inside.length; row++) if (inside[row] === 0) rows.push(row);
  const { x, back } = scaledPredictors(weights, rows, terms);
  const given = rows.map((row) => ({ weight: weights[row]!, response: response[row]! }));
  const solved = family === "gaussian" ? linear(x, given, size) : logistic(x, given, size, epsilon);
  if (solved === null) return fail(notIdentified(family));
  const influences = Array.from({ length: size }, () => new Float64Array(inside.length));
  const each = new Float64Array(size);
  for (const [at, row] of rows.entries()) {
    for (let j = 0; j < size; j++) each[j] = x[at * size + j]! * solved.residual[at]!;
    const influence = solveFactored(solved.factor, size, each, 1);
    for (let j = 0; j < size; j++) influences[j]![row] = influence[j]!;
  }
  const coefficients = new Float64Array(size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) coefficients[i]! += back[i * size + j]! * solved.beta[j]!;
  return ok({ coefficients, influences, back });
}

/** As the programs stop that estimates are compared with; standard errors keep about six digits. */
const usualEpsilon = 1e-8;
const mostSteps = 50;

type Case = { readonly weight: number; readonly response: number };
type Solution = {
  readonly beta: Float64Array;
  /** Factor of the information. */
  readonly factor: Float64Array;
  /** What a row adds to the estimating equations, before its weight and its predictors. */
  readonly residual: Float64Array;
};

/** Coefficients of `target` on the predictors by least squares with the weights given. */
function leastSquares(
  x: Float64Array,
  spread: Float64Array,
  target: Float64Array,
  size: number,
): { readonly beta: Float64Array; readonly factor: Float64Array } | null {
  const information = new Float64Array(size * size);
  const score = new Float64Array(size);
  for (let at = 0; at < spread.length; at++)
    for (let j = 0; j < size; j++) {
      const weighted = spread[at]! * x[at * size + j]!;
      score[j]! += weighted * target[at]!;
      for (let k = 0; k <= j; k++) information[j * size + k]! += weighted * x[at * size + k]!;
    }
  for (let j = 0; j < size; j++)
    for (let k = j + 1; k < size; k++) information[j * size + k] = information[k * size + j]!;
  const factor = choleskyFactor(information, size);
  return factor === null ? null : { beta: solveFactored(factor, size, score, 1), factor };
}

function predicted(x: Float64Array, beta: Float64Array, size: number): Float64Array {
  const linear = new Float64Array(x.length / size);
  for (let at = 0; at < linear.length; at++)
    for (let j = 0; j < size; j++) linear[at]! += beta[j]! * x[at * size + j]!;
  return linear;
}

function linear(x: Float64Array, cases: readonly Case[], size: number): Solution | null {
  const weight = Float64Array.from(cases, (each) => each.weight);
  const solved = leastSquares(
    x,
    weight,
    Float64Array.from(cases, (each) => each.response),
    size,
  );
  if (solved === null) return null;
  // What is left is regressed once more: that gives back the digits the first solution lost.
  const left = predicted(x, solved.beta, size).map((mean, at) => cases[at]!.response - mean);
  const again = leastSquares(x, weight, left, size)!;
  const beta = solved.beta.map((value, j) => value + again.beta[j]!);
  const residual = predicted(x, beta, size).map((mean, at) => cases[at]!.response - mean);
  return { beta, factor: solved.factor, residual };
}

/** Iterated least squares from means between the responses and one half. */
function logistic(x: Float64Array, cases: readonly Case[], size: number, epsilon: number): Solution | null {
  const average = cases.reduce((sum, { weight }) => sum + weight, 0) / cases.length;
  let mean: Float64Array = Float64Array.from(cases, ({ weight, response }) => {
    const w = weight / average;
    return (w * response + 0.5) / (w + 1);
  });
  let eta: Float64Array = mean.map((p) => Math.log(p / (1 - p)));
  let before = Number.POSITIVE_INFINITY;
  for (let step = 0; step < mostSteps; step++) {
    const spread = mean.map((p, at) => cases[at]!.weight * p * (1 - p));
    const target = eta.map(
      (value, at) => value + (cases[at]!.response - mean[at]!) / (mean[at]! * (1 - mean[at]!)),
    );
    const solved = leastSquares(x, spread, target, size);
    if (solved === null) return null;
    eta = predicted(x, solved.beta, size);
    mean = eta.map((value) => 1 / (1 + Math.exp(-value)));
    if (eta.some((value) => Math.abs(value) > 30)) return null;
    const deviance = cases.reduce(
      (sum, { weight, response }, at) =>
        sum - 2 * (weight / average) * (response === 1 ? Math.log(mean[at]!) : Math.log(1 - mean[at]!)),
      0,
    );
    if (Math.abs(deviance - before) < epsilon * (Math.abs(deviance) + 0.1)) {
      const residual = spread.map(
        (value, at) =>
          ((value / cases[at]!.weight) * (cases[at]!.response - mean[at]!)) / (mean[at]! * (1 - mean[at]!)),
      );
      return { beta: solved.beta, factor: solved.factor, residual };
    }
    before = deviance;
  }
  return null;
}

function scaledPredictors(weights: Float64Array, rows: readonly number[], terms: readonly Term[]) {
  const size = terms.length + 1;
  const x = new Float64Array(rows.length * size);
  const back = new Float64Array(size * size);
  back[0] = 1;
  for (let at = 0; at < rows.length; at++) x[at * size] = 1;
  for (const [j, { values }] of terms.entries()) {
    let weight = 0;
    let sum = 0;
    for (const row of rows) {
      weight += weights[row]!;
      sum += weights[row]! * values[row]!;
    }
    const mean = sum / weight;
    let squares = 0;
    for (const row of rows) squares += weights[row]! * (values[row]! - mean) ** 2;
    const scale = Math.sqrt(squares / weight) || 1;
    for (const [at, row] of rows.entries()) x[at * size + j + 1] = (values[row]! - mean) / scale;
    back[(j + 1) * size + j + 1] = 1 / scale;
    back[j + 1] = -mean / scale;
  }
  return { x, back };
}

const notIdentified = (family: RegressionRequest["family"]): Problem =>
  problem(
    "statistics.survey-not-identified",
    family === "gaussian"
      ? "The coefficients cannot be told apart: a predictor is constant, or follows from the others. Leave it out."
      : "The coefficients cannot be told apart or grow without end: a predictor is constant, follows from the others, or parts the cases with the event from those without it. Leave it out, or join categories.",
    { field: "predictors" },
  );
