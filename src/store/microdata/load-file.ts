// Rows of a source into a table of the engine, in their order: columns at hand in chunks, files as the engine
// reads them. Numbers stay numbers, texts stay texts, and what is empty is NULL.

import type { DuckDBConnection } from "@duckdb/node-api";
import { fail, failAll, ok, type Problem, problem, type Result } from "#kernel";
import type { MicrodataInput } from "../microdata-promise.ts";
import { rowsOf } from "../releases/engine.ts";
import { appendColumns } from "./append-columns.ts";
import { fileNames, loadPath } from "./load-path.ts";
import { firstOf, type LoadedFile } from "./loaded-file.ts";

/** Columns a table is laid out with at most. */
export const mostColumns = 20_000;

export type Loading = { readonly file: LoadedFile; readonly warnings: readonly Problem[] };
/**
 * @param work a folder for what does not fit
 * @param stop throws where the work is to end
 */
export async function loadFile(
  connection: DuckDBConnection,
  input: MicrodataInput,
  table: string,
  work: string,
  stop: () => void,
): Promise<Result<Loading>> {
  const source = input.columns;
  try {
    const names =
      source.kind === "columns" ? [...source.columns.keys()] : await fileNames(connection, source);
    const wrong = faultsOfNames(input.name, names);
    if (wrong.length > 0) return failAll(wrong);
    const loaded =
      source.kind === "columns"
        ? await appendColumns(connection, input.name, source.columns, table, work, stop)
        : ok({ columns: await loadPath(connection, source, names, table), warnings: [] });
    if (!loaded.ok) return loaded;
    const { columns, warnings } = loaded.value;
    const [row] = await rowsOf(connection, `SELECT count(*) AS n FROM ${table}`);
    const rows = row!["n"] as number;
    if (rows === 0)
      return fail(
        problem(
          "microdata.no-rows",
          `${input.name} has no rows. Check that the right file was given, and that it was saved completely. Nothing was written.`,
          { file: input.name },
        ),
      );
    const firstRow = input.firstRow ?? (source.kind === "path" && source.format === "csv" ? 2 : 1);
    const { name, key, parent } = input;
    return ok({ file: { name, key, parent, table, rows, firstRow, columns }, warnings });
  } catch (error) {
    if (source.kind === "columns" || /INTERRUPT|aborted/i.test(String(error))) throw error;
    return fail(
      problem(
        "microdata.file-unreadable",
        `${input.name} cannot be read: ${(error as Error).message.split("\n")[0]!.slice(0, 300)}. It is damaged, cut off, or not what its name says. Save it again as CSV in UTF-8, XLSX or Parquet. Nothing was written.`,
        { file: input.name },
      ),
    );
  }
}

function faultsOfNames(file: string, names: readonly string[]): readonly Problem[] {
  if (names.length > mostColumns)
    return [
      problem(
        "microdata.too-many-columns",
        `${file} has ${names.length} columns, and a table is laid out with ${mostColumns} at most. Part it into files that share a key. Nothing was written.`,
        { file },
      ),
    ];
  const problems: Problem[] = [];
  const blank = names.flatMap((name, at) => (name.trim() === "" ? [String(at + 1)] : []));
  if (blank.length > 0)
    problems.push(
      problem(
        "microdata.column-unnamed",
        `${file}: ${blank.length === 1 ? "1 column has" : `${blank.length} columns have`} no name (number ${firstOf(blank.slice(0, 5), blank.length)}). What has no name cannot be asked for; write one at its head, or take the column out. Nothing was written.`,
        { file },
      ),
    );
  // The engine tells names apart without regard to small and capital letters.
  const places = new Map<string, number[]>();
  for (const [at, name] of names.entries())
    if (name.trim() !== "") places.set(name.toLowerCase(), [...(places.get(name.toLowerCase()) ?? []), at]);
  for (const same of places.values()) {
    if (same.length === 1) continue;
    const spelled = [...new Set(same.map((at) => `"${names[at]}"`))].join(", ");
    problems.push(
      problem(
        "microdata.column-repeated",
        `${file} has ${same.length} columns called ${spelled} (number ${same.map((at) => at + 1).join(", ")}); small and capital letters do not tell columns apart. Give each a name of its own. Nothing was written.`,
        { file, column: names[same[0]!]! },
      ),
    );
  }
  return problems;
}
