// Tables under “Recommendations” or “Lessons learned” whose heads do not name the kind: the column that says so
// in everyday words, or the one of long texts, holds the items.

import type { Table } from "#documents";
import type { PassageKind } from "#records";
import type { FieldId } from "./field-names.data.ts";
import { itemKinds } from "./kind-words.data.ts";
import { kindsAnnounced } from "./kinds-named.ts";
import type { Section } from "./sections.ts";
import { type Column, type Columns, columnOf } from "./table-columns.ts";

const shortestText = 25;
/** Where not one head is understood, the items must be sentences. */
const shortestSentence = 40;
const longestHead = 7;

/** The columns with the one that holds the items of the section's kind, where another column says less. */
export function withUnnamedColumn(found: Columns | null, table: Table, section: Section): Columns | null {
  const kind = section.kinds.find((own) => itemKinds.has(own));
  if (kind === undefined || section.kinds.includes("management-response")) return found;
  if (found === null) return bySilentHeads(table, kind);
  const { columns, headAt } = found;
  const has = (is: "kind" | "number", id?: FieldId) =>
    columns.some((column) => column?.is === is || (column?.is === "field" && column.id === id));
  if (
    has("kind") ||
    columns.some((column) => column?.is === "field" && column.id === "actions" && kind !== "recommendation")
  )
    return found;
  const rows = table.rows.slice(headAt + 1);
  const heads = table.rows[headAt]!.cells.map(({ text }) => text);
  const announced = announcedAt(heads, kind);
  const lengths = columns.map((column, c) =>
    column === null || (column.is === "field" && column.id === "actions") ? meanOf(table, headAt, c) : 0,
  );
  const longest = Math.max(...lengths);
  const at = announced >= 0 && columns[announced] === null ? announced : lengths.indexOf(longest);
  // A small table beside a recommendation says who and when; it holds no texts.
  if (longest < shortestText || (!has("number") && rows.length < 2)) return found;
  return named(columns, at, kind, heads[at] ?? "", headAt);
}

/** Heads of which none is understood: in a chapter of items a table of sentences holds them. */
function bySilentHeads(table: Table, kind: PassageKind): Columns | null {
  const [head, ...rows] = table.rows;
  if (head === undefined || rows.length < 2 || head.cells.length < 2) return null;
  const heads = head.cells.map(({ text }) => text.trim());
  if (heads.some((text) => text === "" || text.split(/\s+/).length > longestHead)) return null;
  const columns = heads.map((text) => columnOf(text, head));
  const announced = announcedAt(heads, kind);
  const lengths = heads.map((_, c) => meanOf(table, 0, c));
  const at = announced >= 0 ? announced : lengths.indexOf(Math.max(...lengths));
  if (lengths[at]! < (announced >= 0 ? shortestText : shortestSentence)) return null;
  return named(columns, at, kind, heads[at]!, 0);
}

const announcedAt = (heads: readonly string[], kind: PassageKind): number =>
  heads.findIndex((text) => kindsAnnounced(text).includes(kind));

const meanOf = ({ rows }: Table, headAt: number, column: number): number => {
  const said = rows.slice(headAt + 1);
  return said.reduce((sum, row) => sum + (row.cells[column]?.text.length ?? 0), 0) / Math.max(1, said.length);
};

const named = (
  columns: readonly Column[],
  at: number,
  kind: PassageKind,
  header: string,
  headAt: number,
): Columns => ({
  headAt,
  columns: columns.map((column, c) => (c === at ? { is: "kind", kind, header } : column)),
});
