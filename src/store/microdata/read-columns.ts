// Columns of a laid down file back into memory, in its order.

import type { DuckDBConnection } from "@duckdb/node-api";
import type { MicrodataTable } from "../microdata-promise.ts";
import { named, quoted, rowsOf } from "../releases/engine.ts";
import { byParts } from "./column-parts.ts";
import type { MicrodataView } from "./microdata-views.ts";

/** Different texts up to which the engine numbers them; a list of names of a million people is read as it is. */
const mostLevels = 50_000;

export type Onward = (done: number, total: number) => boolean;

type Column = MicrodataTable["columns"] extends ReadonlyMap<string, infer C> ? C : never;

/** Numbers with NaN, texts as places in their levels (in the order of code points), −1 for none. */
export async function readColumns(
  connection: DuckDBConnection,
  view: MicrodataView,
  names: readonly string[],
  onward?: Onward,
): Promise<ReadonlyMap<string, Column>> {
  const found = new Map<string, Column>();
  await byParts(connection, view, names, (part, own, before) =>
    readPart(connection, part, own, found, (done) =>
      onward ? onward(Math.floor((before * view.rows + own.length * done) / names.length), view.rows) : true,
    ),
  );
  return found;
}

async function readPart(
  connection: DuckDBConnection,
  view: MicrodataView,
  names: readonly string[],
  found: Map<string, Column>,
  onward: (done: number) => boolean,
): Promise<boolean> {
  const texts = names.filter((name) => view.types.get(name) === "text");
  const levels = await levelsOf(connection, view, texts);
  const types: string[] = [];
  try {
    const asked: string[] = [];
    const numbers: { readonly values: Float64Array | Int32Array; readonly at: number }[] = [];
    const plain: { readonly texts: (string | null)[]; readonly name: string; readonly at: number }[] = [];
    for (const [at, name] of names.entries()) {
      if (view.types.get(name) === "number") {
        asked.push(`coalesce(CAST(${named(name)} AS DOUBLE), 'NaN'::DOUBLE)`);
        const values = new Float64Array(view.rows);
        numbers.push({ values, at });
        found.set(name, { kind: "number", values });
        continue;
      }
      const own = levels.get(name)!;
      if (own === null) {
        asked.push(named(name));
        plain.push({ texts: [], name, at });
        continue;
      }
      const codes = new Int32Array(view.rows).fill(-1);
      found.set(name, { kind: "category", codes, levels: own });
      if (own.length === 0) {
        asked.push("-1");
        continue;
      }
      const type = `levels_${++numbered}`;
      await connection.run(`CREATE TYPE ${type} AS ENUM (${own.map(quoted).join(", ")})`);
      types.push(type);
      asked.push(`coalesce(CAST(enum_code(CAST(${named(name)} AS ${type})) AS INTEGER), -1)`);
      numbers.push({ values: codes, at });
    }
    const result = await connection.stream(`SELECT ${asked.join(", ")} FROM ${view.name}`);
    for (let done = 0; ; ) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) break;
      for (const { values, at } of numbers) {
        const vector = chunk.getColumnVector(at);
        for (let row = 0; row < chunk.rowCount; row++) values[done + row] = vector.getItem(row) as number;
      }
      for (const { texts, at } of plain)
        for (const value of chunk.getColumnValues(at)) texts.push(value as string | null);
      done += chunk.rowCount;
      if (!onward(done)) return false;
    }
    for (const { texts, name } of plain) found.set(name, codedOf(texts));
    return true;
  } finally {
    for (const type of types) await connection.run(`DROP TYPE ${type}`);
  }
}
let numbered = 0;

/** Levels in the order of code points; null where they are so many that numbering them gains nothing. */
async function levelsOf(
  connection: DuckDBConnection,
  view: MicrodataView,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly string[] | null>> {
  const found = new Map<string, readonly string[] | null>();
  if (names.length === 0) return found;
  const [counts] = await rowsOf(
    connection,
    `SELECT ${names.map((name, at) => `approx_count_distinct(${named(name)}) AS n${at}`).join(", ")} FROM ${view.name}`,
  );
  for (const [at, name] of names.entries()) {
    if ((counts![`n${at}`] as number) > mostLevels) {
      found.set(name, null);
      continue;
    }
    const reader = await connection.runAndReadAll(
      `SELECT DISTINCT ${named(name)} AS v FROM ${view.name} WHERE ${named(name)} IS NOT NULL ORDER BY 1`,
    );
    found.set(name, reader.getColumns()[0]?.map(String) ?? []);
  }
  return found;
}

function codedOf(texts: readonly (string | null)[]): Column {
  const levels = [...new Set(texts)].filter((text) => text !== null).sort();
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  return {
    kind: "category",
    codes: Int32Array.from(texts, (text) => (text === null ? -1 : codeOf.get(text)!)),
    levels,
  };
}

/** Codes back to texts, each text once in memory. */
export const textsOf = (codes: Int32Array, levels: readonly string[]): readonly (string | null)[] => {
  const texts = new Array<string | null>(codes.length);
  for (let row = 0; row < codes.length; row++) texts[row] = levels[codes[row]!] ?? null;
  return texts;
};
