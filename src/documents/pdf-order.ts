// Reading order within a page. The order in which a page was written is nearly always that in which it is
// read; what was written late and stands above what was written early (a box, a running head, a foot that came
// first) is put back in its place.

import type { PageLine } from "./pdf-words.ts";

/** Lines that were written one below the other, and the place they take. */
type Run = { readonly lines: PageLine[]; left: number; right: number; top: number; low: number };

/** More runs are a drawing with labels, whose order means nothing. */
const mostRuns = 400;
/** Lines further apart than so many type sizes are runs of their own. */
const farthest = 2.6;
/** Share of its width that a run must have above or below another to stand in the same column. */
const sharedWidth = 0.3;

/** The lines of a page, what stands above before what stands below it in the same column. */
export function inPlace(lines: readonly PageLine[]): readonly PageLine[] {
  const runs = runsOf(lines);
  if (runs.length < 2 || runs.length > mostRuns) return lines;
  const above: number[][] = runs.map(() => []);
  let isInOrder = true;
  for (const [i, run] of runs.entries())
    for (const [j, other] of runs.entries())
      if (i !== j && standsAbove(other, run)) {
        above[i]!.push(j);
        if (j > i) isInOrder = false;
      }
  if (isInOrder) return lines;
  // What stands above comes right before what it stands above, and pulls nothing else along: a column at whose
  // head nothing stands does not overtake the column beside it because of a running head that was written last.
  const placed: PageLine[] = [];
  const isPlaced = runs.map(() => false);
  const place = (index: number): void => {
    if (isPlaced[index]) return;
    isPlaced[index] = true;
    for (const other of above[index]!) place(other);
    placed.push(...runs[index]!.lines);
  };
  for (const index of runs.keys()) place(index);
  return placed;
}

function standsAbove(a: Run, b: Run): boolean {
  if (a.low < b.top) return false;
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return shared > sharedWidth * Math.min(a.right - a.left, b.right - b.left);
}

function runsOf(lines: readonly PageLine[]): readonly Run[] {
  const runs: Run[] = [];
  let run: Run | null = null;
  let previous: PageLine | null = null;
  for (const line of lines) {
    if (line.text === "") continue;
    if (run === null || previous === null || !goesOn(run, previous, line)) {
      run = { lines: [line], left: line.x, right: line.right, top: line.y + line.size, low: line.y };
      runs.push(run);
    } else {
      run.lines.push(line);
      run.left = Math.min(run.left, line.x);
      run.right = Math.max(run.right, line.right);
      run.top = Math.max(run.top, line.y + line.size);
      run.low = Math.min(run.low, line.y);
    }
    previous = line;
  }
  return runs;
}

function goesOn(run: Run, previous: PageLine, line: PageLine): boolean {
  if (previous.cell || line.cell) return previous.cell?.table === line.cell?.table;
  if ((previous.role?.kind === "note") !== (line.role?.kind === "note")) return false;
  const size = Math.max(previous.size, line.size);
  const down = previous.y - line.y;
  if (Math.abs(down) < 0.3 * size) return line.x >= previous.right;
  return down > 0 && down < farthest * size && line.x < run.right && line.right > run.left;
}
