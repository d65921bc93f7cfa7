// Levels of the headings of a text that has no type to tell them: by their numbers, and by the order in which
// kinds of number appear within each other (I. above A. above 1. above 1.1).

import { firstLine, type Piece, pieceText } from "./pieces.ts";

/** A kind of heading, and its place in a row of its kind. */
type Kind = { readonly name: "roman" | "letter" | "number" | "capitals" | "annex"; readonly parts: number };

const roman = /^[IVXL]{1,6}[.)]?(?:\s*[-–—:])?\s+\p{Lu}/u;
const letter = /^([A-Z])[.)](?:\s*[-–—:])?\s+\p{Lu}/u;
const annex = /^(?:annex(?:e|es)?|appendix|appendices|anexos?|apéndices?|apêndices?)(?![\p{L}-])/iu;
const isCapitals = (text: string) => !/\p{Ll}/u.test(text) && /\p{Lu}{4}/u.test(text);

function kindOf(piece: Piece, before: string | null): Kind | null {
  const text = pieceText(piece);
  if (piece.number !== undefined) return { name: "number", parts: piece.number.split(".").length };
  if (annex.test(text)) return { name: "annex", parts: 1 };
  const own = letter.exec(text)?.[1];
  // C, D, I, L, V and X are letters where the letter before them headed the section before.
  const follows = own !== undefined && before !== null && own.charCodeAt(0) === before.charCodeAt(0) + 1;
  if (own !== undefined && (follows || !/[IVXL]/.test(own))) return { name: "letter", parts: 1 };
  if (roman.test(text)) return { name: "roman", parts: 1 };
  return isCapitals(text) ? { name: "capitals", parts: 1 } : null;
}

/**
 * Gives the headings of plain text their levels; those whose type or marks (`##`) tell keep theirs. A kind of
 * number stands within another where that one goes on behind it, and beside it where it does not.
 *
 * @param pieces all of the document, kinds decided; levels are changed
 */
export function outlineHeadings(pieces: readonly Piece[]): void {
  const headings = pieces.filter((piece) => piece.kind === "heading" && isBare(piece));
  let before: string | null = null;
  const kinds = headings.map((piece) => {
    const kind = kindOf(piece, before);
    if (kind?.name === "letter") before = letter.exec(pieceText(piece))?.[1] ?? null;
    else if (kind?.name === "roman") before = null;
    return kind;
  });
  const last = new Map(kinds.map((kind, i) => [kind?.name, i]));
  let open: Kind["name"][] = [];
  let depth = 0;
  for (const [i, piece] of headings.entries()) {
    const kind = kinds[i]!;
    if (kind === null) {
      // Without number: below the numbered heading above it.
      piece.level = depth + 1;
      continue;
    }
    if (kind.name === "annex") open = [];
    else {
      const known = open.indexOf(kind.name);
      if (known >= 0) open = open.slice(0, known + 1);
      else open = [...open.filter((name) => (last.get(name) ?? -1) > i), kind.name];
    }
    // Capitals without number, such as a title, are no section that what follows without number stands in.
    piece.level = Math.max(1, open.length) + kind.parts - 1;
    depth = kind.name === "capitals" || kind.name === "annex" ? piece.level - 1 : piece.level;
  }
}

const isBare = (piece: Piece) =>
  firstLine(piece).heading === undefined && !/^(?:#|\*\*|[►▶➤])/u.test(pieceText(piece));
