// What thousands of runs gave, counted as they go: how often an area stood at each rank and in each country
// group. Scores are in score-tally.ts.

import { countQuantile } from "#statistics";
import type { CompiledIndex } from "../compiled-index.ts";
import type { FlatIndex } from "./flat-index.ts";
import { type GroupShares, groupTally } from "./group-tally.ts";

/** Where an area stood over all replicates. */
export type RankUncertainty = {
  readonly area: string;
  readonly node: string;
  readonly period: string | null;
  /** As the index is defined; `null`: it has no score. */
  readonly rank: number | null;
  /** The interval holds the probability of the plan: half of the rest lies below, half above. */
  readonly low: number | null;
  readonly median: number | null;
  readonly high: number | null;
  readonly mean: number | null;
  /** Replicates in which the area had a rank. */
  readonly n: number;
  /** Share of these in which it was among the ten highest. */
  readonly topTen: number | null;
  /** Share of these in each country group; absent where the node makes none. */
  readonly groups?: GroupShares;
};

/** Ranks of one node and period: `competitionRank`, with the order of the run before as a beginning. */
export function rankInto(
  scores: Float64Array,
  from: number,
  order: Int32Array,
  ranks: Int32Array,
  tolerance: number,
): void {
  const isAbove = (a: number, b: number) => a > b || (Number.isNaN(b) && !Number.isNaN(a));
  for (let i = 1; i < order.length; i++) {
    const area = order[i]!;
    const score = scores[from + area]!;
    let place = i;
    while (place > 0 && isAbove(score, scores[from + order[place - 1]!]!)) {
      order[place] = order[place - 1]!;
      place -= 1;
    }
    order[place] = area;
  }
  let [highest, rank] = [Number.NaN, 0];
  for (let place = 0; place < order.length; place++) {
    const area = order[place]!;
    const score = scores[from + area]!;
    if (Number.isNaN(score)) {
      ranks[area] = 0;
      continue;
    }
    if (!(score === highest || highest - score <= tolerance)) {
      highest = score;
      rank = place + 1;
    }
    ranks[area] = rank;
  }
}

/** Counts for the nodes and periods asked for. */
export function rankTally(
  index: CompiledIndex,
  flat: FlatIndex,
  asked: { readonly nodes: readonly string[]; readonly periods: readonly number[] },
  replicates: number,
) {
  const { grid } = index;
  const areas = grid.areas.length;
  const { nodes, periods } = asked;
  const slots = nodes.length * periods.length * areas;
  const counts =
    replicates < 65_536 ? new Uint16Array(slots * (areas + 1)) : new Uint32Array(slots * (areas + 1));
  const orders = Array.from({ length: nodes.length * periods.length }, () =>
    Int32Array.from({ length: areas }, (_, area) => area),
  );
  const nominal = new Int32Array(slots);
  const nominalScores = new Float64Array(slots).fill(Number.NaN);
  const ranks = new Int32Array(areas);
  const groups = groupTally(
    index,
    flat,
    nodes,
    periods,
    (node, period) => orders[node * periods.length + period]!,
  );

  const slotOf = (node: number, period: number) => (node * periods.length + period) * areas;
  const each = (tolerance: number, visit: (slot: number, scores: Float64Array, from: number) => void) => {
    for (const [i, id] of nodes.entries()) {
      const scores = flat.columns[flat.positions.get(id)!]!;
      for (const [j, period] of periods.entries()) {
        const from = flat.firstOf.get(period)!;
        rankInto(scores, from, orders[i * periods.length + j]!, ranks, tolerance);
        visit(slotOf(i, j), scores, from);
      }
    }
  };

  return {
    /** The run as it is defined. */
    begin(tolerance: number): void {
      each(tolerance, (slot, scores, from) => {
        nominal.set(ranks, slot);
        nominalScores.set(scores.subarray(from, from + areas), slot);
      });
    },
    /** One replicate. */
    count(tolerance: number): void {
      each(tolerance, (slot) => {
        for (let area = 0; area < areas; area++) counts[(slot + area) * (areas + 1) + ranks[area]!]! += 1;
      });
      groups.count();
    },
    nominalRank: (node: number, period: number, area: number) => nominal[slotOf(node, period) + area]!,
    nominalScore: (node: number, period: number, area: number) => nominalScores[slotOf(node, period) + area]!,
    /** Ranks of one node and period in the run made last. */
    ranksOf(node: number, period: number, tolerance: number): Int32Array {
      const scores = flat.columns[flat.positions.get(nodes[node]!)!]!;
      rankInto(
        scores,
        flat.firstOf.get(periods[period]!)!,
        orders[node * periods.length + period]!,
        ranks,
        tolerance,
      );
      return ranks;
    },
    ranks(probability: number): readonly RankUncertainty[] {
      const found: RankUncertainty[] = [];
      for (const [i, node] of nodes.entries())
        for (const [j, period] of periods.entries())
          for (const [area, code] of grid.areas.entries()) {
            const slot = slotOf(i, j) + area;
            const own = counts.slice(slot * (areas + 1), (slot + 1) * (areas + 1));
            own[0] = 0;
            let [n, sum, top] = [0, 0, 0];
            for (let rank = 1; rank <= areas; rank++) {
              n += own[rank]!;
              sum += own[rank]! * rank;
              if (rank <= 10) top += own[rank]!;
            }
            const at = (share: number) => (n === 0 ? null : countQuantile(own, share));
            found.push({
              area: code,
              node,
              period: grid.periods[period]!,
              rank: nominal[slot]! === 0 ? null : nominal[slot]!,
              low: at((1 - probability) / 2),
              median: at(0.5),
              high: at((1 + probability) / 2),
              mean: n === 0 ? null : sum / n,
              n,
              topTen: n === 0 ? null : top / n,
              ...groups.shares(i, j, area),
            });
          }
      return found;
    },
  };
}
