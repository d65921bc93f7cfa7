// Whether rows have names of their own, and the units around them exist: counted, with the first rows of each fault.

import type { DuckDBConnection } from "@duckdb/node-api";
import { type Problem, problem } from "#kernel";
import { rowsOf } from "../releases/engine.ts";
import {
  columnOf,
  counted,
  firstOf,
  type LoadedColumn,
  type LoadedFile,
  listed,
  rowOf,
  shown,
} from "./loaded-file.ts";

/** Columns of a key, or the problem that one is not there. */
function keyColumns(file: LoadedFile, names: readonly string[], what: string) {
  const problems: Problem[] = [];
  const columns: LoadedColumn[] = [];
  for (const name of names) {
    const column = columnOf(file, name);
    if (column !== undefined) columns.push(column);
    else
      problems.push(
        problem(
          "microdata.key-unknown",
          `${file.name} has no column "${name}", which ${what} names. It has ${firstOf(
            file.columns.slice(0, listed).map((one) => `"${one.name}"`),
            file.columns.length,
          )}. Name a column of the file. Nothing was written.`,
          { file: file.name, column: name },
        ),
      );
  }
  return { columns, problems };
}

const spelled = (columns: readonly { readonly name: string }[], row: Readonly<Record<string, unknown>>) =>
  columns.map(({ name }, at) => `${name} ${shown(row[`k${at}`])}`).join(", ");

const asKey = (columns: readonly LoadedColumn[], alias: string) =>
  columns.map(({ of }, at) => `${of(alias)} AS k${at}`).join(", ");
const isEmpty = (columns: readonly LoadedColumn[], alias: string) =>
  columns.map(({ of }) => `${of(alias)} IS NULL`).join(" OR ");

/** Empty and repeated keys of one file. */
export async function keyFaults(connection: DuckDBConnection, file: LoadedFile): Promise<readonly Problem[]> {
  const { columns, problems } = keyColumns(file, file.key, "its key");
  if (problems.length > 0 || columns.length === 0) return problems;
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  const empty = await rowsOf(
    connection,
    `SELECT f.rowid AS place, count(*) OVER () AS n FROM ${file.table} f WHERE ${isEmpty(columns, "f")} ORDER BY 1 LIMIT ${listed}`,
  );
  if (empty.length > 0) {
    const count = Number(empty[0]!["n"]);
    const rows = empty.map(({ place }) => rowOf(file, place));
    problems.push(
      problem(
        "microdata.key-empty",
        `${file.name}: the key ${names} is empty in ${count} of ${counted(file.rows, "row")} (${firstOf(
          rows.map((row) => `row ${row}`),
          count,
        )}). A row without a name cannot be told from another; fill it in. Nothing was written.`,
        { file: file.name, row: rows[0]!, column: columns[0]!.name },
      ),
    );
  }
  const keys = columns.map((_, at) => `k${at}`).join(", ");
  const repeated = await rowsOf(
    connection,
    `SELECT *, sum(n) OVER () AS total FROM (
       SELECT ${keys}, count(*) AS n, min(place) AS first_place, list(place ORDER BY place)[2] AS second_place
       FROM (SELECT f.rowid AS place, ${asKey(columns, "f")} FROM ${file.table} f WHERE NOT (${isEmpty(columns, "f")}))
       GROUP BY ${keys} HAVING count(*) > 1)
     ORDER BY first_place LIMIT ${listed}`,
  );
  if (repeated.length > 0) {
    const total = Number(repeated[0]!["total"]);
    problems.push(
      problem(
        "microdata.key-repeated",
        `${file.name}: ${counted(total, "row")} share a key ${names} with another (${firstOf(
          repeated.map(
            (row) =>
              `${spelled(columns, row)} in row ${rowOf(file, row["first_place"])} and row ${rowOf(file, row["second_place"])}`,
          ),
          total / 2,
        )}). Which one holds is not said: take out rows that came twice, or name the column that tells them apart as part of the key. Nothing was written.`,
        { file: file.name, row: rowOf(file, repeated[0]!["second_place"]), column: columns[0]!.name },
      ),
    );
  }
  return problems;
}

export type Link = {
  readonly child: LoadedFile;
  readonly parent: LoadedFile;
  readonly by: readonly LoadedColumn[];
  readonly key: readonly LoadedColumn[];
};

/** How a file leads to the one above it, or why it does not. */
export function linkOf(child: LoadedFile, files: ReadonlyMap<string, LoadedFile>): Link | readonly Problem[] {
  const { file: above, by } = child.parent!;
  const parent = files.get(above);
  if (parent === undefined || ancestorsOf(child, files) === null)
    return [
      problem(
        "microdata.parent-unknown",
        parent === undefined
          ? `${child.name} is said to lie below "${above}", which was not given. Given are ${[...files.keys()].map((name) => `"${name}"`).join(", ")}. Nothing was written.`
          : `${child.name} is said to lie below "${above}", which in the end lies below ${child.name} itself. Leave the uppermost file without one above. Nothing was written.`,
        { file: child.name, field: "parent" },
      ),
    ];
  if (by.length !== parent.key.length || by.length === 0)
    return [
      problem(
        "microdata.parent-columns-differ",
        `${child.name} names ${counted(by.length, "column")} that lead to ${parent.name} (${by.join(", ")}), and the key of ${parent.name} has ${parent.key.length} (${parent.key.join(", ")}). Name one column for each, in the same order. Nothing was written.`,
        { file: child.name, field: "parent.by" },
      ),
    ];
  const own = keyColumns(child, by, `the way to ${parent.name}`);
  const theirs = keyColumns(parent, parent.key, "its key");
  if (own.problems.length > 0) return own.problems;
  // That the key of the file above is not there is told once, with that file.
  if (theirs.problems.length > 0) return [];
  const mixed = own.columns.flatMap((column, at) => {
    const key = theirs.columns[at]!;
    return column.type === key.type
      ? []
      : [
          problem(
            "microdata.key-types-differ",
            `Column "${column.name}" of ${child.name} holds ${column.type}s, and "${key.name}" of ${parent.name} ${key.type}s, so that none would be found. Write both in one way: 7 and not 007, no letters in one of them. Nothing was written.`,
            { file: child.name, column: column.name },
          ),
        ];
  });
  return mixed.length > 0 ? mixed : { child, parent, by: own.columns, key: theirs.columns };
}

/** The files above one, nearest first; null where the way leads in a circle. */
function ancestorsOf(file: LoadedFile, files: ReadonlyMap<string, LoadedFile>): readonly LoadedFile[] | null {
  const found: LoadedFile[] = [];
  let at: LoadedFile | undefined = file;
  while (at?.parent) {
    at = files.get(at.parent.file);
    if (at === undefined) break;
    if (at === file || found.includes(at)) return null;
    found.push(at);
  }
  return found;
}

export const onKey = ({ by, key }: Pick<Link, "by" | "key">, child: string, parent: string): string =>
  by.map((column, at) => `${column.of(child)} = ${key[at]!.of(parent)}`).join(" AND ");

/** Rows without the unit above them as problems; units above without rows as warnings. */
export async function linkFaults(
  connection: DuckDBConnection,
  link: Link,
): Promise<{ readonly problems: readonly Problem[]; readonly warnings: readonly Problem[] }> {
  const { child, parent, by, key } = link;
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const found = (columns: readonly LoadedColumn[], from: LoadedFile, alias: string, other: string) =>
    rowsOf(
      connection,
      `SELECT ${alias}.rowid AS place, ${asKey(columns, alias)}, count(*) OVER () AS n FROM ${from.table} ${alias}
       WHERE NOT EXISTS (SELECT 1 FROM ${other} WHERE ${onKey(link, "c", "p")}) ORDER BY 1 LIMIT ${listed}`,
    );
  const lost = await found(by, child, "c", `${parent.table} p`);
  if (lost.length > 0) {
    const count = Number(lost[0]!["n"]);
    problems.push(
      problem(
        "microdata.row-without-parent",
        `${child.name}: ${count} of ${counted(child.rows, "row")} belong to a unit that ${parent.name} does not have (${firstOf(
          lost.map((row) => `row ${rowOf(child, row["place"])}: ${spelled(by, row)}`),
          count,
        )}). Without it their stratum, place and weight may be unknown; add the units to ${parent.name}, or take the rows out. Nothing was written.`,
        { file: child.name, row: rowOf(child, lost[0]!["place"]), column: by[0]!.name },
      ),
    );
  }
  const childless = await found(key, parent, "p", `${child.table} c`);
  if (childless.length > 0) {
    const count = Number(childless[0]!["n"]);
    warnings.push(
      problem(
        "microdata.parents-without-rows",
        `${parent.name}: ${count} of ${counted(parent.rows, "row")} have no row in ${child.name} (${firstOf(
          childless.map((row) => `row ${rowOf(parent, row["place"])}: ${spelled(key, row)}`),
          count,
        )}). They stay in ${parent.name}.`,
        { file: parent.name, row: rowOf(parent, childless[0]!["place"]) },
      ),
    );
  }
  return { problems, warnings };
}
