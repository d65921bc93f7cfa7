// The observations of two runs laid over one another, so that a grid can be made of any mixture of them.

import type { IndexObservation } from "../index-run.ts";
import type { ObservationGrid } from "../observation-grid.ts";

/** Which of the two runs something is taken from: 0 the earlier, 1 the later. */
export type Side = 0 | 1;

/** The observations of one of two runs, and what they are about. */
export type SideObservations = {
  /** The areas the run was made over. */
  readonly areas: readonly string[];
  /** The periods of the run; `[null]` where it has none. */
  readonly periods: readonly (string | null)[];
  /** One for each area, series and period, chosen by the run's own rules. */
  readonly observations: readonly IndexObservation[];
  /** The same data chosen by the other run's rules; absent where both choose alike. */
  readonly chosenLikeTheOther?: readonly IndexObservation[] | undefined;
};

/** From which run each thing is taken; `values` may differ from series to series. */
export type GridPick = {
  readonly areas: Side;
  readonly periods: Side;
  readonly choice: Side;
  readonly values: (series: string) => Side;
};

/** Cells of a series that both runs know and in which they differ. */
export type ChangedCells = {
  readonly series: string;
  readonly new: number;
  readonly changed: number;
  readonly withdrawn: number;
};

export type PairedObservations = {
  /**
   * A grid of the areas of one run and the periods of one run. A cell that only one run knows, since the
   * other lacks its area, its period or its whole series, has that run's value whatever is asked for.
   */
  grid(pick: GridPick, series: readonly string[]): ObservationGrid;
  /** Cells that differ between the data of the two runs, chosen by the rules of the one or of the other. */
  readonly changed: readonly ChangedCells[];
  /** Cells that differ between the two rules of choice over the same data. */
  readonly chosenOtherwise: number;
};

/** By side of the data and side of the rules; over all areas and periods of both. */
type Columns = readonly [readonly [Column, Column], readonly [Column, Column]];
type Column = ReadonlyMap<string, Float64Array>;

/**
 * Lays the observations of two runs over one another.
 *
 * Two runs of one period each are laid period on period, whatever these are called: what is another year's
 * value is then a changed value, and not a period of its own.
 *
 * Cost: one pass over the observations, 8 bytes for each cell of both runs and each series, twice that where
 * rules of choice differ.
 */
export function pairObservations(from: SideObservations, to: SideObservations): PairedObservations {
  const sides = [from, to] as const;
  const isOneOnOne = from.periods.length === 1 && to.periods.length === 1;
  const periodKeys = sides.map(({ periods }) => periods.map((period) => (isOneOnOne ? null : period)));
  const areas = [...new Set([...from.areas, ...to.areas])].sort();
  const periods = [...new Set(periodKeys.flat())].sort();
  const areaAt = new Map(areas.map((area, i) => [area, i]));
  const periodAt = new Map(periods.map((period, i) => [period, i]));
  const cells = areas.length * periods.length;

  const columnsOf = (side: Side, rows: readonly IndexObservation[]): Column => {
    const columns = new Map<string, Float64Array>();
    const own = new Set(sides[side].areas);
    const ownPeriods = new Set(sides[side].periods);
    for (const { area, indicator, period, value } of rows) {
      let column = columns.get(indicator);
      if (column === undefined) {
        column = new Float64Array(cells).fill(Number.NaN);
        columns.set(indicator, column);
      }
      if (value === null || !own.has(area) || !ownPeriods.has(period)) continue;
      column[periodAt.get(isOneOnOne ? null : period)! * areas.length + areaAt.get(area)!] = value;
    }
    return columns;
  };
  const own = [columnsOf(0, from.observations), columnsOf(1, to.observations)] as const;
  const crossed = sides.map(({ chosenLikeTheOther }, i) =>
    chosenLikeTheOther ? columnsOf(i as Side, chosenLikeTheOther) : own[i as Side],
  );
  const columns: Columns = [
    [own[0], crossed[0]!],
    [crossed[1]!, own[1]],
  ];
  const known = sides.map((side, i) => {
    const ownAreas = new Set(side.areas);
    const knownAreas = areas.map((area) => ownAreas.has(area));
    const knownPeriods = periods.map((period) => periodKeys[i]!.includes(period));
    return (cell: number) =>
      knownAreas[cell % areas.length]! && knownPeriods[Math.floor(cell / areas.length)]!;
  });

  const changed = [...own[0].keys()].flatMap((series): readonly ChangedCells[] => {
    const counts = { series, new: 0, changed: 0, withdrawn: 0 };
    if (!own[1].has(series) && !crossed[1]!.has(series)) return [];
    // Chosen like the earlier run, and where that sees no difference like the later one.
    const pairs = [
      [own[0].get(series), crossed[1]!.get(series)],
      [crossed[0]!.get(series), own[1].get(series)],
    ] as const;
    for (let cell = 0; cell < cells; cell++) {
      if (!known[0]!(cell) || !known[1]!(cell)) continue;
      for (const [first, second] of pairs) {
        const [before, after] = [first?.[cell] ?? Number.NaN, second?.[cell] ?? Number.NaN];
        if (Object.is(before, after) || before === after) continue;
        if (Number.isNaN(before)) counts.new += 1;
        else if (Number.isNaN(after)) counts.withdrawn += 1;
        else counts.changed += 1;
        break;
      }
    }
    return counts.new + counts.changed + counts.withdrawn > 0 ? [counts] : [];
  });
  // A cell in which the two choices differ over the data of both runs counts once.
  const otherwise = new Set<string>();
  for (const side of [0, 1] as const) {
    if (own[side] === crossed[side]) continue;
    for (const [series, column] of own[side])
      for (let cell = 0; cell < cells; cell++)
        if (known[side]!(cell) && !Object.is(column[cell], crossed[side]!.get(series)?.[cell] ?? Number.NaN))
          otherwise.add(`${series}/${cell}`);
  }

  const grid = (pick: GridPick, series: readonly string[]): ObservationGrid => {
    const gridAreas = sides[pick.areas].areas;
    const gridPeriods = periodKeys[pick.periods]!;
    const values = new Map<string, Float64Array>();
    for (const id of series) {
      const column = new Float64Array(gridAreas.length * gridPeriods.length).fill(Number.NaN);
      const first = pick.values(id);
      const order = [first, (1 - first) as Side].filter((side) => own[side].has(id));
      for (const [p, period] of gridPeriods.entries())
        for (const [a, area] of gridAreas.entries()) {
          const cell = periodAt.get(period)! * areas.length + areaAt.get(area)!;
          const side = order.find((one) => known[one]!(cell));
          if (side === undefined) continue;
          column[p * gridAreas.length + a] = columns[side][pick.choice].get(id)?.[cell] ?? Number.NaN;
        }
      values.set(id, column);
    }
    return { areas: gridAreas, periods: sides[pick.periods].periods, values };
  };
  return { grid, changed, chosenOtherwise: otherwise.size };
}
