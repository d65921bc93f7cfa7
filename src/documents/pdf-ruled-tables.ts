// Tables of PDF pages without tags: grids of drawn lines or shades that enclose words, and rules that break at
// the edges of columns. Where several grids lie over each other, what is drawn counts before what is shaded.

import type { DrawnLine } from "./pdf-drawn-lines.ts";
import type { PageTable } from "./pdf-tables.ts";
import type { Glyphs, PageLine } from "./pdf-words.ts";

/** Lines of one wall differ by so much at most; so far may lines fall short of each other. */
const near = 3;
const mostColumns = 40;
const mostRows = 300;
/** Share of a cell's side that must be drawn to be a wall. */
const wallShare = 0.6;
/** Share of the frame that must be drawn. */
const frameShare = 0.9;
/** Share that one outer wall must at least have. */
const openShare = 0.1;
/** Share of runs of words that may cross a wall. */
const crossingShare = 0.05;

/** What stands behind the entries of a table of contents. */
const pageNumber = /^(?:\d{1,3}|[ivxlc]{1,6})$/i;
const fewestRows = 2;

/**
 * Whether a page may hold a table: its words jump up, or stay level, and to the right at least twice to
 * the same place, as the second cells of rows do and columns of text, charts and contents hardly ever. Asking
 * for the drawing of a page costs as much as reading its words, so that only such pages are asked.
 */
export function mayHoldTable(lines: readonly PageLine[]): boolean {
  const seen = new Map<number, number>();
  let isInRow = false;
  for (let i = 1; i < lines.length; i++) {
    const [a, b] = [lines[i - 1]!, lines[i]!];
    const wasInRow = isInRow;
    isInRow = b.y >= a.y - 2 && b.x >= a.x + 8;
    if (!isInRow || (!wasInRow && pageNumber.test(b.text))) continue;
    const key = Math.round(b.x / 3);
    for (const place of [key - 1, key, key + 1]) {
      const count = (seen.get(place) ?? 0) + 1;
      if (count >= fewestRows) return true;
      seen.set(place, count);
    }
  }
  return false;
}

/** The tables that drawn lines make, from the top of the page downwards. */
export function ruledTables(
  lines: readonly DrawnLine[],
  glyphs: readonly Glyphs[],
  page: number,
): readonly PageTable[] {
  const drawn = gridsOf(
    lines.filter(({ isEdge }) => !isEdge),
    glyphs,
  );
  // Shades behind cells hide the grid that is drawn; where none is drawn, they are the grid.
  const shaded = gridsOf(lines, glyphs).filter((grid) => !drawn.some((other) => isOver(grid, other)));
  const ruled = openGrids(lines, glyphs).filter(
    (grid) => ![...drawn, ...shaded].some((other) => isOver(grid, other)),
  );
  return [...drawn, ...shaded, ...ruled]
    .sort((a, b) => b.ys[0]! - a.ys[0]!)
    .map((grid) => tableOf(grid, page));
}

const gridsOf = (lines: readonly DrawnLine[], glyphs: readonly Glyphs[]): readonly Grid[] =>
  connected(lines)
    .flatMap((group) => {
      const grid = gridOf(group, false);
      if (grid === null) return [];
      // Walls between the heads alone stand for walls all the way down, where no word crosses them.
      const open = gridOf(group, true)!;
      return open.cells > grid.cells && isClear(open, glyphs, 0) ? open : grid;
    })
    .filter((grid) => isClear(grid, glyphs));

/** Rules that begin and end together and break at the same places: rows without walls. */
function openGrids(lines: readonly DrawnLine[], glyphs: readonly Glyphs[]): readonly Grid[] {
  const floors = linesAt(
    lines.filter(({ horizontal }) => horizontal),
    placesOf(lines.filter(({ horizontal }) => horizontal)).reverse(),
  ).map((floor) => floor.toSorted((a, b) => a.from - b.from));
  const grids: Grid[] = [];
  let rows: DrawnLine[][] = [];
  const close = () => {
    const grid = openGridOf(rows);
    if (grid !== null && isClear(grid, glyphs)) grids.push(grid);
    rows = [];
  };
  for (const floor of floors) {
    const first = rows[0];
    if (first && (!isNear(leftOf(first), leftOf(floor)) || !isNear(rightOf(first), rightOf(floor)))) {
      // A rule of another width inside a table belongs to what stands in its cells.
      if (leftOf(floor) > leftOf(first) && rightOf(floor) < rightOf(first)) continue;
      close();
    }
    rows.push(floor);
  }
  close();
  return grids;
}

const isNear = (a: number, b: number) => Math.abs(a - b) <= near * 2;
const leftOf = (floor: readonly DrawnLine[]) => floor[0]!.from;
const rightOf = (floor: readonly DrawnLine[]) => Math.max(...floor.map(({ to }) => to));

/** Share of the rules that must break at the edge of a column. */
const breakShare = 0.6;

function openGridOf(rows: readonly (readonly DrawnLine[])[]): Grid | null {
  if (rows.length < 3 || rows.length > mostRows) return null;
  const breaks = rows.flatMap((floor) =>
    floor.slice(1).flatMap((line, i) => (isNear(floor[i]!.to, line.from) ? [line.from] : [])),
  );
  const inner = placesAmong(breaks).filter(
    (x) =>
      rows.filter((floor) => floor.some(({ from }) => isNear(from, x))).length >= rows.length * breakShare,
  );
  if (inner.length === 0 || inner.length >= mostColumns) return null;
  const xs = [leftOf(rows[0]!), ...inner, Math.max(...rows.map(rightOf))];
  const ys = rows.map((floor) => floor[0]!.at);
  return gridOfFields(xs, ys);
}

/** A grid whose fields are cells of their own. */
const gridOfFields = (xs: readonly number[], ys: readonly number[]): Grid => ({
  xs,
  ys,
  cells: (xs.length - 1) * (ys.length - 1),
  cellAt: (row, column) => row * (xs.length - 1) + column,
});

const isOver = (a: Grid, b: Grid) =>
  a.xs[0]! < b.xs[b.xs.length - 1]! &&
  b.xs[0]! < a.xs[a.xs.length - 1]! &&
  a.ys[0]! > b.ys[b.ys.length - 1]! &&
  b.ys[0]! > a.ys[a.ys.length - 1]!;

type Grid = {
  /** Walls from left to right, floors from the top downwards. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** The cell that a field of the grid belongs to: the first of the fields that no wall parts. */
  readonly cellAt: (row: number, column: number) => number;
  readonly cells: number;
};

/** Lines that meet, directly or over others. */
function connected(lines: readonly DrawnLine[]): readonly (readonly DrawnLine[])[] {
  const parents = lines.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  };
  const horizontal = [...lines.keys()].filter((i) => lines[i]!.horizontal);
  const vertical = [...lines.keys()].filter((i) => !lines[i]!.horizontal);
  for (const h of horizontal)
    for (const v of vertical) {
      const [a, b] = [lines[h]!, lines[v]!];
      if (b.at < a.from - near || b.at > a.to + near || a.at < b.from - near || a.at > b.to + near) continue;
      parents[root(h)] = root(v);
    }
  const groups = new Map<number, DrawnLine[]>();
  for (const [i, line] of lines.entries()) {
    const group = groups.get(root(i));
    if (group) group.push(line);
    else groups.set(root(i), [line]);
  }
  return [...groups.values()].filter((group) => group.length >= 6);
}

const placesOf = (lines: readonly DrawnLine[]) => placesAmong(lines.map(({ at }) => at));

function placesAmong(all: readonly number[]): number[] {
  const places: number[] = [];
  for (const at of all.toSorted((a, b) => a - b))
    if (places.length === 0 || at - places[places.length - 1]! > near) places.push(at);
  return places;
}

const linesAt = (lines: readonly DrawnLine[], places: readonly number[]) =>
  places.map((at) => lines.filter((line) => Math.abs(line.at - at) <= near));

/** How much of a stretch the lines of one place cover, from 0 to 1. */
function coverage(lines: readonly DrawnLine[], from: number, to: number): number {
  const parts = lines
    .map((line) => [Math.max(line.from, from), Math.min(line.to, to)] as const)
    .filter(([start, end]) => end > start)
    .sort(([a], [b]) => a - b);
  let covered = 0;
  let reached = from;
  for (const [start, end] of parts) {
    covered += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return covered / Math.max(to - from, 1);
}

/** @param isOpen walls that are not drawn stand all the same */
function gridOf(lines: readonly DrawnLine[], isOpen: boolean): Grid | null {
  const horizontal = lines.filter((line) => line.horizontal);
  const vertical = lines.filter((line) => !line.horizontal);
  const xs = placesOf(vertical);
  const ys = placesOf(horizontal).reverse();
  if (xs.length < 3 || ys.length < 3 || xs.length > mostColumns || ys.length > mostRows) return null;
  const [left, right, top, bottom] = [xs[0]!, xs[xs.length - 1]!, ys[0]!, ys[ys.length - 1]!];
  const walls = linesAt(vertical, xs);
  const floors = linesAt(horizontal, ys);
  const levels = [floors[0]!, floors[floors.length - 1]!].map((floor) => coverage(floor, left, right));
  const sides = [walls[0]!, walls[walls.length - 1]!].map((wall) => coverage(wall, bottom, top));
  if (Math.min(...levels) < frameShare || Math.max(...sides) < frameShare) return null;
  // Programs leave out the outer wall of some rows: a part of it shows where it runs.
  if (Math.min(...sides) < openShare) return null;
  const columns = xs.length - 1;
  const first = Array.from({ length: columns * (ys.length - 1) }, (_, i) => i);
  const cellOf = (i: number): number => (first[i] === i ? i : cellOf(first[i]!));
  const join = (a: number, b: number) => {
    const [x, y] = [cellOf(a), cellOf(b)];
    first[Math.max(x, y)] = Math.min(x, y);
  };
  for (let r = 0; r + 1 < ys.length; r++)
    for (let c = 0; c < columns; c++) {
      const at = r * columns + c;
      if (c > 0 && !isOpen && coverage(walls[c]!, ys[r + 1]!, ys[r]!) < wallShare) join(at - 1, at);
      if (r > 0 && coverage(floors[r]!, xs[c]!, xs[c + 1]!) < wallShare) join(at - columns, at);
    }
  const cells = new Set(first.map((_, i) => cellOf(i))).size;
  return { xs, ys, cells, cellAt: (row, column) => cellOf(row * columns + column) };
}

/** The field of the grid that a point lies in. */
function fieldAt({ xs, ys }: Grid, x: number, y: number): readonly [row: number, column: number] | null {
  const column = xs.findLastIndex((wall) => wall <= x);
  const row = ys.findLastIndex((floor) => floor >= y);
  return column < 0 || row < 0 || column === xs.length - 1 || row === ys.length - 1 ? null : [row, column];
}

/** Where a run begins, a little inside and above its baseline. */
const startField = (grid: Grid, { x, y, size }: Glyphs) => fieldAt(grid, x + 1, y + size * 0.3);

/** At least two rows and columns hold words, most fields are cells of their own, words stay in their cells. */
function isClear(grid: Grid, glyphs: readonly Glyphs[], mayCross = crossingShare): boolean {
  const fields = (grid.xs.length - 1) * (grid.ys.length - 1);
  if (grid.cells < 4 || grid.cells * 2 < fields) return false;
  const rows = new Set<number>();
  const columns = new Set<number>();
  let inside = 0;
  let crossing = 0;
  for (const glyph of glyphs) {
    if (glyph.text.trim() === "") continue;
    const start = startField(grid, glyph);
    if (start === null) continue;
    inside++;
    rows.add(start[0]);
    columns.add(start[1]);
    const end = fieldAt(grid, glyph.x + glyph.width - near, glyph.y + glyph.size * 0.3);
    if (end === null || grid.cellAt(...end) !== grid.cellAt(...start)) crossing++;
  }
  return rows.size >= 2 && columns.size >= 2 && crossing <= inside * mayCross;
}

/** Rows of different pages differ by their numbers, so that a table can go on. */
const rowsPerPage = 1_000;

function tableOf(grid: Grid, page: number): PageTable {
  const columns = grid.xs.length - 1;
  return {
    signature: grid.xs.map((x) => Math.round(x / 4)).join(" "),
    drawn: { top: grid.ys[0]!, bottom: grid.ys[grid.ys.length - 1]! },
    placeOf: (glyph) => {
      const field = startField(grid, glyph);
      if (field === null) return null;
      const cell = grid.cellAt(...field);
      return [page * rowsPerPage + Math.floor(cell / columns), cell % columns];
    },
  };
}
