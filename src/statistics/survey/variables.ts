import { failAll, ok, type Problem, problem, type Result } from "#kernel";
import { columnUnknown, notNumeric } from "./compile-design.ts";
import type { SummedVariable } from "./domain-sums.ts";
import { codesOf, type SurveyColumn, type SurveyTable } from "./survey-table.ts";

/** A column an estimate is taken of: a number, or the levels of a category. */
export type AnalysisVariable = {
  readonly name: string;
  readonly column: SurveyColumn;
  readonly summed: SummedVariable;
  /** Labels of the levels; empty for a number. */
  readonly levels: readonly string[];
};

/** A column as a variable of an estimate; numbers listed as categorical become categories. */
export function analysisVariable(
  name: string,
  column: SurveyColumn,
  categorical: readonly string[] = [],
): AnalysisVariable {
  if (column.kind === "number" && !categorical.includes(name))
    return { name, column, summed: { kind: "number", values: column.values }, levels: [] };
  const { codes, count, labels } = codesOf(column);
  return {
    name,
    column: { kind: "category", codes, levels: labels },
    summed: { kind: "levels", codes, levels: count },
    levels: labels,
  };
}

/** Different numbers from which a column with some texts in it is one of numbers with faulty cells. */
const manyNumbers = 20;

/** The variables of a request, or what is wrong with their names. */
export function analysisVariables(
  table: SurveyTable,
  names: readonly string[],
  categorical: readonly string[] | undefined,
  numbersOnly: boolean,
): Result<readonly AnalysisVariable[]> {
  const problems: Problem[] = [];
  const variables: AnalysisVariable[] = [];
  if (names.length === 0)
    problems.push(
      problem("statistics.no-values", "The request names no variable. Say what is to be estimated.", {
        field: "variables",
      }),
    );
  for (const [at, name] of names.entries()) {
    const column = table.columns.get(name);
    const field = `variables[${at}]`;
    if (column === undefined) problems.push(columnUnknown(name, field, table));
    else if (numbersOnly && column.kind === "category")
      problems.push(notNumeric(name, field, "This statistic is taken of numbers.", column));
    // Shares of hundreds of numbers are nobody's wish: the texts among them are faults.
    else if (
      column.kind === "category" &&
      (column.faults?.numbers ?? 0) > manyNumbers &&
      !categorical?.includes(name)
    )
      problems.push(
        notNumeric(name, field, "If its values are categories, list it under categorical.", column),
      );
    else variables.push(analysisVariable(name, column, numbersOnly ? [] : categorical));
  }
  return problems.length > 0 ? failAll(problems) : ok(variables);
}
