// Straight horizontal and vertical lines that a PDF page draws, from the engine's list of operations: lines,
// edges of rectangles, and rectangles so thin that they are lines.

/** A straight stroke along x (`horizontal`) or y; `at` is its place on the other axis. y grows upwards. */
export type DrawnLine = {
  readonly horizontal: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** The edge of a filled area, such as the shade behind a cell: seen less than drawn. */
  readonly isEdge?: true;
};

/** Names of operations, as the engine numbers them. */
export type Operations = Readonly<
  Record<
    | "save"
    | "restore"
    | "transform"
    | "constructPath"
    | "endPath"
    | "fill"
    | "eoFill"
    | "paintFormXObjectBegin"
    | "paintFormXObjectEnd",
    number
  >
>;

export type OperatorList = {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
};
export type Matrix = readonly [number, number, number, number, number, number];

/** Drawings and maps have more lines than any table: they are no tables. */
const mostLines = 4_000;
const shortestLine = 4;
/** Strokes and thin boxes are at most so thick. */
const thickest = 3;

const identity: Matrix = [1, 0, 0, 1, 0, 0];
export const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];

/** Plain or typed array of six numbers. */
export function matrixOf(value: unknown): Matrix | null {
  if (typeof value !== "object" || value === null || !("length" in value)) return null;
  const parts = Array.from(value as ArrayLike<unknown>).slice(0, 6);
  return parts.length === 6 && parts.every((part) => typeof part === "number")
    ? (parts as unknown as Matrix)
    : null;
}

/**
 * The lines of a page, or none where it draws so many that it is a picture.
 *
 * @param bottom y of the page's lower edge, taken off
 */
export function drawnLines(
  { fnArray, argsArray }: OperatorList,
  ops: Operations,
  bottom: number,
): readonly DrawnLine[] {
  const lines: DrawnLine[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = identity;
  for (const [i, operation] of fnArray.entries()) {
    const args = argsArray[i];
    switch (operation) {
      case ops.save:
        saved.push(matrix);
        break;
      case ops.paintFormXObjectBegin:
        saved.push(matrix);
        matrix = times(matrix, (Array.isArray(args) ? matrixOf(args[0]) : null) ?? identity);
        break;
      case ops.restore:
      case ops.paintFormXObjectEnd:
        matrix = saved.pop() ?? identity;
        break;
      case ops.transform:
        matrix = times(matrix, matrixOf(args) ?? identity);
        break;
      case ops.constructPath: {
        // A path that is only clipped to, or dropped, is not seen.
        const [painted, paths] = Array.isArray(args) ? (args as readonly unknown[]) : [];
        const path: unknown = Array.isArray(paths) ? paths[0] : null;
        if (painted === ops.endPath || !(path instanceof Float32Array)) break;
        linesOfPath(path, matrix, bottom, lines, painted === ops.fill || painted === ops.eoFill);
        break;
      }
    }
    if (lines.length > mostLines) return [];
  }
  return lines;
}

/** Pictures of pages fill them; a logo does not. */
const coveredShare = 0.4;

/**
 * Whether something that is no path is drawn over a large part of the page: a picture. The engine is told to
 * leave pictures out, so that only the frame they were to be drawn in is left in the list.
 *
 * @param area of the page
 */
export function coversPage({ fnArray, argsArray }: OperatorList, ops: Operations, area: number): boolean {
  const saved: Matrix[] = [];
  let matrix: Matrix = identity;
  for (const [i, operation] of fnArray.entries()) {
    const args = argsArray[i];
    if (operation === ops.save) saved.push(matrix);
    else if (operation === ops.restore) matrix = saved.pop() ?? identity;
    else if (operation === ops.transform) {
      matrix = times(matrix, matrixOf(args) ?? identity);
      if (Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) >= area * coveredShare) return true;
    }
  }
  return false;
}

/** How many numbers follow each step of a path: move, line, curve, quadratic curve, close. */
const lengths = [2, 2, 6, 4, 0] as const;

function linesOfPath(
  path: ArrayLike<number>,
  matrix: Matrix,
  bottom: number,
  lines: DrawnLine[],
  isFilled: boolean,
): void {
  let start: readonly [number, number] = [0, 0];
  let current = start;
  let corners: (readonly [number, number])[] = [];
  const flush = () => {
    addFigure(corners, lines, isFilled);
    corners = [];
  };
  for (let i = 0; i < path.length && lines.length <= mostLines; ) {
    const step = path[i]!;
    const length = lengths[step];
    if (length === undefined) break;
    const [x, y] = [path[i + length - 1]!, path[i + length]!];
    const point: readonly [number, number] = [
      matrix[0] * x + matrix[2] * y + matrix[4],
      matrix[1] * x + matrix[3] * y + matrix[5] - bottom,
    ];
    if (step === 0) {
      flush();
      start = point;
      current = point;
      corners = [point];
    } else if (step === 4) {
      corners.push(start);
      current = start;
      flush();
    } else {
      // A curve breaks the figure: rounded boxes keep their straight sides.
      if (step !== 1) flush();
      if (corners.length === 0 && step === 1) corners.push(current);
      corners.push(point);
      current = point;
    }
    i += length + 1;
  }
  flush();
}

function addFigure(
  corners: readonly (readonly [number, number])[],
  lines: DrawnLine[],
  isFilled: boolean,
): void {
  if (corners.length < 2) return;
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (corners.length >= 4 && (high - low <= thickest || right - left <= thickest)) {
    addLine([left, (low + high) / 2], [right, (low + high) / 2], lines);
    addLine([(left + right) / 2, low], [(left + right) / 2, high], lines);
    return;
  }
  for (let i = 1; i < corners.length; i++) addLine(corners[i - 1]!, corners[i]!, lines, isFilled);
}

function addLine(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  lines: DrawnLine[],
  isFilled = false,
): void {
  const edge = isFilled ? { isEdge: true as const } : {};
  const [dx, dy] = [Math.abs(x1 - x2), Math.abs(y1 - y2)];
  if (!Number.isFinite(dx + dy)) return;
  if (dy < 0.5 && dx >= shortestLine)
    lines.push({
      horizontal: true,
      at: (y1 + y2) / 2,
      from: Math.min(x1, x2),
      to: Math.max(x1, x2),
      ...edge,
    });
  else if (dx < 0.5 && dy >= shortestLine)
    lines.push({
      horizontal: false,
      at: (x1 + x2) / 2,
      from: Math.min(y1, y2),
      to: Math.max(y1, y2),
      ...edge,
    });
}
