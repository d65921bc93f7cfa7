// Which variables a table can be made of: what is offered in each place of the question, and why something is not.
// The server decides; this says beforehand what it would refuse.

import { type TableStatistic, tableStatistics } from "#records";
import type { StudyFile, StudyVariable } from "./answers.ts";
import type { TableState } from "./search-params.ts";
import { sectionsOfVariables } from "./variable-sections.ts";

/** Variables crossed at most by those who may not see the rows. */
export const mostCrossed = 3;

export const tablePlaces = ["variable", "rows", "columns", "subset"] as const;
export type TablePlace = (typeof tablePlaces)[number];

/** Why a variable cannot be taken. */
export type WhyNot = "notOpened" | "chosen" | "tooMany" | "number";
export type VariableChoice = { readonly variable: StudyVariable; readonly why: WhyNot | null };
export type ChoiceGroup = { readonly section: string; readonly choices: readonly VariableChoice[] };

const forNumbers: readonly TableStatistic[] = ["mean", "total", "median", "at-risk-of-poverty", "gini"];
const forIncomes: readonly TableStatistic[] = ["at-risk-of-poverty", "gini"];

const isIncome = ({ concept, name }: StudyVariable) =>
  /income|expenditure|consumption|earning|wage/i.test(concept ?? name);

/** The variables of a file and of the files around it; the nearest of one name counts. */
export function variablesIn(
  variables: readonly StudyVariable[],
  files: readonly StudyFile[],
  name: string,
): readonly StudyVariable[] {
  const found = new Map<string, StudyVariable>();
  let file = files.find((one) => one.name === name);
  for (let steps = 0; file && steps < files.length; steps++) {
    for (const variable of variables)
      if (variable.file === file.name && !found.has(variable.name)) found.set(variable.name, variable);
    const above: string | undefined = file.parent?.file;
    file = files.find((one) => one.name === above);
  }
  return [...found.values()];
}

/** Why a statistic is not of a variable; null where it is. `undefined`: no variable is chosen. */
export function whyNoStatistic(
  statistic: TableStatistic,
  variable: StudyVariable | undefined,
): "needsVariable" | "needsNumber" | "needsCategories" | "needsIncome" | null {
  if (variable === undefined) return statistic === "count" ? null : "needsVariable";
  if (variable.kind !== "numeric") return forNumbers.includes(statistic) ? "needsNumber" : null;
  if (!forNumbers.includes(statistic)) return "needsCategories";
  return forIncomes.includes(statistic) && !isIncome(variable) ? "needsIncome" : null;
}

/** The statistic that stands when a variable is chosen: the present one where it fits. */
export const fittingStatistic = (
  present: TableStatistic,
  variable: StudyVariable | undefined,
): TableStatistic =>
  whyNoStatistic(present, variable) === null
    ? present
    : (["share", "mean", ...tableStatistics] as const).find((one) => whyNoStatistic(one, variable) === null)!;

/**
 * What one place of the question offers, in sections; what cannot be taken stays in sight with its reason.
 *
 * @param isProtected whether the reader may not see the rows: then only opened variables, three at most
 */
export function choicesFor(
  place: TablePlace,
  variables: readonly StudyVariable[],
  state: TableState,
  isProtected: boolean,
): readonly ChoiceGroup[] {
  const measured = variables.find(({ name }) => name === state.variable);
  const taken = {
    variable: measured?.kind === "categorical" ? measured.name : undefined,
    rows: state.rows,
    columns: state.columns === "none" ? undefined : state.columns,
    subset: state.subset,
  };
  const others = tablePlaces.filter((one) => one !== place && taken[one] !== undefined);
  const isFull = isProtected && others.length >= mostCrossed;
  const why = (variable: StudyVariable): WhyNot | null => {
    if (variable.kind === "numeric") return place === "variable" ? null : "number";
    if (others.some((one) => taken[one] === variable.name)) return "chosen";
    if (isProtected && !variable.forTables) return "notOpened";
    return isFull ? "tooMany" : null;
  };
  const offered = variables.filter(
    ({ kind }) => kind === "categorical" || (kind === "numeric" && place === "variable"),
  );
  return sectionsOfVariables(offered).map(({ id, variables: some }) => ({
    section: id,
    choices: some.map((variable) => ({ variable, why: why(variable) })),
  }));
}
