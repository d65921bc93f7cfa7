// Estimates of every cell of a table with their errors: the survey estimator asked once for each margin.

import { failAll, ok, type Result } from "#kernel";
import { type AnswerRow, estimateSurvey, type SurveyColumn, type SurveyEstimate } from "#statistics";
import type { FileContext } from "./file-context.ts";
import { all, type LaidTable, type Place } from "./laid-table.ts";

export type CellEstimate = {
  readonly estimate: number | null;
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly degreesOfFreedom: number | null;
  readonly cases: number;
};

/** Estimates by place; a cell without a case that counts has none. */
export type CellEstimates = {
  readonly of: (row: Place, column: Place, level: number | null) => CellEstimate | null;
  /** What the answers say beside their figures: the poverty line, incomes below 0. */
  readonly facts: { readonly threshold?: number; readonly negatives?: number };
};

/** Columns of the question as the estimator finds them; no column of a file is called so. */
export const columnNames = {
  rows: "\u0000rows",
  columns: "\u0000columns",
  level: "\u0000level",
  inside: "\u0000inside",
  value: "\u0000value",
} as const;

const placeColumn = (coded: { readonly codes: Int32Array; readonly levels: readonly unknown[] }) => ({
  kind: "category" as const,
  codes: coded.codes,
  levels: coded.levels.map((_, place) => String(place)),
});

/** The context with the columns of a question in the place of those of the file: the design stands. */
export function questionContext(context: FileContext, laid: LaidTable): FileContext {
  const columns = new Map<string, SurveyColumn>();
  const { rows, columns: across, measured, inside } = laid;
  if (rows !== null) columns.set(columnNames.rows, placeColumn(rows));
  if (across !== null) columns.set(columnNames.columns, placeColumn(across));
  if (measured.kind === "categorical") {
    const { codes, levels } = placeColumn(measured.coded);
    // No answer as one more category puts those who gave none into the base.
    columns.set(columnNames.level, {
      kind: "category",
      codes: laid.sharesOfAll ? codes.map((code) => (code < 0 ? levels.length : code)) : codes,
      levels: laid.sharesOfAll ? [...levels, String(levels.length)] : levels,
    });
  }
  columns.set(columnNames.inside, {
    kind: "category",
    codes: Int32Array.from(inside),
    levels: ["0", "1"],
  });
  columns.set(columnNames.value, {
    kind: "number",
    values: measured.kind === "numeric" ? measured.values : new Float64Array(inside.length).fill(1),
  });
  return { ...context, table: { rows: context.table.rows, columns } };
}

/** The requests that give the cells of one margin. */
function requestsOf(laid: LaidTable, by: readonly string[]): readonly SurveyEstimate[] {
  const { statistic, confidence } = laid.checked.question;
  const frame = { id: "cells", by, confidence, where: { [columnNames.inside]: ["1"] } };
  const variables = [columnNames.value];
  switch (statistic) {
    case "count":
      return laid.measured.kind === "categorical"
        ? [{ ...frame, statistic: "total", variables, by: [...by, columnNames.level] }]
        : [{ ...frame, statistic: "total", variables }];
    case "share":
      return laid.measured.kind === "categorical"
        ? laid.measured.coded.levels.map((_, level) => ({
            ...frame,
            statistic: "proportion",
            variables: [columnNames.level],
            level: String(level),
            interval: "logit",
          }))
        : [];
    case "mean":
    case "total":
      return [{ ...frame, statistic, variables }];
    case "median":
      return [{ ...frame, statistic: "quantile", variables, probabilities: [0.5] }];
    case "at-risk-of-poverty":
      return [{ ...frame, statistic: "at-risk-of-poverty-rate", variables }];
    case "gini":
      return [{ ...frame, statistic: "gini", variables }];
  }
}

/** The margins of a table: both axes, each of them, none. */
export function marginsOf({ rows, columns }: Pick<LaidTable, "rows" | "columns">): readonly string[][] {
  const r = rows === null ? [] : [columnNames.rows];
  const c = columns === null ? [] : [columnNames.columns];
  const found = [[], r, c, [...r, ...c]];
  return found.filter((by, at) => found.findIndex((other) => other.join() === by.join()) === at);
}

const finite = (value: number | null | undefined): number | null =>
  value !== null && value !== undefined && Number.isFinite(value) ? value : null;

const place = (group: Readonly<Record<string, string | number>>, name: string): Place =>
  name in group ? Number(group[name]) : all;

/** All cells of a table, or what the estimator refuses. */
export function cellEstimates(context: FileContext, laid: LaidTable): Result<CellEstimates> {
  const found = new Map<string, CellEstimate>();
  const facts: { threshold?: number; negatives?: number } = {};
  const key = (row: Place, column: Place, level: number | null) => `${row}/${column}/${level ?? ""}`;
  if (laid.tally.answered(all, all) > 0) {
    const asked = questionContext(context, laid);
    for (const by of marginsOf(laid))
      for (const request of requestsOf(laid, by)) {
        const answer = estimateSurvey(asked, request);
        if (!answer.ok) return failAll(answer.problems.map(({ code, message }) => ({ code, message })));
        for (const each of answer.value as readonly EstimateAnswer[]) {
          const level =
            columnNames.level in each.group
              ? Number(each.group[columnNames.level])
              : request.statistic === "proportion"
                ? Number(request.level)
                : null;
          found.set(
            key(place(each.group, columnNames.rows), place(each.group, columnNames.columns), level),
            cellOf(each),
          );
          if (by.length === 0 && each.threshold !== undefined) facts.threshold = each.threshold;
          if (by.length === 0 && each.negatives !== undefined) facts.negatives = each.negatives;
        }
      }
  }
  return ok({ of: (row, column, level) => found.get(key(row, column, level)) ?? null, facts });
}

type EstimateAnswer = Extract<AnswerRow, { readonly low: number; readonly degreesOfFreedom: number | null }>;

const cellOf = (row: EstimateAnswer): CellEstimate => ({
  estimate: finite(row.estimate),
  standardError: finite(row.standardError),
  low: finite(row.low),
  high: finite(row.high),
  degreesOfFreedom: finite(row.degreesOfFreedom),
  cases: row.n,
});
