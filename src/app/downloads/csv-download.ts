// CSV in a zip: one file a table and a README, written as the rows come.

import { Zip, ZipDeflate } from "fflate";
import type { Language } from "#kernel";
import type { Cell, DownloadContent, DownloadTable } from "./download-table.ts";
import { readmeMarkdown, readmeOf } from "./readme.ts";

/** Bytes of the zip; memory holds one batch of rows. */
export async function* csvDownload(content: DownloadContent, language: Language): AsyncGenerator<Uint8Array> {
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
  const modified = new Date(content.about.madeAt);
  const add = (name: string) => {
    const entry = new ZipDeflate(name, { level: 4 });
    entry.mtime = modified;
    zip.add(entry);
    return entry;
  };
  const encoder = new TextEncoder();
  // The README first: it is what a reader should open first, and an interrupted download still has it.
  add("README.md").push(encoder.encode(readmeMarkdown(readmeOf(content, language), language)), true);
  yield* taken();
  for (const table of content.tables) {
    const entry = add(`${table.name}.csv`);
    for await (const text of csvLines(table)) {
      entry.push(encoder.encode(text));
      yield* taken();
    }
    entry.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}

/** A table as CSV, a batch at a time: RFC 4180, UTF-8, lines end with LF. */
export async function* csvLines(table: DownloadTable): AsyncGenerator<string> {
  yield `${table.columns.map(({ name }) => csvCell(name)).join(",")}\n`;
  for await (const rows of table.batches) {
    let text = "";
    for (const row of rows) text += `${row.map(csvCell).join(",")}\n`;
    yield text;
  }
}

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
