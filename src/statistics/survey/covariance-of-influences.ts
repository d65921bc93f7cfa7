import type { Result } from "#kernel";
import { unexplained } from "./calibration.ts";
import type { SampleDesign } from "./sample-design.ts";
import { type UnitTotals, type VarianceOptions, varianceOfTotals } from "./variance-of-totals.ts";

/**
 * Influences row by row, weighted and summed by the units that hold rows of a domain.
 *
 * Cost: one pass over the rows for each influence.
 *
 * @param inside rows that take part have 0 or more
 * @param influences of each row before weighting
 */
export function unitTotals(
  design: SampleDesign,
  inside: Int32Array,
  influences: readonly Float64Array[],
): UnitTotals {
  const last = design.stages[design.stages.length - 1]!;
  const place = new Int32Array(last.units).fill(-1);
  for (let row = 0; row < inside.length; row++) if (inside[row]! >= 0) place[design.unitOfRow[row]!] = 0;
  let units = 0;
  for (let unit = 0; unit < last.units; unit++) if (place[unit] === 0) place[unit] = units++;
  const unit = new Int32Array(units);
  for (let of = 0; of < last.units; of++) if (place[of]! >= 0) unit[place[of]!] = of;
  const columns = influences.length;
  const totals = new Float64Array(units * columns);
  for (const [j, values] of influences.entries())
    for (let row = 0; row < inside.length; row++)
      if (inside[row]! >= 0)
        totals[place[design.unitOfRow[row]!]! * columns + j]! += design.weights[row]! * values[row]!;
  return { unit, totals, columns };
}

/**
 * Covariances of estimates from their influences row by row.
 *
 * @param inside rows that take part have 0 or more
 * @param influences 0 outside
 */
export function covarianceOfInfluences(
  design: SampleDesign,
  inside: Int32Array,
  influences: readonly Float64Array[],
  options: VarianceOptions,
): Result<Float64Array> {
  const { calibration } = design;
  if (calibration === undefined)
    return varianceOfTotals(design, unitTotals(design, inside, influences), options);
  // What a column explains of a domain spreads over all rows.
  const rest = influences.map((influence) => unexplained(calibration, influence));
  return varianceOfTotals(design, unitTotals(design, new Int32Array(design.rows), rest), options);
}
