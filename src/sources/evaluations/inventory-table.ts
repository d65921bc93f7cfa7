// Finds the tables of a document that list evaluation reports, and reads their columns by their headers.

import type { ReadDocument, Table, TableRow } from "#documents";
import { folded } from "./folded.ts";
import type { RowCells } from "./inventory-row.ts";
import { pageAt } from "./page-at.ts";

type Columns = {
  readonly number: number;
  readonly id: number;
  readonly title: number;
  readonly link: number;
  readonly type: number;
};

const headers = {
  number: /^(?:s\.?\s?n\.?|n[o°.º]*|no\.?|#|nr\.?|num(?:ero|ber)?)$/,
  id: /\b(?:report|evaluation|evaluacion|rapport|informe|relatorio) (?:no\b|n[o°º]|id\b|code|number|numero)|^(?:id|code|codigo|ref(?:erence)?)\.?$/,
  title: /\b(?:title|titre|titulo)\b/,
  link: /\b(?:link|url|lien|enlace|ligacao)\b/,
  type: /\b(?:type|tipo|timing)\b/,
} as const;

function columnsOf(row: TableRow): Columns | null {
  const names = row.cells.map(({ text }) => folded(text));
  const at = (pattern: RegExp) => names.findIndex((name) => pattern.test(name));
  const title = at(headers.title);
  const id = at(headers.id);
  const type = at(headers.type);
  // A title and some type head many tables; a list of evaluations says report number, or what kind of evaluation.
  const speaksOfEvaluations = type >= 0 && /\beval|\bavalia|\btiming\b/.test(names[type]!);
  if (title < 0 || (id < 0 && !speaksOfEvaluations)) return null;
  const named = at(headers.link);
  // The link column often has no header of its own.
  const link = named >= 0 ? named : names.findIndex((name, i) => name === "" && i > title);
  return { number: at(headers.number), id, title, link, type };
}

/** Rows that list reports, of all tables that have such a header; a header repeated on a new page is skipped. */
export function inventoryCells(document: ReadDocument): readonly RowCells[] {
  const found: RowCells[] = [];
  for (const table of document.tables) {
    const head = table.rows[0];
    const columns = head ? columnsOf(head) : null;
    if (columns === null) continue;
    for (const row of table.rows.slice(1)) {
      const cell = (at: number) => (at < 0 ? "" : (row.cells[at]?.text ?? ""));
      if (cell(columns.title) === "" || columnsOf(row) !== null) continue;
      found.push({
        number: cell(columns.number),
        id: cell(columns.id),
        title: cell(columns.title),
        link: cell(columns.link),
        type: cell(columns.type),
        spans: row.spans,
        page: row.spans[0] ? pageAt(document, row.spans[0][0]) : table.page,
      });
    }
  }
  return found;
}

/** True for a table that lists reports. */
export const isInventoryTable = (table: Table): boolean =>
  table.rows[0] !== undefined && columnsOf(table.rows[0]) !== null;
