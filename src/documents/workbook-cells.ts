// Cells made from what the formats hold.

import type { WorkbookCell, WorkbookCellFlag } from "./workbook.ts";
import { proposedRepair } from "./workbook-mojibake.ts";

/** Blanks of all kinds at the ends go; line ends become `\n`. */
const tidied = (text: string): string => text.replace(/\r\n?/g, "\n").trim();

type Extra = {
  readonly parts?: readonly string[];
  readonly link?: string;
  readonly formula?: string;
  readonly flags?: readonly WorkbookCellFlag[];
};

/** A cell of any kind; text is searched for mojibake and lost letters. */
export function cellOf(
  row: number,
  column: number,
  kind: WorkbookCell["kind"],
  text: string,
  extra: Extra = {},
): WorkbookCell {
  const shown = kind === "text" ? tidied(text) : text;
  const found = kind === "text" && shown === "" ? "empty" : kind;
  const repair = found === "text" && /[\u0080-\uffff]/.test(shown) ? proposedRepair(shown) : null;
  const flags = [
    ...(extra.flags ?? []),
    ...(repair === null ? [] : (["mojibake"] as const)),
    ...(found === "text" && shown.includes("\ufffd") ? (["lost-letter"] as const) : []),
  ];
  return {
    row,
    column,
    kind: found,
    text: shown,
    ...(extra.parts === undefined ? {} : { parts: extra.parts }),
    ...(extra.link === undefined ? {} : { link: extra.link }),
    ...(extra.formula === undefined ? {} : { formula: extra.formula }),
    ...(flags.length === 0 ? {} : { flags }),
    ...(repair === null ? {} : { proposedText: tidied(repair) }),
  };
}

export const textCell = (row: number, column: number, text: string, extra?: Extra): WorkbookCell =>
  cellOf(row, column, "text", text, extra);

export const emptyCell = (row: number, column: number, extra?: Extra): WorkbookCell =>
  cellOf(row, column, "empty", "", extra);

/**
 * The letters a spreadsheet shows for a column.
 *
 * @example
 * columnLetters(28) // => "AB"
 */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
