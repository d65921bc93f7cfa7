// On which page of a document a place stands.

import type { ReadDocument } from "#documents";

/**
 * The page of a code point, from 1; null where the format has no pages.
 *
 * @param at a place in the document's text
 */
export function pageAt({ pageSpans }: Pick<ReadDocument, "pageSpans">, at: number): number | null {
  const page = pageSpans.findLastIndex(([start]) => start <= at);
  return page < 0 ? null : page + 1;
}
