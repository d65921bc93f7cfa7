import { useFormat } from "../format.ts";
import { useLanguage, useWords } from "../i18n.ts";
import { nodeTitle, type TreeNode } from "./definition-tree.ts";
import "../charts/facts.css";

/** Weights that were found from the data, in place of those of the definition; empty where it gives them. */
type Found = ReadonlyMap<string, number>;

/** The tree of an index as nested lists: what is joined to what, with which weight, as words and as a bar. */
export function DefinitionTree({
  root,
  weights = new Map(),
}: {
  readonly root: TreeNode;
  readonly weights?: Found;
}) {
  return (
    <ul className="tree">
      <Node node={root} weights={weights} weightSum={null} />
    </ul>
  );
}

function Node({
  node,
  weights,
  weightSum,
}: {
  readonly node: TreeNode;
  readonly weights: Found;
  /** Of the node and its siblings; null for the index itself. */
  readonly weightSum: number | null;
}) {
  const say = useWords("indexes");
  const language = useLanguage();
  const format = useFormat();
  const name = nodeTitle(node, language);
  const weightOf = (one: TreeNode) => weights.get(one.id) ?? one.weight;
  const share = weightSum === null || weightSum === 0 ? null : weightOf(node) / weightSum;
  const below = node.children.reduce((sum, child) => sum + weightOf(child), 0);
  const facts = [
    node.direction === null ? null : say(node.direction === 1 ? "definition.more" : "definition.less"),
    share === null
      ? null
      : say("definition.weight", { weight: format.number(weightOf(node), 3), share: format.percent(share) }),
  ]
    .filter(Boolean)
    .join(" · ");
  const text = (
    <>
      {node.direction === null ? <strong>{name}</strong> : name}{" "}
      {node.direction === null ? null : <span className="fact-code tree-soft">{node.id}</span>}{" "}
      {share === null ? null : (
        <svg className="weight-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
          <rect width={100} height={8} className="weight-bar-ground" />
          <rect width={100 * share} height={8} className="weight-bar-share" />
        </svg>
      )}{" "}
      <span className="tree-soft">{facts}</span>
    </>
  );
  return (
    <li>
      {node.children.length > 0 ? (
        <details open={weightSum === null || node.role === null}>
          <summary>{text}</summary>
          <ul>
            {node.children.map((child) => (
              <Node key={child.id} node={child} weights={weights} weightSum={below} />
            ))}
          </ul>
        </details>
      ) : (
        text
      )}
      {node.evidence ? (
        <div className="tree-soft" lang="en">
          {node.evidence}
        </div>
      ) : null}
    </li>
  );
}
