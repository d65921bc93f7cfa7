// Parquet and delimited files as the engine reads them.

import { createReadStream } from "node:fs";
import type { DuckDBConnection } from "@duckdb/node-api";
import { parse } from "csv-parse";
import type { MicrodataSource } from "../microdata-promise.ts";
import { named, quoted, rowsOf } from "../releases/engine.ts";
import type { LoadedColumn } from "./loaded-file.ts";

type PathSource = MicrodataSource & { readonly kind: "path" };

/** Names of columns as the file has them; the engine would give a second one of a name another. */
export async function fileNames(
  connection: DuckDBConnection,
  source: PathSource,
): Promise<readonly string[]> {
  if (source.format === "csv") return headOf(source.path, source.delimiter);
  const schema = await rowsOf(
    connection,
    `SELECT name, num_children AS children FROM parquet_schema(${quoted(source.path)})`,
  );
  const [, ...fields] = schema;
  if (fields.every(({ children }) => !children)) return fields.map(({ name }) => String(name));
  const described = await rowsOf(
    connection,
    `SELECT column_name AS name FROM (DESCRIBE SELECT * FROM read_parquet(${quoted(source.path)}))`,
  );
  return described.map(({ name }) => String(name));
}

async function headOf(path: string, delimiter: string): Promise<readonly string[]> {
  const parser = parse({ delimiter, bom: true, relaxColumnCount: true, to: 1 });
  const stream = createReadStream(path);
  stream.on("error", (error) => parser.destroy(error));
  stream.pipe(parser);
  try {
    for await (const cells of parser) return (cells as string[]).map((cell) => cell.trim());
    return [];
  } finally {
    stream.destroy();
  }
}

const own = (at: number) => `c${at}`;

/** All rows into a table with columns `c0`, `c1` and so on. */
export async function loadPath(
  connection: DuckDBConnection,
  source: PathSource,
  names: readonly string[],
  table: string,
): Promise<readonly LoadedColumn[]> {
  if (source.format === "csv") return ofCsv(connection, source, names, table);
  const from = `read_parquet(${quoted(source.path)})`;
  const described = await rowsOf(
    connection,
    `SELECT column_name AS name, column_type AS type FROM (DESCRIBE SELECT * FROM ${from})`,
  );
  const types = described.map(({ type }) => String(type));
  const asked = described.map(({ name }) => named(String(name)));
  const large = await beyondNumbers(connection, from, asked, types);
  const selected = asked.map((name, at) => `${storedAs(name, types[at]!, large.has(at))} AS ${own(at)}`);
  await connection.run(`CREATE TABLE ${table} AS SELECT ${selected.join(", ")} FROM ${from}`);
  return names.map((name, at) => ({
    name,
    type: isText(types[at]!, large.has(at)) ? "text" : "number",
    of: (alias) => `${alias}.${own(at)}`,
  }));
}

const whole = /^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/;
const fraction = /^(FLOAT|DOUBLE|DECIMAL\(.*\))$/;
const isText = (type: string, isLarge: boolean) => isLarge || !(whole.test(type) || fraction.test(type));

function storedAs(name: string, type: string, isLarge: boolean): string {
  if (isText(type, isLarge)) return `nullif(CAST(${name} AS VARCHAR), '')`;
  if (whole.test(type)) return `CAST(${name} AS BIGINT)`;
  return `CASE WHEN isfinite(CAST(${name} AS DOUBLE)) THEN CAST(${name} AS DOUBLE) END`;
}

/** Columns of whole numbers that a number of 53 bits cannot hold: names of units in figures, kept as texts. */
async function beyondNumbers(
  connection: DuckDBConnection,
  from: string,
  asked: readonly string[],
  types: readonly string[],
): Promise<ReadonlySet<number>> {
  const wide = types.flatMap((type, at) => (/^U?(BIG|HUGE)INT$/.test(type) ? [at] : []));
  if (wide.length === 0) return new Set();
  const [row] = await rowsOf(
    connection,
    `SELECT ${wide.map((at) => `coalesce(max(abs(CAST(${asked[at]} AS HUGEINT))) > 9007199254740991, false) AS ${own(at)}`).join(", ")} FROM ${from}`,
  );
  return new Set(wide.filter((at) => row![own(at)] === true));
}

/** A decimal number as programs write it, as the statistics read one. */
const decimal = "[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?";

async function ofCsv(
  connection: DuckDBConnection,
  source: PathSource & { readonly format: "csv" },
  names: readonly string[],
  table: string,
): Promise<readonly LoadedColumn[]> {
  const columns = names.map((_, at) => `'${own(at)}': 'VARCHAR'`).join(", ");
  const absent = ["", ...source.missing].map(quoted).join(", ");
  const cells = names.map(
    (_, at) => `CASE WHEN trim(${own(at)}) NOT IN (${absent}) THEN trim(${own(at)}) END AS ${own(at)}`,
  );
  await connection.run(
    `CREATE TABLE ${table} AS SELECT ${cells.join(", ")} FROM read_csv(${quoted(source.path)},
       auto_detect = false, header = true, columns = {${columns}}, delim = ${quoted(source.delimiter)},
       quote = '"', escape = '"', max_line_size = 16777216)`,
  );
  const numbers = new Set<number>();
  for (let from = 0; from < names.length; from += 200) {
    const part = names.slice(from, from + 200).map((_, at) => own(from + at));
    const [row] = await rowsOf(
      connection,
      `SELECT ${part.map((name) => `coalesce(bool_and(regexp_full_match(${name}, '${decimal}')), true) AS ${name}`).join(", ")} FROM ${table}`,
    );
    for (const [at, name] of part.entries()) if (row![name] === true) numbers.add(from + at);
  }
  return names.map((name, at) => ({
    name,
    type: numbers.has(at) ? "number" : "text",
    of: (alias) => (numbers.has(at) ? `CAST(${alias}.${own(at)} AS DOUBLE)` : `${alias}.${own(at)}`),
  }));
}
