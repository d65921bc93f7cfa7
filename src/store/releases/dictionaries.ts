// Second step: each distinct text of a column is looked at once, in this process, and becomes a code. The
// engine then joins; five million rows with two hundred areas ask two hundred questions.

import type { DuckDBConnection } from "@duckdb/node-api";
import {
  isMissingReason,
  missingReasonOfSdmxStatus,
  type Period,
  type Problem,
  problem,
  readPeriod,
  yearsOf,
} from "#kernel";
import type { ObservationLayout, ObservationSpellings } from "#records";
import { named, quoted, rowsOf } from "./engine.ts";
import { faultOf } from "./faults.ts";
import { type CodedColumn, headerOf, type Part, spellingOf, unitSeparator } from "./staging.ts";

/** More different texts than this in one column is no code list. */
export const mostCodes = 200_000;

export type Coding = {
  readonly spellings: ObservationSpellings;
  readonly indicators: ReadonlySet<string> | null;
};

/** The code of a text, "" where the cell is empty and may be; null where the text is faulty. */
export function codeOf(
  column: CodedColumn,
  spelling: string,
  layout: ObservationLayout,
  coding: Coding,
): string | null {
  const text = plain(spelling, layout);
  switch (column) {
    case "area":
      return text === "" ? null : coding.spellings.area(text);
    case "indicator":
      return text === "" || (coding.indicators !== null && !coding.indicators.has(text)) ? null : text;
    case "period": {
      const period = readPeriod(text);
      return period.ok ? period.value : null;
    }
    case "source":
      return "reads" in layout.source ? text.replace(/[:].*$/s, "") : text;
    case "sex":
      return coding.spellings.sex(text);
    case "missing":
      return text === "" || isMissingReason(text) ? text : null;
    case "action":
      return /^[IARMD]?$/.test(text) ? text : null;
    case "unit":
      return unitOf(spelling, layout);
    default:
      return text;
  }
}

/** A cell without surrounding blanks; in labelled files without its label (`CODE: Label`). */
const plain = (spelling: string, layout: ObservationLayout): string => {
  const text = spelling.trim();
  return layout.labelled ? text.replace(/: .*$/s, "") : text;
};

/** `USD` with multiplier 6 is `USD*10^6`: said in the unit, never applied to the printed value. */
function unitOf(spelling: string, layout: ObservationLayout): string | null {
  const [unit, multiplier = ""] = spelling.split(unitSeparator).map((text) => plain(text, layout));
  if (multiplier === "" || /^[+-]?0+$/.test(multiplier)) return unit!;
  return /^-?\d{1,2}$/.test(multiplier) ? `${unit}*10^${Number(multiplier)}` : null;
}

/**
 * Makes the dictionary tables of the parts (`d<part>_<column>`: spelling, code) and one ENUM type a
 * column (`e_<column>`), in the order of the texts' bytes: sorting by its number is sorting by the text.
 *
 * @returns problems of columns and headers; those of single rows are found later, by `faultyCodes`
 */
export async function makeDictionaries(
  connection: DuckDBConnection,
  parts: readonly Part[],
  columns: readonly CodedColumn[],
  coding: Coding,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const column of columns) {
    await connection.run(`CREATE TEMP TABLE ${named(`codes_${column}`)} (code VARCHAR)`);
    for (const part of parts) {
      const spellings = await distinctSpellings(connection, part, column);
      if (spellings === null) {
        problems.push(tooManyCodes(part, column));
        continue;
      }
      problems.push(...(await fillDictionary(connection, part, column, spellings, coding)));
    }
    await connection.run(`INSERT INTO ${named(`codes_${column}`)} VALUES ('')`);
    await connection.run(
      `CREATE TYPE ${named(`e_${column}`)} AS ENUM (SELECT DISTINCT code FROM ${named(`codes_${column}`)} WHERE code IS NOT NULL ORDER BY code)`,
    );
    for (const part of parts)
      await connection.run(
        `ALTER TABLE IF EXISTS ${named(dictionaryOf(part, column))} ALTER code TYPE ${named(`e_${column}`)}`,
      );
  }
  return problems;
}

async function distinctSpellings(
  connection: DuckDBConnection,
  part: Part,
  column: CodedColumn,
): Promise<readonly string[] | null> {
  const text = spellingOf(part.layout, column);
  if (typeof text !== "string") return [text.constant];
  if (text === "cell")
    return part.layout.shape === "wide"
      ? part.layout.wide.map(({ period }) => period)
      : part.layout.measures.map(({ indicator }) => indicator);
  const rows = await rowsOf(
    connection,
    `SELECT DISTINCT ${named(column)} AS spelling FROM read_parquet(${quoted(part.stagedPath)}) LIMIT ${mostCodes + 1}`,
  );
  return rows.length > mostCodes ? null : rows.map((row) => row["spelling"] as string);
}

async function fillDictionary(
  connection: DuckDBConnection,
  part: Part,
  column: CodedColumn,
  spellings: readonly string[],
  coding: Coding,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const inHeader = spellingOf(part.layout, column) === "cell";
  const said = typeof spellingOf(part.layout, column) !== "string";
  const table = dictionaryOf(part, column);
  await connection.run(
    `CREATE TEMP TABLE ${named(table)} (cell USMALLINT, spelling VARCHAR, code VARCHAR, first_year INTEGER, last_year INTEGER, reason VARCHAR)`,
  );
  const appender = await connection.createAppender(table);
  spellings.forEach((spelling, cell) => {
    const code = codeOf(column, spelling, part.layout, coding);
    if (code === null && (inHeader || said))
      problems.push(faultOf(column, spelling, part.name, inHeader ? { row: 1, column: spelling } : {}));
    appender.appendUSmallInt(cell % 65536);
    appender.appendVarchar(spelling);
    if (code === null) appender.appendNull();
    else appender.appendVarchar(code);
    const years = column === "period" && code !== null ? yearsOf(code as Period) : null;
    for (const year of years ?? [null, null])
      if (year === null) appender.appendNull();
      else appender.appendInteger(year);
    appender.appendVarchar(column === "status" ? missingReasonOfSdmxStatus(code) : "missing");
    appender.endRow();
  });
  appender.closeSync();
  await connection.run(`INSERT INTO ${named(`codes_${column}`)} SELECT code FROM ${named(table)}`);
  return problems;
}

export const dictionaryOf = (part: Part, column: CodedColumn): string => `d${part.index}_${column}`;

/** A part joined to its dictionary of a column: the condition, or null where the column is constant. */
export function joinOf(part: Part, column: CodedColumn, alias: string): string | null {
  const text = spellingOf(part.layout, column);
  const table = named(dictionaryOf(part, column));
  if (typeof text !== "string") return null;
  const on = text === "cell" ? `${alias}.cell = s.cell` : `${alias}.spelling = s.${named(column)}`;
  return `LEFT JOIN ${table} AS ${alias} ON ${on}`;
}

const tooManyCodes = (part: Part, column: CodedColumn): Problem => {
  const header = headerOf(part.layout, column) ?? column;
  return problem(
    "releases.too-many-codes",
    `Column ${header} of ${part.name} holds more than ${mostCodes} different texts. A code list has fewer; if it is a remark, name the column "note", else leave it out.`,
    { file: part.name, column: header },
  );
};
