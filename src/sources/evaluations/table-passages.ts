// Passages that stand in tables: a column headed “Recommendation”, or the two-column templates of lessons
// learned and good practices.

import type { ReadDocument, Table, TableCell, TableRow } from "#documents";
import { codePointsOf } from "#kernel";
import type { PassageKind } from "#records";
import { folded } from "./folded.ts";
import { formField } from "./form-fields.ts";
import { isInventoryTable } from "./inventory-table.ts";
import { itemKinds } from "./kind-words.data.ts";
import { namedItem } from "./named-item.ts";
import { pageAt } from "./page-at.ts";
import { type Passage, textOfSpans } from "./passage.ts";
import { kindsNamed, type Section } from "./sections.ts";

/** A header names one thing in few words; a cell that says something has more. */
const longestHeader = 6;
const shortestCell = 20;

/** What all passages of one table share. */
type Place = {
  readonly document: ReadDocument;
  readonly heading: string | null;
  readonly slice: (start: number, end: number) => string;
};

export function tablePassages(document: ReadDocument, sections: readonly Section[]): readonly Passage[] {
  if (document.tables.length === 0) return [];
  const { slice } = codePointsOf(document.text);
  return document.tables.flatMap((table) => {
    if (isInventoryTable(table)) return [];
    const place = { document, heading: headingOf(table, document, sections), slice };
    return [...templatePassages(table, place), ...columnPassages(table, place)];
  });
}

function headingOf(table: Table, document: ReadDocument, sections: readonly Section[]): string | null {
  const start = table.spans[0]?.[0];
  const at = document.blocks.findIndex((block) => block.kind === "table" && block.spans[0]?.[0] === start);
  return sections[at]?.heading ?? null;
}

/** Rows whose first cell is a field of a template and whose second cell is its content. */
function templatePassages(table: Table, place: Place): Passage[] {
  return table.rows.flatMap((row) => {
    const [name, content] = row.cells;
    if (name === undefined || content === undefined || content.text.length < shortestCell) return [];
    const field = formField(name.text);
    if (field === null || field.kind === null) return [];
    const label = labelBefore(table, row);
    return [
      passageOf(content, place, {
        kind: field.kind,
        label,
        confidence: 0.94,
        reason: `The field “${name.text.slice(0, 60)}” of a template.`,
      }),
    ];
  });
}

/** “Lesson learned 2” in a row above, the nearest first. */
function labelBefore(table: Table, row: TableRow): string | null {
  for (let i = table.rows.indexOf(row) - 1; i >= 0; i--)
    for (const cell of table.rows[i]!.cells) {
      const named = namedItem(cell.text);
      if (named !== null) return named.label;
    }
  return null;
}

/** Columns whose header names a kind that comes as items. */
function columnPassages(table: Table, place: Place): Passage[] {
  const [head, ...rows] = table.rows;
  if (head === undefined || rows.length === 0) return [];
  const columns = head.cells.map(({ text }) => columnKind(text, head));
  if (columns.every((kind) => kind === null)) return [];
  const numbers = head.cells.findIndex(({ text }) =>
    /^(?:n[o°.º]*|no\.?|#|s\.?n\.?|nr\.?)$/.test(folded(text)),
  );
  return rows.flatMap((row) => {
    const number = numbers < 0 ? null : (/^\w{1,4}/.exec(row.cells[numbers]?.text ?? "")?.[0] ?? null);
    const named = row.cells.map(({ text }) => namedItem(text)).find((item) => item !== null) ?? null;
    return row.cells.flatMap((cell, c) => {
      const kind = columns[c] ?? null;
      if (kind === null || cell.text.length < (kind === "management-response" ? 2 : shortestCell)) return [];
      const own = namedItem(cell.text, [kind]);
      return [
        passageOf(cell, place, {
          kind,
          label: own?.label ?? number ?? named?.label ?? null,
          ...(own === null ? {} : { printed: own.printed, skip: own.length }),
          confidence: 0.92,
          reason: `Cell of the column “${head.cells[c]!.text}”.`,
        }),
      ];
    });
  });
}

const isShort = (text: string) => text.split(/\s+/).length <= longestHeader;

function columnKind(header: string, head: TableRow): PassageKind | null {
  if (header === "" || !isShort(header)) return null;
  const field = formField(header);
  // “Management response” heads a column, unless its answer stands beside it: then it is a form.
  if (field?.kind === "management-response")
    return head.cells.every(({ text }) => isShort(text)) ? field.kind : null;
  if (field !== null) return null;
  return kindsNamed(header).find((kind) => itemKinds.has(kind)) ?? null;
}

function passageOf(
  cell: TableCell,
  { document, heading, slice }: Place,
  found: {
    readonly kind: PassageKind;
    readonly label: string | null;
    readonly printed?: string;
    readonly skip?: number;
    readonly confidence: number;
    readonly reason: string;
  },
): Passage {
  const [first, ...rest] = cell.spans as readonly [
    readonly [number, number],
    ...(readonly [number, number])[],
  ];
  const spans = [[first[0] + (found.skip ?? 0), first[1]] as const, ...rest];
  return {
    kind: found.kind,
    label: found.label,
    printedLabel: found.printed ?? found.label,
    paragraph: null,
    heading,
    text: textOfSpans(slice, spans),
    spans,
    page: pageAt(document, first[0]),
    confidence: found.confidence,
    reason: found.reason,
  };
}
