// The sentences about faulty cells. What is wrong, which value, where, why it matters, what to do.

import { findArea, missingReasons, type Place, type Problem, problem } from "#kernel";
import { type CodedColumn, unitSeparator } from "./source-rows.ts";

type Where = Pick<Place, "row" | "column">;

const furtherRows = (rows: number): string =>
  rows === 1 ? "" : rows === 2 ? " and 1 row after it" : ` and ${rows - 1} rows after it`;

const whereText = (at: Where, rows = 1): string =>
  [
    at.row === undefined ? null : `Row ${at.row}${furtherRows(rows)}`,
    at.column === undefined ? null : `column ${at.column}`,
  ]
    .filter((part) => part !== null)
    .join(", ");

/**
 * A text of a coded column that stands for nothing known.
 *
 * @param at the first place it stands at
 * @param rows in how many rows it stands
 */
export function faultOf(
  column: CodedColumn,
  spelling: string,
  file: string,
  at: Pick<Place, "row" | "column" | "text">,
  rows = 1,
): Problem {
  const text = spelling.trim().slice(0, 60);
  const found = text === "" ? "the cell is empty" : `"${text.replace(unitSeparator, " with multiplier ")}"`;
  const [code, why] = explanation(column, found, text);
  const start = whereText(at, rows);
  return problem(code, `${start === "" ? `${file}: ` : `${start}: `}${why} Nothing was imported.`, {
    file,
    ...at,
  });
}

function explanation(column: CodedColumn, found: string, text: string): readonly [string, string] {
  switch (column) {
    case "area":
      // It was understood, and still it stands for nothing here: only in a table that says its figures are real.
      if (findArea(text)?.kind === "invented")
        return [
          "releases.area-unknown",
          `${found}, which Socle keeps for invented countries (XAA to XZZ and their names), and the table says that its figures are real. Real figures would stand under an invented place; write the area's ISO 3166 code, its United Nations number or its name, leave it out (--leave-out), or say that the table is invented (--origin invented).`,
        ];
      return [
        "releases.area-unknown",
        `${found}, which is no known area. A figure without its area would be lost; write an ISO 3166 code (FRA) or a name in English, French, Spanish or Portuguese, or leave the area out (--leave-out) if it is a group of countries that Socle does not know.`,
      ];
    case "indicator":
      return [
        "releases.indicator-unknown",
        `${found}, which is no indicator of the catalogue. Add the indicator first, or correct the code.`,
      ];
    case "period":
      return [
        "releases.period-unreadable",
        `${found}, which is not a period. Write a year (2019), half (2019-S1), quarter (2019-Q3), month (2019-07), day or span of years (2012/2018).`,
      ];
    case "sex":
      return [
        "releases.sex-unknown",
        `${found}, which is no code of sex. Write T, F, M or O (SEX_T, female and the like are understood).`,
      ];
    case "missing":
      return [
        "releases.missing-unknown",
        `${found}, which is no reason for a missing value. Reasons are ${missingReasons.join(", ")}.`,
      ];
    case "unit":
      return [
        "releases.multiplier-invalid",
        `the unit is ${found}, and a multiplier is a whole power of ten such as 0, 3 or 6. A wrong one makes figures a thousand times too large or small.`,
      ];
    case "action":
      return ["releases.action-unknown", `${found}, which is no SDMX action (I, A, R, M or D).`];
    default:
      throw new Error(`faultOf: every text is a code of ${column}`);
  }
}

/** A value cell that is neither a plain number nor a known sign of a missing value. */
export function valueFault(text: string, file: string, at: Where): Problem {
  const shown = text.trim().slice(0, 60);
  return problem(
    "releases.value-not-a-number",
    `${whereText(at)}: "${shown}" is not a plain number. ${valueAdvice(shown)} Nothing was imported.`,
    { file, ...at },
  );
}

function valueAdvice(text: string): string {
  if (/^[+-]?\d{1,3}([,.' \u00a0\u202f]\d{3})+([.,]\d+)?$/.test(text))
    return "It may have thousands separators or a decimal comma, and both readings differ; write figures with a decimal point and nothing else.";
  if (/^[+-]?\d+,\d+$/.test(text)) return "Write a decimal point instead of the comma.";
  if (/%$/.test(text)) return "Write the figure without the sign and give the unit PT.";
  if (/^[-–—]$/.test(text))
    return "A dash may mean zero, nothing or not applicable; write 0, or leave the cell empty.";
  if (/^[<>≤≥~]/.test(text)) return "A bound is no value; leave the cell empty and keep the bound as a note.";
  if (/\d\s*[-–]\s*\d/.test(text))
    return "A range is no value; give one figure and keep the range as a note.";
  if (/^[\p{L}_-]{1,12}$/u.test(text))
    return "Codes and figures in one column would be mixed up; give the codes a column of their own, or say what the text means if it marks a missing value.";
  return "Leave the cell empty if there is no value, and keep the words as a note.";
}

/** Two rows with one key. */
export const duplicateFault = (
  key: string,
  first: { file: string; row: number; column: string },
  second: { file: string; row: number; column: string },
): Problem =>
  problem(
    "releases.key-duplicate",
    `Row ${second.row}${second.file === first.file ? "" : ` of ${second.file}`} gives ${key} again, which row ${first.row}${second.file === first.file ? "" : ` of ${first.file}`} gave (columns ${first.column}, ${second.column}). Which one holds is not said: delete one, or name the column that tells them apart as a breakdown. Nothing was imported.`,
    second,
  );

/** A series whose unit changes. */
export const unitFault = (
  series: string,
  units: readonly [string, string],
  at: { file: string; row: number; column: string },
  otherRow: number,
): Problem =>
  problem(
    "releases.unit-changes",
    `The series ${series} has the unit "${units[0]}" in row ${otherRow} and "${units[1]}" in row ${at.row}. Figures of two units in one series would be compared as if they were alike; give them two indicators, or make the unit a breakdown. Nothing was imported.`,
    at,
  );
