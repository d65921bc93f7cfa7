// The exact minimiser of a linear support vector machine with squared hinge loss, over sparse rows.
// Knows vectors, signs and costs; what the signs mean is the business of the models.

import { labelledRows } from "./labelled-rows.ts";
import type { TermRows } from "./term-rows.ts";

/** What is known of records: rows of terms, and, where there are some, places along a few directions. */
export type RecordVectors = {
  readonly rows: TermRows;
  /** Square of what the rows are multiplied by; 1 unless directions take a share. */
  readonly rowShare: number;
  readonly directions: {
    readonly width: number;
    readonly places: Float64Array;
    readonly share: number;
  } | null;
};

export type MarginProblem = {
  readonly vectors: RecordVectors;
  /** Numbers of the labelled rows, ascending, each once. */
  readonly labelled: Uint32Array;
  /** 1 or -1 for each labelled row. */
  readonly signs: Float64Array;
  /** Cost of a miss for each labelled row, > 0. */
  readonly costs: Float64Array;
  /** Size of the residual, against the right side, at which to end: 1e-12 is exact, 1e-9 enough to rank by. */
  readonly precision: number;
};

export type MarginSolution = {
  /** Share of each labelled row in the weights; 0 for a row beyond the margin. */
  readonly shares: Float64Array;
  /** Weight of each shared term. */
  readonly weights: Float64Array;
  /** Weight of each direction; empty without directions. */
  readonly directionWeights: Float64Array;
  readonly intercept: number;
  /** Products with the matrix that were needed. */
  readonly steps: number;
};

const mostSteps = 2_000;
const mostRounds = 100;

const noPlaces = new Float64Array(0);

/** Weights that shares of labelled records make: `Σ shares · vector` over shared terms and directions. */
function weighVectors(
  { rows, rowShare, directions }: RecordVectors,
  labelled: Uint32Array,
  shares: Float64Array,
  weights: Float64Array,
  directionWeights: Float64Array,
): void {
  const { starts, alone, columns, values } = rows;
  const { width, places, share: directionShare } = directions ?? { width: 0, places: noPlaces, share: 0 };
  weights.fill(0);
  directionWeights.fill(0);
  for (let i = 0; i < labelled.length; i++) {
    const share = shares[i]!;
    if (share === 0) continue;
    const row = labelled[i]!;
    const part = share * rowShare;
    for (let k = starts[row]!, end = alone[row]!; k < end; k++) weights[columns[k]!]! += part * values[k]!;
    const along = share * directionShare;
    for (let a = 0; a < width; a++) directionWeights[a]! += along * places[row * width + a]!;
  }
}

/** Product of a row with weights of the shared terms. */
export function productOf(
  { starts, alone, columns, values }: TermRows,
  row: number,
  weights: Float64Array,
): number {
  let sum = 0;
  for (let k = starts[row]!, end = alone[row]!; k < end; k++) sum += values[k]! * weights[columns[k]!]!;
  return sum;
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
 * from a given start to the precision of the numbers, without ever forming the matrix. Rows that turn out to
 * lie beyond the margin (`yᵢ f(xᵢ) ≥ 1`) leave, those inside return, until nothing changes; where a whole
 * step would not lower the objective, the best point on the way is taken, so that it ends.
 *
 * Cost: some twenty products of the labelled rows with a vector.
 *
 * @param problem vectors, signs, costs and precision
 * @param start shares to begin with, for example those of the last fit
 * @returns shares, weights and intercept of the one minimiser
 * @limits Every cost must be positive. With very large costs and rows that cannot be told apart, more than two
 *   thousand steps would be needed for full precision; it stops there.
 * @source Mangasarian (2002), A finite Newton method for classification; Keerthi and DeCoste (2005), JMLR 6;
 *   Hestenes and Stiefel (1952) for conjugate gradients
 */
export function leastSquaredHinge(problem: MarginProblem, start: Float64Array): MarginSolution {
  const { labelled, signs } = problem;
  const system = systemOf(problem);
  let shares = Float64Array.from(start);
  let margins = system.fitted(shares);
  let inside = insideOf(margins, signs);
  let value = Number.POSITIVE_INFINITY;
  let steps = 1;
  for (let round = 0; round < mostRounds; round++) {
    const next = shares.map((share, i) => (inside[i] === 1 ? share : 0));
    const moved = next.some((share, i) => share !== shares[i]);
    steps += system.solve(next, inside, moved ? system.fitted(next) : margins);
    let found = system.fitted(next);
    const now = insideOf(found, signs);
    if (now.every((is, i) => is === inside[i])) {
      shares = next;
      break;
    }
    let reached = system.objective(next, found);
    let taken = next;
    if (reached >= value) {
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
  const { rows, directions } = problem.vectors;
  const weights = new Float64Array(rows.shared);
  const directionWeights = new Float64Array(directions?.width ?? 0);
  weighVectors(problem.vectors, labelled, shares, weights, directionWeights);
  return { shares, weights, directionWeights, intercept: sum(shares), steps: steps + 1 };
}

/** Places of the labelled records, one after the other. */
function placesOf({ directions }: RecordVectors, labelled: Uint32Array): Float64Array {
  if (directions === null) return noPlaces;
  const { width, places } = directions;
  const chosen = new Float64Array(labelled.length * width);
  labelled.forEach((record, i) => {
    chosen.set(places.subarray(record * width, (record + 1) * width), i * width);
  });
  return chosen;
}

const sum = (values: Float64Array): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

const insideOf = (margins: Float64Array, signs: Float64Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(margins, (margin, i) => (signs[i]! * margin < 1 ? 1 : 0));

function systemOf({ vectors, labelled, signs, costs, precision }: MarginProblem) {
  const n = labelled.length;
  const { rows, rowShare, directions } = vectors;
  const packed = labelledRows(rows, labelled);
  const scratch = new Float64Array(packed.width);
  const width = directions?.width ?? 0;
  const directionShare = directions?.share ?? 0;
  const places = placesOf(vectors, labelled);
  const along = new Float64Array(width);
  const room = () => new Float64Array(n);
  const [residual, direction, image] = [room(), room(), room()];

  /** `into = K shares`, for all labelled rows. */
  const kernel = (shares: Float64Array, into: Float64Array) => {
    const { starts, columns, values, own } = packed;
    scratch.fill(0);
    along.fill(0);
    let intercept = 0;
    for (let i = 0; i < n; i++) {
      const share = shares[i]!;
      if (share === 0) continue;
      intercept += share;
      for (let k = starts[i]!, end = starts[i + 1]!; k < end; k++)
        scratch[columns[k]!]! += share * values[k]!;
      for (let a = 0; a < width; a++) along[a]! += share * places[i * width + a]!;
    }
    for (let i = 0; i < n; i++) {
      let sum = own[i]! * shares[i]!;
      for (let k = starts[i]!, end = starts[i + 1]!; k < end; k++) sum += values[k]! * scratch[columns[k]!]!;
      let near = 0;
      for (let a = 0; a < width; a++) near += places[i * width + a]! * along[a]!;
      into[i] = rowShare * sum + directionShare * near + intercept;
    }
  };
  const ridge = costs.map((cost) => 1 / (2 * cost));
  const diagonal = ridge.map((value, i) => {
    let near = 0;
    for (let a = 0; a < width; a++) near += places[i * width + a]! ** 2;
    return rowShare * packed.squares[i]! + directionShare * near + 1 + value;
  });
  return {
    /** Conjugate gradients over the rows inside, scaled by the diagonal; improves `shares` in place. */
    solve(shares: Float64Array, inside: Uint8Array, margins: Float64Array): number {
      let size = 0;
      let goal = 0;
      for (let i = 0; i < n; i++) {
        if (inside[i] === 0) continue;
        residual[i] = signs[i]! - margins[i]! - ridge[i]! * shares[i]!;
        direction[i] = residual[i]! / diagonal[i]!;
        size += residual[i]! * direction[i]!;
        goal += 1 / diagonal[i]!;
      }
      for (let i = 0; i < n; i++) if (inside[i] === 0) direction[i] = 0;
      goal *= precision * precision;
      let steps = 0;
      for (; size > goal && steps < mostSteps; steps++) {
        kernel(direction, image);
        let curvature = 0;
        for (let i = 0; i < n; i++) {
          image[i]! += ridge[i]! * direction[i]!;
          curvature += direction[i]! * image[i]!;
        }
        const length = size / curvature;
        let next = 0;
        for (let i = 0; i < n; i++) {
          if (inside[i] === 0) continue;
          shares[i]! += length * direction[i]!;
          residual[i]! -= length * image[i]!;
          next += (residual[i]! * residual[i]!) / diagonal[i]!;
        }
        const turn = next / size;
        size = next;
        for (let i = 0; i < n; i++)
          if (inside[i] === 1) direction[i] = residual[i]! / diagonal[i]! + turn * direction[i]!;
      }
      return steps;
    },
    fitted(shares: Float64Array): Float64Array<ArrayBuffer> {
      const into = new Float64Array(n);
      kernel(shares, into);
      return into;
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
