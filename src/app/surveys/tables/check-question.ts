// What is asked for, held against the dictionary of an edition: which variables it is about, and whether whoever
// asks may lay tables out by them.

import { fail, failAll, ok, type Problem, problem, type Result } from "#kernel";
import type { StudyEdition, StudyFile, StudyTableQuestion, StudyVariable, TableStatistic } from "#records";

/** A question whose names were found. */
export type CheckedQuestion = {
  readonly question: StudyTableQuestion;
  readonly file: StudyFile;
  readonly variable: StudyVariable | null;
  readonly rows: StudyVariable | null;
  readonly columns: StudyVariable | null;
  readonly subset: { readonly variable: StudyVariable; readonly code: string } | null;
  /** Women and men were not shown beside each other because three variables are crossed already. */
  readonly sexLeftOut: boolean;
};

/** What a request says; `columns` absent: women and men where they are known. */
export type TableInput = {
  readonly id: string;
  readonly edition?: number | undefined;
  readonly file?: string | undefined;
  readonly statistic: TableStatistic;
  readonly variable?: string | undefined;
  readonly rows?: string | undefined;
  readonly columns?: string | undefined;
  readonly subset?: string | undefined;
  readonly only?: string | undefined;
  readonly confidence: number;
};

/** Variables crossed at most where small groups are withheld: the cells of all such tables are decided on once. */
export const mostCrossed = 3;

const forNumbers: readonly TableStatistic[] = ["mean", "total", "median", "at-risk-of-poverty", "gini"];
const forIncomes: readonly TableStatistic[] = ["at-risk-of-poverty", "gini"];

/** Whether a numeric variable is what poverty and inequality are measured by, as its concept or its label has it. */
export const isIncome = ({ concept, label }: StudyVariable): boolean =>
  /income|expenditure|consumption|earning|wage/i.test(concept ?? label.en);

/** What may be measured: all but names, design, weights and open answers. */
export const isMeasurable = ({ kind }: StudyVariable): boolean =>
  kind === "categorical" || kind === "numeric";

export const isOpened = (variable: StudyVariable): boolean =>
  variable.kind === "categorical" && variable.forTables;

const nameList = (names: readonly string[], most = 20): string =>
  names.length === 0
    ? "none"
    : `${names
        .slice(0, most)
        .map((name) => `"${name}"`)
        .join(", ")}${names.length > most ? ` and ${names.length - most} more` : ""}`;

/** The file that is meant: the first one where none is named. */
export function fileOf(edition: StudyEdition, name: string | undefined): Result<StudyFile> {
  const file = name === undefined ? edition.files[0] : edition.files.find((one) => one.name === name);
  return file
    ? ok(file)
    : fail(
        problem(
          "survey.file-unknown",
          `Edition ${edition.version} of ${edition.study} has no file "${name ?? ""}". It has ${nameList(edition.files.map((one) => one.name))}.`,
          { field: "file" },
        ),
      );
}

/** Variables of a file by name: its own, and those joined from the files above it. */
export function variablesOf(edition: StudyEdition, file: StudyFile): ReadonlyMap<string, StudyVariable> {
  const found = new Map<string, StudyVariable>();
  const above = (of: StudyFile): readonly StudyFile[] => {
    const parent = of.parent && edition.files.find(({ name }) => name === of.parent!.file);
    return parent ? [of, ...above(parent)] : [of];
  };
  for (const each of above(file))
    for (const variable of edition.variables)
      if (variable.file === each.name && !found.has(variable.name) && file.columns.includes(variable.name))
        found.set(variable.name, variable);
  return found;
}

/**
 * A request as a question with its variables, or everything that is wrong with it at once.
 *
 * @param isProtected whether who asks may not see the rows: then only opened variables, at most three crossed
 */
export function checkQuestion(
  edition: StudyEdition,
  input: TableInput,
  isProtected: boolean,
): Result<CheckedQuestion> {
  const file = fileOf(edition, input.file);
  if (!file.ok) return file;
  const variables = variablesOf(edition, file.value);
  const problems: Problem[] = [];
  const named = (name: string | undefined, field: string): StudyVariable | null => {
    if (name === undefined) return null;
    const found = variables.get(name);
    if (!found) problems.push(unknownVariable(name, field, file.value.name, [...variables.keys()]));
    return found ?? null;
  };
  const variable = named(input.variable, "variable");
  const rows = named(input.rows, "rows");
  const subset = named(input.subset, "subset");
  const given =
    input.columns === undefined || input.columns === "none" ? null : named(input.columns, "columns");
  problems.push(
    ...measureProblems(input.statistic, variable, input.variable === undefined),
    ...subsetProblems(subset, input.only, input.subset === undefined),
  );
  for (const [axis, field] of [
    [rows, "rows"],
    [given, "columns"],
    [subset, "subset"],
  ] as const)
    if (axis !== null && axis.kind !== "categorical")
      problems.push(
        problem(
          "survey.variable-unfit",
          `"${axis.name}" is ${kindWords[axis.kind]} and cannot part a table into groups (${field}). Take a categorical variable.`,
          { field },
        ),
      );
  const axes = [variable?.kind === "categorical" ? variable : null, rows, given, subset];
  problems.push(...repeated(axes));
  const crossed = axes.filter((one) => one !== null);
  const sex =
    input.columns === undefined
      ? [...variables.values()].find((one) => one.concept === "sex" && one.kind === "categorical")
      : undefined;
  const wantsSex =
    sex !== undefined && !crossed.includes(sex) && (!isProtected || isOpened(sex)) && axes[2] === null;
  const sexLeftOut = wantsSex && isProtected && crossed.length >= mostCrossed;
  const columns = given ?? (wantsSex && !sexLeftOut ? sex : null);
  if (isProtected) problems.push(...closedProblems(crossed, [...variables.values()]));
  if (problems.length > 0) return failAll(problems);
  return ok({
    question: {
      study: edition.study,
      edition: edition.version,
      file: file.value.name,
      statistic: input.statistic,
      variable: variable?.name ?? null,
      rows: rows?.name ?? null,
      columns: columns?.name ?? null,
      subset: subset === null ? null : { variable: subset.name, code: input.only! },
      confidence: input.confidence,
    },
    file: file.value,
    variable,
    rows,
    columns,
    subset: subset === null ? null : { variable: subset, code: input.only! },
    sexLeftOut,
  });
}

const kindWords: Readonly<Record<StudyVariable["kind"], string>> = {
  identifier: "an identifier",
  design: "a part of the sample design",
  weight: "a weight",
  categorical: "categorical",
  numeric: "numeric",
  text: "an open answer",
};

export const unknownVariable = (name: string, field: string, file: string, names: readonly string[]) => {
  const near = names.find((one) => one.toLowerCase() === name.toLowerCase());
  return problem(
    "survey.variable-unknown",
    `File "${file}" has no variable "${name}". ${near === undefined ? `It has ${nameList(names)}.` : `Did you mean "${near}"?`}`,
    { field },
  );
};

function measureProblems(
  statistic: TableStatistic,
  variable: StudyVariable | null,
  isAbsent: boolean,
): readonly Problem[] {
  const unfit = (message: string) => [problem("survey.variable-unfit", message, { field: "variable" })];
  if (variable === null)
    return isAbsent && statistic !== "count"
      ? unfit(`A table of "${statistic}" needs a variable to measure. Name one; "count" alone needs none.`)
      : [];
  if (!isMeasurable(variable))
    return unfit(`"${variable.name}" is ${kindWords[variable.kind]}, of which no tables are made.`);
  if (forNumbers.includes(statistic) && variable.kind !== "numeric")
    return unfit(`"${variable.name}" is categorical, so that it has no ${statistic}. Ask for its shares.`);
  if (!forNumbers.includes(statistic) && variable.kind === "numeric")
    return unfit(
      `"${variable.name}" is numeric: ask for its mean, total or median, not for the ${statistic} of each value.`,
    );
  if (forIncomes.includes(statistic) && !isIncome(variable))
    return unfit(
      `"${variable.name}" is not said to be an income: "${statistic}" is of a variable whose concept is an income, an expenditure or an earning.`,
    );
  return [];
}

function subsetProblems(
  subset: StudyVariable | null,
  only: string | undefined,
  isAbsent: boolean,
): readonly Problem[] {
  if (isAbsent && only !== undefined)
    return [
      problem("survey.variable-unfit", `"only" says "${only}", and no variable is named as subset.`, {
        field: "subset",
      }),
    ];
  if (subset === null || subset.kind !== "categorical") return [];
  const codes = subset.categories.filter(({ missing }) => missing === null).map(({ code }) => code);
  if (only !== undefined && codes.includes(only)) return [];
  return [
    problem(
      "survey.code-unknown",
      `${only === undefined ? `Say which group of "${subset.name}" is meant` : `"${subset.name}" has no answer with the code "${only}"`}. It has ${nameList(codes)}.`,
      { field: "only" },
    ),
  ];
}

function repeated(axes: readonly (StudyVariable | null)[]): readonly Problem[] {
  const fields = ["variable", "rows", "columns", "subset"];
  return axes.flatMap((axis, at) =>
    axis !== null && axes.indexOf(axis) < at
      ? [
          problem(
            "survey.variable-unfit",
            `"${axis.name}" stands twice in the table, as ${fields[axes.indexOf(axis)]} and as ${fields[at]}. Take it out of one place.`,
            { field: fields[at]! },
          ),
        ]
      : [],
  );
}

/** What whoever may not see the rows is refused, and what they can have instead. */
function closedProblems(
  crossed: readonly StudyVariable[],
  all: readonly StudyVariable[],
): readonly Problem[] {
  const closed = crossed.filter((one) => one.kind === "categorical" && !isOpened(one));
  const opened = all.filter(isOpened).map(({ name }) => name);
  const found = closed.map((one) =>
    problem(
      "survey.variable-not-open",
      `"${one.name}" is not opened for tables: its groups can be small enough to know people by. Opened are ${nameList(opened)}. Who may see the rows of the study gets tables by every variable.`,
      { field: one.name },
    ),
  );
  if (crossed.length <= mostCrossed) return found;
  return [
    ...found,
    problem(
      "survey.too-many-crossed",
      `The table crosses ${crossed.length} variables (${nameList(crossed.map(({ name }) => name))}), and at most ${mostCrossed} are crossed for those who do not see the rows: over all such tables it is decided once which cells are withheld. Leave out the columns (columns=none), the rows or the subset.`,
      { field: "columns" },
    ),
  ];
}
