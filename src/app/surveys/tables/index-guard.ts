// Which cells of an index whoever does not see the rows may see. A score is no variable of the dictionary: what is
// withheld is decided here, group by group of one variable.

import type { MicroScore } from "#securities";
import type { CellGuard } from "./cell-guard.ts";
import type { CodedVariable } from "./coded-column.ts";

export type ScoreRows = {
  /** 1 for the rows that count. */
  readonly inside: Uint8Array;
  readonly by: CodedVariable | null;
  /** Opened variables that are items of the index. */
  readonly items: readonly CodedVariable[];
  /** How many items of a score are not opened: what they hold nobody knows. */
  readonly unopened: number;
};

type Tally = { valid: number; below: number };

/** What may be seen of one score: by level of the groups (−1: all), its mean and its share below the line. */
export type ScoreGuard = (level: number, measure: "mean" | "share-below") => boolean;

const isClosed = (state: ReturnType<CellGuard["stateOf"]>): boolean => state !== "open" && state !== "empty";

/**
 * The decision on one score.
 *
 * A mean is withheld where the group is, or where too few have the score; a share in addition where too few lie on
 * one side of the line. Where one group is withheld another goes with it, so that all less the others gives nothing
 * back. A score of few different values says as much by its mean as by its share. And where all items of a score
 * but one are known from tables, the mean would tell of that one: it is withheld where cells of that item are.
 */
export function scoreGuard(
  guard: CellGuard,
  score: Pick<MicroScore, "values">,
  rows: ScoreRows,
  deficitBelow: number,
): ScoreGuard {
  const { by, minimum } = { by: rows.by, minimum: guard.minimumCases };
  const groups = by === null ? 0 : by.levels.length;
  // The last group is no answer: it is never shown and counts among what is taken off the whole.
  const tallies: Tally[] = Array.from({ length: groups + 2 }, () => ({ valid: 0, below: 0 }));
  const whole = tallies[groups + 1]!;
  const distinct = new Set<number>();
  for (let row = 0; row < rows.inside.length; row++) {
    const value = score.values[row]!;
    if (rows.inside[row] === 0 || Number.isNaN(value)) continue;
    if (distinct.size <= fewValues) distinct.add(value);
    const code = by?.codes[row] ?? -1;
    for (const tally of [whole, ...(by === null ? [] : [tallies[code < 0 ? groups : code]!])]) {
      tally.valid += 1;
      if (value < deficitBelow) tally.below += 1;
    }
  }
  const isFew = (count: number) => count > 0 && count < minimum;
  const closedGroup = (level: number) =>
    isFew(tallies[level]!.valid) ||
    isClosed(guard.stateOf(cellOf(level), null)) ||
    tellsOfItem(guard, cellOf(level), rows);
  const cellOf = (level: number): ReadonlyMap<string, string | null> =>
    by === null || level > groups
      ? new Map()
      : new Map([[by.variable.name, level === groups ? null : by.levels[level]!.code]]);
  const closedShare = (level: number) => {
    const { valid, below } = tallies[level]!;
    return closedGroup(level) || isFew(below) || isFew(valid - below);
  };
  const means = withComplements(tallies, groups, closedGroup, minimum);
  const shares = withComplements(tallies, groups, (level) => means.has(level) || closedShare(level), minimum);
  const isCoarse = distinct.size <= fewValues;
  return (level, measure) => {
    const at = level < 0 ? groups + 1 : level;
    return !(measure === "share-below" || isCoarse ? shares : means).has(at);
  };
}

/** A score of so many different values or fewer is a category. */
const fewValues = 5;

/** Closed groups, and the smallest others until the whole less the open ones gives no closed one back. */
function withComplements(
  tallies: readonly Tally[],
  groups: number,
  isClosedAt: (level: number) => boolean,
  minimum: number,
): ReadonlySet<number> {
  const withheld = new Set<number>();
  if (isClosedAt(groups + 1)) withheld.add(groups + 1);
  if (groups === 0) return withheld;
  const levels = Array.from({ length: groups + 1 }, (_, level) => level);
  const filled = levels.filter((level) => tallies[level]!.valid > 0);
  for (const level of levels) if (tallies[level]!.valid > 0 && isClosedAt(level)) withheld.add(level);
  const parts = () => filled.filter((level) => withheld.has(level));
  const open = filled
    .filter((level) => !withheld.has(level))
    .sort((a, b) => tallies[a]!.valid - tallies[b]!.valid);
  const isEnough = () => {
    const own = parts();
    const cases = own.reduce((sum, level) => sum + tallies[level]!.valid, 0);
    return own.length === 0 || withheld.has(groups + 1) || (own.length > 1 && cases >= minimum);
  };
  while (!isEnough() && open.length > 0) withheld.add(open.shift()!);
  // Where there is no other group, the whole is the group.
  if (!isEnough()) withheld.add(groups + 1);
  return withheld;
}

/** Whether a single item of the score has a withheld cell in a group, and all others are known from tables. */
function tellsOfItem(
  guard: CellGuard,
  cell: ReadonlyMap<string, string | null>,
  { items, unopened }: ScoreRows,
): boolean {
  if (unopened > 0) return false;
  const withheld = items.filter(
    ({ variable, levels }) =>
      !cell.has(variable.name) &&
      [...levels.map(({ code }) => code), null].some((code) =>
        isClosed(guard.stateOf(new Map([...cell, [variable.name, code]]), null)),
      ),
  );
  return withheld.length === 1;
}
