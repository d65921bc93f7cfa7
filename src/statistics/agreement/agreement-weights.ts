import type { Category } from "./rating-table.ts";

/**
 * How much two unequal ratings still agree: `identity` not at all; `linear` and `quadratic` by their distance
 * or its square as a share of the longest distance; `ordinal` by the pairs of categories between them; or a
 * table of one's own with 1 for equal categories and 0 for the worst pair.
 *
 * Distances are between the categories where all of them are numbers, else between their places.
 */
export type AgreementWeights =
  | "identity"
  | "linear"
  | "quadratic"
  | "ordinal"
  | readonly (readonly number[])[];

/** The weights as disagreements, row by row, 0 for equal categories; null where a table of one's own is none. */
export function disagreements(
  weights: AgreementWeights,
  categories: readonly Category[],
): Float64Array | null {
  const size = categories.length;
  const table = new Float64Array(size * size);
  if (typeof weights !== "string") {
    if (weights.length !== size) return null;
    for (const [k, row] of weights.entries()) {
      if (row.length !== size || row[k] !== 1 || row.some((weight) => !(weight >= 0 && weight <= 1)))
        return null;
      for (const [l, weight] of row.entries()) table[k * size + l] = 1 - weight;
    }
    return table;
  }
  const numbers = categories.every((category) => typeof category === "number");
  const score = categories.map((category, place) => (numbers ? (category as number) : place));
  const longest = Math.max(...score) - Math.min(...score);
  for (let k = 0; k < size; k++)
    for (let l = 0; l < size; l++) {
      if (k === l) continue;
      const distance = Math.abs(score[k]! - score[l]!) / longest;
      const steps = Math.abs(k - l);
      table[k * size + l] = {
        identity: 1,
        linear: distance,
        quadratic: distance * distance,
        ordinal: (steps * (steps + 1)) / (size * (size - 1)),
      }[weights];
    }
  return table;
}
