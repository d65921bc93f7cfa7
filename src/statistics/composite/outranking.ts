/** A weighted column that goes into a node. */
export type WeightedColumn = { readonly values: Float64Array; readonly weight: number };

/**
 * How strongly each unit outranks each other one: the share of the weight of the columns in which it is
 * higher, a tie counting half.
 *
 * Meaning: entry `i·n + j` is between 0 and 1, and the entries of a pair sum to 1; the diagonal is 0. Only
 * columns in which both units have a value count for a pair; without any the entry is NaN.
 *
 * Cost: units² × columns; memory 8 bytes a pair.
 *
 * @param columns of one length, weights above 0
 * @returns shares of the weight, row by row
 * @limits Counts who is ahead, not by how much.
 * @source Munda and Nardo (2009), Noncompensatory/nonlinear composite indicators for ranking countries,
 *   Applied Economics 41(12)
 * @example
 * Array.from(outranking([{ values: Float64Array.of(2, 1), weight: 1 }])) // => [0, 1, 0, 0]
 */
export function outranking(columns: readonly WeightedColumn[]): Float64Array {
  const units = columns[0]?.values.length ?? 0;
  const matrix = new Float64Array(units * units);
  for (let i = 0; i < units; i++)
    for (let j = i + 1; j < units; j++) {
      let [won, total] = [0, 0];
      for (const { values, weight } of columns) {
        const [a, b] = [values[i]!, values[j]!];
        if (Number.isNaN(a) || Number.isNaN(b)) continue;
        total += weight;
        if (a > b) won += weight;
        else if (a === b) won += weight / 2;
      }
      const share = total === 0 ? Number.NaN : won / total;
      matrix[i * units + j] = share;
      matrix[j * units + i] = 1 - share;
    }
  return matrix;
}

/**
 * Copeland scores of an outranking matrix: pairs in which a unit has more than half of the weight, less
 * those in which it has less than half. A half within 1e-12 is a draw, so that sums of weights that differ
 * by rounding do not decide. A unit that can be compared with no other has no score.
 *
 * @param matrix as `outranking` gives it
 * @param units how many
 * @returns whole numbers from −(units − 1) to units − 1, NaN without a comparison
 * @limits Ties are frequent, and one unit more or less can turn an order round.
 * @source Munda and Nardo (2009), Noncompensatory/nonlinear composite indicators for ranking countries,
 *   Applied Economics 41(12)
 * @example
 * Array.from(outrankingScores(Float64Array.of(0, 1, 0, 0), 2)) // => [1, -1]
 */
export function outrankingScores(matrix: Float64Array, units: number): Float64Array {
  const scores = new Float64Array(units);
  for (let i = 0; i < units; i++) {
    let [score, compared] = [0, 0];
    for (let j = 0; j < units; j++) {
      const share = matrix[i * units + j]!;
      if (i === j || Number.isNaN(share)) continue;
      compared += 1;
      if (Math.abs(share - 0.5) > 1e-12) score += share > 0.5 ? 1 : -1;
    }
    scores[i] = compared === 0 ? Number.NaN : score;
  }
  return scores;
}
