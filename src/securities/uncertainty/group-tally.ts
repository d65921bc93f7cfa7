// How often each area stood in each country group.

import { quantileOfSorted } from "#statistics";
import { threeParts } from "../classify-areas.ts";
import { scoreTolerance } from "../comparison.ts";
import { type CompiledIndex, scaleOf } from "../compiled-index.ts";
import { type CountryGroupId, countryGroupIds, countryGroupOf } from "../country-groups.ts";
import { childrenByNode } from "../index-tree.ts";
import type { FlatIndex } from "./flat-index.ts";

/** Share of replicates by group; groups that never occurred are left out. */
export type GroupShares = Readonly<Partial<Record<CountryGroupId, number>>>;

/** Country groups replicate by replicate, by the rule and with the thresholds of a run. */
export function groupTally(
  { definition, grid }: CompiledIndex,
  flat: FlatIndex,
  nodes: readonly string[],
  periods: readonly number[],
  orderOf: (node: number, period: number) => Int32Array,
) {
  const scheme = definition.countryGroups;
  const areas = grid.areas.length;
  const children = childrenByNode(definition.nodes);
  const tolerance = scoreTolerance(scaleOf(definition));
  const kinds = countryGroupIds.length;
  const made = nodes.map((id) => {
    const parts = scheme === null ? null : threeParts(children.get(id)!);
    if (parts === null) return null;
    const ids = [id, parts.input, parts.process, parts.outcome];
    return {
      at: ids.map((part) => flat.positions.get(part)!),
      asked: ids.map((part) => nodes.indexOf(part)),
    };
  });
  const counts = made.map((one) => (one ? new Uint32Array(periods.length * areas * kinds) : null));
  const sorted = new Float64Array(areas);
  const limits = new Float64Array(4);
  /** The least score that is high, the tolerance taken off; NaN where there is none. */
  const limitOf = (scores: Float64Array, from: number, order: Int32Array | null): number => {
    let n = 0;
    for (let place = areas - 1; place >= 0; place--) {
      const score = scores[from + (order === null ? place : order[place]!)]!;
      if (!Number.isNaN(score)) sorted[n++] = score;
    }
    if (n === 0) return Number.NaN;
    const present = sorted.subarray(0, n);
    if (order === null) present.sort();
    return quantileOfSorted(present, scheme!.probability, scheme!.quantileType) - tolerance;
  };
  return {
    count(): void {
      for (const [i, one] of made.entries()) {
        if (one === null) continue;
        if (one.at.some((node, part) => part > 0 && flat.dropped[node] === 1)) continue;
        const columns = one.at.map((node) => flat.columns[node]!);
        for (const [j, period] of periods.entries()) {
          const from = flat.firstOf.get(period)!;
          for (const [part, asked] of one.asked.entries())
            limits[part] = limitOf(columns[part]!, from, asked < 0 ? null : orderOf(asked, j));
          for (let area = 0; area < areas; area++)
            counts[i]![(j * areas + area) * kinds + groupAt(columns, from + area, limits)]! += 1;
        }
      }
    },
    shares(node: number, period: number, area: number): { readonly groups?: GroupShares } {
      const own = counts[node]?.subarray(
        (period * areas + area) * kinds,
        (period * areas + area + 1) * kinds,
      );
      if (!own) return {};
      const n = own.reduce((sum, count) => sum + count, 0);
      if (n === 0) return {};
      return {
        groups: Object.fromEntries(
          countryGroupIds.flatMap((id, kind) => (own[kind]! > 0 ? [[id, own[kind]! / n]] : [])),
        ),
      };
    },
  };
}

/** As `countryGroupOf`, which a test holds it to; four comparisons and no objects. */
export function groupAt(columns: readonly Float64Array[], cell: number, limits: Float64Array): number {
  let high = 0;
  for (let part = 0; part < 4; part++) {
    const score = columns[part]![cell]!;
    if (score >= limits[part]!) high |= 1 << part;
    else if (Number.isNaN(score) || Number.isNaN(limits[part]!)) return groupByHigh[16]!;
  }
  return groupByHigh[high]!;
}

/** The group for every answer to "which of index, input, process and outcome are high"; last: one is missing. */
const groupByHigh: readonly number[] = Array.from({ length: 17 }, (_, high) => {
  const part = (at: number) => (high === 16 ? null : (high >> at) & 1);
  const scores = { index: part(0), input: part(1), process: part(2), outcome: part(3) };
  const { group } = countryGroupOf(scores, { index: 1, input: 1, process: 1, outcome: 1 });
  return countryGroupIds.indexOf(group);
});
