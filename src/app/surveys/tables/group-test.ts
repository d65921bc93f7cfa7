// Whether groups of a table differ: one test a table, where its statistic has one.

import type { Language } from "#kernel";
import { type AnswerRow, estimateSurvey, type SurveyEstimate } from "#statistics";
import { columnNames, questionContext } from "./cell-estimates.ts";
import type { FileContext } from "./file-context.ts";
import { all, type LaidTable, type Place } from "./laid-table.ts";
import { testWords } from "./table-words.data.ts";

export type GroupTest = {
  readonly name: string;
  readonly statistic: number;
  readonly degreesOfFreedom: number[];
  readonly pValue: number;
};

export type Tested = { readonly test: GroupTest | null; readonly testNote: string | null };

type Kind = keyof Pick<typeof testWords, "association" | "t" | "wald">;
type Plan = {
  readonly kind: Kind;
  readonly request: SurveyEstimate;
  /** Cells that the test rests on. */
  readonly cells: readonly (readonly [row: Place, column: Place, level: number | null])[];
};

const places = (axis: { readonly levels: readonly unknown[] } | null): readonly Place[] =>
  axis === null ? [all] : axis.levels.map((_, place) => place);

/** The test of a table: rows are compared, without rows the columns. */
function planOf(laid: LaidTable): Plan | keyof typeof testWords {
  const { rows, columns, measured, tally } = laid;
  const { statistic, confidence } = laid.checked.question;
  const frame = { id: "test", confidence, where: { [columnNames.inside]: ["1"] } };
  const group = rows !== null ? columnNames.rows : columnNames.columns;
  const compared = rows ?? columns;
  if (statistic === "share" && measured.kind === "categorical") {
    if (compared === null) return "oneGroup";
    return {
      kind: "association",
      request: { ...frame, statistic: "chisq", variables: [group, columnNames.level], test: "F" },
      cells: places(compared).flatMap((place) =>
        measured.coded.levels.map(
          (_, level) => (rows !== null ? [place, all, level] : [all, place, level]) as Plan["cells"][number],
        ),
      ),
    };
  }
  if (statistic === "count" && measured.kind === "units") {
    if (rows === null || columns === null) return compared === null ? "oneGroup" : "none";
    return {
      kind: "association",
      request: {
        ...frame,
        statistic: "chisq",
        variables: [columnNames.rows, columnNames.columns],
        test: "F",
      },
      cells: places(rows).flatMap((row) =>
        places(columns).map((column) => [row, column, null] as Plan["cells"][number]),
      ),
    };
  }
  if (statistic !== "mean") return "none";
  if (compared === null) return "oneGroup";
  const cells = places(compared).map(
    (place) => (rows !== null ? [place, all, null] : [all, place, null]) as Plan["cells"][number],
  );
  const present = cells.filter(([row, column]) => tally.answered(row, column) > 0).length;
  if (present < 2) return "oneGroup";
  return {
    kind: present === 2 ? "t" : "wald",
    request: {
      ...frame,
      statistic: present === 2 ? "ttest" : "equal-means",
      variables: [columnNames.value],
      group,
    },
    cells,
  };
}

/**
 * The test of a table, or why there is none.
 *
 * @param isOpen whether a cell may be seen: a test over cells that are withheld would tell of them
 */
export function groupTest(
  context: FileContext,
  laid: LaidTable,
  isOpen: (row: Place, column: Place, level: number | null) => boolean,
  language: Language,
): Tested {
  const without = (why: keyof typeof testWords): Tested => ({
    test: null,
    testNote: testWords[why][language],
  });
  if (laid.tally.answered(all, all) === 0) return without("impossible");
  const plan = planOf(laid);
  if (typeof plan === "string") return without(plan);
  if (!plan.cells.every(([row, column, level]) => isOpen(row, column, level))) return without("withheld");
  const answer = estimateSurvey(questionContext(context, laid), plan.request);
  const row = answer.ok ? (answer.value[0] as TestAnswer | undefined) : undefined;
  if (row === undefined || !Number.isFinite(row.statistic) || !Number.isFinite(row.pValue))
    return without("impossible");
  return {
    test: {
      name: testWords[plan.kind][language],
      statistic: row.statistic,
      degreesOfFreedom: [...row.degreesOfFreedom],
      pValue: row.pValue,
    },
    testNote: null,
  };
}

type TestAnswer = Extract<
  AnswerRow,
  { readonly pValue: number; readonly degreesOfFreedom: readonly number[] }
>;
