import { betaQuantile } from "../distributions/incomplete-beta.ts";
import { rootBetween } from "../distributions/root-between.ts";
import { studentQuantile } from "../distributions/student-t.ts";
import type { ProportionInterval } from "./estimate-request.ts";
import { interpolatedLikelihood, type LogisticStart } from "./interpolated-likelihood.ts";

/** A proportion with its standard error and what its interval needs to know of the design. */
export type EstimatedProportion = {
  readonly estimate: number;
  readonly standardError: number;
  /** Cases it rests on. */
  readonly cases: number;
  readonly confidence: number;
  readonly degreesOfFreedom: number;
  /** For `likelihood`: without it the exact interval is given. */
  readonly start?: LogisticStart;
};

export type Interval = { readonly low: number; readonly high: number };

type Rule = (given: EstimatedProportion, t: number) => Interval;

/** Cases of a simple random sample, drawn with replacement, with the same standard error. */
const effectiveCases = ({ estimate, standardError }: EstimatedProportion): number =>
  (estimate * (1 - estimate)) / (standardError * standardError);

const logit = (p: number): number => Math.log(p / (1 - p));
const expit = (x: number): number => 1 / (1 + Math.exp(-x));

const byLogit: Rule = ({ estimate, standardError }, t) => {
  const half = (t * standardError) / (estimate * (1 - estimate));
  return { low: expit(logit(estimate) - half), high: expit(logit(estimate) + half) };
};

const byArcsine: Rule = ({ estimate, standardError }, t) => {
  const half = (t * standardError) / (2 * Math.sqrt(estimate * (1 - estimate)));
  const angle = Math.asin(Math.sqrt(estimate));
  return { low: Math.sin(angle - half) ** 2, high: Math.sin(angle + half) ** 2 };
};

/** Clopper and Pearson's interval for the effective number of cases, corrected for degrees of freedom. */
const byBeta: Rule = (given, t) => {
  const { estimate, cases, confidence } = given;
  const tail = (1 - confidence) / 2;
  const n = effectiveCases(given) * (studentQuantile(1 - tail, cases - 1) / t) ** 2;
  return {
    low: betaQuantile(tail, n * estimate, n * (1 - estimate) + 1),
    high: betaQuantile(1 - tail, n * estimate + 1, n * (1 - estimate)),
  };
};

/** Where the log-likelihood of the effective number of cases, less one in `cases`, has fallen by t² / 2. */
const byLikelihood: Rule = (given, t) => {
  const { estimate: p, cases } = given;
  const n = (effectiveCases(given) * (cases - 1)) / cases;
  const fall = (q: number) => 2 * n * (p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q))) - t * t;
  const slope = (q: number) => 2 * n * ((1 - p) / (1 - q) - p / q);
  return {
    low: rootBetween(
      0,
      p,
      (q) => -fall(q),
      (q) => -slope(q),
    ),
    high: rootBetween(p, 1, fall, slope),
  };
};

const byWilson: Rule = (given, t) => {
  const { estimate: p } = given;
  const n = effectiveCases(given);
  const share = (t * t) / n;
  const middle = (p + share / 2) / (1 + share);
  const half = (t / (1 + share)) * Math.sqrt((p * (1 - p)) / n + share / (4 * n));
  return { low: middle - half, high: middle + half };
};

const rules: Readonly<Record<ProportionInterval, Rule>> = {
  mean: ({ estimate, standardError }, t) => ({
    low: estimate - t * standardError,
    high: estimate + t * standardError,
  }),
  logit: byLogit,
  xlogit: byLogit,
  asin: byArcsine,
  beta: byBeta,
  likelihood: (given, t) =>
    (given.start === undefined ? null : interpolatedLikelihood({ ...given, start: given.start }, t)) ??
    byLikelihood(given, t),
  "likelihood-exact": byLikelihood,
  wilson: byWilson,
};

/**
 * An interval for a proportion by one of eight methods, all with Student's t on the design's degrees of
 * freedom.
 *
 * Meaning: `mean` is symmetric and may leave 0 to 1; `logit` (and `xlogit`, the same formula) and `asin` are
 * symmetric on another scale; `beta`, `likelihood` and `wilson` take the interval of a simple random sample
 * of the effective number of cases, p (1 − p) / se². `likelihood` is read off an interpolated profile, as R
 * does; `likelihood-exact` is what that comes near, to about 1e-5.
 *
 * @returns the ends; both the proportion itself where it is 0 or 1 or has no error, save `mean`
 * @limits At 0 and 1 a sample shows no spread: no method here says how far off such a proportion may be.
 * @source Korn and Graubard (1998), Survey Methodology 24 (`beta`); Rao and Scott (1984), Annals of Statistics 12
 *   (`likelihood`); Dean and Pagano (2015), Journal of Survey Statistics and Methodology 3 (`wilson`)
 */
export function proportionInterval(method: ProportionInterval, given: EstimatedProportion): Interval {
  const { estimate, standardError, confidence, degreesOfFreedom } = given;
  if (!(degreesOfFreedom > 0) || Number.isNaN(standardError)) return { low: Number.NaN, high: Number.NaN };
  if (!(standardError > 0) || !(estimate > 0 && estimate < 1)) return { low: estimate, high: estimate };
  return rules[method](given, studentQuantile(1 - (1 - confidence) / 2, degreesOfFreedom));
}
