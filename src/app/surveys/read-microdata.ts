// A file of rows as somebody brings it, whatever made it, to what the store lays down and a codebook begins with.

import { setImmediate } from "node:timers/promises";
import { fail, ok, type Problem, problem, type Result } from "#kernel";
import { missingLetter, type PackageColumn, type PackageTable, readSav, readStata } from "#sources";
import { type MicrodataColumn, type MicrodataSource, readParquet } from "#store";
import { type Onward, stopped } from "./read-delimited.ts";
import { isStata, readSurveyFile, type SurveyFile } from "./read-survey-file.ts";

/** What a file says of a column besides its values; codes as the laid down column has them in words. */
export type ColumnLabels = {
  readonly label: string | null;
  readonly valueLabels: readonly { readonly code: string; readonly label: string }[];
  /** Codes that the file itself marks as no answer. */
  readonly missingCodes: readonly string[];
};

export type MicrodataReading = {
  readonly format: "csv" | "xlsx" | "parquet" | "sav" | "dta";
  /** For `store.microdata.write`. */
  readonly columns: MicrodataSource;
  /** Names of the columns in the order of the file. */
  readonly names: readonly string[];
  /** How the first row is counted in messages: 2 where names stand above it. */
  readonly firstRow: number;
  /** Of columns of which the file says something. */
  readonly labels: ReadonlyMap<string, ColumnLabels>;
  /** What is odd about the file and still leaves it readable. */
  readonly notes: readonly Problem[];
};

/**
 * Reads a file of rows: delimited text in any encoding, a workbook, Parquet, SPSS or Stata, told apart by the first
 * bytes. Parquet is left where it lies, the engine reads it from there; of all others the columns are in memory.
 *
 * Missing values that Stata keeps apart (`.a` to `.z`) become codes of their own in columns whose values are
 * labelled; elsewhere they are missing, and it is told in how many rows.
 */
export async function readMicrodata(file: SurveyFile, onward: Onward): Promise<Result<MicrodataReading>> {
  const head = new TextDecoder("latin1").decode(file.bytes.subarray(0, 16));
  const turn = async (done: number, total: number) => {
    await setImmediate();
    return onward(done, total);
  };
  if (head.startsWith("$FL2") || head.startsWith("$FL3"))
    return ofPackage("sav", file, await readSav(file.bytes, file.name, turn));
  if (isStata(file.bytes)) return ofPackage("dta", file, await readStata(file.bytes, file.name, turn));
  if (head.startsWith("PAR1")) return ofParquet(file, onward);
  const read = await readSurveyFile(file, { columns: null, missing: [] }, onward);
  if (!read.ok) return read;
  const columns = new Map<string, MicrodataColumn>();
  for (const [name, column] of read.value.table.columns)
    columns.set(name, column.kind === "number" ? column.values : column);
  return ok({
    format: head.startsWith("PK") ? "xlsx" : "csv",
    columns: { kind: "columns", columns },
    names: [...columns.keys()],
    firstRow: 2,
    labels: new Map(),
    notes: read.value.notes,
  });
}

async function ofParquet(file: SurveyFile, onward: Onward): Promise<Result<MicrodataReading>> {
  // No column is wanted: the names alone are read.
  const read = await readParquet(file.path, [], onward);
  if (!read.ok) return read;
  if (read.value === "stopped") return fail(stopped());
  return ok({
    format: "parquet",
    columns: { kind: "path", path: file.path, format: "parquet" },
    names: read.value.unread,
    firstRow: 1,
    labels: new Map(),
    notes: [],
  });
}

function ofPackage(
  format: "sav" | "dta",
  { name }: SurveyFile,
  read: Result<PackageTable>,
): Result<MicrodataReading> {
  if (!read.ok) return read;
  const given = read.value.columns;
  const repeated = given.find((one, at) => given.findIndex((other) => other.name === one.name) !== at);
  if (repeated !== undefined)
    return fail(
      problem(
        "survey.column-repeated",
        `${name} has several columns called "${repeated.name}". Which one is meant cannot be guessed; give each a name of its own.`,
        { file: name, column: repeated.name },
      ),
    );
  const columns = new Map<string, MicrodataColumn>();
  const labels = new Map<string, ColumnLabels>();
  const notes: Problem[] = [...read.value.notes];
  for (const column of given) {
    const isCoded = hasLetterCodes(column);
    columns.set(column.name, isCoded ? withLetters(column) : column.values);
    if (column.missingKinds !== null && !isCoded) notes.push(lettersLost(name, column));
    const { label, valueLabels } = column;
    const kept = (code: number | string) => isCoded || !isLetter(column, code);
    const missingCodes = column.missingCodes.filter(kept).map(String);
    if (label !== null || valueLabels.size > 0 || missingCodes.length > 0)
      labels.set(column.name, {
        label,
        valueLabels: [...valueLabels]
          .filter(([code]) => kept(code))
          .map(([code, text]) => ({ code: String(code), label: text })),
        missingCodes,
      });
  }
  const names = [...columns.keys()];
  return ok({ format, columns: { kind: "columns", columns }, names, firstRow: 1, labels, notes });
}

/** `.` and `.a` to `.z` among the numbers of Stata. */
const isLetter = ({ values }: PackageColumn, code: number | string): boolean =>
  values instanceof Float64Array && typeof code === "string";

/** Whether a column of numbers is one of codes, whose missing values can be codes too. */
const hasLetterCodes = (column: PackageColumn): boolean =>
  column.missingKinds !== null &&
  column.values instanceof Float64Array &&
  column.valueLabels.size > 0 &&
  column.values.every((value) => Number.isNaN(value) || Number.isInteger(value));

function withLetters({ values, missingKinds }: PackageColumn): readonly (string | null)[] {
  const once = new Map<number, string>();
  return Array.from(values as Float64Array, (value, row) => {
    const kind = missingKinds![row]!;
    if (kind > 0) return missingLetter(kind);
    if (Number.isNaN(value)) return null;
    const text = once.get(value) ?? String(value);
    once.set(value, text);
    return text;
  });
}

function lettersLost(file: string, { name, missingKinds, missingCodes }: PackageColumn): Problem {
  const rows = missingKinds!.reduce((sum, kind) => sum + (kind > 0 ? 1 : 0), 0);
  return problem(
    "packages.missing-letters-joined",
    `${file}: column "${name}" has missing values kept apart (${missingCodes.join(", ")}) in ${rows === 1 ? "1 row" : `${rows} rows`}. It is a column of numbers without labels, so they are all taken as missing; label its values, or make a second column that says why, where the reason is to be kept.`,
    { file, column: name },
  );
}
