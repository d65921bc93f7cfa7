// A table of answers as it comes in: one line an answer, with the columns of the download.

import { AppraisalAnswerShape, JudgementShape } from "#contract";
import { failAll, ok, type Problem, problem, type Result } from "#kernel";
import type { AppraisalAnswer, Judgement } from "#records";
import type { Effects } from "../../effects.ts";
import { readApart } from "../../reading/read-apart.ts";
import { passageOf, unguarded } from "../cells-of-tables.ts";

const needed = ["record", "item", "rating"] as const;

export type FileAnswer = {
  readonly line: number;
  readonly record: string;
  readonly answer: AppraisalAnswer;
  /** The overall judgement in this line; null where its columns are empty. */
  readonly judgement: Judgement | null;
};
export type AnswersFile = { readonly answers: readonly FileAnswer[]; readonly problems: readonly Problem[] };

/** The instrument the answers of a file have to be answers to. */
export type AskedInstrument = { readonly instrument: string; readonly version: string };

type Cells = (column: string) => string;

const wrongIn = (line: number, column: string, message: string): Problem =>
  problem("reviews.cell-unfit", `Line ${line}, column ${column}: ${message} Nothing was imported.`, {
    row: line,
    column,
  });

/** The passage of an answer: as the download writes it, or words with their page, typed by hand. */
function readPassage(cell: Cells, line: number, problems: Problem[]) {
  const whole = cell("passage");
  if (whole !== "") {
    const found = passageOf(whole);
    if (!found)
      problems.push(
        wrongIn(line, "passage", "this is no passage as the download writes it. Leave the column as it was."),
      );
    return { quote: found?.anchor ?? null, typed: found?.anchor ? null : (found?.typed ?? null) };
  }
  const [text, page] = [cell("quote"), cell("page")];
  if (text !== "" && page === "")
    problems.push(
      wrongIn(
        line,
        "page",
        "the words of the report are given without their page, so nobody could find them.",
      ),
    );
  return { quote: null, typed: text !== "" && page !== "" ? { text, page } : null };
}

function readJudgement(cell: Cells, line: number, problems: Problem[]): Judgement | null {
  const [grade, reason] = [cell("judgement"), cell("judgement.reason")];
  if (grade === "" && reason === "") return null;
  const read = JudgementShape.safeParse({ grade, reason });
  if (read.success) return read.data;
  problems.push(
    wrongIn(
      line,
      reason === "" ? "judgement.reason" : "judgement",
      reason === ""
        ? "an overall judgement needs its reason."
        : `an overall judgement is one of the ratings of the instrument, with a reason: ${read.error.issues[0]?.message ?? ""}.`,
    ),
  );
  return null;
}

function readLine(cell: Cells, line: number, asked: AskedInstrument): FileAnswer | readonly Problem[] {
  const problems: Problem[] = [];
  for (const column of needed)
    if (cell(column) === "") problems.push(wrongIn(line, column, "this column is empty."));
  for (const column of ["instrument", "version"] as const)
    if (cell(column) !== "" && cell(column) !== asked[column])
      problems.push(
        wrongIn(
          line,
          column,
          `"${cell(column).slice(0, 60)}" is not what the protocol names, which is ${asked.instrument}, version ${asked.version}.`,
        ),
      );
  const passage = readPassage(cell, line, problems);
  const judgement = readJudgement(cell, line, problems);
  const read = AppraisalAnswerShape.safeParse({
    item: cell("item"),
    rating: cell("rating"),
    justification: cell("justification"),
    ...passage,
  });
  if (!read.success)
    for (const { path, message } of read.error.issues) {
      const part = String(path[0]);
      const column = { quote: "passage", typed: "quote" }[part] ?? part;
      if (cell(column) !== "") problems.push(wrongIn(line, column, `${message}.`));
    }
  return read.success && problems.length === 0
    ? { line, record: cell("record"), answer: read.data as AppraisalAnswer, judgement }
    : problems;
}

/**
 * The answers of a table (CSV, TSV, XLSX).
 *
 * @returns the lines that can be read and what is wrong with the others; a problem where it is no such table
 */
export async function readAnswersFile(
  effects: Effects,
  asked: AskedInstrument,
  name: string,
  bytes: Uint8Array,
): Promise<Result<AnswersFile>> {
  const read = await readApart("workbook", { bytes, name }, { limits: effects.reading });
  if (!read.ok) return read;
  const table =
    read.value.tables.find(({ header }) => header.some((column) => column.name === "rating")) ??
    read.value.tables[0];
  const names = table?.header.map((column) => column.name) ?? [];
  const absent = needed.filter((column) => !names.includes(column));
  if (!table || absent.length > 0)
    return failAll([
      problem(
        "app.columns-missing",
        `${name} has no column ${absent.join(", ") || needed.join(", ")}. Answers need the columns record, item and rating, and may have justification, quote and page, judgement and judgement.reason, as the download of the answers has them; found: ${names.join(", ").slice(0, 300) || "none"}. Nothing was imported.`,
        { file: name, row: 1 },
      ),
    ]);
  const isGuarded = read.value.format === "delimited";
  const answers: FileAnswer[] = [];
  const problems: Problem[] = [];
  for (const cells of table.rows) {
    const cell: Cells = (column) => {
      const text = cells[names.indexOf(column)]?.text.trim() ?? "";
      return isGuarded ? unguarded(text) : text;
    };
    const line = readLine(cell, cells[0]?.row ?? 0, asked);
    if ("answer" in line) answers.push(line);
    else problems.push(...line);
  }
  return ok({ answers, problems });
}
