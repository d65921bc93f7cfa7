import { normalBeyond, studentQuantile } from "../distributions/student-t.ts";

/** What an interval from an interpolated likelihood profile starts from. */
export type ProfiledProportion = {
  readonly estimate: number;
  readonly standardError: number;
  readonly cases: number;
  /** Where the iteration of a logistic regression with nothing but a constant stands after its first step. */
  readonly start: LogisticStart;
};

export type LogisticStart = { readonly logit: number; readonly deviance: number };

/**
 * The first step of fitting a share by logistic regression: from means between each response and one half, as
 * R's `glm` starts.
 *
 * Cost: one pass over the cases.
 *
 * @param event 1 where a case has the event, else 0
 * @param weights above 0
 */
export function logisticStart(event: Float64Array, weights: Float64Array, rows: Int32Array): LogisticStart {
  let sum = 0;
  for (const row of rows) sum += weights[row]!;
  const average = sum / rows.length;
  let deviance = 0;
  let spread = 0;
  let target = 0;
  for (const row of rows) {
    const w = weights[row]! / average;
    const y = event[row]!;
    const p = (w * y + 0.5) / (w + 1);
    deviance -= 2 * w * Math.log(y === 1 ? p : 1 - p);
    spread += w * p * (1 - p);
    target += w * (p * (1 - p) * Math.log(p / (1 - p)) + y - p);
  }
  return { logit: target / spread, deviance };
}

/**
 * The mean at which the last step of the regression began. Where it stops (deviance changed by less than 1e-8 of
 * itself) this is not yet the share itself, and the information of the fit is taken from it.
 */
function meanBeforeLast({ estimate: p, cases, start }: ProfiledProportion): number {
  let before = start.deviance;
  let { logit } = start;
  let mean = Number.NaN;
  for (let step = 0; step < 25; step++) {
    const now = 1 / (1 + Math.exp(-logit));
    const deviance = -2 * cases * (p * Math.log(now) + (1 - p) * Math.log(1 - now));
    if (Math.abs(deviance - before) < 1e-8 * (Math.abs(deviance) + 0.1))
      return Number.isNaN(mean) ? now : mean;
    before = deviance;
    mean = now;
    logit += (p - now) / (now * (1 - now));
  }
  return mean;
}

const partsOfReach = 5;
const mostSteps = 9;

/**
 * The likelihood interval of a proportion as R reads it off a profile: the signed root of the fall of the
 * likelihood at equal steps of the logit, a cubic spline through them, and straight lines between three times
 * as many points of the spline.
 *
 * Meaning: differs from the exact interval by about 1e-5 of an end, and by up to 2e-4 for shares near 0 or 1; it is
 * there because the figures that R publishes are read off in this way.
 *
 * Formula: with n cases, `z = ± √(2 (n − 1) D)`, D being the mean fall of the log-likelihood; ends where
 * `|z| = c = t · se(logit) · √(n p (1 − p))`; a step is a fifth of `q · se(logit)`, q the point of Student's t
 * on n − 1 degrees beyond which a quarter of the share Φ(−c) lies; steps go on until |z| reaches q.
 *
 * @param t point of Student's t on the design's degrees of freedom
 * @returns the ends, or `null` where the profile does not reach them in nine steps
 * @source Venables and Ripley (2002), Modern Applied Statistics with S, section 8.4 (profiles); Forsythe, Malcolm
 *   and Moler (1977), Computer Methods for Mathematical Computations (the spline and its ends)
 */
export function interpolatedLikelihood(
  given: ProfiledProportion,
  t: number,
): { readonly low: number; readonly high: number } | null {
  const { estimate: p, standardError, cases } = given;
  const centre = Math.log(p / (1 - p));
  const error = standardError / (p * (1 - p));
  const mean = meanBeforeLast(given);
  const cut = t * error * Math.sqrt(cases * mean * (1 - mean));
  const farthest = studentQuantile(1 - normalBeyond(cut) / 4, cases - 1);
  const step = (farthest / partsOfReach) * error;
  const root = (k: number): number => {
    const q = 1 / (1 + Math.exp(-(centre + k * step)));
    const fall = p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q));
    return Math.sign(k) * Math.sqrt(Math.max(0, 2 * (cases - 1) * fall));
  };
  const side = (sign: number): readonly number[] => {
    const roots: number[] = [];
    while (roots.length < mostSteps && Math.abs(roots.at(-1) ?? 0) < farthest)
      roots.push(root(sign * (roots.length + 1)));
    return roots;
  };
  const below = side(-1);
  const roots = Float64Array.from([...below.toReversed(), 0, ...side(1)]);
  if (roots.length < 4) return null;
  const curve = splineThrough(roots);
  const points = 3 * roots.length;
  const at = (j: number): number => ((roots.length - 1) * j) / (points - 1);
  const crossing = (wanted: number): number | null => {
    for (let j = 0; j + 1 < points; j++) {
      const [from, to] = [curve(at(j)), curve(at(j + 1))];
      if (from <= wanted && wanted <= to) {
        const place = at(j) + ((wanted - from) / (to - from)) * (at(j + 1) - at(j));
        return 1 / (1 + Math.exp(-(centre + (place - below.length) * step)));
      }
    }
    return null;
  };
  const low = crossing(-cut);
  const high = crossing(cut);
  return low === null || high === null ? null : { low, high };
}

/**
 * The cubic spline through values at 0, 1, 2 …; its third derivative at each end is that of the cubic through
 * the four points there.
 *
 * @param values four at least
 */
function splineThrough(values: Float64Array): (x: number) => number {
  const last = values.length - 1;
  const second = (i: number) => values[i - 1]! - 2 * values[i]! + values[i + 1]!;
  const third = (i: number) => second(i + 2) - second(i + 1);
  // Second derivatives m: m₍ᵢ₋₁₎ + 4 mᵢ + m₍ᵢ₊₁₎ = 6 δ²ᵢ inside, eliminated from the left.
  const m = new Float64Array(last + 1);
  const pivot = new Float64Array(last + 1);
  for (let i = 1; i < last; i++) {
    pivot[i] = (i === 1 ? 5 : 4) + (i === last - 1 ? 1 : 0) - (i === 1 ? 0 : 1 / pivot[i - 1]!);
    m[i] =
      6 * second(i) +
      (i === 1 ? third(0) : -m[i - 1]! / pivot[i - 1]!) -
      (i === last - 1 ? third(last - 3) : 0);
  }
  for (let i = last - 1; i > 0; i--) m[i] = (m[i]! - (i === last - 1 ? 0 : m[i + 1]!)) / pivot[i]!;
  m[0] = m[1]! - third(0);
  m[last] = m[last - 1]! + third(last - 3);
  return (x) => {
    const i = Math.min(last - 1, Math.floor(x));
    const u = x - i;
    const v = 1 - u;
    return v * values[i]! + u * values[i + 1]! + ((u ** 3 - u) * m[i + 1]! + (v ** 3 - v) * m[i]!) / 6;
  };
}
