// What the columns of a table hold, by the words at their heads.

import type { Table, TableRow } from "#documents";
import type { PassageKind } from "#records";
import type { FieldId } from "./field-names.data.ts";
import { folded } from "./folded.ts";
import { fieldOfHeader } from "./form-fields.ts";
import { earlierHeadings, earlierSentences, itemKinds, kindWords } from "./kind-words.data.ts";

export type Column =
  | { readonly is: "kind"; readonly kind: PassageKind; readonly header: string }
  | { readonly is: "field"; readonly id: FieldId; readonly header: string }
  | { readonly is: "number" }
  | null;

export type Columns = {
  readonly columns: readonly Column[];
  /** Position of the row that holds the heads. */
  readonly headAt: number;
};

/** A header names one thing in few words; a cell that says something has more. */
const longestHeader = 7;
/** Titles and spanning heads may stand above the row of heads. */
const rowsLookedAt = 4;

const isShort = (text: string) => text.split(/\s+/).length <= longestHeader;
const numberHead = /^(?:n[o°.]*|no\.?|#|s\.? ?n\.?|nr\.?|num(?:ero|ber)?\.?|ref\.?|id|code|item)$/;

/** “No.”, “#”, “Ref.” */
export const isNumberHead = (text: string): boolean => numberHead.test(folded(text.trim()));

/** The row of heads and what each column holds; null where no row names a kind or two fields. */
export function columnsOf(table: Table): Columns | null {
  for (const [headAt, row] of table.rows.slice(0, rowsLookedAt).entries()) {
    if (headAt === table.rows.length - 1) return null;
    const columns = row.cells.map(({ text }) => columnOf(text, row));
    const said = columns.filter((column) => column !== null && column.is !== "number").length;
    const filled = row.cells.filter(({ text }) => text !== "").length;
    const allShort = row.cells.every(({ text }) => isShort(text));
    const hasKind = columns.some((column) => column?.is === "kind");
    if (filled >= 2 && allShort && (hasKind || said >= 2)) return { columns, headAt };
  }
  return null;
}

/** True for a second row of heads (“Comments”, “Status”). */
export const isHeadRow = (row: TableRow): boolean => {
  const filled = row.cells.filter(({ text }) => text !== "");
  return filled.length > 0 && filled.every(({ text }) => isShort(text) && columnOf(text, row) !== null);
};

/** What the head of a column says that it holds. */
export function columnOf(header: string, row: TableRow): Column {
  const text = header.trim();
  if (text === "" || !isShort(text)) return null;
  const bare = folded(text);
  if (numberHead.test(bare)) return { is: "number" };
  if (earlierHeadings.test(bare) || earlierSentences.test(bare)) return null;
  const id = fieldOfHeader(text);
  // “Management response” heads a column, unless its answer stands beside it: then it is a form.
  if (id === "response")
    return row.cells.every((cell) => isShort(cell.text))
      ? { is: "kind", kind: "management-response", header: text }
      : null;
  if (id === "lesson") return { is: "kind", kind: "lesson-learned", header: text };
  if (id === "practice") return { is: "kind", kind: "good-practice", header: text };
  const kind = kindAtHead(bare);
  if (kind !== null && !(id !== null && id !== "linked" && id !== "challenges"))
    return { is: "kind", kind, header: text };
  return id === null ? null : { is: "field", id, header: text };
}

const qualifiers =
  /^(?:(?:the|key|main|evaluation|proposed|final|strategic|operational|specific|emerging|principal(?:es)?|les|las|los|as|os|n[o°.]*|no\.?|#)\s+)*/;

/** The kind whose name the head is, give or take a qualifier; a head that only mentions one has none. */
function kindAtHead(bare: string): PassageKind | null {
  if (/\d\s*%|\bweight\b|\bscore\b|\?$/.test(bare)) return null;
  const rest = bare.replace(qualifiers, "");
  for (const { kind, announced } of kindWords) {
    if (!itemKinds.has(kind)) continue;
    const match =
      announced.exec(rest) ??
      (kind === "lesson-learned" ? /^(?:lessons?|lecons?|leccion(?:es)?|lic(?:ao|oes))\b/.exec(rest) : null);
    if (match !== null && match.index <= 2) return kind;
  }
  return null;
}
