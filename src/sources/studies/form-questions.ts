// The rows of a form's sheet `survey`, in order, to what they say of variables.

import { type Localised, languages, type Problem, problem } from "#kernel";
import type { VariableCategory } from "#records";
import { nearestName } from "../nearest-name.ts";
import type { DeclaredVariable } from "./declared-data.ts";
import type { FormRow, FormSheet } from "./form-columns.ts";
import { type FormType, formType, knownTypes } from "./form-types.ts";
import { missingMeaning } from "./missing-meaning.ts";
import type { StudiesProblemCode } from "./problems.ts";

export type FormQuestion = {
  /** Of the sheet `survey`. */
  readonly row: number;
  /** As printed. */
  readonly type: string;
  /** Names of the groups and repeats around it, from the outermost. */
  readonly path: readonly string[];
  /** The innermost repeat around it: its answers lie in a file of their own. */
  readonly repeat: string | null;
  /** Of a question with several answers, the one that this column says yes or no to. */
  readonly answer: string | null;
  readonly variable: DeclaredVariable;
};

type Frame = {
  readonly of: "group" | "repeat" | "loop";
  readonly name: string;
  readonly row: number;
  readonly relevant: string;
};

type Lists = ReadonlyMap<string, readonly VariableCategory[]>;

/** Before what a form says of who is asked. */
const askedWhere: Localised = {
  en: "Asked where: ",
  fr: "Posée si : ",
  es: "Se pregunta si: ",
  pt: "Perguntado se: ",
};
const yesNo: readonly VariableCategory[] = [
  { code: "1", label: { en: "Yes", fr: "Oui", es: "Sí", pt: "Sim" }, missing: null },
  { code: "0", label: { en: "No", fr: "Non", es: "No", pt: "Não" }, missing: null },
];
const other: VariableCategory = {
  code: "other",
  label: { en: "Other", fr: "Autre", es: "Otro", pt: "Outro" },
  missing: null,
};

/** A label is the question, as far as it is short. */
const longestLabel = 120;

export function formQuestions(
  survey: FormSheet,
  choices: readonly FormSheet[],
  file: string,
  fileOf: (repeat: string | null) => string,
): {
  readonly questions: readonly FormQuestion[];
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
} {
  const problems: Problem[] = [];
  const notices: Problem[] = [];
  const place = (row: number, column: string) => ({ file, sheet: survey.sheet, row, column });
  const tell = (code: StudiesProblemCode, row: number, column: string, message: string) =>
    problems.push(
      problem(
        code,
        `Sheet ${survey.sheet}, row ${row}: ${message} Nothing was imported.`,
        place(row, column),
      ),
    );
  const lists = listsOf(choices, file, notices);
  const questions: FormQuestion[] = [];
  const frames: Frame[] = [];
  const named = new Map<string, number>();
  for (const row of survey.rows) {
    const printed = row.cell("type");
    if (printed === "" || /^#/.test(printed)) continue;
    const type = formType(printed);
    if (type === null) {
      const near = nearestName(printed.toLowerCase(), knownTypes);
      notices.push(
        problem(
          "studies.form-type-unknown",
          `Sheet ${survey.sheet}, row ${row.row}: "${printed.slice(0, 60)}" is no type of question that is known${near === null ? "" : `; the nearest is "${near}"`}. The row was left out.`,
          place(row.row, "type"),
        ),
      );
      continue;
    }
    if (type.is === "silent") continue;
    if (type.is === "end") {
      const open = frames.pop();
      if (open === undefined || open.of !== type.of)
        tell(
          "studies.form-group-unclosed",
          row.row,
          "type",
          `"${printed}" closes ${open === undefined ? "nothing" : `the ${open.of} "${open.name}" that row ${open.row} opens`}. Which questions lie in which group would be open; correct the two rows.`,
        );
      continue;
    }
    const name = row.cell("name");
    if (type.is === "begin") {
      frames.push({
        of: type.of,
        name: name || `row ${row.row}`,
        row: row.row,
        relevant: row.cell("relevant"),
      });
      continue;
    }
    if (name === "") {
      tell(
        "studies.field-missing",
        row.row,
        "name",
        `the question has no name, so no column can be it. Fill it in.`,
      );
      continue;
    }
    const key = JSON.stringify([...frames.map((frame) => frame.name), name]);
    const before = named.get(key);
    if (before !== undefined) {
      tell(
        "studies.repeated",
        row.row,
        "name",
        `"${name.slice(0, 60)}" stands already in row ${before} of the same group. Rename one.`,
      );
      continue;
    }
    named.set(key, row.row);
    questions.push(...questionsOf(row, type, { printed, name, frames, lists, fileOf, tell }));
  }
  for (const { of, name, row } of frames)
    tell(
      "studies.form-group-unclosed",
      row,
      "type",
      `the ${of} "${name}" is opened and never closed. Add "end_${of}" behind its last question.`,
    );
  return { questions, problems, notices };
}

type Surroundings = {
  readonly printed: string;
  readonly name: string;
  readonly frames: readonly Frame[];
  readonly lists: Lists;
  readonly fileOf: (repeat: string | null) => string;
  readonly tell: (code: StudiesProblemCode, row: number, column: string, message: string) => void;
};

function questionsOf(
  row: FormRow,
  type: Extract<FormType, { readonly is: "select" | "question" }>,
  { printed, name, frames, lists, fileOf, tell }: Surroundings,
): readonly FormQuestion[] {
  const repeat = frames.findLast(({ of }) => of !== "group")?.name ?? null;
  const question = row.text("label");
  const universe = universeOf([...frames.map(({ relevant }) => relevant), row.cell("relevant")]);
  const common = { row: row.row, type: printed, path: frames.map((frame) => frame.name), repeat };
  const said = { file: fileOf(repeat), question, universe, note: row.text("hint") };
  const labelled = (text: Localised | null) => (text === null ? {} : { label: shortened(text) });
  const asked = (more: Partial<DeclaredVariable>): FormQuestion => ({
    ...common,
    answer: null,
    variable: { ...said, name, ...labelled(question), ...more },
  });
  if (type.is === "question") return [asked(type.kind === null ? {} : { kind: type.kind })];
  const found = type.list === null ? [] : lists.get(type.list);
  if (found === undefined) {
    const near = nearestName(type.list!, [...lists.keys()]);
    tell(
      "studies.form-list-unknown",
      row.row,
      "type",
      `"${printed.slice(0, 60)}" takes its answers from a list "${type.list!.slice(0, 60)}" that the sheet choices does not have${near === null ? "" : `; the nearest is "${near}"`}. Correct the name, or add the list.`,
    );
    return [];
  }
  const answers = type.orOther && !found.some(({ code }) => code === other.code) ? [...found, other] : found;
  const words: readonly FormQuestion[] = type.orOther
    ? [
        {
          ...common,
          answer: null,
          variable: { ...said, name: `${name}_other`, ...labelled(question), kind: "text" },
        },
      ]
    : [];
  if (!type.several)
    return [asked(answers.length === 0 ? {} : { kind: "categorical", categories: answers }), ...words];
  // One column with all answers of a person between blanks, and in most exports one for each answer.
  return [
    asked({ kind: "text" }),
    ...answers.map(
      ({ code, label }): FormQuestion => ({
        ...common,
        answer: code,
        variable: {
          ...said,
          name: `${name}/${code}`,
          label: question === null ? label : joined(shortened(question), label),
          kind: "categorical",
          categories: yesNo,
        },
      }),
    ),
    ...words,
  ];
}

const eachLanguage = (text: (language: (typeof languages)[number]) => string | undefined): Localised => ({
  en: text("en") ?? "",
  ...Object.fromEntries(
    languages.flatMap((language) => {
      const said = language === "en" ? undefined : text(language);
      return said === undefined ? [] : [[language, said] as const];
    }),
  ),
});

const joined = (question: Localised, answer: Localised): Localised =>
  eachLanguage((language) => {
    const [asked, said] = [question[language], answer[language]];
    return asked === undefined && said === undefined
      ? undefined
      : `${asked ?? question.en}: ${said ?? answer.en}`;
  });

const shortened = (text: Localised): Localised =>
  eachLanguage((language) => {
    const said = text[language]?.replace(/\s+/g, " ");
    if (said === undefined || said.length <= longestLabel) return said;
    return `${said
      .slice(0, longestLabel)
      .replace(/\s\S*$/, "")
      .toWellFormed()}…`;
  });

/** `${age} > 15` as `age > 15`: a person reads it, no program carries it out. */
function universeOf(conditions: readonly string[]): Localised | null {
  const said = conditions
    .map((each) => each.replace(/\$\{([^{}]*)\}/g, (_, name: string) => name.trim()).trim())
    .filter((each) => each !== "");
  if (said.length === 0) return null;
  const all = said.length === 1 ? said[0]! : said.map((each) => `(${each})`).join(" and ");
  return eachLanguage((language) => `${askedWhere[language]}${all}`);
}

/** Answers by list. A code given twice, as choice filters allow, is one category: the first. */
function listsOf(choices: readonly FormSheet[], file: string, notices: Problem[]): Lists {
  const lists = new Map<string, Map<string, VariableCategory>>();
  for (const sheet of choices)
    for (const row of sheet.rows) {
      const list = row.cell("list");
      const code = row.cell("name");
      if (list === "" || code === "") continue;
      const label = row.text("label") ?? { en: code };
      const answers = lists.get(list) ?? new Map<string, VariableCategory>();
      lists.set(list, answers);
      const before = answers.get(code);
      if (before !== undefined && before.label.en !== label.en)
        notices.push(
          problem(
            "studies.form-answer-repeated",
            `Sheet ${sheet.sheet}, row ${row.row}: the list "${list.slice(0, 40)}" has the answer ${code.slice(0, 40)} already, as "${before.label.en.slice(0, 40)}"; "${label.en.slice(0, 40)}" was left out. Data that hold the code cannot tell the two apart.`,
            { file, sheet: sheet.sheet, row: row.row, column: "name" },
          ),
        );
      if (before !== undefined) continue;
      const meanings = languages.map((language) => missingMeaning(label[language] ?? ""));
      answers.set(code, { code, label, missing: meanings.find((meaning) => meaning !== null) ?? null });
    }
  return new Map([...lists].map(([list, answers]) => [list, [...answers.values()]] as const));
}
