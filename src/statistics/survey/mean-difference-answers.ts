import { fail, ok, problem, type Result } from "#kernel";
import { columnUnknown } from "./compile-design.ts";
import type { MeanDifferenceRequest, TestRow } from "./estimate-request.ts";
import type { EstimationContext } from "./estimation-context.ts";
import { regressions } from "./regression-answers.ts";
import { listed, requestDomains } from "./request-domains.ts";
import { codesOf } from "./survey-table.ts";

/**
 * The difference between the means of two groups and its t test, second group less first in ascending order:
 * the regression on the group. Its degrees of freedom are those of the design less one.
 */
export function meanDifferences(
  context: EstimationContext,
  request: MeanDifferenceRequest,
): Result<readonly TestRow[]> {
  const domains = requestDomains(context.design, context.table, request);
  if (!domains.ok) return domains;
  const column = context.table.columns.get(request.group);
  if (column === undefined) return fail(columnUnknown(request.group, "group", context.table));
  const { codes, labels } = codesOf(column);
  const present = labels.filter((_, code) =>
    codes.some((of, row) => of === code && domains.value.codes[row]! >= 0),
  );
  const [first, second] = present;
  if (first === undefined || second === undefined || present.length !== 2)
    return fail(
      problem(
        "statistics.survey-groups-wrong",
        `The t test compares two groups, and "${request.group}" has ${present.length} here: ${listed(present)}. Select two of them (where).`,
        { field: "group", column: request.group },
      ),
    );
  const isSecond = Float64Array.from(codes, (code) =>
    labels[code] === second ? 1 : labels[code] === first ? 0 : Number.NaN,
  );
  const columns = new Map([
    ...context.table.columns,
    ["\u0000second", { kind: "number", values: isSecond }] as const,
  ]);
  const { group: _, variables, statistic: __, ...frame } = request;
  const fitted = regressions(
    { ...context, table: { rows: context.table.rows, columns } },
    { ...frame, statistic: "glm", family: "gaussian", response: variables[0], predictors: ["\u0000second"] },
  );
  if (!fitted.ok) return fitted;
  return ok(
    fitted.value
      .filter(({ term }) => term === "\u0000second")
      .map((row) => ({
        group: row.group,
        statistic: row.statistic,
        degreesOfFreedom: row.degreesOfFreedom === null ? [] : [row.degreesOfFreedom],
        pValue: row.pValue,
        estimate: row.estimate,
        standardError: row.standardError,
        low: row.low,
        high: row.high,
        confidence: row.confidence,
        n: row.n,
        missing: row.missing,
      })),
  );
}
