// Rows as somebody may see them: those that rest on a text they may not read are left out and counted.

import type { Anchor, ExtractionRow } from "#records";
import type { RouteReply } from "../../use-case.ts";
import { mayReadAnchor, type Readable, shownAnchor } from "../appraisal/shown-report.ts";

export type ShownRow = RouteReply<"extractedRecord">["rows"][number];

const anchorsOf = (row: ExtractionRow): readonly (Anchor | null)[] => [
  row.anchor,
  ...Object.values(row.cells).map(({ anchor }) => anchor),
];

export const mayReadRow = (readable: Readable, row: ExtractionRow): boolean =>
  anchorsOf(row).every((anchor) => mayReadAnchor(readable, anchor));

export const shownRow = (row: ExtractionRow): ShownRow => ({
  row: row.row,
  anchor: row.anchor && shownAnchor(row.anchor),
  typed: row.typed && { ...row.typed },
  proposal: row.proposal,
  cells: Object.fromEntries(
    Object.entries(row.cells).map(([field, { value, missing, anchor, typed, note }]) => [
      field,
      {
        value: typeof value === "object" && value !== null ? [...value] : value,
        missing,
        anchor: anchor && shownAnchor(anchor),
        typed: typed && { ...typed },
        note,
      },
    ]),
  ),
});

export function shownRows(
  rows: Iterable<ExtractionRow>,
  readable: Readable,
): { readonly rows: ShownRow[]; readonly withheld: number } {
  const all = [...rows];
  const told = all.filter((row) => mayReadRow(readable, row));
  return { rows: told.map(shownRow), withheld: all.length - told.length };
}
