import { failAll, ok, type Problem, problem, type Result } from "#kernel";
import type { IndexObservation } from "./index-run.ts";

/** Observations laid out as one dense array for each indicator; NaN where there is no value. */
export type ObservationGrid = {
  readonly areas: readonly string[];
  /** `[null]` where the data have no periods. */
  readonly periods: readonly (string | null)[];
  /** By indicator; the cell of an area and period is `period position × areas + area position`. */
  readonly values: ReadonlyMap<string, Float64Array>;
  /** Standard errors, for indicators that have any; NaN where there is none. */
  readonly errors?: ReadonlyMap<string, Float64Array>;
};

/**
 * Lays observations out by indicator, area and period, or lists every one that cannot be placed.
 *
 * Meaning: rows of other indicators are left aside, periods included; only their areas still belong to the
 * set, so that an area without any value shows as missing and does not vanish. Areas and periods are
 * sorted, so that the order of the rows changes nothing, to the bit.
 *
 * @param areasAsked areas that belong to the set even without a row
 * @param only areas whose rows count, `null` for all; positions in messages are those of all rows
 *
 * Cost: two passes over the rows; 12 bytes for each cell of indicators × areas × periods.
 */
export function observationGrid(
  observations: readonly IndexObservation[],
  indicators: readonly string[],
  areasAsked: readonly string[] = [],
  only: ReadonlySet<string> | null = null,
): Result<ObservationGrid> {
  const wanted = new Map(indicators.map((id) => [id, 0]));
  const areaSet = new Set<string>(areasAsked);
  const periodSet = new Set<string | null>();
  for (const { area, indicator, period } of observations) {
    if (only !== null && !only.has(area)) continue;
    areaSet.add(area);
    const rows = wanted.get(indicator);
    if (rows === undefined) continue;
    wanted.set(indicator, rows + 1);
    periodSet.add(period);
  }
  if (![...wanted.values()].some((rows) => rows > 0))
    return failAll([
      problem(
        "securities.no-observations",
        `None of the ${observations.length} observations belongs to an indicator of the definition (${indicators.slice(0, 5).join(", ")}${indicators.length > 5 ? ", …" : ""})${only === null ? "" : ` and to one of its reference areas (${[...only].slice(0, 5).join(", ")}${only.size > 5 ? ", …" : ""})`}. Check that the data and the definition use the same ids of indicators${only === null ? "" : " and codes of areas"}.`,
      ),
    ]);
  if (periodSet.has(null) && periodSet.size > 1) {
    const position = observations.findIndex(
      ({ area, indicator, period }) =>
        period === null && wanted.has(indicator) && (only === null || only.has(area)),
    );
    return failAll([
      problem(
        "securities.periods-mixed",
        `Observation ${position + 1} (${observations[position]!.area}, ${observations[position]!.indicator}) has no period while others have one. It cannot be told which scores it belongs to; give all observations a period, or none.`,
        { field: `observations[${position}].period` },
      ),
    ]);
  }
  const areas = [...areaSet].sort();
  const periods = [...periodSet].sort();
  const areaAt = new Map(areas.map((area, i) => [area, i]));
  const periodAt = new Map(periods.map((period, i) => [period, i]));
  const cells = areas.length * periods.length;
  const values = new Map(indicators.map((id) => [id, new Float64Array(cells).fill(Number.NaN)]));
  const rowOf = new Map(indicators.map((id) => [id, new Int32Array(cells)]));

  const problems: Problem[] = [];
  const errors = new Map<string, Float64Array>();
  for (const [position, { area, indicator, period, value, standardError }] of observations.entries()) {
    const column = values.get(indicator);
    if (column === undefined || (only !== null && !only.has(area))) continue;
    const cell = periodAt.get(period)! * areas.length + areaAt.get(area)!;
    const rows = rowOf.get(indicator)!;
    const place = `${area}, ${indicator}${period === null ? "" : `, ${period}`}`;
    if (rows[cell] !== 0)
      problems.push(
        problem(
          "securities.observation-duplicate",
          `Observation ${position + 1} (${place}) is there already as observation ${rows[cell]}. Which of the two counts cannot be guessed; keep one value for each area, indicator and period.`,
          { field: `observations[${position}]` },
        ),
      );
    rows[cell] = position + 1;
    if (value === null) continue;
    if (!Number.isFinite(value))
      problems.push(
        problem(
          "securities.value-not-finite",
          `Observation ${position + 1} (${place}) is ${value}, not a finite number. Correct it, or give null with the reason why the value is missing.`,
          { field: `observations[${position}].value` },
        ),
      );
    column[cell] = value;
    if (standardError === undefined || standardError === null) continue;
    if (!Number.isFinite(standardError) || standardError < 0)
      problems.push(
        problem(
          "securities.standard-error-invalid",
          `Observation ${position + 1} (${place}) has the standard error ${standardError}. It is a number of at least 0, in the unit of the value; correct it, or leave it out where it is not known.`,
          { field: `observations[${position}].standardError` },
        ),
      );
    const known = errors.get(indicator) ?? new Float64Array(cells).fill(Number.NaN);
    errors.set(indicator, known);
    known[cell] = standardError;
  }
  if (problems.length > 0) return failAll(problems);
  return ok({ areas, periods, values, ...(errors.size > 0 && { errors }) });
}
