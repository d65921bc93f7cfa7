// What a PDF page paints, each figure by the box around it.

import { type Matrix, matrixOf, type Operations, type OperatorList, times } from "./pdf-drawn-lines.ts";

/** The box around something painted; y grows upwards. */
export type Figure = {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
};

const identity: Matrix = [1, 0, 0, 1, 0, 0];
const mostFigures = 4_000;

/**
 * The boxes of all painted paths of a page, or none where there are so many that it is a picture.
 *
 * @param bottom y of the page's lower edge, taken off
 */
export function paintedFigures(
  { fnArray, argsArray }: OperatorList,
  operations: Operations,
  bottom: number,
): readonly Figure[] {
  const figures: Figure[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = identity;
  for (const [i, operation] of fnArray.entries()) {
    const args = argsArray[i];
    switch (operation) {
      case operations.save:
        saved.push(matrix);
        break;
      case operations.paintFormXObjectBegin:
        saved.push(matrix);
        matrix = times(matrix, (Array.isArray(args) ? matrixOf(args[0]) : null) ?? identity);
        break;
      case operations.restore:
      case operations.paintFormXObjectEnd:
        matrix = saved.pop() ?? identity;
        break;
      case operations.transform:
        matrix = times(matrix, matrixOf(args) ?? identity);
        break;
      case operations.constructPath: {
        const [painted, , box] = Array.isArray(args) ? (args as readonly unknown[]) : [];
        if (painted === operations.endPath || !(box instanceof Float32Array) || box.length < 4) break;
        figures.push(boxOf(box, matrix, bottom));
        break;
      }
    }
    if (figures.length > mostFigures) return [];
  }
  return figures;
}

function boxOf(box: Float32Array, [a, b, c, d, e, f]: Matrix, bottom: number): Figure {
  const [x1, y1, x2, y2] = [box[0]!, box[1]!, box[2]!, box[3]!];
  const corners = [
    [x1, y1],
    [x1, y2],
    [x2, y1],
    [x2, y2],
  ] as const;
  const xs = corners.map(([x, y]) => a * x + c * y + e);
  const ys = corners.map(([x, y]) => b * x + d * y + f - bottom);
  return { left: Math.min(...xs), right: Math.max(...xs), low: Math.min(...ys), high: Math.max(...ys) };
}
