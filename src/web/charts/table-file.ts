// A table on the page as a file for programs.

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A text that a spreadsheet would take for a formula is kept from being one. */
const harmless = (text: string): string => (/^[=+\-@\t]/.test(text) ? `'${text}` : text);

/**
 * The CSV of a table: a cell gives the number it was sorted by (`data-number`), unrounded and with a point,
 * else its words; a figure that is missing gives the reason.
 *
 * @param more columns that are the same in every row: heading and value
 */
export function csvOfTable(
  table: HTMLTableElement,
  more: readonly (readonly [heading: string, value: string])[] = [],
): string {
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
