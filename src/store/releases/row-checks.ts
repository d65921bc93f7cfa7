// The checks of an import, each one question to the engine over all rows; only faulty rows come back.

import type { DuckDBConnection } from "@duckdb/node-api";
import { type Problem, problem } from "#kernel";
import { fault, keyOf } from "./coded-rows.ts";
import { named, quoted, rowsOf } from "./engine.ts";
import { duplicateFault, faultOf, unitFault, valueFault } from "./faults.ts";
import { listedProblems } from "./source-scan.ts";
import { type CodedColumn, headerOf, type Part, stagedCells, valueColumnsOf } from "./staging.ts";

/** Checks of every row; the first 1,000 problems by file and row, and a last one with the count of all. */
export async function checkRows(
  connection: DuckDBConnection,
  parts: readonly Part[],
  columns: readonly CodedColumn[],
): Promise<{ readonly problems: readonly Problem[]; readonly count: number }> {
  const found: { readonly total: number; readonly problems: readonly Problem[] }[] = [
    await unknownCodes(connection, parts, columns),
    await badValues(connection, parts),
    await twins(connection, parts, columns),
    await unitChanges(connection, parts, columns),
  ];
  const count = found.reduce((sum, { total }) => sum + total, 0);
  const order = (one: Problem) =>
    parts.findIndex(({ name }) => name === one.at?.file) * 2 ** 32 + (one.at?.row ?? 0);
  const problems = found
    .flatMap((check) => check.problems)
    .sort((a, b) => order(a) - order(b))
    .slice(0, listedProblems);
  if (count > problems.length)
    problems.push(
      problem(
        "releases.more-problems",
        `${count} problems were found; the first ${problems.length} are listed. Nothing was imported.`,
      ),
    );
  return { problems, count };
}

async function unknownCodes(
  connection: DuckDBConnection,
  parts: readonly Part[],
  columns: readonly CodedColumn[],
) {
  const counts = columns.map(
    (column) => `count(*) FILTER (WHERE ${named(column)} IS NULL) AS ${named(column)}`,
  );
  const problems: Problem[] = [];
  let total = 0;
  for (const part of parts) {
    const [faulty] = await rowsOf(
      connection,
      `SELECT ${counts.join(", ")} FROM coded WHERE part = ${part.index}`,
    );
    for (const column of columns.filter((name) => (faulty![name] as number) > 0)) {
      const header = headerOf(part.layout, column);
      // Without a column of its own the text stands in the header or the options: told already.
      if (header === null) continue;
      total += faulty![column] as number;
      const rows = await rowsOf(
        connection,
        `SELECT DISTINCT c.row_number AS row, s.${named(column)} AS spelling
         FROM coded AS c JOIN ${stagedCells(part)} AS s ON s.row_number = c.row_number
         WHERE c.part = ${part.index} AND c.${named(column)} IS NULL ORDER BY row LIMIT ${listedProblems}`,
      );
      for (const { row, spelling } of rows)
        problems.push(faultOf(column, spelling as string, part.name, { row: row as number, column: header }));
    }
  }
  return { total, problems };
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

async function twins(connection: DuckDBConnection, parts: readonly Part[], columns: readonly CodedColumn[]) {
  const [counted] = await rowsOf(
    connection,
    `SELECT count(*) AS total FROM (SELECT key FROM coded WHERE key IS NOT NULL GROUP BY key HAVING count(*) > 1)`,
  );
  const total = counted!["total"] as number;
  if (total === 0) return { total, problems: [] };
  const keys = keyOf(columns).map((column) => `CAST(${named(column)} AS VARCHAR) AS ${named(column)}`);
  const rows = await rowsOf(
    connection,
    `WITH twin AS (SELECT key FROM coded WHERE key IS NOT NULL GROUP BY key HAVING count(*) > 1
       ORDER BY min(part), min(row_number) LIMIT ${listedProblems})
     SELECT key, part, row_number, cell, ${keys.join(", ")} FROM coded
     WHERE key IN (SELECT key FROM twin) ORDER BY key, part, row_number, cell`,
  );
  const problems: Problem[] = [];
  for (let i = 1; i < rows.length; i++) {
    const row = rows[i]!;
    const first = rows.findIndex((other) => other["key"] === row["key"]);
    if (first < i)
      problems.push(
        duplicateFault(
          keyOf(columns)
            .map((column) => row[column] as string)
            .filter((text) => text !== "")
            .join(", "),
          placeOf(parts, rows[first]!),
          placeOf(parts, row),
        ),
      );
  }
  return { total: Math.max(total, problems.length), problems };
}

async function unitChanges(
  connection: DuckDBConnection,
  parts: readonly Part[],
  columns: readonly CodedColumn[],
) {
  const series = keyOf(columns).filter((column) => column !== "period");
  const group = series.map((column) => named(column)).join(", ");
  const rows = await rowsOf(
    connection,
    `SELECT ${series.map((column) => `CAST(${named(column)} AS VARCHAR) AS ${named(column)}`).join(", ")},
       min(unit) AS one, max(unit) AS other, count(*) OVER () AS total,
       arg_max(part, unit) AS part, arg_max(row_number, unit) AS row_number, arg_max(cell, unit) AS cell,
       arg_min(row_number, unit) AS other_row
     FROM coded GROUP BY ${group} HAVING min(unit) <> max(unit) ORDER BY part, row_number LIMIT ${listedProblems}`,
  );
  const problems = rows.map((row) =>
    unitFault(
      series
        .map((column) => row[column] as string)
        .filter((text) => text !== "")
        .join(", "),
      [row["one"] as string, row["other"] as string],
      placeOf(parts, row),
      row["other_row"] as number,
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
