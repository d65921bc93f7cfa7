import { normalBeyond } from "./student-t.ts";

/** A chi-square variable times a factor. */
export type WeightedChiSquare = { readonly factor: number; readonly degrees: number };

/**
 * The share of samples in which a sum of independent chi-square variables, each times a factor, goes beyond a
 * value: by the saddlepoint approximation.
 *
 * Formula: with `K(s) = −½ Σ d log(1 − 2 s λ)` and `K′(ŝ) = x`, the tail is `Φ̄(w + log(v / w) / w)`,
 * `w = ± √(2 (ŝ x − K(ŝ)))`, `v = ŝ √K″(ŝ)`.
 *
 * @param value any number
 * @param parts factors may be below 0, as in a sum over its estimated scale
 * @returns the p-value; relative error of a few per cent at most, small in the tails
 * @limits Near the mean of the sum it takes the value of the limit by two points beside it.
 * @source Kuonen (1999), Saddlepoint approximations for distributions of quadratic forms in normal variables,
 *   Biometrika 86
 * @example
 * weightedChiSquaresBeyond(3.841, [{ factor: 1, degrees: 1 }]).toFixed(2) // => "0.05"
 */
export function weightedChiSquaresBeyond(value: number, parts: readonly WeightedChiSquare[]): number {
  const scale = Math.max(...parts.map(({ factor }) => Math.abs(factor)));
  const scaled = parts
    .filter(({ factor, degrees }) => factor !== 0 && degrees > 0)
    .map(({ factor, degrees }) => ({ factor: factor / scale, degrees }));
  const x = value / scale;
  const positive = scaled.some(({ factor }) => factor > 0);
  const negative = scaled.some(({ factor }) => factor < 0);
  if (!negative && x <= 0) return 1;
  if (!positive && x >= 0) return 0;
  const sum = (of: (factor: number, degrees: number) => number) =>
    scaled.reduce((total, { factor, degrees }) => total + of(factor, degrees), 0);
  const mean = sum((factor, degrees) => factor * degrees);
  const deviation = Math.sqrt(sum((factor, degrees) => 2 * degrees * factor * factor));
  // At the mean the formula is 0 / 0; its limit lies between the values beside.
  if (Math.abs(x - mean) < 1e-5 * deviation)
    return (
      (weightedChiSquaresBeyond((mean - 2e-5 * deviation) * scale, parts) +
        weightedChiSquaresBeyond((mean + 2e-5 * deviation) * scale, parts)) /
      2
    );
  const first = (s: number) => sum((factor, degrees) => (degrees * factor) / (1 - 2 * s * factor));
  let low = negative ? 1 / (2 * Math.min(...scaled.map(({ factor }) => factor))) : -1;
  let high = positive ? 1 / (2 * Math.max(...scaled.map(({ factor }) => factor))) : 1;
  if (!negative) while (first(low) > x) low *= 2;
  if (!positive) while (first(high) < x) high *= 2;
  let at = 0;
  for (let step = 0; step < 400; step++) {
    const off = first(at) - x;
    if (off < 0) low = at;
    else high = at;
    const slope = sum((factor, degrees) => (2 * degrees * factor * factor) / (1 - 2 * at * factor) ** 2);
    let next = at - off / slope;
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (Math.abs(next - at) <= 1e-16 * Math.abs(at)) break;
    at = next;
  }
  const cumulant = sum((factor, degrees) => -0.5 * degrees * Math.log1p(-2 * at * factor));
  const curvature = sum((factor, degrees) => (2 * degrees * factor * factor) / (1 - 2 * at * factor) ** 2);
  const w = Math.sign(at) * Math.sqrt(2 * (at * x - cumulant));
  const v = at * Math.sqrt(curvature);
  return normalBeyond(w + Math.log(v / w) / w);
}
