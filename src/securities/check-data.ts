// What the steps of a definition need of the data: series, areas, one unit. Values themselves are checked
// where they are laid out.

import { type Problem, problem } from "#kernel";
import type { IndexDefinition } from "./index-definition.ts";
import type { IndexObservation } from "./index-run.ts";

/** Series and areas that the steps of a definition need and the data do not have. */
export function absentSeries(
  definition: IndexDefinition,
  observations: readonly IndexObservation[],
  areas: readonly string[],
  only: ReadonlySet<string> | null,
): readonly Problem[] {
  const wanted = new Set(definition.nodes.flatMap(({ steps }) => steps?.denominator ?? []));
  if (wanted.size > 0)
    for (const { area, indicator } of observations)
      if (only === null || only.has(area)) wanted.delete(indicator);
  const problems: Problem[] = [];
  for (const { id, steps } of definition.nodes) {
    if (steps === null) continue;
    if (steps.denominator !== null && wanted.has(steps.denominator))
      problems.push(
        problem(
          "securities.series-absent",
          `"${id}" is to be divided by the series "${steps.denominator}", of which the data have no row, so that no area would have a value. Add the series to the data, or correct its name.`,
          { field: `${id}.denominator` },
        ),
      );
    const rule = steps.normalisation ?? definition.normalisation;
    if (rule.method === "distance-to-reference" && !areas.includes(rule.area))
      problems.push(
        problem(
          "securities.series-absent",
          `"${id}" is measured from the area "${rule.area}", of which the data have no row. Add the area to the data, or name another.`,
          { field: `${id}.normalisation.area` },
        ),
      );
  }
  return problems;
}

/**
 * A problem for each series that is given in two units, at the first row of the second.
 *
 * @param only areas whose rows count; `null`: all
 */
export function changedUnits(
  observations: readonly IndexObservation[],
  series: ReadonlySet<string>,
  only: ReadonlySet<string> | null,
): readonly Problem[] {
  const units = new Map<string, { readonly unit: string; readonly place: string }>();
  const problems = new Map<string, Problem>();
  for (const [position, { area, indicator, period, unit }] of observations.entries()) {
    if (!unit || (only !== null && !only.has(area))) continue;
    const first = units.get(indicator);
    if (first?.unit === unit || problems.has(indicator) || !series.has(indicator)) continue;
    const place = `${area}${period === null ? "" : `, ${period}`}`;
    if (first === undefined) units.set(indicator, { unit, place });
    else
      problems.set(
        indicator,
        problem(
          "securities.units-mixed",
          `"${indicator}" is given in ${first.unit} (${first.place}) and in ${unit} (${place}). Figures of two units on one scale would rank areas by their unit; convert one of them, or make an indicator of each.`,
          { field: `observations[${position}].unit` },
        ),
      );
  }
  return [...problems.values()];
}
