// Reads the tree out of a stored definition for showing it. The definition was checked when it was stored;
// what a later version may add is ignored here.

import type { Language, Localised } from "#kernel";
import { inLanguage } from "./names.ts";

export type TreeNode = {
  readonly id: string;
  readonly title: Localised | string | null;
  readonly role: string | null;
  readonly weight: number;
  readonly direction: 1 | -1 | null;
  readonly evidence: string | null;
  readonly children: readonly TreeNode[];
};

type StoredNode = Partial<Omit<TreeNode, "children">> & {
  readonly id: string;
  readonly parent?: string | null;
};

/** The root of a stored definition with everything below it, or null where it has no nodes. */
export function definitionTree(definition: unknown): TreeNode | null {
  const nodes = ((definition as { readonly nodes?: readonly StoredNode[] } | null)?.nodes ?? []).filter(
    Boolean,
  );
  const build = (node: StoredNode): TreeNode => ({
    id: node.id,
    title: node.title ?? null,
    role: node.role ?? null,
    weight: node.weight ?? 1,
    direction: node.direction ?? null,
    evidence: node.evidence ?? null,
    children: nodes.filter((child) => child.parent === node.id).map(build),
  });
  const root = nodes.find((node) => !node.parent);
  return root ? build(root) : null;
}

/** All nodes from the root down, a parent before its children. */
export const nodesBelow = (node: TreeNode): readonly TreeNode[] => [
  node,
  ...node.children.flatMap(nodesBelow),
];

export const nodeTitle = (node: TreeNode, language: Language): string =>
  node.title === null
    ? node.id
    : typeof node.title === "string"
      ? node.title
      : inLanguage(node.title, language);
