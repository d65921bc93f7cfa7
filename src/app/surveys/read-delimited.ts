// CSV and its relatives, in pieces, so that a file of millions of rows leaves room for a signal to stop.

import { setImmediate } from "node:timers/promises";
import { CsvError, parse } from "csv-parse";
import { decodeTable, delimiterOf } from "#documents";
import { fail, ok, type Problem, problem, type Result } from "#kernel";
import type { SurveyTable } from "#statistics";
import { type SurveyCells, surveyCells, type WantedColumns } from "./survey-cells.ts";

/** Told how many characters of how many are read; answers whether to go on. */
export type Onward = (done: number, total: number) => boolean;

const pieceCharacters = 1 << 20;

/** A table of delimited text; what was odd about its encoding comes with it. */
export async function readDelimited(
  bytes: Uint8Array,
  file: string,
  wanted: WantedColumns,
  onward: Onward,
): Promise<Result<{ readonly table: SurveyTable; readonly notes: readonly Problem[] }>> {
  const { text, problems } = decodeTable(bytes, file);
  if (text.includes("\0"))
    return fail(
      problem(
        "survey.table-unreadable",
        `${file} holds a NUL character, which no text has: it is a binary file, or it was damaged on its way. Save the table as CSV in UTF-8, XLSX or Parquet.`,
        { file },
      ),
    );
  const cells = surveyCells(file, wanted);
  const wrong = await parseInPieces(text, delimiterOf(text), cells, onward);
  if (wrong instanceof CsvError) {
    const line = Number(wrong["lines"]);
    return fail(
      problem(
        "survey.table-unreadable",
        `${file} cannot be cut into cells${Number.isFinite(line) ? ` near line ${line}` : ""}: a quotation mark is open or stands inside a cell. Double it ("") inside quoted cells.`,
        Number.isFinite(line) ? { file, line } : { file },
      ),
    );
  }
  if (wrong === "stopped") return fail(stopped());
  if (wrong !== null) throw wrong;
  const table = cells.table();
  return table.ok ? ok({ table: table.value, notes: problems }) : table;
}

export const stopped = (): Problem =>
  problem("survey.stopped", "The estimates were stopped before their end. Nothing was kept.");

async function parseInPieces(
  text: string,
  delimiter: string,
  cells: SurveyCells,
  onward: Onward,
): Promise<Error | "stopped" | null> {
  let failed: Error | null = null;
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    skip_empty_lines: false,
    on_record(record: string[]) {
      cells.row(record);
      return null;
    },
  });
  const ended = new Promise<void>((resolve) => {
    parser.on("end", resolve);
    parser.on("error", (error) => {
      failed = error;
      resolve();
    });
  });
  parser.resume();
  for (let from = 0; from < text.length && failed === null; ) {
    // Cut behind a line end, so that no letter is cut in two.
    const end = text.indexOf("\n", from + pieceCharacters);
    const to = end < 0 ? text.length : end + 1;
    await new Promise<void>((resolve) => parser.write(text.slice(from, to), () => resolve()));
    from = to;
    if (!onward(from, text.length)) {
      parser.destroy();
      return "stopped";
    }
    await setImmediate();
  }
  if (failed === null) parser.end();
  await ended;
  return failed;
}
