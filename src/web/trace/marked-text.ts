import type { CodePoints, Span } from "#kernel";

export type Piece = { readonly from: number; readonly text: string; readonly isMarked: boolean };

/**
 * The text around some spans, cut into pieces that are marked and pieces that are not. Long stretches
 * between two spans are shortened to an ellipsis.
 *
 * @param spans ascending, in code points, end exclusive
 * @param around code points kept before the first, after the last and on either side of a gap
 */
export function marked(text: CodePoints, spans: readonly Span[], around: number): readonly Piece[] {
  const pieces: Piece[] = [];
  const plain = (from: number, to: number) => {
    if (to > from) pieces.push({ from, text: text.slice(from, to), isMarked: false });
  };
  let at = Math.max(0, (spans[0]?.[0] ?? 0) - around);
  if (at > 0) pieces.push({ from: -1, text: "… ", isMarked: false });
  for (const [start, end] of spans) {
    if (start - at > 2 * around) {
      plain(at, at + around);
      pieces.push({ from: at + around, text: " … ", isMarked: false });
      at = start - around;
    }
    plain(at, start);
    pieces.push({ from: start, text: text.slice(start, end), isMarked: true });
    at = end;
  }
  const end = Math.min(text.length, at + around);
  plain(at, end);
  if (end < text.length) pieces.push({ from: text.length, text: " …", isMarked: false });
  return pieces;
}
