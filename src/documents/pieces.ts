// Cuts lines into pieces: each one heading, paragraph, list item, table row, note or stray label. Joining
// what a page break tore apart is the next step (`joined-pieces.ts`).

import type { Line } from "./lines.ts";
import { endsSentence, type Marker, readMarker } from "./markers.ts";

type PieceKind =
  | "heading"
  | "paragraph"
  | "list-item"
  | "table-row"
  | "table-cell"
  | "footnote"
  | "page-furniture"
  | "stray-marker";

/** Under construction, hence writable; leaves this folder only as a `Block`. */
export type Piece = {
  kind: PieceKind;
  readonly lines: Line[];
  /** UTF-16 offsets of the text without its marker, one pair per unbroken stretch. */
  readonly parts: [start: number, end: number][];
  marker: Marker | null;
  /** The marker stood elsewhere and was attached. */
  attached?: boolean;
  level?: number;
  label?: string;
  number?: string;
};

const enumerationGoesOn = /(?:[,;:]|\b(?:and|or|et|ou|y|o|e))$/iu;
const isTabRow = ({ text, isNumbered }: Line) => text.includes("\t") && isNumbered === undefined;

/** @param label the marker before: of the piece itself, or by itself on the line before the piece */
function beginsPiece(
  line: Line,
  marker: Marker | null,
  previous: Line,
  piece: Piece,
  label: Marker | null,
): boolean {
  if (line.cell || previous.cell) return !isSameCell(line, previous);
  if (line.gap || line.seam) return true;
  if (line.role !== previous.role || line.heading !== previous.heading) return true;
  // Notes at the foot of a page follow each other without space.
  if (line.role === "footnote" && /^\d{1,3}\s*\D/.test(line.text) && endsSentence(previous.text)) return true;
  if (isTabRow(line) || piece.kind === "table-row") return true;
  if (line.isNumbered || line.beginsItem) return true;
  if (marker === null) return piece.kind === "stray-marker";
  if (line.heading != null) return false;
  const settled = endsSentence(previous.text) || enumerationGoesOn.test(previous.text);
  switch (marker.style) {
    case "bullet":
      return settled || piece.marker?.style === "bullet";
    case "parenthesis":
      if (/^[a-z0-9]/i.test(marker.value)) return settled || follows(label, marker);
      // A broken label is believed inside a list or right behind the words that lead to one.
      return settled && (label?.style === "parenthesis" || previous.text.endsWith(":"));
    case "number":
      return follows(piece.marker, marker) || (settled && piece.marker?.style === "number");
  }
}

const isSameCell = ({ cell: a, page }: Line, { cell: b, page: other }: Line) =>
  a?.table === b?.table && a?.row === b?.row && a?.column === b?.column && page === other;

/** (b) after (a), 4 after 3: a successor is believed even where the item before lacks its full stop. */
function follows(before: Marker | null, after: Marker): boolean {
  if (before === null || before.style !== after.style) return false;
  const [a, b] = [before.value, after.value];
  if (/^\d+$/.test(a) && /^\d+$/.test(b)) return Number(b) === Number(a) + 1;
  return a.length === 1 && b.length === 1 && b.charCodeAt(0) === a.charCodeAt(0) + 1;
}

/** A label by itself right before the last piece, which is its paragraph. */
function strayBefore(pieces: readonly Piece[]): Marker | null {
  const before = pieces[pieces.length - 2];
  return before?.kind === "stray-marker" ? before.marker : null;
}

/** Lines to pieces, each still whole within its page, kinds decided as far as one piece tells. */
export function piecesOf(lines: readonly Line[]): Piece[] {
  const pieces: Piece[] = [];
  let current: Piece | null = null;
  let previous: Line | null = null;
  for (const line of lines) {
    const marker = line.role === undefined && !line.cell ? readMarker(line.text) : null;
    const label: Marker | null = current?.marker ?? strayBefore(pieces);
    if (current === null || previous === null || beginsPiece(line, marker, previous, current, label)) {
      current = newPiece(line, marker);
      pieces.push(current);
    } else {
      current.lines.push(line);
      const part = current.parts[current.parts.length - 1]!;
      // A bullet alone on its line: the text begins on the next one.
      if (part[0] >= part[1]) part[0] = line.start;
      part[1] = line.end;
      if (current.kind === "stray-marker")
        current.kind = current.marker?.style === "number" ? "paragraph" : "list-item";
    }
    previous = line;
  }
  return pieces;
}

/** “2.5” alone in the body's type of a PDF is a value in a chart; a section's number stands before its title. */
const isValue = (line: Line, marker: Marker) =>
  line.size !== undefined &&
  line.heading == null &&
  marker.alone &&
  marker.style === "number" &&
  !marker.printed.endsWith(".");

function newPiece(line: Line, read: Marker | null): Piece {
  const marker = read !== null && isValue(line, read) ? null : read;
  const kind: PieceKind =
    line.role ??
    (line.cell
      ? "table-cell"
      : isTabRow(line)
        ? "table-row"
        : marker === null
          ? line.beginsItem
            ? "list-item"
            : "paragraph"
          : marker.alone && marker.style !== "bullet"
            ? "stray-marker"
            : marker.style === "number"
              ? "paragraph"
              : "list-item");
  const own = kind === "table-row" || marker === null ? 0 : Math.min(marker.length, line.text.length);
  return {
    kind,
    ...(kind === "list-item" && line.depth !== undefined && line.depth > 1 ? { level: line.depth } : {}),
    lines: [line],
    parts: [[Math.min(line.start + own, line.end), line.end]],
    marker: kind === "table-row" ? null : marker,
  };
}

export const pieceText = (piece: Piece): string => piece.lines.map((line) => line.text).join(" ");
export const lastLine = (piece: Piece): Line => piece.lines[piece.lines.length - 1]!;
export const firstLine = (piece: Piece): Line => piece.lines[0]!;
