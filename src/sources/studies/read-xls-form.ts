import { readWorkbook, type WorkbookTable } from "#documents";
import { fail, failAll, type Language, ok, type Problem, problem, type Result } from "#kernel";
import { nearestName } from "../nearest-name.ts";
import { type FormLanguages, type FormSheet, formSheet, languageOfName } from "./form-columns.ts";
import { type FormQuestion, formQuestions } from "./form-questions.ts";
import type { StudiesProblemCode } from "./problems.ts";

export type FormReading = {
  readonly title: string | null;
  readonly id: string | null;
  readonly version: string | null;
  /** In the order of the form; for "several answers" one for each answer behind the question. */
  readonly questions: readonly FormQuestion[];
  /** What was left out or is odd, and leaves the rest readable. */
  readonly notices: readonly Problem[];
};

/** Sheets that hold answers; `columns` in forms of before 2013. */
const choiceSheets: readonly string[] = ["choices", "columns", "choices and columns", "select choices"];

/**
 * The questions of an XLSForm as what they say of variables: text in the four languages, answers as
 * categories, kind, and who is asked (`relevant`, with that of the groups around) as universe.
 *
 * Understood are sheets `survey`, `choices` and `settings` in older and newer spellings, headers with
 * languages (`label::Français (fr)`, `label:french`), blank rows, columns that are not known, groups, repeats
 * (a file of their own), `or_other`. An answer whose label says there is none (don't know, refused …) is a
 * missing code. Nothing is calculated, no expression is carried out.
 *
 * @param bytes an XLSX file
 * @param name of the file, for problems
 * @param fileOf the file of the edition that holds a repeat, `null` for the form itself; `data`, and the
 *   repeat's name, unless told
 * @returns questions in the order of the form with notices; or every fault with sheet, row and column: no sheet
 *   `survey`, a list that is not there, a name missing or given twice, groups that do not close. The binary
 *   format of before 2007 (.xls) is refused with the way out.
 * @limits Answers from files (`select_one_from_file`) are not there; a choice filter is not carried out: all
 *   answers of a list are categories. Loops count as repeats.
 * @source XLSForm, reference table (xlsform.org), as of 2024
 */
export async function readXlsForm(
  bytes: Uint8Array,
  name: string,
  fileOf: (repeat: string | null) => string = ownFile,
): Promise<Result<FormReading>> {
  const at = { file: name };
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return fail(
      problem(
        "studies.form-format",
        `${name} is in the binary format of before 2007 (.xls), or protected by a password. Forms are read from XLSX alone: open it in a spreadsheet, save it as "Excel workbook (.xlsx)" without a password, and give that. Nothing was imported.`,
        at,
      ),
    );
  const read = await readWorkbook(bytes, name);
  if (!read.ok) return read;
  if (read.value.format !== "xlsx")
    return fail(
      problem(
        "studies.form-format",
        `${name} is a single table, and a form has the sheets "survey" and "choices". Give the form as XLSX. Nothing was imported.`,
        at,
      ),
    );
  const { tables } = read.value;
  const sheetNamed = (wanted: string) => tables.find(({ sheet }) => plainSheet(sheet) === wanted);
  const survey = sheetNamed("survey");
  if (survey === undefined) return fail(noSurvey(tables, name));
  const met: FormLanguages = { others: new Set(), withoutEnglish: new Set() };
  const settings = sheetNamed("settings");
  const setting = settings === undefined ? undefined : formSheet(settings, "en", met).rows[0];
  const main: Language = languageOfName(setting?.cell("default_language") ?? "") ?? "en";
  const sheet = formSheet(survey, main, met);
  const choices = tables
    .filter((table) => choiceSheets.includes(plainSheet(table.sheet)))
    .map((table) => formSheet(table, main, met));
  const missing = [
    ...columnsMissing(sheet, ["type", "name"], name),
    ...choices.flatMap((each) => columnsMissing(each, ["list", "name"], name)),
  ];
  if (missing.length > 0) return failAll(missing);
  const { questions, problems, notices } = formQuestions(sheet, choices, name, fileOf);
  if (problems.length > 0) return failAll(problems);
  return ok({
    title: setting?.cell("form_title") || null,
    id: setting?.cell("form_id") || null,
    version: setting?.cell("version") || null,
    questions,
    notices: [
      ...read.value.problems.filter(({ code }) => code === "documents.table-mojibake"),
      ...notices,
      ...languageNotices(met, name),
    ],
  });
}

const plainSheet = (sheet: string | null): string =>
  (sheet ?? "")
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, " ");

/** What requests can call the file of a repeat. */
function ownFile(repeat: string | null): string {
  if (repeat === null) return "data";
  const bare = repeat.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return bare.replace(/^[-0-9]+|-+$/g, "").slice(0, 40) || "repeat";
}

function noSurvey(tables: readonly WorkbookTable[], file: string): Problem {
  const sheets = tables.map(({ sheet }) => sheet ?? "");
  const near = nearestName("survey", sheets);
  return problem(
    "studies.form-no-survey",
    `${file} has no sheet "survey" with rows in it; its sheets are ${sheets
      .map((sheet) => `"${sheet}"`)
      .join(", ")
      .slice(
        0,
        300,
      )}. ${near === null ? "A questionnaire laid out for paper cannot be read: keep it as a document of the study, and describe its variables in a codebook or in DDI." : `If "${near}" is meant, rename it.`} Nothing was imported.`,
    { file },
  );
}

const columnsMissing = (sheet: FormSheet, needed: readonly string[], file: string): readonly Problem[] =>
  needed
    .filter((column) => !sheet.has(column))
    .map((column) => {
      const shown = column === "list" ? "list_name" : column;
      const code: StudiesProblemCode = "studies.form-column-missing";
      return problem(
        code,
        `The sheet "${sheet.sheet}" of ${file} has no column "${shown}", without which its rows mean nothing. Its columns are: ${sheet.printed.join(", ").slice(0, 300)}. Nothing was imported.`,
        { file, sheet: sheet.sheet, row: sheet.headerRow, column: shown },
      );
    });

function languageNotices({ others, withoutEnglish }: FormLanguages, file: string): readonly Problem[] {
  const tell = (message: string): Problem => problem("studies.form-language", message, { file });
  return [
    ...(others.size === 0
      ? []
      : [
          tell(
            `${file} has texts in ${[...others].slice(0, 5).join(", ")}, none of the four languages. They were left out where there is another text. Name a language in its header as "label::Français (fr)" if it is one of the four.`,
          ),
        ]),
    ...(withoutEnglish.size === 0
      ? []
      : [
          tell(
            `${file} has texts in ${[...withoutEnglish].join(", ")} without English ones. Until they are translated they stand for English too.`,
          ),
        ]),
  ];
}
