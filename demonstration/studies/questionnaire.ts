// The questionnaire of a simulated study as an XLSForm: sheets survey, choices and settings, labels in four
// languages. The same bytes at every run.

import { Workbook } from "@cj-tech-master/excelts";
import { unzipSync, zipSync } from "fflate";
import { type Language, type Localised, languages } from "#kernel";
import { type Answer, type Item, text } from "./items.ts";

/** Rows of a unit that are asked one after the other: the household once, its members each. */
export type Part = { readonly file: string; readonly label: Localised; readonly repeats: boolean };
export type Form = {
  readonly id: string;
  readonly version: string;
  readonly title: Localised;
  readonly parts: readonly Part[];
};

type Line = readonly string[];

const names: Readonly<Record<Language, string>> = {
  en: "English",
  fr: "Français",
  es: "Español",
  pt: "Português",
};
const inLanguages = (column: string) =>
  languages.map((language) => `${column}::${names[language]} (${language})`);
const wordsOf = (words: Localised | null) => languages.map((language) => words?.[language] ?? "");

/** Sheets by their names, a header first. */
export function formSheets(form: Form, items: readonly Item[]): Readonly<Record<string, readonly Line[]>> {
  const asked = items.filter(({ question }) => question !== null);
  const lists = new Map<readonly Answer[], string>();
  for (const { kind, answers, name } of asked)
    if (kind === "categorical" && !lists.has(answers)) lists.set(answers, `${name}_answers`);
  const survey: Line[] = [
    ["type", "name", ...inLanguages("label"), ...inLanguages("hint"), "relevant", "required"],
  ];
  const mark = (type: string, name: string, label: Localised | null) =>
    survey.push([type, name, ...wordsOf(label), ...wordsOf(null), "", ""]);
  for (const { file, label, repeats } of form.parts) {
    const kind = repeats ? "repeat" : "group";
    mark(`begin_${kind}`, file, label);
    for (const item of asked.filter((each) => each.file === file)) {
      const type =
        item.kind === "categorical"
          ? `select_one ${lists.get(item.answers)}`
          : item.name === "accr"
            ? "decimal"
            : "integer";
      const hint = item.kind === "numeric" && item.answers.length > 0 ? hintOf(item.answers) : null;
      const relevant = item.universe.relevant.map(({ of, test }) => `\${${of}} ${test}`).join(" or ");
      survey.push([type, item.name, ...wordsOf(item.question), ...wordsOf(hint), relevant, "yes"]);
    }
    mark(`end_${kind}`, file, null);
  }
  const choices: Line[] = [["list_name", "name", ...inLanguages("label")]];
  for (const [answers, name] of lists)
    for (const { code, label } of answers) choices.push([name, code, ...wordsOf(label)]);
  return {
    survey,
    choices,
    settings: [
      ["form_title", "form_id", "version", "default_language"],
      [form.title.en, form.id, form.version, "English (en)"],
    ],
  };
}

/** Codes that a number cannot be told from, beside the field. */
function hintOf(answers: readonly Answer[]): Localised {
  const said = (language: Language) =>
    answers.map(({ code, label }) => `${code}: ${label[language] ?? label.en}`).join("; ");
  return text(said("en"), said("fr"), said("es"), said("pt"));
}

const madeAt = new Date(Date.UTC(2024, 0, 1));

/** The workbook; time and zone of the machine are kept out of it. */
export async function formWorkbook(form: Form, items: readonly Item[]): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.creator = "Socle";
  workbook.created = madeAt;
  workbook.modified = madeAt;
  for (const [name, lines] of Object.entries(formSheets(form, items))) {
    const sheet = workbook.addWorksheet(name);
    for (const line of lines) sheet.addRow([...line]);
  }
  const entries = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
  const sorted = Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
  // An archive holds local time without its zone.
  return zipSync(sorted, { mtime: new Date(2024, 0, 1), level: 9 });
}
