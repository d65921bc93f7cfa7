// What the reader has marked in the text, as places of the document. Each piece of the text carries the
// code point at which it begins (`data-from`), so a selection over pages and tables is found again exactly.

import type { Span } from "#kernel";

const pieceAt = (node: Node | null): HTMLElement | null =>
  (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>("[data-from]") ?? null;

const points = (text: string) => [...text].length;

/** The spans of the present selection inside a frame; none where nothing is marked there. */
export function selectedSpans(frame: HTMLElement | null): readonly Span[] {
  const selection = window.getSelection();
  if (!frame || !selection || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  if (!frame.contains(range.commonAncestorContainer)) return [];
  const found: [number, number][] = [];
  for (const piece of frame.querySelectorAll<HTMLElement>("[data-from]")) {
    if (!range.intersectsNode(piece)) continue;
    const text = piece.textContent ?? "";
    const begin = Number(piece.dataset["from"]);
    const start = piece.contains(range.startContainer) ? points(text.slice(0, range.startOffset)) : 0;
    const end = piece.contains(range.endContainer) ? points(text.slice(0, range.endOffset)) : points(text);
    if (end <= start) continue;
    const last = found.at(-1);
    if (last && last[1] === begin + start) last[1] = begin + end;
    else found.push([begin + start, begin + end]);
  }
  return found;
}

/** The code point at which the caret stands in a frame; null where there is none. */
export function caretPlace(frame: HTMLElement | null): number | null {
  const selection = window.getSelection();
  const piece = pieceAt(selection?.anchorNode ?? null);
  if (!frame || !selection?.isCollapsed || !piece || !frame.contains(piece)) return null;
  const begin = Number(piece.dataset["from"]);
  return begin + points((piece.textContent ?? "").slice(0, selection.anchorOffset));
}
