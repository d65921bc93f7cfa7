// CSV in a zip: one file a table and a README, written as the rows come.

import { Zip, ZipDeflate } from "fflate";
import type { Language } from "#kernel";
import type { Cell, DownloadContent, DownloadTable } from "./download-table.ts";
import { readmeMarkdown, readmeOf } from "./readme.ts";

/**
 * Bytes of the zip; memory holds one batch of rows.
 *
 * @param cellText how a text is written; as it stands where nothing is said
 */
export const csvDownload = (
  content: DownloadContent,
  language: Language,
  cellText?: (text: string) => string,
): AsyncGenerator<Uint8Array> =>
  zipOf(
    content.about.madeAt,
    readmeMarkdown(readmeOf(content, language), language),
    content.tables.map((table) => ({ name: `${table.name}.csv`, bytes: encoded(csvLines(table, cellText)) })),
  );

/** Bytes of a zip with a README and files that come a piece at a time. */
export async function* zipOf(
  madeAt: string,
  readme: string,
  files: readonly { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> }[],
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let broken: Error | null = null;
  const zip = new Zip((error, bytes) => {
    if (error) broken = error;
    else ready.push(bytes);
  });
  const taken = () => {
    if (broken) throw broken;
    const bytes = ready;
    ready = [];
    return bytes;
  };
  const modified = new Date(madeAt);
  const add = (name: string) => {
    const entry = new ZipDeflate(name, { level: 4 });
    entry.mtime = modified;
    zip.add(entry);
    return entry;
  };
  // The README first: it is what a reader should open first, and an interrupted download still has it.
  add("README.md").push(new TextEncoder().encode(readme), true);
  yield* taken();
  for (const { name, bytes } of files) {
    const entry = add(name);
    for await (const piece of bytes) {
      entry.push(piece);
      yield* taken();
    }
    entry.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}

/** Texts as UTF-8. */
export async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}

const asItStands = (text: string): string => text;

/** What a spreadsheet would take for a formula is made text by an apostrophe. */
export const guardedText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** A table as CSV, a batch at a time: RFC 4180, UTF-8, lines end with LF. */
export async function* csvLines(table: DownloadTable, cellText = asItStands): AsyncGenerator<string> {
  const cells = (row: readonly Cell[]) =>
    row.map((cell) => csvCell(typeof cell === "string" ? cellText(cell) : cell)).join(",");
  yield `${cells(table.columns.map(({ name }) => name))}\n`;
  for await (const rows of table.batches) {
    let text = "";
    for (const row of rows) text += `${cells(row)}\n`;
    yield text;
  }
}

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
