// The head of a delimited file: its header and some rows, enough to see which column is what. The file
// as a whole is read by the engine of the store, not here.

import { fail, ok, problem, type Result } from "#kernel";
import { notATable } from "../not-a-table.ts";

export type DelimitedSample = {
  readonly name: string;
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** Bytes of a file's head that always suffice for `delimitedSample`. */
export const sampleBytes = 262_144;

/**
 * Reads header and first rows of a comma, semicolon, tab or bar separated text.
 *
 * The delimiter is the one that gives the header the most fields while the rows agree with it. Fields may
 * be quoted by `"`, doubled inside; they may hold line breaks. A byte-order mark and CRLF are understood.
 *
 * @param bytes the head of the file; the last line may be cut and is then left out
 * @param name file name for problems
 * @param whole true when `bytes` is the whole file
 * @returns the sample, or `agencies.encoding-unknown`, `agencies.file-empty`,
 *   `sources.not-a-table`
 */
export function delimitedSample(bytes: Uint8Array, name: string, whole: boolean): Result<DelimitedSample> {
  const other = notATable(bytes, name);
  if (other !== null) return fail(other);
  const text = utf8Text(bytes);
  if (text === null) return fail(encodingProblem(bytes, name));
  const candidates = [",", ";", "\t", "|"].map((delimiter) => ({
    delimiter,
    records: recordsOf(text, delimiter, whole),
  }));
  const best = candidates.reduce((a, b) =>
    fieldsWhereConsistent(b.records) > fieldsWhereConsistent(a.records) ? b : a,
  );
  const [header, ...rows] = best.records;
  if (rows.length === 0 && !whole)
    return fail(
      problem(
        "agencies.file-empty",
        `The first two lines of ${name} are longer than ${bytes.length} characters, far more than a header and a row of a table. A quotation mark may be open, or the line ends may be lost. Nothing was imported.`,
        { file: name },
      ),
    );
  if (header === undefined || header.every((cell) => cell.trim() === "") || rows.length === 0)
    return fail(
      problem(
        "agencies.file-empty",
        `${name} holds ${header === undefined ? "nothing" : "no row under its header"}. A table of observations needs a header line and at least one row. Nothing was imported.`,
        { file: name },
      ),
    );
  return ok({ name, delimiter: best.delimiter, header: header.map((cell) => cell.trim()), rows });
}

/** Fields of the header, if at least nine of ten rows have as many; else less than any consistent reading. */
function fieldsWhereConsistent(records: readonly (readonly string[])[]): number {
  const width = records[0]?.length ?? 0;
  const rows = records.slice(1);
  const agreeing = rows.filter((row) => row.length === width).length;
  return width > 1 && agreeing >= rows.length * 0.9 ? width : width / 1000;
}

function utf8Text(bytes: Uint8Array): string | null {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    // `stream` lets a character that the cut went through stay unread instead of being an error.
    return decoder.decode(bytes, { stream: true });
  } catch {
    return null;
  }
}

function encodingProblem(bytes: Uint8Array, name: string) {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const found = wide ? "UTF-16" : "not UTF-8, probably Latin-1 (Windows-1252)";
  return problem(
    "agencies.encoding-unknown",
    `The text of ${name} is ${found}. Guessing an encoding turns names such as "Côte d'Ivoire" into other names; save the file as "CSV UTF-8" and import it again. Nothing was imported.`,
    { file: name },
  );
}

/** Records of the text, at most 500; a record that the end of a head cuts is left out, blank lines too. */
function recordsOf(text: string, delimiter: string, whole: boolean): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  let field = "";
  let quoted = false;
  const endRecord = () => {
    record.push(field);
    if (record.length > 1 || record[0]!.trim() !== "") records.push(record);
    record = [];
    field = "";
  };
  for (let i = 0; i < text.length && records.length < 500; i++) {
    const char = text[i]!;
    if (quoted) {
      if (char !== '"') field += char;
      else if (text[i + 1] === '"') field += text[i++];
      else quoted = false;
    } else if (char === '"' && field === "") quoted = true;
    else if (char === delimiter) {
      record.push(field);
      field = "";
    } else if (char === "\n" || char === "\r") {
      if (char === "\r" && text[i + 1] === "\n") i++;
      endRecord();
    } else field += char;
  }
  if (whole && records.length < 500 && (field !== "" || record.length > 0)) endRecord();
  return records;
}
