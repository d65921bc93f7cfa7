// A list of evaluation reports in a document to records, with what is odd in single rows and in the list.

import type { ReadDocument } from "#documents";
import { listWarnings } from "./inventory-counts.ts";
import { rowOddities } from "./inventory-oddities.ts";
import type { Inventory } from "./inventory-record.ts";
import { inventoryRow } from "./inventory-row.ts";
import { inventoryCells } from "./inventory-table.ts";

/**
 * The evaluations that a document lists (an annex “list of reports reviewed”), in the order of the list.
 *
 * Each record holds what the row prints, the normalised identifier, symbol and link, and what follows from
 * title and symbol: language, region and its basis, countries, groups. What the row does not say is null,
 * never guessed. Oddities (placeholder symbols, cut links, other styles of identifiers) are kept with the
 * record, each with a code.
 *
 * @param document any document with a table whose header names a title and a report number or type
 * @returns no record where no such table is found
 * @limits Lists without a header that names a title and a number or type are not found.
 */
export function readInventory(document: ReadDocument): Inventory {
  const rows = inventoryCells(document).map(inventoryRow);
  const period = periodUnderReview(document);
  const oddities = rowOddities(rows, period);
  const records = rows.map((row, i) => ({ ...row, oddities: oddities[i]! }));
  return { records, warnings: records.length === 0 ? [] : listWarnings(document.text, records) };
}

/** Years in a heading before the first long paragraph, else the first “period 2012–2018” of the text. */
function periodUnderReview(document: ReadDocument): readonly [number, number] | null {
  const range = /\b((?:19|20)\d\d)\s?[-–—]\s?((?:19|20)\d\d)\b/;
  for (const block of document.blocks) {
    if (block.kind === "paragraph" && block.text.length > 200) break;
    const match = block.kind === "heading" ? range.exec(block.text) : null;
    if (match) return [Number(match[1]), Number(match[2])];
  }
  const match = /\b(?:period|p[ée]riode|per[ií]odo)\s+((?:19|20)\d\d)\s?[-–—]\s?((?:19|20)\d\d)\b/iu.exec(
    document.text,
  );
  return match ? [Number(match[1]), Number(match[2])] : null;
}
