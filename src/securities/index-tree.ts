// The tree that the nodes of a definition make: is it one, and in which order is it computed.

import type { IndexDefinition, IndexNode } from "./index-definition.ts";
import { type Findings, listed } from "./json-fields.ts";
import { nearestWord } from "./nearest-word.ts";

/** The children of each node, in the order of the file; indicators and empty nodes have none. */
export function childrenByNode(nodes: readonly IndexNode[]): ReadonlyMap<string, readonly IndexNode[]> {
  const children = new Map<string, IndexNode[]>(nodes.map((node) => [node.id, []]));
  for (const node of nodes) if (node.parent !== null) children.get(node.parent)?.push(node);
  return children;
}

/** Nodes that are formed from others, each after all nodes below it. */
export function innerNodesUpwards(definition: IndexDefinition): readonly IndexNode[] {
  const children = childrenByNode(definition.nodes);
  const downwards: IndexNode[] = definition.nodes.filter((node) => node.parent === null);
  for (let i = 0; i < downwards.length; i++)
    for (const child of children.get(downwards[i]!.id) ?? [])
      if (child.direction === null) downwards.push(child);
  return downwards.reverse();
}

type Placed = { readonly node: IndexNode; readonly at: string };

/** Reports everything that keeps the nodes from being one tree with indicators as its leaves. */
export function checkTree(placed: readonly Placed[], findings: Findings): void {
  const byId = new Map<string, Placed>();
  for (const entry of placed) {
    const first = byId.get(entry.node.id);
    if (first === undefined) byId.set(entry.node.id, entry);
    else
      findings.report(
        "securities.node-duplicate",
        `${entry.at}.id`,
        `The id "${entry.node.id}" stands at ${first.at} and again at ${entry.at}. Scores and parents are found by id; rename or remove one of the two.`,
      );
  }
  checkParents(placed, byId, findings);
  checkCycles(byId, findings);
  checkLeaves(placed, findings);
}

function checkParents(
  placed: readonly Placed[],
  byId: ReadonlyMap<string, Placed>,
  findings: Findings,
): void {
  if (placed.length === 0) return;
  const roots = placed.filter(({ node }) => node.parent === null);
  if (roots.length === 0)
    findings.report(
      "securities.root-missing",
      "nodes",
      "Every node has a parent, so that no node is the index itself. Leave out the parent of the node at the top.",
    );
  for (const { node, at } of roots.slice(1))
    findings.report(
      "securities.root-several",
      `${at}.parent`,
      `"${node.id}" has no parent, and neither has "${roots[0]!.node.id}". An index has one node at the top; give "${node.id}" a parent.`,
    );
  for (const { node, at } of placed) {
    if (node.parent === null || byId.has(node.parent)) continue;
    const near = nearestWord(
      node.parent,
      [...byId.keys()].filter((id) => id !== node.id),
    );
    findings.report(
      "securities.parent-unknown",
      `${at}.parent`,
      `The parent "${node.parent}" of "${node.id}" is not a node of this definition${near ? `; the nearest id is "${near}"` : ""}. Without its parent the node would not count; correct the id or add the node.`,
    );
  }
}

/** Each cycle once, at its first node; nodes that merely hang below a cycle are not named. */
function checkCycles(byId: ReadonlyMap<string, Placed>, findings: Findings): void {
  const walkOf = new Map<string, number>();
  let walk = 0;
  for (const start of byId.keys()) {
    walk += 1;
    const path: string[] = [];
    let id: string | null = start;
    while (id !== null && byId.has(id) && !walkOf.has(id)) {
      walkOf.set(id, walk);
      path.push(id);
      id = byId.get(id)!.node.parent;
    }
    if (id === null || walkOf.get(id) !== walk) continue;
    const cycle = path.slice(path.indexOf(id));
    findings.report(
      "securities.node-cycle",
      `${byId.get(cycle[0]!)!.at}.parent`,
      `The parents of ${listed(cycle.slice(0, 20))} lead back to "${cycle[0]}" and never to the top. A node cannot be part of itself; correct one of these parents.`,
    );
  }
}

function checkLeaves(placed: readonly Placed[], findings: Findings): void {
  const parents = new Set(placed.map(({ node }) => node.parent));
  for (const { node, at } of placed) {
    if (node.direction !== null && parents.has(node.id))
      findings.report(
        "securities.indicator-with-children",
        `${at}.direction`,
        `"${node.id}" has a direction, so it is an indicator, and yet other nodes name it as their parent. Remove its direction, or give those nodes another parent.`,
      );
    if (node.direction !== null && node.role !== null)
      findings.report(
        "securities.indicator-with-role",
        `${at}.role`,
        `"${node.id}" is an indicator and has the role "${node.role}". A role belongs to a sub-index; put the indicator below a node with that role.`,
      );
    if (node.direction === null && !parents.has(node.id))
      findings.report(
        "securities.node-empty",
        at,
        `"${node.id}" has no direction and no nodes below it, so that nothing forms its score. Give it indicators, or a direction (1 or -1) if it is one.`,
      );
  }
}
