import type { TraceNodeShape } from "#contract";
import { FactTable } from "../charts/fact-table.tsx";
import { useFormat } from "../format.ts";
import { useWords } from "../i18n.ts";
import { isPlainStretch, plainFraction, scaleEnds, type WorkedScore, workedScore } from "./worked-score.ts";

/** Decimals that let a reader follow the sum with a pocket calculator. */
const digits = 4;

/** The score as a sum: each part on its scale, times its weight. */
export function WorkedTable({ node }: { node: TraceNodeShape }) {
  const say = useWords("trace");
  const worked = workedScore(node);
  if (worked) return <Worked node={node} worked={worked} />;
  const { formedBy } = node;
  if (!formedBy || typeof node.value !== "number") return null;
  return <p>{say(`formed.${methodOf(formedBy.method)}`, { power: formedBy.power ?? 1 })}</p>;
}

function Worked({ node, worked }: { node: TraceNodeShape; worked: WorkedScore }) {
  const say = useWords("trace");
  const format = useFormat();
  const weight = useWeight();
  const four = (value: number) => format.number(value, digits, true);
  const scaled = (part: TraceNodeShape, value: number) => {
    const ends = scaleEnds(part);
    if (ends === null || typeof part.value !== "number") return four(value);
    const [from, zero, one] = [part.value, ends.zero, ends.one].map((figure) => format.number(figure, 12));
    return `(${from} − ${zero}) ÷ (${one} − ${zero}) = ${four(value)}`;
  };
  const stretching = (ends: readonly [number, number], score: number) => {
    const [lowest, highest] = ends;
    if (!isPlainStretch(worked.sum, ends, score)) return "";
    return `: (${four(worked.sum)} − ${four(lowest)}) ÷ (${four(highest)} − ${four(lowest)}) = ${four(score)}`;
  };
  return (
    <>
      <FactTable
        caption={say("worked.caption")}
        columns={[
          { id: "part", label: say("worked.part") },
          { id: "scaled", label: say("worked.scaled") },
          { id: "weight", label: say("worked.weight"), numeric: true },
          { id: "product", label: say("worked.product"), numeric: true },
        ]}
        rows={[
          ...worked.parts.map((part) => ({
            id: part.node.id,
            cells: {
              part: { show: <span lang="en">{part.node.label}</span> },
              scaled: { show: scaled(part.node, part.value) },
              weight: { show: weight(part.weight) },
              product: { show: four(part.product) },
            },
          })),
          {
            id: "sum",
            cells: {
              part: { show: say("worked.sum") },
              product: { show: <strong>{four(worked.sum)}</strong> },
            },
          },
        ]}
      />
      {node.stretchedFrom && typeof node.value === "number" ? (
        <p>{say("worked.stretched", { formula: stretching(node.stretchedFrom, node.value) })}</p>
      ) : null}
    </>
  );
}

const methods = ["geometric", "harmonic", "power", "median", "copeland"] as const;
const methodOf = (method: string) => methods.find((one) => one === method) ?? "power";

const stepNames = [
  "denominator",
  "imputation",
  "screening",
  "transformation",
  "treatment",
  "normalisation",
] as const;

/** What was done to a figure before it was laid on the scale, a sentence a step. */
function StepLines({ node }: { node: TraceNodeShape }) {
  const say = useWords("trace");
  const format = useFormat();
  const steps = node.contribution?.steps ?? [];
  return steps.map(({ step, rule, value }) => {
    const name = stepNames.find((one) => one === step);
    if (name === undefined) return null;
    const figure = value === null ? "—" : format.number(value, digits);
    return <p key={step}>{say(`steps.${name}`, { rule, value: figure })}</p>;
  });
}

/** How one part counts in the score above it, in words. */
export function ContributionLine({ node }: { node: TraceNodeShape }) {
  return (
    <>
      <StepLines node={node} />
      <Counted node={node} />
    </>
  );
}

function Counted({ node }: { node: TraceNodeShape }) {
  const say = useWords("trace");
  const format = useFormat();
  const weight = useWeight();
  const { contribution } = node;
  if (contribution === null) return null;
  const { value, range } = contribution;
  if (value === null || contribution.weight === null) return <p>{say("counts.not")}</p>;
  const figures = { value: format.number(value, digits), weight: weight(contribution.weight) };
  const ends = scaleEnds(node);
  if (ends === null || range === null) return <p>{say("counts.plain", figures)}</p>;
  return (
    <p>
      {say("counts.scaled", {
        ...figures,
        zero: format.number(ends.zero, 12),
        one: format.number(ends.one, 12),
      })}
    </p>
  );
}

/** `1/6 (16.7 %)`, or the share alone where the weight is no plain fraction. */
function useWeight(): (weight: number) => string {
  const format = useFormat();
  return (weight) => {
    const share = format.percent(weight, 1);
    const fraction = plainFraction(weight);
    return fraction === null || fraction === "1" ? share : `${fraction} (${share})`;
  };
}
