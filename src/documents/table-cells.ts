// Tables whose cells are known line by line, as in PDF: from pieces, one for each cell and page, to rows.

import type { Span } from "#kernel";
import type { Table, TableCell, TableRow } from "./document.ts";
import { firstLine, type Piece } from "./pieces.ts";

type Part = Piece["parts"][number];

/** The pieces that are cells, by the table they belong to. */
export function cellsByTable(pieces: readonly Piece[]): Map<number, Piece[]> {
  const tables = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const place = firstLine(piece).cell;
    if (piece.kind !== "table-cell" || place === undefined) continue;
    const cells = tables.get(place.table);
    if (cells) cells.push(piece);
    else tables.set(place.table, [piece]);
  }
  return tables;
}

const emptyCell: TableCell = { text: "", spans: [] };

/** A table of cells; columns without words in a row become empty cells, so that all rows are as wide. */
export function tableOfCells(
  cells: readonly Piece[],
  readable: (parts: Piece["parts"]) => string,
  span: (part: Part) => Span,
): Table {
  const rows = new Map<number, Map<number, Piece[]>>();
  let width = 0;
  for (const piece of cells) {
    const { row, column } = firstLine(piece).cell!;
    width = Math.max(width, column + 1);
    const columns = rows.get(row) ?? new Map<number, Piece[]>();
    rows.set(row, columns);
    // A cell that a page break cut comes in two pieces.
    columns.set(column, [...(columns.get(column) ?? []), piece]);
  }
  const read = [...rows.values()].map((columns): TableRow => {
    const filled = Array.from({ length: width }, (_, c): TableCell => {
      const parts = (columns.get(c) ?? []).flatMap((piece) => piece.parts);
      return parts.length === 0 ? emptyCell : { text: readable(parts), spans: parts.map(span) };
    });
    return { cells: filled, spans: rowParts([...columns.values()].flat()).map(span) };
  });
  const heads = new Set(
    cells.flatMap((piece) => (firstLine(piece).cell!.isHead ? [firstLine(piece).cell!.row] : [])),
  );
  return {
    rows: read,
    spans: read.flatMap((row) => row.spans),
    page: firstLine(cells[0]!).page,
    ...(heads.size > 0 ? { headerRows: heads.size } : {}),
  };
}

/** One stretch for each page that the row stands on. */
function rowParts(pieces: readonly Piece[]): Part[] {
  const byPage = new Map<number | null, Part>();
  for (const piece of pieces) {
    const [start, end] = [piece.parts[0]![0], piece.parts[piece.parts.length - 1]![1]];
    const part = byPage.get(firstLine(piece).page);
    if (part) byPage.set(firstLine(piece).page, [Math.min(part[0], start), Math.max(part[1], end)]);
    else byPage.set(firstLine(piece).page, [start, end]);
  }
  return [...byPage.values()];
}
