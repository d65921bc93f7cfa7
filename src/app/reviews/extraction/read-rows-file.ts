// A table of rows as it comes in, whatever wrote it: the JSON of the download, or a table with its columns.

import { ExtractionRowShape } from "#contract";
import { fail, ok, type Problem, problem, type Result } from "#kernel";
import type { ExtractionForm, ExtractionRow } from "#records";
import { columnProblems, type ReadLine, readMatrixLine } from "#reviews";
import type { Effects } from "../../effects.ts";
import { readApart } from "../../reading/read-apart.ts";
import { passageOf, unguarded } from "../cells-of-tables.ts";

export type FileRow = { readonly line: number; readonly record: string; readonly row: ExtractionRow };
export type RowsFile = { readonly rows: readonly FileRow[]; readonly problems: readonly Problem[] };

const unreadable = (name: string, why: string) =>
  fail(
    problem(
      "reviews.file-unreadable",
      `${name} cannot be read as rows of an extraction: ${why} Take the download of the matrix as a pattern. Nothing was imported.`,
      { file: name },
    ),
  );

/** Rows of a JSON file as the download writes it; each that is none is a problem of its own. */
function readJson(name: string, bytes: Uint8Array): Result<RowsFile> {
  let given: { readonly format?: unknown; readonly rows?: unknown };
  try {
    given = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as typeof given;
  } catch {
    return unreadable(name, "it is no JSON in UTF-8.");
  }
  if (given?.format !== "socle-extraction" || !Array.isArray(given.rows))
    return unreadable(name, 'it has no "format": "socle-extraction" with a list of rows.');
  const rows: FileRow[] = [];
  const problems: Problem[] = [];
  for (const [at, one] of given.rows.entries()) {
    const { record } = (one ?? {}) as { readonly record?: unknown };
    const read = ExtractionRowShape.safeParse(one);
    if (read.success && typeof record === "string")
      rows.push({ line: at + 1, record, row: read.data as ExtractionRow });
    else
      problems.push(
        problem(
          "reviews.cell-unfit",
          `Row ${at + 1} is not as the download writes it: ${read.success ? "it names no record" : (read.error.issues[0]?.message ?? "")}${read.success ? "" : ` at ${read.error.issues[0]?.path.join(".")}`}. Nothing was imported.`,
          { row: at + 1 },
        ),
      );
  }
  return ok({ rows, problems });
}

export async function readRowsFile(
  effects: Effects,
  form: ExtractionForm,
  name: string,
  bytes: Uint8Array,
): Promise<Result<RowsFile>> {
  if (/\.json$/i.test(name)) return readJson(name, bytes);
  const read = await readApart("workbook", { bytes, name }, { limits: effects.reading });
  if (!read.ok) return read;
  const table =
    read.value.tables.find(({ header }) => header.some((column) => column.name === "record")) ??
    read.value.tables[0];
  if (!table) return unreadable(name, "it has no table with a header and at least one row.");
  const names = table.header.map((column) => column.name);
  const problems: Problem[] = [...columnProblems(form, names)];
  if (problems.length > 0) return ok({ rows: [], problems });
  const isGuarded = read.value.format === "delimited";
  const lines: (ReadLine & { readonly line: number })[] = table.rows.map((cells) => {
    const byName = new Map(cells.map((cell, at) => [names[at] ?? "", cell.text]));
    const line = cells[0]?.row ?? 0;
    const cellOf = (column: string) => {
      const text = byName.get(column) ?? "";
      return isGuarded ? unguarded(text) : text;
    };
    return { line, ...readMatrixLine(form, cellOf, line, passageOf) };
  });
  return ok({
    rows: lines.map(({ line, record, row }) => ({ line, record, row })),
    problems: lines.flatMap((line) => line.problems),
  });
}
