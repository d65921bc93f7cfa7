// Poverty, inequality and deficits as rows of an answer.

import { fail, ok, problem, type Result } from "#kernel";
import { columnUnknown, fileRow } from "./compile-design.ts";
import type { EstimateRow, IncomeRequest, PayGapRequest } from "./estimate-request.ts";
import { type EstimationContext, varianceOptions } from "./estimation-context.ts";
import { type Incomes, placesBelow } from "./income-distribution.ts";
import { bandwidthsOf, type LaidOut, laidOut, measuredDomains } from "./income-estimates.ts";
import type { IncomeMeasure } from "./income-measure.ts";
import { giniMeasure, payGap, quintileShareRatio } from "./inequality-measures.ts";
import { intervalBasis, reach, shownDegrees } from "./intervals.ts";
import { domainDegrees } from "./linear-estimates.ts";
import { lineRule, usesLine } from "./poverty-line.ts";
import { meanShortfall, relativeMedianGap, shortfallMeasure } from "./poverty-measures.ts";
import { proportionInterval } from "./proportion-intervals.ts";
import { listed, type RequestDomains, requestDomains, withoutMissing } from "./request-domains.ts";
import { codesOf } from "./survey-table.ts";
import { analysisVariables } from "./variables.ts";

/** A measure with what an answer says of it. */
type Asked = {
  readonly measure: IncomeMeasure;
  readonly name: Pick<EstimateRow, "measure" | "level" | "denominator">;
  /** Whether it lies between 0 and 1 and its interval with it. */
  readonly isShare: boolean;
};

/** Poverty, inequality and deficits: one row for each variable, measure and group with cases. */
export function incomeMeasures(
  context: EstimationContext,
  request: IncomeRequest,
): Result<readonly EstimateRow[]> {
  const { design, table } = context;
  const domains = requestDomains(design, table, request);
  if (!domains.ok) return domains;
  const variables = analysisVariables(table, request.variables, undefined, true);
  if (!variables.ok) return variables;
  const rule = lineRule(request);
  if (!rule.ok) return rule;
  const asked = askedOf(context, request, domains.value);
  if (!asked.ok) return asked;
  const weights = weightsAsDesigned(context, request);
  if (!weights.ok) return weights;
  const wishes = { variance: varianceOptions(context, request), bandwidth: request.bandwidth };
  const rows: EstimateRow[] = [];
  for (const { name, column } of variables.value) {
    const { values } = column as { readonly values: Float64Array };
    const { codes, missing } = withoutMissing(domains.value, [column]);
    const laid = laidOut(design, rule.value, values, { codes, count: domains.value.count });
    const degrees = domainDegrees(design, domains.value, missing, null);
    for (const { measure, isShare, name: called } of asked.value) {
      const measured = measuredDomains(design, laid, measure, wishes);
      if (!measured.ok) return measured;
      for (const { domain, ...found } of measured.value) {
        const basis = intervalBasis(request, design.replicates?.degreesOfFreedom ?? degrees[domain]!);
        const { values: sorted } = laid.incomes[domain]!;
        const n = sorted.length;
        rows.push({
          group: domains.value.groups[domain]!,
          variable: name,
          ...called,
          estimate: found.estimate,
          standardError: found.standardError,
          ...(isShare
            ? proportionInterval("logit", { ...found, cases: n, ...basis })
            : {
                low: found.estimate - reach(basis) * found.standardError,
                high: found.estimate + reach(basis) * found.standardError,
              }),
          confidence: basis.confidence,
          degreesOfFreedom: shownDegrees(basis.degreesOfFreedom),
          n,
          missing: missing[domain]!,
          ...shownLine(request, laid, domain),
          ...(request.statistic === "deficit" ? {} : nonPositive(laid.incomes[domain]!)),
          ...(Number.isNaN(found.estimate) ? { reason: measure.lacks } : {}),
        });
      }
    }
  }
  return rows.some(({ estimate }) => !Number.isNaN(estimate)) ? ok(rows) : undefinedMeasure(request, rows);
}

/** The line of a domain, and how wide the densities behind its error are smoothed. */
function shownLine(
  request: IncomeRequest,
  laid: LaidOut,
  domain: number,
): Pick<EstimateRow, "threshold" | "bandwidth" | "thresholdBandwidth"> {
  if (request.statistic === "deficit") return { threshold: request.threshold };
  if (!usesLine(request)) return {};
  const threshold = laid.lineIn(domain);
  if (laid.rule.kind === "given") return { threshold };
  const { own, line } = bandwidthsOf(laid, domain, request.bandwidth);
  return { threshold, bandwidth: own, thresholdBandwidth: line };
}

/** Incomes of 0 and below, which are taken as they are and told. */
function nonPositive(incomes: Incomes): Pick<EstimateRow, "zeros" | "negatives"> {
  const negatives = placesBelow(incomes, 0);
  return { zeros: placesBelow(incomes, 0, true) - negatives, negatives };
}

function askedOf(
  context: EstimationContext,
  request: IncomeRequest,
  domains: RequestDomains,
): Result<readonly Asked[]> {
  switch (request.statistic) {
    case "at-risk-of-poverty-rate":
      return ok([{ measure: shortfallMeasure(0), name: {}, isShare: true }]);
    case "poverty-gap": {
      const order = request.order ?? 1;
      return ok([{ measure: shortfallMeasure(order), name: {}, isShare: order === 0 }]);
    }
    case "relative-median-poverty-gap":
      return ok([{ measure: relativeMedianGap, name: {}, isShare: false }]);
    case "gini":
      return ok([{ measure: giniMeasure, name: {}, isShare: false }]);
    case "quintile-share-ratio":
      return ok([{ measure: quintileShareRatio, name: {}, isShare: false }]);
    case "deficit":
      return ok([
        { measure: shortfallMeasure(0), name: { measure: "share" }, isShare: true },
        { measure: meanShortfall, name: { measure: "shortfall" }, isShare: false },
      ]);
    case "gender-pay-gap":
      return payGapOf(context, request, domains);
  }
}

/** The gap between the two groups that occur among the rows selected. */
function payGapOf(
  { table }: EstimationContext,
  request: PayGapRequest,
  domains: RequestDomains,
): Result<readonly Asked[]> {
  const column = table.columns.get(request.group);
  if (column === undefined) return fail(columnUnknown(request.group, "group", table));
  const { codes, labels } = codesOf(column);
  const occurs = new Uint8Array(labels.length);
  for (let row = 0; row < codes.length; row++)
    if (codes[row]! >= 0 && domains.codes[row]! >= 0) occurs[codes[row]!] = 1;
  const present = labels.flatMap((_, code) => (occurs[code] === 1 ? [code] : []));
  const base =
    request.reference === undefined ? present[present.length - 1] : labels.indexOf(String(request.reference));
  const of = present.find((code) => code !== base);
  if (base === undefined || of === undefined || present.length !== 2 || !present.includes(base))
    return fail(
      problem(
        "statistics.survey-groups-wrong",
        `A pay gap is that of one group to another, and "${request.group}" has ${present.length} here: ${listed(present.map((code) => labels[code]!))}${request.reference === undefined ? "" : `; the reference is ${JSON.stringify(request.reference)}`}. Select two groups (where), one of them the reference.`,
        { field: "group", column: request.group },
      ),
    );
  return ok([
    {
      measure: payGap(codes, of, base, request.method ?? "mean"),
      name: { level: labels[of]!, denominator: labels[base]! },
      isShare: false,
    },
  ]);
}

/** Weights named in the request are those of the design; others would leave its errors behind. */
function weightsAsDesigned({ design, table }: EstimationContext, request: IncomeRequest): Result<null> {
  if (request.weights === undefined) return ok(null);
  const column = table.columns.get(request.weights);
  if (column === undefined) return fail(columnUnknown(request.weights, "weights", table));
  const apart =
    column.kind === "number" ? column.values.findIndex((weight, row) => weight !== design.weights[row]) : 0;
  if (apart < 0) return ok(null);
  return fail(
    problem(
      "statistics.survey-weights-differ",
      `Estimate "${request.id}" names the weights "${request.weights}", and those of the design differ from them, first in row ${fileRow(apart)}. An estimate and its error need the same weights: leave them out here, or name them in the design.`,
      { field: "weights", column: request.weights },
    ),
  );
}

const undefinedMeasure = (request: IncomeRequest, rows: readonly EstimateRow[]): Result<never> => {
  const [first] = rows;
  return fail(
    problem(
      "statistics.survey-measure-undefined",
      first === undefined
        ? `Estimate "${request.id}" has no case with a value of "${request.variables.join('", "')}". An estimate needs cases; ask for a wider selection.`
        : `Estimate "${request.id}" has no value for "${first.variable}" in any of its ${rows.length} ${rows.length === 1 ? "group" : "groups"}: ${first.reason}. Of ${first.n} cases of the first, ${first.zeros ?? 0} are 0 and ${first.negatives ?? 0} below. Check the column, or choose a measure that takes such values.`,
      { field: "variables" },
    ),
  );
};
