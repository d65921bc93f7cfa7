import type { QuantileRule } from "./estimate-request.ts";
import { orderByValue } from "./order-by-value.ts";

/** Values in ascending order with the sum of the weights up to and with each. */
export type WeightedOrder = {
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly cumulated: Float64Array;
};

/**
 * Values and weights of rows in ascending order of the value.
 *
 * @param rows rows with a value and a weight above 0
 */
export function weightedOrder(values: Float64Array, weights: Float64Array, rows: Int32Array): WeightedOrder {
  const order = orderByValue(values, rows);
  const sorted = new Float64Array(order.length);
  const weight = new Float64Array(order.length);
  const cumulated = new Float64Array(order.length);
  let sum = 0;
  let lost = 0;
  for (let at = 0; at < order.length; at++) {
    const row = order[at]!;
    const w = weights[row]!;
    sorted[at] = values[row]!;
    weight[at] = w;
    // Neumaier's correction: a share that is reached exactly must not be missed by what rounding lost.
    const next = sum + w;
    lost += sum >= w ? sum - next + w : w - next + sum;
    sum = next;
    cumulated[at] = sum + lost;
  }
  return { values: sorted, weights: weight, cumulated };
}

/** Sums of weights that differ by less than this share of their total count as equal. */
const same = 4 * Number.EPSILON;

/** First place at which `reached` holds; the length where it never does. */
function firstPlace(length: number, reached: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

type Rule = (order: WeightedOrder, p: number) => number;

const total = ({ cumulated }: WeightedOrder): number => cumulated[cumulated.length - 1]!;
const held = ({ values }: WeightedOrder, at: number): number =>
  values[Math.min(values.length - 1, Math.max(0, at))]!;

/** Place of the first value at which the share of the weights reaches `p`. */
const reaching = (order: WeightedOrder, p: number): number => {
  const target = p * total(order);
  return firstPlace(order.values.length, (at) => order.cumulated[at]! >= target);
};

const isJump = (order: WeightedOrder, at: number, p: number): boolean =>
  at < order.values.length &&
  Math.abs(order.cumulated[at]! - p * total(order)) <=
    same * total(order) * Math.max(1, order.values.length / 64);

const leftContinuous: Rule = (order, p) => held(order, reaching(order, p));

const meanAtJump: Rule = (order, p) => {
  const at = reaching(order, p);
  return isJump(order, at, p) ? (held(order, at) + held(order, at + 1)) / 2 : held(order, at);
};

const evenAtJump: Rule = (order, p) => {
  const share = (at: number) => (order.cumulated[at]! - order.weights[at]! / 2) / total(order);
  const at = firstPlace(order.values.length, (place) => share(place) >= p * (1 - same));
  return held(order, at);
};

/** Linear between points (share, value); the ends hold outside. */
const interpolated =
  (share: (order: WeightedOrder, at: number) => number): Rule =>
  (order, p) => {
    const at = firstPlace(order.values.length, (place) => share(order, place) >= p);
    if (at === 0) return order.values[0]!;
    if (at === order.values.length) return order.values[at - 1]!;
    const low = share(order, at - 1);
    const high = share(order, at);
    const [from, to] = [order.values[at - 1]!, order.values[at]!];
    return high > low ? from + ((p - low) / (high - low)) * (to - from) : to;
  };

/**
 * The value of the highest share at or below `p`, shares being (S + ½ − w/2) / (n + 1) with the weights in S
 * scaled to a mean of 1 and the last one not, as R survey has it; shares need not rise with the value.
 */
const byShahAndVaish: Rule = (order, p) => {
  const { values, weights, cumulated } = order;
  const mean = total(order) / values.length;
  let best = Number.NaN;
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < values.length; at++) {
    const share = (cumulated[at]! / mean + 0.5 - weights[at]! / 2) / (values.length + 1);
    if (share <= p && share > highest) {
      highest = share;
      best = values[at]!;
    }
  }
  return best;
};

const last = ({ weights }: WeightedOrder): number => weights[weights.length - 1]!;

const rules: Readonly<Record<QuantileRule, Rule>> = {
  math: leftContinuous,
  hf1: leftContinuous,
  school: meanAtJump,
  hf2: meanAtJump,
  hf3: evenAtJump,
  shahvaish: byShahAndVaish,
  hf4: interpolated((order, at) => order.cumulated[at]! / total(order)),
  hf5: interpolated((order, at) => (order.cumulated[at]! - order.weights[at]! / 2) / total(order)),
  hf6: interpolated((order, at) => order.cumulated[at]! / (total(order) + last(order))),
  hf7: interpolated(
    (order, at) => (order.cumulated[at]! - order.weights[at]!) / (total(order) - last(order)),
  ),
  hf8: interpolated(
    (order, at) => (order.cumulated[at]! - order.weights[at]! / 3) / (total(order) + last(order) / 3),
  ),
  hf9: interpolated(
    (order, at) => (order.cumulated[at]! - (3 * order.weights[at]!) / 8) / (total(order) + last(order) / 4),
  ),
};

/**
 * The value below which a given share of the weights lies, by one of the rules in use.
 *
 * Meaning: `math` (`hf1`) takes the first value at which the share is reached, `school` (`hf2`) the mean with
 * the next one where it is reached exactly; `hf4` to `hf9` are those of Hyndman and Fan with weights in the
 * place of counts, `shahvaish` that of Shah and Vaish for scaled weights.
 *
 * @param p between 0 and 1; outside, as the ends of an interval may be, there is no value: NaN
 * @source Hyndman and Fan (1996), The American Statistician 50(4); Shah and Vaish (2006), Confidence Intervals
 *   for Quantile Estimation from Complex Survey Data, Proceedings of the Section on Survey Research Methods
 */
export const weightedQuantile = (order: WeightedOrder, p: number, rule: QuantileRule): number =>
  p >= 0 && p <= 1 ? rules[rule](order, p) : Number.NaN;
