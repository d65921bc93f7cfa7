/** Published approximations of the variance of samples drawn without replacement with unequal probabilities. */
export const unequalMethods = ["brewer", "hartley-rao"] as const;
export type UnequalMethod = (typeof unequalMethods)[number];

/** A stage whose units were drawn with probabilities of their own, without replacement. */
export type UnequalStage = {
  /** Inclusion probability of each unit, given that the unit above it was drawn. */
  readonly probability: Float64Array;
  /** What the finite population leaves of each unit's squared distance; 0 where it was certain to be drawn. */
  readonly open: Float64Array;
  /** Sum of `open` over the units of each stratum. */
  readonly openOf: Float64Array;
  /** Units of each stratum that chance drew: those with a probability below 1. */
  readonly byChance: Int32Array;
};

/**
 * What each unit's squared distance counts for, when units were drawn without replacement with unequal
 * probabilities, so that the variance needs no joint probabilities.
 *
 * Formula: the variance of a total in a stratum is `m / (m − 1) · Σ g_i (z_i − z̄)²` with z_i = y_i / π_i and m
 * units drawn by chance. Brewer: `g_i = 1 − π_i`, which is Brewer's estimator with c_i = (m − 1) / (m − π_i).
 * Hartley and Rao: `Σ_{i<j} (1 − π_i − π_j + S/m) (z_i − z_j)² / (m − 1)`, S being the sum of π² over the
 * population of the stratum; multiplied out, `g_i = 1 − π_i + (S − Σ π) / m`, the sum running over the sample.
 * Where S is not known it is estimated by that sum, and the two are one.
 *
 * Units with π = 1 are no part of chance: they add nothing and are not counted in m nor in z̄.
 *
 * @param probability of each unit, above 0 and at most 1
 * @param squares S of each stratum, units with π = 1 included; `null` where it is not known
 * @returns `open` is below 0 where Hartley and Rao's approximation breaks down
 * @limits For designs of high entropy (Sampford, Brewer, Rao's rejective, randomised systematic); not for
 *   systematic samples from an ordered list.
 * @source Brewer and Donadio (2003), The High Entropy Variance of the Horvitz-Thompson Estimator, Survey
 *   Methodology 29(2); Hartley and Rao (1962), Annals of Mathematical Statistics 33; Berger (2004), A Simple
 *   Variance Estimator for Unequal Probability Sampling without Replacement, Journal of Applied Statistics 31
 */
export function unequalStage(
  probability: Float64Array,
  stratumOf: Int32Array,
  strata: number,
  squares: Float64Array | null,
): UnequalStage {
  const byChance = new Int32Array(strata);
  const sum = new Float64Array(strata);
  const certain = new Int32Array(strata);
  for (const [unit, of] of stratumOf.entries()) {
    if (probability[unit]! >= 1) certain[of]! += 1;
    else {
      byChance[of]! += 1;
      sum[of]! += probability[unit]!;
    }
  }
  const openOf = new Float64Array(strata);
  const open = probability.map((value, unit) => {
    if (value >= 1) return 0;
    const of = stratumOf[unit]!;
    const known = squares === null ? 0 : (squares[of]! - certain[of]! - sum[of]!) / byChance[of]!;
    openOf[of]! += 1 - value + known;
    return 1 - value + known;
  });
  return { probability, open, openOf, byChance };
}

/** What is asked of a stage here. */
type DrawnStage = {
  readonly unequal?: UnequalStage;
  readonly fraction: Float64Array;
  readonly stratumOf: Int32Array;
};

/** Whether a unit was drawn whatever chance brought. */
export const isCertain = ({ unequal }: DrawnStage, unit: number): boolean =>
  unequal !== undefined && unequal.probability[unit]! >= 1;

/** What the finite population leaves of a unit's squared distance from the mean of its stratum. */
export const openShare = ({ unequal, fraction }: DrawnStage, unit: number, stratum: number): number =>
  unequal === undefined ? 1 - fraction[stratum]! : unequal.open[unit]!;

/** Inclusion probability of a unit, given that the unit above it was drawn; 0 where it is not known. */
export const probabilityOf = ({ unequal, fraction, stratumOf }: DrawnStage, unit: number): number =>
  unequal === undefined ? fraction[stratumOf[unit]!]! : unequal.probability[unit]!;
