import { useLanguage, useWords } from "../i18n.ts";
import { nodeTitle, type TreeNode } from "./definition-tree.ts";
import "../charts/facts.css";

/** The tree of an index as nested lists: what is added up to what, with which weight. */
export function DefinitionTree({ root }: { root: TreeNode }) {
  return (
    <ul className="tree">
      <Node node={root} weightSum={root.weight} isRoot />
    </ul>
  );
}

function Node({ node, weightSum, isRoot = false }: { node: TreeNode; weightSum: number; isRoot?: boolean }) {
  const say = useWords("indexes");
  const language = useLanguage();
  const name = nodeTitle(node, language);
  const weight = isRoot ? null : say("definition.weight", { weight: node.weight, of: weightSum });
  const below = node.children.reduce((sum, child) => sum + child.weight, 0);
  const facts = [
    node.direction === null ? null : say(node.direction === 1 ? "definition.more" : "definition.less"),
    weight,
  ]
    .filter(Boolean)
    .join(" · ");
  const text = (
    <>
      {node.direction === null ? <strong>{name}</strong> : name}{" "}
      {node.direction === null ? null : <span className="fact-code tree-soft">{node.id}</span>}{" "}
      <span className="tree-soft">{facts}</span>
    </>
  );
  return (
    <li>
      {node.children.length > 0 ? (
        <details open={isRoot || node.role === null}>
          <summary>{text}</summary>
          <ul>
            {node.children.map((child) => (
              <Node key={child.id} node={child} weightSum={below} />
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
