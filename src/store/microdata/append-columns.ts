// Columns that are in memory, into a table of the engine by chunks.

import { join } from "node:path";
import type { DuckDBConnection, DuckDBType } from "@duckdb/node-api";
import { fail, ok, type Problem, problem, type Result } from "#kernel";
import { breathe } from "../catalogue/atomically.ts";
import type { MicrodataColumn } from "../microdata-promise.ts";
import { duckdb, quoted } from "../releases/engine.ts";
import { counted, type LoadedColumn, type LoadedColumns } from "./loaded-file.ts";

const chunkRows = 2_048;
/** Columns of one table: a chunk of all of ten thousand would take hundreds of megabytes. */
const partColumns = 500;

const lengthOf = (column: MicrodataColumn) => ("codes" in column ? column.codes.length : column.length);

/** What a column of numbers holds: whole numbers alone are stored as such. */
function looked(values: Float64Array): { readonly whole: boolean; readonly infinite: number } {
  let whole = true;
  let infinite = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (Number.isSafeInteger(value) || Number.isNaN(value)) continue;
    if (Number.isFinite(value)) whole = false;
    else infinite += 1;
  }
  return { whole, infinite };
}

/** Texts of the rows from one on; absent ones as empty, for marking NULL row by row costs more than the text. */
function textsOf(column: Exclude<MicrodataColumn, Float64Array>, from: number, to: number): string[] {
  const texts = new Array<string>(to - from);
  if ("codes" in column)
    for (let at = from; at < to; at++) texts[at - from] = column.levels[column.codes[at]!] ?? "";
  else for (let at = from; at < to; at++) texts[at - from] = column[at] ?? "";
  return texts;
}

export async function appendColumns(
  connection: DuckDBConnection,
  file: string,
  columns: ReadonlyMap<string, MicrodataColumn>,
  table: string,
  work: string,
  stop: () => void,
): Promise<Result<LoadedColumns>> {
  const given = [...columns];
  const rows = given[0] === undefined ? 0 : lengthOf(given[0][1]);
  const uneven = given.find(([, column]) => lengthOf(column) !== rows);
  if (uneven !== undefined)
    return fail(
      problem(
        "microdata.column-uneven",
        `${file}: column "${uneven[0]}" has ${counted(lengthOf(uneven[1]), "value")} and "${given[0]![0]}" ${rows}. Which value belongs to which row is open; read the file again. Nothing was written.`,
        { file, column: uneven[0] },
      ),
    );
  const warnings: Problem[] = [];
  const parts: string[] = [];
  const loaded: LoadedColumn[] = [];
  for (let first = 0; first < given.length || first === 0; first += partColumns) {
    const part = given.slice(first, first + partColumns);
    const name = `${table}_${parts.length}`;
    parts.push(name);
    await appendPart(connection, name, part, rows, stop, first);
    // Every column of a table in memory takes a block, however few its rows: of wide files the parts lie on disk.
    if (given.length > partColumns) {
      await connection.run(
        `COPY (SELECT ${first === 0 ? "rowid AS place, " : ""}* FROM ${name}) TO ${quoted(join(work, `${name}.parquet`))} (FORMAT parquet)`,
      );
      await connection.run(`DROP TABLE ${name}`);
    }
    for (const [at, [column, values]] of part.entries()) {
      const own = (alias: string) => `${alias}.c${first + at}`;
      if (!(values instanceof Float64Array)) {
        loaded.push({ name: column, type: "text", of: (alias) => `nullif(${own(alias)}, '')` });
        continue;
      }
      const { whole, infinite } = looked(values);
      const kept = whole ? (alias: string) => `CAST(${own(alias)} AS BIGINT)` : own;
      loaded.push({
        name: column,
        type: "number",
        of: (alias) => `CASE WHEN isfinite(${own(alias)}) THEN ${kept(alias)} END`,
      });
      if (infinite > 0)
        warnings.push(
          problem(
            "microdata.numbers-infinite",
            `${file}: column "${column}" has ${counted(infinite, "infinite value")}, taken as missing: nothing can be added up with them.`,
            { file, column },
          ),
        );
    }
  }
  await connection.run(
    given.length <= partColumns
      ? `ALTER TABLE ${parts[0]} RENAME TO ${table}`
      : `CREATE VIEW ${table} AS SELECT place AS rowid, * EXCLUDE (place) FROM ${parts
          .map((part) => `read_parquet(${quoted(join(work, `${part}.parquet`))})`)
          .join(" POSITIONAL JOIN ")}`,
  );
  return ok({ columns: loaded, warnings });
}

async function appendPart(
  connection: DuckDBConnection,
  table: string,
  part: readonly (readonly [string, MicrodataColumn])[],
  rows: number,
  stop: () => void,
  first: number,
): Promise<void> {
  const { DOUBLE, VARCHAR, DuckDBDataChunk } = await duckdb();
  const types = part.map(([, column]): DuckDBType => (column instanceof Float64Array ? DOUBLE : VARCHAR));
  await connection.run(
    `CREATE TABLE ${table} (${types.map((type, at) => `c${first + at} ${type}`).join(", ") || "none INTEGER"})`,
  );
  if (part.length === 0) return;
  const appender = await connection.createAppender(table);
  try {
    for (let from = 0; from < rows; from += chunkRows) {
      const to = Math.min(rows, from + chunkRows);
      const chunk = DuckDBDataChunk.create(types, to - from);
      for (const [at, [, column]] of part.entries())
        chunk.setColumnValues(
          at,
          // The vector takes whatever has a length and places.
          column instanceof Float64Array
            ? (column.subarray(from, to) as unknown as number[])
            : textsOf(column, from, to),
        );
      appender.appendDataChunk(chunk);
      if ((from / chunkRows) % 16 === 15) {
        await breathe();
        stop();
      }
    }
  } finally {
    appender.closeSync();
  }
}
