// What is looked at before the engine reads a delimited file, because the engine would be silent or
// unclear about it: header, blank lines between rows, and, after a failure, encoding and malformed rows.

import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { parse } from "csv-parse";
import { type Problem, problem } from "#kernel";
import type { ObservationLayout } from "#records";

/** At most this many problems are listed one by one. */
export const listedProblems = 1000;

/**
 * Looks for what the engine would not tell: another header than the layout's, and blank lines.
 *
 * Rows are counted as a spreadsheet shows them: the header is row 1, a quoted field with line breaks
 * stays one row. The engine skips blank lines, so one between rows would shift every number after it.
 */
export async function scanSource(
  path: string,
  name: string,
  layout: ObservationLayout,
): Promise<readonly Problem[]> {
  const fits = await headerFits(path, layout);
  return fits && !(await mayHoldBlankLines(path)) ? [] : malformedRows(path, name, layout);
}

/** At the speed of the disk; a paragraph break inside quotes also says yes, and is looked at closely then. */
async function mayHoldBlankLines(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    // Each reading keeps the last three bytes of the one before, so that no seam hides a blank line.
    const buffer = Buffer.alloc((1 << 22) + 3);
    let kept = 0;
    let blank: Buffer | null = null;
    for (;;) {
      const { bytesRead } = await file.read(buffer, kept, 1 << 22);
      if (bytesRead === 0) return false;
      const bytes = buffer.subarray(0, kept + bytesRead);
      // The first line end tells what a blank line looks like; two kinds in one file are refused later.
      blank ??= Buffer.from(lineEndOf(bytes).repeat(2));
      if (bytes.includes(blank)) return true;
      kept = Math.min(3, bytes.length);
      bytes.copy(buffer, 0, bytes.length - kept);
    }
  } finally {
    await file.close();
  }
}

const lineEndOf = (bytes: Buffer): string =>
  bytes.includes("\r\n") ? "\r\n" : bytes.includes("\n") ? "\n" : "\r";

const encodingProblem = (name: string) =>
  problem(
    "releases.encoding-unknown",
    `The text of ${name} is not UTF-8, probably Latin-1 (Windows-1252). Guessing an encoding turns names into other names; save the file as "CSV UTF-8" and import it again. Nothing was imported.`,
    { file: name },
  );

async function headerFits(path: string, layout: ObservationLayout): Promise<boolean> {
  for await (const record of recordsOf(path, layout, 1)) return sameHeader(record.fields, layout);
  return false;
}

const sameHeader = (fields: readonly string[], layout: ObservationLayout) =>
  fields.length === layout.header.length &&
  fields.every((field, index) => field.trim() === layout.header[index]);

/** Reads the file row by row, slowly, to name every row the engine would stumble over. */
export async function malformedRows(
  path: string,
  name: string,
  layout: ObservationLayout,
): Promise<Problem[]> {
  if (!(await isUtf8File(path))) return [encodingProblem(name)];
  const problems: Problem[] = [];
  let count = 0;
  let blank: number | null = null;
  let row = 0;
  const add = (code: string, message: string, at: number) => {
    if (++count <= listedProblems) problems.push(problem(code, message, { file: name, row: at }));
  };
  try {
    for await (const { fields } of recordsOf(path, layout)) {
      row++;
      if (fields.length === 1 && fields[0]!.trim() === "" && layout.header.length > 1) {
        blank ??= row;
        continue;
      }
      if (blank !== null)
        add(
          "releases.row-blank",
          `Row ${blank} is blank, and rows follow it. Row numbers after it could not be told for certain; delete the blank line.`,
          blank,
        );
      blank = null;
      if (fields.some((field) => field.includes("\0"))) {
        add(
          "releases.row-malformed",
          `Row ${row} holds a NUL byte, which no text has: the file was damaged on its way or is no text. Save it again as CSV UTF-8. Nothing was imported.`,
          row,
        );
        continue;
      }
      if (row === 1 && !sameHeader(fields, layout))
        add(
          "releases.header-differs",
          `The header of ${name} is "${fields.join(layout.dialect.delimiter).slice(0, 200)}", not the one its layout was made for. Read the layout from this file again.`,
          1,
        );
      else if (fields.length !== layout.header.length)
        add(
          "releases.row-malformed",
          `Row ${row} has ${fields.length} field${fields.length === 1 ? "" : "s"}, the header has ${layout.header.length}. A field with the delimiter inside must stand in quotes; correct the row. Nothing was imported.`,
          row,
        );
    }
  } catch (error) {
    add(
      "releases.row-malformed",
      `After row ${row} a quote is not closed or not doubled (${error instanceof Error ? error.message : "unreadable"}). Write a quote inside a field twice and close every field. Nothing was imported.`,
      row + 1,
    );
  }
  if (count > listedProblems)
    problems.push(
      problem(
        "releases.more-problems",
        `${count} rows of ${name} are malformed; ${listedProblems} are listed.`,
        {
          file: name,
        },
      ),
    );
  return problems;
}

async function isUtf8File(path: string): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

async function* recordsOf(
  path: string,
  layout: ObservationLayout,
  limit?: number,
): AsyncGenerator<{ readonly fields: readonly string[] }> {
  const parser = parse({
    delimiter: layout.dialect.delimiter,
    quote: layout.dialect.quote,
    bom: true,
    relaxColumnCount: true,
    skipEmptyLines: false,
    ...(limit === undefined ? {} : { to: limit }),
  });
  const stream = createReadStream(path);
  stream.on("error", (error) => parser.destroy(error));
  stream.pipe(parser);
  try {
    for await (const fields of parser) yield { fields };
  } finally {
    stream.destroy();
  }
}
