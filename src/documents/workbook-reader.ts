// Bytes to tables: checks size and format, then hands over to the reader of the format.

import { fail, failAll, ok, type Problem, problem, type Result } from "#kernel";
import { isCompoundFile } from "./sniff-format.ts";
import {
  type RawSheet,
  type WorkbookFormat,
  type WorkbookLimits,
  type WorkbookReading,
  type WorkbookTable,
  workbookLimits,
} from "./workbook.ts";
import { readDelimited } from "./workbook-delimited.ts";
import { readJsonTable } from "./workbook-json.ts";
import { tableOf } from "./workbook-table.ts";
import { decodeTable } from "./workbook-text.ts";
import { readXlsx } from "./workbook-xlsx.ts";

/**
 * Reads a table from CSV, TSV, XLSX or JSON: a header and rows of cells, each with its address and what is
 * odd about it. Nothing is concluded about meaning, nothing is calculated, nothing is repaired silently.
 *
 * Delimited text may be UTF-8, UTF-16 or Windows-1252, with any of `, ; tab |` between cells. Of an XLSX the
 * stored values of formulas are taken; dates of both date systems come as ISO; merged, hidden and faulty
 * cells are marked. JSON may be an array of objects or hold one; objects inside are flattened by path
 * (`meta.Title`), and bare NaN, which is no JSON, counts as missing and is counted.
 *
 * @param bytes the file; not changed
 * @param name its name, for messages
 * @param limits ceilings other than `workbookLimits`
 * @returns tables with all that is odd about the file, or every reason why it cannot be read
 * @limits Text dates stay text: which of day and month comes first is known by the column, not by the cell.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  name: string,
  limits: Partial<WorkbookLimits> = {},
): Promise<Result<WorkbookReading>> {
  const ceilings: WorkbookLimits = { ...workbookLimits, ...limits };
  try {
    return await readAny(bytes, name, ceilings);
  } catch {
    return fail(
      problem(
        "documents.damaged",
        `${name} cannot be read as a table. Open it in a spreadsheet, save it as XLSX or as CSV in UTF-8, and give that copy.`,
        { file: name },
      ),
    );
  }
}

async function readAny(
  bytes: Uint8Array,
  name: string,
  limits: WorkbookLimits,
): Promise<Result<WorkbookReading>> {
  const at = { file: name };
  if (bytes.length === 0)
    return fail(
      problem(
        "documents.empty",
        `${name} holds no bytes. Check that it was saved or downloaded completely.`,
        at,
      ),
    );
  if (bytes.length > limits.bytes)
    return fail(
      problem(
        "documents.table-too-large",
        `${name} has ${bytes.length} bytes; the limit for one table is ${limits.bytes}. Split it.`,
        at,
      ),
    );
  const other = notATable(bytes, name);
  if (other !== null) return fail(other);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4) {
    const read = await readXlsx(bytes, name, limits);
    if (!read.ok) return read;
    return finished("xlsx", read.value.sheets, read.value.problems, name, limits, {});
  }
  const { text, encoding, problems } = decodeTable(bytes, name);
  if (text.includes("\0"))
    return fail(
      problem(
        "documents.table-format-unknown",
        `${name} holds a NUL character, which no text has: it is a binary file, or it was damaged on its way. Save the table as XLSX or as CSV in UTF-8.`,
        at,
      ),
    );
  if (/^\s*[[{]/.test(text) && (/\.json/i.test(name) || /^\s*[[{]\s*["{[\]}]/.test(text))) {
    const read = readJsonTable(text, name, limits);
    if (!read.ok) return read;
    const { sheet, repairs } = read.value;
    const found = [...problems, ...read.value.problems];
    return finished("json", [sheet], found, name, limits, { encoding, repairs });
  }
  const read = readDelimited(text, name, limits);
  if (!read.ok) return read;
  const { sheet, delimiter } = read.value;
  const found = [...problems, ...read.value.problems];
  return finished("delimited", [sheet], found, name, limits, { encoding, delimiter });
}

function notATable(bytes: Uint8Array, name: string): Problem | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const kind = isCompoundFile(bytes)
    ? "an Office file that is either protected by a password or of the format before 2007 (.xls)"
    : head.includes("%PDF-")
      ? "a PDF document"
      : /^(?:ï»¿)?\s*<(?:!doctype|html|\?xml|table|[a-z]+[\s>:])/i.test(head)
        ? "a web page or XML"
        : head.startsWith("\u001f\u008b")
          ? "compressed (gzip)"
          : head.startsWith("PAR1")
            ? "a Parquet file"
            : null;
  if (kind === null) return null;
  return problem(
    "documents.table-format-unknown",
    `${name} is ${kind}, not a table. Save the table as XLSX or as CSV in UTF-8 and give that.`,
    { file: name },
  );
}

function finished(
  format: WorkbookFormat,
  sheets: readonly RawSheet[],
  problems: readonly Problem[],
  file: string,
  limits: WorkbookLimits,
  text: { readonly encoding?: string; readonly delimiter?: string; readonly repairs?: number },
): Result<WorkbookReading> {
  const tables: WorkbookTable[] = [];
  const found: Problem[] = [...problems];
  const tooLarge = sheets.flatMap((sheet) => sizeProblems(sheet, file, limits));
  if (tooLarge.length > 0) return failAll(tooLarge);
  for (const sheet of sheets) {
    const { table, problems: odd } = tableOf(sheet, file);
    found.push(...odd);
    if (table === null) continue;
    tables.push(table);
    found.push(...mojibakeProblems(table, file));
  }
  if (tables.length === 0)
    return failAll([
      ...found,
      problem(
        "documents.table-empty",
        `${file} holds no row under a header line. Check that it is the file you meant.`,
        { file },
      ),
    ]);
  return ok({
    format,
    encoding: text.encoding ?? null,
    delimiter: text.delimiter ?? null,
    tables,
    repairs: text.repairs ?? 0,
    problems: found,
  });
}

function sizeProblems(sheet: RawSheet, file: string, limits: WorkbookLimits): readonly Problem[] {
  const place = { file, ...(sheet.sheet === null ? {} : { sheet: sheet.sheet }) };
  const rows = sheet.rows.length - (sheet.statedHeader === undefined ? 1 : 0);
  let columns = 0;
  let cells = 0;
  for (const row of sheet.rows) {
    cells += row.cells.length;
    for (const { column } of row.cells) columns = Math.max(columns, column);
  }
  const counts = [
    ["rows", rows, limits.rows],
    ["columns", columns, limits.columns],
    // A table gets a cell for each of its columns in each of its rows.
    ["cells", Math.max(cells, rows * columns), limits.cells],
  ] as const;
  const found = counts
    .filter(([, count, limit]) => count > limit)
    .map(([what, count, limit]) =>
      problem(
        "documents.table-too-large",
        `${file} has ${what === "rows" ? "more than " : ""}${Math.min(count, what === "rows" ? limit : count)} ${what}; the limit is ${limit}. Split the table, or raise the limit if you trust it.`,
        place,
      ),
    );
  const long = sheet.rows.flatMap((row) => row.cells).find(({ text }) => text.length > limits.cellCharacters);
  if (long !== undefined)
    found.push(
      problem(
        "documents.table-cell-too-long",
        `Row ${long.row}, column ${long.column}: the cell holds ${long.text.length} characters; the limit is ${limits.cellCharacters}. A quotation mark may have been left open before it, or a whole document pasted into it. Correct the cell, and hand the table in again.`,
        { ...place, row: long.row, column: String(long.column) },
      ),
    );
  return found;
}

/** Cells are named one by one up to here. */
const named = 20;

function mojibakeProblems(table: WorkbookTable, file: string): readonly Problem[] {
  const cells = table.rows.flatMap((row) => row.filter(({ proposedText }) => proposedText !== undefined));
  return cells.slice(0, named).map((cell, i) => {
    const column = table.header[cell.column - 1]!.name;
    const others =
      i === named - 1 && cells.length > named ? ` ${cells.length - named} further cells are like it.` : "";
    return problem(
      "documents.table-mojibake",
      `Row ${cell.row}, column ${column}: "${excerpt(cell.text)}" was once read in the wrong encoding; it probably means "${excerpt(cell.proposedText!)}". The text is kept as it is until somebody accepts the repair.${others}`,
      { file, ...(table.sheet === null ? {} : { sheet: table.sheet }), row: cell.row, column },
    );
  });
}

function excerpt(text: string): string {
  const at = Math.max(0, text.search(/[\u0080-\uffff]/) - 20);
  return text.slice(at, at + 60).replace(/\s+/g, " ");
}
