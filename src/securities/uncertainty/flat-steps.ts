// The steps of one indicator for values that change in every replicate: the same arithmetic as
// `indicatorStages`, written into arrays that are used again, with nothing kept of the way.

import { imputeColumn, normaliseColumn, transformColumn } from "#statistics";
import type { ImputationRule, IndexDefinition, IndexNode, TreatmentRule } from "../index-definition.ts";
import {
  type GridContext,
  type ReferenceCells,
  resolvedRule,
  rulesOf,
  type StepChoices,
  transformedValue,
} from "../indicator-column.ts";
import { yearOfPeriod } from "../year-of-period.ts";

/** What became of a column: on the scale, dropped since it does not vary, or without a scale. */
export type FlatOutcome = "scaled" | "constant" | "no-scale";

/** Arrays that steps write to, one set for a whole analysis. */
export type StepScratch = { readonly column: Float64Array; readonly part: Float64Array };

export const stepScratch = (cells: number): StepScratch => ({
  column: new Float64Array(cells),
  part: new Float64Array(cells),
});

/**
 * The steps of one indicator, with all that does not depend on its values looked up once.
 *
 * @returns a function that lays raw values on the scale, into `into`
 */
export function flatSteps(
  definition: IndexDefinition,
  node: IndexNode,
  context: GridContext,
  choices: StepChoices,
  scratch: StepScratch,
): (raw: Float64Array, into: Float64Array) => FlatOutcome {
  const { grid, reference, leftOut } = context;
  const areas = grid.areas.length;
  const { imputation, treatment, normalisation } = rulesOf(definition, node, choices);
  const denominator = node.steps?.denominator ? grid.values.get(node.steps.denominator)! : null;
  const transformation = node.steps?.transformation ?? null;
  const left = [...leftOut];
  const impute = imputation && imputer(imputation, context);
  const { column } = scratch;
  return (raw, into) => {
    if (denominator === null) column.set(raw);
    else
      for (let cell = 0; cell < raw.length; cell++) {
        const by = denominator[cell]!;
        const share = by === 0 ? Number.NaN : raw[cell]! / by;
        column[cell] = Number.isFinite(share) ? share : Number.NaN;
      }
    impute?.(column);
    for (const area of left)
      for (let cell = area; cell < column.length; cell += areas) column[cell] = Number.NaN;
    if (transformation)
      for (let cell = 0; cell < column.length; cell++) {
        const after = transformedValue(column[cell]!, transformation);
        column[cell] = Number.isFinite(after) ? after : Number.NaN;
      }
    if (treatment) treat(column, treatment, reference, scratch.part);
    return normalise(column, resolvedRule(normalisation, column, context), node, reference, into, scratch);
  };
}

/** Fills holes in place. Means are taken here; rarer rules go the way of the definition. */
function imputer(rule: ImputationRule, { grid, groups }: GridContext): (column: Float64Array) => void {
  const [areas, periods] = [grid.areas.length, grid.periods.length];
  const most = rule.maximumShare === null ? Number.POSITIVE_INFINITY : rule.maximumShare * areas * periods;
  const holesOf = (column: Float64Array) => {
    let holes = 0;
    for (let cell = 0; cell < column.length; cell++) if (Number.isNaN(column[cell]!)) holes += 1;
    return holes;
  };
  const members = rule.groupBy === null ? null : (groups.get(rule.groupBy) ?? []);
  if (rule.method !== "mean" && rule.method !== "group-mean") {
    const layout = {
      areas,
      periods,
      ...(members && { groups: members }),
      ...(rule.mostYears !== null && { mostYears: rule.mostYears }),
      years: grid.periods.map((period, i) => (period === null ? i : yearOfPeriod(period))),
    };
    return (column) => {
      const holes = holesOf(column);
      if (holes > 0 && holes <= most) column.set(imputeColumn(column, rule.method, layout).values);
    };
  }
  const names = [...new Set(members ?? [])].filter((name) => name !== null);
  const groupAt = Int32Array.from(grid.areas, (_, area) =>
    rule.method === "mean" ? 0 : names.indexOf(members?.[area] ?? ""),
  );
  const kinds = Math.max(1, names.length);
  const [sums, counts] = [new Float64Array(kinds), new Int32Array(kinds)];
  return (column) => {
    const holes = holesOf(column);
    if (holes === 0 || holes > most) return;
    for (let from = 0; from < column.length; from += areas) {
      sums.fill(0);
      counts.fill(0);
      for (let area = 0; area < areas; area++) {
        const [group, value] = [groupAt[area]!, column[from + area]!];
        if (group < 0 || Number.isNaN(value)) continue;
        sums[group]! += value;
        counts[group]! += 1;
      }
      for (let area = 0; area < areas; area++) {
        const group = groupAt[area]!;
        if (group >= 0 && Number.isNaN(column[from + area]!) && counts[group]! > 0)
          column[from + area] = sums[group]! / counts[group]!;
      }
    }
  };
}

/** Moments of the values that are there, as `columnMoments` defines them. */
const moments = { n: 0, minimum: 0, maximum: 0, mean: 0, deviation: 0, skewness: 0, kurtosis: 0 };

function measure(values: Float64Array, from: number, to: number, shape: boolean): typeof moments {
  let [n, sum, minimum, maximum] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = from; i < to; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) continue;
    n += 1;
    sum += value;
    if (value < minimum) minimum = value;
    if (value > maximum) maximum = value;
  }
  const mean = sum / n;
  moments.n = n;
  moments.minimum = minimum;
  moments.maximum = maximum;
  moments.mean = mean;
  let [second, third, fourth] = [0, 0, 0];
  if (shape)
    for (let i = from; i < to; i++) {
      const value = values[i]!;
      if (Number.isNaN(value)) continue;
      const away = value - mean;
      const square = away * away;
      second += square;
      third += square * away;
      fourth += square * square;
    }
  moments.deviation = Math.sqrt(second / (n - 1));
  const hasSpread = maximum > minimum;
  moments.skewness =
    n < 3 || !hasSpread
      ? Number.NaN
      : ((Math.sqrt(n) * third) / (second * Math.sqrt(second))) * (Math.sqrt(n * (n - 1)) / (n - 2));
  moments.kurtosis =
    n < 4 || !hasSpread
      ? Number.NaN
      : (((n + 1) * ((n * fourth) / (second * second) - 3) + 6) * (n - 1)) / ((n - 2) * (n - 3));
  return moments;
}

const isWithin = ({ limits }: TreatmentRule): boolean =>
  !(Math.abs(moments.skewness) >= limits.skewness && moments.kurtosis >= limits.kurtosis);

function treat(
  column: Float64Array,
  rule: TreatmentRule,
  [from, to]: ReferenceCells,
  part: Float64Array,
): void {
  measure(column, from, to, true);
  if (isWithin(rule)) return;
  const { minimum } = moments;
  const range = moments.maximum - minimum;
  const size = to - from;
  for (let i = 0; i < size; i++) part[i] = column[from + i]!;
  let [high, low, within] = [0, 0, false];
  while (high + low < rule.winsoriseAtMost && !within) {
    const isHigh = moments.skewness >= 0;
    const edge = isHigh ? moments.maximum : moments.minimum;
    let next = isHigh ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    for (let i = 0; i < size; i++) {
      const value = part[i]!;
      if (value !== edge && (isHigh ? value > next : value < next)) next = value;
    }
    let places = 0;
    for (let i = 0; i < size; i++)
      if (part[i] === edge) {
        part[i] = next;
        places += 1;
      }
    if (isHigh) high = places;
    else low = places;
    measure(part, 0, size, true);
    within = isWithin(rule);
  }
  const isEnough = high + low > 0 && (within || rule.otherwise === null);
  if (isEnough) {
    const { minimum: lowest, maximum: highest } = moments;
    for (let cell = 0; cell < column.length; cell++)
      if (column[cell]! < lowest) column[cell] = lowest;
      else if (column[cell]! > highest) column[cell] = highest;
    return;
  }
  if (rule.otherwise === null || !(range > 0)) return;
  if (rule.otherwise.method === "log-ct") {
    for (let cell = 0; cell < column.length; cell++)
      column[cell] = finite(Math.log(column[cell]! - minimum + 0.01 * range));
    return;
  }
  const after = transformColumn(column.slice(from, to), rule.otherwise, column);
  if (after) for (let cell = 0; cell < column.length; cell++) column[cell] = finite(after[cell]!);
}

/** Figures near the largest a computer holds can leave the scale: they have no place on it. */
const finite = (value: number): number => (Number.isFinite(value) ? value : Number.NaN);

function normalise(
  column: Float64Array,
  rule: ReturnType<typeof resolvedRule>,
  { direction }: IndexNode,
  [from, to]: ReferenceCells,
  into: Float64Array,
  { part }: StepScratch,
): FlatOutcome {
  const sign = direction ?? 1;
  switch (rule.method) {
    case "min-max": {
      const { n, minimum, maximum } = measure(column, from, to, false);
      if (n === 0) return without(into);
      if (minimum === maximum) return dropped(into);
      const { low, high } = rule;
      // As in minMaxNormalise: halves, so that the difference of two doubles cannot overflow.
      const range = maximum / 2 - minimum / 2;
      for (let cell = 0; cell < column.length; cell++) {
        const value = column[cell]!;
        const share = (sign === 1 ? value / 2 - minimum / 2 : maximum / 2 - value / 2) / range;
        into[cell] = finite(low * (1 - share) + high * share);
      }
      return "scaled";
    }
    case "z-score": {
      const { n, minimum, maximum, mean, deviation } = measure(column, from, to, true);
      if (n === 0) return without(into);
      if (minimum === maximum) return dropped(into);
      for (let cell = 0; cell < column.length; cell++)
        into[cell] = finite(((sign * (column[cell]! - mean)) / deviation) * rule.deviation + rule.mean);
      return "scaled";
    }
    case "rank":
    case "borda":
    case "percentile-rank": {
      let n = 0;
      for (let cell = from; cell < to; cell++)
        if (!Number.isNaN(column[cell]!)) part[n++] = sign * column[cell]!;
      if (n === 0) return without(into);
      const sorted = part.subarray(0, n).sort();
      if (sorted[0] === sorted[n - 1]) return dropped(into);
      const [add, whole] = [rule.method === "rank" ? 1 : 0, rule.method === "percentile-rank" ? n - 1 : 1];
      for (let cell = 0; cell < column.length; cell++) {
        const value = sign * column[cell]!;
        if (Number.isNaN(value)) {
          into[cell] = Number.NaN;
          continue;
        }
        let [low, high] = [0, n];
        while (low < high) {
          const middle = (low + high) >>> 1;
          if (sorted[middle]! < value) low = middle + 1;
          else high = middle;
        }
        into[cell] = (low + add) / whole;
      }
      return "scaled";
    }
    default: {
      const found = normaliseColumn(column, rule, { direction: sign, reference: column.subarray(from, to) });
      if (!found.ok) return found.reason === "constant" ? dropped(into) : without(into);
      for (let cell = 0; cell < into.length; cell++) into[cell] = finite(found.values[cell]!);
      return "scaled";
    }
  }
}

function without(into: Float64Array): FlatOutcome {
  into.fill(Number.NaN);
  return "no-scale";
}

function dropped(into: Float64Array): FlatOutcome {
  into.fill(Number.NaN);
  return "constant";
}
