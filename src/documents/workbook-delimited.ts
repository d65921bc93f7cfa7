// Delimited text (CSV, TSV and their relatives) to rows of cells.

import { CsvError, parse } from "csv-parse/sync";
import { fail, ok, type Problem, problem, type Result } from "#kernel";
import type { RawSheet, WorkbookCell, WorkbookLimits } from "./workbook.ts";
import { textCell } from "./workbook-cells.ts";

const delimiters = [",", ";", "\t", "|"] as const;
const sampleCharacters = 200_000;
const sampleRows = 20;

/** Lengths of the first rows under a delimiter; null where its quotes do not work out. */
function sampleLengths(sample: string, delimiter: string): readonly number[] | null {
  try {
    const rows = parse(sample, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: sampleRows,
    });
    return rows.map((row) => row.length);
  } catch {
    return null;
  }
}

/**
 * The delimiter under which the first rows have the same number of cells, and more than one; of several the
 * one with most. Text with commas inside and semicolons between cells is told that way.
 */
export function delimiterOf(text: string): string {
  const sample = text.slice(0, sampleCharacters);
  let best = ",";
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const lengths = sampleLengths(sample, delimiter);
    if (lengths === null || lengths.length === 0) continue;
    const [first = 1] = lengths;
    if (first < 2) continue;
    const alike = lengths.filter((length) => length === first).length / lengths.length;
    const score = alike * 1_000 + Math.min(first, 900);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** Rows of a delimited text, or why there are none; `sep=;` in the first line is understood. */
export function readDelimited(
  text: string,
  file: string,
  limits: WorkbookLimits,
): Result<{ readonly sheet: RawSheet; readonly delimiter: string; readonly problems: readonly Problem[] }> {
  const stated = /^sep=([,;\t|])\r?\n/i.exec(text);
  const body = stated === null ? text : text.slice(stated[0].length);
  const delimiter = stated?.[1] ?? delimiterOf(body);
  const problems: Problem[] = [];
  const options = {
    delimiter,
    relax_column_count: true,
    skip_empty_lines: false,
    to: limits.rows + 2,
  } as const;
  let records: string[][];
  try {
    records = parse(body, options);
  } catch (error) {
    const line = error instanceof CsvError ? Number(error["lines"]) : Number.NaN;
    const at = Number.isFinite(line) ? { file, line } : { file };
    const said = problem(
      "documents.table-quotes",
      `${file}: a quotation mark is open or stands inside a cell${"line" in at ? ` near line ${at.line}` : ""}. Where cells end cannot be told for certain; double the mark ("") inside quoted cells.`,
      at,
    );
    try {
      // A stray mark inside an unquoted cell still leaves the cells apart; an open one does not.
      records = parse(body, { ...options, relax_quotes: true });
      problems.push(said);
    } catch {
      return fail(said);
    }
  }
  const first = stated === null ? 1 : 2;
  const rows: RawSheet["rows"][number][] = [];
  for (const [index, record] of records.entries()) {
    const row = index + first;
    if (record.every((cell) => cell.trim() === "")) continue;
    rows.push({ row, cells: record.map((cell, i): WorkbookCell => textCell(row, i + 1, cell)) });
  }
  return ok({
    sheet: { sheet: null, hidden: false, rows, hiddenColumns: new Set() },
    delimiter,
    problems,
  });
}
