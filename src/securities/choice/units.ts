// A unit that changes makes numbers that look alike and are not: it stops a selection.

import { type Problem, problem } from "#kernel";
import type { CandidateObservation, ChosenCell } from "./selection-rule.ts";

const listedUnits = (units: ReadonlyMap<string, string>): string =>
  [...units].map(([unit, where]) => `${unit} (${where})`).join(", ");

/** One unit and where it was first met, for each unit that is stated. */
function unitsOf<T extends { readonly unit: string | null }>(
  items: readonly T[],
  where: (item: T) => string,
): ReadonlyMap<string, string> {
  const units = new Map<string, string>();
  for (const item of items)
    if (item.unit !== null && !units.has(item.unit)) units.set(item.unit, where(item));
  return units;
}

export const unitProblems = {
  /** Series of one source whose observations do not all have one unit. */
  ofSeries(indicator: string, candidates: readonly CandidateObservation[]): readonly Problem[] {
    const bySeries = new Map<string, CandidateObservation[]>();
    for (const one of candidates) {
      const key = `${one.source}, ${one.indicator}`;
      const own = bySeries.get(key);
      if (own) own.push(one);
      else bySeries.set(key, [one]);
    }
    return [...bySeries].flatMap(([series, own]) => {
      const units = unitsOf(own, ({ area, period, release }) => `first ${area} ${period} in ${release}`);
      return units.size < 2
        ? []
        : [
            problem(
              "securities.unit-changed",
              `The series ${series} for ${indicator} has ${units.size} units: ${listedUnits(units)}. Numbers of two units cannot stand in one column; import the series in one unit, or leave its source out of the rule.`,
            ),
          ];
    });
  },
  /** Values chosen for one indicator that do not all have one unit. */
  ofColumn(indicator: string, cells: readonly ChosenCell[]): readonly Problem[] {
    const valued = cells.filter(({ value }) => value !== null);
    const units = unitsOf(valued, ({ area, year, taken }) => `${taken?.source}, first ${area} ${year}`);
    return units.size < 2
      ? []
      : [
          problem(
            "securities.units-mixed",
            `The values chosen for ${indicator} have ${units.size} units: ${listedUnits(units)}. They would be compared as if they were one; take sources of one unit only.`,
          ),
        ];
  },
};
