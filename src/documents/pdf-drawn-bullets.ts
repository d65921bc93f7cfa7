// Bullets that are drawn and not written: browsers and some page programs paint a small dot before each item of a
// list. Without tags nothing in the text of the page tells where an item begins.

import { readMarker } from "./markers.ts";
import { type Figure, paintedFigures } from "./pdf-drawn-figures.ts";
import type { Operations, OperatorList } from "./pdf-drawn-lines.ts";
import type { PageLine } from "./pdf-words.ts";

/** A dot is about as high as wide, and much smaller than a letter is high. */
const leastDot = 0.12;
const largestDot = 0.62;
const roundness = 1.7;
/** It stands so many type sizes before the words at most, and about at half the height of a small letter. */
const farthest = 3;
const middle = 0.33;
const offMiddle = 0.3;
/** Pages with more small figures are maps and charts. */
const mostDots = 150;
/** Items are set in from the text by so many points. */
const [leastIndent, mostIndent] = [8, 70];
/** A left edge is shared by so many lines. */
const edgeLines = 3;

/** True where lines are set in together, without a mark: the drawing may tell why. */
export function mayHaveBullets(lines: readonly PageLine[]): boolean {
  const edges = new Map<number, number>();
  for (const { x, cell } of lines) if (!cell) edges.set(Math.round(x), (edges.get(Math.round(x)) ?? 0) + 1);
  const often = [...edges].flatMap(([x, count]) => (count >= edgeLines ? [x] : []));
  // On a page of a few lines the outermost shows the edge.
  const shared = often.length > 0 ? often : [Math.min(...edges.keys())];
  const isSetIn = (line: PageLine) =>
    shared.some((edge) => line.x - edge >= leastIndent && line.x - edge <= mostIndent);
  return lines.some((line, i) => {
    const next = lines[i + 1];
    if (line.cell || !isSetIn(line) || readMarker(line.text) !== null) return false;
    // The rest of a list on the next page may be one line.
    if (often.length === 0) return true;
    return next !== undefined && !next.cell && Math.abs(line.x - next.x) <= 1 && line.y > next.y;
  });
}

/** Marks the lines before which a dot is drawn. */
export function markBullets(
  lines: readonly PageLine[],
  drawing: OperatorList,
  operations: Operations,
  bottom: number,
): void {
  const dots = paintedFigures(drawing, operations, bottom).filter(isDot);
  if (dots.length === 0 || dots.length > mostDots) return;
  const found = lines.filter(
    (line) => !line.cell && readMarker(line.text) === null && dots.some((dot) => isBefore(dot, line)),
  );
  // One dot alone may be anything.
  const isAmongOthers = (line: PageLine) =>
    found.some((other) => other !== line && Math.abs(other.x - line.x) <= 1);
  for (const line of found)
    if (isAmongOthers(line) || line.text.split(/\s+/).length >= fewestWordsAlone) line.bullet = true;
}
const fewestWordsAlone = 5;

const isDot = ({ left, right, low, high }: Figure) => {
  const [width, height] = [right - left, high - low];
  return width > 0.8 && width < 9 && height > 0.8 && width / height < roundness && height / width < roundness;
};

function isBefore({ left, right, low, high }: Figure, line: PageLine): boolean {
  const { size } = line;
  const height = high - low;
  return (
    height >= leastDot * size &&
    height <= largestDot * size &&
    right <= line.x &&
    line.x - left <= farthest * size &&
    Math.abs((low + high) / 2 - (line.y + middle * size)) <= offMiddle * size
  );
}
