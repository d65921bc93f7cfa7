// The checks of an import, each one question to the engine over all rows; only faulty rows come back.

import type { DuckDBConnection } from "@duckdb/node-api";
import { type Problem, problem } from "#kernel";
import { fault, keySpan } from "./coded-rows.ts";
import type { Dictionaries } from "./dictionaries.ts";
import { named, quoted, rowsOf } from "./engine.ts";
import { duplicateFault, faultOf, unitFault, valueFault } from "./faults.ts";
import {
  type CodedColumn,
  headerOf,
  keyOf,
  numberedCsv,
  type Part,
  spelledIn,
  valueColumnsOf,
} from "./source-rows.ts";
import { listedProblems } from "./source-scan.ts";
import { plainText } from "./spelling-codes.ts";

/** Checks of every row; the first 1,000 problems by file and row, and a last one with the count of all. */
export async function checkRows(
  connection: DuckDBConnection,
  parts: readonly Part[],
  columns: readonly CodedColumn[],
  dictionaries: Dictionaries,
): Promise<{ readonly problems: readonly Problem[]; readonly count: number }> {
  const found: {
    readonly total: number;
    readonly problems: readonly Problem[];
    readonly texts?: readonly string[];
  }[] = [
    await unknownCodes(connection, parts, columns, dictionaries),
    await badValues(connection, parts),
    await twins(connection, parts, columns, dictionaries),
    await unitChanges(connection, parts, columns, dictionaries),
  ];
  const count = found.reduce((sum, { total }) => sum + total, 0);
  const order = (one: Problem) =>
    parts.findIndex(({ name }) => name === one.at?.file) * 2 ** 32 + (one.at?.row ?? 0);
  const problems = found
    .flatMap((check) => check.problems)
    .sort((a, b) => order(a) - order(b))
    .slice(0, listedProblems);
  const texts = found.flatMap((check) => check.texts ?? []);
  if (count > problems.length)
    problems.push(
      problem(
        "releases.more-problems",
        `${count} problems were found; the first ${problems.length} are listed. ${texts.map((text) => `${text} `).join("")}Nothing was imported.`,
      ),
    );
  return { problems, count };
}

/** Texts of coded columns that stand for nothing, one problem each at its first row; the files are read again only if there are any. */
async function unknownCodes(
  connection: DuckDBConnection,
  parts: readonly Part[],
  columns: readonly CodedColumn[],
  dictionaries: Dictionaries,
) {
  const problems: Problem[] = [];
  const texts: string[] = [];
  let total = 0;
  for (const part of parts)
    for (const column of columns) {
      const spelled = spelledIn(part.layout, column);
      const { codes, spellings } = dictionaries.of(part, column);
      if (spelled.from !== "row" || !codes.includes(null)) continue;
      const faulty = spellings.filter((_, index) => codes[index] === null);
      const list = faulty.map(quoted).join(", ");
      // One cause stands behind many rows: mending needs the texts, not the rows.
      total += faulty.length;
      const rows = await rowsOf(
        connection,
        `SELECT min(row_number) AS row, count(*) AS rows, ${spelled.sql} AS spelling FROM ${numberedCsv(part)}
         WHERE ${spelled.sql} IN (${list}) GROUP BY ALL ORDER BY row LIMIT ${listedProblems}`,
      );
      const header = headerOf(part.layout, column) ?? column;
      const shown = faulty.slice(0, 50).map((text) => `"${text.trim().slice(0, 60)}"`);
      texts.push(
        `Not understood in column ${header} ${faulty.length === 1 ? "is 1 text" : `are ${faulty.length} different texts`}: ${shown.join(", ")}${faulty.length > shown.length ? ", …" : ""}.`,
      );
      for (const found of rows) {
        const spelling = found["spelling"] as string;
        const at = {
          row: found["row"] as number,
          column: header,
          ...(column === "area" && { text: plainText(spelling, part.layout) }),
        };
        problems.push(faultOf(column, spelling, part.name, at, found["rows"] as number));
      }
    }
  return { total, problems, texts };
}

async function badValues(connection: DuckDBConnection, parts: readonly Part[]) {
  const [counted] = await rowsOf(
    connection,
    `SELECT count(*) AS total FROM coded WHERE absent = ${quoted(fault)}`,
  );
  const rows =
    counted!["total"] === 0
      ? []
      : await rowsOf(
          connection,
          `SELECT part, row_number, cell, text FROM coded WHERE absent = ${quoted(fault)}
           ORDER BY part, row_number, cell LIMIT ${listedProblems}`,
        );
  const problems = rows.map((row) => {
    const at = placeOf(parts, row);
    return valueFault(row["text"] as string, at.file, { row: at.row, column: at.column });
  });
  return { total: counted!["total"] as number, problems };
}

/** A bit for each possible key up to this many (32 MB); beyond, keys are grouped. */
const mostKeyBits = 1n << 28n;

async function twins(
  connection: DuckDBConnection,
  parts: readonly Part[],
  columns: readonly CodedColumn[],
  dictionaries: Dictionaries,
) {
  const span = keySpan(columns, dictionaries);
  if (span <= mostKeyBits) {
    const [bits] = await rowsOf(
      connection,
      `SELECT count(key) AS keys, bit_count(bitstring_agg(key, CAST(0 AS UBIGINT), CAST(${span} AS UBIGINT))) AS different
       FROM coded`,
    );
    if (bits!["keys"] === (bits!["different"] ?? 0)) return { total: 0, problems: [] };
  }
  const [counted] = await rowsOf(
    connection,
    `SELECT coalesce(sum(n - 1), 0) AS total
     FROM (SELECT count(*) AS n FROM coded WHERE key IS NOT NULL GROUP BY key HAVING count(*) > 1)`,
  );
  const total = Number(counted!["total"]);
  if (total === 0) return { total, problems: [] };
  const keys = keyOf(columns).map((column) => `CAST(${named(column)} AS VARCHAR) AS ${named(column)}`);
  // A key may come back a million times: the engine picks what is listed, each with where it stood first.
  const rows = await rowsOf(
    connection,
    `WITH twin AS (SELECT key FROM coded WHERE key IS NOT NULL GROUP BY key HAVING count(*) > 1
       ORDER BY min(part), min(row_number) LIMIT ${listedProblems})
     SELECT * FROM (
       SELECT part, row_number, cell, ${keys.join(", ")}, row_number() OVER w AS nth,
         first_value(part) OVER w AS first_part, first_value(row_number) OVER w AS first_row,
         first_value(cell) OVER w AS first_cell
       FROM coded WHERE key IN (SELECT key FROM twin)
       WINDOW w AS (PARTITION BY key ORDER BY part, row_number, cell))
     WHERE nth > 1 ORDER BY part, row_number, cell LIMIT ${listedProblems}`,
  );
  const problems = rows.map((row) =>
    duplicateFault(
      keyOf(columns)
        .map((column) => row[column] as string)
        .filter((text) => text !== "")
        .join(", "),
      placeOf(parts, { part: row["first_part"], row_number: row["first_row"], cell: row["first_cell"] }),
      placeOf(parts, row),
    ),
  );
  return { total, problems };
}

async function unitChanges(
  connection: DuckDBConnection,
  parts: readonly Part[],
  columns: readonly CodedColumn[],
  dictionaries: Dictionaries,
) {
  const units = new Set(parts.flatMap((part) => dictionaries.of(part, "unit").codes));
  if (units.size <= 1) return { total: 0, problems: [] };
  const series = keyOf(columns).filter((column) => column !== "period");
  const names = series.map((column) => named(column)).join(", ");
  const texts = series.map((column) => `CAST(${named(column)} AS VARCHAR) AS ${named(column)}`).join(", ");
  // The first row of a series sets its unit; the first row that differs is the problem.
  const rows = await rowsOf(
    connection,
    `WITH placed AS (SELECT *, CAST(part AS BIGINT) * 4294967296 + row_number AS place FROM coded),
       changing AS (SELECT ${names}, arg_min(unit, place) AS one, min(place) AS first_place FROM placed
         GROUP BY ${names} HAVING min(unit) <> max(unit))
     SELECT ${texts}, one, arg_min(unit, place) AS other, count(*) OVER () AS total,
       arg_min(part, place) AS part, arg_min(row_number, place) AS row_number, arg_min(cell, place) AS cell,
       first_place % 4294967296 AS first_row
     FROM placed JOIN changing USING (${names}) WHERE unit <> one
     GROUP BY ${names}, one, first_place ORDER BY min(place) LIMIT ${listedProblems}`,
  );
  const problems = rows.map((row) =>
    unitFault(
      series
        .map((column) => row[column] as string)
        .filter((text) => text !== "")
        .join(", "),
      [row["one"] as string, row["other"] as string],
      placeOf(parts, row),
      row["first_row"] as number,
    ),
  );
  return { total: (rows[0]?.["total"] as number | undefined) ?? 0, problems };
}

function placeOf(parts: readonly Part[], row: Record<string, unknown>) {
  const part = parts[row["part"] as number]!;
  return {
    file: part.name,
    row: row["row_number"] as number,
    column: valueColumnsOf(part.layout)[row["cell"] as number]!,
  };
}
