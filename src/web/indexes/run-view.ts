// What all figures of a run's page need to know of it, put together once.

import { useMemo } from "react";
import { useLanguage } from "../i18n.ts";
import { definitionTree, nodesBelow, nodeTitle, type TreeNode } from "./definition-tree.ts";
import { inLanguage } from "./names.ts";
import { periodsOf, type Run } from "./run-scores.ts";

export type RunView = {
  readonly run: Run;
  readonly tree: TreeNode | null;
  readonly inner: readonly TreeNode[];
  readonly indicators: readonly TreeNode[];
  readonly node: string;
  readonly periods: readonly (string | null)[];
  readonly period: string | null;
  /** The name of a node; what belongs to a part is named after the part. */
  nodeName(id: string): string;
};

/** @param asked node and period of the address; what the run does not have is left aside */
export function useRunView(
  run: Run,
  asked: { readonly node?: string | undefined; readonly period?: string | undefined },
): RunView {
  const language = useLanguage();
  const whole = useMemo(() => {
    const tree = definitionTree(run.definition);
    const all = tree ? nodesBelow(tree) : [];
    const inner = all.filter((node) => node.direction === null);
    const names = new Map(all.map((node) => [node.id, nodeTitle(node, language)]));
    // The node at the top is the index itself: one name for it wherever it stands.
    if (tree) names.set(tree.id, inLanguage(run.title, language));
    // "Input" alone says little in an index over several forms: the name of what it belongs to stands before it.
    const parents = new Map(inner.flatMap((node) => node.children.map((child) => [child.id, node] as const)));
    const nodeName = (id: string) => {
      const own = names.get(id) ?? id;
      const above = parents.get(id);
      const isPart = inner.some((node) => node.id === id);
      return !isPart || above === undefined || above === tree ? own : `${names.get(above.id)}: ${own}`;
    };
    return {
      tree,
      inner,
      indicators: all.filter((node) => node.direction !== null),
      nodeName,
      periods: periodsOf(run),
    };
  }, [run, language]);
  const { tree, inner, periods } = whole;
  const node = inner.some(({ id }) => id === asked.node)
    ? asked.node!
    : (tree?.id ?? run.scores[0]?.node ?? "");
  const period = asked.period && periods.includes(asked.period) ? asked.period : (periods.at(-1) ?? null);
  return { run, ...whole, node, period };
}
