// Measures of how unevenly incomes are spread, and of the distance between two groups.

import {
  densityAt,
  densityBandwidth,
  type Incomes,
  incomeQuantile,
  incomesOf,
  incomeTotal,
  placesBelow,
  quantileInfluences,
} from "./income-distribution.ts";
import type { IncomeMeasure } from "./income-measure.ts";

/**
 * Gini coefficient: half the mean distance between two incomes, as a share of the mean income; 0 where all are
 * equal, near 1 where one has all.
 *
 * Formula: `G = Σ w y (2C − w − N) / (N Y)`, C being the weight up to and with the income, N the sum of the
 * weights and Y that of the incomes; no correction for the size of the sample. Influence, with L the income up
 * to and with y: `(y (2C − N) − 2L + Y) / (N Y) − G (1 / N + y / Y)`.
 *
 * @source Langel and Tillé (2013), Variance estimation of the Gini index: revisiting a result several times
 *   published, Journal of the Royal Statistical Society A 176(2)
 */
export const giniMeasure: IncomeMeasure = {
  lacks: "the incomes do not add up to more than 0, so that no distance can be a share of their mean",
  estimate: (incomes) => {
    const { values, weights, cumulated, weight } = incomes;
    const total = incomeTotal(incomes);
    if (!(total > 0)) return Number.NaN;
    // Equal incomes are exactly 0 apart, whatever rounding makes of the sum.
    if (values[0] === values[values.length - 1]) return 0;
    let sum = 0;
    for (let at = 0; at < values.length; at++)
      sum += weights[at]! * values[at]! * (2 * cumulated[at]! - weights[at]! - weight);
    return sum / (weight * total);
  },
  influence: (incomes, _line, estimate, _density, own) => {
    const { values, weights, cumulated, rows, weight } = incomes;
    const total = incomeTotal(incomes);
    let upTo = 0;
    for (let at = 0; at < rows.length; at++) {
      const value = values[at]!;
      upTo += weights[at]! * value;
      own[rows[at]!]! +=
        (value * (2 * cumulated[at]! - weight) - 2 * upTo + total) / (weight * total) -
        estimate * (1 / weight + value / total);
    }
    return 0;
  },
};

/** Incomes up to the second decile, and those above the eighth. */
function fifths(incomes: Incomes) {
  const { values, weights } = incomes;
  const bottom = incomeQuantile(incomes, 0.2);
  const top = incomeQuantile(incomes, 0.8);
  const low = placesBelow(incomes, bottom, true);
  const high = placesBelow(incomes, top, true);
  let ofLow = 0;
  let ofHigh = 0;
  for (let at = 0; at < low; at++) ofLow += weights[at]! * values[at]!;
  for (let at = high; at < values.length; at++) ofHigh += weights[at]! * values[at]!;
  return { bottom, top, low, high, ofLow, ofHigh };
}

/**
 * Income quintile share ratio S80/S20: the incomes of the richest fifth over those of the poorest.
 *
 * Formula: `Σ_{y>q80} w y / Σ_{y≤q20} w y`. The influence of a sum up to a quantile is
 * `y 1[y ≤ q] + q (α − 1[y ≤ q])`: the density at the quantile cancels out.
 *
 * @source Eurostat (2014), Methodological guidelines and description of EU-SILC target variables, `ilc_di11`;
 *   Langel and Tillé (2011), Statistical inference for the quintile share ratio, Journal of Statistical Planning
 *   and Inference 141(8)
 */
export const quintileShareRatio: IncomeMeasure = {
  lacks:
    "the incomes of the lowest fifth do not add up to more than 0, or so many are equal that none lies above the eighth decile",
  estimate: (incomes) => {
    const { ofLow, ofHigh, high } = fifths(incomes);
    return ofLow > 0 && high < incomes.rows.length ? ofHigh / ofLow : Number.NaN;
  },
  influence: (incomes, _line, estimate, _density, own) => {
    const { values, rows } = incomes;
    const { bottom, top, low, high, ofLow } = fifths(incomes);
    for (let at = 0; at < rows.length; at++) {
      const value = values[at]!;
      const upper = at < high ? -0.8 * top + top : value - 0.8 * top;
      const lower = at < low ? value - 0.8 * bottom : 0.2 * bottom;
      own[rows[at]!]! += (upper - estimate * lower) / ofLow;
    }
    return 0;
  },
};

/** The incomes of one group among those of a domain. */
function ofGroup(incomes: Incomes, groups: Int32Array, group: number): Incomes {
  const { values, weights, rows } = incomes;
  const places = new Int32Array(rows.length);
  let taken = 0;
  for (let at = 0; at < rows.length; at++) if (groups[rows[at]!] === group) places[taken++] = at;
  const found = incomesOf(values, weights, places.subarray(0, taken));
  return { ...found, rows: found.rows.map((at) => rows[at]!) };
}

/**
 * How far the mean or median pay of one group lies below that of another, as a share of the latter.
 *
 * @param groups group of each row
 * @param of the group whose distance is told
 * @param base the group it is a share of
 * @source Eurostat, Gender pay gap in unadjusted form (earn_gr_gpgr2), metadata; Deville (1999), Survey Methodology
 *   25, for the influence
 */
export function payGap(
  groups: Int32Array,
  of: number,
  base: number,
  method: "mean" | "median",
): IncomeMeasure {
  const centre = (incomes: Incomes): number =>
    incomes.rows.length === 0
      ? Number.NaN
      : method === "mean"
        ? incomeTotal(incomes) / incomes.weight
        : incomeQuantile(incomes, 0.5);
  return {
    lacks: "one of the two groups has no case, or the pay of the group compared with is not above 0",
    estimate: (incomes) => {
      const divisor = centre(ofGroup(incomes, groups, base));
      return divisor > 0 ? (divisor - centre(ofGroup(incomes, groups, of))) / divisor : Number.NaN;
    },
    influence: (incomes, _line, estimate, _density, own) => {
      const divisor = centre(ofGroup(incomes, groups, base));
      for (const [group, factor] of [
        [of, -1 / divisor],
        [base, (1 - estimate) / divisor],
      ] as const) {
        const part = ofGroup(incomes, groups, group);
        const middle = centre(part);
        if (method === "mean")
          for (const [at, row] of part.rows.entries())
            own[row]! += (factor * (part.values[at]! - middle)) / part.weight;
        else
          quantileInfluences(
            part,
            middle,
            densityAt(part, densityBandwidth(part), middle),
            (at, influence) => {
              own[part.rows[at]!]! += factor * influence;
            },
          );
      }
      return 0;
    },
  };
}
