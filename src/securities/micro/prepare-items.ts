// Items of a definition laid on the columns of a file: which columns there must be, and what each code means.

import { failAll, ok, type Problem, problem, type Result } from "#kernel";
import type { StudyVariable } from "#records";
import type { SurveyTable } from "#statistics";
import { nearestWord } from "../nearest-word.ts";
import { type ColumnLookup, columnsOfAnswer, computedAnswers } from "./computed-answers.ts";
import {
  type AnswerColumn,
  type Answers,
  answersOfColumn,
  everyone,
  missingCodesOf,
} from "./item-answers.ts";
import type { MicroIndexDefinition, MicroItem } from "./micro-definition.ts";
import { scorePlan } from "./score-plan.ts";

/** All items in the order of their scores. */
export const itemsOf = (definition: MicroIndexDefinition): readonly MicroItem[] =>
  scorePlan(definition).flatMap((score) => ("items" in score ? score.items : []));

/**
 * Columns of the file that a definition speaks of, each once: what has to be read of it.
 *
 * @example
 * microColumns(
 *   readMicroIndex(
 *     {
 *       ...{ id: "mini", version: "1", kind: "people", file: "persons", reconstruction: false },
 *       title: { en: "Mini", fr: "Mini", es: "Mini", pt: "Mini" },
 *       forms: [{ form: "income", items: [{ variable: "q1", group: "outcome", recode: { from: 5, to: 1 } }] }],
 *     },
 *     "mini.json",
 *   ).value,
 * )
 * // => ["q1"]
 */
export const microColumns = (definition: MicroIndexDefinition): readonly string[] => [
  ...new Set([
    ...(definition.universe === null ? [] : [definition.universe.variable]),
    ...itemsOf(definition).flatMap(({ answer, asked }) => [
      ...columnsOfAnswer(answer),
      ...(asked === null ? [] : [asked.variable]),
    ]),
  ]),
];

/** The variable of a column: that of the definition's own file before one joined to it. */
export function variablesByName(
  definition: MicroIndexDefinition,
  dictionary: readonly StudyVariable[],
): ReadonlyMap<string, StudyVariable> {
  const byName = new Map(dictionary.map((variable) => [variable.name, variable]));
  for (const variable of dictionary)
    if (variable.file === definition.file) byName.set(variable.name, variable);
  return byName;
}

/** Items laid on the columns of a file. */
export type PreparedIndex = {
  /** By the id of the item. */
  readonly answers: ReadonlyMap<string, Answers>;
  /** 1 for rows that the index is of; `null`: all. */
  readonly inside: Uint8Array | null;
};

/** Answers to each item, or every column that is not there or holds no numbers where they are needed. */
export function prepareItems(
  definition: MicroIndexDefinition,
  table: SurveyTable,
  dictionary: readonly StudyVariable[],
): Result<PreparedIndex> {
  const variables = variablesByName(definition, dictionary);
  const problems: Problem[] = [];
  const answers = new Map<string, Answers>();
  for (const item of itemsOf(definition)) {
    const found = columnProblems(item, table);
    if (found.length > 0) problems.push(...found);
    else answers.set(item.id, answersTo(item, definition, table, variables));
  }
  const { universe } = definition;
  const within = universe === null ? undefined : table.columns.get(universe.variable);
  if (universe !== null && within === undefined)
    problems.push(columnAbsent("The universe", universe.variable, table));
  if (problems.length > 0) return failAll(problems);
  if (universe === null || within === undefined) return ok({ answers, inside: null });
  const has = rowsWith(universe, within);
  return ok({ answers, inside: Uint8Array.from({ length: table.rows }, (_, row) => (has(row) ? 1 : 0)) });
}

function columnAbsent(what: string, name: string, table: SurveyTable): Problem {
  const near = nearestWord(name, [...table.columns.keys(), ...(table.unread ?? [])]);
  return problem(
    "securities.column-absent",
    `${what} asks for the column "${name}", which the file does not have${near === null ? "" : `; the nearest is "${near}"`}. Correct the name in the definition, or bring the file it was written for.`,
    { column: name },
  );
}

function columnProblems(item: MicroItem, table: SurveyTable): readonly Problem[] {
  const inNumbers = item.recode.method === "linear";
  const names = columnsOfAnswer(item.answer);
  return [...new Set([...names, ...(item.asked === null ? [] : [item.asked.variable])])].flatMap((name) => {
    const column = table.columns.get(name);
    if (column === undefined) return [columnAbsent(`Item "${item.id}"`, name, table)];
    const wanted = inNumbers && names.includes(name);
    if (!wanted || column.kind === "number" || column.levels.length === 0) return [];
    if (column.levels.some((level) => level.trim() !== "" && Number.isFinite(Number(level)))) return [];
    return [
      problem(
        "securities.column-absent",
        `Item "${item.id}" lays the numbers of "${name}" on a line, and the column holds no number; it has ${column.levels
          .slice(0, 5)
          .map((level) => `"${level}"`)
          .join(", ")}. Recode it by codes, or name a column of numbers.`,
        { column: name },
      ),
    ];
  });
}

function answersTo(
  item: MicroItem,
  definition: MicroIndexDefinition,
  table: SurveyTable,
  variables: ReadonlyMap<string, StudyVariable>,
): Answers {
  const asked =
    item.asked === null ? everyone : rowsWith(item.asked, table.columns.get(item.asked.variable)!);
  const lookup: ColumnLookup = (name) => ({
    column: table.columns.get(name)!,
    variable: variables.get(name),
  });
  const stated = [definition.missingCodes, item.missingCodes];
  if (item.answer.op !== "variable")
    return computedAnswers(
      item.answer,
      item.recode as typeof item.recode & { readonly method: "linear" },
      stated,
      lookup,
      { asked, empty: item.empty },
    );
  const { column, variable } = lookup(item.answer.name);
  return answersOfColumn({
    column,
    recode: item.recode,
    empty: item.empty,
    missingCodes: missingCodesOf(variable, ...stated),
    known: new Set(variable?.kind === "categorical" ? variable.categories.map(({ code }) => code) : []),
    asked,
  });
}

/** Whether a row has one of the codes. */
function rowsWith(
  { codes }: { readonly codes: readonly string[] },
  column: AnswerColumn,
): (row: number) => boolean {
  if (column.kind === "category") {
    const asked = column.levels.map((level) => codes.includes(level));
    return (row) => asked[column.codes[row]!] ?? false;
  }
  const numbers = new Set(codes.map(Number));
  return (row) => numbers.has(column.values[row]!);
}
