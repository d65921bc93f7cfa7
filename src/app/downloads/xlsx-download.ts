// XLSX: a README sheet and one sheet a table. Texts stay texts: no cell becomes a formula, whatever it
// begins with.

import { PassThrough } from "node:stream";
import type { WorkbookWriter } from "@cj-tech-master/excelts";
import { fail, type Language, ok, problem, type Result } from "#kernel";
import type { Cell, DownloadContent, DownloadTable } from "./download-table.ts";
import { readmeOf } from "./readme.ts";

/** Rows a sheet can hold below its header. */
export const mostSheetRows = 1_048_575;

/** Bytes of the workbook as they come, or a problem where a sheet cannot hold the rows. */
export function xlsxDownload(
  content: DownloadContent,
  language: Language,
): Result<AsyncGenerator<Uint8Array>> {
  const long = content.tables.find(({ rowCount }) => rowCount !== null && rowCount > mostSheetRows);
  if (long !== undefined)
    return fail(
      problem(
        "app.sheet-too-long",
        `The table has ${long.rowCount} rows; a sheet holds ${mostSheetRows} below its header, and the rest would be lost without a word. Take CSV or JSON, or fewer indicators, areas or years.`,
      ),
    );
  return ok(write(content, language));
}

async function* write(content: DownloadContent, language: Language): AsyncGenerator<Uint8Array> {
  const stream = new PassThrough();
  // A heavy package that a server needs only when somebody takes a workbook.
  const excelts = await import("@cj-tech-master/excelts");
  const workbook = new excelts.WorkbookWriter({
    stream,
    useSharedStrings: false,
    useStyles: true,
    created: new Date(content.about.madeAt),
    modified: new Date(content.about.madeAt),
    creator: "Socle",
  });
  const done = fill(workbook, content, language, () => readOn(stream)).catch((error: Error) =>
    stream.destroy(error),
  );
  for await (const chunk of stream) yield chunk as Uint8Array;
  await done;
}

/** Waits until what was written is read, so that memory holds little; a reader that went away ends the work. */
async function readOn(stream: PassThrough): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  while (stream.writableNeedDrain && !stream.destroyed)
    await new Promise<void>((resolve) => {
      const go = () => {
        stream.off("drain", go).off("close", go);
        resolve();
      };
      stream.on("drain", go).on("close", go);
    });
  if (stream.destroyed) throw new Error("The reader of the workbook went away.");
}

async function fill(
  workbook: WorkbookWriter,
  content: DownloadContent,
  language: Language,
  read: () => Promise<void>,
): Promise<void> {
  const readme = readmeOf(content, language);
  const sheet = workbook.addWorksheet("README");
  const bold = (cells: readonly string[]) => {
    const row = sheet.addRow([...cells]);
    row.font = { bold: true };
  };
  bold([readme.title]);
  for (const fact of readme.facts) sheet.addRow([...fact]);
  if (readme.caveats.texts.length > 0) {
    bold([readme.caveats.label]);
    for (const text of readme.caveats.texts) sheet.addRow(["", text]);
  }
  for (const { heading, columns } of readme.tables) {
    bold([heading]);
    for (const column of columns) sheet.addRow([...column]);
  }
  await sheet.commit();
  for (const table of content.tables) await fillTable(workbook, table, read);
  await workbook.commit();
}

async function fillTable(
  workbook: WorkbookWriter,
  table: DownloadTable,
  read: () => Promise<void>,
): Promise<void> {
  const sheet = workbook.addWorksheet(table.name.slice(0, 31), { views: [{ state: "frozen", ySplit: 1 }] });
  const header = sheet.addRow(table.columns.map(({ name }) => name));
  header.font = { bold: true };
  header.commit();
  for await (const rows of table.batches) {
    for (const row of rows) sheet.addRow(row.map(sheetCell)).commit();
    // Rows are written to the stream as they are committed; give its reader a turn.
    await read();
  }
  await sheet.commit();
}

/** A sheet cell holds 32,767 characters at most; a note longer than that ends in an ellipsis. */
const sheetCell = (cell: Cell): Cell =>
  typeof cell === "string" && cell.length > 32_767 ? `${cell.slice(0, 32_766)}…` : cell;
