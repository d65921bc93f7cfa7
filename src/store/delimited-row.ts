import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { parse } from "csv-parse";
import { fail, ok, problem, type Result } from "#kernel";

/** The character among those in use that splits the header line into most fields. */
async function delimiterOf(path: string): Promise<string> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const header = buffer.toString("utf8", 0, bytesRead).split(/\r?\n/, 1)[0] ?? "";
    const count = (mark: string) => header.split(mark).length;
    return [",", ";", "\t", "|"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
  } finally {
    await handle.close();
  }
}

/**
 * One row of a delimited file with the header above it. Rows are counted as a spreadsheet shows them: the
 * header is row 1, a quoted field with line breaks stays in its row. Reads the file up to that row.
 *
 * @returns the cells as printed, or the problem `store.row-absent`
 */
export async function delimitedRow(
  path: string,
  row: number,
): Promise<Result<{ readonly header: readonly string[]; readonly cells: readonly string[] }>> {
  const delimiter = await delimiterOf(path);
  const parser = parse({ bom: true, delimiter, relax_column_count: true, relax_quotes: true, to: row });
  const input = createReadStream(path);
  input.on("error", (error) => parser.destroy(error));
  let header: readonly string[] | null = null;
  let count = 0;
  try {
    for await (const cells of input.pipe(parser) as AsyncIterable<string[]>) {
      count += 1;
      header ??= cells;
      if (count === row) return ok({ header, cells });
    }
  } catch {
    // Falls through: a file that is no table has no such row.
  } finally {
    input.destroy();
  }
  return fail(
    problem(
      "store.row-absent",
      `The file has no row ${row} that can be read as a table; it ends at row ${count}.`,
    ),
  );
}
