import { fail, ok, problem, type Result } from "#kernel";
import type { IncomeRequest } from "./estimate-request.ts";
import { densityAt, type Incomes, incomeQuantile, quantileInfluences } from "./income-distribution.ts";

/** Where the line of a request comes from: from outside, or as a share of a median. */
export type LineRule =
  | { readonly kind: "given"; readonly value: number }
  | { readonly kind: "median"; readonly share: number; readonly from: "population" | "domain" };

/** EU-SILC's line. */
const usual = "0.6 x weighted median";

/** The line a request asks for, or what is wrong with it. Measures without a line have one of 0. */
export function lineRule(request: IncomeRequest): Result<LineRule> {
  if (!usesLine(request)) return ok({ kind: "given", value: 0 });
  const given = ("threshold" in request ? request.threshold : undefined) ?? usual;
  if (typeof given === "number")
    return Number.isFinite(given) ? ok({ kind: "given", value: given }) : wrong(request.id, String(given));
  const share = Number(/^\s*(\d+\.?\d*|\.\d+)\s*[x×*]\s*weighted median\s*$/.exec(given)?.[1]);
  const from = ("thresholdFrom" in request ? request.thresholdFrom : undefined) ?? "population";
  return share > 0 && request.statistic !== "deficit"
    ? ok({ kind: "median", share, from })
    : wrong(request.id, JSON.stringify(given));
}

/** Whether a measure asks what lies below something. */
export const usesLine = ({ statistic }: IncomeRequest): boolean =>
  statistic !== "gini" && statistic !== "quintile-share-ratio" && statistic !== "gender-pay-gap";

const wrong = (id: string, given: string): Result<never> =>
  fail(
    problem(
      "statistics.survey-line-invalid",
      `The threshold of estimate "${id}" is ${given}. What lies below it cannot be counted: write an income (for a deficit: a level of the score), or for a poverty line a share above 0 as in "${usual}".`,
      { field: "threshold" },
    ),
  );

/** The line some incomes give. */
export const lineOf = (rule: LineRule, incomes: Incomes): number =>
  rule.kind === "given" ? rule.value : rule.share * incomeQuantile(incomes, 0.5);

/** What each row adds to the line, times a factor. */
export function addLineInfluences(
  rule: LineRule,
  incomes: Incomes,
  bandwidth: number,
  factor: number,
  into: Float64Array,
): void {
  if (rule.kind === "given" || factor === 0) return;
  const median = incomeQuantile(incomes, 0.5);
  quantileInfluences(incomes, median, densityAt(incomes, bandwidth, median), (at, influence) => {
    into[incomes.rows[at]!]! += factor * rule.share * influence;
  });
}
