import { fail, failAll, ok, type Problem, problem, type Result } from "#kernel";
import { studentBeyond } from "../distributions/student-t.ts";
import { columnUnknown } from "./compile-design.ts";
import { covarianceOfInfluences } from "./covariance-of-influences.ts";
import type { RegressionRequest, RegressionRow } from "./estimate-request.ts";
import { type EstimationContext, varianceOptions } from "./estimation-context.ts";
import { intervalBasis, reach, shownDegrees } from "./intervals.ts";
import { domainDegrees } from "./linear-estimates.ts";
import { eventOf } from "./proportion-answers.ts";
import { requestDomains, rowsByDomain, withoutMissing } from "./request-domains.ts";
import { indicatorOf, type SurveyColumn } from "./survey-table.ts";
import { choleskyFactor, product, sandwich, solveFactored } from "./symmetric-systems.ts";
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
  for (const [domain, chosen] of rowsByDomain(codes, domains.value.count).entries()) {
    if (chosen.length === 0) continue;
    const fitted = fitTo(design.weights, chosen, response.value, terms, request);
    if (!fitted.ok) return fitted;
    const inside = new Int32Array(design.rows).fill(-1);
    for (let at = 0; at < chosen.length; at++) inside[chosen[at]!] = 0;
    const covariance = covarianceOfInfluences(
      design,
      inside,
      fitted.value.scores,
      varianceOptions(context, request),
    );
    if (!covariance.ok) return covariance;
    const size = terms.length + 1;
    const residual = degrees[domain]! + 1 - size;
    const basis = intervalBasis(request, residual);
    const reaches = reach(basis);
    const turned = sandwich(fitted.value.turn, covariance.value, size, size);
    for (let j = 0; j < size; j++) {
      const estimate = fitted.value.coefficients[j]!;
      const standardError = Math.sqrt(turned[j * size + j]!);
      // Without any spread there is nothing to test, and what rounding left would look like proof.
      const statistic = standardError > 0 ? estimate / standardError : Number.NaN;
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
        n: chosen.length,
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
        terms.push({ name: `${name}=${levels[level]}`, values: indicatorOf(summed.codes, level) });
  }
  return problems.length > 0 ? failAll(problems) : ok({ terms, columns });
}

type Fit = {
  readonly coefficients: Float64Array;
  /** What each row adds to the estimating equations of the centred and scaled predictors. */
  readonly scores: readonly Float64Array[];
  /** Turns scores into influences on the coefficients of the predictors as they are. */
  readonly turn: Float64Array;
};

function fitTo(
  weights: Float64Array,
  rows: Int32Array,
  response: Float64Array,
  terms: readonly Term[],
  { family, epsilon = usualEpsilon }: RegressionRequest,
): Result<Fit> {
  const size = terms.length + 1;
  const { x, back } = scaledPredictors(weights, rows, terms);
  const cases = { weight: pickedOf(weights, rows), response: pickedOf(response, rows) };
  const solved = family === "gaussian" ? linear(x, cases, size) : logistic(x, cases, size, epsilon);
  if (solved === null) return fail(notIdentified(family));
  const scores = Array.from({ length: size }, (_, j) => {
    const score = new Float64Array(weights.length);
    for (let at = 0; at < rows.length; at++) score[rows[at]!] = x[at * size + j]! * solved.residual[at]!;
    return score;
  });
  const unit = new Float64Array(size * size);
  for (let j = 0; j < size; j++) unit[j * size + j] = 1;
  const turn = product(back, solveFactored(solved.factor, size, unit, size), size, size, size);
  return ok({ coefficients: product(back, solved.beta, size, size, 1), scores, turn });
}

function pickedOf(values: Float64Array, rows: Int32Array): Float64Array {
  const picked = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) picked[at] = values[rows[at]!]!;
  return picked;
}

/** As the programs stop that estimates are compared with; standard errors keep about six digits. */
const usualEpsilon = 1e-8;
const mostSteps = 50;

type Cases = { readonly weight: Float64Array; readonly response: Float64Array };
type Solution = {
  readonly beta: Float64Array;
  /** Factor of the information. */
  readonly factor: Float64Array;
  /** What a row adds to the estimating equations, before its weight and its predictors. */
  readonly residual: Float64Array;
};

/** Factor of the weighted cross products of the predictors; `null` where they follow from one another. */
function informationFactor(x: Float64Array, spread: Float64Array, size: number): Float64Array | null {
  const information = new Float64Array(size * size);
  for (let at = 0; at < spread.length; at++)
    for (let j = 0; j < size; j++) {
      const weighted = spread[at]! * x[at * size + j]!;
      for (let k = 0; k <= j; k++) information[j * size + k]! += weighted * x[at * size + k]!;
    }
  for (let j = 0; j < size; j++)
    for (let k = j + 1; k < size; k++) information[j * size + k] = information[k * size + j]!;
  return choleskyFactor(information, size);
}

/** Coefficients of `target` on the predictors by least squares with the weights the factor was made with. */
function leastSquares(
  x: Float64Array,
  spread: Float64Array,
  factor: Float64Array,
  target: Float64Array,
  size: number,
): Float64Array {
  const score = new Float64Array(size);
  for (let at = 0; at < spread.length; at++) {
    const weighted = spread[at]!;
    for (let j = 0; j < size; j++) score[j]! += weighted * x[at * size + j]! * target[at]!;
  }
  return solveFactored(factor, size, score, 1);
}

function predicted(x: Float64Array, beta: Float64Array, size: number): Float64Array {
  const linear = new Float64Array(x.length / size);
  for (let at = 0; at < linear.length; at++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += beta[j]! * x[at * size + j]!;
    linear[at] = sum;
  }
  return linear;
}

function linear(x: Float64Array, { weight, response }: Cases, size: number): Solution | null {
  const residualOf = (beta: Float64Array): Float64Array => {
    const residual = predicted(x, beta, size);
    for (let at = 0; at < residual.length; at++) residual[at] = response[at]! - residual[at]!;
    return residual;
  };
  const factor = informationFactor(x, weight, size);
  if (factor === null) return null;
  const constant = response[0]!;
  if (response.every((value) => value === constant)) {
    const beta = new Float64Array(size);
    beta[0] = constant;
    return { beta, factor, residual: new Float64Array(response.length) };
  }
  const first = leastSquares(x, weight, factor, response, size);
  // What is left is regressed once more: that gives back the digits the first solution lost.
  const again = leastSquares(x, weight, factor, residualOf(first), size);
  const beta = first.map((value, j) => value + again[j]!);
  return { beta, factor, residual: residualOf(beta) };
}

/** Iterated least squares from means between the responses and one half. */
function logistic(
  x: Float64Array,
  { weight, response }: Cases,
  size: number,
  epsilon: number,
): Solution | null {
  const cases = weight.length;
  const average = weight.reduce((sum, each) => sum + each, 0) / cases;
  const mean = new Float64Array(cases);
  let eta = new Float64Array(cases);
  for (let at = 0; at < cases; at++) {
    const w = weight[at]! / average;
    const p = (w * response[at]! + 0.5) / (w + 1);
    mean[at] = p;
    eta[at] = Math.log(p / (1 - p));
  }
  const spread = new Float64Array(cases);
  const target = new Float64Array(cases);
  let before = Number.POSITIVE_INFINITY;
  for (let step = 0; step < mostSteps; step++) {
    for (let at = 0; at < cases; at++) {
      const p = mean[at]!;
      spread[at] = weight[at]! * p * (1 - p);
      target[at] = eta[at]! + (response[at]! - p) / (p * (1 - p));
    }
    const factor = informationFactor(x, spread, size);
    if (factor === null) return null;
    const beta = leastSquares(x, spread, factor, target, size);
    eta = predicted(x, beta, size) as typeof eta;
    let deviance = 0;
    for (let at = 0; at < cases; at++) {
      if (Math.abs(eta[at]!) > 30) return null;
      const p = 1 / (1 + Math.exp(-eta[at]!));
      mean[at] = p;
      deviance -= 2 * (weight[at]! / average) * Math.log(response[at] === 1 ? p : 1 - p);
    }
    // The predictors part the cases with the event from the others, or there are no others.
    if (deviance < 1e-6 * cases) return null;
    if (Math.abs(deviance - before) < epsilon * (Math.abs(deviance) + 0.1)) {
      const residual = target;
      for (let at = 0; at < cases; at++) {
        const p = mean[at]!;
        residual[at] = ((spread[at]! / weight[at]!) * (response[at]! - p)) / (p * (1 - p));
      }
      return { beta, factor, residual };
    }
    before = deviance;
  }
  return null;
}

/** Predictors of the rows, centred and scaled, after a column of ones; and the way back to them as they are. */
function scaledPredictors(weights: Float64Array, rows: Int32Array, terms: readonly Term[]) {
  const size = terms.length + 1;
  const x = new Float64Array(rows.length * size);
  const back = new Float64Array(size * size);
  back[0] = 1;
  for (let at = 0; at < rows.length; at++) x[at * size] = 1;
  for (const [j, { values }] of terms.entries()) {
    let weight = 0;
    let sum = 0;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!;
      weight += weights[row]!;
      sum += weights[row]! * values[row]!;
    }
    const mean = sum / weight;
    let squares = 0;
    for (let at = 0; at < rows.length; at++) {
      const apart = values[rows[at]!]! - mean;
      squares += weights[rows[at]!]! * apart * apart;
    }
    const scale = Math.sqrt(squares / weight) || 1;
    for (let at = 0; at < rows.length; at++) x[at * size + j + 1] = (values[rows[at]!]! - mean) / scale;
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
      : "The coefficients cannot be told apart or grow without end: a predictor is constant, follows from the others, or parts the cases with the event from those without it, or all cases have the event or none has. Leave it out, join categories, or choose another response.",
    { field: "predictors" },
  );
