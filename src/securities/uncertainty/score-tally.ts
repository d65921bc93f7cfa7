// Scores over thousands of runs. Of the last period every score is kept, for its median; of earlier periods the
// lowest and highest alone, as many as the ends of the interval can need: both ends are exact, at a twentieth
// of the memory.

import type { CompiledIndex } from "../compiled-index.ts";
import type { FlatIndex } from "./flat-index.ts";

export type ScoreUncertainty = {
  readonly area: string;
  readonly node: string;
  readonly period: string | null;
  readonly score: number | null;
  readonly low: number | null;
  /** Of the last period; `null` in those before. */
  readonly median: number | null;
  readonly high: number | null;
  readonly mean: number | null;
  readonly n: number;
};

type Found = Pick<ScoreUncertainty, "low" | "median" | "high" | "mean" | "n">;

/** The place of a quantile among n values, from 1 (type 1 of Hyndman and Fan). */
const placeOf = (n: number, share: number): number =>
  Math.min(n, Math.max(1, Math.ceil(n * share - 1e-9 * n)));

/**
 * Ends of intervals of many series without keeping them: the lowest and highest values of each slot.
 *
 * @param most values that a slot can get
 * @param probability of the interval
 */
export function edgeTally(slots: number, most: number, probability: number) {
  const width = Math.min(most, Math.ceil((most * (1 - probability)) / 2) + 2);
  const lowest = new Float64Array(slots * width).fill(Number.POSITIVE_INFINITY);
  const highest = new Float64Array(slots * width).fill(Number.NEGATIVE_INFINITY);
  const sums = new Float64Array(slots);
  const counts = new Int32Array(slots);
  return {
    add(slot: number, value: number): void {
      sums[slot]! += value;
      counts[slot]! += 1;
      const [first, last] = [slot * width, (slot + 1) * width - 1];
      if (value < lowest[last]!) {
        let at = last;
        for (; at > first && lowest[at - 1]! > value; at--) lowest[at] = lowest[at - 1]!;
        lowest[at] = value;
      }
      if (value > highest[last]!) {
        let at = last;
        for (; at > first && highest[at - 1]! < value; at--) highest[at] = highest[at - 1]!;
        highest[at] = value;
      }
    },
    at(slot: number): Found {
      const n = counts[slot]!;
      if (n === 0) return { low: null, median: null, high: null, mean: null, n };
      const first = slot * width;
      return {
        low: lowest[first + placeOf(n, (1 - probability) / 2) - 1]!,
        median: null,
        high: highest[first + n - placeOf(n, (1 + probability) / 2)]!,
        mean: sums[slot]! / n,
        n,
      };
    },
  };
}

/**
 * Scores of the nodes and periods asked for, of the runs on the definition's own scale.
 *
 * @param most runs that will be counted, at the most
 * @param which periods have intervals
 */
export function scoreTally(
  { grid }: CompiledIndex,
  flat: FlatIndex,
  asked: { readonly nodes: readonly string[]; readonly periods: readonly number[] },
  { most, probability, which }: { most: number; probability: number; which: "last" | "all" },
) {
  const { nodes, periods } = asked;
  const areas = grid.areas.length;
  const last = periods.length - 1;
  const earlier = which === "all" ? periods.slice(0, last) : [];
  const edges = edgeTally(nodes.length * earlier.length * areas, most, probability);
  const kept: Float64Array[] = [];
  const slotOf = (node: number, period: number) => (node * earlier.length + period) * areas;

  const ofLast = (node: number, area: number): Found => {
    const values = Float64Array.from(kept, (scores) => scores[node * areas + area]!)
      .filter((score) => !Number.isNaN(score))
      .sort();
    const n = values.length;
    const at = (share: number) => (n === 0 ? null : values[placeOf(n, share) - 1]!);
    return {
      low: at((1 - probability) / 2),
      median: at(0.5),
      high: at((1 + probability) / 2),
      mean: n === 0 ? null : values.reduce((sum, value) => sum + value, 0) / n,
      n,
    };
  };

  return {
    /** The run made last. */
    count(): void {
      const scores = new Float64Array(nodes.length * areas);
      for (const [i, id] of nodes.entries()) {
        const column = flat.columns[flat.positions.get(id)!]!;
        const from = flat.firstOf.get(periods[last]!)!;
        scores.set(column.subarray(from, from + areas), i * areas);
        for (const [j, period] of earlier.entries()) {
          const first = flat.firstOf.get(period)!;
          const slot = slotOf(i, j);
          for (let area = 0; area < areas; area++) {
            const score = column[first + area]!;
            if (!Number.isNaN(score)) edges.add(slot + area, score);
          }
        }
      }
      kept.push(scores);
    },
    /** @param nominalScore as the index is defined; NaN: none */
    scores(
      nominalScore: (node: number, period: number, area: number) => number,
    ): readonly ScoreUncertainty[] {
      const wanted = which === "all" ? [...periods.keys()] : [last];
      return nodes.flatMap((node, i) =>
        wanted.flatMap((j) =>
          grid.areas.map((code, area): ScoreUncertainty => {
            const { low, median, high, mean, n } =
              j === last ? ofLast(i, area) : edges.at(slotOf(i, j) + area);
            const score = nominalScore(i, j, area);
            return {
              area: code,
              node,
              period: grid.periods[periods[j]!]!,
              score: Number.isNaN(score) ? null : score,
              ...{ low, median, high, mean, n },
            };
          }),
        ),
      );
    },
  };
}
