import { normalQuantile } from "../sensitivity/normal-quantile.ts";
import { betaBelow } from "./incomplete-beta.ts";
import { gammaBeyond } from "./incomplete-gamma.ts";
import { logBeta } from "./log-gamma.ts";
import { rootBetween } from "./root-between.ts";

/** From so many degrees of freedom on, the beta function's fraction loses digits and the series has them all. */
const manyDegrees = 1e5;

/** The normal variable with the same tail as Student's t with many degrees of freedom. */
function asNormal(t: number, degrees: number): number {
  const a = degrees - 0.5;
  const b = 48 * a * a;
  const square = a * Math.log1p((t * t) / degrees);
  const z = Math.sqrt(square);
  const second =
    (((4 * square + 33) * square + 240) * square + 855) / (10 * b * (b + 0.8 * square * square + 100));
  return z * (1 + (square + 3) / b - second);
}

/**
 * The share of Student's t distribution beyond a value.
 *
 * @param value any number
 * @param degrees degrees of freedom, above 0; infinity gives the normal distribution
 * @returns the one-sided p-value, small ones with all their digits
 * @source Abramowitz and Stegun (1964), 26.7.1; Hill (1970), Algorithm 395, Communications of the ACM 13(10),
 *   for more than 100,000 degrees
 * @example
 * studentBeyond(0, 7) // => 0.5
 */
export function studentBeyond(value: number, degrees: number): number {
  if (degrees === Number.POSITIVE_INFINITY) return normalBeyond(value);
  if (value < 0) return 1 - studentBeyond(-value, degrees);
  if (degrees > manyDegrees) return normalBeyond(asNormal(value, degrees));
  const square = value * value;
  const whole = degrees + square;
  return betaBelow(degrees / whole, degrees / 2, 0.5, square / whole) / 2;
}

/**
 * The number below which Student's t lies with a given probability.
 *
 * @param probability between 0 and 1
 * @param degrees degrees of freedom, above 0; infinity gives the normal distribution
 * @returns about 14 digits
 * @limits Below one degree of freedom the tails are so long that the search gives up at 1e150.
 * @source the root of the distribution function, by Newton's steps
 * @example
 * Math.round(1e6 * studentQuantile(0.975, 10)) / 1e6 // => 2.228139
 */
export function studentQuantile(probability: number, degrees: number): number {
  if (degrees === Number.POSITIVE_INFINITY) return normalQuantile(probability);
  if (probability === 0.5) return 0;
  if (probability < 0.5) return -studentQuantile(1 - probability, degrees);
  const tail = 1 - probability;
  if (!(tail > 0)) return Number.POSITIVE_INFINITY;
  let high = Math.max(2, 2 * normalQuantile(probability));
  while (studentBeyond(high, degrees) > tail && high < 1e150) high *= 2;
  const constant = -logBeta(degrees / 2, 0.5) - 0.5 * Math.log(degrees);
  return rootBetween(
    0,
    high,
    (t) => tail - studentBeyond(t, degrees),
    (t) => Math.exp(constant - ((degrees + 1) / 2) * Math.log1p((t * t) / degrees)),
  );
}

/**
 * The share of the standard normal distribution beyond a value.
 *
 * Formula: half the chi-square tail of the square with one degree of freedom.
 *
 * @param value any number
 * @returns about 15 digits, small ones too
 * @source Abramowitz and Stegun (1964), 26.4.19
 * @example
 * normalBeyond(0) // => 0.5
 */
export function normalBeyond(value: number): number {
  const half = gammaBeyond(0.5, (value * value) / 2) / 2;
  return value < 0 ? 1 - half : half;
}
