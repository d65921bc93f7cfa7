// The columns of a file with those of the files above it joined on, and where they contradict each other.

import type { DuckDBConnection } from "@duckdb/node-api";
import { type Problem, problem } from "#kernel";
import { named, rowsOf } from "../releases/engine.ts";
import { type Link, onKey } from "./check-keys.ts";
import { counted, firstOf, type LoadedColumn, type LoadedFile, listed, rowOf, shown } from "./loaded-file.ts";

type Joined = { readonly column: LoadedColumn; readonly alias: string; readonly file: LoadedFile };

/** What is selected for a file: columns in order, and the tables they come from. */
export type Layout = {
  readonly file: LoadedFile;
  readonly columns: readonly Joined[];
  readonly from: string;
  readonly isJoined: boolean;
  /** Columns that two files have: kept once if equal. */
  readonly shared: readonly { readonly kept: Joined; readonly other: Joined }[];
};

/**
 * Own columns first, then those of the file above, of the one above that and so on. The key of a file above is
 * left out: the columns that lead there say the same.
 */
export function layoutOf(file: LoadedFile, links: ReadonlyMap<string, Link>): Layout {
  const columns: Joined[] = file.columns.map((column) => ({ column, alias: "f", file }));
  const shared: { kept: Joined; other: Joined }[] = [];
  const taken = new Map(columns.map((one) => [one.column.name.toLowerCase(), one]));
  let from = `${file.table} f`;
  let below = "f";
  let link = links.get(file.name);
  for (let level = 1; link !== undefined; level++) {
    const alias = `p${level}`;
    from += ` LEFT JOIN ${link.parent.table} ${alias} ON ${onKey(link, below, alias)}`;
    for (const column of link.parent.columns) {
      if (link.key.includes(column)) continue;
      const one: Joined = { column, alias, file: link.parent };
      const kept = taken.get(column.name.toLowerCase());
      if (kept === undefined) {
        taken.set(column.name.toLowerCase(), one);
        columns.push(one);
      } else shared.push({ kept, other: one });
    }
    below = alias;
    link = links.get(link.parent.name);
  }
  return { file, columns, from, isJoined: below !== "f", shared };
}

const sqlOf = ({ column, alias }: Joined) => column.of(alias);

/** Columns of one name that differ where the rows are joined, or only in small and capital letters. */
export async function contradictions(
  connection: DuckDBConnection,
  { file, from, shared }: Layout,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const { kept, other } of shared) {
    const { name } = other.column;
    const at = { file: file.name, column: kept.column.name };
    if (kept.column.name !== name) {
      problems.push(
        problem(
          "microdata.column-repeated",
          `${kept.file.name} has a column "${kept.column.name}" and ${other.file.name} above it "${name}"; small and capital letters do not tell columns apart. Give one of them another name. Nothing was written.`,
          at,
        ),
      );
      continue;
    }
    const texts = kept.column.type !== other.column.type;
    const value = (one: Joined) => (texts ? `CAST(${sqlOf(one)} AS VARCHAR)` : sqlOf(one));
    const rows = await rowsOf(
      connection,
      `SELECT f.rowid AS place, ${value(kept)} AS a, ${value(other)} AS b, count(*) OVER () AS n FROM ${from}
       WHERE ${value(kept)} IS DISTINCT FROM ${value(other)} ORDER BY 1 LIMIT ${listed}`,
    );
    if (rows.length === 0) continue;
    const count = Number(rows[0]!["n"]);
    problems.push(
      problem(
        "microdata.columns-contradict",
        `Column "${name}" stands in ${kept.file.name} and in ${other.file.name} above it, and differs in ${count} of ${counted(file.rows, "row")} of ${file.name} (${firstOf(
          rows.map((row) => `row ${rowOf(file, row["place"])}: ${shown(row["a"])} and ${shown(row["b"])}`),
          count,
        )}). One name cannot mean both; give one of them another name, or correct the values. Nothing was written.`,
        { ...at, row: rowOf(file, rows[0]!["place"]) },
      ),
    );
  }
  return problems;
}

/** The rows of a file with everything that belongs to them, in the order of the file. */
export const selectOf = ({ columns, from, isJoined }: Layout): string =>
  `SELECT ${columns.map((one) => `${sqlOf(one)} AS ${named(one.column.name)}`).join(", ")} FROM ${from}${isJoined ? " ORDER BY f.rowid" : ""}`;
