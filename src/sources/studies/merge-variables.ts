import { type Problem, problem } from "#kernel";
import type { StudyVariable, VariableKind } from "#records";
import { nearestName } from "../nearest-name.ts";
import type { CountedColumn } from "./counted-column.ts";
import type { DeclaredVariable } from "./declared-data.ts";
import type { StudiesProblemCode } from "./problems.ts";
import { type ProposedVariable, proposedAs } from "./propose-variables.ts";

export type MergedVariables = {
  /** One for each column, in the order of the files. */
  readonly variables: readonly StudyVariable[];
  /** What must be corrected: variables that are no column, values without a category. */
  readonly problems: readonly Problem[];
  /** What a person may want to know: categories that no row has. */
  readonly notices: readonly Problem[];
};

/** Values and categories named in one message. */
const named = 8;

/**
 * The dictionary of an edition: what people declared, and for all that they left open what was proposed.
 *
 * Nothing declared is changed. A variable declared with categories that are answers, or opened for tables, is
 * categorical where its kind was not declared; of a kind other than the proposed one, categories are proposed
 * anew. Only what was declared to be is opened for tables.
 *
 * @param declared of one or several files; what was said of one variable twice was refused before
 * @param proposed of all columns of these files
 * @param file name of the declaration, for problems
 */
export function mergeVariables(
  declared: readonly DeclaredVariable[],
  proposed: readonly ProposedVariable[],
  file: string,
): MergedVariables {
  const keyOf = (each: { readonly file: string; readonly name: string }) =>
    JSON.stringify([each.file, each.name]);
  const said = new Map(declared.map((each, at) => [keyOf(each), { each, at }] as const));
  const problems: Problem[] = [];
  const notices: Problem[] = [];
  const columns = new Set(proposed.map(({ variable }) => keyOf(variable)));
  for (const [at, each] of declared.entries())
    if (!columns.has(keyOf(each))) problems.push(noColumn(each, at, proposed, file));
  const variables = proposed.map((proposal) => {
    const found = said.get(keyOf(proposal.variable));
    if (found === undefined) return { ...proposal.variable, forTables: false };
    const merged = mergedOf(found.each, proposal);
    if (merged.kind === "categorical" && found.each.categories !== undefined) {
      const field = `variables[${found.at}].categories`;
      const unnamed = unnamedValues(merged, proposal.column, file, field);
      if (unnamed !== null) problems.push(unnamed);
      const absent = absentCategories(merged, proposal.column, file, field);
      if (absent !== null) notices.push(absent);
    }
    return merged;
  });
  return { variables, problems, notices };
}

function mergedOf(declared: DeclaredVariable, proposal: ProposedVariable): StudyVariable {
  const kind = kindOf(declared, proposal.variable.kind);
  const base =
    kind === proposal.variable.kind
      ? proposal.variable
      : proposedAs(proposal.column, kind, proposal.why).variable;
  const merged: StudyVariable = { ...base, label: proposal.variable.label, ...declared, kind };
  // What nobody opened stays closed: a proposal is for a person to accept.
  return { ...merged, forTables: declared.forTables ?? false };
}

function kindOf(declared: DeclaredVariable, proposed: VariableKind): VariableKind {
  if (declared.kind !== undefined) return declared.kind;
  const hasAnswers = declared.categories?.some(({ missing }) => missing === null) ?? false;
  return hasAnswers || declared.forTables === true ? "categorical" : proposed;
}

const tell = (code: StudiesProblemCode, message: string, file: string, field: string): Problem =>
  problem(code, message, { file, field });

function noColumn(
  { file: of, name }: DeclaredVariable,
  at: number,
  proposed: readonly ProposedVariable[],
  file: string,
): Problem {
  const names = proposed.filter(({ variable }) => variable.file === of).map(({ variable }) => variable.name);
  const near = nearestName(name, names);
  const elsewhere = proposed.find(({ variable }) => variable.name === name)?.variable.file;
  const hint =
    elsewhere !== undefined
      ? `The file "${elsewhere}" has it: correct the file.`
      : near !== null
        ? `Did you mean "${near}"?`
        : `Correct the name or take the variable out; the columns are ${names.slice(0, 20).join(", ") || "none"}${names.length > 20 ? ", …" : ""}.`;
  return tell(
    "studies.variable-no-column",
    `variables[${at}] is "${name.slice(0, 60)}", and the file "${of}" has no such column, so that nothing would stand behind its description. ${hint}`,
    file,
    `variables[${at}].name`,
  );
}

function unnamedValues(
  variable: StudyVariable,
  column: CountedColumn,
  file: string,
  field: string,
): Problem | null {
  const codes = new Set(variable.categories.map(({ code }) => code));
  const unnamed = column.values.filter(({ code }) => !codes.has(code));
  if (unnamed.length === 0) return null;
  const rows = unnamed.reduce((sum, { count }) => sum + count, 0);
  const list = unnamed.slice(0, named).map(({ code, count }) => `"${code.slice(0, 40)}" (${count} rows)`);
  const spelt = unnamed
    .map(
      ({ code }) => [code, variable.categories.find((each) => isSameNumber(each.code, code))?.code] as const,
    )
    .find(([, other]) => other !== undefined);
  return tell(
    "studies.values-without-category",
    `${variable.file}.${variable.name}: ${unnamed.length} ${unnamed.length === 1 ? "value" : "values"} in ${rows} of ${column.rows} rows have no category: ${list.join(", ")}${unnamed.length > named ? ", …" : ""}. Tables could not say what these rows answered. ${spelt === undefined ? "Add the categories, or say why there is no answer (missing)." : `The file writes "${spelt[0]}" where the category is "${spelt[1]}": write codes as the file does.`}`,
    file,
    field,
  );
}

const isSameNumber = (a: string, b: string) =>
  a !== b && a.trim() !== "" && b.trim() !== "" && Number(a) === Number(b);

function absentCategories(
  variable: StudyVariable,
  column: CountedColumn,
  file: string,
  field: string,
): Problem | null {
  // Where not every value is listed, a category may stand among the others.
  if (column.distinct !== column.values.length) return null;
  const values = new Set(column.values.map(({ code }) => code));
  const absent = variable.categories.filter(({ code }) => !values.has(code));
  if (absent.length === 0) return null;
  const list = absent.slice(0, named).map(({ code, label }) => `${code} (${label.en.slice(0, 40)})`);
  return tell(
    "studies.category-without-rows",
    `${variable.file}.${variable.name}: ${absent.length} of ${variable.categories.length} categories stand in no row: ${list.join(", ")}${absent.length > named ? ", …" : ""}. That may be so; where it surprises, compare the codes with the file.`,
    file,
    field,
  );
}
