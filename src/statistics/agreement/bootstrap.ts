import { seededRandom } from "#kernel";
import { binomialDraw } from "../binomial-draw.ts";
import { quantile } from "../quantile.ts";
import type { RatingTable } from "./rating-table.ts";

export type Resampling = {
  /** How many times the units are drawn anew; 1,000 unless said otherwise, 0 for no interval. */
  readonly replicates?: number;
  /** Share of replicates the interval holds; 0.95 unless said otherwise. */
  readonly level?: number;
  /** Any integer; 1 unless said otherwise. The same seed gives the same interval everywhere. */
  readonly seed?: number;
};

export type Interval = {
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  readonly replicates: number;
  /** Replicates in which the statistic was undefined; they are left out. */
  readonly undefinedReplicates: number;
  readonly seed: number;
};

/** Percentile intervals of several statistics, all from the same draws; null where too few can be had. */
export function percentileIntervals(
  size: number,
  draw: (weights: Float64Array, random: () => number) => void,
  statistics: readonly ((weights: Float64Array) => number | null)[],
  { replicates = 1000, level = 0.95, seed = 1 }: Resampling,
): readonly (Interval | null)[] {
  if (replicates < 2) return statistics.map(() => null);
  const random = seededRandom(seed);
  const values = statistics.map(() => new Float64Array(replicates));
  const found = new Int32Array(statistics.length);
  const weights = new Float64Array(size);
  for (let replicate = 0; replicate < replicates; replicate++) {
    draw(weights, random);
    for (const [at, statistic] of statistics.entries()) {
      const value = statistic(weights);
      if (value !== null) values[at]![found[at]!++] = value;
    }
  }
  return values.map((all, at) => {
    const usable = found[at]!;
    if (usable * 2 < replicates) return null;
    const present = Array.from(all.subarray(0, usable));
    const lower = quantile(present, (1 - level) / 2);
    const upper = quantile(present, (1 + level) / 2);
    if (!lower.ok || !upper.ok) return null;
    return {
      lower: lower.value,
      upper: upper.value,
      level,
      replicates,
      undefinedReplicates: replicates - usable,
      seed,
    };
  });
}

/**
 * Intervals over units drawn anew with replacement.
 *
 * Units with two or more ratings and units with one are drawn apart: how many records were read twice is
 * decided by people, not by chance. Where there are few profiles the number of units of each is drawn from
 * the multinomial distribution, a binomial at a time, which is the same as drawing unit by unit.
 */
export function unitIntervals(
  table: RatingTable,
  statistics: readonly ((weights: Float64Array) => number | null)[],
  resampling: Resampling,
): readonly (Interval | null)[] {
  const strata = [stratum(table, (ratings) => ratings >= 2), stratum(table, (ratings) => ratings === 1)];
  if (strata[0]!.units < 2) return statistics.map(() => null);
  const draw = (weights: Float64Array, random: () => number) => {
    for (const one of strata) drawInto(weights, table.weights, one, random);
  };
  return percentileIntervals(table.weights.length, draw, statistics, resampling);
}

type Stratum = {
  readonly profiles: readonly number[];
  readonly units: number;
  /** The profile of each unit, where drawing unit by unit is cheaper. */
  readonly profileOf: Int32Array | null;
};

function stratum(table: RatingTable, belongs: (ratings: number) => boolean): Stratum {
  const profiles = [...table.weights.keys()].filter((p) => belongs(table.totals[p]!));
  const units = profiles.reduce((all, p) => all + table.weights[p]!, 0);
  // A binomial draw costs about a square root of the units, a unit costs one.
  if (profiles.length * Math.sqrt(units) <= units * 2) return { profiles, units, profileOf: null };
  const profileOf = new Int32Array(units);
  let at = 0;
  for (const p of profiles) for (const end = at + table.weights[p]!; at < end; at++) profileOf[at] = p;
  return { profiles, units, profileOf };
}

function drawInto(
  drawn: Float64Array,
  weights: Float64Array,
  { profiles, units, profileOf }: Stratum,
  random: () => number,
) {
  if (profileOf) {
    for (const p of profiles) drawn[p] = 0;
    for (let unit = 0; unit < units; unit++) drawn[profileOf[Math.floor(random() * units)]!]!++;
    return;
  }
  let left = units;
  let weightLeft = units;
  for (const p of profiles) {
    const count = binomialDraw(random, left, weights[p]! / weightLeft);
    drawn[p] = count;
    left -= count;
    weightLeft -= weights[p]!;
  }
}
