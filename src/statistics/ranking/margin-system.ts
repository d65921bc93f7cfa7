// The linear system behind a support vector machine with squared hinge loss, over the labelled rows.

import type { LabelledRows } from "./labelled-rows.ts";
import type { MarginTask, RecordVectors } from "./margin-task.ts";

const mostSteps = 2_000;

const noPlaces = new Float64Array(0);

/**
 * `K = rowShare · X Xᵀ + directionShare · Z Zᵀ + 1` over the labelled rows, and what is done with it; `K` itself
 * is never formed.
 *
 * @param vectors all records
 * @param packed the labelled rows
 * @param task labelled records, signs, costs, and when to end
 * @param scratch room for a number for each shared term
 */
export function marginSystem(
  { rows, rowShare, directions }: RecordVectors,
  packed: LabelledRows,
  { labelled, signs, costs, precision, accuracy = 0 }: MarginTask,
  scratch: Float64Array,
) {
  const n = labelled.length;
  const { sequence, once, more, lengths, termWeights, own } = packed;
  const { begins, ends, columns } = once;
  const { begins: moreBegins, ends: moreEnds, columns: moreColumns, times } = more;
  const { width, places, share: directionShare } = directions ?? { width: 0, places: noPlaces, share: 0 };
  const along = new Float64Array(width);
  const room = () => new Float64Array(n);
  const [residual, direction, image] = [room(), room(), room()];

  /**
   * `into = K shares`, for all labelled rows. Leaves in the scratch, for each term, the sum over the rows times
   * the square of the term's weight, and the sums by direction in `along`.
   */
  const kernel = (shares: Float64Array, into: Float64Array) => {
    scratch.fill(0, 0, packed.width);
    along.fill(0);
    let intercept = 0;
    for (let turn = 0; turn < n; turn++) {
      const i = sequence[turn]!;
      const share = shares[i]!;
      if (share === 0) continue;
      intercept += share;
      const part = share / (lengths[i]! || 1);
      for (let k = begins[i]!, end = ends[i]!; k < end; k++) scratch[columns[k]!]! += part;
      for (let k = moreBegins[i]!, end = moreEnds[i]!; k < end; k++)
        scratch[moreColumns[k]!]! += part * times[k]!;
      const at = labelled[i]! * width;
      for (let a = 0; a < width; a++) along[a]! += share * places[at + a]!;
    }
    for (let c = 0; c < packed.width; c++) scratch[c]! *= termWeights[c]! * termWeights[c]!;
    for (let turn = 0; turn < n; turn++) {
      const i = sequence[turn]!;
      let k = begins[i]!;
      const end = ends[i]!;
      // Two sums at a time, as in `productOf`.
      let sum = (end - k) % 2 === 1 ? scratch[columns[k++]!]! : 0;
      let other = 0;
      for (; k < end; k += 2) {
        sum += scratch[columns[k]!]!;
        other += scratch[columns[k + 1]!]!;
      }
      for (let k = moreBegins[i]!, end = moreEnds[i]!; k < end; k++)
        sum += times[k]! * scratch[moreColumns[k]!]!;
      const at = labelled[i]! * width;
      let near = 0;
      for (let a = 0; a < width; a++) near += places[at + a]! * along[a]!;
      const product = (sum + other) / (lengths[i]! || 1) + own[i]! * shares[i]!;
      into[i] = rowShare * product + directionShare * near + intercept;
    }
  };
  const ridge = costs.map((cost) => 1 / (2 * cost));
  const diagonal = ridge.map((value, i) => {
    let near = 0;
    for (let a = 0; a < width; a++) near += places[labelled[i]! * width + a]! ** 2;
    return rowShare * packed.squares[i]! + directionShare * near + 1 + value;
  });
  // What the matrix is at least: products of rows are nowhere below nothing.
  const floor = ridge.map((value, i) => value + rowShare * own[i]!);
  return {
    /**
     * Conjugate gradients over the rows inside, scaled by the diagonal; improves `shares` in place.
     *
     * Ends at the given precision, or where no score can be further off than `accuracy`: with `A` the matrix,
     * `r` the residual and `e` the error of the shares, the weights are off by at most `√(eᵀAe) = √(rᵀA⁻¹r)`,
     * which is at most `√(Σ rᵢ²/floorᵢ)`; a record with its intercept is no longer than √2.
     */
    solve(shares: Float64Array, inside: Uint8Array, margins: Float64Array): number {
      let size = 0;
      let goal = 0;
      let bound = 0;
      for (let i = 0; i < n; i++) {
        if (inside[i] === 0) continue;
        const rest = signs[i]! - margins[i]! - ridge[i]! * shares[i]!;
        residual[i] = rest;
        direction[i] = rest / diagonal[i]!;
        size += rest * direction[i]!;
        bound += (rest * rest) / floor[i]!;
        goal += 1 / diagonal[i]!;
      }
      for (let i = 0; i < n; i++) if (inside[i] === 0) direction[i] = 0;
      goal *= precision * precision;
      const near = (accuracy * accuracy) / 2;
      let steps = 0;
      for (; size > goal && bound > near && steps < mostSteps; steps++) {
        kernel(direction, image);
        let curvature = 0;
        for (let i = 0; i < n; i++) {
          image[i]! += ridge[i]! * direction[i]!;
          curvature += direction[i]! * image[i]!;
        }
        const length = size / curvature;
        let next = 0;
        bound = 0;
        for (let i = 0; i < n; i++) {
          if (inside[i] === 0) continue;
          shares[i]! += length * direction[i]!;
          const rest = residual[i]! - length * image[i]!;
          residual[i] = rest;
          next += (rest * rest) / diagonal[i]!;
          bound += (rest * rest) / floor[i]!;
        }
        const turn = next / size;
        size = next;
        for (let i = 0; i < n; i++)
          if (inside[i] === 1) direction[i] = residual[i]! / diagonal[i]! + turn * direction[i]!;
      }
      return steps;
    },
    /** Margins of the labelled rows under these shares. */
    fitted(shares: Float64Array): Float64Array<ArrayBuffer> {
      const into = new Float64Array(n);
      kernel(shares, into);
      return into;
    },
    /** Weights that the shares last given to `fitted` make, by column of all rows and by direction. */
    weights() {
      const weights = new Float64Array(rows.shared);
      const { originals } = packed;
      for (let c = 0; c < packed.width; c++)
        weights[originals[c]!] = (rowShare * scratch[c]!) / termWeights[c]!;
      return { weights, directionWeights: along.map((sum) => directionShare * sum) };
    },
    /** `½ βᵀKβ` is the half square of the weights; then the misses. */
    objective(shares: Float64Array, margins: Float64Array): number {
      let value = 0;
      for (let i = 0; i < n; i++)
        value += (shares[i]! * margins[i]!) / 2 + costs[i]! * Math.max(0, 1 - signs[i]! * margins[i]!) ** 2;
      return value;
    },
    /** Where between two points the objective is least, by halving the interval of its rising slope. */
    bestOnTheWay(
      from: Float64Array,
      fromMargins: Float64Array,
      to: Float64Array,
      toMargins: Float64Array,
    ): number {
      const slope = (t: number) => {
        let rise = 0;
        for (let i = 0; i < n; i++) {
          const turn = toMargins[i]! - fromMargins[i]!;
          const share = from[i]! + t * (to[i]! - from[i]!);
          const miss = 1 - signs[i]! * (fromMargins[i]! + t * turn);
          rise += share * turn - (miss > 0 ? 2 * costs[i]! * miss * signs[i]! * turn : 0);
        }
        return rise;
      };
      let [low, high] = [0, 1];
      for (let halving = 0; halving < 60; halving++) {
        const middle = (low + high) / 2;
        if (slope(middle) > 0) high = middle;
        else low = middle;
      }
      return low;
    },
  };
}
