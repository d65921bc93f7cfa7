import { compensatedSum } from "../compensated-sum.ts";
import { correlation } from "./correlation.ts";

export type BalancedWeights = {
  /** Sum to 1, all above 0. */
  readonly weights: readonly number[];
  /** What each column should have of the sum of the correlations with the index. */
  readonly desired: readonly number[];
  /** What it has with these weights. */
  readonly obtained: readonly number[];
  /** Mean square of desired less obtained. */
  readonly distance: number;
  readonly steps: number;
};

/**
 * How much each column matters for an index: its share in the sum of the correlations of all with it.
 *
 * @param columns of one length, any units; NaN where there is no value
 * @param index over the same cells
 * @returns shares that sum to 1; NaN where a correlation is not defined
 * @limits Correlations see straight lines only; columns that go together share what each would have alone.
 * @source Becker and others (2017), Weights and importance in composite indicators, Ecological Indicators 80
 * @example
 * importances([Float64Array.of(1, 2), Float64Array.of(3, 5)], Float64Array.of(0, 1)) // => [0.5, 0.5]
 */
export function importances(columns: readonly Float64Array[], index: Float64Array): readonly number[] {
  const found = columns.map((column) => correlation(column, index));
  const sum = compensatedSum(found);
  return found.map((value) => value / sum);
}

/** What part of an equal weight each column keeps, whatever the aims. */
const leastShare = 0.1;

/**
 * Weights under which each column matters for the index as much as it should: its correlation with the
 * index has the share asked for.
 *
 * Meaning: equal weights do not give equal influence where columns go together. The weights above 0 are
 * sought that bring the importances nearest to those desired, by the simplex method of Nelder and Mead over
 * the logarithms of the weights, begun anew at the best place until a round wins nothing. Not every aim can
 * be met, and then the best weights would let columns vanish: each keeps at least a tenth of an equal weight.
 * Read `obtained`.
 *
 * Cost: some hundreds to thousands of calls of `indexOf`.
 *
 * @param columns what is weighted
 * @param indexOf the index that a set of weights gives, over the same cells
 * @param desired relative importances above 0; default equal
 * @returns the weights, the importances they give, and how far these are from those desired; `null` where a
 *   column has no correlation with the index under any weights tried, or the correlations sum to 0
 * @limits Correlations see straight lines only; weights found this way hold for this data alone.
 * @source Becker and others (2017), Weights and importance in composite indicators, Ecological Indicators 80;
 *   Nelder and Mead (1965), A simplex method for function minimization, The Computer Journal 7(4)
 * @example
 * balanceWeights([Float64Array.of(1, 2), Float64Array.of(1, 2)], () => Float64Array.of(1, 2))?.weights
 * // => [0.5, 0.5]
 */
export function balanceWeights(
  columns: readonly Float64Array[],
  indexOf: (weights: readonly number[]) => Float64Array,
  desired: readonly number[] = columns.map(() => 1),
): BalancedWeights | null {
  const whole = compensatedSum(desired);
  const aims = desired.map((value) => value / whole);
  const weightsOf = (point: readonly number[]) => {
    const raw = point.map(Math.exp);
    const sum = compensatedSum(raw);
    return raw.map((value) => leastShare / raw.length + (1 - leastShare) * (value / sum));
  };
  let steps = 0;
  const distanceOf = (point: readonly number[]) => {
    steps += 1;
    const obtained = importances(columns, indexOf(weightsOf(point)));
    const squares = compensatedSum(obtained.map((value, i) => (value - aims[i]!) ** 2));
    // Without a correlation there is no distance to go down; such weights are never the best.
    return Number.isNaN(squares) ? Number.POSITIVE_INFINITY : squares / aims.length;
  };
  const start = aims.map(Math.log);
  let best: Vertex = { point: start, distance: distanceOf(start) };
  for (let round = 0; round < 20 && best.distance > 1e-20; round++) {
    const found = simplex(best.point, distanceOf);
    const won = best.distance - found.distance;
    if (found.distance < best.distance) best = found;
    if (!(won > 1e-9 * best.distance)) break;
  }
  if (best.distance === Number.POSITIVE_INFINITY) return null;
  const weights = weightsOf(best.point);
  return {
    weights,
    desired: aims,
    obtained: importances(columns, indexOf(weights)),
    distance: best.distance,
    steps,
  };
}

type Vertex = { readonly point: readonly number[]; readonly distance: number };

function simplex(start: readonly number[], distanceOf: (point: readonly number[]) => number): Vertex {
  const n = start.length;
  const at = (point: readonly number[]): Vertex => ({ point, distance: distanceOf(point) });
  const vertices = [
    at(start),
    ...start.map((_, i) => at(start.map((value, j) => (i === j ? value + 0.25 : value)))),
  ];
  for (let step = 0; step < 200 * n; step++) {
    vertices.sort((a, b) => a.distance - b.distance);
    const [lowest, highest] = [vertices[0]!, vertices[n]!];
    if (lowest.distance === Number.POSITIVE_INFINITY) break;
    if (highest.distance - lowest.distance <= 1e-14 * Math.abs(lowest.distance) + 1e-24) break;
    const centre = start.map(
      (_, i) => compensatedSum(vertices.slice(0, n).map(({ point }) => point[i]!)) / n,
    );
    const along = (share: number) =>
      at(centre.map((value, i) => value + share * (highest.point[i]! - value)));
    const reflected = along(-1);
    if (reflected.distance < lowest.distance) {
      const further = along(-2);
      vertices[n] = further.distance < reflected.distance ? further : reflected;
    } else if (reflected.distance < vertices[n - 1]!.distance) vertices[n] = reflected;
    else {
      const nearer = along(reflected.distance < highest.distance ? -0.5 : 0.5);
      if (nearer.distance < Math.min(highest.distance, reflected.distance)) vertices[n] = nearer;
      else
        for (let i = 1; i <= n; i++)
          vertices[i] = at(vertices[i]!.point.map((value, j) => (value + lowest.point[j]!) / 2));
    }
  }
  return vertices.reduce((best, vertex) => (vertex.distance < best.distance ? vertex : best));
}
