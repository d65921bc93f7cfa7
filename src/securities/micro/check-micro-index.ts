import { failAll, ok, type Problem, problem, type Result } from "#kernel";
import type { StudyVariable } from "#records";
import { nearestWord } from "../nearest-word.ts";
import { columnsOfAnswer } from "./computed-answers.ts";
import { missingCodesOf } from "./item-answers.ts";
import type { MicroIndexDefinition, MicroItem, MicroRecode } from "./micro-definition.ts";
import { itemsOf, variablesByName } from "./prepare-items.ts";

/**
 * Whether a definition fits the dictionary of a study, before any row is read: columns that are there, each
 * answer of a question recoded or a reason why it is none, and no code that the question does not have.
 *
 * @param definition as `readMicroIndex` gives it
 * @param dictionary variables of an edition
 * @returns `null`, or every problem: `securities.column-absent`, `securities.code-unknown`
 * @source docs/methods/micro-indexes.md
 * @example
 * checkMicroIndex(
 *   readMicroIndex(
 *     {
 *       ...{ id: "mini", version: "1", kind: "people", file: "persons", reconstruction: false },
 *       title: { en: "Mini", fr: "Mini", es: "Mini", pt: "Mini" },
 *       forms: [{ form: "income", items: [{ variable: "q1", group: "outcome", recode: { from: 5, to: 1 } }] }],
 *     },
 *     "mini.json",
 *   ).value,
 *   [],
 * ).problems.map(({ code, at }) => [code, at.column])
 * // => [["securities.column-absent", "q1"]]
 */
export function checkMicroIndex(
  definition: MicroIndexDefinition,
  dictionary: readonly StudyVariable[],
): Result<null> {
  const variables = variablesByName(definition, dictionary);
  const { universe } = definition;
  const problems = itemsOf(definition).flatMap((item) => problemsOf(item, definition, variables));
  if (universe !== null && !variables.has(universe.variable))
    problems.push(
      problem(
        "securities.column-absent",
        `The universe asks for the variable "${universe.variable}", which the dictionary of the study does not have. Correct the name in the definition.`,
        { column: universe.variable },
      ),
    );
  return problems.length > 0 ? failAll(problems) : ok(null);
}

function problemsOf(
  item: MicroItem,
  definition: MicroIndexDefinition,
  variables: ReadonlyMap<string, StudyVariable>,
): readonly Problem[] {
  const names = [...columnsOfAnswer(item.answer), ...(item.asked === null ? [] : [item.asked.variable])];
  const absent = [...new Set(names)].filter((name) => !variables.has(name));
  if (absent.length > 0)
    return absent.map((name) => {
      const near = nearestWord(name, [...variables.keys()]);
      return problem(
        "securities.column-absent",
        `Item "${item.id}" asks for the variable "${name}", which the dictionary of the study does not have${near === null ? "" : `; the nearest is "${near}"`}. Correct the name in the definition.`,
        { column: name },
      );
    });
  const { answer, asked, recode } = item;
  const found: Problem[] = [];
  const unknown = (name: string, codes: readonly string[]) => {
    const known = (variables.get(name)?.categories ?? []).map(({ code }) => code);
    const odd = known.length === 0 ? [] : codes.filter((code) => !known.includes(code));
    if (odd.length > 0)
      found.push(
        problem(
          "securities.code-unknown",
          `Item "${item.id}" speaks of ${odd.length === 1 ? "the code" : "the codes"} ${listed(odd)} of "${name}", which has ${listed(known)}. No row can have ${odd.length === 1 ? "it" : "them"}; correct the definition.`,
          { column: name },
        ),
      );
  };
  if (asked !== null) unknown(asked.variable, asked.codes);
  if (answer.op !== "variable") return found;
  const variable = variables.get(answer.name)!;
  const missing = missingCodesOf(variable, definition.missingCodes, item.missingCodes);
  if (recode.method !== "linear") unknown(answer.name, codesOf(recode));
  const open = variable.categories
    .map(({ code }) => code)
    .filter((code) => !missing.has(code) && !provides(recode, code));
  if (open.length > 0)
    found.push(
      problem(
        "securities.code-unknown",
        `Item "${item.id}" does not say what the ${open.length === 1 ? "answer" : "answers"} ${listed(open)} of "${answer.name}" ${open.length === 1 ? "counts" : "count"}. They would be missing without a word; give each a number, or the reason why it is no answer.`,
        { column: answer.name },
      ),
    );
  return found;
}

const listed = (codes: readonly string[]): string => codes.map((code) => `"${code}"`).join(", ");

const codesOf = (recode: MicroRecode): readonly string[] =>
  recode.method === "codes" ? Object.keys(recode.codes) : recode.method === "is" ? recode.codes : [];

function provides(recode: MicroRecode, code: string): boolean {
  switch (recode.method) {
    case "codes":
      return Object.hasOwn(recode.codes, code);
    case "is":
      return true;
    case "linear":
      return Number.isFinite(Number(code));
  }
}
