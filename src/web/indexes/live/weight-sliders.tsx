import { memo } from "react";
import { useFormat } from "../../format.ts";
import { useWords } from "../../i18n.ts";
import type { TreeNode } from "../definition-tree.ts";
import { sliderScale } from "./what-if.ts";

type Weights = {
  readonly root: TreeNode;
  readonly nodeName: (id: string) => string;
  /** Weights that counted in the run. */
  readonly asItWas: ReadonlyMap<string, number>;
  /** Those set otherwise. */
  readonly set: ReadonlyMap<string, number>;
  readonly onSet: (id: string, weight: number) => void;
};

/** A slider for every part of every level; the parts of one node share one hundred per cent. */
export function WeightSliders({ root, ...rest }: Weights) {
  return (
    <>
      {innerNodes(root).map((node, i) => (
        <Level key={node.id} node={node} isOpen={i === 0} {...rest} />
      ))}
    </>
  );
}

const innerNodes = (node: TreeNode): readonly TreeNode[] =>
  node.children.length === 0 ? [] : [node, ...node.children.flatMap(innerNodes)];

function Level({
  node,
  isOpen,
  nodeName,
  asItWas,
  set,
  onSet,
}: Omit<Weights, "root"> & { readonly node: TreeNode; readonly isOpen: boolean }) {
  const say = useWords("indexes");
  const before = node.children.map(({ id, weight }) => asItWas.get(id) ?? weight);
  const now = node.children.map(({ id }, i) => set.get(id) ?? before[i]!);
  const sum = now.reduce((total, weight) => total + weight, 0);
  // The end of the sliders must not move while one is dragged: it comes from the run alone.
  const { most, step } = sliderScale(before);
  const isChanged = node.children.some(({ id }) => set.has(id));
  return (
    <details open={isOpen || isChanged} className="live-level">
      <summary>
        {say("live.partsOf", { name: nodeName(node.id) })}
        {isChanged ? <span className="fact-badge">{say("live.changed")}</span> : null}
      </summary>
      {node.children.map(({ id }, i) => (
        <Slider
          key={id}
          id={id}
          name={nodeName(id)}
          weight={now[i]!}
          before={before[i]!}
          share={sum > 0 ? now[i]! / sum : 0}
          most={most}
          step={step}
          onSet={onSet}
        />
      ))}
    </details>
  );
}

const Slider = memo(function Slider({
  id,
  name,
  weight,
  before,
  share,
  most,
  step,
  onSet,
}: {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly before: number;
  readonly share: number;
  readonly most: number;
  readonly step: number;
  readonly onSet: (id: string, weight: number) => void;
}) {
  const say = useWords("indexes");
  const format = useFormat();
  const text =
    weight === 0
      ? say("live.leftOut")
      : say("live.weight", { weight: format.figure(weight), share: format.percent(share) });
  return (
    <label className="live-slider">
      <span>{name}</span>
      <input
        type="range"
        min={0}
        max={most}
        step={step}
        value={weight}
        aria-valuetext={text}
        onChange={(event) => onSet(id, Number(event.currentTarget.value))}
      />
      <span className="live-weight" aria-hidden="true">
        {text}
        {weight === before ? null : ` ${say("live.before", { weight: format.figure(before) })}`}
      </span>
    </label>
  );
});
