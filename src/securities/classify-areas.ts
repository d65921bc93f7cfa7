import { quantile } from "#statistics";
import { atLeast, scoreTolerance } from "./comparison.ts";
import { scaleOf } from "./compiled-index.ts";
import { countryGroupOf, type IndexAndParts } from "./country-groups.ts";
import type { IndexDefinition } from "./index-definition.ts";
import type { CountryGroupOfArea, Score, Threshold } from "./index-run.ts";
import { childrenByNode } from "./index-tree.ts";
import { type IndicatorRole, indicatorRoles } from "./security-terms.ts";

/**
 * The thresholds of every node and the country groups of every node whose children are exactly one input,
 * one process and one outcome. A node with a part that was dropped for all areas gives no groups: three
 * parts are needed to tell the groups apart. Without country groups in the definition both lists are empty.
 *
 * @param scores by node in the order of the definition, period and area, as `runIndex` makes them
 * @source methods 2.1
 */
export function classifyAreas(
  definition: IndexDefinition,
  scores: readonly Score[],
  areas: readonly string[],
  periods: readonly (string | null)[],
): { readonly thresholds: readonly Threshold[]; readonly countryGroups: readonly CountryGroupOfArea[] } {
  const scheme = definition.countryGroups;
  if (scheme === null) return { thresholds: [], countryGroups: [] };
  const tolerance = scoreTolerance(scaleOf(definition));
  const inner = definition.nodes.filter((node) => node.direction === null);
  const nodeAt = new Map(inner.map((node, i) => [node.id, i]));
  const scoresOf = (node: string, periodAt: number) => {
    const first = (nodeAt.get(node)! * periods.length + periodAt) * areas.length;
    return scores.slice(first, first + areas.length);
  };

  const thresholds: Threshold[] = [];
  for (const node of inner)
    for (const [periodAt, period] of periods.entries()) {
      const present = scoresOf(node.id, periodAt).flatMap(({ score }) => (score === null ? [] : [score]));
      const found = quantile(present, scheme.probability, scheme.quantileType);
      const value = found.ok ? found.value : null;
      const ties = present.filter((score) => value !== null && isOn(score, value, tolerance)).length;
      thresholds.push({ node: node.id, period, value, n: present.length, ties });
    }
  const thresholdOf = (node: string, periodAt: number) =>
    thresholds[nodeAt.get(node)! * periods.length + periodAt]!.value;

  const countryGroups: CountryGroupOfArea[] = [];
  const children = childrenByNode(definition.nodes);
  for (const { id: node } of inner) {
    const parts = threeParts(children.get(node)!);
    if (parts === null) continue;
    const nodes = { index: node, ...parts };
    if (indicatorRoles.some((role) => scoresOf(parts[role], 0)[0]?.reason === "group_constant")) continue;
    for (const [periodAt, period] of periods.entries()) {
      const limits = partsOf(nodes, (id) => thresholdOf(id, periodAt));
      const lists = Object.fromEntries(Object.values(nodes).map((id) => [id, scoresOf(id, periodAt)]));
      for (const [i, area] of areas.entries()) {
        const found = partsOf(nodes, (id) => lists[id]![i]!.score);
        countryGroups.push({ area, node, period, ...countryGroupOf(found, limits, tolerance) });
      }
    }
  }
  return { thresholds, countryGroups };
}

const isOn = (score: number, value: number, tolerance: number): boolean =>
  atLeast(score, value, tolerance) && atLeast(value, score, tolerance);

function partsOf(
  nodes: Readonly<Record<keyof IndexAndParts, string>>,
  value: (node: string) => number | null,
): IndexAndParts {
  return {
    index: value(nodes.index),
    input: value(nodes.input),
    process: value(nodes.process),
    outcome: value(nodes.outcome),
  };
}

/** The ids of a node's input, process and outcome, where its children are these three and no others. */
export function threeParts(
  children: readonly { readonly id: string; readonly role: IndicatorRole | null }[],
): Readonly<Record<IndicatorRole, string>> | null {
  const idOf = (role: IndicatorRole) => children.find((child) => child.role === role)?.id;
  const [input, process, outcome] = [idOf("input"), idOf("process"), idOf("outcome")];
  if (children.length !== 3 || input === undefined || process === undefined || outcome === undefined)
    return null;
  return { input, process, outcome };
}
