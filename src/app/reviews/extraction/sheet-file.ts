import { PassThrough } from "node:stream";
import { fail, ok, problem, type Result } from "#kernel";
import type { Cell } from "../../downloads/download-table.ts";
import type { Download } from "../../use-case.ts";

/** Characters a cell of a sheet can hold. */
const mostCharacters = 32_767;

/**
 * One sheet without more, so that it can be imported again. Texts stay texts: no cell becomes a formula.
 *
 * @returns the file, or a problem where a cell is longer than a sheet allows: cut off it would not come back
 */
export function sheetFile(
  fileName: string,
  sheet: {
    readonly name: string;
    readonly columns: readonly string[];
    readonly rows: AsyncIterable<readonly (readonly Cell[])[]>;
    readonly longest: number;
  },
): Result<Download> {
  if (sheet.longest > mostCharacters)
    return fail(
      problem(
        "app.sheet-too-long",
        `A cell has ${sheet.longest} characters; a sheet holds ${mostCharacters} in one, and the rest would be lost. Take CSV or JSON.`,
      ),
    );
  return ok({
    fileName,
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    stream: written(sheet),
  });
}

async function* written(sheet: Parameters<typeof sheetFile>[1]): AsyncGenerator<Uint8Array> {
  const stream = new PassThrough();
  const { WorkbookWriter } = await import("@cj-tech-master/excelts");
  const workbook = new WorkbookWriter({ stream, useSharedStrings: false, useStyles: true, creator: "Socle" });
  const fill = async () => {
    const page = workbook.addWorksheet(sheet.name, { views: [{ state: "frozen", ySplit: 1 }] });
    const header = page.addRow([...sheet.columns]);
    header.font = { bold: true };
    header.commit();
    for await (const rows of sheet.rows) for (const row of rows) page.addRow([...row]).commit();
    await page.commit();
    await workbook.commit();
  };
  const done = fill().catch((error: Error) => stream.destroy(error));
  for await (const chunk of stream) yield chunk as Uint8Array;
  await done;
}
