// Parquet files that people bring along, read as they lie: no store is touched.

import { tmpdir } from "node:os";
import { dirname } from "node:path";
import { fail, ok, problem, type Result } from "#kernel";
import { named, openEngine, quoted } from "./releases/engine.ts";

const memoryMegabytes = 1_000;

/** Columns of a file: numbers with NaN where there is none, or texts with the empty one. */
export type ParquetColumns = {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Float64Array | readonly string[]>;
  /** Names of the columns that were not wanted. */
  readonly unread: readonly string[];
};

/**
 * Reads columns of a Parquet file: whole and decimal numbers as numbers, all else as texts, dates as ISO.
 *
 * @param wanted names of columns; `null` takes all
 * @param onward told how many rows of how many are read; answers whether to go on
 */
export async function readParquet(
  path: string,
  wanted: readonly string[] | null,
  onward: (done: number, total: number) => boolean,
): Promise<Result<ParquetColumns | "stopped">> {
  const engine = await openEngine({
    folders: [dirname(path)],
    spillFolder: tmpdir(),
    memoryMegabytes,
    threads: 2,
    connections: 1,
  });
  try {
    return await engine.use(async (connection) => {
      const from = `read_parquet(${quoted(path)})`;
      const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${from}`);
      const types = new Map(described.getRowsJS().map(([name, type]) => [String(name), String(type)]));
      const names = [...types.keys()].filter((name) => wanted === null || wanted.includes(name));
      const counted = await connection.runAndReadAll(`SELECT count(*) FROM ${from}`);
      const rows = Number(counted.getRowsJS()[0]![0]);
      const columns = new Map<string, Float64Array | string[]>(
        names.map((name) => [name, numeric.test(types.get(name)!) ? new Float64Array(rows) : []]),
      );
      const unread = [...types.keys()].filter((name) => !columns.has(name));
      if (names.length === 0) return ok({ rows, columns, unread });
      const result = await connection.stream(
        `SELECT ${names.map((name) => `CAST(${named(name)} AS ${Array.isArray(columns.get(name)) ? "VARCHAR" : "DOUBLE"})`).join(", ")} FROM ${from}`,
      );
      for (let done = 0; ; ) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) return ok({ rows, columns, unread });
        for (const [at, column] of [...columns.values()].entries()) {
          const values = chunk.getColumnValues(at);
          if (Array.isArray(column))
            for (const value of values) column.push(value === null ? "" : String(value));
          else for (const [row, value] of values.entries()) column[done + row] = finite(value);
        }
        done += chunk.rowCount;
        if (!onward(done, rows)) return ok("stopped" as const);
      }
    });
  } catch (error) {
    return fail(
      problem(
        "store.parquet-unreadable",
        `${path} cannot be read as Parquet: ${(error as Error).message.split("\n")[0]}. It is damaged or cut off; write it again with the program that made it.`,
        { file: path },
      ),
    );
  } finally {
    engine.close();
  }
}

const numeric = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL\(.*\))$/;

/** Programs that know no absent number write one that is none. */
const finite = (value: unknown): number =>
  typeof value === "number" && Number.isFinite(value) ? value : Number.NaN;
