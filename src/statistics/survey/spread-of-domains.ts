import type { DomainSums, SummedVariable } from "./domain-sums.ts";

/**
 * Weighted sums of squared distances from the mean, domains by columns: `Σ w (y − ȳ)²`.
 *
 * Cost: one pass over the rows for each number; none for categories, whose shares give it.
 *
 * @param means of each domain, domains by columns
 */
export function squaredDistances(
  sums: DomainSums,
  variables: readonly SummedVariable[],
  weights: Float64Array,
  means: Float64Array,
): Float64Array {
  const { columns } = sums;
  const squares = new Float64Array(sums.domains * columns);
  const domainOf = new Int32Array(sums.unit.length);
  const weightOf = new Float64Array(sums.domains);
  for (let domain = 0; domain < sums.domains; domain++)
    for (let cell = sums.start[domain]!; cell < sums.start[domain + 1]!; cell++) {
      domainOf[cell] = domain;
      weightOf[domain]! += sums.weight[cell]!;
    }
  let at = 0;
  for (const variable of variables) {
    if (variable.kind === "number") {
      for (let row = 0; row < sums.cellOfRow.length; row++) {
        const cell = sums.cellOfRow[row]!;
        if (cell < 0) continue;
        const place = domainOf[cell]! * columns + at;
        const apart = variable.values[row]! - means[place]!;
        squares[place]! += weights[row]! * apart * apart;
      }
      at += 1;
    } else {
      for (let domain = 0; domain < sums.domains; domain++)
        for (let level = 0; level < variable.levels; level++) {
          const place = domain * columns + at + level;
          squares[place] = weightOf[domain]! * means[place]! * (1 - means[place]!);
        }
      at += variable.levels;
    }
  }
  return squares;
}
