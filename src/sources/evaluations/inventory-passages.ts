// The rows of a list of reports as passages, so that each can be found and cited.

import type { ReadDocument } from "#documents";
import { codePointsOf } from "#kernel";
import { inventoryCells } from "./inventory-table.ts";
import { type Passage, textOfSpans } from "./passage.ts";
import type { Section } from "./sections.ts";

export function inventoryPassages(document: ReadDocument, sections: readonly Section[]): readonly Passage[] {
  const rows = inventoryCells(document);
  if (rows.length === 0) return [];
  const { slice } = codePointsOf(document.text);
  return rows.map((row) => {
    const start = row.spans[0]![0];
    const at = document.blocks.findIndex(
      (block) =>
        block.kind === "table" &&
        block.spans[0]![0] <= start &&
        start < block.spans[block.spans.length - 1]![1],
    );
    return {
      kind: "inventory-entry",
      label: row.id || null,
      printedLabel: row.id || null,
      paragraph: row.number.replace(/\.$/, "") || null,
      heading: sections[at]?.heading ?? null,
      text: textOfSpans(slice, row.spans),
      spans: row.spans,
      page: row.page,
      confidence: 0.99,
      reason: "Row of a table whose header names a title and a report number or type.",
    };
  });
}
