import type { Download } from "../use-case.ts";

/** A cell of CSV; what a spreadsheet would take for a formula is made text by an apostrophe. */
export function csvCell(value: string | number): string {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as a file to download, in UTF-8 with the mark that tells spreadsheets so. */
export const csvFile = (fileName: string, lines: Iterable<readonly (string | number)[]>): Download => ({
  fileName,
  mediaType: "text/csv; charset=utf-8",
  stream: (async function* () {
    let text = "\ufeff";
    for (const line of lines) text += `${line.map(csvCell).join(",")}\r\n`;
    yield new TextEncoder().encode(text);
  })(),
});
