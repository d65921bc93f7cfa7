// A definition taken apart into what may change by itself, and put together again from the parts of two.

import type { IndexDefinition, IndexNode } from "../index-definition.ts";

/** What a definition says, in the order in which a reader meets it. */
export const definitionParts = ["indicators", "weights", "normalisation", "aggregation"] as const;
export type DefinitionPart = (typeof definitionParts)[number];

/** Each part, and the rules on missing values, from the one or the other definition. */
export type PickedDefinition = Readonly<Record<DefinitionPart | "rules", IndexDefinition>>;

/** What a definition says by its parts, without what names it. */
function saidBy(definition: IndexDefinition): Readonly<Record<DefinitionPart | "rules", readonly unknown[]>> {
  const nodes = [...definition.nodes].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    indicators: nodes.map(({ id, parent, role, direction, steps }) => [
      id,
      parent,
      role,
      direction,
      steps?.denominator ?? null,
    ]),
    weights: [definition.weights, nodes.map(({ id, weight }) => [id, weight])],
    normalisation: [
      definition.normalisation,
      definition.treatment,
      definition.referencePeriod,
      nodes.map(({ id, steps }) => [
        id,
        steps && [steps.transformation, steps.treatment, steps.normalisation],
      ]),
    ],
    aggregation: [
      definition.aggregation,
      definition.renormaliseSubIndexes,
      nodes.map(({ id, aggregation }) => [id, aggregation]),
    ],
    rules: [
      definition.imputation,
      definition.areaGroups &&
        [...definition.areaGroups].map(([attribute, areas]) => [attribute, [...areas]]),
      definition.screening,
      definition.missing,
      nodes.map(({ id, steps }) => [id, steps?.imputation]),
    ],
  };
}

/** The parts in which two definitions differ. A node that only one of them has counts as indicators alone. */
export function differingParts(
  from: IndexDefinition,
  to: IndexDefinition,
): ReadonlySet<DefinitionPart | "rules"> {
  const [a, b] = [withPlainRoot(from), withPlainRoot(to)];
  const differing = new Set<DefinitionPart | "rules">();
  if (text(saidBy(a).indicators) !== text(saidBy(b).indicators)) differing.add("indicators");
  const [shared, sharedToo] = [saidBy(withNodesOf(a, b)), saidBy(withNodesOf(b, a))];
  for (const part of ["weights", "normalisation", "aggregation", "rules"] as const)
    if (text(shared[part]) !== text(sharedToo[part])) differing.add(part);
  return differing;
}

/**
 * One definition from the parts of two. The tree comes from the part `indicators`; what another part says
 * of a node comes from the definition picked for that part, where it has the node, else from the one that
 * gave the tree. The roots stand for one another whatever their ids.
 */
export function joinedDefinition(picked: PickedDefinition): IndexDefinition {
  const tree = picked.indicators;
  const lookup = (part: DefinitionPart | "rules") => {
    const definition = picked[part];
    const byId = new Map(definition.nodes.map((node) => [node.id, node]));
    return (node: IndexNode): IndexNode =>
      node.parent === null ? rootOf(definition) : (byId.get(node.id) ?? node);
  };
  const [weights, normalisation, aggregation, rules] = [
    lookup("weights"),
    lookup("normalisation"),
    lookup("aggregation"),
    lookup("rules"),
  ];
  return {
    ...tree,
    referenceAreas: null,
    weights: picked.weights.weights,
    normalisation: picked.normalisation.normalisation,
    treatment: picked.normalisation.treatment,
    referencePeriod: picked.normalisation.referencePeriod,
    aggregation: picked.aggregation.aggregation,
    renormaliseSubIndexes: picked.aggregation.renormaliseSubIndexes,
    imputation: picked.rules.imputation,
    areaGroups: picked.rules.areaGroups,
    screening: picked.rules.screening,
    missing: picked.rules.missing,
    nodes: tree.nodes.map((node) => {
      const scaled = normalisation(node).steps ?? node.steps;
      const steps = node.steps && {
        denominator: node.steps.denominator,
        transformation: scaled?.transformation ?? null,
        treatment: scaled?.treatment,
        normalisation: scaled?.normalisation,
        imputation: (rules(node).steps ?? node.steps).imputation,
      };
      return { ...node, weight: weights(node).weight, aggregation: aggregation(node).aggregation, steps };
    }),
  };
}

export const rootOf = ({ nodes }: Pick<IndexDefinition, "nodes">): IndexNode =>
  nodes.find(({ parent }) => parent === null)!;

/** The roots of two definitions are the same node, whatever they are called. */
function withPlainRoot(definition: IndexDefinition): IndexDefinition {
  const root = rootOf(definition);
  return {
    ...definition,
    nodes: definition.nodes.map((node) => ({
      ...node,
      id: node === root ? "" : node.id,
      parent: node.parent === root.id ? "" : node.parent,
    })),
  };
}

function withNodesOf(definition: IndexDefinition, other: IndexDefinition): IndexDefinition {
  const ids = new Set(other.nodes.map(({ id }) => id));
  return { ...definition, nodes: definition.nodes.filter(({ id }) => ids.has(id)) };
}

/** `undefined` ("as the definition has it") must not read the same as `null` ("none here"). */
const text = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (part === undefined ? "as the definition" : part));
