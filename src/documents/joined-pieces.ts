// Mends what pages and scanners tore: paragraphs that go on after a page break or a note, numbers and
// labels that stand in a column before their paragraphs, labels that lost their shape.

import { type Problem, problem } from "#kernel";
import { hasLeader, headingLevel, isCaption, isFootnote } from "./headings.ts";
import { repairLabels, repairNumbers } from "./label-sequence.ts";
import type { Marker } from "./markers.ts";
import { beginsLower, endsSentence, isHanging } from "./markers.ts";
import { firstLine, lastLine, type Piece, pieceText } from "./pieces.ts";
import { outlineHeadings } from "./text-outline.ts";

type Joined = { readonly pieces: readonly Piece[]; readonly warnings: readonly Problem[] };

/** What neither begins nor ends a paragraph. */
const passesBy: ReadonlySet<Piece["kind"]> = new Set([
  "page-furniture",
  "table-row",
  "table-cell",
  "footnote",
]);

/** “b. Data sources” begins in lower case and goes on with nothing. */
const lowerLabel = /^[a-z]{1,2}[.)]\s/;
/** Types of one paragraph differ by so much at most. */
const sameType = 0.6;

function continues(open: Piece, next: Piece): boolean {
  if (next.marker !== null) return false;
  // An item tagged anew on the next page may be the rest of one.
  if (firstLine(next).bullet || (firstLine(next).beginsItem && !firstLine(next).seam)) return false;
  const text = lastLine(open).text;
  if (hasLeader(text) || hasLeader(pieceText(next)) || lowerLabel.test(firstLine(next).text)) return false;
  const [before, after] = [lastLine(open).size, firstLine(next).size];
  if (before !== undefined && after !== undefined && Math.abs(before - after) > sameType) return false;
  const lower = beginsLower(pieceText(next));
  if (!endsSentence(text)) return lower || isHanging(text);
  // "etc." or "Inc." before a page break: a page hardly ever begins a paragraph in lower case.
  return lower && firstLine(next).seam && !/[:;]$/.test(text);
}

function goesOn(note: Piece, next: Piece): boolean {
  const [before, after] = [lastLine(note), firstLine(next)];
  if (before.page === null || after.page !== before.page + 1) return false;
  return !endsSentence(before.text) && !/^[\d*†‡⁰¹²³⁴-⁹]/u.test(after.text);
}

const isCaptionOf = (piece: Piece) =>
  piece.kind === "paragraph" &&
  firstLine(piece).heading == null &&
  (firstLine(piece).isCaption === true || (isCaption(pieceText(piece)) && piece.lines.length <= 3));

/** Words of a drawing: few, and in other type than the paragraph they interrupt. */
function isScrap(piece: Piece, open: Piece, after: Piece | null): boolean {
  const [before, own] = [lastLine(open).size, firstLine(piece).size];
  if (before === undefined || own === undefined || after === null || firstLine(piece).heading != null)
    return false;
  return Math.abs(before - own) > sameType && piece.lines.length <= 3 && pieceText(piece).length <= 80;
}

/** Joins pieces and decides the last kinds; the input pieces are changed. */
export function joinPieces(pieces: readonly Piece[]): Joined {
  const kept: Piece[] = [];
  const warnings: Problem[] = [];
  const waiting: Piece[] = [];
  let open: Piece | null = null;
  let note: Piece | null = null;
  let depth = 0;

  const giveUp = () => {
    for (const stray of waiting.splice(0))
      warnings.push(
        problem(
          "documents.label-unattached",
          `“${stray.marker?.printed}” stands by itself and no paragraph was found for it.`,
          placeOf(stray),
        ),
      );
  };

  for (const [i, piece] of pieces.entries()) {
    const after = pieces[i + 1] ?? null;
    const before = kept[kept.length - 1] ?? null;
    if (piece.kind === "footnote") {
      // A note that went on at the foot of the next page.
      if (note !== null && goesOn(note, piece)) {
        note.lines.push(...piece.lines);
        note.parts.push(...piece.parts);
        continue;
      }
      note = piece;
    }
    if (passesBy.has(piece.kind)) {
      kept.push(piece);
      continue;
    }
    const interrupts: boolean = open !== null && !endsSentence(lastLine(open).text);
    if (piece.kind === "stray-marker") {
      waiting.push(piece);
      continue;
    }
    if (isFootnote(piece, after, interrupts)) {
      piece.kind = "footnote";
      piece.marker = null;
      kept.push(piece);
      continue;
    }
    // Captions, and the words in charts, stand between the parts of a paragraph and belong to none.
    if (piece.marker === null && waiting.length === 0 && isCaptionOf(piece)) {
      kept.push(piece);
      continue;
    }
    if (open !== null && interrupts && isScrap(piece, open, after)) {
      kept.push(piece);
      continue;
    }
    if (open !== null && firstLine(piece).heading == null && continues(open, piece)) {
      open.lines.push(...piece.lines);
      open.parts.push(...piece.parts);
      continue;
    }
    const own = waiting.length === 1 && headsAlone(piece, waiting[0]!, after) ? waiting[0]! : null;
    if (own !== null) piece.marker = own.marker;
    const level = waiting.length > 0 && own === null ? null : headingLevel(piece, before, after, depth);
    if (level === null && own !== null) piece.marker = null;
    if (level !== null) {
      if (own !== null) {
        waiting.pop();
        piece.attached = true;
      }
      piece.kind = "heading";
      piece.level = level;
      if (piece.marker?.style === "number") {
        depth = level;
        piece.number = piece.marker.value;
      }
      open = null;
      kept.push(piece);
      continue;
    }
    if (piece.marker !== null && waiting.length > 0) giveUp();
    if (piece.marker === null && waiting.length > 0) attach(piece, waiting);
    else if (piece.marker?.style === "number") piece.number = piece.marker.value;
    open = piece;
    kept.push(piece);
  }
  giveUp();
  labelRuns(kept, warnings);
  fillNumbers(kept, warnings);
  outlineHeadings(kept);
  return { pieces: kept, warnings };
}

/**
 * “4.” by itself and then the title of section 4, as text layers of scanned pages have it. In a list the next
 * number would follow.
 */
function headsAlone(piece: Piece, stray: Piece, after: Piece | null): boolean {
  if (piece.marker !== null || firstLine(piece).heading !== undefined) return false;
  if (stray.marker?.style !== "number" || after === null) return false;
  return !(after.marker?.style === "number" && Number(after.marker.value) === Number(stray.marker.value) + 1);
}

/** Gives the first waiting label to a paragraph; numbers of a column are repaired together, once. */
function attach(piece: Piece, waiting: Piece[]): void {
  const stray = waiting[0]!;
  if (stray.marker?.style === "number" && stray.number === undefined) {
    const column = waiting.filter((other) => other.marker?.style === "number");
    const repaired = repairNumbers(column.map((other) => other.marker!.value));
    for (const [k, other] of column.entries()) other.number = repaired[k]!;
  }
  waiting.shift();
  piece.marker = stray.marker;
  piece.attached = true;
  piece.kind = stray.marker?.style === "number" ? "paragraph" : "list-item";
  if (stray.number !== undefined) piece.number = stray.number;
}

const placeOf = (piece: Piece) => {
  const page = firstLine(piece).page;
  return page === null ? undefined : { page };
};

/** Normalises the labels of each list; a list ends at a heading, a numbered paragraph or a new beginning. */
function labelRuns(pieces: readonly Piece[], warnings: Problem[]): void {
  let run: Piece[] = [];
  const close = () => {
    const printed = run.map((piece) => (piece.marker as Marker).value);
    const labels = repairLabels(printed);
    for (const [k, piece] of run.entries()) {
      piece.label = labels[k] === "" ? `(${printed[k]})` : `(${labels[k]})`;
      if (labels[k]!.toLowerCase() !== printed[k]!.toLowerCase())
        warnings.push(
          problem(
            "documents.label-repaired",
            `The label printed as “${piece.marker!.printed}” is read as “${piece.label}”, because the labels around it run in that order.`,
            placeOf(piece),
          ),
        );
    }
    run = [];
  };
  for (const piece of pieces) {
    if (piece.kind === "heading" || (piece.kind === "paragraph" && piece.number !== undefined)) close();
    else if (piece.kind === "paragraph" && /:$/.test(lastLine(piece).text)) close();
    else if (piece.kind === "list-item" && piece.marker?.style === "parenthesis") {
      if (run.length > 0 && beginsAnew(piece.marker.value, run)) close();
      run.push(piece);
    }
  }
  close();
}

/**
 * Paragraphs between number 4 and number 9 that have no number are 5 to 8 where there are exactly four of
 * them, and stay without number where there are more or fewer.
 */
function fillNumbers(pieces: readonly Piece[], warnings: Problem[]): void {
  let last: number | null = null;
  let without: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind !== "paragraph") continue;
    if (piece.number === undefined) {
      without.push(piece);
      continue;
    }
    const number = /^\d+$/.test(piece.number) ? Number(piece.number) : null;
    if (last !== null && number !== null && without.length > 0 && number - last - 1 === without.length)
      for (const [k, lost] of without.entries()) {
        lost.number = String(last + 1 + k);
        warnings.push(
          problem(
            "documents.label-repaired",
            `A paragraph without number between ${last} and ${number} is read as number ${lost.number}.`,
            placeOf(lost),
          ),
        );
      }
    last = number;
    without = [];
  }
}

function beginsAnew(value: string, run: readonly Piece[]): boolean {
  if (/^[aA1]$/.test(value)) return true;
  return /^[iI]$/.test(value) && !/^[hH]$/.test(run[run.length - 1]!.marker!.value) && run.length !== 8;
}
