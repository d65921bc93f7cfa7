// Cells of tables that go out and come in again: passages as JSON, and texts a spreadsheet would take for a formula.

import { AnchorShape, TypedQuoteShape } from "#contract";
import type { Anchor, TypedQuote } from "#records";

export type PassageCell = { readonly anchor: Anchor | null; readonly typed: TypedQuote | null };

/** A passage as a cell, to be read again by `passageOf`; empty where there is none. */
export const passageText = (anchor: Anchor | null, typed: TypedQuote | null): string =>
  anchor || typed ? JSON.stringify({ ...(anchor && { anchor }), ...(typed && { typed }) }) : "";

/** The passage in a cell; null where the cell holds none. Whether an anchor fits its text is not asked here. */
export const passageOf = (text: string): PassageCell | null => {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof given !== "object" || given === null) return null;
  const { anchor = null, typed = null } = given as { readonly anchor?: unknown; readonly typed?: unknown };
  const place = AnchorShape.nullable().safeParse(anchor);
  const quote = TypedQuoteShape.nullable().safeParse(typed);
  return place.success && quote.success && (place.data || quote.data)
    ? { anchor: place.data as Anchor | null, typed: quote.data }
    : null;
};

/** A text that begins with an apostrophe before a sign gets one more, so that reading takes away one only. */
export const guarded = (cell: string | number): string | number =>
  typeof cell === "string" && /^'+[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;

/** A cell of a delimited file without the apostrophe that keeps a spreadsheet from taking it for a formula. */
export const unguarded = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text);
