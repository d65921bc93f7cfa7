// The exact minimiser of a linear support vector machine with squared hinge loss, over sparse rows.
// Knows vectors, signs and costs; what the signs mean is the business of the models.

import { packedRows } from "./labelled-rows.ts";
import { marginSystem } from "./margin-system.ts";
import type { MarginTask, RecordVectors } from "./margin-task.ts";
import type { TermRows } from "./term-rows.ts";

export type MarginProblem = MarginTask & { readonly vectors: RecordVectors };

export type MarginSolution = {
  /** Share of each labelled row in the weights; 0 for a row beyond the margin. */
  readonly shares: Float64Array;
  /** Weight of each shared term. */
  readonly weights: Float64Array;
  /** Weight of each direction; empty without directions. */
  readonly directionWeights: Float64Array;
  readonly intercept: number;
  /** What weights and intercept make of each record, labelled or not. */
  readonly scores: Float64Array;
  /** Products with the matrix that were needed. */
  readonly steps: number;
};

const mostRounds = 100;

/** Product of a row with weights of the shared terms. */
export function productOf(
  { starts, alone, columns, values }: TermRows,
  row: number,
  weights: Float64Array,
): number {
  let k = starts[row]!;
  const end = alone[row]!;
  // Two sums at a time: the processor need not wait for one addition before the next.
  let sum = (end - k) % 2 === 1 ? values[k]! * weights[columns[k++]!]! : 0;
  let other = 0;
  for (; k < end; k += 2) {
    sum += values[k]! * weights[columns[k]!]!;
    other += values[k + 1]! * weights[columns[k + 1]!]!;
  }
  return sum + other;
}

/** What weights make of a record, without the intercept. */
export function recordValue(
  { rows, directions }: RecordVectors,
  row: number,
  weights: Float64Array,
  directionWeights: Float64Array,
): number {
  let sum = productOf(rows, row, weights);
  if (directions !== null) {
    const at = row * directions.width;
    for (let a = 0; a < directions.width; a++) sum += directions.places[at + a]! * directionWeights[a]!;
  }
  return sum;
}

/**
 * The weights that minimise `½(|w|² + b²) + Σ cᵢ max(0, 1 − yᵢ(w·xᵢ + b))²`, exactly.
 *
 * With the rows inside the margin known, the minimum is one linear system over them,
 * `(X Xᵀ + 1 + diag(1/(2cᵢ))) β = y` with `w = Σ βᵢ xᵢ` and `b = Σ βᵢ`. It is solved by conjugate gradients
 * from a given start to the precision asked for, without ever forming the matrix. Rows that turn out to
 * lie beyond the margin (`yᵢ f(xᵢ) ≥ 1`) leave, those inside return, until nothing changes; where a whole
 * step would not lower the objective, the best point on the way is taken, so that it ends.
 *
 * Cost: some ten to twenty products of the labelled rows with a vector.
 *
 * @param problem vectors, signs, costs, precision and accuracy
 * @param start shares to begin with, for example those of the last fit
 * @returns shares, weights and intercept of the one minimiser, and the scores they give
 * @limits Every cost must be positive. With very large costs and rows that cannot be told apart, more than two
 *   thousand steps would be needed for full precision; it stops there.
 * @source Mangasarian (2002), A finite Newton method for classification; Keerthi and DeCoste (2005), JMLR 6;
 *   Hestenes and Stiefel (1952) for conjugate gradients
 */
export function leastSquaredHinge(problem: MarginProblem, start: Float64Array): MarginSolution {
  return marginLearner(problem.vectors)(problem, start);
}

/**
 * Fits one problem after another over the same records, each a little different from the last. What is packed,
 * the shares and the scores are kept: after one more judgement the margins to begin with are known already, for
 * the scores of the last fit hold the new record's as well.
 *
 * @param vectors all records
 * @returns a function that does what `leastSquaredHinge` does, from the last solution unless a start is given
 */
export function marginLearner(
  vectors: RecordVectors,
): (task: MarginTask, start?: Float64Array) => MarginSolution {
  const { rows, rowShare } = vectors;
  const pack = packedRows(rows);
  const scratch = new Float64Array(rows.shared);
  const lastShares = new Float64Array(rows.size);
  let lastLabelled = new Uint32Array(0);
  let lastScores = new Float64Array(rows.size);

  return (task, start) => {
    const { labelled, signs } = task;
    const packed = pack(labelled);
    const system = marginSystem(vectors, packed, task, scratch);
    let shares = start?.slice() ?? Float64Array.from(labelled, (row) => lastShares[row]!);
    for (const row of labelled) lastShares[row] = 0;
    // The share of a judgement that was taken back is still in the last scores.
    const areScoresOfStart = start === undefined && lastLabelled.every((row) => lastShares[row] === 0);
    lastShares.fill(0);
    const ownPart = (i: number) => rowShare * packed.own[i]! * shares[i]!;
    let margins = areScoresOfStart
      ? shares.map((_, i) => lastScores[labelled[i]!]! + ownPart(i))
      : system.fitted(shares);
    let inside = insideOf(margins, signs);
    let value = Number.POSITIVE_INFINITY;
    let steps = 0;
    let isSettled = false;
    for (let round = 0; round < mostRounds && !isSettled; round++) {
      const next = shares.map((share, i) => (inside[i] === 1 ? share : 0));
      const moved = next.some((share, i) => share !== shares[i]);
      steps += 1 + system.solve(next, inside, moved ? system.fitted(next) : margins);
      let found = system.fitted(next);
      const now = insideOf(found, signs);
      isSettled = now.every((is, i) => is === inside[i]);
      let taken = next;
      let reached = system.objective(next, found);
      if (!isSettled && reached >= value) {
        const share = system.bestOnTheWay(shares, margins, next, found);
        taken = next.map((one, i) => shares[i]! + share * (one - shares[i]!));
        found = found.map((one, i) => margins[i]! + share * (one - margins[i]!));
        reached = system.objective(taken, found);
      }
      shares = taken;
      margins = found;
      value = reached;
      inside = insideOf(margins, signs);
    }
    if (!isSettled) margins = system.fitted(shares);
    const intercept = sum(shares);
    const { weights, directionWeights } = system.weights();
    const scores = new Float64Array(rows.size).fill(Number.NaN);
    labelled.forEach((row, i) => {
      lastShares[row] = shares[i]!;
      scores[row] = margins[i]! - ownPart(i);
    });
    for (let row = 0; row < rows.size; row++)
      if (Number.isNaN(scores[row]!))
        scores[row] = recordValue(vectors, row, weights, directionWeights) + intercept;
    lastLabelled = labelled.slice();
    lastScores = scores;
    return { shares, weights, directionWeights, intercept, scores, steps };
  };
}

const sum = (values: Float64Array): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

const insideOf = (margins: Float64Array, signs: Float64Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(margins, (margin, i) => (signs[i]! * margin < 1 ? 1 : 0));
