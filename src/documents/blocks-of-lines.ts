// From lines to the blocks and tables of a document: the last step for plain text and PDF.

import type { CodePoints, Problem, Span } from "#kernel";
import type { Block, Table, TableRow } from "./document.ts";
import { joinPieces } from "./joined-pieces.ts";
import type { Line } from "./lines.ts";
import { firstLine, type Piece, piecesOf } from "./pieces.ts";
import { readableText } from "./readable-text.ts";
import { cellsByTable, tableOfCells } from "./table-cells.ts";

type BlocksAndTables = {
  readonly blocks: readonly Block[];
  readonly tables: readonly Table[];
  readonly warnings: readonly Problem[];
};

/**
 * Blocks and tables of a text whose lines are known.
 *
 * @param text the whole text; lines hold UTF-16 offsets into it
 * @param points its code points; the spans that come out count these
 */
export function blocksOfLines(text: string, points: CodePoints, lines: readonly Line[]): BlocksAndTables {
  const { pieces, warnings } = joinPieces(piecesOf(lines));
  const blocks: Block[] = [];
  const tables: Table[] = [];
  const readable = readableText(text);
  const span = ([start, end]: readonly [number, number]): Span => [
    points.toCodePoint(start),
    points.toCodePoint(end),
  ];

  const addTable = (table: Table) => {
    tables.push(table);
    blocks.push({
      kind: "table",
      text: table.rows.map((row) => row.cells.map((cell) => cell.text).join(" | ")).join("\n"),
      spans: table.spans,
      page: table.page,
    });
  };
  let rows: Piece[] = [];
  const closeTable = () => {
    if (rows.length > 0) addTable(tableOf(rows, text, span));
    rows = [];
  };
  const cells = cellsByTable(pieces);
  for (const piece of pieces) {
    const { cell } = firstLine(piece);
    if (piece.kind === "table-cell" && cell) {
      closeTable();
      const all = cells.get(cell.table);
      cells.delete(cell.table);
      if (all) addTable(tableOfCells(all, readable, span));
      continue;
    }
    if (piece.kind === "table-row") {
      if (firstLine(piece).gap || firstLine(piece).seam) closeTable();
      rows.push(piece);
      continue;
    }
    closeTable();
    // A bullet with nothing behind it says nothing.
    const parts = piece.parts.filter(([start, end]) => start < end);
    if (parts.length > 0) blocks.push(blockOf(piece, parts, readable, span));
  }
  closeTable();
  return { blocks, tables, warnings };
}

function blockOf(
  piece: Piece,
  parts: Piece["parts"],
  readable: (parts: Piece["parts"]) => string,
  span: (part: Piece["parts"][number]) => Span,
): Block {
  const kind =
    piece.kind === "stray-marker" || piece.kind === "table-row" || piece.kind === "table-cell"
      ? "paragraph"
      : piece.kind;
  return {
    kind,
    ...(piece.level !== undefined ? { level: piece.level } : {}),
    ...(piece.number !== undefined ? { number: piece.number } : {}),
    ...(piece.label !== undefined ? { label: piece.label } : {}),
    ...(piece.marker !== null && piece.marker.style !== "bullet"
      ? { printedLabel: piece.marker.printed }
      : {}),
    text: readable(parts),
    spans: parts.map(span),
    page: firstLine(piece).page,
  };
}

function tableOf(rows: readonly Piece[], text: string, span: (part: [number, number]) => Span): Table {
  const read: TableRow[] = rows.map((piece) => {
    const [start, end] = piece.parts[0]!;
    const cells: TableRow["cells"][number][] = [];
    let at = start;
    for (const raw of text.slice(start, end).split("\t")) {
      const trimmed = raw.trim();
      const from = at + (raw.length - raw.trimStart().length);
      cells.push({ text: trimmed, spans: trimmed === "" ? [] : [span([from, from + trimmed.length])] });
      at += raw.length + 1;
    }
    const row = text.slice(start, end);
    const first = start + (row.length - row.trimStart().length);
    return { cells, spans: [span([first, first + row.trim().length])] };
  });
  return { rows: read, spans: read.flatMap((row) => row.spans), page: firstLine(rows[0]!).page };
}
