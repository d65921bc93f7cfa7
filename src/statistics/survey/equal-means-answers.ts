import { fail, ok, problem, type Result } from "#kernel";
import { fBeyond } from "../distributions/incomplete-beta.ts";
import { columnUnknown } from "./compile-design.ts";
import { covarianceOfInfluences } from "./covariance-of-influences.ts";
import type { EqualMeansRequest, TestRow } from "./estimate-request.ts";
import { type EstimationContext, varianceOptions } from "./estimation-context.ts";
import { domainDegrees } from "./linear-estimates.ts";
import { requestDomains, rowsByDomain, withoutMissing } from "./request-domains.ts";
import { codesOf } from "./survey-table.ts";
import { choleskyFactor, solveFactored } from "./symmetric-systems.ts";
import { analysisVariables } from "./variables.ts";

/**
 * The Wald test that the means of all groups are equal, one row for each domain: the joint test of the groups in
 * a regression on them.
 *
 * Formula: with `d` the means less that of the first group and `V` their covariances from the influences
 * `(y − ȳ_g) / W_g`, `F = dᵀ V⁻¹ d / q` on q = groups − 1 and the design's degrees of freedom less q.
 *
 * @source Wald (1943), Transactions of the AMS 54; Binder (1983), International Statistical Review 51
 */
export function equalMeans(
  context: EstimationContext,
  request: EqualMeansRequest,
): Result<readonly TestRow[]> {
  const { design, table } = context;
  const domains = requestDomains(design, table, request);
  if (!domains.ok) return domains;
  const variables = analysisVariables(table, request.variables, undefined, true);
  if (!variables.ok) return variables;
  const column = table.columns.get(request.group);
  if (column === undefined) return fail(columnUnknown(request.group, "group", table));
  const response = variables.value[0]!.column as { readonly kind: "number"; readonly values: Float64Array };
  const { codes, missing } = withoutMissing(domains.value, [response, column]);
  const degrees = domainDegrees(design, domains.value, missing, null);
  const groups = codesOf(column);
  const answers: TestRow[] = [];
  for (const [domain, chosen] of rowsByDomain(codes, domains.value.count).entries()) {
    if (chosen.length === 0) continue;
    const { means, influences } = meansOf(design.weights, response.values, groups, chosen);
    const q = means.length - 1;
    if (q < 1)
      return fail(
        problem(
          "statistics.survey-groups-wrong",
          `The test compares at least two groups, and "${request.group}" has a single one with a value here. Choose a wider selection.`,
          { field: "group", column: request.group },
        ),
      );
    const inside = new Int32Array(design.rows).fill(-1);
    for (const row of chosen) inside[row] = 0;
    const covariance = covarianceOfInfluences(design, inside, influences, varianceOptions(context, request));
    if (!covariance.ok) return covariance;
    const rest = (design.replicates?.degreesOfFreedom ?? degrees[domain]!) - q;
    const statistic = waldOf(means, covariance.value);
    if (statistic === null || rest <= 0)
      return fail(
        problem(
          "statistics.survey-not-identified",
          `The test of equal means by "${request.group}" has no solution: there are too few sampling units for ${q + 1} groups, or no spread inside them. Join groups.`,
          { field: "group", column: request.group },
        ),
      );
    answers.push({
      group: domains.value.groups[domain]!,
      statistic,
      degreesOfFreedom: [q, rest],
      pValue: fBeyond(statistic, q, rest),
      n: chosen.length,
      missing: missing[domain]!,
    });
  }
  return ok(answers);
}

/** Means of the groups that occur, and what each row adds to their errors. */
function meansOf(
  weights: Float64Array,
  values: Float64Array,
  groups: { readonly codes: Int32Array; readonly count: number },
  chosen: Int32Array,
) {
  const weight = new Float64Array(groups.count);
  const sum = new Float64Array(groups.count);
  for (const row of chosen) {
    const group = groups.codes[row]!;
    weight[group]! += weights[row]!;
    sum[group]! += weights[row]! * values[row]!;
  }
  const present = Array.from(weight.keys()).filter((group) => weight[group]! > 0);
  const place = new Int32Array(groups.count).fill(-1);
  for (const [at, group] of present.entries()) place[group] = at;
  const influences = present.map(() => new Float64Array(values.length));
  for (const row of chosen) {
    const group = groups.codes[row]!;
    influences[place[group]!]![row] = (values[row]! - sum[group]! / weight[group]!) / weight[group]!;
  }
  return { means: present.map((group) => sum[group]! / weight[group]!), influences };
}

/** The Wald statistic over its numerator's degrees of freedom; null where the covariances have no inverse. */
function waldOf(means: readonly number[], covariance: Float64Array): number | null {
  const groups = means.length;
  const q = groups - 1;
  const between = (a: number, b: number) => covariance[a * groups + b]!;
  const v = new Float64Array(q * q);
  const d = new Float64Array(q);
  for (let i = 0; i < q; i++) {
    d[i] = means[i + 1]! - means[0]!;
    for (let j = 0; j < q; j++)
      v[i * q + j] = between(i + 1, j + 1) - between(i + 1, 0) - between(0, j + 1) + between(0, 0);
  }
  const factor = choleskyFactor(v, q);
  if (factor === null) return null;
  const solved = solveFactored(factor, q, d, 1);
  return d.reduce((sum, value, i) => sum + value * solved[i]!, 0) / q;
}
