// First pass over the files: the distinct texts of each coded column become codes. Five million rows with
// two hundred areas ask two hundred questions; the rows themselves are coded by the engine.

import type { DuckDBConnection } from "@duckdb/node-api";
import { missingReasonOfSdmxStatus, type Period, type Problem, problem, yearsOf } from "#kernel";
import { named, quoted, rowsOf } from "./engine.ts";
import { faultOf } from "./faults.ts";
import {
  type CodedColumn,
  headerOf,
  noteCellsOf,
  type Part,
  readCsv,
  spelledIn,
  valueColumnsOf,
} from "./source-rows.ts";
import { type Coding, codeOf } from "./spelling-codes.ts";

/** A column with more different texts than half of its first 100,000 rows is no code list. */
const sampledRows = 100_000;
const mostSampledCodes = 50_000;

/** The texts of one column of one part, and the code of each. */
export type Dictionary = {
  readonly spellings: readonly string[];
  readonly codes: readonly (string | null)[];
};

export type Dictionaries = {
  of(part: Part, column: CodedColumn): Dictionary;
  /** Distinct codes of a column over all parts, "" first, in the order of their bytes. */
  codes(column: CodedColumn): readonly string[];
  /** Note columns of a part that are not empty in all rows. */
  notes(part: Part): readonly string[];
};

/**
 * Reads the distinct texts, makes one ENUM type a column (`e_<column>`, in the order of the texts' bytes:
 * sorting by its number is sorting by the text), and tables that the second pass looks codes up in.
 *
 * @returns the dictionaries, and problems of headers and of whole columns; those of rows are found later
 */
export async function makeDictionaries(
  connection: DuckDBConnection,
  parts: readonly Part[],
  columns: readonly CodedColumn[],
  coding: Coding,
): Promise<{ readonly dictionaries: Dictionaries; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const found = new Map<string, Dictionary>();
  const notes = new Map<number, readonly string[]>();
  for (const part of parts) {
    const inRows = columns.filter((column) => spelledIn(part.layout, column).from === "row");
    const sample = await sampleTexts(connection, part, inRows);
    problems.push(...sample.problems);
    if (sample.problems.length > 0) continue;
    const { texts, usedNotes } = await distinctTexts(connection, part, inRows, sample.sampled);
    notes.set(part.index, usedNotes);
    for (const column of columns) {
      const spelled = spelledIn(part.layout, column);
      const spellings =
        spelled.from === "row"
          ? texts.get(column)!
          : spelled.from === "header"
            ? spelled.texts
            : [spelled.text];
      const codes = spellings.map((spelling) => codeOf(column, spelling, part.layout, coding));
      found.set(`${part.index} ${column}`, { spellings, codes });
      if (spelled.from !== "row") problems.push(...headerFaults(part, column, { spellings, codes }));
    }
  }
  const byColumn = new Map(
    columns.map((column) => [
      column,
      sortedByBytes(parts.flatMap((part) => found.get(`${part.index} ${column}`)?.codes ?? [])),
    ]),
  );
  const dictionaries: Dictionaries = {
    of: (part, column) => found.get(`${part.index} ${column}`)!,
    codes: (column) => byColumn.get(column)!,
    notes: (part) => notes.get(part.index)!,
  };
  if (problems.length === 0)
    for (const column of columns) await makeTypes(connection, parts, column, dictionaries);
  return { dictionaries, problems };
}

/** Texts of the first rows, where they are few enough to be a code list. */
type Sampled = ReadonlyMap<CodedColumn, readonly string[]>;

async function sampleTexts(
  connection: DuckDBConnection,
  part: Part,
  columns: readonly CodedColumn[],
): Promise<{ readonly sampled: Sampled; readonly problems: readonly Problem[] }> {
  const lists = columns.map((column) => `list(DISTINCT ${rowText(part, column)}) AS ${named(column)}`);
  const [row] = await rowsOf(
    connection,
    `SELECT ${[...lists, "1 AS one"].join(", ")} FROM (SELECT * FROM ${readCsv(part)} LIMIT ${sampledRows})`,
  );
  const sampled = new Map(columns.map((column) => [column, (row![column] as string[] | null) ?? []]));
  const problems = columns
    .filter((column) => sampled.get(column)!.length > mostSampledCodes)
    .map((column) => {
      const header = headerOf(part.layout, column) ?? column;
      return problem(
        "releases.too-many-codes",
        `Column ${header} of ${part.name} holds ${sampled.get(column)!.length} different texts in its first ${sampledRows} rows. A code list has fewer; if it is a remark, name the column "note", else leave it out. Nothing was imported.`,
        { file: part.name, row: 1, column: header },
      );
    });
  return { sampled, problems };
}

/** Up to so many texts, comparing a cell with each costs less than looking it up among all. */
const fewTexts = 12;

/**
 * The distinct texts of the columns in one pass. Where the first rows have few, the pass only makes sure
 * that no other comes; a column that proves to have more is read again.
 */
async function distinctTexts(
  connection: DuckDBConnection,
  part: Part,
  columns: readonly CodedColumn[],
  sampled: Sampled,
): Promise<{
  readonly texts: ReadonlyMap<CodedColumn, readonly string[]>;
  readonly usedNotes: readonly string[];
}> {
  const noteCounts = noteCellsOf(part.layout).map((cell, index) => `count(${cell}) AS note${index}`);
  const asked = columns.map((column) => {
    const few = sampled.get(column)!;
    const text = rowText(part, column);
    return few.length > 0 && few.length <= fewTexts
      ? `bool_and(${text} IN (${few.map(quoted).join(", ")})) AS ${named(column)}`
      : `list(DISTINCT ${text}) AS ${named(column)}`;
  });
  const [row] = await rowsOf(
    connection,
    `SELECT ${[...asked, ...noteCounts, "1 AS one"].join(", ")} FROM ${readCsv(part)}`,
  );
  const more = columns.filter((column) => row![column] === false);
  const again =
    more.length === 0
      ? null
      : await distinctTexts(connection, part, more, new Map(more.map((column) => [column, []])));
  // Sorted, so that nothing later depends on the order in which threads met the texts.
  const texts = new Map(
    columns.map((column) => {
      const answer = row![column] as readonly string[] | boolean | null;
      const found =
        answer === true ? sampled.get(column)! : (again?.texts.get(column) ?? (answer as string[] | null));
      return [column, [...(found ?? [])].sort()];
    }),
  );
  return { texts, usedNotes: part.layout.notes.filter((_, index) => (row![`note${index}`] as number) > 0) };
}

const rowText = (part: Part, column: CodedColumn): string => {
  const spelled = spelledIn(part.layout, column);
  return spelled.from === "row" ? spelled.sql : quoted("");
};

/** The empty text always belongs to a type, so that absence has a code, number 0. */
function sortedByBytes(codes: readonly (string | null)[]): readonly string[] {
  const distinct = new Set(["", ...codes.filter((code) => code !== null)]);
  return [...distinct]
    .map((code) => ({ code, bytes: Buffer.from(code, "utf-8") }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ code }) => code);
}

function headerFaults(part: Part, column: CodedColumn, dictionary: Dictionary): readonly Problem[] {
  const inHeader = spelledIn(part.layout, column).from === "header";
  return dictionary.codes.flatMap((code, index) =>
    code !== null
      ? []
      : [
          faultOf(
            column,
            dictionary.spellings[index]!,
            part.name,
            inHeader ? { row: 1, column: valueColumnsOf(part.layout)[index]! } : {},
          ),
        ],
  );
}

/** SQL for the code of a column in a row of a part, as value of `e_<column>`; null for a faulty text. */
export function codeSql(part: Part, column: CodedColumn, dictionaries: Dictionaries): string {
  const { spellings, codes } = dictionaries.of(part, column);
  const type = named(`e_${column}`);
  const literal = (code: string | null) => `CAST(${code === null ? "NULL" : quoted(code)} AS ${type})`;
  const spelled = spelledIn(part.layout, column);
  const lookUp = (position: string) =>
    `list_extract(getvariable(${quoted(`v${part.index}_${column}`)}), ${position})`;
  if (spelled.from === "header") return lookUp("CAST(cell AS INTEGER) + 1");
  // One text in the whole file: nothing to look up in any row.
  if (spelled.from === "layout" || spellings.length <= 1) return literal(codes[0] ?? null);
  if (isIdentity({ spellings, codes })) return `CAST(${spelled.sql} AS ${type})`;
  if (spellings.length <= fewTexts)
    return `CASE ${spelled.sql} ${spellings.map((spelling, index) => `WHEN ${quoted(spelling)} THEN ${literal(codes[index]!)}`).join(" ")} END`;
  return lookUp(
    `CAST(enum_code(CAST(${spelled.sql} AS ${named(`s${part.index}_${column}`)})) AS INTEGER) + 1`,
  );
}

const isIdentity = ({ spellings, codes }: Dictionary): boolean =>
  spellings.every((spelling, index) => spelling === codes[index]);

/** Variables by code number: `first_years`, `last_years` of periods and `status_reasons`. */
const valuesByCode = {
  period: [
    ["first_years", "SMALLINT", (code: string) => (code === "" ? null : yearsOf(code as Period)[0])],
    ["last_years", "SMALLINT", (code: string) => (code === "" ? null : yearsOf(code as Period)[1])],
  ],
  status: [["status_reasons", "VARCHAR", (code: string) => missingReasonOfSdmxStatus(code)]],
} as const;

async function makeTypes(
  connection: DuckDBConnection,
  parts: readonly Part[],
  column: CodedColumn,
  dictionaries: Dictionaries,
): Promise<void> {
  const codes = dictionaries.codes(column);
  await makeEnum(connection, `e_${column}`, codes);
  for (const part of parts) {
    const dictionary = dictionaries.of(part, column);
    const { from } = spelledIn(part.layout, column);
    if (from === "layout" || (from === "row" && isIdentity(dictionary))) continue;
    if (from === "row") await makeEnum(connection, `s${part.index}_${column}`, dictionary.spellings);
    await setList(connection, `v${part.index}_${column}`, named(`e_${column}`), dictionary.codes);
  }
  if (column === "period" || column === "status")
    for (const [name, type, derive] of valuesByCode[column])
      await setList(
        connection,
        name,
        type,
        codes.map((code) => {
          const value = derive(code);
          return value === null ? null : String(value);
        }),
      );
}

async function makeEnum(connection: DuckDBConnection, name: string, texts: readonly string[]) {
  await fillTable(connection, texts);
  await connection.run(`CREATE TYPE ${named(name)} AS ENUM (SELECT text FROM filling ORDER BY number)`);
}

async function setList(
  connection: DuckDBConnection,
  name: string,
  type: string,
  texts: readonly (string | null)[],
) {
  await fillTable(connection, texts);
  await connection.run(
    `SET VARIABLE ${named(name)} = (SELECT list(CAST(text AS ${type}) ORDER BY number) FROM filling)`,
  );
}

/** Texts reach the engine as rows, never as parts of a statement. */
async function fillTable(connection: DuckDBConnection, texts: readonly (string | null)[]) {
  await connection.run("CREATE OR REPLACE TEMP TABLE filling (number INTEGER, text VARCHAR)");
  const appender = await connection.createAppender("filling");
  texts.forEach((text, number) => {
    appender.appendInteger(number);
    if (text === null) appender.appendNull();
    else appender.appendVarchar(text);
    appender.endRow();
  });
  appender.closeSync();
}
