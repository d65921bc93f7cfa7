import type { TraceNodeShape } from "#contract";

/** Every step of a path, from what is asked about down to its sources. */
export const allSteps = (node: TraceNodeShape): readonly TraceNodeShape[] => [
  node,
  ...node.inputs.flatMap(allSteps),
];

/** Steps from what is asked down to the farthest source, both ends counted. */
export const depthOf = (node: TraceNodeShape): number =>
  1 + node.inputs.reduce((most, input) => Math.max(most, depthOf(input)), 0);

/** Hashes of the source files on the way, each once. */
export const sourcesOf = (node: TraceNodeShape): ReadonlySet<string> =>
  new Set(allSteps(node).flatMap((step) => (step.source ? [step.source.sha256] : [])));

/** What stands after the kind in an address such as `run:NAME`, decoded. */
export function idPart(id: string): string {
  const part = id.slice(id.indexOf(":") + 1);
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
