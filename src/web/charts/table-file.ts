// A table on the page as a file for programs.

import type { Say } from "../i18n.ts";
import type { PictureText } from "./picture.tsx";

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A text that a spreadsheet would take for a formula is kept from being one. */
const harmless = (text: string): string => (/^[=+\-@\t]/.test(text) ? `'${text}` : text);

type SameInEveryRow = readonly (readonly [heading: string, value: string])[];

/** What stands in a picture beside its marks, and its address: a row taken out of the file still says what it is. */
export const columnsOfPicture = (text: PictureText, address: string, say: Say): SameInEveryRow => [
  [say("csv.title"), [text.title, text.subtitle].filter(Boolean).join(". ")],
  ...(text.watermark === null ? [] : [[say("csv.mark"), text.watermark] as const]),
  [say("csv.source"), text.source],
  [say("csv.address"), address],
];

/**
 * The CSV of a table: a cell gives the number it was sorted by (`data-number`), unrounded and with a point,
 * else its words; a figure that is missing gives the reason.
 *
 * @param more columns that are the same in every row: heading and value
 */
export function csvOfTable(table: HTMLTableElement, more: SameInEveryRow = []): string {
  const text = (cell: Element) => (cell.textContent ?? "").replace(/\s+/g, " ").trim();
  const headings = [...table.querySelectorAll("thead th")].map((cell) =>
    text(cell.querySelector("[data-heading]") ?? cell),
  );
  const rows = [...table.querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map((cell) => cell.getAttribute("data-number") ?? harmless(text(cell))),
  );
  const line = (cells: readonly string[]) => cells.map(quoted).join(",");
  return `\uFEFF${[
    line([...headings, ...more.map(([heading]) => heading)]),
    ...rows.map((cells) => line([...cells, ...more.map(([, value]) => harmless(value))])),
  ].join("\r\n")}\r\n`;
}
