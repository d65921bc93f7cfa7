// Measures of what lies below a line. Incomes below the line are those strictly below it.

import {
  firstIncomes,
  type Incomes,
  incomeQuantile,
  placesBelow,
  weightOfFirst,
} from "./income-distribution.ts";
import type { IncomeMeasure } from "./income-measure.ts";

/** Shortfall of one income as a share of the line, to the power 0, 1 or 2, the same to the bit in all engines. */
function gap(value: number, line: number, order: 0 | 1 | 2): number {
  const share = (line - value) / line;
  return order === 0 ? 1 : order === 1 ? share : share * share;
}

function weightedGaps({ values, weights }: Incomes, poor: number, line: number, order: 0 | 1 | 2): number {
  let sum = 0;
  for (let at = 0; at < poor; at++) sum += weights[at]! * gap(values[at]!, line, order);
  return sum;
}

/**
 * Foster, Greer and Thorbecke's family: the share below the line (order 0), the mean shortfall as a share of
 * the line (1), and its square, which weighs the poorest more (2).
 *
 * Formula: `P = Σ_{y<t} w ((t − y) / t)^a / Σ w`. Influence for a fixed line `(g − P) / N`; slope on the line
 * f(t) for a = 0, else `Σ_{y<t} w a ((t − y) / t)^(a−1) y / (t² N)`.
 *
 * @param order a: 0, 1 or 2
 * @source Foster, Greer and Thorbecke (1984), Econometrica 52(3); Berger and Skinner (2003), Journal of the Royal
 *   Statistical Society C 52(4), and Osier (2009), Survey Research Methods 3(3), for the influence
 */
export function shortfallMeasure(order: 0 | 1 | 2): IncomeMeasure {
  return {
    lacks: "the poverty line is not above 0, so that no shortfall can be a share of it",
    estimate: (incomes, line) => {
      if (order > 0 && !(line > 0)) return Number.NaN;
      const poor = placesBelow(incomes, line);
      return order === 0
        ? weightOfFirst(incomes, poor) / incomes.weight
        : weightedGaps(incomes, poor, line, order) / incomes.weight;
    },
    influence: (incomes, line, estimate, density, own) => {
      const { values, weights, rows, weight } = incomes;
      const poor = placesBelow(incomes, line);
      for (let at = 0; at < rows.length; at++)
        own[rows[at]!]! += ((at < poor ? gap(values[at]!, line, order) : 0) - estimate) / weight;
      if (order === 0) return density(line);
      let slope = 0;
      for (let at = 0; at < poor; at++)
        slope += weights[at]! * order * gap(values[at]!, line, order === 2 ? 1 : 0) * values[at]!;
      return slope / (line * line * weight);
    },
  };
}

const medianOfFirst = (incomes: Incomes, places: number): number =>
  incomeQuantile(firstIncomes(incomes, places), 0.5);

/**
 * Relative median poverty gap: how far the median income of those below the line lies below it, as a share of
 * the line.
 *
 * Formula: `(t − m) / t`, m being the median of the incomes below t. As F(m) = F(t) / 2, the influence of m is
 * `(½ I(F(t)) − I(F(m))) / f(m)`, with I(F(x)) = (1[y ≤ x] − F(x)) / N and, for t, f(t) times the influence of
 * the line on top.
 *
 * @source Eurostat (2014), Methodological guidelines and description of EU-SILC target variables, `ilc_li11`;
 *   Osier (2009), Survey Research Methods 3(3), section 4.3, for the influence
 */
export const relativeMedianGap: IncomeMeasure = {
  lacks: "no income lies below the line, so that there is no median of the poor, or the line is not above 0",
  estimate: (incomes, line) => {
    const poor = placesBelow(incomes, line);
    return poor === 0 || !(line > 0) ? Number.NaN : (line - medianOfFirst(incomes, poor)) / line;
  },
  influence: (incomes, line, _estimate, density, own) => {
    const { rows, weight } = incomes;
    const poor = placesBelow(incomes, line);
    const median = medianOfFirst(incomes, poor);
    const ofMedian = density(median);
    const slopeOfMedian = ofMedian > 0 ? density(line) / (2 * ofMedian) : 0;
    if (ofMedian > 0) {
      const lower = placesBelow(incomes, median, true);
      const shareBelowLine = weightOfFirst(incomes, poor) / weight;
      const shareToMedian = weightOfFirst(incomes, lower) / weight;
      const factor = -1 / (line * ofMedian * weight);
      for (let at = 0; at < rows.length; at++) {
        const belowLine = (at < poor ? 1 : 0) - shareBelowLine;
        const toMedian = (at < lower ? 1 : 0) - shareToMedian;
        own[rows[at]!]! += factor * (0.5 * belowLine - toMedian);
      }
    }
    return (median / line - slopeOfMedian) / line;
  },
};

/**
 * Mean shortfall below a level in the units of the score itself: `Σ_{y<c} w (c − y) / Σ w`. The level is given,
 * not estimated.
 */
export const meanShortfall: IncomeMeasure = {
  lacks: "there is no case",
  estimate: (incomes, level) => {
    const { values, weights, weight } = incomes;
    const below = placesBelow(incomes, level);
    let sum = 0;
    for (let at = 0; at < below; at++) sum += weights[at]! * (level - values[at]!);
    return sum / weight;
  },
  influence: ({ values, rows, weight }, level, estimate, _density, own) => {
    for (let at = 0; at < rows.length; at++)
      own[rows[at]!]! += (Math.max(0, level - values[at]!) - estimate) / weight;
    return 0;
  },
};
