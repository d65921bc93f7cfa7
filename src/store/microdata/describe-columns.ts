// What a codebook begins with: type, range and most frequent values of every column.

import type { DuckDBConnection } from "@duckdb/node-api";
import type { DescribedColumn } from "../microdata-promise.ts";
import { named, rowsOf } from "../releases/engine.ts";
import type { MicrodataView } from "./microdata-views.ts";

/** Most frequent values listed of a column. */
export const mostTopValues = 200;
/** Columns of one question; each is counted by itself. */
const partColumns = 100;
/** Cells of the columns that are laid aside for one question. */
const partCells = 20_000_000;

export async function describeColumns(
  connection: DuckDBConnection,
  view: MicrodataView,
  names: readonly string[],
): Promise<readonly DescribedColumn[]> {
  if (view.types.size <= partColumns) return describePart(connection, view, names);
  // Every mention of a wide file costs the reading of all its names: a part is laid aside, and asked.
  const described: DescribedColumn[] = [];
  const step = Math.max(1, Math.min(partColumns, Math.floor(partCells / view.rows)));
  for (let from = 0; from < names.length; from += step) {
    const part = names.slice(from, from + step);
    const name = `${view.name}_part`;
    await connection.run(
      `CREATE OR REPLACE TEMP TABLE ${name} AS SELECT ${part.map(named).join(", ")} FROM ${view.name}`,
    );
    try {
      described.push(...(await describePart(connection, { ...view, name }, part)));
    } finally {
      await connection.run(`DROP TABLE ${name}`);
    }
  }
  return described;
}

async function describePart(connection: DuckDBConnection, view: MicrodataView, names: readonly string[]) {
  if (names.length === 0) return [];
  const isText = (name: string) => view.types.get(name) === "text";
  const [range] = await rowsOf(
    connection,
    `SELECT ${names
      .flatMap((name, at) => [
        `min(${named(name)}) AS min${at}`,
        `max(${named(name)}) AS max${at}`,
        `count(${named(name)}) AS n${at}`,
        isText(name)
          ? `false AS whole${at}`
          : `coalesce(bool_and(${named(name)} = trunc(${named(name)})), true) AS whole${at}`,
      ])
      .join(", ")} FROM ${view.name}`,
  );
  const counts = names.map((name, at) => {
    const number = isText(name) ? "NULL::DOUBLE" : "v::DOUBLE";
    return `(SELECT ${at} AS place, ${number} AS number, ${isText(name) ? "v" : "NULL::VARCHAR"} AS text, n, sum(1) OVER () AS d
      FROM (SELECT ${named(name)} AS v, count(*) AS n FROM ${view.name} WHERE ${named(name)} IS NOT NULL GROUP BY 1)
      ORDER BY n DESC, v LIMIT ${mostTopValues})`;
  });
  const top = new Map<number, Record<string, unknown>[]>();
  for (const row of await rowsOf(
    connection,
    `SELECT * FROM (${counts.join(" UNION ALL ")}) ORDER BY place, n DESC, number, text`,
  ))
    top.set(row["place"] as number, [...(top.get(row["place"] as number) ?? []), row]);
  return names.map((name, at): DescribedColumn => {
    const own = top.get(at) ?? [];
    const bound = (value: unknown) => (value === null ? null : (value as number | string));
    return {
      name,
      type: isText(name) ? "text" : "number",
      whole: range![`whole${at}`] === true,
      nulls: view.rows - (range![`n${at}`] as number),
      distinct: own.length === 0 ? 0 : Number(own[0]!["d"]),
      min: bound(range![`min${at}`]),
      max: bound(range![`max${at}`]),
      top: own.map((row) => ({
        value: isText(name) ? String(row["text"]) : String(row["number"]),
        count: row["n"] as number,
      })),
    };
  });
}
