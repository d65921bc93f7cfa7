// Lays the spans of passages over the blocks of a report, so that the text can be shown with its passages
// marked. Pure: the page only draws what comes out of here.

import { type CodePoints, codePointsOf, type Span } from "#kernel";

export type BlockLike = {
  readonly kind: string;
  readonly level?: number | undefined;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly page: number | null;
};
export type PassageLike = { readonly id: string; readonly spans: readonly Span[] };

/** A stretch of a block that belongs to the same passages throughout; none for unmarked text. */
export type Piece = {
  readonly text: string;
  readonly passages: readonly string[];
  /** Code point of the document's text at which it begins; null for what stands between spans. */
  readonly from: number | null;
};

export type MarkedBlock = {
  /** Place in the document's list of blocks: a lasting key. */
  readonly index: number;
  readonly kind: string;
  readonly level: number | null;
  readonly pieces: readonly Piece[];
  /** Of a table: rows of cells of pieces; null for everything else. */
  readonly rows: readonly (readonly (readonly Piece[])[])[] | null;
};

/** The blocks of one printed page; `page` is null for texts without pages. */
export type MarkedPage = {
  readonly key: string;
  readonly page: number | null;
  readonly blocks: readonly MarkedBlock[];
  /** Passages that begin or go on here. */
  readonly passages: ReadonlySet<string>;
};

// Text without pages is cut into parts of this many blocks, so that a browser draws what is in view only.
const blocksPerPart = 40;

/**
 * Blocks in reading order with the spans of the passages laid over them, grouped by printed page. Running
 * heads and page numbers are left out. A block that no span places is shown by its own text, unmarked.
 *
 * Cost: sorting the spans, then one sweep; 143 pages take a few milliseconds.
 *
 * @param text the text the spans count in, as code points; counted already where it is laid out in parts
 */
export function markedPagesOf(
  text: string | CodePoints,
  blocks: readonly BlockLike[],
  passages: readonly PassageLike[],
): readonly MarkedPage[] {
  const points = typeof text === "string" ? codePointsOf(text) : text;
  const marks = passages
    .flatMap(({ id, spans }) => spans.map(([from, to]) => ({ id, from, to })))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  // longest mark so far, to know how far back a mark may reach into a block
  const reach: number[] = [];
  for (const [i, mark] of marks.entries()) reach.push(Math.max(mark.to, reach[i - 1] ?? 0));

  const touching = (from: number, to: number) => {
    let low = 0;
    let high = marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (reach[middle]! <= from) low = middle + 1;
      else high = middle;
    }
    const found = [];
    for (let i = low; i < marks.length && marks[i]!.from < to; i++)
      if (marks[i]!.to > from) found.push(marks[i]!);
    return found;
  };

  const piecesOfSpan = ([from, to]: Span): Piece[] => {
    const over = touching(from, to);
    const cuts = [
      ...new Set([from, to, ...over.flatMap((m) => [Math.max(from, m.from), Math.min(to, m.to)])]),
    ].sort((a, b) => a - b);
    return cuts.slice(1).map((end, c) => ({
      text: points.slice(cuts[c]!, end),
      from: cuts[c]!,
      passages: [...new Set(over.filter((m) => m.from <= cuts[c]! && m.to >= end).map((m) => m.id))],
    }));
  };
  const piecesOf = (block: BlockLike): Piece[] =>
    block.spans.length === 0
      ? [{ text: block.text, passages: [], from: null }]
      : block.spans.flatMap((span, i) => [
          ...(i > 0 ? [{ text: " ", passages: [], from: null }] : []),
          ...piecesOfSpan(span),
        ]);

  const pages: { page: number | null; blocks: MarkedBlock[] }[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "page-furniture") continue;
    const last = pages.at(-1);
    const marked = {
      index,
      kind: block.kind,
      level: block.level ?? null,
      pieces: piecesOf(block),
      // A span of a table is a row; its cells are parted by tabs.
      rows: block.kind === "table" ? block.spans.map((span) => cellsOf(piecesOfSpan(span))) : null,
    };
    const goesOn =
      last &&
      (block.page === null
        ? last.page === null && last.blocks.length < blocksPerPart
        : last.page === block.page);
    if (goesOn) last.blocks.push(marked);
    else pages.push({ page: block.page, blocks: [marked] });
  }
  return pages.map((page) => ({
    ...page,
    key: `${page.page ?? "part"}-${page.blocks[0]!.index}`,
    passages: new Set(page.blocks.flatMap((block) => block.pieces.flatMap((piece) => piece.passages))),
  }));
}

/** Pieces of a row parted at the tabs between its cells. */
function cellsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const cells: Piece[][] = [[]];
  for (const piece of pieces) {
    let from = piece.from;
    for (const [i, text] of piece.text.split("\t").entries()) {
      if (i > 0) cells.push([]);
      if (text !== "") cells.at(-1)!.push({ ...piece, text, from });
      if (from !== null) from += [...text].length + 1;
    }
  }
  return cells;
}
