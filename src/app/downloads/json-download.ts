// JSON: one document with the README as an object and each table as a list of objects, streamed.

import type { Language } from "#kernel";
import type { DownloadContent } from "./download-table.ts";
import { readmeOf } from "./readme.ts";

/** Bytes of the document; memory holds one batch of rows. */
export async function* jsonDownload(
  content: DownloadContent,
  language: Language,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const { about } = content;
  const readme = { ...about, language, text: readmeOf(content, language) };
  yield encoder.encode(`{"readme":${JSON.stringify(readme)}`);
  for (const table of content.tables) {
    yield encoder.encode(`,\n${JSON.stringify(table.name)}:[`);
    const names = table.columns.map(({ name }) => JSON.stringify(name));
    let separator = "\n";
    for await (const rows of table.batches) {
      let text = "";
      for (const row of rows) {
        text += `${separator}{${row.map((cell, index) => `${names[index]}:${JSON.stringify(cell)}`).join(",")}}`;
        separator = ",\n";
      }
      yield encoder.encode(text);
    }
    yield encoder.encode("]");
  }
  yield encoder.encode("}\n");
}
