import { pairedCodes } from "./paired-codes.ts";
import { lastStage, type SampleDesign } from "./sample-design.ts";
import type { Codes } from "./survey-table.ts";

/**
 * What is summed: numbers as they are, or one column for each level of a category, 1 where a row has it.
 */
export type SummedVariable =
  | { readonly kind: "number"; readonly values: Float64Array }
  | { readonly kind: "levels"; readonly codes: Int32Array; readonly levels: number };

/**
 * Sums over the rows of each sampling unit in each domain: all that an estimator needs to know of the rows.
 * Any engine that can group can make them.
 *
 * A *cell* is a unit of the last stage with rows in a domain. Cells of one domain lie together, in ascending
 * order of the unit.
 */
export type DomainSums = {
  readonly domains: number;
  /** Columns summed: one for a number, one for each level of a category. */
  readonly columns: number;
  /** Place of the first cell of each domain, and after the last the number of cells. */
  readonly start: Int32Array;
  readonly unit: Int32Array;
  readonly cases: Int32Array;
  /** Sum of the weights of each cell. */
  readonly weight: Float64Array;
  /** Sum of weight × (value − centre), cells by columns. */
  readonly sums: Float64Array;
  /** What was taken off each column, so that few digits are lost in sums of squares. */
  readonly centre: Float64Array;
  /** Cell of each row, −1 for rows outside. */
  readonly cellOfRow: Int32Array;
};

const columnsOf = (variable: SummedVariable): number => (variable.kind === "number" ? 1 : variable.levels);

/**
 * The sums over units by domain.
 *
 * Cost: two passes to find the cells, one for the weights, one for each number and one for each category
 * whatever its number of levels; 4 bytes a row.
 *
 * @param domains domain of each row from 0, −1 for rows that take no part, such as rows without a value
 * @param centred whether numbers are taken less their weighted mean, which means and variances want and totals
 *   do not
 */
export function domainSums(
  design: SampleDesign,
  domains: Codes,
  variables: readonly SummedVariable[],
  centred: boolean,
): DomainSums {
  const cells = pairedCodes(domains, { codes: design.unitOfRow, count: lastStage(design).units });
  const { weights } = design;
  const cellOfRow = cells.codes;
  const columns = variables.reduce((total, variable) => total + columnsOf(variable), 0);
  const cases = new Int32Array(cells.count);
  const weight = new Float64Array(cells.count);
  for (let row = 0; row < cellOfRow.length; row++) {
    const cell = cellOfRow[row]!;
    if (cell < 0) continue;
    cases[cell]! += 1;
    weight[cell]! += weights[row]!;
  }
  const start = new Int32Array(domains.count + 1);
  for (const domain of cells.first) start[domain + 1]! += 1;
  for (let domain = 0; domain < domains.count; domain++) start[domain + 1]! += start[domain]!;
  const sums = new Float64Array(cells.count * columns);
  const centre = new Float64Array(columns);
  let at = 0;
  for (const variable of variables) {
    if (variable.kind === "number") {
      const c = centred ? weightedCentre(variable.values, weights, cellOfRow) : 0;
      centre[at] = c;
      for (let row = 0; row < cellOfRow.length; row++) {
        const cell = cellOfRow[row]!;
        if (cell >= 0) sums[cell * columns + at]! += weights[row]! * (variable.values[row]! - c);
      }
    } else {
      for (let row = 0; row < cellOfRow.length; row++) {
        const cell = cellOfRow[row]!;
        if (cell >= 0) sums[cell * columns + at + variable.codes[row]!]! += weights[row]!;
      }
    }
    at += columnsOf(variable);
  }
  return {
    domains: domains.count,
    columns,
    start,
    unit: cells.second,
    cases,
    weight,
    sums,
    centre,
    cellOfRow,
  };
}

function weightedCentre(values: Float64Array, weights: Float64Array, cellOfRow: Int32Array): number {
  let sum = 0;
  let weight = 0;
  for (let row = 0; row < cellOfRow.length; row++) {
    if (cellOfRow[row]! < 0) continue;
    sum += weights[row]! * values[row]!;
    weight += weights[row]!;
  }
  return weight > 0 ? sum / weight : 0;
}
