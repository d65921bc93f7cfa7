import { seededRandom } from "#kernel";
import { sobolDirections } from "./sobol-directions.data.ts";

/** `sobol`: points that fill the cube evenly; `random`: each coordinate drawn for itself. */
export type Sampling = "sobol" | "random";

/** So many dimensions have direction numbers here. */
export const mostSobolDimensions = sobolDirections.length + 1;

/**
 * Points in a cube of whole numbers from 0 to 2³² − 1; a coordinate divided by 2³² lies in [0, 1).
 *
 * Meaning: a Sobol' sequence fills the cube more evenly than chance, so that averages over it settle faster:
 * the first 2ᵐ points have exactly one coordinate in each of 2ᵐ equal parts of every axis. All coordinates
 * of an axis are combined (exclusive or) with a number that the seed decides, which keeps this and makes
 * different seeds give different points. In whole numbers, so that a coordinate can also be a seed.
 *
 * Cost: one exclusive or for each coordinate.
 *
 * @param points how many, best a power of two
 * @param dimensions of the cube; at most 40 for `sobol`, drawn at random beyond
 * @param seed any integer
 * @returns point after point, `points × dimensions` numbers
 * @limits Evenness is a property of the whole of a power of two, not of any stretch of points.
 * @source Sobol' (1967); Antonov and Saleev (1979) for the order; direction numbers of Joe and Kuo (2008);
 *   shift: Matoušek (1998), On the L2-discrepancy for anchored boxes, Journal of Complexity 14
 * @example
 * samplePoints(4, 2, 1).length // => 8
 */
export function samplePoints(
  points: number,
  dimensions: number,
  seed: number,
  sampling: Sampling = "sobol",
): Uint32Array {
  const found = new Uint32Array(points * dimensions);
  const random = seededRandom(seed);
  const number = () => random() * 4294967296;
  if (sampling === "random" || dimensions > mostSobolDimensions) {
    for (let i = 0; i < found.length; i++) found[i] = number();
    return found;
  }
  for (let dimension = 0; dimension < dimensions; dimension++) {
    const directions = directionNumbers(dimension);
    let value = number() | 0;
    for (let point = 0; point < points; point++) {
      found[point * dimensions + dimension] = value;
      // The place of the lowest 0 bit of the point's number; that of 1 … 1 is beyond all directions.
      value ^= directions[Math.min(31, 31 - Math.clz32(~point & (point + 1)))]!;
    }
  }
  return found;
}

/** Direction numbers of a dimension as 32-bit fractions. */
function directionNumbers(dimension: number): Int32Array {
  const directions = new Int32Array(32);
  if (dimension === 0) {
    for (let i = 0; i < 32; i++) directions[i] = 1 << (31 - i);
    return directions;
  }
  const [degree, coefficients, ...first] = sobolDirections[dimension - 1]!;
  for (let i = 0; i < 32; i++) {
    if (i < degree) {
      directions[i] = first[i]! << (31 - i);
      continue;
    }
    let value = directions[i - degree]! ^ (directions[i - degree]! >>> degree);
    for (let k = 1; k < degree; k++) if ((coefficients >> (degree - 1 - k)) & 1) value ^= directions[i - k]!;
    directions[i] = value;
  }
  return directions;
}
