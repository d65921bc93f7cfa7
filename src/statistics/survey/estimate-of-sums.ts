import { failAll, ok, type Problem, problem, type Result } from "#kernel";
import { compileDesign } from "./compile-design.ts";
import { domainMeans, domainRatios, domainTotals } from "./domain-estimates.ts";
import type { DomainSums } from "./domain-sums.ts";
import type { EstimateRow, MeanRequest, RatioRequest } from "./estimate-request.ts";
import { varianceOptions } from "./estimation-context.ts";
import { rowsOf } from "./linear-answers.ts";
import { domainDegrees, type EstimatedDomain } from "./linear-estimates.ts";
import { pairedCodes } from "./paired-codes.ts";
import { requestDomains } from "./request-domains.ts";
import { type DesignDeclaration, lastStage } from "./sample-design.ts";
import type { SurveyTable } from "./survey-table.ts";
import { varianceOfTotals } from "./variance-of-totals.ts";

/** A design that names its units: where each row is its own unit, rows are what an estimator needs. */
export type ClusteredDesign = DesignDeclaration & { readonly clusters: readonly [string, ...string[]] };

/** Sums over the rows of each sampling unit in each group, as an engine that groups returns them. */
export type UnitSums = {
  /** One row for each unit and group: the columns of the design and of the groups. */
  readonly cells: SurveyTable;
  /** Rows with a weight above 0 and a value in all variables, and those that lack one. */
  readonly cases: Float64Array;
  readonly missing: Float64Array;
  /** Rows whose weight is below 0 or no number. */
  readonly faulty: Float64Array;
  /** Sum of the weights of the cases. */
  readonly weight: Float64Array;
  /** Sum of weight × (value − centre) of each variable; of a ratio the denominator comes last. */
  readonly sums: readonly Float64Array[];
  /** What was taken off each variable: near its mean for means, 0 for totals and ratios. */
  readonly centre: readonly number[];
};

type SumsRequest = Pick<MeanRequest | RatioRequest, "id" | "by" | "confidence" | "degreesOfFreedom"> &
  (
    | { readonly statistic: "mean" | "total" }
    | { readonly statistic: "ratio"; readonly denominator: string }
  ) & {
    readonly variables: readonly string[];
  };

const estimators = { mean: domainMeans, total: domainTotals, ratio: domainRatios };

/**
 * Means, totals and ratios of numbers with their errors from sums by sampling unit and group.
 *
 * Meaning: the same estimates as from the rows, where the rows stay in the engine that holds them and only
 * its sums are handed over. Sums agree to rounding, not to the bit: engines add in another order.
 *
 * Cost: the units with rows in each group, whatever the number of rows.
 *
 * @param declared the design; its weights are inside the sums
 * @param given sums by unit and group
 * @param request statistic, variables and groups
 * @returns one row for each group and variable, or what is wrong with the design or the sums
 * @limits No selection (it is made where the sums are), no categories, no design effects; designs that are
 *   calibrated or have replicates need the rows.
 * @source Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, chapters 2 to 5
 * @example
 * estimateOfSums(
 *   { clusters: ["psu"], strata: [], weights: 1, fpc: [], nested: false, singleUnit: "fail" },
 *   {
 *     cells: { rows: 2, columns: new Map([["psu", { kind: "number", values: Float64Array.of(1, 2) }]]) },
 *     cases: Float64Array.of(2, 2),
 *     missing: Float64Array.of(0, 0),
 *     faulty: Float64Array.of(0, 0),
 *     weight: Float64Array.of(10, 10),
 *     sums: [Float64Array.of(20, 40)],
 *     centre: [0],
 *   },
 *   { id: "m", statistic: "mean", variables: ["y"] },
 * ).value[0].estimate
 * // => 3
 */
export function estimateOfSums(
  declared: ClusteredDesign,
  given: UnitSums,
  request: SumsRequest,
): Result<readonly EstimateRow[]> {
  const design = compileDesign({ ...declared, weights: 1 }, given.cells);
  if (!design.ok) return design;
  const problems = faultsOf(given, request);
  if (problems.length > 0) return failAll(problems);
  const domains = requestDomains(design.value, given.cells, request);
  if (!domains.ok) return domains;
  const { codes, count } = domains.value;
  const missing = new Int32Array(count);
  // Units without a row of the group were drawn and lie outside of it.
  const inside = codes.map((domain, cell) => (given.cases[cell]! + given.missing[cell]! > 0 ? domain : -1));
  for (let cell = 0; cell < inside.length; cell++)
    if (inside[cell]! >= 0) missing[inside[cell]!]! += given.missing[cell]!;
  const units = { codes: design.value.unitOfRow, count: lastStage(design.value).units };
  const sums = domainSumsOf(
    given,
    pairedCodes(
      { codes: inside.map((domain, cell) => (given.cases[cell]! > 0 ? domain : -1)), count },
      units,
    ),
    count,
  );
  const degrees = domainDegrees(design.value, { ...domains.value, codes: inside }, missing, sums);
  const found: EstimatedDomain[] = [];
  for (let domain = 0; domain < count; domain++) {
    if (sums.start[domain] === sums.start[domain + 1]) continue;
    const { influence, ...estimated } = estimators[request.statistic](sums, domain);
    const covariance = varianceOfTotals(
      design.value,
      influence,
      varianceOptions({ table: given.cells, design: design.value }, request),
    );
    if (!covariance.ok) return covariance;
    found.push({
      ...estimated,
      domain,
      covariance: covariance.value,
      designEffect: null,
      degreesOfFreedom: degrees[domain]!,
      missing: missing[domain]!,
    });
  }
  const names = request.variables.map((variable) =>
    request.statistic === "ratio" ? { variable, denominator: request.denominator } : { variable },
  );
  return ok(rowsOf(request, domains.value, found, names));
}

function faultsOf(given: UnitSums, request: SumsRequest): readonly Problem[] {
  const problems: Problem[] = [];
  const faulty = given.faulty.reduce((sum, count) => sum + count, 0);
  if (faulty > 0)
    problems.push(
      problem(
        "statistics.survey-weight-invalid",
        `${faulty} rows have a weight that is below 0 or no number. A row cannot stand for fewer than no units. Correct the rows.`,
        { field: "design.weights" },
      ),
    );
  const wanted = request.variables.length + (request.statistic === "ratio" ? 1 : 0);
  if (given.sums.length !== wanted || given.centre.length !== wanted)
    problems.push(
      problem(
        "statistics.no-values",
        `Estimate "${request.id}" needs sums of ${wanted} variables, and ${given.sums.length} were given. Ask the engine for the variables of the request.`,
        { field: "variables" },
      ),
    );
  return problems;
}

function domainSumsOf(given: UnitSums, cells: ReturnType<typeof pairedCodes>, domains: number): DomainSums {
  const columns = given.sums.length;
  const start = new Int32Array(domains + 1);
  for (const domain of cells.first) start[domain + 1]! += 1;
  for (let domain = 0; domain < domains; domain++) start[domain + 1]! += start[domain]!;
  const cases = new Int32Array(cells.count);
  const weight = new Float64Array(cells.count);
  const sums = new Float64Array(cells.count * columns);
  for (let row = 0; row < cells.codes.length; row++) {
    const cell = cells.codes[row]!;
    if (cell < 0) continue;
    cases[cell]! += given.cases[row]!;
    weight[cell]! += given.weight[row]!;
    for (let j = 0; j < columns; j++) sums[cell * columns + j]! += given.sums[j]![row]!;
  }
  return {
    domains,
    columns,
    start,
    unit: cells.second,
    cases,
    weight,
    sums,
    centre: Float64Array.from(given.centre),
    cellOfRow: cells.codes,
  };
}
