// Identifiers of imported records: the source's own where it has them, else made from what does not change.

import type { WorkbookCell } from "#documents";
import { folded } from "../folded.ts";
import type { IdBasis } from "./mapping.ts";

const longest = 64;

/**
 * A hash of a text as 13 letters and digits (64 bits, FNV-1a over UTF-16 units). It only has to keep records
 * of one source apart; it protects nothing.
 *
 * @source Fowler, Noll, Vo: FNV hash, 64-bit offset basis and prime
 */
export function shortHash(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i++) {
    hash ^= BigInt(text.charCodeAt(i));
    hash = (hash * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return hash.toString(36).padStart(13, "0");
}

/** The source's identifier in the form an address takes; null where nothing of it is left. */
function addressForm(text: string): string | null {
  const form = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/^[-._]+|-+$/g, "");
  return form === "" ? null : form;
}

/**
 * The identifier of a record and what it is made of: the source's own (`iom-9992…`), else a hash of source,
 * title and year, so that the next edition of the same table finds the same record, wherever its row stands.
 */
export function recordId(
  prefix: string,
  own: string | null,
  from: { readonly source: string; readonly title: string; readonly year: number | null },
): { readonly id: string; readonly basis: IdBasis } {
  const form = own === null ? null : addressForm(own);
  if (own !== null && form !== null) {
    const id = form.toLowerCase().startsWith(`${prefix}-`) ? form : `${prefix}-${form}`;
    return { id: id.length <= longest ? id : `${prefix}-${shortHash(own)}`, basis: "column" };
  }
  const text = [from.source, from.title, String(from.year ?? "")].map(folded).join("\n");
  return { id: `${prefix}-${shortHash(text)}`, basis: "title-and-year" };
}

/** For a second row with the same title and year: all its cells together. */
export function wholeRowId(
  prefix: string,
  source: string,
  cells: readonly WorkbookCell[],
): { readonly id: string; readonly basis: IdBasis } {
  const text = [source, ...cells.map((cell) => cell.text)].join("\n");
  return { id: `${prefix}-${shortHash(text)}`, basis: "whole-row" };
}
