// What a codebook begins with: type, range and most frequent values of every column.

import type { DuckDBConnection } from "@duckdb/node-api";
import type { DescribedColumn } from "../microdata-promise.ts";
import { named, rowsOf } from "../releases/engine.ts";
import { byParts } from "./column-parts.ts";
import type { MicrodataView } from "./microdata-views.ts";

/** Most frequent values listed of a column. */
export const mostTopValues = 200;
export async function describeColumns(
  connection: DuckDBConnection,
  view: MicrodataView,
  names: readonly string[],
): Promise<readonly DescribedColumn[]> {
  const described: DescribedColumn[] = [];
  await byParts(connection, view, names, async (part, own) => {
    described.push(...(await describePart(connection, part, own)));
    return true;
  });
  return described;
}

async function describePart(connection: DuckDBConnection, view: MicrodataView, names: readonly string[]) {
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
