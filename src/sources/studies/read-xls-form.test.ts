import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Workbook } from "@cj-tech-master/excelts";
import { describe, expect, it } from "vitest";
import { type FormReading, readXlsForm } from "./read-xls-form.ts";

type Sheets = Readonly<Record<string, readonly (readonly (string | number)[])[]>>;

async function form(sheets: Sheets): Promise<Uint8Array> {
  const workbook = new Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
const read = async (sheets: Sheets): Promise<FormReading> => {
  const result = await readXlsForm(await form(sheets), "form.xlsx");
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.value;
};
const faultsOf = async (sheets: Sheets) => {
  const result = await readXlsForm(await form(sheets), "form.xlsx");
  return result.ok ? [] : result.problems.map(({ code, at }) => [code, at?.row, at?.column]);
};
const choices = [
  ["list name", "name", "label::English (en)", "label::Français (fr)", "filter"],
  ["yn", 1, "Yes", "Oui", "x"],
  ["yn", 2, "No", "Non", ""],
  [],
  ["yn", 9, "", "Ne sait pas", ""],
];

describe("a form", () => {
  it("gives questions in their languages, answers as categories, and who is asked", async () => {
    const { questions, title, version, notices } = await read({
      survey: [
        [
          "type",
          "name",
          "label::English (en)",
          "label::French",
          "hint",
          "relevant",
          "other_column",
          "required",
        ],
        ["begin group", "work", "Work", "", "", "\u0024{age} > 14", "", ""],
        [
          "select_one yn",
          "contract",
          "**Do you** have a <b>contract</b>?",
          "Avez-vous un contrat ?",
          "Written",
          "\u0024{works} = 1",
          "z",
          "yes",
        ],
        [],
        ["integer", "hours", "", "Heures", "", "", "", ""],
        ["end group"],
        ["note", "thanks", "Thank you", "", "", "", "", ""],
      ],
      choices,
      settings: [
        ["form_title", "version", "default_language"],
        ["Security", "2024-1", "en"],
      ],
    });
    expect([title, version]).toEqual(["Security", "2024-1"]);
    expect(questions).toEqual([
      {
        row: 3,
        type: "select_one yn",
        path: ["work"],
        repeat: null,
        answer: null,
        variable: {
          file: "data",
          name: "contract",
          label: { en: "Do you have a contract?", fr: "Avez-vous un contrat ?" },
          question: { en: "Do you have a contract?", fr: "Avez-vous un contrat ?" },
          universe: {
            en: "Asked where: (age > 14) and (works = 1)",
            fr: "Posée si : (age > 14) and (works = 1)",
            es: "Se pregunta si: (age > 14) and (works = 1)",
            pt: "Perguntado se: (age > 14) and (works = 1)",
          },
          note: { en: "Written" },
          kind: "categorical",
          categories: [
            { code: "1", label: { en: "Yes", fr: "Oui" }, missing: null },
            { code: "2", label: { en: "No", fr: "Non" }, missing: null },
            { code: "9", label: { en: "Ne sait pas", fr: "Ne sait pas" }, missing: "dont-know" },
          ],
        },
      },
      expect.objectContaining({
        row: 5,
        variable: expect.objectContaining({
          name: "hours",
          kind: "numeric",
          label: { en: "Heures", fr: "Heures" },
        }),
      }),
    ]);
    expect(notices.map(({ code }) => code)).toEqual(["studies.form-language"]);
  });

  it("puts repeats into files of their own, and a column beside each of several answers", async () => {
    const { questions } = await read({
      Survey: [
        ["type", "name", "label"],
        ["select all that apply from yn or specify other", "assets", "Which?"],
        ["begin_repeat", "member_list", "Members"],
        ["select one from yn", "ill", "Ill?"],
        ["geopoint", "where", "Where?"],
        ["end_repeat", "", ""],
        ["uri:deviceid", "device", ""],
      ],
      choices,
    });
    expect(
      questions.map(({ answer, repeat, variable }) => [
        variable.file,
        variable.name,
        variable.kind,
        repeat,
        answer,
      ]),
    ).toEqual([
      ["data", "assets", "text", null, null],
      ["data", "assets/1", "categorical", null, "1"],
      ["data", "assets/2", "categorical", null, "2"],
      ["data", "assets/9", "categorical", null, "9"],
      ["data", "assets/other", "categorical", null, "other"],
      ["data", "assets_other", "text", null, null],
      ["member-list", "ill", "categorical", "member_list", null],
      ["member-list", "where", "identifier", "member_list", null],
      ["data", "device", "identifier", null, null],
    ]);
    expect(questions[1]!.variable.label).toEqual({ en: "Which?: Yes", fr: "Which?: Oui" });
    expect(questions[1]!.variable.categories!.map(({ code }) => code)).toEqual(["1", "0"]);
  });

  it("tells what was left out: unknown types, answers given twice, other languages", async () => {
    const { questions, notices } = await read({
      survey: [
        ["type", "name", "label::Swahili (sw)"],
        ["integr", "a", "Umri?"],
        ["select_one_from_file towns.csv", "b", "Mji?"],
      ],
      choices: [
        ["list_name", "name", "label"],
        ["t", "1", "A"],
        ["t", "1", "B"],
      ],
    });
    expect(questions.map(({ variable }) => [variable.name, variable.question])).toEqual([
      ["b", { en: "Mji?" }],
    ]);
    expect(notices.map(({ code, at }) => [code, at?.row])).toEqual([
      ["studies.form-answer-repeated", 3],
      ["studies.form-type-unknown", 2],
      ["studies.form-language", undefined],
    ]);
    expect(notices[1]!.message).toContain('the nearest is "integer"');
  });

  it("with hostile or garbled texts is read in time, and the garbled ones are told", async () => {
    const { questions, notices } = await read({
      survey: [
        ["type", "name", `label::${"(ab-".repeat(5_000)}`, "label", "relevant"],
        ["text", "a", "x", "MigraciÃ³n", `\u0024{${" ".repeat(30_000)}`],
        ["text", "b", "", `${"** ".repeat(10_000)}**`, "\u0024{".repeat(10_000)],
      ],
    });
    expect(questions.map(({ variable }) => variable.name)).toEqual(["a", "b"]);
    expect(notices.map(({ code }) => code)).toContain("documents.table-mojibake");
  });

  it("is refused with every fault, its row and column", async () => {
    expect(
      await faultsOf({
        survey: [
          ["type", "name", "label"],
          ["end group", "", ""],
          ["select_one yesno", "a", "A?"],
          ["text", "", "No name"],
          ["text", "b", ""],
          ["text", "b", ""],
          ["begin repeat", "r", ""],
        ],
        choices: [
          ["list_name", "name", "label"],
          ["yes_no", "1", "Yes"],
        ],
      }),
    ).toEqual([
      ["studies.form-group-unclosed", 2, "type"],
      ["studies.form-list-unknown", 3, "type"],
      ["studies.field-missing", 4, "name"],
      ["studies.repeated", 6, "name"],
      ["studies.form-group-unclosed", 7, "type"],
    ]);
    expect(
      await faultsOf({
        survey: [
          ["kind", "label"],
          ["text", "x"],
        ],
        choices: [["name"], ["x"]],
      }),
    ).toEqual([
      ["studies.form-column-missing", 1, "type"],
      ["studies.form-column-missing", 1, "name"],
      ["studies.form-column-missing", 1, "list_name"],
    ]);
    expect(
      await faultsOf({
        Household: [
          ["a", "b"],
          ["1", "2"],
        ],
      }),
    ).toEqual([["studies.form-no-survey", undefined, undefined]]);
    const csv = await readXlsForm(new TextEncoder().encode("type,name\ntext,a\n"), "form.csv");
    expect(csv.ok ? "" : csv.problems[0]!.code).toBe("studies.form-format");
    const binary = await readXlsForm(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), "form.xls");
    expect(binary.ok ? "" : binary.problems[0]!.message).toContain("before 2007 (.xls)");
  });
});

const root = join(import.meta.dirname, "../../..");
const folder = join(root, process.env["SOCLE_REFERENCE"] ?? "../shared/reference", "../data/questionnaires");
const isThere = existsSync(folder);

it.runIf(process.env["CI"] === "true")("has the questionnaires to try", () => {
  expect(isThere, "no data/questionnaires beside SOCLE_REFERENCE").toBe(true);
});

describe.skipIf(!isThere)("the questionnaires kept for trying", () => {
  it("are read where they are XLSX forms, and refused in words where not", async () => {
    const outcome: Record<string, string | number> = {};
    for (const name of readdirSync(folder).filter((each) => /\.xlsx?$/.test(each))) {
      const result = await readXlsForm(new Uint8Array(readFileSync(join(folder, name))), name);
      outcome[name] = result.ok ? result.value.questions.length : result.problems[0]!.code;
    }
    expect(outcome).toEqual({
      "cascading_select_test_equivalent.xls": "studies.form-format",
      "choice_filter_test.xlsx": 3,
      "extra_columns.xlsx": 1,
      "flat_xlsform_test.xlsx": 37,
      "loop.xlsx": 7,
      "or_other.xlsx": 3,
      "paper-style-household-questionnaire.xlsx": "studies.form-no-survey",
      "repeat_date_test.xls": "studies.form-format",
      "specify_other.xlsx": 2,
      "tutorial.xls": "studies.form-format",
      "widgets.xls": "studies.form-format",
      "xlsform_spec_test.xlsx": 36,
      "yes_or_no_question.xlsx": 1,
    });
  });
});
