// Tells headings and notes from paragraphs by shape: place, length, number, marks. Words and their
// meaning play no part, so that it works in any language.

import { beginsLower, endsSentence, isHanging } from "./markers.ts";
import { firstLine, lastLine, type Piece, pieceText } from "./pieces.ts";

const caption =
  /^[\W_]*(?:figure|table|box|chart|graph|map|tableau|graphique|encadré|carte|figura|tabla|cuadro|gráfico|recuadro|mapa|tabela|quadro|caixa)\s+[\dIVX]+/iu;
/** “Figure 3”, “Tableau 2”: what names a figure, box or table. */
export const isCaption = (text: string): boolean => caption.test(text);
/** Dots that lead to a page number in a table of contents. */
export const hasLeader = (text: string): boolean => leader.test(text);
const headingArrow = /^[►▶➤]\s+/u;
const leader = /(?:(?:\. ?){3,200}|…|\t)\s*(?:\d{0,4}|[ivxlc]{1,7})$/;
/** Articles and pronouns at the beginning of a sentence. */
const sentence =
  /^(?:the|an?|this|these|it|they|we|he|she|there|les?|la|l['’]\p{L}+|une?|des|ces?|cette|ils?|elles?|nous|on|el|los|las|unos?|unas?|est[aeo]s?|se|os?|as?|uma?s?|el[ae]s?|isto)\s/iu;
const wordCount = (text: string) => text.split(/\s+/).filter(Boolean).length;

/**
 * The level of the heading that a piece is, or null.
 *
 * @param depth level of the numbered heading above, 0 where there is none yet
 */
export function headingLevel(
  piece: Piece,
  before: Piece | null,
  after: Piece | null,
  depth: number,
): number | null {
  const head = firstLine(piece);
  const text = pieceText(piece);
  if (piece.kind !== "paragraph" && piece.kind !== "list-item") return null;
  if (text.length > 220 || caption.test(text) || leader.test(text)) return null;
  // Where sizes are known they decide: a short line of ordinary type is no heading.
  if (head.heading != null) return text.length > 110 && /[.;,]$/.test(text) ? null : head.heading;
  if (head.heading === null)
    return isNumberedTitle(piece, after) ? piece.marker!.value.split(".").length : null;
  if (piece.lines.length > 3 || text.length > 160) return null;
  if (isHanging(text)) return null;
  const standsAlone =
    (head.gap || head.seam || before === null) &&
    (after === null || firstLine(after).gap || firstLine(after).seam);
  if (!standsAlone) return null;

  const hashes = /^(#{1,6})\s+\S/.exec(text);
  if (hashes) return hashes[1]!.length;
  const isQuestion = /\?[*_¹²³⁰-⁹\s]*$/u.test(text);
  const endsOpen = isQuestion || !endsSentence(text);
  if (headingArrow.test(text)) return endsOpen ? 1 : null;
  if (piece.marker?.style === "number") {
    // A wrapped item of a list without full stops has a neighbour with the next number.
    if (!endsOpen || wordCount(text) > 18) return null;
    return piece.marker.value.split(".").length;
  }
  if (piece.marker !== null || after === null || piece.lines.length > 2) return null;
  if (/^\*\*[^*]+\*\*$/.test(text) && wordCount(text) <= 14) return depth + 1;
  // Scanners add full stops: a few words between numbered paragraphs are still a heading, a sentence is none.
  const betweenNumbers = after.marker?.style === "number" && before?.number !== undefined;
  if (betweenNumbers && /^\p{Lu}[^.:;!?]*\.$/u.test(text) && wordCount(text) <= 4 && !sentence.test(text))
    return depth + 1;
  if (!endsOpen || /[,–—-]$/.test(text) || text.length > 90 || wordCount(text) > 12) return null;
  if (beginsLower(text) || !/^[\p{Lu}¿¡"“«]/u.test(text) || /@|:\/\//.test(text)) return null;
  if (before !== null && before.kind === "paragraph" && !endsSentence(pieceText(before))) return null;
  return depth + 1;
}

/** “2.1 Context” in the type of the body: a number of two parts or more, few words, space around. */
function isNumberedTitle(piece: Piece, after: Piece | null): boolean {
  const { marker } = piece;
  if (marker?.style !== "number" || !marker.value.includes(".") || piece.lines.length > 1) return false;
  const words = firstLine(piece).text.slice(marker.length);
  if (!/^\p{Lu}\p{L}{2,}/u.test(words) || endsSentence(words) || isHanging(words)) return false;
  if (wordCount(words) > 12 || !firstLine(piece).gap || after === null) return false;
  // In a table of contents the number of a page follows.
  if (hasLeader(words) || /^(?:\d{1,4}|[ivxlc]{1,6})$/i.test(pieceText(after))) return false;
  return firstLine(after).gap || firstLine(after).seam;
}

/**
 * True for a note at the foot of a page: a superscript number, a number without its full stop beside a
 * sentence that the page break cut, or an asterisk at the end of a page.
 *
 * @param interrupts the running paragraph before it has no end yet
 */
export function isFootnote(piece: Piece, after: Piece | null, interrupts: boolean): boolean {
  const head = firstLine(piece);
  const text = pieceText(piece);
  const atFoot = after === null || firstLine(after).seam;
  if (/^[¹²³⁰-⁹]+\s*\S/u.test(text)) return true;
  if (/^\*(?!\*)\S[^*]*$/u.test(text)) return true;
  if (/^[*†‡]\s+\S/u.test(text)) return head.gap && atFoot && piece.lines.length <= 4;
  if (/^\d{1,3}\s+["“«]?\p{Lu}/u.test(text) && endsSentence(lastLine(piece).text))
    return interrupts && (head.seam || atFoot);
  return false;
}
