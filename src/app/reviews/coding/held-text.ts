import type { Sha256 } from "#kernel";
import type { DocumentReading } from "#records";
import type { ReviewState } from "#reviews";
import type { Catalogue } from "#store";
import { heldDocuments } from "../checked-anchor.ts";
import type { Readable } from "./shown-coding.ts";

export type HeldText = {
  readonly source: Sha256;
  readonly textVersion: number;
  readonly reading: DocumentReading;
};

/** The report of a record that somebody may read; `withheld`: one is held, and they may not. */
export async function heldReport(
  catalogue: Catalogue,
  readable: Readable,
  state: ReviewState,
  record: string,
): Promise<{ readonly document: Sha256 | null; readonly withheld: boolean }> {
  const held = await heldDocuments(catalogue, state, record);
  const document = held.find((source) => readable.has(source)) ?? null;
  return { document, withheld: document === null && held.length > 0 };
}

/** Its text as it stands. */
export async function heldText(catalogue: Catalogue, source: Sha256): Promise<HeldText | null> {
  const reading = await catalogue.documents.bySource(source);
  const textVersion = await catalogue.corrections.textVersion(source);
  return reading && textVersion !== null ? { source, textVersion, reading } : null;
}

/** The texts as they stand of some sources, for placing codings in them. */
export async function standingTexts(
  catalogue: Catalogue,
  sources: Iterable<{ readonly source: Sha256; readonly textVersion: number }>,
): Promise<ReadonlyMap<Sha256, { readonly textVersion: number; readonly text: string }>> {
  const found = new Map<Sha256, { textVersion: number; text: string }>();
  for (const anchor of sources) {
    if (found.has(anchor.source)) continue;
    const textVersion = await catalogue.corrections.textVersion(anchor.source);
    // Nothing has moved where the text is the one the codings count in.
    if (textVersion === null || textVersion === anchor.textVersion) continue;
    const text = await catalogue.documents.textOf(anchor.source, textVersion);
    if (text !== null) found.set(anchor.source, { textVersion, text });
  }
  return found;
}
